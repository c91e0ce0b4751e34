"""Questions that show a picture or play a sound."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pygame
import pytest

from game.packs.library import open_pack
from game.rules.deal import deal_card
from game.rules.media import Media
from game.rules.modes import CLOCKS, HOLD
from game.rules.question import Option, Question
from game.scenes.question import QuestionScene
from game.scenes.reveal import RevealScene, Verdict
from game.story.slides import Slides
from game.ui.actions import Action, Choose, Letter
from game.ui.media.plain import Picture, Plain, Samples
from game.ui.media.slide import Exhibit, Slide
from game.ui.props.exhibit import LOST
from game.ui.props.header import Header
from game.ui.sound import Clip, Cue, Hush
from tests.conftest import ROOT
from tests.scenes.look import described, reading

if TYPE_CHECKING:
    from game.scenes.scene import Scene
    from tests.conftest import Painters

SIZES = [(640, 360), (960, 540), (1024, 768), (1280, 720), (2560, 1080), (3840, 2160)]
RED = Picture(4, 2, b"\xff\x00\x00\xff" * 8)
TALL = Picture(2, 40, b"\x00\x00\xff\xff" * 80)
BEEP = Samples(b"\1\0\2\0" * 200)
HEADER = Header(over="TRACK 3 OF 10", under="Stage and strings · Setlist", score=340)
LONG = "Which of the many things that lie about on a stage, and nobody ever puts away, is this one?"
ASKED = Question(
    "id",
    LONG,
    Option("a box that fits an instrument to the mixing desk"),
    tuple(Option(f"a long wrong answer of some forty letters, {n}") for n in range(3)),
    2,
    ("thing/a:name",),
    "by hand",
    why="It is a box. " * 9,
)


def slide(made: Plain | None) -> Slide:
    """A picture or sound that has come, or will never come."""
    found = Slide(f"digest of {made}", lambda: made)
    found.fetch()
    return found


def question(exhibit: Exhibit, *, answering: bool = True) -> QuestionScene:
    scene = QuestionScene(deal_card(ASKED, 1), CLOCKS["standard"], HEADER, exhibit=exhibit)
    scene.age = 30.0
    if answering:
        scene.reading_left = 0.0
        scene.spent = 5.0
    return scene


def reveal(exhibit: Exhibit, *, telling: bool = True) -> RevealScene:
    card = deal_card(ASKED, 1)
    verdict = Verdict(card, (card.key + 1) % 4, 0, "Answered in 4.2 s · medium question")
    scene = RevealScene(verdict, HEADER, HEADER, "next track", exhibit)
    scene.age, scene.told = 30.0, 30.0
    scene.held = HOLD if telling else 0.0
    return scene


EXHIBITS = {
    "picture": Exhibit(slide(RED)),
    "tall picture": Exhibit(slide(TALL)),
    "sound": Exhibit(None, slide(BEEP)),
    "both": Exhibit(slide(RED), slide(BEEP)),
    "coming": Exhibit(Slide("later", lambda: None)),
    "lost": Exhibit(slide(None)),
    "shown after": Exhibit(None, None, slide(RED)),
}
SCENES: dict[str, Scene[Any]] = {
    f"{part} {name}": make(each)
    for name, each in EXHIBITS.items()
    for part, make in (
        ("question", question),
        ("reading", lambda each: question(each, answering=False)),
        ("hold", lambda each: reveal(each, telling=False)),
        ("reveal", reveal),
    )
}


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", SCENES)
def test_no_text_beside_a_picture_is_cut(name: str, size: tuple[int, int], scale: float) -> None:
    painter, reader = reading(text_scale=scale)
    described(painter, SCENES[name], size)
    assert [words for words, block in reader.said if block.cut] == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_text_stands_in_the_picture(size: tuple[int, int], painters: Painters) -> None:
    painter = painters()
    lines = described(painter, SCENES["question picture"], size)
    (picture,) = [mark.rect for mark in painter.picture if "photo" in str(mark.key)]
    assert [line.words for line in lines if line.ink.colliderect(picture)] == []


@pytest.mark.parametrize("made", [RED, TALL])
def test_a_picture_is_never_stretched(made: Picture, painters: Painters) -> None:
    painter = painters()
    described(painter, question(Exhibit(slide(made))), (1280, 720))
    (rect,) = [mark.rect for mark in painter.picture if "photo" in str(mark.key)]
    assert rect.w / rect.h == pytest.approx(made.width / made.height, rel=0.1)


def test_the_pictures_own_colours_are_on_the_screen(painters: Painters) -> None:
    painter, surface = painters(), pygame.Surface((1280, 720))
    described(painter, question(Exhibit(slide(RED))), (1280, 720))
    (rect,) = [mark.rect for mark in painter.picture if "photo" in str(mark.key)]
    painter.finish(surface)
    assert surface.get_at(rect.center)[:3] == (255, 0, 0)


def test_a_lost_picture_says_so_and_the_question_can_be_answered() -> None:
    painter, _ = reading()
    scene = question(EXHIBITS["lost"])
    assert LOST in [line.words for line in described(painter, scene, (1280, 720))]
    assert scene.handle(Choose(0)) is not None


def test_the_time_to_read_begins_when_the_picture_has_come() -> None:
    later = Slide("later", lambda: RED)
    scene = question(Exhibit(later), answering=False)
    before = scene.reading_left
    scene.tick(1.0)
    assert scene.reading_left == before
    later.fetch()
    scene.tick(1.0)
    assert scene.reading_left == before - 1.0


def test_a_picture_that_never_comes_does_not_hold_the_game_up() -> None:
    scene = question(EXHIBITS["coming"], answering=False)
    for _ in range(200):
        scene.tick(0.25)
    assert scene.answering


def test_the_sound_is_played_once_by_itself_and_again_on_l() -> None:
    scene = question(EXHIBITS["sound"])
    scene.tick(0.1)
    scene.tick(0.1)
    assert scene.cues == [Clip(BEEP)]
    assert scene.handle(Letter("l")) is None
    assert scene.cues == [Clip(BEEP), Clip(BEEP)]


def test_the_sound_stops_at_the_answer() -> None:
    scene = question(EXHIBITS["sound"])
    scene.tick(0.1)
    scene.handle(Choose(1))
    assert scene.cues == [Clip(BEEP), Cue.LOCK, Hush()]


@pytest.mark.parametrize("meaning", [Action.PAUSE, Action.BACK])
def test_the_sound_stops_at_a_break(meaning: Action) -> None:
    scene = question(EXHIBITS["sound"])
    scene.handle(meaning)
    assert scene.cues == [Hush()]


def test_the_sound_stops_when_time_is_up() -> None:
    scene = question(EXHIBITS["sound"])
    scene.played = True
    scene.tick(60.0)
    assert Hush() in scene.cues


def test_a_question_in_words_knows_no_l() -> None:
    scene = question(Exhibit())
    assert scene.handle(Letter("l")) is None
    assert scene.cues == []


def test_what_is_shown_is_fetched_once_and_few_are_kept() -> None:
    fetched: list[str] = []

    def fetch(_pack: Path, media: Media) -> Plain:
        fetched.append(media.digest)
        return RED

    slides = Slides(fetch)

    def with_picture(digest: str) -> Exhibit:
        media = Media("a.png", "image", digest)
        return slides.exhibit(Path(), Question("", "", Option(""), (), 1, (), "", image=media))

    first = with_picture("0").picture
    assert with_picture("0").picture is first
    for number in range(1, 20):
        with_picture(str(number))
    assert with_picture("0").picture is not first


def test_a_file_of_a_shipped_pack_comes_from_its_pack() -> None:
    pack = open_pack(ROOT / "questions" / "stage-and-strings")
    slides = Slides()
    for question in [each for each in pack.questions if each.image or each.sound][::9]:
        exhibit = slides.exhibit(pack.path, question)
        for each in (exhibit.picture, exhibit.sound):
            if each is not None:
                each.fetch()
                assert each.ready

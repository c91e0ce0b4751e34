from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.packs.pack import Pack
from game.scenes.lobby import LobbyScene
from game.ui.theme import THEMES, Theme
from tests.conftest import Painters
from tests.scenes.gallery import TABLE, Gallery, gallery
from tests.scenes.look import described, lines, reading

SIZES = [(960, 540), (1024, 768), (1260, 540), (1366, 768), (3840, 2160)]  # 4:3 to 21:9
SCALES = [1.0, 1.25, 1.5]


@pytest.fixture(scope="module")
def scenes(request: pytest.FixtureRequest, almost_famous: Pack) -> Gallery:
    request.getfixturevalue("hidden_window")
    return gallery(almost_famous)


@pytest.mark.parametrize("text_scale", SCALES)
def test_no_text_is_cut_or_outside_the_window_or_on_another(
    scenes: Gallery, text_scale: float
) -> None:
    painter, reader = reading(text_scale=text_scale)
    for size in SIZES:
        whole = pygame.Rect((0, 0), size)
        for name, scene in scenes.items():
            reader.said.clear()
            seen = described(painter, scene, size)
            where = f"{name} at {size} x {text_scale}"
            assert [text for text, block in reader.said if block.cut] == [], where
            assert [line.words for line in seen if not whole.contains(line.ink)] == [], where
            inks = [line.ink for line in seen]
            for number, line in enumerate(seen):
                assert line.ink.collidelist(inks[:number]) == -1, f"{line.words}: {where}"


@given(
    width=st.integers(960, 3840),
    aspect=st.floats(4 / 3, 21 / 9),
    text_scale=st.sampled_from(SCALES),
    number=st.integers(0, 2**16),
)
@settings(max_examples=60)
def test_any_window_between_these_shows_every_text_whole(
    scenes: Gallery, width: int, aspect: float, text_scale: float, number: int
) -> None:
    size = (width, max(540, round(width / aspect)))
    painter, reader = reading(text_scale=text_scale)
    name = sorted(scenes)[number % len(scenes)]
    seen = described(painter, scenes[name], size)
    where = f"{name} at {size} x {text_scale}"
    assert [text for text, block in reader.said if block.cut] == [], where
    assert all(pygame.Rect((0, 0), size).contains(line.ink) for line in seen), where


def _ages() -> Iterator[float]:
    yield from (0.0, 0.05, 0.2, 0.6, 2.0, 4.9)


@pytest.mark.parametrize("look", THEMES.values(), ids=THEMES)
def test_every_scene_is_drawn_in_every_theme_while_it_moves(
    scenes: Gallery, painters: Painters, look: Theme
) -> None:
    surface = pygame.Surface((960, 540))
    painter = painters(look)
    for scene in scenes.values():
        rest = scene.age
        for age in _ages():
            scene.age = age
            painter.begin(surface.get_size())
            scene.draw(painter)
        scene.age = rest
        painter.finish(surface)
    assert painter.art.missing == []


@pytest.mark.parametrize("size", [(320, 180), (321, 900), (2000, 200), (3840, 2160)])
def test_every_scene_is_drawn_whatever_the_shape_of_the_window(
    scenes: Gallery, size: tuple[int, int]
) -> None:
    painter, _ = reading()
    for scene in scenes.values():
        described(painter, scene, size)
        assert painter.picture


def test_texts_stand_in_the_same_places_in_every_theme(scenes: Gallery) -> None:
    plain, *others = [reading(look)[0] for look in THEMES.values()]
    for scene in scenes.values():
        seen = described(plain, scene, (1280, 720))
        assert [described(painter, scene, (1280, 720)) for painter in others] == [seen] * 2


def test_still_scenes_hide_nothing(scenes: Gallery) -> None:
    painter, still = reading()[0], reading()[0]
    still.still = True
    for name, scene in scenes.items():
        said = {line.words for line in described(painter, scene, (1280, 720))}
        assert {line.words for line in described(still, scene, (1280, 720))} == said, name


@pytest.mark.parametrize(
    "name", ["W" * 24, "ش" * 24, "漢" * 24, "👩‍👩‍👧‍👦" * 24, "e\u0301\u0323" * 24]
)
@pytest.mark.usefixtures("hidden_window")
def test_a_name_of_the_widest_letters_stays_in_its_place(name: str) -> None:
    scene = LobbyScene((name, *TABLE[1:7], name))
    scene.age = 9
    painter, reader = reading()
    for size in ((960, 540), (1280, 720)):
        seen = described(painter, scene, size)
        inks = [line.ink for line in seen]
        assert all(pygame.Rect((0, 0), size).contains(ink) for ink in inks)
        assert all(ink.collidelist(inks[:n]) == -1 for n, ink in enumerate(inks))
    assert reader.said


@pytest.mark.parametrize("size", [(960, 540), (1280, 720)])
def test_nothing_is_drawn_over_a_text(
    scenes: Gallery, painters: Painters, size: tuple[int, int]
) -> None:
    painter = painters()
    for name, scene in scenes.items():
        texts, drawn = described(painter, scene, size), 0
        for mark in painter.picture:
            match mark.key:
                case (("text", *_), _):
                    drawn += 1
                case (("shadow", *_), _):
                    pass  # its soft edge may reach what lies beside it
                case _:
                    covered = [line for line in texts[:drawn] if line.ink.colliderect(mark.rect)]
                    assert covered == [], f"{name}: {mark.key}"


def test_no_text_of_any_scene_has_a_brace(scenes: Gallery) -> None:
    painter, reader = reading()
    for scene in scenes.values():
        described(painter, scene, (1280, 720))
    assert len(reader.said) > 500
    assert [text for text, _ in reader.said if "{" in text or "}" in text] == []


@pytest.mark.usefixtures("hidden_window")
def test_a_cut_text_a_text_outside_and_two_on_one_spot_are_found() -> None:
    from game.ui import theme
    from game.ui.layout import Box

    painter, reader = reading()
    painter.begin((1280, 720))
    box = Box(1200, 10, 200, 30)
    for words in ("one that reaches out", "two"):
        painter.text(words, box, theme.BODY, (0, 0, 0))
    painter.text("much too long for so little room", Box(0, 90, 40, 20), theme.BODY, (0, 0, 0))
    first, second, *_ = lines(painter)
    assert not pygame.Rect(0, 0, 1280, 720).contains(first.ink)
    assert first.ink.colliderect(second.ink)
    assert [block.cut for _, block in reader.said] == [False, False, True]

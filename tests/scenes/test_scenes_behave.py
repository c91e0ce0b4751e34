from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from game.packs.pack import Pack
from game.rules.deal import deal_card
from game.rules.modes import DEAF, HOLD
from game.scenes import packs as rack
from game.scenes.ask import AskScene
from game.scenes.challenge import ChallengeScene, Proof
from game.scenes.entry import LONGEST, EntryScene
from game.scenes.gate import GateScene, Standing
from game.scenes.packs import Choice, PacksScene
from game.scenes.poster import Act, PosterScene
from game.scenes.results import SHOWN, After, ResultsScene, Track
from game.scenes.reveal import RevealScene, Verdict
from game.scenes.scene import PAUSED, Challenged, Scene
from game.scenes.standings import Place, StandingsScene
from game.scenes.title import SMALL, Line, TitleScene, Wish
from game.scenes.ways import Chosen, Way, WaysScene
from game.ui.actions import Action, Aim, Choose, Letter, Meaning, Typed
from game.ui.props.cover import Cover
from game.ui.props.header import Header
from game.ui.props.passes import Pass
from game.ui.sound import Cue
from tests.rules.bank import question
from tests.scenes.gallery import REST, Gallery, gallery
from tests.scenes.look import described, reading
from tests.scenes.watch import Watch

CARD = deal_card(question("q"), "s")
BEFORE, AFTER = Header("1", "", 0), Header("1", "", 100)
LINES = (Wish.SOLO, Wish.PARTY, Wish.PACKS)
PASS = Pass("Pack", "5 questions", (("Easy", "5"),))
TRACKS = tuple(Track(f"q{n}?", "a", n != 3, 1.0, f"fact {n}") for n in range(20))


def reveal(pick: int | None = CARD.key) -> RevealScene:
    gained = 100 if pick == CARD.key else 0
    return RevealScene(Verdict(CARD, pick, gained, "note"), BEFORE, AFTER, "next track")


def gate() -> GateScene:
    return GateScene(0, "Mia", "ROUND 1", (Standing(0, "Mia", 0),), "So far", (("Level", "easy"),))


def standings() -> StandingsScene:
    return StandingsScene("After round 1", "", (Place(1, 0, "Mia", 10, 10, 0),))


def results() -> ResultsScene:
    return ResultsScene(Cover("i", "h", "l", 100, "in", 3, "c"), TRACKS)


def ways() -> WaysScene:
    """Two ways, the second not to be had; against one of three clocks."""
    setlist = Way("setlist", "Setlist", "", "", lengths=(5, 10, 20))
    daily = Way("daily", "Daily gig", "", "", trouble="Not tonight")
    return WaysScene((setlist, daily), ("Quick", "Standard", "Untimed"), 1)


def entry() -> EntryScene:
    """A code is any text with a Z in it."""
    return EntryScene("Code", "", lambda text: "" if "Z" in text else "No Z")


def challenge() -> ChallengeScene:
    return ChallengeScene("q?", "source", (Proof("a", "why", right=True),))


def poster() -> PosterScene:
    return PosterScene("strap", (Act(1, 0, "Mia", 10), Act(2, 1, "Bo", 5)), ())


def title() -> TitleScene:
    return TitleScene(tuple(Line(wish, "") for wish in LINES), PASS)


def packs() -> PacksScene:
    return PacksScene(
        (
            Choice("a", "A", "", PASS),
            Choice("b", "B", "", PASS, trouble="Line 1: broken"),
            Choice("c", "C", "", PASS),
        )
    )


def ask() -> AskScene[str]:
    return AskScene("pause", "pause", "Take five", "", (("Go on", "on"), ("Leave", "off")), "on")


@pytest.fixture(scope="module")
def scenes(almost_famous: Pack) -> Gallery:
    return gallery(almost_famous)


def old(scene: Scene[Any]) -> Watch:
    watch = Watch(scene)
    watch.wait(3)
    return watch


# What comes from outside, and is no copy of itself.
ELSEWHERE = {"news": None, "bench": None}


# -- all of them ------------------------------------------------------------------


@pytest.mark.usefixtures("hidden_window")
def test_drawing_changes_nothing(scenes: Gallery) -> None:
    painter, _ = reading()
    for name, scene in scenes.items():
        for age in (0.0, 0.3, REST):
            scene.age = age
            before = copy.deepcopy({**vars(scene), **ELSEWHERE})
            first = described(painter, scene, (1280, 720))
            assert {**vars(scene), **ELSEWHERE} == before, name
            assert described(painter, scene, (1280, 720)) == first


@pytest.mark.parametrize("make", [gate, standings, results, poster, reveal, challenge])
@pytest.mark.parametrize(
    "meaning", [Action.READY, Action.CONFIRM, Action.BACK, Choose(0), Letter("a"), Aim(0)]
)
def test_a_young_scene_is_deaf(make: Callable[[], Scene[Any]], meaning: Meaning) -> None:
    scene = make()
    watch = Watch(scene)
    watch.wait(scene.deaf - 0.1)
    before = copy.deepcopy(vars(scene))
    watch.mean(meaning)
    assert not watch.over
    assert vars(scene) == before


@pytest.mark.parametrize("make", [gate, standings, reveal])
@pytest.mark.parametrize("meaning", [Action.BACK, Action.PAUSE])
def test_a_match_can_be_paused_everywhere(make: Callable[[], Scene[Any]], meaning: Action) -> None:
    watch = old(make())
    watch.mean(meaning)
    assert watch.result == PAUSED


@pytest.mark.parametrize("make", [title, packs, ways, entry, challenge, ask, results, poster])
def test_losing_the_focus_leaves_no_menu(make: Callable[[], Scene[Any]]) -> None:
    watch = old(make())
    watch.mean(Action.PAUSE)
    assert not watch.over


# -- reveal -----------------------------------------------------------------------


def test_the_breath_is_held_and_then_it_is_told_with_a_sound() -> None:
    for pick, cue in ((CARD.key, Cue.RIGHT), ((CARD.key + 1) % 4, Cue.WRONG)):
        watch = Watch(reveal(pick))
        watch.wait(HOLD - 0.05)
        assert (watch.scene.state, watch.cues) == ("hold", [])
        watch.wait(0.15)
        assert (watch.scene.state, watch.cues) == ("told", [cue])
        watch.wait(5)
        assert watch.cues == [cue]


def test_the_hold_can_be_skipped_and_the_skip_is_no_leaving() -> None:
    for meaning in (Action.READY, Action.CONFIRM, Choose(2)):
        watch = Watch(reveal())
        watch.wait(0.5)
        watch.mean(meaning, meaning, meaning)
        assert (watch.scene.state, watch.over) == ("told", False)
        watch.wait(DEAF - 0.1)
        watch.mean(meaning)
        assert not watch.over


def test_the_press_that_answered_skips_no_hold() -> None:
    watch = Watch(reveal())
    watch.mean(Choose(CARD.key), Action.CONFIRM)
    watch.wait(0.3)
    watch.mean(Choose(CARD.key))
    assert watch.scene.state == "hold"


def test_the_reveal_waits_for_a_key_for_ever() -> None:
    watch = Watch(reveal())
    watch.wait(120)
    assert not watch.over
    watch.mean(Choose(0), Aim(0), Letter("a"), Action.DOWN, Action.MUTE)
    assert not watch.over
    watch.mean(Action.READY)
    assert watch.over


def test_who_was_too_late_is_told_at_once() -> None:
    watch = Watch(reveal(None))
    assert watch.scene.state == "told"
    watch.tick(0.01)
    assert watch.cues == [Cue.WRONG]


def test_the_verdict_has_a_word_for_each_end() -> None:
    words = [reveal(pick).verdict.word for pick in (CARD.key, (CARD.key + 1) % 4, None)]
    assert words == ["Right", "Wrong", "Too late"]


# -- gate, standings ----------------------------------------------------------------


@pytest.mark.parametrize("meaning", [Action.CONFIRM, Action.DOWN, Choose(0), Letter("a"), Aim(0)])
def test_the_gate_opens_for_space_alone(meaning: Meaning) -> None:
    watch = old(gate())
    watch.wait(60)
    watch.mean(meaning)
    assert not watch.over
    watch.mean(Action.READY)
    assert (watch.over, watch.result) == (True, None)


@pytest.mark.parametrize("meaning", [Action.READY, Action.CONFIRM, Choose(0)])
def test_any_agreeing_key_leaves_the_standings(meaning: Meaning) -> None:
    watch = old(standings())
    watch.mean(meaning)
    assert (watch.over, watch.result) == (True, None)


# -- ways, entry, challenge ---------------------------------------------------------


@pytest.mark.parametrize(
    ("meanings", "chosen"),
    [
        ([Action.CONFIRM], Chosen("setlist", 10, 1)),
        ([Action.RIGHT, Action.READY], Chosen("setlist", 20, 1)),
        ([Action.RIGHT, Action.RIGHT, Action.CONFIRM], Chosen("setlist", 5, 1)),
        ([Action.LEFT, Choose(0)], Chosen("setlist", 5, 1)),
        ([Action.UP, Action.RIGHT, Action.DOWN, Action.CONFIRM], Chosen("setlist", 10, 2)),
        ([Choose(2), Choose(2), Choose(0)], Chosen("setlist", 10, 0)),
        ([Action.BACK], None),
    ],
)
def test_a_way_is_taken_with_its_length_and_the_clock(
    meanings: list[Meaning], chosen: Chosen | None
) -> None:
    watch = old(ways())
    watch.mean(*meanings)
    assert (watch.over, watch.result) == (True, chosen)


def test_a_way_that_cannot_be_played_cannot_be_taken() -> None:
    watch = old(ways())
    watch.mean(Action.DOWN, Action.CONFIRM, Choose(1))
    assert (watch.over, watch.cues.count(Cue.WRONG)) == (False, 2)


def test_an_entry_keeps_what_was_typed_until_it_is_right() -> None:
    scene = entry()
    watch = old(scene)
    watch.mean(Typed("ab\x00c\n"), Action.CONFIRM)
    assert (scene.typed, scene.trouble, watch.over) == ("abc", "No Z", False)
    watch.mean(Action.ERASE, Typed("Z"))
    assert (scene.typed, scene.trouble) == ("abZ", "")
    watch.mean(Action.CONFIRM)
    assert watch.result == "abZ"


def test_an_entry_is_emptied_and_left_and_never_too_long() -> None:
    scene = entry()
    watch = old(scene)
    watch.mean(Typed("x" * 1_000_000))
    assert len(scene.typed) == LONGEST
    watch.mean(Action.REMOVE, Action.ERASE)
    assert scene.typed == ""
    watch.mean(Action.BACK)
    assert (watch.over, watch.result) == (True, None)


@pytest.mark.parametrize(
    ("meanings", "stands"),
    [
        ([Action.CONFIRM], False),
        ([Action.RIGHT, Action.CONFIRM], True),
        ([Action.RIGHT, Action.LEFT, Action.READY], False),
        ([Action.RIGHT, Action.BACK], False),
        ([Choose(1)], True),
        ([Choose(0)], False),
    ],
)
def test_a_challenge_is_stood_by_only_when_that_is_chosen(
    meanings: list[Meaning], stands: bool
) -> None:
    watch = old(challenge())
    watch.mean(*meanings)
    assert (watch.over, watch.result) == (True, stands)


def test_a_told_reveal_can_be_challenged_and_a_held_one_cannot() -> None:
    watch = Watch(reveal())
    watch.wait(HOLD - 0.1)
    watch.mean(Letter("d"))
    watch.wait(DEAF)
    watch.mean(Letter("d"))
    assert not watch.over
    watch.wait(DEAF)
    watch.mean(Letter("d"))
    assert watch.result == Challenged()


# -- menus ------------------------------------------------------------------------


@pytest.mark.parametrize(("presses", "wish"), list(enumerate(LINES)))
def test_the_title_goes_where_its_line_says(presses: int, wish: Wish) -> None:
    by_arrows, by_digit = old(title()), old(title())
    by_arrows.mean(*[Action.DOWN] * presses, Action.CONFIRM)
    by_digit.mean(Choose(presses))
    assert (by_arrows.result, by_digit.result) == (wish, wish)


@pytest.mark.parametrize(("presses", "wish"), list(enumerate(SMALL)))
def test_the_small_wishes_stand_side_by_side_below_the_lines(presses: int, wish: Wish) -> None:
    by_arrows, by_digit = old(title()), old(title())
    by_arrows.mean(Action.UP, *[Action.RIGHT] * presses, Action.CONFIRM)
    by_digit.mean(Choose(len(LINES) + presses))
    assert (by_arrows.result, by_digit.result) == (wish, wish)


def test_up_and_down_leave_the_small_wishes_as_one_line() -> None:
    for column in range(len(SMALL)):
        for leave, line in ((Action.UP, Wish.PACKS), (Action.DOWN, Wish.SOLO)):
            watch = old(title())
            watch.mean(Action.UP, *[Action.RIGHT] * column, leave, Action.CONFIRM)
            assert watch.result is line


def test_esc_on_the_title_goes_to_its_last_wish_and_leaves_nothing() -> None:
    watch = old(title())
    watch.mean(Action.BACK, Action.BACK)
    assert not watch.over
    watch.mean(Action.CONFIRM)
    assert watch.result is Wish.QUIT


def test_the_title_shows_the_pass_as_soon_as_the_pack_is_read() -> None:
    news: list[Pass] = []
    scene = TitleScene((Line(Wish.SOLO, ""),), Pass("Pack", ""), lambda: news[-1] if news else None)
    watch = old(scene)
    assert scene.pace > 0
    news.append(PASS)
    watch.tick(0.1)
    assert (scene.card, scene.pace) == (PASS, 0)


@pytest.mark.parametrize("meaning", [Choose(40), Letter("x"), Aim(40)])
def test_what_is_not_on_a_menu_chooses_nothing(meaning: Meaning) -> None:
    for make in (title, packs, ways, challenge, ask, results):
        watch = old(make())
        watch.mean(meaning)
        assert not watch.over


def test_a_broken_pack_cannot_be_taken_and_the_others_can() -> None:
    watch = old(packs())
    watch.mean(Action.RIGHT)
    assert watch.scene.state == "broken"
    watch.mean(Action.CONFIRM, Choose(1))
    assert (watch.over, watch.cues.count(Cue.WRONG)) == (False, 2)
    watch.mean(Choose(2))
    assert watch.result == "c"


def test_the_chosen_pack_stays_in_sight() -> None:
    choices = tuple(Choice(str(n), str(n), "", PASS) for n in range(20))
    for chosen in range(20):
        scene = PacksScene(choices, chosen)
        assert scene.first <= chosen < scene.first + rack.SHOWN
        assert 0 <= scene.first <= 20 - rack.SHOWN


@pytest.mark.parametrize(
    ("meanings", "result"),
    [
        ([Action.BACK], "on"),
        ([Action.CONFIRM], "on"),
        ([Action.DOWN, Action.CONFIRM], "off"),
        ([Action.UP, Action.READY], "off"),
        ([Choose(1)], "off"),
        ([Aim(1), Action.BACK], "on"),
    ],
)
def test_a_card_results_in_what_was_chosen(meanings: list[Meaning], result: str) -> None:
    watch = old(ask())
    watch.mean(*meanings)
    assert watch.result == result


def test_a_double_click_takes_one_choice() -> None:
    watch = Watch(ask())
    watch.mean(Choose(1))
    watch.wait(0.3)
    watch.mean(Choose(1))
    assert not watch.over
    watch.wait(0.2)
    watch.mean(Choose(1))
    assert watch.result == "off"


@pytest.mark.parametrize("name", ["pause", "leave", "fault", "notice"])
def test_a_card_begins_on_its_first_choice_which_does_no_harm(name: str, scenes: Gallery) -> None:
    scene = scenes[name]
    assert isinstance(scene, AskScene)
    assert (scene.state, scene.chosen) == (name, 0)
    assert scene.choices[0][1] == scene.back


@pytest.mark.parametrize(
    ("meanings", "after"),
    [
        ([Action.CONFIRM], After.AGAIN),
        ([Action.RIGHT, Action.CONFIRM], After.PRACTISE),
        ([Action.RIGHT, Action.NEXT, Action.READY], After.COPY),
        ([Action.LEFT, Action.CONFIRM], After.TITLE),
        ([Action.RIGHT, Action.LEFT, Action.READY], After.AGAIN),
        ([Choose(1)], After.PRACTISE),
        ([Choose(3)], After.TITLE),
        ([Aim(2), Action.CONFIRM], After.COPY),
        ([Action.BACK], After.TITLE),
    ],
)
def test_the_results_lead_to_what_is_chosen(meanings: list[Meaning], after: After) -> None:
    watch = old(results())
    watch.mean(*meanings)
    assert watch.result is after


def test_there_is_nothing_to_practise_where_nothing_was_missed() -> None:
    right = tuple(track for track in TRACKS if track.right)
    scene = ResultsScene(Cover("i", "h", "l", 100, "in", 5, "c"), right)
    assert scene.wishes == (After.AGAIN, After.COPY, After.TITLE)


def test_up_and_down_look_through_the_set_list_and_stop_at_its_ends() -> None:
    scene = results()
    watch = old(scene)
    places = []
    for meaning in [Action.DOWN] * 25 + [Action.UP] * 25:
        watch.mean(meaning)
        places.append(scene.track)
        assert scene.track is not None
        assert scene.first <= scene.track < scene.first + SHOWN
        assert 0 <= scene.first <= len(TRACKS) - SHOWN
    assert places == [*range(20), *[19] * 5, *range(18, -1, -1), *[0] * 6]
    assert (watch.over, scene.chosen) == (False, 0)


def test_pointing_at_a_track_looks_at_it_and_clicking_it_takes_nothing() -> None:
    scene = results()
    watch = old(scene)
    watch.mean(Aim(len(scene.wishes) + 7), Choose(len(scene.wishes) + 7))
    assert (scene.track, scene.chosen, watch.over) == (7, 0, False)


@pytest.mark.usefixtures("hidden_window")
def test_the_strip_tells_the_fact_of_the_track_looked_at_before_all_else() -> None:
    painter, _ = reading()
    scene = ResultsScene(Cover("i", "h", "l", 100, "in", 3, "c"), TRACKS, strip="the code")
    scene.age = 9.0

    def told() -> set[str]:
        said = {line.words for line in described(painter, scene, (1280, 720))}
        return said & {"the code", "copied", "fact 3"}

    assert told() == {"the code"}
    scene.said = "copied"
    assert told() == {"copied"}
    scene.track = 3
    assert told() == {"fact 3"}


@pytest.mark.parametrize("make", [results, poster])
def test_an_end_is_cheered_once(make: Callable[[], Scene[Any]]) -> None:
    assert len(old(make()).cues) == 1


def test_a_scene_at_rest_asks_for_no_pictures(scenes: Gallery) -> None:
    clocks = ("answer", "hurry", "read", "hold")
    for name, scene in scenes.items():
        if not name.startswith(clocks) and not name.endswith("reading"):
            assert scene.pace == 0, name

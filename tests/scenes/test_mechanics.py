from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.modes import DEAF, HOLD
from game.scenes.bet import PERCENTS, BetScene
from game.scenes.explain import EXPLAINED, ExplainScene
from game.scenes.gate import GateScene, Standing
from game.scenes.heckle import HeckleScene
from game.scenes.reveal import Beside, RevealScene, Verdict
from game.scenes.scene import PAUSED, Answered
from game.ui.actions import Action, Aim, Choose, Letter, Meaning
from game.ui.props.header import Header
from game.ui.sound import Cue
from tests.scenes.look import described, reading
from tests.scenes.mechanics_page import CARD, HEAD, SHORT, pictured, steal
from tests.scenes.watch import Watch

if TYPE_CHECKING:
    from game.scenes.scene import Scene

TABLE = (Standing(0, "Mia", 995), Standing(1, "Ana", 400))
MEANINGS = st.sampled_from(
    [
        *(Choose(n) for n in range(8)),
        *(Aim(n) for n in range(8)),
        *map(Letter, "abcdn"),
        *(each for each in Action if each not in (Action.BACK, Action.PAUSE)),
    ]
)


def bet(score: int = 995) -> BetScene:
    return BetScene(0, "Mia", score, "hard", "THE ENCORE", TABLE)


def heckle(candidates: int = 6) -> HeckleScene:
    return HeckleScene(0, "Mia", 1, "Ana", "Which?", tuple("uvwxyz"[:candidates]))


def old(scene: Scene[Any]) -> Watch:
    watch = Watch(scene)
    watch.wait(3)
    return watch


def said(scene: Scene[Any]) -> set[str]:
    scene.age = 30.0
    return {line.words for line in described(reading()[0], scene, (1280, 720))}


# -- all of them --------------------------------------------------------------------


@pytest.mark.parametrize("make", [bet, heckle, lambda: ExplainScene("steal"), lambda: steal(1)])
def test_every_mechanic_can_be_paused_and_is_deaf_when_young(make: Any) -> None:  # noqa: ANN401
    scene = make()
    watch = Watch(scene)
    watch.wait(scene.deaf - 0.1)
    before = copy.deepcopy(vars(scene))
    watch.mean(Action.READY, Action.CONFIRM, Choose(0), Action.BACK)
    assert (watch.over, vars(scene)) == (False, before)
    watch.wait(0.2)
    watch.mean(Action.BACK)
    assert watch.result == PAUSED


@pytest.mark.parametrize("size", [(960, 540), (1024, 768), (1280, 720), (3840, 2160)])
@pytest.mark.parametrize("text_scale", [1.0, 1.5])
@pytest.mark.usefixtures("hidden_window")
def test_beside_a_picture_no_text_is_cut_or_on_another(
    size: tuple[int, int], text_scale: float
) -> None:
    painter, reader = reading(text_scale=text_scale)
    for name, scene in pictured().items():
        reader.said.clear()
        inks = [line.ink for line in described(painter, scene, size)]
        assert [words for words, block in reader.said if block.cut] == [], name
        assert all(ink.collidelist(inks[:n]) == -1 for n, ink in enumerate(inks)), name


# -- the steal ----------------------------------------------------------------------


def offered(missed: int | None = 1, clock: str = "standard") -> Watch:
    """A steal whose offer has stood for long enough to be heard."""
    watch = Watch(steal(missed, clock=clock))
    watch.wait(HOLD + 3)
    return watch


def stealing(missed: int | None = 1, clock: str = "standard") -> Watch:
    watch = offered(missed, clock)
    watch.mean(Action.READY)
    watch.wait(DEAF + 0.05)
    return watch


@pytest.mark.usefixtures("hidden_window")
def test_the_pick_is_held_before_it_is_said_to_be_a_miss_and_nothing_tells_the_key() -> None:
    watch = Watch(steal(1))
    watch.wait(HOLD - 0.1)
    pick = "‎Maximiliana Wolkenbruchs’s pick"
    assert pick not in said(watch.scene)
    assert Cue.WRONG not in watch.cues
    watch.wait(0.3)
    assert pick in said(watch.scene)
    assert list(watch.cues).count(Cue.WRONG) == 1
    assert not any(line in CARD.options[CARD.key].text for line in said(watch.scene))


def test_a_press_during_the_held_breath_neither_takes_nor_declines_the_offer() -> None:
    watch = Watch(steal(1))
    watch.wait(DEAF + 0.1)
    watch.mean(Action.READY, Action.READY, Action.CONFIRM, Choose(0))
    watch.wait(DEAF - 0.05)
    watch.mean(Action.READY, Action.CONFIRM)
    assert (watch.over, watch.scene.state) == (False, "offer")


def test_space_takes_the_offer_and_half_the_clock_runs_from_then() -> None:
    watch = offered()
    assert watch.scene.state == "offer"
    watch.mean(Action.READY)
    assert watch.scene.state == "answer"
    watch.wait(9.9)
    assert not watch.over
    watch.wait(0.2)
    assert watch.result == Answered(None, 10_000)


@pytest.mark.parametrize("no", [Action.CONFIRM, Letter("n")])
def test_an_offer_that_is_declined_is_no_pick_after_no_time(no: Meaning) -> None:
    watch = offered()
    watch.mean(no)
    assert watch.result == Answered(None, 0)


def test_the_offer_waits_for_ever_and_no_digit_takes_it() -> None:
    watch = offered()
    watch.wait(60)
    watch.mean(*(Choose(n) for n in range(8)), Letter("a"), Aim(2), Action.DOWN)
    assert (watch.over, watch.scene.state) == (False, "offer")


def test_the_one_who_was_too_late_is_not_held_again() -> None:
    watch = Watch(steal(None))
    watch.wait(DEAF)
    watch.mean(Action.READY)
    assert watch.scene.state == "answer"


def test_nobody_is_timed_where_the_question_was_not() -> None:
    watch = stealing(clock="untimed")
    watch.wait(600)
    watch.mean(Choose(0))
    assert isinstance(watch.result, Answered)
    assert (watch.result.pick, watch.result.ms > 590_000) == (0, True)


@pytest.mark.parametrize("missed", [None, 0, 1, 2, 3])
@pytest.mark.parametrize("place", range(4))
def test_all_but_the_miss_can_be_picked(missed: int | None, place: int) -> None:
    for meaning in (Choose(place), Letter("abcd"[place])):
        watch = stealing(missed)
        watch.mean(meaning)
        assert watch.over is (place != missed)
        if watch.over:
            assert watch.result == Answered(place, 400)


@pytest.mark.parametrize("missed", range(4))
def test_arrows_reach_every_open_option_and_never_the_miss(missed: int) -> None:
    watch = stealing(missed)
    scene: Any = watch.scene
    seen = set()
    for arrow in (Action.RIGHT, Action.DOWN, Action.LEFT, Action.UP, Action.NEXT) * 6:
        watch.mean(arrow)
        seen.add(scene.chosen)
    watch.mean(Aim(missed))
    assert scene.chosen != missed
    assert seen == set(range(4)) - {missed}
    watch.mean(Action.CONFIRM)
    assert isinstance(watch.result, Answered)
    assert watch.result.pick == scene.chosen


@given(st.lists(MEANINGS, max_size=40), st.sampled_from([None, 0, 1, 2]))
def test_whatever_is_pressed_the_miss_is_not_picked(
    meanings: list[Meaning], missed: int | None
) -> None:
    watch = Watch(steal(missed, card=SHORT))
    for meaning in meanings:
        watch.wait(0.4)
        watch.mean(meaning)
    if watch.over:
        assert isinstance(watch.result, Answered)
        assert watch.result.pick is None or watch.result.pick in {0, 1, 2} - {missed}


def test_the_last_seconds_of_a_steal_tick() -> None:
    watch = stealing()
    watch.wait(9.3)
    assert list(watch.cues).count(Cue.TICK) == 5


# -- the bet ------------------------------------------------------------------------


@pytest.mark.parametrize(("place", "percent"), list(enumerate(PERCENTS)))
def test_a_digit_or_a_click_chooses_a_bet_and_only_agreeing_places_it(
    place: int, percent: int
) -> None:
    watch = old(bet())
    watch.mean(Choose(place))
    assert not watch.over
    watch.mean(Action.CONFIRM)
    assert watch.result == percent


@pytest.mark.parametrize("key", [Action.READY, Action.CONFIRM])
def test_a_key_pressed_twice_at_the_gate_places_no_bet(key: Action) -> None:
    watch = old(bet())
    watch.mean(key)
    assert not watch.over
    watch.mean(key)
    assert watch.result == 0


def test_arrows_go_up_to_half_and_down_to_nothing() -> None:
    watch = old(bet())
    scene: Any = watch.scene
    places = []
    for arrow in [Action.RIGHT] * 8 + [Action.LEFT] * 7:
        watch.mean(arrow)
        places.append(scene.chosen)
    assert places == [0, 1, 2, 3, 4, 5, 5, 5, 4, 3, 2, 1, 0, 0, 0]


def test_pointing_changes_no_bet() -> None:
    watch = old(bet())
    watch.mean(Choose(3), Aim(5), Choose(6), Choose(7), Letter("a"), Action.READY)
    assert watch.result == 30


@pytest.mark.parametrize(
    ("score", "percent", "points"), [(995, 50, 498), (994, 50, 497), (995, 10, 100), (0, 50, 0)]
)
@pytest.mark.usefixtures("hidden_window")
def test_what_is_at_stake_is_told_in_points_halves_rounded_up(
    score: int, percent: int, points: int
) -> None:
    scene = bet(score)
    scene.chosen = PERCENTS.index(percent)
    assert scene.stake(percent) == points
    expected = {f"+{points}", f"\N{MINUS SIGN}{points}"} if points else {"no change"}
    assert expected <= said(scene)


@pytest.mark.usefixtures("hidden_window")
def test_the_level_to_come_is_told_and_no_bet_is_before_it_is_chosen() -> None:
    words = said(bet())
    assert any("A hard question comes next" in line for line in words)
    assert "?" in words
    easy = said(BetScene(0, "Mia", 10, "easy", "THE ENCORE", TABLE))
    assert any("An easy question comes next" in line for line in easy)


# -- the heckle ---------------------------------------------------------------------


def test_digits_and_letters_and_arrows_pick_and_take_back() -> None:
    watch = old(heckle())
    scene: Any = watch.scene
    watch.mean(Choose(4), Letter("a"), Action.DOWN, Action.CONFIRM)
    assert scene.picked == {0, 2, 4}
    watch.mean(Letter("e"), Action.CONFIRM)
    assert scene.picked == {0, 2, 4}
    watch.mean(Choose(2), Choose(5), Action.READY)
    assert watch.result == (0, 4, 5)


def test_fewer_than_are_wanted_are_not_sent_and_no_fourth_is_taken() -> None:
    watch = old(heckle(4))
    scene: Any = watch.scene
    watch.mean(Action.READY, Choose(3), Action.READY, Choose(1), Action.READY)
    assert (watch.over, scene.missing) == (False, 1)
    watch.mean(Choose(0), Choose(2))
    assert scene.picked == {0, 1, 3}
    watch.mean(Action.READY)
    assert watch.result == (0, 1, 3)


@given(st.lists(MEANINGS, max_size=40), st.integers(4, 6))
def test_whatever_is_pressed_three_different_candidates_are_sent(
    meanings: list[Meaning], count: int
) -> None:
    watch = old(heckle(count))
    watch.mean(*meanings)
    if watch.over:
        assert isinstance(watch.result, tuple)
        assert len(watch.result) == 3
        assert list(watch.result) == sorted({*watch.result} & {*range(count)})


@pytest.mark.usefixtures("hidden_window")
def test_the_heckler_is_told_who_looks_away_and_how_many_are_missing() -> None:
    scene = heckle()
    words = said(scene)
    assert {"\u200eAna looks away", "Pick three", "pick three"} <= words
    scene.picked = frozenset({1, 2})
    assert {"Pick one more", "pick one more"} <= said(scene)
    scene.picked = frozenset({1, 2, 3})
    assert "\u200eSend them to Ana" in said(scene)


# -- the explanations ---------------------------------------------------------------


@pytest.mark.parametrize("what", EXPLAINED)
def test_an_explanation_goes_on_with_either_key_and_comes_to_rest(what: str) -> None:
    for key in (Action.READY, Action.CONFIRM):
        watch = old(ExplainScene(what))
        watch.wait(1)
        assert watch.scene.pace == 0
        watch.mean(Choose(0), Letter("a"), Action.DOWN)
        assert not watch.over
        watch.mean(key)
        assert (watch.over, watch.result) == (True, None)


@pytest.mark.parametrize("what", EXPLAINED)
@pytest.mark.usefixtures("hidden_window")
def test_an_explanation_says_all_at_once_where_nothing_moves(what: str) -> None:
    painter, _ = reading()
    scene = ExplainScene(what)
    scene.age = 0.0
    assert {beat.caption for beat in EXPLAINED[what].beats}.isdisjoint(
        line.words for line in described(painter, scene, (1280, 720))
    )
    still, _ = reading()
    still.still = True
    at_once = [line.words for line in described(still, scene, (1280, 720))]
    scene.age = 30.0
    assert at_once == [line.words for line in described(painter, scene, (1280, 720))]


@pytest.mark.parametrize("what", EXPLAINED)
def test_an_explanation_is_two_sentences_at_most(what: str) -> None:
    assert 1 <= EXPLAINED[what].says.replace("?", ".").count(".") <= 2


# -- what the gate says -------------------------------------------------------------


@pytest.mark.usefixtures("hidden_window")
def test_the_gate_says_what_for_and_for_whom_and_who_looks_away() -> None:
    more = {"task": "to place a secret bet", "others": "everyone else looks away", "team": "Reds"}
    plain = GateScene(0, "Mia", "ROUND 5", TABLE, "So far", (("Level", "hard"),))
    full = GateScene(0, "Mia", "ROUND 5", TABLE, "So far", (("Level", "hard"),), **more)
    told = {words.removeprefix("\u200e") for words in said(full) - said(plain)}
    assert told == {*more.values()}


# -- what the reveal says -----------------------------------------------------------


def reveal(verdict: Verdict) -> RevealScene:
    return RevealScene(verdict, HEAD, Header("1", "", 0), "on")


def told(verdict: Verdict) -> set[str]:
    scene = reveal(verdict)
    scene.held, scene.told = HOLD, 30.0
    return said(scene)


@pytest.mark.usefixtures("hidden_window")
def test_the_reveal_tells_what_a_turn_brought_to_others_with_its_sign() -> None:
    lines = (
        Beside(1, "Mia", "stole it", 50),
        Beside(2, "Tom", "the heckle worked", 25),
        Beside(0, "Ana", "a bet of 30 %", -1_120),
    )
    words = told(Verdict(CARD, 1, 0, "note", beside=lines))
    assert {"Mia", "stole it", "+50", "Tom", "+25", "Ana", "\N{MINUS SIGN}1,120"} <= words


@pytest.mark.usefixtures("hidden_window")
def test_a_question_that_counts_double_is_marked_and_one_for_no_points_tells_none() -> None:
    plain = told(Verdict(CARD, CARD.key, 600, "note"))
    assert told(Verdict(CARD, CARD.key, 600, "note", doubled=True)) - plain == {"counts double"}
    sudden = told(Verdict(CARD, CARD.key, 0, "Still in", scoreless=True))
    assert {"+ 600", "no points"}.isdisjoint(sudden)
    assert "Still in" in sudden


@pytest.mark.parametrize("stolen", [2, 3])
@pytest.mark.usefixtures("hidden_window")
def test_what_the_thief_picked_is_marked_and_sounds_as_it_went(stolen: int) -> None:
    verdict = Verdict(CARD, 1, 0, "note", stolen=stolen, thief=6)
    assert "the steal" in told(verdict)
    assert "the steal" not in told(Verdict(CARD, 1, 0, "note", thief=6))
    watch = Watch(reveal(verdict))
    watch.wait(HOLD + 0.2)
    assert (Cue.RIGHT in watch.cues) is (stolen == CARD.key)


def test_a_miss_that_nobody_stole_is_not_held_again() -> None:
    assert reveal(Verdict(CARD, 1, 0, "note")).state == "hold"
    assert reveal(Verdict(CARD, 1, 0, "note", thief=6)).state == "told"
    assert reveal(Verdict(CARD, None, 0, "note", stolen=2, thief=6)).state == "hold"

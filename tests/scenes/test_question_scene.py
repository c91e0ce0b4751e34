from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.deal import Card, deal_card
from game.rules.modes import CLOCKS, DEAF
from game.rules.question import Option
from game.scenes.question import QuestionScene
from game.scenes.scene import PAUSED, Answered, Done
from game.stage import LONGEST_STEP
from game.ui.actions import Action, Aim, Choose, Letter, Meaning
from game.ui.props.header import Header
from game.ui.sound import Cue
from tests.rules.bank import question
from tests.scenes.watch import Watch

FOUR = deal_card(question("q", length=60), "s")  # read in three seconds
THREE = deal_card(question("q", wrong=[Option("a"), Option("b")]), "s")
HEAD = Header("TRACK 1 OF 10", "Small", 0)


def asked(card: Card = FOUR, clock: str = "standard", *, answering: bool = True) -> Watch:
    watch = Watch(QuestionScene(card, CLOCKS[clock], HEAD))
    if answering:
        watch.wait(1)
        watch.mean(Action.READY)
        watch.wait(0.5)
    return watch


def scene_of(watch: Watch) -> QuestionScene:
    assert isinstance(watch.scene, QuestionScene)
    return watch.scene


# -- reading ----------------------------------------------------------------------


def test_the_stem_stands_alone_for_its_reading_time_and_the_clock_waits() -> None:
    watch = asked(answering=False)
    watch.wait(2.9)
    assert (watch.scene.state, scene_of(watch).left) == ("read", 20.0)
    watch.wait(0.2)
    assert watch.scene.state == "answer"


@pytest.mark.parametrize("meaning", [*(Action.READY, Action.CONFIRM), Choose(1), Letter("a")])
def test_any_key_skips_the_reading_and_answers_nothing(meaning: Meaning) -> None:
    watch = asked(answering=False)
    watch.wait(DEAF)
    watch.mean(meaning)
    assert (watch.scene.state, watch.result) == ("answer", None)


@pytest.mark.parametrize("meaning", [Action.READY, Choose(1), Letter("a")])
def test_the_key_that_led_here_pressed_twice_skips_no_reading(meaning: Meaning) -> None:
    watch = asked(answering=False)
    watch.mean(meaning)
    watch.wait(0.3)
    watch.mean(meaning)
    assert watch.scene.state == "read"


def test_pointing_and_arrows_skip_no_reading() -> None:
    watch = asked(answering=False)
    watch.wait(1)
    watch.mean(Aim(1), Action.DOWN, Action.MUTE)
    assert watch.scene.state == "read"


# -- answering ----------------------------------------------------------------------


@pytest.mark.parametrize("index", range(4))
def test_digits_and_letters_answer(index: int) -> None:
    for meaning in (Choose(index), Letter("abcd"[index])):
        watch = asked()
        watch.mean(meaning)
        assert watch.result == Answered(index, 500)
        assert Cue.LOCK in watch.cues


@pytest.mark.parametrize(
    "meaning", [Choose(3), Choose(7), Choose(-1), Letter("d"), Letter("z"), Aim(3), Aim(-1)]
)
def test_an_answer_that_is_not_there_is_none(meaning: Meaning) -> None:
    watch = asked(THREE)
    watch.mean(meaning)
    assert watch.result is None


def test_a_double_press_never_answers() -> None:
    watch = asked(answering=False)
    watch.wait(1)
    watch.mean(Choose(0), Choose(0))
    watch.wait(DEAF - 0.05)
    watch.mean(Choose(0))
    assert (watch.scene.state, watch.result) == ("answer", None)
    watch.wait(0.1)
    watch.mean(Choose(2))
    assert watch.result == Answered(2, 400)


def test_agreeing_takes_the_chosen_answer_and_without_one_nothing() -> None:
    watch = asked()
    watch.mean(Action.CONFIRM, Action.READY)
    assert watch.result is None
    watch.mean(Action.DOWN, Action.DOWN, Action.RIGHT, Action.CONFIRM)
    assert watch.result == Answered(3, 500)


def test_the_first_arrow_goes_to_the_first_answer() -> None:
    for arrow in (Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT, Action.NEXT, Action.PREVIOUS):
        watch = asked()
        watch.mean(arrow)
        assert scene_of(watch).chosen == 0


def test_pointing_chooses_and_locks_nothing() -> None:
    watch = asked()
    watch.mean(Aim(2))
    assert (scene_of(watch).chosen, watch.result) == (2, None)


# -- the clock ----------------------------------------------------------------------


@pytest.mark.parametrize(("clock", "limit"), [("quick", 12), ("standard", 20), ("relaxed", 40)])
def test_time_is_up_exactly_at_the_limit(clock: str, limit: int) -> None:
    watch = asked(clock=clock, answering=False)
    scene_of(watch).reading_left = 0.0
    for _ in range(limit * 8 - 1):
        watch.tick(0.125)  # an eighth: sums of it are exact
    assert (scene_of(watch).left, watch.result) == (0.125, None)
    watch.tick(0.125)
    assert watch.result == Answered(None, limit * 1000)


def test_an_answer_just_before_the_limit_counts() -> None:
    watch = asked(answering=False)
    scene_of(watch).reading_left = 0.0
    for _ in range(159):
        watch.tick(0.125)
    watch.mean(Choose(1))
    assert watch.result == Answered(1, 19_875)


def test_untimed_never_ends_by_itself() -> None:
    watch = asked(clock="untimed")
    for _ in range(5000):
        watch.tick(LONGEST_STEP)
    assert (watch.result, scene_of(watch).left) == (None, None)
    assert Cue.TICK not in watch.cues
    watch.mean(Choose(0))
    assert isinstance(watch.result, Answered)


def test_it_warns_once_at_ten_seconds_and_ticks_in_each_of_the_last_five() -> None:
    watch = asked()
    watch.wait(30)
    assert watch.cues.count(Cue.WARN) == 1
    assert watch.cues.count(Cue.TICK) == 6  # as 5, 4, 3, 2, 1 begin and as it ends


@pytest.mark.parametrize("answering", [False, True])
def test_a_pause_is_heard_at_once_even_while_nothing_else_is(answering: bool) -> None:
    watch = asked(answering=False)
    scene_of(watch).reading_left = 0.0 if answering else 9.0
    watch.mean(Choose(0), Action.CONFIRM, Action.BACK)
    assert not watch.over
    watch.mean(Action.PAUSE)
    assert watch.result == PAUSED


def test_esc_asks_for_a_break() -> None:
    watch = asked()
    watch.mean(Action.BACK)
    assert watch.result == PAUSED


MEANINGS = st.one_of(
    st.sampled_from(list(Action)),
    st.builds(Aim, st.integers(-1, 9)),
    st.builds(Choose, st.integers(-1, 9)),
    st.builds(Letter, st.sampled_from("abcdez")),
)


@given(st.lists(st.one_of(MEANINGS, st.floats(0, 1)), max_size=40), st.booleans())
def test_whatever_is_pressed_there_is_one_answer_and_it_is_possible(
    doings: list[Meaning | float], three: bool
) -> None:
    card = THREE if three else FOUR
    scene, done = QuestionScene(card, CLOCKS["quick"], HEAD), None
    for doing in doings:
        if isinstance(doing, float):
            scene.age += doing
            done = scene.tick(doing)
        else:
            done = scene.handle(doing)
        if done is not None:
            break
        assert scene.chosen is None or 0 <= scene.chosen < len(card.options)
    if done is not None and done != Done(PAUSED):
        assert isinstance(done.result, Answered)
        assert done.result.pick in (None, *range(len(card.options)))
        assert 0 <= done.result.ms <= 12_000
        assert done.result.pick is None or done.result.ms >= DEAF * 1000

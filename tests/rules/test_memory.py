from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.memory import DAY, HEART_DAYS, NEW, Memory, after, due, known

NOW = 1_795_370_000.0

answers = st.lists(st.tuples(st.booleans(), st.floats(-1e13, 1e13)), max_size=30)


def told(*answers: tuple[float, bool]) -> Memory:
    """The state after answers at so many days, right or not."""
    state = NEW
    for day, right in answers:
        state = after(state, right, NOW + day * DAY)
    return state


def test_a_fact_never_asked_is_never_known_nor_due() -> None:
    assert known(NEW, NOW) == "never"
    assert not due(NEW, NOW)


def test_one_right_answer_may_have_been_a_guess() -> None:
    state = told((0, True))
    assert known(state, NOW) == "shaky"
    assert not due(state, NOW + 1.9 * DAY)
    assert due(state, NOW + 2 * DAY)


def test_two_right_answers_days_apart_are_by_heart_until_the_fact_is_due() -> None:
    state = told((0, True), (2, True))
    assert state.stability > HEART_DAYS
    assert known(state, NOW + 3 * DAY) == "heart"
    assert known(state, state.due) == "shaky"
    assert due(state, state.due)


def test_the_same_evening_twice_teaches_next_to_nothing() -> None:
    assert told((0, True), (0.01, True)).stability < 1.1 * told((0, True)).stability


def test_a_miss_is_due_at_once_and_no_longer_by_heart() -> None:
    state = told((0, True), (2, True), (10, False))
    assert known(state, NOW + 10 * DAY) == "shaky"
    assert due(state, NOW + 10 * DAY)


def test_right_answers_when_due_come_at_ever_longer_intervals() -> None:
    state, intervals = NEW, []
    at = NOW
    for _ in range(6):
        state = after(state, True, at)
        intervals.append(state.due - at)
        at = state.due
    assert all(longer > 2 * shorter for shorter, longer in pairwise(intervals))


@pytest.mark.parametrize(
    ("days", "stability", "difficulty"),
    [((0,), 2.3065, 2.1181), ((0, 2), 10.9710, 2.1112), ((0, 2, 13), 46.3, 2.1043)],
)
def test_the_model_is_fsrs_6_with_its_published_parameters(
    days: tuple[int, ...], stability: float, difficulty: float
) -> None:
    state = told(*((day, True) for day in days))
    assert state.stability == pytest.approx(stability, rel=0.01)
    assert state.difficulty == pytest.approx(difficulty, rel=0.01)


def test_a_clock_set_back_a_year_counts_as_no_time_and_does_not_hide_the_fact() -> None:
    state = told((0, True), (2, True))
    earlier = NOW - 365 * DAY
    assert due(state, earlier)
    later = after(state, True, earlier)
    assert later.last == earlier
    assert later.due < NOW
    assert later.stability >= state.stability


@given(answers)
def test_any_answers_at_any_times_give_a_sane_state(answers: list[tuple[bool, float]]) -> None:
    state = NEW
    for right, at in answers:
        state = after(state, right, at)
    assert state.asked == len(answers)
    assert state.right == sum(right for right, _ in answers)
    assert state.due >= state.last
    if answers:
        assert 0 < state.stability < 40_000
        assert 1 <= state.difficulty <= 10
        assert known(state, NOW) in ("shaky", "heart")

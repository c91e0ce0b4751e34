from __future__ import annotations

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.score import bonus, points

WORTH = {1: Fraction(1), 2: Fraction(3, 2), 3: Fraction(2)}
LIMITS = st.sampled_from([12_000, 20_000, 40_000]) | st.integers(1, 600_000)


def half_up(figure: Fraction) -> int:
    return floor(figure + Fraction(1, 2))


@given(level=st.sampled_from([1, 2, 3]), limit=LIMITS, data=st.data(), streak=st.integers(0, 30))
def test_points_are_the_formula_in_exact_fractions_rounded_half_up(
    level: int, limit: int, data: st.DataObject, streak: int
) -> None:
    left = data.draw(st.integers(0, limit))
    share = Fraction(2, 3) + Fraction(1, 3) * Fraction(left, limit)
    more = 1 + Fraction(min(50, 10 * max(0, streak - 1)), 100)
    assert points(level, left, limit, speed=True, streak=streak) == half_up(
        100 * WORTH[level] * share * more
    )


@given(level=st.sampled_from([1, 2, 3]), limit=LIMITS, left=st.integers(-(10**7), 10**7))
def test_time_left_outside_the_clock_counts_as_none_or_all(
    level: int, limit: int, left: int
) -> None:
    within = min(max(left, 0), limit)
    assert points(level, left, limit, speed=True) == points(level, within, limit, speed=True)


@given(level=st.sampled_from([1, 2, 3]), limit=LIMITS, data=st.data())
def test_more_time_left_is_never_worth_less(level: int, limit: int, data: st.DataObject) -> None:
    less, more = sorted(data.draw(st.tuples(st.integers(0, limit), st.integers(0, limit))))
    assert points(level, less, limit, speed=True) <= points(level, more, limit, speed=True)


@pytest.mark.parametrize(("level", "left", "points_"), [(1, 0, 67), (1, 1, 68), (1, 2, 69)])
def test_some_figures_worked_out_by_hand(level: int, left: int, points_: int) -> None:
    # A clock of 24 ms: 66.67 and 1.39 points for each millisecond left.
    assert points(level, left, 24, speed=True) == points_


def test_a_half_is_rounded_up() -> None:
    # 200 * (2/3 + 1/3 * left/T) = 140.5 where left/T = 43/400; an even neighbour lies below.
    assert points(3, 43, 400, speed=True) == 141
    # 141.5, where rounding to the even neighbour would go up as well.
    assert points(3, 49, 400, speed=True) == 142


@pytest.mark.parametrize(("level", "full"), [(1, 100), (2, 150), (3, 200)])
@pytest.mark.parametrize("limit", [20_000, None])
def test_without_speed_a_right_answer_brings_it_all(
    level: int, full: int, limit: int | None
) -> None:
    assert {points(level, left, limit, speed=False) for left in (0, 1, 20_000)} == {full}


@pytest.mark.parametrize(("level", "two_thirds"), [(1, 67), (2, 100), (3, 133)])
def test_where_nobody_is_timed_the_third_for_speed_is_not_earned(
    level: int, two_thirds: int
) -> None:
    assert {points(level, left, None, speed=True) for left in (-5, 0, 9999)} == {two_thirds}


def test_a_streak_adds_ten_percent_a_step_from_the_second_and_fifty_at_most() -> None:
    assert [bonus(streak) for streak in range(9)] == [0, 0, 10, 20, 30, 40, 50, 50, 50]


def test_a_streak_is_worth_its_percent() -> None:
    steps = [points(1, 0, None, speed=False, streak=streak) for streak in range(9)]
    assert steps == [100, 100, 110, 120, 130, 140, 150, 150, 150]

"""Points, in whole numbers only: two machines never differ in the last digit."""

from __future__ import annotations

# D in the formula, in halves: 1, 1.5 and 2 by level.
_HALVES = {1: 2, 2: 3, 3: 4}
_FULL = 100
STREAK_STEP = 10
STREAK_MOST = 50


def points(level: int, left_ms: int, limit_ms: int | None, *, speed: bool, streak: int = 0) -> int:
    """What a right answer is worth.

    `round(100 * D * (2/3 + 1/3 * left/T))`: two thirds for knowing, one for
    speed. Where speed does not count, everyone has the full `100 * D`; where
    it would count but nobody is timed, the third for speed is not earned.
    `streak` counts right answers in a row with this one; each from the second
    adds 10 %, at most 50 %.
    """
    above = _FULL * _HALVES[level]
    below = 2
    if speed:
        total = limit_ms or 1
        left = min(max(left_ms, 0), total) if limit_ms else 0
        above *= 2 * total + left
        below *= 3 * total
    above *= 100 + bonus(streak)
    below *= 100
    return (2 * above + below) // (2 * below)


def bonus(streak: int) -> int:
    """Percent added for `streak` right answers in a row."""
    return min(max(streak - 1, 0) * STREAK_STEP, STREAK_MOST)

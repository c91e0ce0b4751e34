from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.ui.countdown import LAST_SECONDS, LATEST, WARNING, Countdown
from game.ui.sound import Cue


def heard(time: Countdown, seconds: float, dt: float = 0.125) -> list[Cue]:
    """What is heard in so many seconds."""
    return [cue for _ in range(round(seconds / dt)) for cue in time.tick(dt)]


def test_the_clock_stands_while_there_is_something_to_read() -> None:
    time = Countdown(20.0, 3.0)
    heard(time, 2.875)
    assert (time.running, time.spent, time.left) == (False, 0.0, 20.0)
    heard(time, 1.125)
    assert (time.running, time.spent, time.left) == (True, 1.0, 19.0)


def test_nobody_reads_what_is_still_coming_unless_it_is_late_for_good() -> None:
    time = Countdown(20.0, 3.0)
    for _ in range(round(LATEST / 0.5)):
        time.tick(0.5, coming=True)
    assert time.reading == 3.0
    time.tick(0.5, coming=True)
    assert time.reading == 2.5


def test_one_warning_is_heard_and_a_tick_for_each_of_the_last_seconds() -> None:
    time = Countdown(20.0)
    assert heard(time, 20.0 - WARNING - 0.125) == []
    assert heard(time, 0.125) == [Cue.WARN]
    assert heard(time, WARNING) == [Cue.TICK] * round(LAST_SECONDS + 1)
    assert time.up


def test_without_a_limit_nothing_is_heard_and_the_time_is_never_up() -> None:
    time = Countdown(None)
    assert heard(time, 60.0) == []
    assert (time.left, time.up, time.ms) == (None, False, 60_000)


@given(st.floats(0.0, 40.0))
def test_a_clock_that_was_stopped_goes_on_with_what_was_left(left: float) -> None:
    time = Countdown(20.0, 3.0)
    time.carry_on(left)
    assert time.running
    assert time.left is not None
    assert abs(time.left - min(left, 20.0)) < 1e-9


def test_who_is_too_late_has_spent_the_limit_however_long_the_last_tick_was() -> None:
    time = Countdown(20.0)
    time.tick(31.0)
    assert (time.up, time.left, time.late_ms) == (True, 0.0, 20_000)

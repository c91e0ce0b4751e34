"""What a player knows, per fact: FSRS, the free spaced repetition scheduler.

The model and its parameters are those of Open Spaced Repetition (Ye, Su and Cao, "A Stochastic
Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling", KDD 2022), as fitted to the
reviews of some ten thousand people, in the library `fsrs`. A right answer is rated "good", a wrong
or late one "again"; intervals are not jittered, so the same answers give the same state anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

    from fsrs import Card, Scheduler

Known = Literal["never", "shaky", "heart"]

DAY = 86_400.0

# A fact is known by heart when it is expected to last a week: one right answer, which may have been
# a guess, gives 2.3 days, a second one two days later eleven.
HEART_DAYS = 7.0

# The years 1970 to 9000: beyond them a broken clock would leave the calendar.
_LATEST = 221_845_392_000.0


@dataclass(frozen=True, slots=True)
class Memory:
    """The state of one fact in one head; times are UTC seconds.

    `stability` is the number of days after which it will be remembered nine times in ten,
    `difficulty` goes from 1 to 10. Both are 0 before the first answer.
    """

    asked: int = 0
    right: int = 0
    stability: float = 0.0
    difficulty: float = 0.0
    last: float = 0.0
    due: float = 0.0


NEW = Memory()


def after(state: Memory, right: bool, at: float) -> Memory:
    """The state after an answer at `at`; where a clock was set back, no time has gone by."""
    from fsrs import Rating

    now = _sane(at)
    rating = Rating.Good if right else Rating.Again
    card, _ = _scheduler().review_card(_card(state, now), rating, _when(now))
    return Memory(
        asked=state.asked + 1,
        right=state.right + right,
        stability=card.stability or 0.0,
        difficulty=card.difficulty or 0.0,
        last=now,
        due=card.due.timestamp() if right else now,
    )


def due(state: Memory, at: float) -> bool:
    """Whether it is time to ask: at once after a miss, never before the first answer.

    A last answer over a day ahead was given under a clock that ran wrong: then it is time, too.
    """
    return state.asked > 0 and (_sane(at) >= state.due or _sane(at) < state.last - DAY)


def known(state: Memory, at: float) -> Known:
    """How well the fact is known at `at`: by heart when it holds for a week and is not due."""
    if not state.asked:
        return "never"
    return "heart" if state.stability >= HEART_DAYS and not due(state, at) else "shaky"


def _sane(at: float) -> float:
    return min(max(at, 0.0), _LATEST)


def _when(at: float) -> datetime:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(at, UTC)


def _card(state: Memory, now: float) -> Card:
    from fsrs import Card, State

    if not state.asked:
        return Card(1, due=_when(now))
    return Card(
        1,
        State.Review,
        stability=state.stability,
        difficulty=state.difficulty,
        due=_when(now),
        last_review=_when(min(state.last, now)),
    )


@lru_cache(maxsize=1)
def _scheduler() -> Scheduler:
    """The steps of minutes are left out: evenings are days apart, and a miss is due at once."""
    from fsrs import Scheduler

    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)

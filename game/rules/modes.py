"""The ways to play, as tables: to add one is to add a row. Times are in seconds."""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.question import Question


@dataclass(frozen=True, slots=True)
class Clock:
    """How long a player has. `limit` is None where nobody is timed."""

    name: str
    title: str
    limit: float | None
    reading_rate: float = 20.0

    def reading(self, stem: str) -> float:
        """Seconds for which the stem stands alone, at `reading_rate` characters a second."""
        return min(max(len(stem) / self.reading_rate, 2.0), 12.0)


CLOCKS: dict[str, Clock] = {
    clock.name: clock
    for clock in (
        Clock("quick", "Quick", 12.0),
        Clock("standard", "Standard", 20.0),
        Clock("relaxed", "Relaxed", 40.0, reading_rate=13.0),
        Clock("untimed", "Untimed", None),
    )
}

# Seconds left at which the clock warns, and from which it ticks.
WARNING = 10.0
LAST_SECONDS = 5.0

# How long the pick is held before the reveal, and how long a new screen is deaf,
# so that a double press never answers twice.
HOLD = 1.2
DEAF = 0.35


@dataclass(frozen=True, slots=True)
class Mode:
    """One way to play.

    `length` counts questions for each player: one after the other in solo, one
    a round in a party. `speed` says whether time left is worth points,
    `streak` whether a roll is.
    """

    name: str
    title: str
    blurb: str
    fewest: int
    most: int
    length: int
    speed: bool
    streak: bool
    clock: str = "standard"

    @property
    def is_party(self) -> bool:
        return self.most > 1


MODES: dict[str, Mode] = {
    mode.name: mode
    for mode in (
        Mode("setlist", "Setlist", "ten tracks, one night, your score", 1, 1, 10, True, True),
        Mode("party", "Party", "pass the keyboard, two to eight players", 2, 8, 5, False, False),
    )
}

LEVEL_NAMES = {1: "easy", 2: "medium", 3: "hard"}


def reading_time(question: Question, clock: Clock) -> float:
    """Seconds for which the question's stem is shown before its options."""
    return clock.reading(question.stem)

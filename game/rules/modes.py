"""The ways to play, as tables: to add one is to add a row. Times are in seconds."""

from __future__ import annotations

from dataclasses import dataclass


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

# How long the pick is held before the reveal, and how long a new screen is deaf,
# so that a double press never answers twice.
HOLD = 1.2
DEAF = 0.35

# Seconds that the lifeline "extra time" adds.
EXTRA_TIME = 15.0
LIVES = 3


@dataclass(frozen=True, slots=True)
class Mode:
    """One way to play.

    `length` counts questions for each player: one after the other in solo, one
    a round in a party; `lengths` are those a player may choose. `speed` says
    whether time left is worth points, `streak` whether a roll is. `lives` is
    how many misses end the match (None: none does). `lifelines` may be used
    once each. `seed` is what every match is dealt from, where that is not left
    to chance; `fresh` says whether what was seen lately is drawn last.
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
    lengths: tuple[int, ...] = ()
    lives: int | None = None
    lifelines: tuple[str, ...] = ()
    fresh: bool = True
    climbs: bool = True

    @property
    def is_party(self) -> bool:
        return self.most > 1


MODES: dict[str, Mode] = {
    mode.name: mode
    for mode in (
        Mode(
            "setlist",
            "Setlist",
            "tracks that get harder, three lifelines",
            1,
            1,
            10,
            speed=True,
            streak=True,
            lengths=(5, 10, 20),
            lifelines=("half", "time", "swap"),
        ),
        Mode(
            "marathon",
            "Marathon",
            "three lives, until the pack runs dry",
            1,
            1,
            400,
            speed=True,
            streak=True,
            lives=LIVES,
            climbs=False,
        ),
        Mode(
            "daily",
            "Daily gig",
            "the same ten for everyone today",
            1,
            1,
            10,
            speed=True,
            streak=True,
            fresh=False,
        ),
        Mode(
            "soundcheck",
            "Soundcheck",
            "practise what you keep missing",
            1,
            1,
            10,
            speed=False,
            streak=False,
            clock="untimed",
            climbs=False,
        ),
        Mode(
            "duel",
            "Duel",
            "the same ten against a friend’s ghost",
            1,
            1,
            10,
            speed=True,
            streak=True,
            fresh=False,
        ),
        Mode(
            "party",
            "Party",
            "pass the keyboard, two to eight players",
            2,
            8,
            5,
            speed=False,
            streak=False,
        ),
    )
}
SOLO = tuple(mode for mode in MODES.values() if not mode.is_party)

# What a lifeline is called, and the letter that calls it.
LIFELINES = {"half": ("fifty-fifty", "h"), "time": ("extra time", "x"), "swap": ("another", "s")}

LEVEL_NAMES = {1: "easy", 2: "medium", 3: "hard"}

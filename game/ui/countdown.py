"""Seconds to read what is asked, then seconds to answer it, of which the last ones are heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.ui.sound import Cue

# Seconds left at which the clock warns, and from which it ticks.
WARNING = 10.0
LAST_SECONDS = 5.0
# What is asked about and is this late is late for good: seconds.
LATEST = 6.0


@dataclass(slots=True)
class Countdown:
    """`limit` seconds for an answer, None where nobody is timed; `reading` seconds come before.

    `spent` are the seconds since the reading was over, `waited` those before it could begin.
    """

    limit: float | None
    reading: float = 0.0
    spent: float = 0.0
    waited: float = 0.0

    @property
    def running(self) -> bool:
        """Whether the time to read is over."""
        return self.reading <= 0

    @property
    def left(self) -> float | None:
        """Seconds left for the answer; None where nobody is timed."""
        return None if self.limit is None else max(0.0, self.limit - self.spent)

    @property
    def up(self) -> bool:
        """Whether no time is left."""
        return self.left is not None and self.left <= 0

    @property
    def ms(self) -> int:
        """Milliseconds spent."""
        return round(self.spent * 1000)

    @property
    def late_ms(self) -> int:
        """Milliseconds that who was too late has spent."""
        return round((self.limit or 0.0) * 1000)

    def carry_on(self, left: float) -> None:
        """Start where the clock was stopped, with so many seconds to go."""
        self.reading = 0.0
        self.spent = max(0.0, (self.limit or 0.0) - left)

    def tick(self, dt: float, *, coming: bool = False) -> tuple[Cue, ...]:
        """`dt` seconds pass; what is heard of it. `coming`: what is to be read is on its way."""
        if self.running:
            before = self.left
            self.spent += dt
            return tuple(self._heard(before))
        if coming and self.waited < LATEST:
            # It is not there yet: nobody can have read it.
            self.waited += dt
        else:
            self.reading -= dt
        return ()

    def _heard(self, before: float | None) -> Iterator[Cue]:
        after = self.left
        if before is None or after is None:
            return
        if after <= WARNING < before:
            yield Cue.WARN
        # One tick for each of the last seconds that has begun.
        if after <= LAST_SECONDS and int(-after // 1) != int(-before // 1):
            yield Cue.TICK

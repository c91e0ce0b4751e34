"""A match and its points."""

from __future__ import annotations

from dataclasses import dataclass

from game.rules import tally
from game.rules.dealt import Dealt
from game.rules.tally import Entry
from game.rules.worked import worked


@dataclass(frozen=True, slots=True)
class Scored(Dealt):
    """What was dealt and played, and what it brought."""

    @worked
    def entries(self) -> tuple[Entry, ...]:
        """Every point there is, with its reason."""
        return tally.entries(self)

    def gained(self, number: int) -> int:
        """The points that answer `number` (from 0) brought, without any bet on it."""
        return tally.gained(self, number)

    def score(self, seat: int = 0, turns: int | None = None) -> int:
        """A seat's points, after the first `turns` answers or after all."""
        return sum(
            entry.points
            for entry in self.entries
            if entry.seat == seat and (turns is None or entry.number < turns)
        )

    @property
    def scores(self) -> tuple[int, ...]:
        """Everyone's points, by seat."""
        return tuple(self.score(seat) for seat in range(len(self.players)))

"""The match that the game must deal, and the points that its turns must bring, worked out apart."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from game.packs.library import open_pack
from game.rules.modes import CLOCKS, MODES
from game.rules.seating import deal_match
from game.story.rack import Rack
from game.story.tonight import Tonight
from tests.window.harness import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.packs.pack import Pack
    from game.rules.match import Match
    from tests.window.harness import Line

WORTH = {1: Fraction(100), 2: Fraction(150), 3: Fraction(200)}


@cache
def pack() -> Pack:
    """The pack that the game opens with."""
    return open_pack(ROOT / "questions" / "almost-famous.yaml", origin="shipped")


def dealt(mode: str, players: Sequence[str], seed: str, clock: str = "standard") -> Match:
    """The match as the game deals it for these options."""
    cards = pack()
    return deal_match(cards.fingerprint, cards.questions, MODES[mode], players, seed, CLOCKS[clock])


def an_evening() -> Tonight:
    """An evening on which nothing was played before."""
    return Tonight(Rack(ROOT / "questions", None), "almost-famous", str)


@dataclass(slots=True)
class Ledger:
    """Adds up what the turns of a trace are worth by the book, not by the game's own sums."""

    match: Match
    scores: Counter[int] = field(default_factory=Counter)
    rolls: Counter[int] = field(default_factory=Counter)

    def book(self, line: Line) -> None:
        """Book the next turn, and write it into the match.

        Raises:
            AssertionError: when the trace says another seat, number or score than the book.
        """
        card, slot = self.match.card, self.match.next
        assert line["turn"] == len(self.match.turns) + 1
        assert line["seat"] == slot.seat
        pick, ms = line["pick"], line["ms"]
        assert pick is None or isinstance(pick, int)
        assert isinstance(ms, int)
        self.rolls[slot.seat] = self.rolls[slot.seat] + 1 if pick == card.key else 0
        if pick == card.key:
            self.scores[slot.seat] += self._worth(card.question.level, ms, self.rolls[slot.seat])
        assert line["score"] == self.scores[slot.seat]
        self.match = self.match.answer(pick, ms)

    def _worth(self, level: int, ms: int, roll: int) -> int:
        """`round(100 * D * (2/3 + 1/3 * left/T))` and the roll alone, the full `100 * D` else."""
        worth = WORTH[level]
        if self.match.mode.name in ("setlist", "marathon"):
            limit = Fraction(self.match.clock.limit or 0) * 1000
            worth *= Fraction(2, 3) + Fraction(1, 3) * (limit - ms) / limit
            worth *= 1 + min(Fraction(roll - 1, 10), Fraction(1, 2))
        return math.floor(worth + Fraction(1, 2))

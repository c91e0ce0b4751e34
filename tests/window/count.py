"""The points of a night, counted from the trace by the book and not by the game's own sums."""

from __future__ import annotations

import math
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from game.scenes.standings import LedgerLine
from tests.window.expected import WORTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.rules.match import Match
    from tests.window.harness import Line

HECKLED = 25


def rounded(points: Fraction) -> int:
    """To the nearest, halves up."""
    return math.floor(points + Fraction(1, 2))


@dataclass(slots=True)
class Count:
    """What everyone has, and how it came; `won` counts (seat, kind), `levels` (seat, level)."""

    points: list[int]
    out: set[int] = field(default_factory=set)
    hecklers: dict[int, int] = field(default_factory=dict)
    stakes: dict[int, int] = field(default_factory=dict)
    won: Counter[tuple[int, str]] = field(default_factory=Counter)
    levels: Counter[tuple[int, int]] = field(default_factory=Counter)
    before: Count | None = None

    def book(self, match: Match, *lines: Line) -> None:
        """Book turns that were kept at once; of `match`, which they go on from, only the cards.

        Raises:
            AssertionError: when the trace says another number, seat or score than the book.
        """
        for ahead, line in enumerate(lines):
            assert line["turn"] == len(match.turns) + ahead + 1
            getattr(self, f"_{line['kind']}")(match, ahead, line)
        assert lines[-1]["scores"] == self.points
        assert [line["score"] for line in lines] == [self.points[seat_of(each)] for each in lines]

    def _answer(self, match: Match, ahead: int, line: Line) -> None:
        self.before = deepcopy(self)
        slot = match.course[len(match.played) + ahead]
        seat, card = slot.seat, match.cards[slot.card]
        assert line["seat"] == seat
        right, points = line["pick"] == card.key, self._worth(match, slot.round, slot.card)
        self.levels[seat, card.question.level] += 1
        # Before what is won with it: nobody stakes more than that.
        stake = min(self.stakes.get(seat, 0), self.points[seat]) if self._last(match, slot) else 0
        self.points[seat] += stake if right else -stake
        if right:
            self._wins(seat, "answer", points)
        elif line["pick"] is not None and slot.card in self.hecklers:
            twice = 2 if self._last(match, slot) else 1
            self._wins(self.hecklers[slot.card], "heckle", HECKLED * twice)

    def _last(self, match: Match, slot: object) -> bool:
        """Whether it is in the last round, and that counts double."""
        return match.house.encore and getattr(slot, "round", 0) == match.house.rounds

    def _worth(self, match: Match, number: int, card: int) -> int:
        """What a card brings in round `number`; in the rounds after the last one nothing."""
        if number > match.house.rounds:
            return 0
        twice = 2 if match.house.encore and number == match.house.rounds else 1
        return int(WORTH[match.cards[card].question.level]) * twice

    def _steal(self, match: Match, _ahead: int, line: Line) -> None:
        slot = match.course[len(match.played) - 1]
        assert line["seat"] not in (slot.seat, self.hecklers.get(slot.card))
        if line["pick"] == match.cards[slot.card].key:
            half = Fraction(self._worth(match, slot.round, slot.card), 2)
            self._wins(seat_of(line), "steal", rounded(half))

    def _heckle(self, match: Match, _ahead: int, line: Line) -> None:
        slot = match.course[len(match.played)]
        assert line["seat"] != slot.seat
        self.hecklers[slot.card] = seat_of(line)

    def _bet(self, _match: Match, _ahead: int, line: Line) -> None:
        seat, percent = seat_of(line), line["amount"]
        assert isinstance(percent, int)
        assert seat not in self.stakes
        self.stakes[seat] = rounded(Fraction(self.points[seat] * percent, 100))

    def _void(self, _match: Match, _ahead: int, _line: Line) -> None:
        assert self.before is not None
        was = self.before
        self.points, self.won, self.levels = was.points, was.won, was.levels

    def _out(self, _match: Match, _ahead: int, line: Line) -> None:
        self.out.add(seat_of(line))

    def _join(self, _match: Match, _ahead: int, line: Line) -> None:
        there = [points for seat, points in enumerate(self.points) if seat not in self.out]
        assert line["seat"] == len(self.points)
        self.points.append(rounded(Fraction(sum(there), len(there))))

    def _wins(self, seat: int, how: str, points: int) -> None:
        self.points[seat] += points
        self.won[seat, how] += 1

    def ledger(self, names: Sequence[str]) -> tuple[LedgerLine, ...]:
        """What everyone has been asked, and what has come of it; before any bet."""
        return tuple(
            LedgerLine(
                seat,
                name,
                easy=self.levels[seat, 1],
                medium=self.levels[seat, 2],
                hard=self.levels[seat, 3],
                right=self.won[seat, "answer"],
                stolen=self.won[seat, "steal"],
                heckled=self.won[seat, "heckle"],
                bet=0,
            )
            for seat, name in enumerate(names)
        )


def seat_of(line: Line) -> int:
    """Whose turn a line of the trace is."""
    seat = line["seat"]
    assert isinstance(seat, int)
    return seat

"""The points and places of an evening, counted by nothing that the rules count with.

All it needs besides the turns is what the `Evening` noted: in which round each answer was given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

from game.rules.match import Match
from game.rules.turn import ANSWER, BACK, BET, CORRECT, HECKLE, JOIN, SKIP, STEAL, VOID, Turn
from tests.rules.evenings import Evening

WORTH = {1: 100, 2: 150, 3: 200}


def living(evening: Evening) -> Iterator[tuple[int, Turn]]:
    """The turns that nothing took back, with their places."""
    turns = evening.match.turns
    last = evening.match.last_round
    for at, turn in enumerate(turns):
        later = [(v, each) for v, each in enumerate(turns) if v > at and each.kind == VOID]
        if turn.kind in (ANSWER, STEAL):
            if any(each.card == turn.card for _, each in later):
                continue
        elif turn.kind == HECKLE:
            gone = [e for e in turns[at:] if e.kind in (VOID, SKIP) and e.card == turn.card]
            if gone:
                continue
        elif turn.kind == BET and any(_before_last(evening, v, last) for v, _ in later):
            continue
        yield at, turn


def _before_last(evening: Evening, void: int, last: int) -> bool:
    """Whether the answer that was taken back belonged to a round before the last."""
    turns = evening.match.turns
    answered = max(
        at for at in range(void) if turns[at].kind == ANSWER and turns[at].card == turns[void].card
    )
    return evening.rounds[answered] < last


@dataclass(slots=True)
class Book:
    """What everyone has so far, who heckled which card, and the stake that each has put down."""

    match: Match
    sums: list[int]
    hecklers: dict[int, int] = field(default_factory=dict)
    stakes: dict[int, int] = field(default_factory=dict)

    def answer(self, turn: Turn, number: int) -> None:
        """An answer in round `number`."""
        card, before = self.match.cards[turn.card], self.sums[turn.seat]
        right = turn.pick == card.key
        if right:
            self.sums[turn.seat] += WORTH[card.question.level] * self.factor(number)
        elif turn.pick is not None and turn.card in self.hecklers:
            self.sums[self.hecklers[turn.card]] += 25 * self.factor(number)
        if turn.seat in self.stakes and number == self.match.last_round:
            stake = min(self.stakes[turn.seat], before)
            self.sums[turn.seat] += stake if right else -stake

    def steal(self, turn: Turn, number: int) -> None:
        card = self.match.cards[turn.card]
        if turn.pick == card.key:
            self.sums[turn.seat] += WORTH[card.question.level] * self.factor(number) // 2

    def factor(self, number: int) -> int:
        """What is won in a round counts once, twice, or not at all."""
        if number > self.match.last_round:
            return 0
        return 2 if self.match.house.encore and number == self.match.last_round else 1


def recount(evening: Evening) -> list[int]:
    """Everyone's points, from the turns."""
    book = Book(evening.match, [0] * len(evening.match.players))
    number = 0
    for at, turn in living(evening):
        number = evening.rounds.get(at, number)
        if turn.kind == ANSWER:
            book.answer(turn, number)
        elif turn.kind == STEAL:
            book.steal(turn, number)
        elif turn.kind in (JOIN, BACK, CORRECT):
            book.sums[turn.seat] = max(0, book.sums[turn.seat] + turn.amount)
        elif turn.kind == HECKLE:
            book.hecklers[turn.card] = turn.seat
        elif turn.kind == BET:
            part = Fraction(book.sums[turn.seat] * turn.amount, 100)
            book.stakes[turn.seat] = floor(part + Fraction(1, 2))
    return book.sums


def places(evening: Evening, sums: list[int]) -> list[int]:
    """Everyone's rank at the end, from the points and the answers of the sudden death."""
    match = evening.match
    there = [seat for seat in range(len(sums)) if seat not in match.out]
    best = max(sums[seat] for seat in there)
    tied = [seat for seat in there if sums[seat] == best]
    answers = [(at, turn) for at, turn in living(evening) if turn.kind == ANSWER]
    sudden = sorted({evening.rounds[at] for at, _ in answers} - set(range(match.last_round + 1)))
    first = tied
    for number in sudden if match.house.sudden and len(tied) > 1 else ():
        right = {t.seat: match.right(t) for at, t in answers if evening.rounds[at] == number}
        if len(first) > 1 and set(first) <= set(right):
            first = [seat for seat in first if right[seat]] or first
    ahead = len(first) if len(first) < len(tied) else 0

    def key(seat: int) -> tuple[bool, int, bool]:
        return seat not in match.out, sums[seat], bool(ahead) and seat in first

    ordered = sorted(map(key, range(len(sums))), reverse=True)
    return [1 + ordered.index(key(seat)) for seat in range(len(sums))]

"""What a match is made of: what was dealt, and the turns there were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from game.rules.course import Course, of_level, walk
from game.rules.deal import Card
from game.rules.house import PLAIN, House
from game.rules.likeness import nearest_stand_in
from game.rules.modes import Clock, Mode
from game.rules.turn import ANSWER, VOID, Slot, Turn
from game.rules.worked import worked


@dataclass(frozen=True, slots=True)
class Dealt:
    """A match as dealt, and what has been played of it.

    `pack` is the pack's fingerprint, `cards` everything that was dealt, `plan`
    who gets which card in what order as long as nothing comes between, `spares`
    the cards that stand in: for one swapped or voided, and in other forms for
    one missed. `players` are the names of the seats, `teams` who sits in each
    where they are teams, `house` what a party plays by, and `reserve` the sets
    of cards to play off a tie with. Times are milliseconds.
    """

    pack: str
    seed: str
    mode: Mode
    clock: Clock
    players: tuple[str, ...]
    cards: tuple[Card, ...]
    plan: tuple[Slot, ...]
    turns: tuple[Turn, ...] = ()
    spares: tuple[int, ...] = ()
    house: House = PLAIN
    teams: tuple[tuple[str, ...], ...] = ()
    reserve: tuple[tuple[int, ...], ...] = ()
    memo: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @worked
    def walked(self) -> Course:
        """The plan after what has happened; misses do not come back in it."""
        return walk(self.plan, self.spares, self.reserve, self.turns, self.found)

    @worked
    def played(self) -> tuple[Turn, ...]:
        """The answers that count, in order."""
        if self.mode.lives is None:
            return tuple(self.walked.played)
        counting: list[Turn] = []
        for turn in self.turns:
            if turn.kind == ANSWER:
                counting.append(turn)
            elif turn.kind == VOID:
                # The same card may come a second time.
                last = max(n for n, each in enumerate(counting) if each.card == turn.card)
                del counting[last]
        return tuple(counting)

    @worked
    def slots(self) -> tuple[Slot, ...]:
        """The slot of each answer that counts."""
        if self.mode.lives is None:
            return tuple(self.walked.done)
        return tuple(Slot(turn.seat, turn.card) for turn in self.played)

    @property
    def ahead(self) -> tuple[Slot, ...]:
        """What of the plan is to come."""
        return tuple(self.walked.ahead)

    @property
    def steals(self) -> dict[int, Turn]:
        """Who tried to steal, by card."""
        return self.walked.steals

    @property
    def heckles(self) -> dict[int, Turn]:
        """Who chose the wrong options, by card."""
        return self.walked.heckles

    @property
    def bets(self) -> dict[int, Turn]:
        """What was put on the last round, by seat."""
        return self.walked.bets

    @property
    def out(self) -> frozenset[int]:
        """The seats that have left."""
        return frozenset(self.walked.out)

    def standing(self, cards: Iterable[int]) -> list[int]:
        """`cards`, each as what was replaced stands now; those without a stand-in are left out."""
        return self.walked.at_first(cards)

    @property
    def limit_ms(self) -> int | None:
        """Milliseconds for an answer; None where nobody is timed."""
        return None if self.clock.limit is None else round(self.clock.limit * 1000)

    @worked
    def last_round(self) -> int:
        """The number of the last round of the plan; 0 where rounds are not told apart."""
        return max((slot.round for slot in self.plan), default=0)

    def right(self, turn: Turn) -> bool:
        """Whether the turn was answered with the key."""
        return turn.pick == self.cards[turn.card].key

    def roll(self, number: int) -> int:
        """Right answers in a row by one player, up to and with answer `number` (from 0)."""
        played = self.played
        own = [each for each in played[: number + 1] if each.seat == played[number].seat]
        return sum(1 for _ in takewhile(self.right, reversed(own)))

    def current_roll(self, seat: int = 0) -> int:
        """How many right answers in a row the seat has just now."""
        own = [number for number, turn in enumerate(self.played) if turn.seat == seat]
        return self.roll(own[-1]) if own else 0

    def longest_roll(self, seat: int = 0) -> int:
        """The most right answers in a row the seat had."""
        own = (number for number, turn in enumerate(self.played) if turn.seat == seat)
        return max((self.roll(number) for number in own), default=0)

    def found(self, card: int, spares: Sequence[int]) -> int | None:
        """The best of the spares in the place of `card`."""
        if self.mode.is_party:
            return nearest_stand_in(card, spares, self.cards)
        return of_level(self.cards[card].question.level, spares, self.cards)

"""A match is the list of its turns; all else is worked out from them.

Score, whose turn, the roll and "over" are computed each time they are asked
for, so that no two of them can disagree, and resuming, replaying and disputing
a match are all the same turns again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from game.rules.deal import Card, deal_cards, rounds, setlist
from game.rules.modes import CLOCKS, Clock, Mode
from game.rules.question import Question
from game.rules.score import points


@dataclass(frozen=True, slots=True)
class Turn:
    """One answer: who, to which card, which option (None: too late), and how fast.

    `ms` are milliseconds from the options' coming in to the pick.
    """

    seat: int
    card: int
    pick: int | None
    ms: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A turn to come: a seat and the card that waits for it."""

    seat: int
    card: int


@dataclass(frozen=True, slots=True)
class Match:
    """A match as dealt, and what has been played of it.

    `pack` is the pack's fingerprint, `cards` everything that was dealt,
    `plan` who gets which card in what order. Times are milliseconds.
    """

    pack: str
    seed: str
    mode: Mode
    clock: Clock
    players: tuple[str, ...]
    cards: tuple[Card, ...]
    plan: tuple[Slot, ...]
    turns: tuple[Turn, ...] = ()

    @property
    def over(self) -> bool:
        """Whether every turn of the plan has been played."""
        return len(self.turns) >= len(self.plan)

    @property
    def next(self) -> Slot:
        """The turn to come.

        Raises:
            IndexError: when the match is over.
        """
        return self.plan[len(self.turns)]

    @property
    def card(self) -> Card:
        """The card of the turn to come."""
        return self.cards[self.next.card]

    @property
    def limit_ms(self) -> int | None:
        """Milliseconds for an answer; None where nobody is timed."""
        return None if self.clock.limit is None else round(self.clock.limit * 1000)

    @property
    def round(self) -> int:
        """The number of the round to come, or of the last when over, from 1."""
        at = min(len(self.turns), len(self.plan) - 1)
        return at // len(self.players) + 1

    @property
    def round_count(self) -> int:
        return len(self.plan) // len(self.players)

    def answer(self, pick: int | None, ms: int) -> Match:
        """The match after the turn to come was answered so.

        Raises:
            ValueError: when the match is over, or there is no such option.
        """
        if self.over:
            raise ValueError("the match is over")
        if pick is not None and not 0 <= pick < len(self.card.options):
            raise ValueError(f"there is no option {pick}")
        turn = Turn(self.next.seat, self.next.card, pick, max(0, ms))
        return replace(self, turns=(*self.turns, turn))

    def right(self, turn: Turn) -> bool:
        """Whether the turn was answered with the key."""
        return turn.pick == self.cards[turn.card].key

    def roll(self, number: int) -> int:
        """Right answers in a row by one player, up to and with turn `number` (from 0)."""
        turn = self.turns[number]
        own = [each for each in self.turns[: number + 1] if each.seat == turn.seat]
        return sum(1 for _ in takewhile(self.right, reversed(own)))

    def gained(self, number: int) -> int:
        """The points that turn `number` (from 0) brought."""
        turn = self.turns[number]
        if not self.right(turn):
            return 0
        limit = self.limit_ms
        return points(
            self.cards[turn.card].question.level,
            (limit or 0) - turn.ms,
            limit,
            speed=self.mode.speed,
            streak=self.roll(number) if self.mode.streak else 0,
        )

    def score(self, seat: int = 0, turns: int | None = None) -> int:
        """A seat's points, after the first `turns` turns or after all."""
        count = len(self.turns) if turns is None else turns
        return sum(
            self.gained(number) for number in range(count) if self.turns[number].seat == seat
        )

    @property
    def scores(self) -> tuple[int, ...]:
        """Everyone's points, by seat."""
        return tuple(self.score(seat) for seat in range(len(self.players)))

    def ranks(self, turns: int | None = None) -> tuple[int, ...]:
        """Everyone's place by points, by seat: equal points share one, as in 1, 1, 3.

        After the first `turns` turns, or after all.
        """
        scores = [self.score(seat, turns) for seat in range(len(self.players))]
        return tuple(1 + sum(other > mine for other in scores) for mine in scores)

    def current_roll(self, seat: int = 0) -> int:
        """How many right answers in a row the seat has just now."""
        own = [number for number, turn in enumerate(self.turns) if turn.seat == seat]
        return self.roll(own[-1]) if own else 0

    def longest_roll(self, seat: int = 0) -> int:
        """The most right answers in a row the seat had."""
        own = (number for number, turn in enumerate(self.turns) if turn.seat == seat)
        return max((self.roll(number) for number in own), default=0)


def deal_match(
    fingerprint: str,
    questions: Collection[Question],
    mode: Mode,
    players: Sequence[str],
    seed: str,
    clock: Clock | None = None,
    seen: Sequence[str] = (),
) -> Match:
    """Deal a match: the same for the same arguments, anywhere.

    Raises:
        ValueError: for more or fewer players than the mode has seats.
    """
    if not mode.fewest <= len(players) <= mode.most:
        raise ValueError(f"{mode.title} is for {mode.fewest} to {mode.most} players")
    if mode.is_party:
        dealt = [
            each for row in rounds(questions, len(players), mode.length, seed, seen) for each in row
        ]
    else:
        dealt = list(setlist(questions, mode.length, seed, seen))
    return Match(
        pack=fingerprint,
        seed=seed,
        mode=mode,
        clock=clock or CLOCKS[mode.clock],
        players=tuple(players),
        cards=deal_cards(dealt, seed),
        plan=seating(len(dealt), len(players)),
    )


def seating(cards: int, players: int) -> tuple[Slot, ...]:
    """Who takes which card: rounds in order, the first seat moving on by one each round."""
    return tuple(Slot((card // players + card) % players, card) for card in range(cards))

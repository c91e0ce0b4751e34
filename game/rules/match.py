"""A match is the list of its turns; all else is worked out from them.

Score, whose turn, the roll and "over" are computed each time they are asked
for, so that no two of them can disagree, and resuming, replaying and disputing
a match are all the same turns again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from game.rules import night, tally
from game.rules.course import Course, of_level, returning, walk
from game.rules.deal import Card, nearest_stand_in
from game.rules.house import PLAIN, House
from game.rules.modes import Clock, Mode
from game.rules.tally import Entry
from game.rules.turn import ANSWER, SWAP, VOID, Due, Slot, Turn
from game.rules.worked import worked


@dataclass(frozen=True, slots=True)
class Match:
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
        return walk(self.plan, self.spares, self.reserve, self.turns, self._found)

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

    @worked
    def course(self) -> tuple[Slot, ...]:
        """The slots that were played and those to come, as things stand now."""
        if self.mode.lives is None:
            return (*self.walked.done, *self.walked.ahead, *self.playoff[1])
        misses = tuple(not self.right(turn) for turn in self.played)
        return returning(
            self.plan, self.spares, self.turns, self.cards, self.played, misses, self.seed
        )

    @worked
    def playoff(self) -> tuple[tuple[int, ...], tuple[Slot, ...]]:
        """Who is still in a sudden death, and what of it is to be played."""
        return night.playoff(self)

    @property
    def lives(self) -> int | None:
        """How many misses are left; None where they do not count."""
        if self.mode.lives is None:
            return None
        return max(0, self.mode.lives - sum(not self.right(turn) for turn in self.played))

    @worked
    def due(self) -> Due | None:
        """What is to happen next; None when the match is over."""
        return None if self.lives == 0 else night.due(self)

    @property
    def over(self) -> bool:
        """Whether there is nothing to come."""
        return self.due is None

    @property
    def next(self) -> Slot:
        """The turn to come: the next answer, whatever is to happen before it.

        Raises:
            IndexError: when no answer is to come.
        """
        if self.lives == 0:
            raise IndexError("no life is left")
        return self.course[len(self.played)]

    @property
    def asks(self) -> bool:
        """Whether an answer is to come, whatever is to happen before it."""
        return self.lives != 0 and len(self.played) < len(self.course)

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
        at = min(len(self.played), len(self.course) - 1)
        return self.course[at].round or at // len(self.players) + 1

    @worked
    def last_round(self) -> int:
        """The number of the last round of the plan; 0 where rounds are not told apart."""
        return max((slot.round for slot in self.plan), default=0)

    @property
    def round_count(self) -> int:
        """How many rounds there are, one after the other; a sudden death comes after them."""
        return self.last_round or len(self.course) // len(self.players)

    @property
    def round_over(self) -> bool:
        """Whether the last answer ended a round, and another is to come."""
        if not self.played or not self.asks:
            return False
        return self.next.round != self.slots[-1].round

    def answer(self, pick: int | None, ms: int, aids: tuple[str, ...] = ()) -> Match:
        """The match after the turn to come was answered so, with these lifelines.

        Raises:
            ValueError: when the match is over, there is no such option, or a
                lifeline was not to be had.
        """
        if self.due is None:
            raise ValueError("the match is over")
        if self.due.kind != ANSWER:
            raise ValueError(f"no answer is due, but {self.due.kind}")
        if pick is not None and not 0 <= pick < len(self.card.options):
            raise ValueError(f"there is no option {pick}")
        if not set(aids) <= set(self.lifelines()):
            raise ValueError(f"not all of {', '.join(aids)} can be used")
        slot = self.next
        return self.after(Turn(slot.seat, slot.card, pick, max(0, ms), ANSWER, aids))

    def swap(self, aids: tuple[str, ...] = ()) -> Match:
        """The match after the lifeline "another question"; `aids` were used before it.

        Raises:
            ValueError: when it, or one of `aids`, was not to be had.
        """
        if not {"swap", *aids} <= set(self.lifelines()):
            raise ValueError("there is no other question to be had")
        return self.after(Turn(self.next.seat, self.next.card, None, 0, SWAP, aids))

    def void(self) -> Match:
        """The match after its last answer was taken back and its card replaced.

        Raises:
            ValueError: when nothing was answered.
        """
        if not self.played:
            raise ValueError("nothing was answered yet")
        last = self.played[-1]
        return self.after(Turn(last.seat, last.card, None, 0, VOID))

    def after(self, *turns: Turn) -> Match:
        """The match after these turns, which are not looked at: `answer` and the like do that."""
        return replace(self, turns=(*self.turns, *turns))

    def lifelines(self) -> tuple[str, ...]:
        """Those that can be used for the turn to come: not yet used, and of use."""
        if not self.asks:
            return ()
        used = {aid for turn in self.turns for aid in turn.aids}
        used |= {"swap" for turn in self.turns if turn.kind == SWAP}
        works = {
            "half": len(self.card.options) > 2,
            "time": self.clock.limit is not None,
            "swap": self.stand_in(self.next.card) is not None,
        }
        return tuple(aid for aid in self.mode.lifelines if aid not in used and works[aid])

    def stand_in(self, card: int) -> int | None:
        """The spare that would take the place of `card` now; None when there is none."""
        if self.mode.lives is None:
            return self._found(card, self.walked.free)
        gone = {turn.card for turn in self.turns} | {slot.card for slot in self.course}
        return self._found(card, [spare for spare in self.spares if spare not in gone])

    def _found(self, card: int, spares: Sequence[int]) -> int | None:
        """The best of the spares in the place of `card`."""
        if self.mode.is_party:
            return nearest_stand_in(card, spares, self.cards)
        return of_level(self.cards[card].question.level, spares, self.cards)

    def right(self, turn: Turn) -> bool:
        """Whether the turn was answered with the key."""
        return turn.pick == self.cards[turn.card].key

    def roll(self, number: int) -> int:
        """Right answers in a row by one player, up to and with answer `number` (from 0)."""
        played = self.played
        own = [each for each in played[: number + 1] if each.seat == played[number].seat]
        return sum(1 for _ in takewhile(self.right, reversed(own)))

    @worked
    def entries(self) -> tuple[Entry, ...]:
        """Every point there is, with its reason."""
        return tally.entries(self)

    def gained(self, number: int) -> int:
        """The points that answer `number` (from 0) brought, without any bet on it."""
        turn = self.played[number]
        if not self.right(turn):
            return 0
        return tally.worth(self, self.slots[number], turn.ms, self.roll(number))

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

    def ranks(self, turns: int | None = None) -> tuple[int, ...]:
        """Everyone's place by points, by seat: equal points share one, as in 1, 1, 3.

        After the first `turns` answers, or after all. Whoever is left in a
        sudden death stands above those tied with them; whoever has left the
        table below all who stayed.
        """
        last = turns is None or turns >= len(self.played)
        still_in = self.playoff[0] if last else ()
        standing = [
            (seat not in self.out, self.score(seat, turns), seat in still_in)
            for seat in range(len(self.players))
        ]
        return tuple(1 + sum(other > mine for other in standing) for mine in standing)

    def current_roll(self, seat: int = 0) -> int:
        """How many right answers in a row the seat has just now."""
        own = [number for number, turn in enumerate(self.played) if turn.seat == seat]
        return self.roll(own[-1]) if own else 0

    def longest_roll(self, seat: int = 0) -> int:
        """The most right answers in a row the seat had."""
        own = (number for number, turn in enumerate(self.played) if turn.seat == seat)
        return max((self.roll(number) for number in own), default=0)

"""A match is the list of its turns; all else is worked out from them.

Score, whose turn, the roll and "over" are computed from the turns alone, so
that no two of them can disagree, and resuming, replaying and disputing a match
are all the same turns again. What is worked out is kept, for a match never
changes: every turn makes another one.

`Dealt` holds what was dealt and played, `Scored` adds the points, and `Match`
what is to come.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.rules import night
from game.rules.course import returning
from game.rules.deal import Card
from game.rules.scored import Scored
from game.rules.turn import ANSWER, SWAP, VOID, Due, Slot, Turn
from game.rules.worked import worked


@dataclass(frozen=True, slots=True)
class Match(Scored):
    """A match: what was dealt and played, its points, and what is to come."""

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
        return None if self.lives == 0 else night.due(self, self.course)

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
    def round(self) -> int:
        """The number of the round to come, or of the last when over, from 1."""
        at = min(len(self.played), len(self.course) - 1)
        return self.course[at].round or at // len(self.players) + 1

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
            return self.found(card, self.walked.free)
        gone = {turn.card for turn in self.turns} | {slot.card for slot in self.course}
        return self.found(card, [spare for spare in self.spares if spare not in gone])

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

"""A match is the list of its turns; all else is worked out from them.

Score, whose turn, the roll and "over" are computed each time they are asked
for, so that no two of them can disagree, and resuming, replaying and disputing
a match are all the same turns again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from game.rules.course import of_level, replaced, returning
from game.rules.deal import Card, Hat, deal_card, deal_cards, rounds, setlist, understudies
from game.rules.modes import CLOCKS, Clock, Mode
from game.rules.question import Question
from game.rules.score import points
from game.rules.turn import ANSWER, SWAP, VOID, Slot, Turn


@dataclass(frozen=True, slots=True)
class Match:
    """A match as dealt, and what has been played of it.

    `pack` is the pack's fingerprint, `cards` everything that was dealt, `plan`
    who gets which card in what order as long as nothing comes between, `spares`
    the cards that stand in: for one swapped or voided, and in other forms for
    one missed. Times are milliseconds.
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

    @property
    def played(self) -> tuple[Turn, ...]:
        """The answers that count, in order."""
        counting: list[Turn] = []
        for turn in self.turns:
            if turn.kind == ANSWER:
                counting.append(turn)
            elif turn.kind == VOID:
                last = max(n for n, each in enumerate(counting) if each.card == turn.card)
                del counting[last]
        return tuple(counting)

    @property
    def course(self) -> tuple[Slot, ...]:
        """The slots that were played and those to come, as things stand now."""
        if self.mode.lives is None:
            return replaced(self.plan, self.spares, self.turns, self.cards)
        misses = tuple(not self.right(turn) for turn in self.played)
        return returning(
            self.plan, self.spares, self.turns, self.cards, self.played, misses, self.seed
        )

    @property
    def lives(self) -> int | None:
        """How many misses are left; None where they do not count."""
        if self.mode.lives is None:
            return None
        return max(0, self.mode.lives - sum(not self.right(turn) for turn in self.played))

    @property
    def over(self) -> bool:
        """Whether there is no turn to come."""
        return self.lives == 0 or len(self.played) >= len(self.course)

    @property
    def next(self) -> Slot:
        """The turn to come.

        Raises:
            IndexError: when the match is over.
        """
        if self.lives == 0:
            raise IndexError("no life is left")
        return self.course[len(self.played)]

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
        return at // len(self.players) + 1

    @property
    def round_count(self) -> int:
        return len(self.course) // len(self.players)

    def answer(self, pick: int | None, ms: int, aids: tuple[str, ...] = ()) -> Match:
        """The match after the turn to come was answered so, with these lifelines.

        Raises:
            ValueError: when the match is over, there is no such option, or a
                lifeline was not to be had.
        """
        if self.over:
            raise ValueError("the match is over")
        if pick is not None and not 0 <= pick < len(self.card.options):
            raise ValueError(f"there is no option {pick}")
        if not set(aids) <= set(self.lifelines()):
            raise ValueError(f"not all of {', '.join(aids)} can be used")
        slot = self.next
        return self._after(Turn(slot.seat, slot.card, pick, max(0, ms), ANSWER, aids))

    def swap(self, aids: tuple[str, ...] = ()) -> Match:
        """The match after the lifeline "another question"; `aids` were used before it.

        Raises:
            ValueError: when it, or one of `aids`, was not to be had.
        """
        if not {"swap", *aids} <= set(self.lifelines()):
            raise ValueError("there is no other question to be had")
        return self._after(Turn(self.next.seat, self.next.card, None, 0, SWAP, aids))

    def void(self) -> Match:
        """The match after its last answer was taken back and its card replaced.

        Raises:
            ValueError: when nothing was answered.
        """
        if not self.played:
            raise ValueError("nothing was answered yet")
        last = self.played[-1]
        return self._after(Turn(last.seat, last.card, None, 0, VOID))

    def _after(self, turn: Turn) -> Match:
        return replace(self, turns=(*self.turns, turn))

    def lifelines(self) -> tuple[str, ...]:
        """Those that can be used for the turn to come: not yet used, and of use."""
        if self.over:
            return ()
        used = {aid for turn in self.turns for aid in turn.aids}
        used |= {"swap" for turn in self.turns if turn.kind == SWAP}
        works = {
            "half": len(self.card.options) > 2,
            "time": self.clock.limit is not None,
            "swap": self._stand_in(self.next.card) is not None,
        }
        return tuple(aid for aid in self.mode.lifelines if aid not in used and works[aid])

    def _stand_in(self, card: int) -> int | None:
        """The spare that would take the place of `card` now; None when its level has none."""
        gone = {turn.card for turn in self.turns} | {slot.card for slot in self.course}
        free = (spare for spare in self.spares if spare not in gone)
        return of_level(self.cards[card].question.level, free, self.cards)

    def right(self, turn: Turn) -> bool:
        """Whether the turn was answered with the key."""
        return turn.pick == self.cards[turn.card].key

    def roll(self, number: int) -> int:
        """Right answers in a row by one player, up to and with answer `number` (from 0)."""
        played = self.played
        own = [each for each in played[: number + 1] if each.seat == played[number].seat]
        return sum(1 for _ in takewhile(self.right, reversed(own)))

    def gained(self, number: int) -> int:
        """The points that answer `number` (from 0) brought."""
        turn = self.played[number]
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
        """A seat's points, after the first `turns` answers or after all."""
        played = self.played[:turns]
        return sum(self.gained(n) for n, turn in enumerate(played) if turn.seat == seat)

    @property
    def scores(self) -> tuple[int, ...]:
        """Everyone's points, by seat."""
        return tuple(self.score(seat) for seat in range(len(self.players)))

    def ranks(self, turns: int | None = None) -> tuple[int, ...]:
        """Everyone's place by points, by seat: equal points share one, as in 1, 1, 3.

        After the first `turns` answers, or after all.
        """
        scores = [self.score(seat, turns) for seat in range(len(self.players))]
        return tuple(1 + sum(other > mine for other in scores) for mine in scores)

    def current_roll(self, seat: int = 0) -> int:
        """How many right answers in a row the seat has just now."""
        own = [number for number, turn in enumerate(self.played) if turn.seat == seat]
        return self.roll(own[-1]) if own else 0

    def longest_roll(self, seat: int = 0) -> int:
        """The most right answers in a row the seat had."""
        own = (number for number, turn in enumerate(self.played) if turn.seat == seat)
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

    `seen` are the ids of questions seen lately, longest ago first.

    Raises:
        ValueError: for more or fewer players than the mode has seats.
    """
    if not mode.fewest <= len(players) <= mode.most:
        raise ValueError(f"{mode.title} is for {mode.fewest} to {mode.most} players")
    hat = Hat(questions, seed, seen if mode.fresh else ())
    if mode.is_party:
        sets = rounds(hat, len(players), mode.length, seed)
        dealt = [question for each in sets for question in each]
    else:
        dealt = list(setlist(hat, mode.length, climbs=mode.climbs))
    spare = hat.remaining() if mode.lives is not None else understudies(hat)
    return match_of(fingerprint, dealt, spare, mode, players, seed, clock)


def match_of(
    fingerprint: str,
    dealt: Sequence[Question],
    spare: Sequence[Question],
    mode: Mode,
    players: Sequence[str],
    seed: str,
    clock: Clock | None = None,
) -> Match:
    """A match of these very questions, in this order."""
    return Match(
        pack=fingerprint,
        seed=seed,
        mode=mode,
        clock=clock or CLOCKS[mode.clock],
        players=tuple(players),
        cards=(*deal_cards(dealt, seed), *(deal_card(each, seed) for each in spare)),
        plan=seating(len(dealt), len(players)),
        spares=tuple(range(len(dealt), len(dealt) + len(spare))),
    )


def seating(cards: int, players: int) -> tuple[Slot, ...]:
    """Who takes which card: rounds in order, the first seat moving on by one each round."""
    return tuple(Slot((card // players + card) % players, card) for card in range(cards))

"""Which card comes when: the plan of a match, as what has happened changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from game.rules.deal import Card, rank
from game.rules.turn import (
    ANSWER,
    BACK,
    BET,
    HECKLE,
    OUT,
    SKIP,
    STEAL,
    SWAP,
    VOID,
    Slot,
    Turn,
)

# A miss comes back after so many other questions, and up to two more.
RETURN_AFTER = 4

StandIn = Callable[[int, Sequence[int]], int | None]
"""Which of the spares takes the place of a card; None for none."""


def of_level(level: int, spares: Iterable[int], cards: Sequence[Card]) -> int | None:
    """The first of the spares with a question of `level`."""
    return next((spare for spare in spares if cards[spare].question.level == level), None)


@dataclass(slots=True)
class Course:
    """A match's plan after what has happened.

    `done` are the slots that were played, one for each answer that counts, in `played`; `ahead`
    those to come. `steals` and `heckles` are by card, `bets` by seat; `out` are the seats that have
    left, and `rounds` says for each card in which round it is played;
    `last` is the plan's last.
    """

    ahead: list[Slot]
    free: list[int]
    rounds: dict[int, int]
    last: int
    done: list[Slot] = field(default_factory=list)
    played: list[Turn] = field(default_factory=list)
    steals: dict[int, Turn] = field(default_factory=dict)
    heckles: dict[int, Turn] = field(default_factory=dict)
    bets: dict[int, Turn] = field(default_factory=dict)
    out: set[int] = field(default_factory=set)
    replaced: dict[int, int | None] = field(default_factory=dict)

    def at_first(self, cards: Iterable[int]) -> list[int]:
        """`cards`, each as what was replaced stands now; those without a stand-in are left out."""
        standing: list[int] = []
        for each in cards:
            card: int | None = each
            while card in self.replaced:
                card = self.replaced[card]
            if card is not None:
                standing.append(card)
        return standing


def walk(
    plan: Sequence[Slot],
    spares: Sequence[int],
    reserve: Sequence[Sequence[int]],
    turns: Iterable[Turn],
    stand_in: StandIn,
) -> Course:
    """The course after `turns`. The sets of `reserve` are played in rounds after the plan's last.

    A swapped, skipped or voided card's place is given to the spare that `stand_in` finds; where
    there is none the place is dropped.
    """
    last = max((slot.round for slot in plan), default=0)
    rounds = {slot.card: slot.round for slot in plan}
    rounds |= {card: last + 1 + n for n, each in enumerate(reserve) for card in each}
    course = Course(list(plan), list(spares), rounds, last)
    for turn in turns:
        if happens := _HAPPENS.get(turn.kind):
            happens(course, turn, stand_in)
    course.ahead = [slot for slot in course.ahead if slot.seat not in course.out]
    return course


def _answer(course: Course, turn: Turn, _: StandIn) -> None:
    for at, slot in enumerate(course.ahead):
        if (slot.seat, slot.card) == (turn.seat, turn.card):
            # Whoever is passed over had left.
            del course.ahead[: at + 1]
            break
    else:
        slot = Slot(turn.seat, turn.card, course.rounds.get(turn.card, 0))
    course.done.append(slot)
    course.played.append(turn)


def _void(course: Course, turn: Turn, stand_in: StandIn) -> None:
    """All answers to the card are open again; a question for everyone has several.

    A bet that was made after them is open again too.
    """
    open_again = [slot for slot in course.done if slot.card == turn.card]
    if any(slot.round < course.last for slot in open_again):
        course.bets.clear()
    course.played = [each for each in course.played if each.card != turn.card]
    course.done = [slot for slot in course.done if slot.card != turn.card]
    course.ahead = [*open_again, *course.ahead]
    course.steals.pop(turn.card, None)
    _replace(course, turn, stand_in)


def _replace(course: Course, turn: Turn, stand_in: StandIn) -> None:
    card = turn.card
    course.heckles.pop(card, None)
    spare = stand_in(card, course.free)
    course.replaced[card] = spare
    if spare is not None:
        course.free.remove(spare)
        course.rounds[spare] = course.rounds.get(card, 0)
    ahead = []
    for slot in course.ahead:
        if slot.card != card:
            ahead.append(slot)
        elif spare is not None:
            ahead.append(Slot(slot.seat, spare, slot.round))
    course.ahead = ahead


def _steal(course: Course, turn: Turn, _: StandIn) -> None:
    course.steals[turn.card] = turn


def _heckle(course: Course, turn: Turn, _: StandIn) -> None:
    course.heckles[turn.card] = turn


def _bet(course: Course, turn: Turn, _: StandIn) -> None:
    course.bets[turn.seat] = turn


def _out(course: Course, turn: Turn, _: StandIn) -> None:
    course.out.add(turn.seat)


def _back(course: Course, turn: Turn, _: StandIn) -> None:
    """A seat comes back into the round that is on; those before it are missed."""
    others = (slot.round for slot in course.ahead if slot.seat not in course.out)
    now = next(others, None)
    course.out.discard(turn.seat)
    if now is not None:
        course.ahead = [s for s in course.ahead if s.seat != turn.seat or s.round >= now]


_HAPPENS: dict[str, Callable[[Course, Turn, StandIn], None]] = {
    ANSWER: _answer,
    SWAP: _replace,
    SKIP: _replace,
    VOID: _void,
    STEAL: _steal,
    HECKLE: _heckle,
    BET: _bet,
    OUT: _out,
    BACK: _back,
}


def returning(
    plan: Sequence[Slot],
    spares: Sequence[int],
    turns: Sequence[Turn],
    cards: Sequence[Card],
    played: Sequence[Turn],
    misses: Sequence[bool],
    seed: str,
) -> tuple[Slot, ...]:
    """The plan, in which a miss comes back four to six questions later in another form.

    `misses` says for each answer that counts, in `played`, whether it was one.
    """
    void = {turn.card for turn in turns if turn.kind == VOID}
    rest = [slot.card for slot in plan if slot.card not in void]
    spares = [card for card in spares if card not in void]
    due: list[tuple[int, int]] = []
    order: list[int] = []
    for number, (turn, missed) in enumerate(zip(played, misses, strict=True)):
        order.append(turn.card)
        due = [each for each in due if each[1] != turn.card]
        rest = [card for card in rest if card != turn.card]
        if missed:
            form = _other_form(turn.card, spares, cards)
            spares = [card for card in spares if card != form]
            later = rank(seed, turn.card, number) % 3
            due.append((number + 1 + RETURN_AFTER + later, form))
    while due or rest:
        ready = [each for each in due if each[0] <= len(order) or not rest]
        if ready:
            due.remove(min(ready))
            order.append(min(ready)[1])
        else:
            order.append(rest.pop(0))
    return tuple(Slot(0, card) for card in order)


def _other_form(card: int, spares: Sequence[int], cards: Sequence[Card]) -> int:
    """A spare about the same fact as `card`; the card itself where there is none."""
    fact = cards[card].question.facts[0]
    same = (spare for spare in spares if fact in cards[spare].question.facts)
    return next(same, card)

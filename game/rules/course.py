"""Which card comes when: the plan of a match, as what has happened changes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.rules.deal import Card, rank
from game.rules.turn import SWAP, VOID, Slot, Turn

# A miss comes back after so many other questions, and up to two more.
RETURN_AFTER = 4


def of_level(level: int, spares: Iterable[int], cards: Sequence[Card]) -> int | None:
    """The first of the spares with a question of `level`."""
    return next((spare for spare in spares if cards[spare].question.level == level), None)


def replaced(
    plan: Sequence[Slot], spares: Sequence[int], turns: Sequence[Turn], cards: Sequence[Card]
) -> tuple[Slot, ...]:
    """The plan with every swapped or voided card's place given to the first spare of its level.

    Where no spare of the level is left, the place is dropped.
    """
    instead: dict[int, int | None] = {}
    free = list(spares)
    for turn in turns:
        if turn.kind in (SWAP, VOID):
            spare = of_level(cards[turn.card].question.level, free, cards)
            instead[turn.card] = spare
            if spare is not None:
                free.remove(spare)
    slots = []
    for slot in plan:
        card: int | None = slot.card
        while card in instead:
            card = instead[card]
        if card is not None:
            slots.append(Slot(slot.seat, card))
    return tuple(slots)


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

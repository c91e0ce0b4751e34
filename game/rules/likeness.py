"""Questions that are alike: what a round asks of each player, and what stands in for what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from game.rules.deal import Card, Hat, draw_wrong, outward
from game.rules.question import LEVELS, MOST_WRONG, Question

# How much longer one player's text may be than another's in the same round.
LENGTH_TOLERANCE = 0.20


def rounds(
    hat: Hat, players: int, levels: Iterable[int], seed: object, *, gentle: bool = False
) -> list[tuple[Question, ...]]:
    """A matched set for each of `levels`, one question for each player, the easiest first.

    A set has one level, one template where there are enough, and texts whose
    lengths differ by 20 % at most. Fewer sets where the pack has too few.
    Nothing hard is in a `gentle` one.
    """
    sets = (matched(hat, players, level, seed, gentle=gentle) for level in levels)
    return sorted(filter(None, sets), key=lambda each: each[0].level)


def matched(
    hat: Hat, players: int, level: int, seed: object, *, gentle: bool = False
) -> tuple[Question, ...]:
    """Take a matched set out of the hat; empty if it holds none."""
    known: dict[str, int] = {}

    def length(question: Question) -> int:
        if question.id not in known:
            known[question.id] = text_length(question, seed)
        return known[question.id]

    levels = [each for each in outward(level) if not (gentle and each == max(LEVELS))]
    # What was seen lately waits until nothing else makes a set, at any level.
    for seen_too in (False, True) if hat.has_seen else (True,):
        for wanted in levels:
            free = [q for q in hat.fresh(wanted) if seen_too or not hat.was_seen(q)][:_LOOKED_AT]
            for one_template in (True, False):
                for first in free:
                    found = _alike(first, free, players, length, one_template)
                    if len(found) == players:
                        return tuple(hat.take(question) for question in found)
    return ()


# Enough to find a set in any pack, few enough that a huge one costs no more.
_LOOKED_AT = 240


def _alike(
    first: Question,
    free: Sequence[Question],
    players: int,
    length: Callable[[Question], int],
    one_template: bool,
) -> list[Question]:
    """Up to `players` questions about as long as `first`, which is the shortest of them."""
    shortest, found, facts = length(first), [first], set(first.facts)
    longest = shortest * (1 + LENGTH_TOLERANCE)
    for other in free:
        if len(found) == players:
            break
        if one_template and other.template != first.template:
            continue
        if facts.isdisjoint(other.facts) and shortest <= length(other) <= longest:
            found.append(other)
            facts.update(other.facts)
    return found


def text_length(question: Question, seed: object) -> int:
    """How many characters there are to read: the stem and the options that `seed` deals."""
    wrong = draw_wrong(question, seed)
    return sum(len(text) for text in (question.stem, question.key.text, *(o.text for o in wrong)))


def nearest_stand_in(card: int, spares: Sequence[int], cards: Sequence[Card]) -> int | None:
    """The spare most like `card`: in level, then in template, then in how much there is to read."""
    wanted = cards[card]

    def unlike(spare: int) -> tuple[int, bool, int, int]:
        other = cards[spare]
        return (
            abs(other.question.level - wanted.question.level),
            other.question.template != wanted.question.template,
            abs(usual_length(other.question) - usual_length(wanted.question)),
            spare,
        )

    return min(spares, key=unlike, default=None)


def usual_length(question: Question) -> int:
    """How many characters there are to read with four options, whichever are offered.

    A heckler changes those of a card; what stood in for another must not change with them.
    """
    options = (question.key, *question.wrong)
    together = sum(len(option.text) for option in options)
    return len(question.stem) + together * (MOST_WRONG + 1) // len(options)

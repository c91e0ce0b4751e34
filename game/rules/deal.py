"""Which questions a match gets, in what order, with which options where.

Nothing here is left to a generator whose sequence might change: whatever is to
look random is ranked by SHA-256 of the seed and the things' own names, so one
seed gives one match on every machine, and an edit of the pack moves little.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from game.rules.question import LEVELS, MOST_WRONG, Option, Question
from game.rules.words import alike

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Card:
    """A question as it is dealt: its options in their places, the key's place from 0."""

    question: Question
    options: tuple[Option, ...]
    key: int


def rank(seed: object, *parts: object) -> int:
    """A number that looks random and is the same everywhere, from the parts' texts."""
    words = "|".join(map(str, (seed, *parts)))
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:8])


def shuffled(things: Iterable[T], seed: object, name: Callable[[T], object] = str) -> list[T]:
    """`things` in the order of their ranks; `name` must tell them apart."""
    return sorted(things, key=lambda thing: rank(seed, name(thing)))


def deal_card(question: Question, seed: object, place: int | None = None) -> Card:
    """Choose and place the options; `place` is where the key is wanted, if it is."""
    wrong = draw_wrong(question, seed)
    if place is None:
        place = rank(seed, question.id, "place") % (len(wrong) + 1)
    place %= len(wrong) + 1
    options = [*wrong[:place], question.key, *wrong[place:]]
    return Card(question, tuple(options), place)


def draw_wrong(question: Question, seed: object, most: int = MOST_WRONG) -> list[Option]:
    """The distractors to offer: the nearest for a hard question, the farthest for an easy one.

    A question of medium level takes whatever the seed gives.
    """
    pull = {1: 1, 2: 0, 3: -1}[question.level]
    ranked = sorted(
        question.wrong,
        key=lambda option: (pull * option.near, rank(seed, question.id, option.text)),
    )
    return shuffled(ranked[:most], seed, lambda option: (question.id, "order", option.text))


def even_places(sizes: Sequence[int], seed: object) -> list[int]:
    """A place for each key, so that over a match every place comes up equally often.

    `sizes` are the numbers of options. Among questions of one size the counts
    of any two places differ by one at most.
    """
    places = [0] * len(sizes)
    for size in sorted(set(sizes)):
        where = [index for index, each in enumerate(sizes) if each == size]
        blocks = (
            shuffled(range(size), (seed, size, block)) for block in range(len(where) // size + 1)
        )
        supply = [place for block in blocks for place in block][: len(where)]
        # Dealt in blocks alone, the last of each block could be worked out.
        order = shuffled(range(len(where)), (seed, size, "mix"))
        for index, place in zip(where, (supply[at] for at in order), strict=True):
            places[index] = place
    return places


def halved(card: Card, seed: object) -> frozenset[int]:
    """The places that fifty-fifty takes away: all but the key and one distractor."""
    wrong = [place for place in range(len(card.options)) if place != card.key]
    kept = min(wrong, key=lambda place: rank(seed, card.question.id, "half", place))
    return frozenset(wrong) - {kept}


def deal_cards(questions: Sequence[Question], seed: object) -> tuple[Card, ...]:
    """A card for each question, the keys spread evenly over the places."""
    sizes = [min(len(question.wrong), MOST_WRONG) + 1 for question in questions]
    places = even_places(sizes, seed)
    return tuple(
        deal_card(question, seed, place) for question, place in zip(questions, places, strict=True)
    )


class Hat:
    """Questions to draw from, none twice and no fact twice.

    Questions with their id in `seen` (longest ago first) are drawn only when
    all others are used up, whatever their level; before them, those about a
    fact that one of them asked. Among equals, an answer that was already a key
    is put off while there are others. Once no fresh fact is left, the hat
    counts as empty.
    """

    def __init__(
        self, questions: Iterable[Question], seed: object, seen: Sequence[str] = ()
    ) -> None:
        everything = list(questions)
        ages = {name: age for age, name in enumerate(seen, 1)}
        met = {fact for each in everything if each.id in ages for fact in each.facts}
        self._left = sorted(
            everything,
            key=lambda each: (
                ages.get(each.id, 0),
                not met.isdisjoint(each.facts),
                rank(seed, each.id),
            ),
        )
        self._seen = frozenset(ages)
        self._facts: set[str] = set()
        self._keys: set[str] = set()

    def fresh(self, level: int | None = None) -> list[Question]:
        """Questions whose facts nobody has been asked; not seen lately first, then new answers."""
        free = [
            each
            for each in self._left
            if level in (None, each.level) and self._facts.isdisjoint(each.facts)
        ]
        return sorted(free, key=self._late)

    def first(self, level: int | None = None) -> Question | None:
        """The first of `fresh`; mostly found at once, however many there are."""
        best: tuple[tuple[bool, bool], Question] | None = None
        for each in self._left:
            if level in (None, each.level) and self._facts.isdisjoint(each.facts):
                late = self._late(each)
                if best is None or late < best[0]:
                    best = late, each
                if not any(late):
                    break
        return best[1] if best else None

    @property
    def has_seen(self) -> bool:
        """Whether anything was seen lately."""
        return bool(self._seen)

    def was_seen(self, question: Question) -> bool:
        """Whether it was seen lately."""
        return question.id in self._seen

    def _late(self, question: Question) -> tuple[bool, bool]:
        return question.id in self._seen, alike(question.key.text) in self._keys

    def take(self, question: Question) -> Question:
        """Take this very question out."""
        self._left.remove(question)
        self._facts.update(question.facts)
        self._keys.add(alike(question.key.text))
        return question

    def draw(self, level: int) -> Question | None:
        """A question of `level`, or of the level next to it; None when the hat is empty."""
        seen_too = None
        for wanted in outward(level):
            if found := self.first(wanted):
                if found.id not in self._seen:
                    return self.take(found)
                seen_too = seen_too or found
        return self.take(seen_too) if seen_too else None

    def without(self, asked: Iterable[Question]) -> None:
        """Take out what was asked before, and whatever asks for the same facts."""
        for each in asked:
            self._facts.update(each.facts)
            self._keys.add(alike(each.key.text))

    def remaining(self) -> list[Question]:
        """What is still in it, in the order it would be drawn, facts already asked included."""
        return list(self._left)


def climbing(count: int) -> list[int]:
    """Levels for `count` questions that get harder: about 4 easy, 4 medium, 2 hard in ten."""
    easy, hard = round(count * 0.4), round(count * 0.2)
    return [1] * easy + [2] * (count - easy - hard) + [3] * hard


def setlist(hat: Hat, count: int, *, climbs: bool = True) -> tuple[Question, ...]:
    """Up to `count` questions that get harder; in waves of ten where they are not to climb."""
    if not climbs:
        levels = (climbing(10) * (count // 10 + 1))[:count]
        return tuple(_until_empty(hat, levels))
    drawn = _until_empty(hat, climbing(count))
    return tuple(sorted(drawn, key=lambda question: question.level))


def _until_empty(hat: Hat, levels: Iterable[int]) -> Iterator[Question]:
    for level in levels:
        question = hat.draw(level)
        if question is None:
            return
        yield question


# So many questions of each level stand by, for those swapped or voided.
_STAND_BY = 3


def understudies(hat: Hat) -> tuple[Question, ...]:
    """A few more of each level, no fact twice."""
    levels = (level for level in LEVELS for _ in range(_STAND_BY))
    return tuple(hat.take(found) for level in levels if (found := hat.first(level)))


def outward(level: int) -> list[int]:
    """All levels, `level` first, then the nearest."""
    return sorted(LEVELS, key=lambda other: (abs(other - level), other))

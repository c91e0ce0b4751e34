"""The answers of a template's rows, from which each question draws its wrong options.

A small pool is drawn whole. From a large one a question draws at most
`MOST_DRAWN`: those like the key first, then its neighbours on a ring of hashes,
so that the work grows with the questions and not with their square, and an
edit of the pack changes the options of few questions.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from game.rules.deal import rank
from game.rules.question import Option

# Enough for six options to choose three from, near ones and far ones, many times over.
MOST_DRAWN = 24
_MOST_NEAR = MOST_DRAWN // 2

Traits = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An answer that may be wrong elsewhere: its place in the bank's order and all its names.

    `name` is the option's text as options are compared; `traits` are its values
    at each of the template's `near` paths.
    """

    place: int
    name: str
    option: Option
    names: frozenset[str]
    traits: Traits = ()

    def nearness(self, others: Traits) -> int:
        """At how many of the `near` paths a value is shared."""
        return sum(not a.isdisjoint(b) for a, b in zip(self.traits, others, strict=False))


@dataclass(slots=True)
class _Ring:
    """Candidates in the order of their hashes."""

    ranks: list[int] = field(default_factory=list)
    members: list[Candidate] = field(default_factory=list)

    def add(self, place: int, member: Candidate) -> None:
        self.ranks.append(place)
        self.members.append(member)

    def after(self, start: int) -> Iterator[Candidate]:
        """All members once, beginning at the hash `start`."""
        at = bisect_left(self.ranks, start)
        for number in range(len(self.members)):
            yield self.members[(at + number) % len(self.members)]


class Pool:
    """All candidates of one template."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self.candidates: Sequence[Candidate] = tuple(candidates)
        self._few: dict[str, tuple[Candidate, ...]] = {}
        self._ring = _Ring()
        self._like: dict[tuple[int, str], _Ring] = defaultdict(_Ring)
        if len(self.candidates) > MOST_DRAWN:
            self._arrange()

    def _arrange(self) -> None:
        for place, member in sorted((rank("ring", c.name), c.place) for c in self.candidates):
            candidate = self.candidates[member]
            self._ring.add(place, candidate)
            for path, values in enumerate(candidate.traits):
                for value in values:
                    self._like[path, value].add(place, candidate)

    def draw(
        self, whom: str, mine: Traits, refused: Callable[[Candidate], bool]
    ) -> tuple[Candidate, ...]:
        """The candidates for the question named `whom`, in the bank's order.

        `mine` are the key's traits. What is `refused` must depend on `whom` alone.
        """
        if len(self.candidates) <= MOST_DRAWN:
            return tuple(each for each in self.candidates if not refused(each))
        if whom in self._few:
            return self._few[whom]
        start = rank("draw", whom)
        drawn: dict[int, Candidate] = {}
        for candidate in self._near(start, mine):
            if not refused(candidate):
                drawn[candidate.place] = candidate
        for candidate in self._ring.after(start):
            if len(drawn) >= MOST_DRAWN:
                break
            if candidate.place not in drawn and not refused(candidate):
                drawn[candidate.place] = candidate
        found = tuple(drawn[place] for place in sorted(drawn))
        if len(found) < MOST_DRAWN:
            # So few are left only when all were looked at: not again for the same stem.
            self._few[whom] = found
        return found

    def _near(self, start: int, mine: Traits) -> Iterator[Candidate]:
        """Some that share a trait with the key, in turns from every trait."""
        rings = [
            self._like[path, value].after(start)
            for path, values in enumerate(mine)
            for value in sorted(values)
            if (path, value) in self._like
        ]
        each = -(-_MOST_NEAR // len(rings)) if rings else 0
        for ring in rings:
            for _, candidate in zip(range(each), ring, strict=False):
                yield candidate

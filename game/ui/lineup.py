"""Who sits where, and on which side: names typed, moved about and taken out.

Nothing here changes anything: every step gives another line-up. Its places are the seats, from 0,
and the names of the sides, from `SIDE`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.ui.text.clean import clean_name
from game.ui.text.clusters import clusters

SEATS, SIDE = 8, 30
FEWEST_SIDES = 2
# What sides are called until somebody knows better; there are no more of them than names here.
SIDES = ("Velvet Detour", "Motel Thunder", "Amber Static", "The Night Buses")
LONGEST, LONGEST_SIDE = 24, 16
"""Letters that a name keeps, and what a side is called."""


@dataclass(frozen=True, slots=True)
class Sitter:
    """A line of the table: a name as it was typed, and where among the sides it is (any number)."""

    name: str
    side: int = 0


@dataclass(frozen=True, slots=True)
class Lineup:
    """At most `SEATS` lines; only the one that is being typed may be empty.

    `called` are the sides' names as typed, of which the first `count` are there.
    """

    lines: tuple[Sitter, ...] = ()
    called: tuple[str, ...] = ("",) * len(SIDES)
    count: int = FEWEST_SIDES

    @classmethod
    def of(cls, names: Iterable[str]) -> Lineup:
        """The names one after the other, on the sides 0, 1, 2 and so on; empty ones left out."""
        kept = [name for name in names if clean_name(name)][:SEATS]
        return cls(tuple(Sitter(name, side) for side, name in enumerate(kept)))

    @property
    def full(self) -> bool:
        return len(self.lines) >= SEATS

    @property
    def names(self) -> tuple[str, ...]:
        """The names, cleaned, no two alike."""
        return told_apart(line.name for line in self.lines)

    @property
    def sides(self) -> tuple[str, ...]:
        """What the sides are called, no two alike."""
        typed = zip(self.called, SIDES, strict=True)
        names = (clean_name(name, LONGEST_SIDE) or usual for name, usual in typed)
        return told_apart(names, LONGEST_SIDE)[: self.count]

    def members(self, side: int) -> tuple[str, ...]:
        """The names on a side."""
        on = [line.side % self.count for line in self.lines if clean_name(line.name)]
        return tuple(name for name, own in zip(self.names, on, strict=True) if own == side)

    def at(self, place: int) -> str:
        """What is typed at a place; empty where nothing is."""
        if place >= SIDE:
            return self.called[place - SIDE]
        return self.lines[place].name if place < len(self.lines) else ""

    def side(self, seat: int) -> int:
        """The side of a seat, or the one it would be on."""
        return (self.lines[seat].side if seat < len(self.lines) else seat) % self.count

    def nearest(self, place: int, *, sides: bool) -> int:
        """The place itself, or the last before it: the line after the last name is one as well."""
        if place >= SIDE:
            return min(place, SIDE + self.count - 1) if sides else 0
        return min(place, len(self.lines), SEATS - 1)

    def edited(self, place: int, text: str | None) -> Lineup:
        """With `text` typed at the end of what stands at a place, or (None) a letter rubbed out."""
        words, longest = self.at(place), LONGEST_SIDE if place >= SIDE else LONGEST
        after = rubbed_out(words) if text is None else typed_on(words, text, longest)
        if after == words:
            return self
        return self.named(place - SIDE, after) if place >= SIDE else self._written(place, after)

    def emptied(self, place: int) -> Lineup:
        """Without the player of a seat, or with a side's usual name."""
        return self.named(place - SIDE, "") if place >= SIDE else self.without(place)

    def closed(self, seat: int) -> Lineup:
        """Without the line of a seat that was left empty."""
        blank = seat < len(self.lines) and not clean_name(self.lines[seat].name)
        return self.without(seat) if blank else self

    def without(self, seat: int) -> Lineup:
        """The others close up."""
        return replace(self, lines=(*self.lines[:seat], *self.lines[seat + 1 :]))

    def moved(self, seat: int, by: int) -> Lineup:
        """The line of a seat and its neighbour `by` (1 or -1) change places, if it has one."""
        there = seat + by
        if not (0 <= seat < len(self.lines) and 0 <= there < len(self.lines)):
            return self
        lines = list(self.lines)
        lines[seat], lines[there] = lines[there], lines[seat]
        return replace(self, lines=tuple(lines))

    def turned(self, seat: int, by: int) -> Lineup:
        """The line of a seat goes over to another side."""
        if seat >= len(self.lines):
            return self
        side = (self.side(seat) + by) % self.count
        return self._with(seat, replace(self.lines[seat], side=side))

    def named(self, side: int, name: str) -> Lineup:
        """With another name for a side; an empty one leaves it the usual one."""
        return replace(self, called=(*self.called[:side], name, *self.called[side + 1 :]))

    def counted(self, by: int, *, round_again: bool = False) -> Lineup:
        """With so many sides more or less; who was on one that goes comes back with it."""
        count = self.count + by
        if count > len(SIDES) and round_again:
            count = FEWEST_SIDES
        return replace(self, count=min(max(count, FEWEST_SIDES), len(SIDES)))

    def _written(self, seat: int, name: str) -> Lineup:
        if seat < len(self.lines):
            return self._with(seat, replace(self.lines[seat], name=name))
        lines = (*self.lines, Sitter(name, len(self.lines)))
        return self if self.full else replace(self, lines=lines)

    def _with(self, seat: int, line: Sitter) -> Lineup:
        return replace(self, lines=(*self.lines[:seat], line, *self.lines[seat + 1 :]))


def typed_on(words: str, text: str, longest: int = LONGEST) -> str:
    """A name of at most so many letters after `text` was typed or pasted at its end."""
    whole = words + text.replace("\n", " ").replace("\r", " ")
    cleaned = clean_name(whole, longest)
    # A space just typed must stay until a letter follows it.
    space = " " if whole.endswith(" ") and cleaned and len(clusters(cleaned)) < longest else ""
    return cleaned + space


def rubbed_out(words: str) -> str:
    """A name without its last letter, however many code points that has."""
    return "".join(clusters(words)[:-1])


def told_apart(typed: Iterable[str], longest: int = LONGEST) -> tuple[str, ...]:
    """Names cleaned, without the empty ones; a namesake gets a number, from the line's own on."""
    taken: list[str] = []
    for number, words in enumerate(typed, 1):
        if name := clean_name(words, longest):
            taken.append(_apart(name, taken, number, longest))
    return tuple(taken)


def _apart(name: str, taken: list[str], number: int, longest: int) -> str:
    known = {other.casefold() for other in taken}
    base = "".join(clusters(name)[: longest - 4])
    while name.casefold() in known:
        name = clean_name(f"{base} {number}", otherwise=name)
        number += 1
    return name

"""The festival poster of a party: the winner is the headliner, the awards are the set times."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import ceil
from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.layout import HEIGHT, Box, around
from game.ui.props.seats import draw_seat

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.ui.painter import Painter
    from game.ui.theme import Colour

PAPER_HEIGHT = HEIGHT - 80
PAPER_WIDTH = PAPER_HEIGHT * 600 / 680
"""The paper's size in design units; the drawing is 600 x 680."""

# From so many acts on, the sun is small: the names need the room.
MANY = 6
BY_HAND = "* corrected by hand"

# How many acts may stand side by side, row by row; the first way that parts no equals is taken.
_WAYS: tuple[tuple[tuple[int, ...], ...], ...] = (
    ((),),
    ((1,),),
    ((1, 1), (2,)),
    ((1, 2), (2, 1), (3,)),
    ((2, 2), (1, 3), (1, 2, 1), (3, 1)),
    ((2, 3), (1, 2, 2), (3, 2), (1, 1, 3)),
    ((2, 2, 2), (3, 3), (1, 2, 3), (1, 3, 2), (2, 1, 3)),
    ((2, 2, 3), (1, 3, 3), (3, 2, 2), (2, 3, 2)),
    ((2, 3, 3),),
)
_SHRINK, _LEAST = 0.93, 10.0
# A name is this much smaller than those of the rank before it, at the least.
_STEP_DOWN = 0.88
_FIGURE, _PRINT, _GAP = 22.0, 15.0, 5.0
# The paper's margin, the room between two acts, and how wide a letter of small print may be.
_MARGIN, _BETWEEN, _LETTER = 46.0, 16.0, 6.0
_SET_TIME, _FLOWER = 19.5, 14.0


@dataclass(frozen=True, slots=True)
class Act:
    """A name on the bill.

    `members` are those of a team, `note` says how the act got its place ("in sudden death",
    "out after round 3"); `corrected`: somebody set its points by hand.
    """

    rank: int
    seat: int
    name: str
    score: int
    members: str = ""
    corrected: bool = False
    note: str = ""

    @property
    def print(self) -> str:
        """The small print below the name."""
        return " · ".join(part for part in (self.members, self.note) if part)


@dataclass(frozen=True, slots=True)
class Bill:
    """What is printed: `acts` by their ranks, and `awards` as (set time, title, winner)."""

    strap: str
    acts: tuple[Act, ...]
    awards: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    """Acts side by side: how much room their names get against the others', in shares."""

    acts: tuple[Act, ...]
    weight: float

    @property
    def fixed(self) -> float:
        """The height of all but the names."""
        return _FIGURE + _GAP + _print_height(self.acts)


def _print_height(acts: Sequence[Act]) -> float:
    """What the longest small print of acts side by side needs."""
    wide = (PAPER_WIDTH - 2 * _MARGIN) / len(acts) - _BETWEEN
    lines = max(ceil(len(act.print) * _LETTER / wide) for act in acts)
    return min(lines, 3) * _PRINT


def draw_paper(painter: Painter, box: Box, acts: int) -> None:
    """The paper with its picture, before anything is printed; `box` as large as a poster is."""
    painter.drawing(_picture(acts), box)


def draw_bill(painter: Painter, box: Box, bill: Bill) -> None:
    """Names, figures and set times, on a paper of PAPER_WIDTH x PAPER_HEIGHT."""
    look, many = painter.theme, len(bill.acts) >= MANY
    inner = box.inset(_MARGIN, 0)
    strap = Box(inner.x, box.y + (124 if many else 176), inner.w, 24)
    painter.text(bill.strap, strap, theme.SMALL_STRONG, look.on_poster, "centre")
    foot = box.bottom - 30
    if any(act.corrected for act in bill.acts):
        note = Box(inner.x + 20, foot - 14, inner.w - 40, 16)
        painter.text(BY_HAND, note, _small(12), look.plum_on_poster, "centre")
        foot -= 18
    if bill.awards:
        high = _SET_TIME * len(bill.awards)
        # The lowest of them stand between the flowers in the corners.
        between = inner.inset(_FLOWER, 0)
        _draw_times(painter, Box(between.x, foot - high, between.w, high), bill.awards)
        foot -= high + 12
    _draw_acts(painter, Box(inner.x, strap.bottom + 4, inner.w, foot - strap.bottom - 4), bill)


def _picture(acts: int) -> str:
    return "poster-many" if acts >= MANY else "poster"


def _draw_acts(painter: Painter, box: Box, bill: Bill) -> None:
    rows = _rows(bill.acts)
    unit = (box.h - sum(row.fixed for row in rows)) / sum(row.weight for row in rows)
    placed: list[list[tuple[Act, Box]]] = []
    top = box.y
    for row in rows:
        rooms = Box(box.x, top, box.w, unit * row.weight).columns(len(row.acts), _BETWEEN)
        placed.append(list(zip(row.acts, rooms, strict=True)))
        top += unit * row.weight + row.fixed
    sizes = _sizes(painter, [each for row in placed for each in row])
    for rooms_of_row in placed:
        _draw_row(painter, rooms_of_row, sizes)


def _rows(acts: Sequence[Act]) -> list[_Row]:
    """The acts as they stand below one another, smaller downward."""
    heads = [act for act in acts if act.rank == 1]
    alone = 2.3 if len(heads) == 1 else 1.4
    rows = [_Row(row, alone) for row in _parted(heads)]
    below = _parted([act for act in acts if act.rank != 1])
    return rows + [_Row(row, max(0.7, 1.1 - 0.2 * n)) for n, row in enumerate(below)]


def _parted(acts: Sequence[Act]) -> list[tuple[Act, ...]]:
    """Acts in rows, those of equal rank in one row where that can be had."""
    ways = _WAYS[min(len(acts), len(_WAYS) - 1)]
    ends = [list(accumulate(way)) for way in ways]
    whole = (each for each in ends if not any(_equal(acts, end) for end in each[:-1]))
    best = next(whole, ends[0])
    return [tuple(acts[start:end]) for start, end in pairwise([0, *best])]


def _equal(acts: Sequence[Act], end: int) -> bool:
    return acts[end - 1].rank == acts[end].rank


def _sizes(painter: Painter, cells: Sequence[tuple[Act, Box]]) -> dict[int, float]:
    """The size of the names by rank, in design units: one for equal ranks, smaller downward."""
    sizes: dict[int, float] = {}
    size = theme.HEADLINER.size
    for rank in sorted({act.rank for act, _ in cells}):
        same = [(act.name.upper(), room) for act, room in cells if act.rank == rank]
        while size > _LEAST and not all(_fits(painter, *each, size) for each in same):
            size = max(_LEAST, size * _SHRINK)
        sizes[rank] = size
        size = max(_LEAST, size * _STEP_DOWN)
    return sizes


def _fits(painter: Painter, words: str, box: Box, size: float) -> bool:
    style = replace(theme.SUPPORT, size=size)
    whole = all(painter.width(word, style) <= box.w - 2 for word in words.split())
    return whole and painter.height(words, box.w, style) <= box.h


def _draw_row(
    painter: Painter, rooms: Sequence[tuple[Act, Box]], sizes: Mapping[int, float]
) -> None:
    """Acts side by side: the largest name says where their figures are, all on one line."""
    heights = (
        painter.height(act.name.upper(), room.w, _name_style(sizes[act.rank]))
        for act, room in rooms
    )
    first = rooms[0][1]
    tall = min(max(heights) + 2, first.h)
    top = first.y + (first.h - tall) / 2
    small = _print_height([act for act, _ in rooms])
    for act, room in rooms:
        _draw_act(painter, Box(room.x, top, room.w, tall), act, sizes[act.rank], small)


def _draw_act(painter: Painter, name: Box, act: Act, size: float, small: float) -> None:
    look = painter.theme
    colour = look.rose_on_poster if act.rank == 1 else look.plum_on_poster
    painter.text(act.name.upper(), name, _name_style(size), colour, "centre", "bottom")
    figure = Box(name.x, name.bottom, name.w, _FIGURE)
    _draw_score(painter, figure, act)
    if act.print:
        below = Box(name.x, figure.bottom, name.w, small)
        painter.text(act.print, below, _small(14), look.on_poster, "centre", "top")


def _name_style(size: float) -> theme.Style:
    return replace(theme.SUPPORT, size=size, least=min(size, _LEAST))


def _draw_score(painter: Painter, box: Box, act: Act) -> None:
    look = painter.theme
    figure = f"{act.score:,}{'*' if act.corrected else ''}"
    said = painter.text(figure, box.moved(dx=13), theme.SMALL_FIGURE, look.on_poster, "centre")
    mark = around(said.x - 16, box.centre[1], 20, 20)
    painter.plate(mark, look.on_poster, radius=10)
    draw_seat(painter, mark.inset(4), act.seat, on_dark=True)


def _draw_times(painter: Painter, box: Box, awards: Sequence[tuple[str, str, str]]) -> None:
    """The set times: when, what, who."""
    look = painter.theme
    painter.fill(Box(box.x, box.y - 7, box.w, 2), look.on_poster)
    for (time, title, winner), row in zip(awards, box.rows(len(awards)), strict=True):
        when = row.left_part(58)
        painter.text(time, when, replace(theme.PRINT, face=theme.LABEL.face), look.rose_on_poster)
        what = painter.text(title, Box(when.right, row.y, 150, row.h), _small(15), look.on_poster)
        who = Box(row.right - 254, row.y, 254, row.h)
        said = painter.text(winner, who, _bold(), look.plum_on_poster, "right")
        _draw_dots(painter, Box(what.right + 6, row.y, said.x - what.right - 12, row.h))


def _draw_dots(painter: Painter, box: Box, pitch: float = 6.0) -> None:
    """A dotted line from a title to its winner."""
    colour: Colour = painter.theme.plum_on_poster
    for number in range(int(box.w // pitch)):
        dot = around(box.right - (number + 0.5) * pitch, box.centre[1] + 4, 1.6, 1.6)
        painter.fill(dot, colour, 0.6)


def _small(size: float) -> theme.Style:
    return replace(theme.PRINT, face=theme.SMALL.face, size=size, least=_LEAST)


def _bold() -> theme.Style:
    return replace(theme.PRINT, size=15, least=_LEAST)

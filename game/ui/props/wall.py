"""A wall of records: one for each thing to know, more of it seen the better it is known."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.ui import shapes
from game.ui.actions import Aim
from game.ui.layout import Box, around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.painter import Painter
    from game.ui.theme import Theme

Fill = Literal["full", "half", "empty"]

# Above so many a record is too small for its sleeve; above the second, one stands for several.
MOST_SLEEVES, MOST_MARKS = 420, 1500
_LARGEST = 74.0


@dataclass(frozen=True, slots=True)
class Sleeve:
    """A place on the wall: a whole record, half of one, or the empty sleeve.

    `flag` is a small pennant at its corner; `words` say what it is.
    """

    fill: Fill
    flag: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """How `count` places stand in a box: `pitch` from one to the next, in design units."""

    columns: int
    rows: int
    pitch: float


def grid(count: int, width: float, height: float, scale: float = 1.0) -> Grid:
    """The largest square places of which `count` fit; a whole number of pixels at `scale`."""
    best = Grid(1, max(1, count), 0.0)
    for columns in range(1, max(1, count) + 1):
        rows = math.ceil(count / columns) or 1
        pitch = min(width / columns, height / rows, _LARGEST)
        if pitch > best.pitch:
            best = Grid(columns, rows, pitch)
    # As wide as the box allows: a short last row looks better than a narrow wall.
    pitch = max(1, math.floor(best.pitch * scale + 1e-6)) / scale
    columns = min(max(1, count), math.floor(width / pitch + 1e-6))
    return Grid(columns, math.ceil(count / columns) or 1, pitch)


def shared(sleeves: Sequence[Sleeve]) -> tuple[Sleeve, ...]:
    """The places to draw: all of them, or every n-th where they are too many."""
    step = math.ceil(len(sleeves) / MOST_MARKS) or 1
    return tuple(sleeves[::step])


def draw_wall(painter: Painter, box: Box, sleeves: Sequence[Sleeve], first: int, age: float) -> int:
    """The wall filling `box`; pointing at a record means `Aim` of its number after `first`.

    `age` in seconds: the records are hung from left to right. Returns for how
    many things one record stands.
    """
    places = shared(sleeves)
    plan = grid(len(places), box.w, box.h, painter.scale)
    wide, high = plan.columns * plan.pitch, plan.rows * plan.pitch
    left, top = box.x + (box.w - wide) / 2, box.y + (box.h - high) / 2
    dense = len(places) > MOST_SLEEVES
    size = plan.pitch * (0.86 if dense else 0.9)
    hung = plan.columns + plan.rows if painter.still else age * 70
    for number, sleeve in enumerate(places):
        row, column = divmod(number, plan.columns)
        cell = Box(left + column * plan.pitch, top + row * plan.pitch, plan.pitch, plan.pitch)
        spot = around(*cell.centre, size, size)
        fill = sleeve.fill if row + column <= hung else "empty"
        draw_sleeve(painter, spot, Sleeve(fill, sleeve.flag), dense=dense)
        if len(places) == len(sleeves) and sleeve.words:
            here = first + number
            painter.target(cell, Aim(here), Aim(here))
    return math.ceil(len(sleeves) / max(1, len(places)))


def draw_sleeve(painter: Painter, box: Box, sleeve: Sleeve, *, dense: bool = False) -> None:
    """One place, on paper."""
    make = _dot if dense else _sleeve
    look = painter.theme
    key = ("sleeve", sleeve.fill, sleeve.flag, dense, look.name)
    painter.shape(key, box, make(box.w, sleeve, look))


def _sleeve(size: float, sleeve: Sleeve, look: Theme) -> str:
    """A sleeve with its record out in front, half out, or none in it."""
    c, r = size / 2, size * 0.44
    line, margin = max(1.0, size * 0.035), size * 0.05
    side = size - 2 * margin
    # Not rounded: round corners and dashes together come out differently from time to time.
    square = f'<rect x="{margin:.2f}" y="{margin:.2f}" width="{side:.2f}" height="{side:.2f}" '
    quiet = shapes.code(look.quiet_on_paper)
    if sleeve.fill == "empty":
        dash = f'stroke-dasharray="{size * 0.1:.2f} {size * 0.07:.2f}"'
        body = (
            f'{square}fill="{quiet}" fill-opacity="0.05" stroke="{quiet}" stroke-opacity="0.85" '
            f'stroke-width="{line:.2f}" stroke-linejoin="round" {dash}/>'
        )
    elif sleeve.fill == "half":
        half = side * 0.56
        body = _disc(c + size * 0.06, c, r * 0.94, look, label=look.rose) + (
            f'<rect x="{margin:.2f}" y="{margin:.2f}" width="{half:.2f}" height="{side:.2f}" '
            f'rx="{size * 0.05:.2f}" fill="{shapes.code(look.hairline)}" stroke="{quiet}" '
            f'stroke-width="{line:.2f}"/>'
        )
    else:
        body = _disc(c, c, size * 0.48, look, label=look.gold)
    return shapes.drawing(size, size, body + (_pennant(size, look) if sleeve.flag else ""))


def _disc(x: float, y: float, r: float, look: Theme, label: tuple[int, int, int]) -> str:
    rings = "".join(
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{r * share:.2f}" fill="none" '
        f'stroke="#8A7A98" stroke-opacity="0.55" stroke-width="{r * 0.035:.2f}"/>'
        for share in (0.88, 0.74, 0.6)
    )
    return (
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{r:.2f}" fill="{shapes.code(look.vinyl)}"/>{rings}'
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{r * 0.44:.2f}" fill="{shapes.code(label)}"/>'
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{r * 0.09:.2f}" fill="{shapes.code(look.vinyl)}"/>'
    )


def _dot(size: float, sleeve: Sleeve, look: Theme) -> str:
    """The same in small: a disc with its label, half a disc, a ring."""
    c, r, line = size / 2, size * 0.42, max(1.0, size * 0.07)
    vinyl, quiet = shapes.code(look.vinyl), shapes.code(look.quiet_on_paper)
    ring = (
        f'<circle cx="{c}" cy="{c}" r="{r:.2f}" fill="none" stroke="{quiet}" '
        f'stroke-opacity="0.65" stroke-width="{line:.2f}"/>'
    )
    if sleeve.fill == "full":
        body = (
            f'<circle cx="{c}" cy="{c}" r="{size * 0.47:.2f}" fill="{vinyl}"/>'
            f'<circle cx="{c}" cy="{c}" r="{size * 0.22:.2f}" fill="{shapes.code(look.gold)}"/>'
        )
    elif sleeve.fill == "half":
        body = ring + (
            f'<path d="M{c} {c - r:.2f}A{r:.2f} {r:.2f} 0 0 1 {c} {c + r:.2f}Z" fill="{vinyl}"/>'
        )
    else:
        body = ring
    return shapes.drawing(size, size, body + (_pennant(size, look) if sleeve.flag else ""))


def _pennant(size: float, look: Theme) -> str:
    """A small triangle in the upper right corner."""
    reach = size * 0.46
    return (
        f'<path d="M{size - reach:.2f} 0H{size:.2f}V{reach:.2f}Z" '
        f'fill="{shapes.code(look.wrong)}" stroke="{shapes.code(look.paper)}" '
        f'stroke-width="{size * 0.04:.2f}" stroke-linejoin="round"/>'
    )

"""The rider: a sheet of paper taped up backstage, with lines to turn and boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.actions import Choose
from game.ui.layout import Box, around

if TYPE_CHECKING:
    from game.ui.painter import Painter
    from game.ui.theme import Colour

_ARROW = 34.0
_TAPE = (96.0, 22.0)
# Room for the sentence of a line, and for the note below it.
_SAID, _NOTE = 74.0, 40.0


@dataclass(frozen=True, slots=True)
class Clause:
    """A line of the rider: its title, what it is set to, and a sentence that explains it.

    `ticked` makes it a box to tick (None: there is none), `turns` a value between two arrows; a
    line with neither leads somewhere. One that is `void` means nothing just now.
    """

    title: str
    value: str
    says: str
    ticked: bool | None = None
    turns: bool = False
    void: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """What a press means: line `n` is thing `line + n`, its arrows `arrow + 2 * n` and one more."""

    line: int
    arrow: int


def draw_rider(
    painter: Painter,
    box: Box,
    clauses: Sequence[Clause],
    places: Places,
    chosen: int | None,
    note: str = "",
) -> None:
    """The sheet with all its lines; the sentence of the chosen one and `note` stand at its foot."""
    look = painter.theme
    painter.plate(box, look.paper, radius=8, shadow=True)
    for x, turn in ((box.x + 66, -3.0), (box.right - 66, 2.0)):
        painter.turned(around(x, box.y - 1, *_TAPE), turn, _draw_tape)
    foot = _SAID + (_NOTE if note else 0.0)
    rows = Box(box.x + 12, box.y + 14, box.w - 24, box.h - 14 - foot)
    for number, (clause, row) in enumerate(
        zip(clauses, rows.rows(len(clauses)), strict=True),
    ):
        if number and chosen not in (number, number - 1):
            painter.fill(Box(row.x + 14, row.y - 0.75, row.w - 28, 1.5), look.hairline, 0.5)
        _draw_clause(painter, row, clause, number, places, lit=number == chosen)
    said = Box(box.x + 26, box.bottom - foot + 10, box.w - 52, _SAID - 22)
    painter.fill(Box(said.x, said.y - 6, said.w, 2), look.on_paper, 0.6)
    painter.text(clauses[chosen or 0].says, said, theme.SMALL, look.on_paper)
    if note:
        below = Box(said.x, said.bottom + 2, said.w, _NOTE)
        painter.text(note, below, theme.SMALL_STRONG, look.accent_on_paper)


def _draw_tape(painter: Painter, box: Box) -> None:
    painter.fill(box.inset(2), painter.theme.hairline, 0.85)


def _draw_clause(
    painter: Painter, box: Box, clause: Clause, number: int, places: Places, *, lit: bool
) -> None:
    look = painter.theme
    ink = look.paper if lit else look.on_paper
    quiet = look.paper if lit else look.quiet_on_paper
    if lit:
        painter.plate(box.inset(0, 1), look.plum, radius=9, edge=look.gold, edge_width=3)
    painter.target(box, Choose(places.line + number))
    inner = box.inset(16, 2)
    title = inner.left_part(inner.w * 0.44)
    painter.text(clause.title, title, theme.STRONG, quiet if clause.void else ink)
    rest = inner.right_part(inner.w * 0.54)
    if clause.void:
        painter.text(clause.value, rest, theme.SMALL, quiet, "right")
    elif clause.ticked is not None:
        _draw_box(painter, rest, clause, ink, quiet, lit=lit)
    elif clause.turns:
        _draw_dial(painter, rest, clause.value, places.arrow + 2 * number, ink, quiet)
    else:
        words = rest.inset(_ARROW + 4, 0)
        painter.text(clause.value, words, theme.STRONG, ink, "centre")
        painter.stencil("play", around(rest.right - 14, box.centre[1], 20, 20), quiet)


def _draw_box(
    painter: Painter, box: Box, clause: Clause, ink: Colour, quiet: Colour, *, lit: bool
) -> None:
    """A box and its word: the tick alone would be a matter of taste, the word is none."""
    look, ticked = painter.theme, bool(clause.ticked)
    square = around(box.right - 14, box.centre[1], 26, 26)
    ground = look.paper if lit else look.plum
    if ticked:
        painter.plate(square, ground, radius=6)
        painter.stencil("tick", square.inset(4), look.plum if lit else look.paper)
    else:
        painter.plate(square, ground, cover=0.0, radius=6, edge=quiet, edge_width=2)
    word = box.left_part(box.w - 40)
    style = theme.STRONG if ticked else theme.BODY
    painter.text(clause.value, word, style, ink if ticked else quiet, "right")


def _draw_dial(
    painter: Painter, box: Box, value: str, arrow: int, ink: Colour, quiet: Colour
) -> None:
    for turn, (sign, x) in enumerate(
        (("arrow-left", box.x + _ARROW / 2), ("arrow-right", box.right - 14))
    ):
        painter.stencil(sign, around(x, box.centre[1], 20, 20), quiet)
        painter.target(around(x, box.centre[1], _ARROW + 14, box.h), Choose(arrow + turn))
    words = Box(box.x + _ARROW + 4, box.y, box.w - 2 * _ARROW - 8, box.h)
    painter.text(value, words, theme.STRONG, ink, "centre")

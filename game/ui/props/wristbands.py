"""Who is in tonight: a wristband for each seat, and what a table takes over at one press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.actions import Action, Choose, Recall
from game.ui.layout import Box, around
from game.ui.lineup import SEATS, SIDE
from game.ui.motion import between, eased
from game.ui.props.seats import SHAPES, seat_colour, seat_ink
from game.ui.text.clean import LEFT_TO_RIGHT

if TYPE_CHECKING:
    from game.ui.actions import Meaning
    from game.ui.lineup import Lineup
    from game.ui.painter import Painter

_TAB = 62.0
_TAG = 176.0
_PILL = 38.0
_CONTROL = 36.0
_CONTROLS: tuple[tuple[str, Meaning], ...] = (
    ("arrow-up", Action.RAISE),
    ("arrow-down", Action.LOWER),
    ("cross", Action.REMOVE),
)


@dataclass(frozen=True, slots=True)
class Column:
    """A line-up and how it is shown: thing number `chosen` is in hand.

    There is room for the first `room` seats. With `sides`, everyone wears the colour and the name
    of theirs; thing number `turn` plus the seat's changes it.
    """

    lineup: Lineup
    chosen: int
    sides: bool
    room: int
    turn: int

    def band(self, seat: int) -> Band:
        """The wristband of a seat."""
        words, held = self.lineup.at(seat), seat == self.chosen
        waits = "type a name" if held else f"seat {seat + 1}"
        if self.sides:
            side = self.lineup.side(seat)
            return Band(words, side, waits, self.lineup.sides[side], held)
        over = seat >= self.room
        if over and not held:
            # Said once is enough.
            waits = "no room for more, all together" if seat == self.room else ""
        return Band(words, seat, waits, "no room" if over else "", held, over)


@dataclass(frozen=True, slots=True)
class Band:
    """A line to type into: what stands in it, and the sign it is played under.

    `waits` stands there while nothing is typed. `tag` is the side it is on, which pressing it
    turns on, or, where the line is `over`, says that there is no room for it. `held` means that it
    is being typed.
    """

    words: str
    sign: int
    waits: str = ""
    tag: str = ""
    held: bool = False
    over: bool = False


def draw_column(
    painter: Painter, box: Box, column: Column, tables: Sequence[tuple[str, ...]], age: float
) -> None:
    """All seats one under the other, the sides above them and the other tables below."""
    if tables:
        tall = _PILL if len(tables) <= 2 else 2 * _PILL + 6
        draw_tables(painter, box.bottom_part(tall), tables)
        box = box.top_part(box.h - tall - 12)
    if column.sides:
        tall = _PILL if column.lineup.count <= 2 else 2 * _PILL + 6
        draw_sides(painter, box.top_part(tall), column.lineup, column.chosen)
        box = box.bottom_part(box.h - tall - 10)
    for seat, row in enumerate(box.rows(SEATS, 6)):
        share = eased(age, theme.ENTER, seat * 0.03)
        with painter.shown(fade=share, dx=between(-40, 0, share)):
            draw_band(painter, row, column.band(seat), seat, column.turn + seat)


def draw_band(painter: Painter, box: Box, band: Band, seat: int, turn: int = 0) -> None:
    """The wristband of `seat`, thing number `seat`; thing number `turn` is its tag."""
    look = painter.theme
    there = bool(band.words) or band.held
    edge = seat_colour(painter, band.sign) if band.held else look.panel_edge
    painter.plate(
        box,
        look.panel,
        cover=look.panel_cover if there else 0.55,
        radius=10,
        edge=edge,
        edge_width=4 if band.held else 1.5,
        shadow=band.held,
    )
    _draw_sign(painter, box, band.sign, there=there)
    painter.target(box, Choose(seat))
    end = box.right - 14
    if band.held and band.words:
        end = _draw_controls(painter, box)
    if band.tag and band.words:
        wide = min(_TAG, painter.width(band.tag, theme.TAG) + 10)
        tag = Box(end - wide, box.y, wide, box.h)
        ink = look.warm_on_panel if band.over else seat_ink(painter, band.sign)
        painter.text(band.tag, tag.inset(4, 2), theme.TAG, ink, "right")
        if not band.over:
            painter.target(tag, Choose(turn))
        end = tag.x
    words = Box(box.x + _TAB + 14, box.y + 2, end - box.x - _TAB - 22, box.h - 4)
    if band.words:
        said = painter.text(band.words, words, theme.BAND, look.on_panel)
    else:
        said = Box(words.x, words.y, 0, 0)
        quiet = words.right_part(words.w - 14) if band.held else words
        painter.text(band.waits, quiet, theme.SMALL, look.quiet_on_panel)
    if band.held:
        tall = min(30.0, box.h - 12)
        caret = said.right + (8 if band.words.endswith(" ") else 3)
        painter.fill(Box(caret, box.centre[1] - tall / 2, 3, tall), seat_ink(painter, band.sign))


def _draw_sign(painter: Painter, box: Box, sign: int, *, there: bool) -> None:
    """The end of the band in the seat's colour, with its shape cut out."""
    look = painter.theme
    with painter.shown(fade=1.0 if there else 0.45):
        end = Box(box.x + 5, box.y + 5, _TAB - 10, box.h - 10)
        painter.plate(end, seat_colour(painter, sign), radius=6)
        size = min(26.0, end.h - 6)
        shape = around(*end.centre, size, size)
        painter.stencil(f"seat-{SHAPES[sign % len(SHAPES)]}", shape, look.on_mark)


def _draw_controls(painter: Painter, box: Box) -> float:
    """What the mouse can do with the line in hand; where they begin."""
    left = box.right - 8 - _CONTROL * len(_CONTROLS)
    for number, (sign, press) in enumerate(_CONTROLS):
        cell = Box(left + number * _CONTROL, box.y, _CONTROL, box.h)
        painter.stencil(sign, around(*cell.centre, 18, 18), painter.theme.quiet_on_panel)
        painter.target(cell, press)
    return left


def draw_tables(painter: Painter, box: Box, tables: Sequence[tuple[str, ...]]) -> None:
    """Tables of other nights, two in a row, each with the key that seats it."""
    look = painter.theme
    cells = box.grid(2, (len(tables) + 1) // 2, 10, 6)
    for number, (names, chip) in enumerate(zip(tables, cells, strict=False)):
        painter.plate(chip, look.panel, cover=0.8, radius=9, edge=look.panel_edge, edge_width=1.5)
        key = painter.keys("Ctrl") + f" {number + 1}"
        cap = Box(chip.x + 6, chip.y + 5, 66, chip.h - 10)
        painter.plate(cap, look.panel, radius=6, edge=look.panel_edge, edge_width=1.5)
        painter.text(key, cap.inset(3, 0), theme.PRINT, look.on_panel, "centre")
        words = Box(cap.right + 10, chip.y + 1, chip.right - cap.right - 18, chip.h - 2)
        painter.text(_some(painter, names, words.w), words, theme.TAG, look.on_panel)
        painter.target(chip, Recall(number))


def _some(painter: Painter, names: Sequence[str], width: float) -> str:
    """As many of the names as fit into one line, at least one, and how many more there are."""
    for count in range(len(names), 1, -1):
        words = _list(names, count)
        if painter.width(words, theme.TAG) <= width:
            return words
    return _list(names, 1)


def _list(names: Sequence[str], count: int) -> str:
    left = f" +{len(names) - count}" if count < len(names) else ""
    return LEFT_TO_RIGHT + f"{LEFT_TO_RIGHT}, ".join(names[:count]) + LEFT_TO_RIGHT + left


def draw_sides(painter: Painter, box: Box, lineup: Lineup, chosen: int) -> None:
    """What the sides are called; the one that is thing number `chosen` is being typed."""
    cells = box.grid(2, (lineup.count + 1) // 2, 10, 6)[: lineup.count]
    for side, cell in enumerate(cells):
        lit = chosen == SIDE + side
        # As it is typed, a name keeps its last space and is not yet told apart.
        name = (lineup.called[side] if lit else "") or lineup.sides[side]
        _draw_side(painter, cell, name, side, lit=lit)
        painter.target(cell, Choose(SIDE + side))


def _draw_side(painter: Painter, box: Box, name: str, side: int, *, lit: bool) -> None:
    look, ink = painter.theme, seat_ink(painter, side)
    painter.plate(
        box,
        look.panel,
        cover=look.panel_cover,
        radius=20,
        edge=seat_colour(painter, side),
        edge_width=4 if lit else 2,
        shadow=lit,
    )
    painter.stencil(f"seat-{SHAPES[side]}", around(box.x + 24, box.centre[1], 20, 20), ink)
    words = Box(box.x + 42, box.y + 3, box.w - 58, box.h - 6)
    said = painter.text(name, words, theme.SMALL_STRONG, look.on_panel)
    if lit:
        space = 6 if name.endswith(" ") else 2
        painter.fill(Box(said.right + space, box.centre[1] - 12, 2.5, 24), ink)

"""A strip of pictures that tells something in three beats, put together from signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.ui import theme
from game.ui.layout import Box, around
from game.ui.motion import between, eased
from game.ui.props.seats import draw_seat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.painter import Painter
    from game.ui.theme import Colour

_UNIT = 1.25
# Seconds from one beat to the next, until a thing has arrived, and until the last one has.
BEAT, ARRIVES = 0.9, 0.35
LASTS = 3 * BEAT + ARRIVES

Kind = Literal["seat", "sign", "words", "ticket", "plate"]


@dataclass(frozen=True, slots=True)
class Bit:
    """A thing in a picture, its middle `x`, `y` units from the picture's middle.

    `name` is what a "sign", "words" or a "ticket" say, and the number of a "seat". `role` is a
    colour of the theme, the ground's for a "plate"; words are accented or plain. It comes in `late`
    seconds after its picture, from `dx`, `dy` units away; `faint` is how much of it is seen.
    """

    kind: Kind
    name: str
    x: float
    y: float
    size: float
    role: str = "on_panel"
    late: float = 0.0
    dx: float = 0.0
    dy: float = 0.0
    faint: float = 1.0


@dataclass(frozen=True, slots=True)
class Beat:
    """One picture and what stands under it."""

    caption: str
    bits: tuple[Bit, ...]


def draw_strip(painter: Painter, area: Box, beats: Sequence[Beat], age: float) -> None:
    """The pictures side by side, as they are `age` seconds after the first."""
    look = painter.theme
    for number, (beat, box) in enumerate(zip(beats, area.columns(len(beats), 36), strict=True)):
        start = number * BEAT
        with painter.shown(fade=_share(painter, age, start)):
            painter.plate(
                box,
                look.panel,
                cover=look.panel_cover,
                radius=16,
                edge=look.panel_edge,
                shadow=True,
            )
            if number:
                arrow = around(box.x - 18, box.centre[1], 26, 26)
                painter.stencil("arrow-right", arrow, look.accent_on_sky)
        for bit in beat.bits:
            share = _share(painter, age, start + 0.15 + bit.late)
            dx, dy = between(bit.dx, 0, share), between(bit.dy, 0, share)
            with painter.shown(fade=share * bit.faint, dx=dx, dy=dy):
                _draw_bit(painter, box, bit)
        caption = box.bottom_part(54).inset(18, 6)
        with painter.shown(fade=_share(painter, age, start)):
            painter.text(beat.caption, caption, theme.STRONG, look.on_panel, "centre")


def _share(painter: Painter, age: float, start: float) -> float:
    return 1.0 if painter.still else eased(age, ARRIVES, start)


def _draw_bit(painter: Painter, box: Box, bit: Bit) -> None:
    look = painter.theme
    x, y = box.centre[0] + bit.x * _UNIT, box.centre[1] - 22 + bit.y * _UNIT
    size = bit.size * _UNIT
    square = around(x, y, size, size)
    colour: Colour = getattr(look, bit.role)
    match bit.kind:
        case "seat":
            draw_seat(painter, square, int(bit.name))
        case "sign":
            painter.stencil(bit.name, square, colour)
        case "words":
            words = around(x, y, size * 3, size * 1.2)
            ink = look.accent_on_panel if bit.role == "accent_on_panel" else look.on_panel
            painter.text(bit.name, words, theme.FIGURE, ink, "centre")
        case "ticket":
            paper = around(x, y, size * 1.5, size)
            painter.plate(paper, look.paper, radius=8, edge=look.hairline)
            painter.text(bit.name, paper, theme.FIGURE, look.on_paper, "centre")
        case "plate":
            ground = around(x, y, size * 2.2, size)
            painter.plate(ground, colour, radius=8, edge=look.panel_edge)

"""A player's sign: a colour and a shape, never the colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.ui.layout import Box
    from game.ui.painter import Painter
    from game.ui.theme import Colour

SHAPES = ("circle", "diamond", "square", "triangle", "hexagon", "star", "drop", "cross")


def seat_colour(painter: Painter, seat: int) -> Colour:
    """The colour of seat number `seat`, from 0, for lines and on dark things."""
    return painter.theme.seats[seat % len(painter.theme.seats)]


def seat_ink(painter: Painter, seat: int) -> Colour:
    """The seat's colour for words and signs on the sky or on a panel."""
    inks = painter.theme.seat_inks or painter.theme.seats
    return inks[seat % len(inks)]


def draw_seat(painter: Painter, box: Box, seat: int, *, on_dark: bool = False) -> None:
    """The seat's shape in its colour; `on_dark` where the ground is dark in every theme."""
    colour = seat_colour(painter, seat) if on_dark else seat_ink(painter, seat)
    painter.stencil(f"seat-{SHAPES[seat % len(SHAPES)]}", box, colour)

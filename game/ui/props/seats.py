"""A player's sign: a colour and a shape, never the colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.ui.layout import Box
    from game.ui.painter import Painter
    from game.ui.theme import Colour

SHAPES = ("circle", "diamond", "square", "triangle", "hexagon", "star", "drop", "cross")


def seat_colour(painter: Painter, seat: int) -> Colour:
    """The colour of seat number `seat`, from 0."""
    return painter.theme.seats[seat % len(painter.theme.seats)]


def draw_seat(painter: Painter, box: Box, seat: int) -> None:
    """The seat's shape in its colour."""
    painter.stencil(f"seat-{SHAPES[seat % len(SHAPES)]}", box, seat_colour(painter, seat))

"""What a turn brought to others than the one who answered: up to three lines on a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.layout import Box, around
from game.ui.props.seats import draw_seat, seat_colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.painter import Painter

LINE = 52.0
SignedLine = tuple[int, str, str, int]
"""A seat, its name, what it did, and the points for it, which may be below 0."""


def signed(points: int) -> str:
    """Points with their sign: a gain, a loss, or nothing."""
    if not points:
        return "0"
    return f"+{points:,}" if points > 0 else f"\N{MINUS SIGN}{-points:,}"


def draw_beside(painter: Painter, box: Box, lines: Sequence[SignedLine]) -> None:
    """The lines on dark ground, `LINE` units high each; `box` is as high as they are together."""
    look = painter.theme
    for number, (seat, name, what, points) in enumerate(lines):
        row = Box(box.x, box.y + number * LINE, box.w, LINE)
        if number:
            painter.fill(Box(row.x + 16, row.y, row.w - 32, 1.5), look.hairline)
        _draw_line(painter, row.inset(18, 3), seat, name, what, points)


def _draw_line(painter: Painter, row: Box, seat: int, name: str, what: str, points: int) -> None:
    look = painter.theme
    disc = around(row.x + 18, row.centre[1], 38, 38)
    painter.plate(disc, look.vinyl, radius=19, edge=seat_colour(painter, seat), edge_width=2.5)
    draw_seat(painter, around(*disc.centre, 19, 19), seat, on_dark=True)
    ink = look.right_on_paper if points > 0 else look.wrong_on_paper
    figure = painter.text(
        signed(points),
        row.right_part(104),
        theme.LEAD,
        ink if points else look.quiet_on_paper,
        "right",
    )
    words = Box(row.x + 50, row.y, figure.x - row.x - 62, row.h)
    painter.text(name, words.top_part(words.h * 0.52), theme.TRACK_KEY, look.on_paper)
    painter.text(what, words.bottom_part(words.h * 0.46), theme.TRACK, look.quiet_on_paper)

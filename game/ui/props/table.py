"""The table as it stands: a line with sign, name and figure for everyone who plays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.layout import Box, around
from game.ui.props.seats import draw_seat, seat_colour

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.ui.painter import Painter

_STEP = 52.0


@dataclass(frozen=True, slots=True)
class Standing:
    """A line of the table: seat, name and points."""

    seat: int
    name: str
    score: int


def draw_table(
    painter: Painter, at: Box, heading: str, lines: Iterable[Standing], mine: int
) -> None:
    """The `lines` under a heading; the one of seat `mine` has an edge.

    `at` is where the heading stands.
    """
    look = painter.theme
    painter.text(heading, at, theme.SMALL, look.quiet_on_sky)
    for row, line in enumerate(lines):
        box = Box(at.x, at.y + 36 + row * _STEP, at.w, 44)
        edge = seat_colour(painter, line.seat) if line.seat == mine else None
        painter.plate(box, look.panel, cover=look.panel_cover, radius=9, edge=edge)
        draw_seat(painter, around(box.x + 26, box.centre[1], 22, 22), line.seat)
        score = painter.text(
            f"{line.score:,}", box.inset(14, 2), theme.SMALL_FIGURE, look.accent_on_panel, "right"
        )
        words = Box(box.x + 48, box.y + 3, score.x - box.x - 58, box.h - 6)
        painter.text(line.name, words, theme.SMALL_STRONG, look.on_panel)

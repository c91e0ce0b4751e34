"""A keyboard as it lies on the table, with a cluster of keys for each player."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.boards import HIGH, SPOTS, WIDE
from game.ui.layout import Box
from game.ui.props.seats import draw_seat, seat_colour

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.ui.boards import Cluster
    from game.ui.painter import Painter

_RIM = 0.3
_GAP = 0.07


@dataclass(frozen=True, slots=True)
class Board:
    """What a drawn keyboard shows, by scancode.

    `seats` are the keys that belong to somebody. `wanted` are to be held down now (None: nothing is
    asked for, and all clusters stand equal), `held` are down, `lost` are waited for in vain, and
    `strange` are down although nobody was asked for them. `labels` are what is written on the keys.
    """

    seats: Mapping[int, int]
    labels: Mapping[int, str]
    wanted: frozenset[int] | None = None
    held: frozenset[int] = frozenset()
    lost: frozenset[int] = frozenset()
    strange: frozenset[int] = frozenset()


def seats_of(clusters: Sequence[Cluster], seats: Sequence[int]) -> dict[int, int]:
    """Whose each key is: the seat by scancode."""
    pairs = zip(clusters, seats, strict=True)
    return {scancode: seat for cluster, seat in pairs for scancode in cluster}


def draw_board(painter: Painter, box: Box, board: Board) -> None:
    """The keyboard, as large as `box` lets it be, in the middle of it."""
    look = painter.theme
    unit = min(box.w / (WIDE + 2 * _RIM), box.h / (HIGH + 2 * _RIM))
    wide, high = unit * (WIDE + 2 * _RIM), unit * (HIGH + 2 * _RIM)
    body = Box(box.centre[0] - wide / 2, box.centre[1] - high / 2, wide, high)
    painter.plate(body, look.vinyl, radius=18, edge=look.panel_edge, shadow=True)
    for scancode, spot in SPOTS.items():
        key = Box(
            body.x + (spot.x + _RIM + _GAP / 2) * unit,
            body.y + (spot.y + _RIM + _GAP / 2) * unit,
            (spot.w - _GAP) * unit,
            (spot.h - _GAP) * unit,
        )
        _draw_key(painter, key, board, scancode)


def _draw_key(painter: Painter, box: Box, board: Board, scancode: int) -> None:
    look, seat = painter.theme, board.seats.get(scancode)
    label = board.labels.get(scancode, "")
    if scancode in board.strange:
        painter.plate(box, look.wrong_ground, radius=7, edge=look.wrong, edge_width=4)
        painter.text(label or "?", box.inset(4, 4), theme.LABEL, look.on_wrong_ground, "centre")
        return
    if seat is None:
        painter.plate(box, look.groove, radius=7)
        return
    colour = seat_colour(painter, seat)
    if scancode in board.held:
        painter.plate(box.inset(-3, -3), look.chosen_edge, radius=10)
        painter.plate(box, look.paper, radius=7)
        painter.text(label, box.inset(4, 4), theme.LABEL, look.on_paper, "centre")
        return
    if board.wanted is not None and scancode not in board.wanted:
        painter.plate(box, look.groove, radius=7, edge=colour, edge_width=2)
        _draw_owner(painter, box, seat)
        return
    if scancode in board.lost:
        painter.plate(box.inset(-4, -4), look.wrong, radius=11)
    painter.plate(box, colour, radius=7)
    painter.text(label, box.inset(4, 4), theme.LABEL, look.on_mark, "centre")


def _draw_owner(painter: Painter, box: Box, seat: int) -> None:
    size = box.h * 0.36
    spot = Box(box.centre[0] - size / 2, box.centre[1] - size / 2, size, size)
    draw_seat(painter, spot, seat, on_dark=True)

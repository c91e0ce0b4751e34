"""The ledger of a party: what each has been asked, on a ruled sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.layout import Box, around
from game.ui.props.seats import SHAPES, seat_colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.painter import Painter

_LEVELS = ("easy", "medium", "hard")
# Columns that are shown only where something stands in them.
_EXTRAS = ("stolen", "heckled", "bet")
_TITLES = {"right": "Right", "stolen": "Stolen", "heckled": "Heckled", "bet": "Bet"}


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """What one seat has had so far.

    Questions by level and how many of them were answered right; `stolen` and `heckled` are how
    many steals and heckles have scored, `bet` the points that were bet.
    """

    seat: int
    name: str
    easy: int
    medium: int
    hard: int
    right: int
    stolen: int
    heckled: int
    bet: int


def evenly(ledger: Sequence[LedgerLine]) -> str:
    """A sentence on whether all have had the same: "Everyone had 2 easy, 2 medium and 1 hard."."""
    shares = {(line.easy, line.medium, line.hard) for line in ledger}
    if len(shares) != 1:
        return "What each has been asked so far"
    counts = zip(next(iter(shares)), _LEVELS, strict=True)
    parts = [f"{count} {level}" for count, level in counts if count]
    if not parts:
        return "Nobody has been asked anything yet"
    listed = " and ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else parts[0]
    return f"Everyone had {listed}"


def draw_ledger(painter: Painter, box: Box, ledger: Sequence[LedgerLine]) -> None:
    """The table on paper, some 1000 x 500: its sentence, its heads, a line for each seat."""
    look = painter.theme
    painter.plate(box, look.paper, radius=12, shadow=True)
    inner = box.inset(36, 16)
    painter.text(evenly(ledger), inner.top_part(52), theme.PASS_TITLE, look.accent_on_paper)
    extras = [name for name in _EXTRAS if any(getattr(line, name) for line in ledger)]
    names = (*_LEVELS, "right", *extras)
    wide = min(104.0, 640 / len(names))
    first = inner.right - wide * len(names)
    heads = Box(inner.x, inner.y + 56, inner.w, 28)
    for column, name in enumerate(names):
        head = Box(first + column * wide, heads.y, wide, heads.h)
        title = _TITLES.get(name, name.capitalize())
        painter.text(title, head, theme.SMALL_STRONG, look.quiet_on_paper, "right")
    tall = min(56.0, (inner.bottom - heads.bottom - 2) / max(1, len(ledger)))
    for row, line in enumerate(ledger):
        place = Box(inner.x, heads.bottom + row * tall, inner.w, tall)
        painter.fill(Box(place.x, place.y, place.w, 1.5), look.hairline)
        _draw_name(painter, place.left_part(first - inner.x), line)
        for column, name in enumerate(names):
            cell = Box(first + column * wide, place.y + 1, wide, tall - 2)
            value = getattr(line, name)
            ink = look.on_paper if value else look.quiet_on_paper
            figure = f"{value:,}" if value else "–"
            painter.text(figure, cell, theme.SMALL_FIGURE, ink, "right")


def _draw_name(painter: Painter, box: Box, line: LedgerLine) -> None:
    look = painter.theme
    mark = around(box.x + 16, box.centre[1], 32, 32)
    # A seat's colour shows on something dark alone.
    painter.plate(mark, look.vinyl, radius=16)
    sign = f"seat-{SHAPES[line.seat % len(SHAPES)]}"
    painter.stencil(sign, mark.inset(7), seat_colour(painter, line.seat))
    name = Box(mark.right + 14, box.y + 2, box.right - mark.right - 20, box.h - 4)
    painter.text(line.name, name, theme.STRONG, look.on_paper)

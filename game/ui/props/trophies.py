"""Gold records in frames, and the plaques below them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import shapes, theme
from game.ui.layout import Box, around

if TYPE_CHECKING:
    from game.ui.painter import Painter
    from game.ui.theme import Colour

# A gold record looks the same in every theme.
_GOLD: Colour = (0xF2, 0xB8, 0x3C)
_GROOVE: Colour = (0xC4, 0x8A, 0x24)
_WOOD: Colour = (0x3A, 0x1D, 0x26)
_MAT: Colour = (0x1B, 0x10, 0x24)
_LABEL: Colour = (0xA6, 0x3A, 0x56)


@dataclass(frozen=True, slots=True)
class Trophy:
    """A best night: its points, what was played and how, in which pack, when; and an icon."""

    score: str
    what: str
    pack: str
    when: str
    sign: str


def draw_framed(painter: Painter, box: Box, trophy: Trophy) -> None:
    """The gold record of a best night in its frame, some 256 x 300."""
    look = painter.theme
    painter.plate(box, _WOOD, radius=6, edge=look.gold, edge_width=2, shadow=True)
    mat = box.inset(11)
    painter.plate(mat, _MAT, radius=3)
    size = min(mat.w - 40, mat.h - 146)
    disc = around(mat.centre[0], mat.y + 14 + size / 2, size, size)
    painter.shape(("gold record",), disc, shapes.record(disc.w, _GOLD, _GROOVE, _LABEL, look.night))
    painter.stencil(trophy.sign, around(*disc.centre, size * 0.22, size * 0.22), look.paper)
    plaque = Box(mat.x + 14, disc.bottom + 12, mat.w - 28, mat.bottom - disc.bottom - 24)
    painter.plate(plaque, look.gold, radius=4)
    inner = plaque.inset(12, 6)
    painter.text(trophy.score, inner.top_part(34), theme.FIGURE, look.night, "centre")
    pack = Box(inner.x, inner.y + 34, inner.w, inner.h - 58)
    painter.text(trophy.pack, pack, theme.SMALL_STRONG, look.night, "centre")
    painter.text(trophy.what, inner.bottom_part(22), theme.PRINT, look.night, "centre")


def draw_plaque(painter: Painter, box: Box, trophy: Trophy) -> None:
    """A best night as a line, some 812 x 46."""
    look = painter.theme
    painter.plate(box, look.panel, cover=look.panel_cover, radius=8)
    painter.stencil(trophy.sign, around(box.x + 26, box.centre[1], 26, 26), look.accent_on_panel)
    what = Box(box.x + 52, box.y + 3, 300, box.h - 6)
    painter.text(trophy.pack, what, theme.SMALL_STRONG, look.on_panel)
    how = Box(what.right + 16, box.y + 3, 220, box.h - 6)
    painter.text(trophy.what, how, theme.SMALL, look.quiet_on_panel)
    when = Box(how.right + 12, box.y + 3, 104, box.h - 6)
    painter.text(trophy.when, when, theme.NOTE, look.quiet_on_panel)
    score = Box(box.right - 100, box.y + 3, 84, box.h - 6)
    painter.text(trophy.score, score, theme.SMALL_FIGURE, look.accent_on_panel, "right")

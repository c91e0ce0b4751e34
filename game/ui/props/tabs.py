"""Tabs along the top of a page: the divider cards in a crate of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import shapes, theme
from game.ui.actions import Choose
from game.ui.layout import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.painter import Painter
    from game.ui.theme import Colour

HEIGHT = 50.0


def draw_tabs(painter: Painter, box: Box, names: Sequence[str], chosen: int) -> None:
    """The tabs side by side in `box`, standing on its lower edge; each can be clicked."""
    look = painter.theme
    for index, (name, cell) in enumerate(zip(names, box.columns(len(names), 8), strict=True)):
        lit = index == chosen
        card = cell if lit else Box(cell.x, cell.y + 7, cell.w, cell.h - 7)
        fill = look.chosen if lit else look.panel
        edge = look.chosen_edge if lit else look.panel_edge
        key = ("tab", fill, edge, card.w, card.h)
        painter.shape(key, card, _card(card.w, card.h, fill, edge, 4 if lit else 2))
        ink = look.on_chosen if lit else look.on_panel
        painter.text(name, card.inset(14, 3), theme.LABEL, ink, "centre")
        painter.target(cell, Choose(index))
    foot = Box(box.x, box.bottom - 2, box.w, 4)
    painter.fill(foot, look.chosen_edge)


def _card(w: float, h: float, fill: Colour, edge: Colour, width: float) -> str:
    """A card rounded at its upper corners, open below."""
    half, r, slope = width / 2, 12.0, 10.0
    outline = (
        f"M{half} {h}L{slope * 0.6:.2f} {r}Q{slope} {half} {slope + r} {half}"
        f"H{w - slope - r:.2f}Q{w - slope:.2f} {half} {w - slope * 0.6:.2f} {r}L{w - half:.2f} {h}"
    )
    return shapes.drawing(
        w,
        h,
        f'<path d="{outline}Z" fill="{shapes.code(fill)}"/>'
        f'<path d="{outline}" fill="none" stroke="{shapes.code(edge)}" stroke-width="{width}"/>',
    )

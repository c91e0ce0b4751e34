"""A card in the middle of the window that asks something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.layout import Box, around
from game.ui.props.plates import draw_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.painter import Painter


def draw_dialog(
    painter: Painter, sign: str, heading: str, below: str, choices: Sequence[str], chosen: int
) -> None:
    """A paper card with an icon, a heading, a few sentences and buttons under one another."""
    look = painter.theme
    buttons = 64.0 * len(choices)
    card = around(640, 336, 660, 300 + buttons)
    painter.plate(card, look.paper, radius=20, shadow=True)
    painter.stencil(sign, around(640, card.y + 62, 60, 60), look.accent_on_paper)
    heading_box = Box(card.x + 40, card.y + 104, card.w - 80, 56)
    painter.text(heading, heading_box, theme.HEADING, look.on_paper, "centre")
    words = Box(card.x + 56, card.y + 164, card.w - 112, 90)
    painter.text(below, words, theme.BODY, look.quiet_on_paper, "centre")
    rows = Box(card.x + 120, card.bottom - 36 - buttons, card.w - 240, buttons - 12)
    for index, (words_on, box) in enumerate(zip(choices, rows.rows(len(choices), 12), strict=True)):
        draw_button(painter, box, words_on, index, chosen=index == chosen)

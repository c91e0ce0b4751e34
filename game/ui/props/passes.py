"""Backstage passes: what a pack looks like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import shapes, theme
from game.ui.layout import Box

if TYPE_CHECKING:
    from game.ui.painter import Painter

WIDTH, HEIGHT = 300.0, 430.0
TILT = 5.0


@dataclass(frozen=True, slots=True)
class Pass:
    """What stands on a pass: a heading on the band, the title, a line below it, and figures."""

    title: str
    below: str
    figures: tuple[tuple[str, str], ...] = ()
    band: str = "BACKSTAGE"
    over: str = "ALL ACCESS"
    motto: str = ""


def draw_pass(painter: Painter, box: Box, card: Pass) -> None:
    """A pass filling `box` (300 x 430 or in that proportion)."""
    look, unit = painter.theme, box.w / WIDTH
    painter.drawing("pass", box)

    def part(y: float, h: float, side: float = 24) -> Box:
        return Box(box.x + side * unit, box.y + y * unit, box.w - 2 * side * unit, h * unit)

    painter.text(card.band, part(50, 64), theme.PASS_BAND, look.paper, "centre")
    painter.text(card.over, part(122, 26), theme.SMALL_STRONG, look.quiet_on_paper, "centre")
    painter.text(card.title, part(142, 50, 14), theme.PASS_TITLE, look.on_paper, "centre")
    painter.text(card.below, part(190, 26), theme.SMALL, look.quiet_on_paper, "centre")
    for row, (name, figure) in enumerate(card.figures):
        line = part(242 + row * 42, 34, 28)
        painter.text(name, line, theme.SMALL_STRONG, look.quiet_on_paper)
        painter.text(figure, line, theme.SMALL_FIGURE, look.on_paper, "right")
    if card.motto:
        painter.text(card.motto, part(368, 46), theme.PASS_HAND, look.accent_on_paper, "centre")


def draw_hanging_pass(painter: Painter, card: Pass, x: float = 850, y: float = 160) -> None:
    """A pass on its lanyard, turned a little, hanging from above the window."""
    look = painter.theme
    top = painter.view.y - 120
    knot = (x + WIDTH / 2 + 18, y + 12)
    for lean, colour in ((-34, look.rose), (30, look.rose_dark)):
        painter.shape(
            ("lanyard", lean, colour, knot[1] - top),
            Box(knot[0] - 60, top, 120, knot[1] - top),
            shapes.strap(120, knot[1] - top, 60 + lean, 60, 12, colour),
        )
    box = Box(x, y, WIDTH, HEIGHT)
    painter.shadow(box.inset(14), 24, 20)
    painter.turned(box, TILT, lambda inner, within: draw_pass(inner, within, card))

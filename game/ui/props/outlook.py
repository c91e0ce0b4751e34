"""The foot of a lobby: how long it will take, and the button that begins it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.actions import Choose
from game.ui.layout import Box, around
from game.ui.props.plates import draw_plate

if TYPE_CHECKING:
    from game.ui.painter import Painter


def about(seconds: float) -> str:
    """A length of time as one says it: "about 35 minutes"."""
    minutes = seconds / 60
    if minutes < 10:
        whole = max(1, round(minutes))
        return f"about {whole} minute{'' if whole == 1 else 's'}"
    if minutes < 57.5:
        return f"about {5 * round(minutes / 5)} minutes"
    hours, half = divmod(round(minutes / 30), 2)
    return f"about {hours}{'½' if half else ''} hours" if hours > 1 or half else "about 1 hour"


def draw_outlook(painter: Painter, box: Box, seconds: float, sums: str) -> None:
    """`sums` says what of."""
    look = painter.theme
    painter.plate(box, look.panel, cover=look.panel_cover, edge=look.panel_edge)
    painter.stencil("clock", around(box.x + 36, box.centre[1], 34, 34), look.accent_on_panel)
    words = Box(box.x + 70, box.y + 4, box.w - 84, box.h - 8)
    painter.text(about(seconds), words.top_part(32), theme.LABEL, look.accent_on_panel)
    painter.text(sums, words.bottom_part(26), theme.SMALL, look.quiet_on_panel)


def draw_start(
    painter: Painter, box: Box, words: str, index: int, *, ready: bool, chosen: bool
) -> None:
    """Thing number `index`; where it is not `ready`, `words` say what is missing."""
    look = painter.theme
    draw_plate(painter, box, chosen=chosen)
    ink = look.on_chosen if chosen else look.on_panel
    if not ready:
        ink = look.quiet_on_chosen if chosen else look.warm_on_panel
    painter.text(words, box.inset(20, 6), theme.MENU if ready else theme.STRONG, ink, "centre")
    painter.target(box, Choose(index))

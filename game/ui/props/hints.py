"""The row at the foot of a scene: which keys work here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.layout import HEIGHT, WIDTH, Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.actions import Meaning
    from game.ui.painter import Painter

Hint = tuple[str, str, "Meaning | None"]
"""A key's name, what it does, and what a click on it means."""

_PAD, _GAP, _SPACE = 9.0, 8.0, 26.0


def draw_hints(painter: Painter, hints: Sequence[Hint], y: float = HEIGHT - 34) -> None:
    """The hints side by side, centred about `y`; each can be clicked."""
    look = painter.theme
    hints = [(painter.keys(key), does, press) for key, does, press in hints]
    widths = [
        (painter.width(key, theme.HINT) + 2 * _PAD, painter.width(does, theme.HINT))
        for key, does, _ in hints
    ]
    whole = sum(key + _GAP + does for key, does in widths) + _SPACE * (len(hints) - 1)
    squeeze = min(1.0, (WIDTH - 40) / whole) if whole else 1.0
    x = (WIDTH - whole * squeeze) / 2
    for (key, does, press), (key_width, does_width) in zip(hints, widths, strict=True):
        cap = Box(x, y - 15, key_width * squeeze, 30)
        painter.plate(cap, look.panel, cover=0.9, radius=7, edge=look.panel_edge, edge_width=1.5)
        painter.text(key, cap.inset(3, 0), theme.HINT, look.on_panel, "centre")
        label = Box(cap.right + _GAP * squeeze, y - 15, does_width * squeeze + 2, 30)
        painter.text(does, label, theme.HINT, look.on_sky)
        if press is not None:
            painter.target(Box(cap.x, y - 20, label.right - cap.x, 40), press)
        x = label.right - 2 + _SPACE * squeeze


def draw_key_row(painter: Painter, box: Box, hint: Hint) -> None:
    """One key and what it does, as a line that can be clicked."""
    look = painter.theme
    key, does, press = painter.keys(hint[0]), hint[1], hint[2]
    wide = max(30.0, painter.width(key, theme.HINT) + 2 * _PAD)
    cap = Box(box.x, box.centre[1] - 15, min(wide, box.w * 0.45), 30)
    painter.plate(cap, look.panel, cover=0.9, radius=7, edge=look.panel_edge, edge_width=1.5)
    painter.text(key, cap.inset(3, 0), theme.HINT, look.on_panel, "centre")
    label = Box(cap.right + _GAP, box.y, box.right - cap.right - _GAP, box.h)
    painter.text(does, label, theme.HINT, look.on_sky)
    if press is not None:
        painter.target(box, press)

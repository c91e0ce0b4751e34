"""A sheet of paper beside a picture: a heading, a large figure, and figures in lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.layout import Box

if TYPE_CHECKING:
    from game.ui.painter import Painter


@dataclass(frozen=True, slots=True)
class Sheet:
    """`over` is small above the title; `figure` is large, `below` says what it is."""

    over: str
    title: str
    figure: str
    below: str
    lines: tuple[tuple[str, str], ...] = ()
    foot: str = ""


def draw_sheet(painter: Painter, box: Box, sheet: Sheet, indent: float = 0.0) -> list[Box]:
    """The sheet, some 328 x 520; the boxes of its lines, `indent` left free before their words."""
    look = painter.theme
    painter.plate(box, look.paper, radius=10, shadow=True)
    inner = box.inset(28, 24)
    painter.text(sheet.over, inner.top_part(24), theme.PRINT, look.quiet_on_paper)
    title = Box(inner.x, inner.y + 26, inner.w, 78)
    painter.text(sheet.title, title, theme.PASS_TITLE, look.on_paper, valign="top")
    figure = Box(inner.x, inner.y + 106, inner.w, 84)
    painter.text(sheet.figure, figure, theme.BIG_FIGURE, look.accent_on_paper)
    below = Box(inner.x, figure.bottom + 2, inner.w, 26)
    painter.text(sheet.below, below, theme.SMALL_STRONG, look.quiet_on_paper)
    boxes = []
    for row, (name, value) in enumerate(sheet.lines):
        line = Box(inner.x, below.bottom + 14 + row * 42, inner.w, 42)
        painter.fill(Box(line.x, line.y, line.w, 1.5), look.hairline)
        words = Box(line.x + indent, line.y + 2, line.w - indent - 76, line.h - 2)
        painter.text(name, words, theme.SMALL_STRONG, look.on_paper)
        painter.text(value, line.right_part(76), theme.SMALL_FIGURE, look.on_paper, "right")
        boxes.append(line)
    if sheet.foot:
        top = boxes[-1].bottom + 6 if boxes else below.bottom + 14
        foot = Box(inner.x, top, inner.w, inner.bottom - top + 8)
        painter.text(sheet.foot, foot, theme.SMALL, look.quiet_on_paper, valign="bottom")
    return boxes


def draw_invitation(painter: Painter, box: Box, picture: str, heading: str, words: str) -> None:
    """What a page shows while there is nothing to show: a picture, and how to change that."""
    look = painter.theme
    painter.plate(box, look.paper, radius=12, shadow=True)
    frame = Box(box.x + 16, box.y + 16, box.w * 0.58, box.h - 32)
    painter.picture_in(picture, frame, radius=8)
    room = Box(frame.right + 40, box.y + 40, box.right - frame.right - 80, box.h - 80)
    painter.text(
        heading, room.top_part(room.h * 0.46), theme.FACT_QUOTE, look.on_paper, valign="bottom"
    )
    below = Box(room.x, room.y + room.h * 0.52, room.w, room.h * 0.48)
    painter.fill(Box(room.x, room.y + room.h * 0.49, 64, 4), look.accent_on_paper)
    painter.text(words, below, theme.BODY, look.quiet_on_paper, valign="top")

"""Ticket stubs: nights that are over, one below the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import shapes, theme
from game.ui.layout import Box, around

if TYPE_CHECKING:
    from game.ui.painter import Painter

TEAR = 124.0


@dataclass(frozen=True, slots=True)
class Stub:
    """A night: its day and year, what was played (with an icon), who or how, and how it went.

    `right` of `count` answers; `torn` is a word for a night that was not played to its end.
    """

    day: str
    year: str
    sign: str
    title: str
    pack: str
    who: str
    right: int
    count: int
    score: str
    torn: str = ""


def draw_stub(painter: Painter, box: Box, stub: Stub) -> None:
    """One stub, some 1168 x 58."""
    look = painter.theme
    key = ("stub", look.paper, bool(stub.torn))
    painter.shape(key, box, _paper(box.w, box.h, painter, torn=bool(stub.torn)))
    day = Box(box.x + 16, box.y + 5, TEAR - 30, box.h * 0.5)
    painter.text(stub.day, day, theme.SMALL_FIGURE, look.accent_on_paper)
    year = Box(day.x, box.y + box.h * 0.52, day.w, box.h * 0.4)
    painter.text(stub.year, year, theme.PRINT, look.quiet_on_paper)
    painter.stencil(stub.sign, around(box.x + TEAR + 38, box.centre[1], 30, 30), look.on_paper)
    words = Box(box.x + TEAR + 72, box.y + 4, 270, box.h - 8)
    painter.text(stub.title, words.top_part(words.h * 0.54), theme.STRONG, look.on_paper)
    painter.text(stub.pack, words.bottom_part(words.h * 0.46), theme.PRINT, look.quiet_on_paper)
    who = Box(words.right + 16, box.y + 3, 276, box.h - 6)
    if stub.torn:
        cross = around(who.x + 11, box.centre[1], 20, 20)
        painter.stencil("cross", cross, look.wrong_on_paper)
        rest = Box(cross.right + 10, who.y, who.right - cross.right - 10, who.h)
        words_torn = f"{stub.torn} · {stub.who}" if stub.who else stub.torn
        painter.text(words_torn, rest, theme.SMALL_STRONG, look.wrong_on_paper)
    else:
        painter.text(stub.who, who, theme.SMALL, look.on_paper)
    _draw_meter(painter, Box(who.right + 20, box.y, 240, box.h), stub)
    score = Box(box.right - 150, box.y + 6, 130, box.h - 12)
    painter.text(stub.score, score, theme.LABEL, look.on_paper, "right")


def _draw_meter(painter: Painter, box: Box, stub: Stub) -> None:
    """How much of the night was right: a bar and its figures."""
    look = painter.theme
    bar = Box(box.x, box.centre[1] - 5, 130, 10)
    painter.plate(bar, look.hairline, cover=0.5, radius=5)
    if stub.right:
        share = max(10.0, bar.w * stub.right / max(1, stub.count))
        painter.plate(bar.left_part(share), look.right_on_paper, radius=5)
    figures = Box(bar.right + 14, box.y, box.right - bar.right - 14, box.h)
    painter.text(f"{stub.right} of {stub.count}", figures, theme.SMALL_STRONG, look.on_paper)


def _paper(w: float, h: float, painter: Painter, *, torn: bool) -> str:
    """Paper with a perforation; with a corner gone if `torn`."""
    look, r, notch = painter.theme, 8.0, 7.0
    end = f"H{w - r}A{r} {r} 0 0 1 {w} {r}V{h - r}A{r} {r} 0 0 1 {w - r} {h}"
    if torn:
        teeth = ((0, 0), (-12, 0.14), (-4, 0.3), (-17, 0.46), (-7, 0.62), (-19, 0.8), (-11, 1))
        end = "".join(f"L{w + dx - 2:.2f} {h * share:.2f}" for dx, share in teeth)
    outline = (
        f"M{r} 0H{TEAR - notch}A{notch} {notch} 0 0 0 {TEAR + notch} 0{end}"
        f"H{TEAR + notch}A{notch} {notch} 0 0 0 {TEAR - notch} {h}H{r}"
        f"A{r} {r} 0 0 1 0 {h - r}V{r}A{r} {r} 0 0 1 {r} 0Z"
    )
    return shapes.drawing(
        w,
        h,
        f'<path d="{outline}" fill="{shapes.code(look.paper)}"/>'
        f'<line x1="{TEAR}" y1="11" x2="{TEAR}" y2="{h - 10}" '
        f'stroke="{shapes.code(look.hairline)}" stroke-width="2" stroke-dasharray="5 5"/>',
    )

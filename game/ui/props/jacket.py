"""The denim jacket, and the patches that are sewn on it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import shapes, theme
from game.ui.actions import Aim
from game.ui.layout import Box, around

if TYPE_CHECKING:
    from game.ui.painter import Painter
    from game.ui.theme import Colour

# The jacket's own colours, the same in every theme, as those of the other pictures.
_OUTLINE: Colour = (0xC9, 0xD2, 0xF2)
_THREAD: Colour = (0xFF, 0xF4, 0xDC)
_INK: Colour = (0x14, 0x0B, 0x2A)
_CLOTHS: tuple[Colour, ...] = (
    (0xFF, 0xC8, 0x45),
    (0xE4, 0x6A, 0x4A),
    (0x6F, 0xC3, 0xEE),
    (0x4F, 0xC9, 0x9C),
    (0xE3, 0x98, 0xC6),
    (0xFF, 0xF4, 0xDC),
)
_OUTLINES = ("circle", "shield", "square", "hexagon", "pick")
COLUMNS = 5
_WIDTH, _HEIGHT = 800.0, 560.0


@dataclass(frozen=True, slots=True)
class Badge:
    """A patch: `when` says on which day it was sewn on, empty while it is not."""

    title: str
    how: str
    sign: str
    when: str = ""

    @property
    def sewn(self) -> bool:
        return bool(self.when)


def draw_jacket(
    painter: Painter, box: Box, badges: tuple[Badge, ...], chosen: int, first: int = 0
) -> None:
    """The jacket in `box` (800 x 560 or in that proportion), its patches in rows of five.

    Pointing at a patch means `Aim` of its number after `first`.
    """
    unit = box.w / _WIDTH
    painter.drawing("jacket", box)
    for number, badge in enumerate(badges):
        row, column = divmod(number, COLUMNS)
        # The rows sit alternately a little higher and lower: sewn by hand.
        x = 400 + (column - (COLUMNS - 1) / 2) * 84
        y = 213 + row * 103 + (7 if column % 2 else 0)
        spot = around(box.x + x * unit, box.y + y * unit, 82 * unit, 82 * unit)
        if number == chosen:
            ring = spot.inset(-6 * unit)
            painter.shape(("halo", ring.w), ring, _halo(ring.w))
        draw_badge(painter, spot, badge, number)
        here = first + number
        painter.target(spot.inset(-1 * unit, -10 * unit), Aim(here), Aim(here))


def draw_badge(painter: Painter, box: Box, badge: Badge, number: int) -> None:
    """One patch; a dashed outline while it is not earned. `number` gives shape and cloth."""
    outline = _OUTLINES[(number * 3 + number // COLUMNS) % len(_OUTLINES)]
    cloth = _CLOTHS[(number * 5 + number // COLUMNS) % len(_CLOTHS)]
    look = ("badge", outline, cloth, badge.sewn)
    painter.shape(look, box, _patch(box.w, outline, cloth, sewn=badge.sewn))
    share = 0.5 if outline != "pick" else 0.46
    x, y = box.centre
    middle = around(x, y - (0.03 * box.h if outline in ("shield", "pick") else 0), 0, 0)
    icon = around(middle.x, middle.y, box.w * share, box.h * share)
    if badge.sewn:
        painter.stencil(badge.sign, icon, _INK)
    else:
        with painter.shown(fade=0.55):
            painter.stencil(badge.sign, icon, _OUTLINE)


def _halo(size: float) -> str:
    c = size / 2
    return shapes.drawing(
        size,
        size,
        f'<circle cx="{c}" cy="{c}" r="{c - 2}" fill="#FFC845" fill-opacity="0.22" '
        f'stroke="#FFC845" stroke-width="3"/>',
    )


def _patch(size: float, outline: str, cloth: Colour, *, sewn: bool) -> str:
    """A patch with its hem: cloth, dark edge and a dashed thread inside."""
    if not sewn:
        return shapes.drawing(
            size,
            size,
            f'<path d="{_path(outline, size, 0.06)}" fill="#140B2A" fill-opacity="0.16" '
            f'stroke="{shapes.code(_OUTLINE)}" stroke-opacity="0.75" '
            f'stroke-width="{size * 0.028:.2f}" stroke-linejoin="round" '
            f'stroke-dasharray="{size * 0.075:.2f} {size * 0.055:.2f}"/>',
        )
    return shapes.drawing(
        size,
        size,
        f'<path d="{_path(outline, size, 0.03, 0.03)}" fill="#0A0418" fill-opacity="0.45"/>'
        f'<path d="{_path(outline, size, 0.03)}" fill="#2A1430"/>'
        f'<path d="{_path(outline, size, 0.065)}" fill="{shapes.code(cloth)}"/>'
        f'<path d="{_path(outline, size, 0.115)}" fill="none" stroke="#2A1430" '
        f'stroke-opacity="0.7" stroke-width="{size * 0.02:.2f}" stroke-linejoin="round" '
        f'stroke-dasharray="{size * 0.05:.2f} {size * 0.035:.2f}"/>',
    )


def _path(outline: str, size: float, margin: float, down: float = 0.0) -> str:
    """An outline in a square of `size`, `margin` (a share of it) inside, moved `down`."""
    low, high = size * margin, size * (1 - margin)
    wide, top = high - low, size * down
    if outline == "circle":
        c, r = size / 2, wide / 2
        y = c + top
        return (
            f"M{c - r:.2f} {y:.2f}A{r:.2f} {r:.2f} 0 1 1 {c + r:.2f} {y:.2f}"
            f"A{r:.2f} {r:.2f} 0 1 1 {c - r:.2f} {y:.2f}Z"
        )
    if outline == "hexagon":
        c, r = size / 2, wide / 2
        corners = [
            (c + r * math.cos(turn), c + top + r * math.sin(turn))
            for turn in (math.pi / 6 + n * math.pi / 3 for n in range(6))
        ]
        return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in corners) + "Z"

    def at(x: float, y: float) -> str:
        return f"{low + x * wide:.2f} {low + y * wide + top:.2f}"

    if outline == "square":
        return (
            f"M{at(0.2, 0.05)}H{low + 0.8 * wide:.2f}Q{at(0.95, 0.05)} {at(0.95, 0.2)}"
            f"V{low + 0.8 * wide + top:.2f}Q{at(0.95, 0.95)} {at(0.8, 0.95)}"
            f"H{low + 0.2 * wide:.2f}Q{at(0.05, 0.95)} {at(0.05, 0.8)}"
            f"V{low + 0.2 * wide + top:.2f}Q{at(0.05, 0.05)} {at(0.2, 0.05)}Z"
        )
    if outline == "shield":
        return (
            f"M{at(0.5, 0)}C{at(0.64, 0.07)} {at(0.8, 0.09)} {at(0.94, 0.08)}"
            f"C{at(0.98, 0.5)} {at(0.88, 0.82)} {at(0.5, 1)}"
            f"C{at(0.12, 0.82)} {at(0.02, 0.5)} {at(0.06, 0.08)}"
            f"C{at(0.2, 0.09)} {at(0.36, 0.07)} {at(0.5, 0)}Z"
        )
    return (
        f"M{at(0.5, 0.02)}C{at(0.7, 0.02)} {at(0.92, 0.06)} {at(0.97, 0.16)}"
        f"C{at(1.03, 0.32)} {at(0.78, 0.82)} {at(0.58, 0.97)}"
        f"C{at(0.53, 1)} {at(0.47, 1)} {at(0.42, 0.97)}"
        f"C{at(0.22, 0.82)} {at(-0.03, 0.32)} {at(0.03, 0.16)}"
        f"C{at(0.08, 0.06)} {at(0.3, 0.02)} {at(0.5, 0.02)}Z"
    )


def draw_patch_note(painter: Painter, box: Box, badge: Badge, number: int, over: str) -> None:
    """A sheet about one patch, some 328 x 520: the patch large on denim, and what earns it."""
    look = painter.theme
    painter.plate(box, look.paper, radius=10, shadow=True)
    cloth = Box(box.x + 16, box.y + 16, box.w - 32, 214)
    painter.shape(("denim", cloth.w, cloth.h), cloth, _denim(cloth.w, cloth.h))
    draw_badge(painter, around(*cloth.centre, 168, 168), badge, number)
    inner = Box(box.x + 28, cloth.bottom + 18, box.w - 56, box.bottom - cloth.bottom - 38)
    painter.text(over, inner.top_part(24), theme.PRINT, look.quiet_on_paper)
    title = Box(inner.x, inner.y + 28, inner.w, 80)
    painter.text(badge.title, title, theme.PASS_TITLE, look.on_paper, valign="top")
    how = Box(inner.x, title.bottom + 4, inner.w, inner.bottom - title.bottom - 54)
    painter.text(badge.how, how, theme.BODY, look.quiet_on_paper, valign="top")
    line = inner.bottom_part(40)
    painter.fill(Box(line.x, line.y, line.w, 1.5), look.hairline)
    sign, ink = ("tick", look.right_on_paper) if badge.sewn else ("lock", look.quiet_on_paper)
    mark = around(line.x + 11, line.y + 23, 20, 20)
    painter.stencil(sign, mark, ink)
    said = f"Sewn on, {badge.when}" if badge.sewn else "Not yet earned"
    room = Box(mark.right + 10, line.y + 6, line.right - mark.right - 10, 34)
    painter.text(said, room, theme.SMALL_STRONG, ink)


def _denim(w: float, h: float) -> str:
    """A piece of denim with a seam round it."""
    return shapes.drawing(
        w,
        h,
        '<defs><linearGradient id="d" x1="0%" y1="0%" x2="100%" y2="100%">'
        '<stop offset="0%" stop-color="#4A5890"/><stop offset="100%" stop-color="#2C3563"/>'
        f'</linearGradient></defs><rect width="{w}" height="{h}" rx="6" fill="url(#d)"/>'
        f'<rect x="9" y="9" width="{w - 18}" height="{h - 18}" rx="4" fill="none" '
        'stroke="#E0A458" stroke-opacity="0.8" stroke-width="2" stroke-dasharray="6 4"/>',
    )

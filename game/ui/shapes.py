"""Shapes that depend on their size, written as SVG so that every edge is smooth.

Each function gives the source of a drawing `w` x `h` design units large.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.ui.theme import Colour


def code(colour: Colour) -> str:
    """`#RRGGBB`."""
    return f"#{colour[0]:02X}{colour[1]:02X}{colour[2]:02X}"


def drawing(w: float, h: float, body: str) -> str:
    """A whole SVG document around `body`."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w:.2f} {h:.2f}">{body}</svg>'


def plate(
    w: float,
    h: float,
    radius: float,
    fill: Colour,
    cover: float = 1.0,
    edge: Colour | None = None,
    edge_width: float = 0.0,
) -> str:
    """A rounded rectangle; `cover` is how much it hides, its edge stays solid."""
    half = edge_width / 2
    line = f'stroke="{code(edge)}" stroke-width="{edge_width}"' if edge and edge_width else ""
    return drawing(
        w,
        h,
        f'<rect x="{half}" y="{half}" width="{w - edge_width:.2f}" height="{h - edge_width:.2f}" '
        f'rx="{radius}" ry="{radius}" fill="{code(fill)}" fill-opacity="{cover}" {line}/>',
    )


def mask(w: float, h: float, radius: float, corners: str) -> str:
    """White, with the corners named ("all", "left" or "top") rounded away."""
    tl = radius
    tr = radius if corners in ("all", "top") else 0
    bl = radius if corners in ("all", "left") else 0
    br = radius if corners == "all" else 0
    path = (
        f"M{tl} 0H{w - tr}A{tr} {tr} 0 0 1 {w} {tr}V{h - br}A{br} {br} 0 0 1 {w - br} {h}"
        f"H{bl}A{bl} {bl} 0 0 1 0 {h - bl}V{tl}A{tl} {tl} 0 0 1 {tl} 0Z"
    )
    return drawing(w, h, f'<path d="{path}" fill="#FFFFFF"/>')


def ticket(w: float, h: float, tear: float, paper: Colour, perforation: Colour) -> str:
    """A ticket: rounded, with a notch above and below the perforation at x = `tear`."""
    r, notch = 18.0, 13.0
    outline = (
        f"M{r} 0H{tear - notch}A{notch} {notch} 0 0 0 {tear + notch} 0H{w - r}"
        f"A{r} {r} 0 0 1 {w} {r}V{h - r}A{r} {r} 0 0 1 {w - r} {h}"
        f"H{tear + notch}A{notch} {notch} 0 0 0 {tear - notch} {h}H{r}"
        f"A{r} {r} 0 0 1 0 {h - r}V{r}A{r} {r} 0 0 1 {r} 0Z"
    )
    return drawing(
        w,
        h,
        f'<path d="{outline}" fill="{code(paper)}"/>'
        f'<line x1="{tear}" y1="22" x2="{tear}" y2="{h - 18}" stroke="{code(perforation)}" '
        f'stroke-width="2.5" stroke-dasharray="8 7"/>',
    )


def record(size: float, vinyl: Colour, groove: Colour, label: Colour, hole: Colour) -> str:
    """A record seen from above, `size` across."""
    c = size / 2
    rings = "".join(
        f'<circle cx="{c}" cy="{c}" r="{c * share:.2f}" fill="none" stroke="{code(groove)}" '
        f'stroke-width="{size / 150:.2f}"/>'
        for share in (0.92, 0.84, 0.76, 0.68, 0.6, 0.52)
    )
    shine = (
        f'<path d="{wedge(c, c, c * 0.97, -0.62, -0.38)}" fill="#FFFFFF" fill-opacity="0.07"/>'
        f'<path d="{wedge(c, c, c * 0.97, 2.52, 2.76)}" fill="#FFFFFF" fill-opacity="0.07"/>'
    )
    return drawing(
        size,
        size,
        f'<circle cx="{c}" cy="{c}" r="{c}" fill="{code(vinyl)}"/>{rings}{shine}'
        f'<circle cx="{c}" cy="{c}" r="{c * 0.42:.2f}" fill="{code(label)}"/>'
        f'<circle cx="{c}" cy="{c}" r="{c * 0.42:.2f}" fill="none" stroke="{code(hole)}" '
        f'stroke-opacity="0.25" stroke-width="{size / 120:.2f}"/>',
    )


def wedge(cx: float, cy: float, r: float, start: float, end: float) -> str:
    """A path: the slice of a circle between two angles in radians."""
    x1, y1 = cx + r * math.cos(start), cy + r * math.sin(start)
    x2, y2 = cx + r * math.cos(end), cy + r * math.sin(end)
    big = int(end - start > math.pi)
    return f"M{cx:.2f} {cy:.2f}L{x1:.2f} {y1:.2f}A{r:.2f} {r:.2f} 0 {big} 1 {x2:.2f} {y2:.2f}Z"


def arc(size: float, width: float, share: float, line: Colour, bed: Colour | None = None) -> str:
    """A ring of which `share` (0 to 1) is drawn, clockwise from the top."""
    c, r = size / 2, (size - width) / 2
    under = _ring(c, r, width, bed) if bed else ""
    if share >= 0.999:
        return drawing(size, size, under + _ring(c, r, width, line))
    if share <= 0.001:
        return drawing(size, size, under)
    angle = 2 * math.pi * share - math.pi / 2
    x, y = c + r * math.cos(angle), c + r * math.sin(angle)
    return drawing(
        size,
        size,
        f'{under}<path d="M{c} {c - r}A{r} {r} 0 {int(share > 0.5)} 1 {x:.3f} {y:.3f}" '
        f'fill="none" stroke="{code(line)}" stroke-width="{width}" stroke-linecap="round"/>',
    )


def _ring(c: float, r: float, width: float, line: Colour) -> str:
    return (
        f'<circle cx="{c}" cy="{c}" r="{r}" fill="none" '
        f'stroke="{code(line)}" stroke-width="{width}"/>'
    )


def glow(w: float, h: float, light: Colour, strength: float) -> str:
    """A soft light, strongest in the middle."""
    return drawing(
        w,
        h,
        '<defs><radialGradient id="g" cx="50%" cy="50%" r="50%">'
        f'<stop offset="0%" stop-color="{code(light)}" stop-opacity="{strength:.3f}"/>'
        f'<stop offset="100%" stop-color="{code(light)}" stop-opacity="0"/></radialGradient></defs>'
        f'<ellipse cx="{w / 2}" cy="{h / 2}" rx="{w / 2}" ry="{h / 2}" fill="url(#g)"/>',
    )


def strap(w: float, h: float, top: float, foot: float, width: float, colour: Colour) -> str:
    """A band from x = `top` above to x = `foot` below, `width` wide."""
    half = width / 2
    return drawing(
        w,
        h,
        f'<path d="M{top - half} 0H{top + half}L{foot + half} {h}H{foot - half}Z" '
        f'fill="{code(colour)}"/>',
    )


def scrap(size: float, turn: float, colour: Colour) -> str:
    """A scrap of paper, turned by `turn` radians."""
    c, long, short = size / 2, size * 0.38, size * 0.2
    corners = ((-long, -short), (long, -short), (long, short), (-long, short))
    points = " ".join(
        f"{c + x * math.cos(turn) - y * math.sin(turn):.2f},"
        f"{c + x * math.sin(turn) + y * math.cos(turn):.2f}"
        for x, y in corners
    )
    return drawing(size, size, f'<polygon points="{points}" fill="{code(colour)}"/>')

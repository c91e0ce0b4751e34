"""The rack: small passes on their lanyards, the bar they hang from, and the search field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import shapes, theme
from game.ui.layout import Box, around

if TYPE_CHECKING:
    from game.ui.painter import Painter

_STRAP = 34.0
_BAND = 30.0


@dataclass(frozen=True, slots=True)
class Tag:
    """A small pass: the pack's name and note, its band, and the percentage known, if any."""

    name: str
    note: str
    band: str
    known: int | None = None
    own: bool = False
    broken: bool = False


def draw_bar(painter: Painter, box: Box) -> None:
    """The bar of the rack."""
    look = painter.theme
    painter.plate(box, look.vinyl, radius=6, edge=look.groove, edge_width=1.5, shadow=True)
    for x in (box.x, box.right):
        painter.plate(around(x, box.centre[1], 12, 20), look.gold, radius=5)


def draw_strap(painter: Painter, x: float, bottom: float, top: float, wide: float = 12) -> None:
    """A lanyard: two straps from `top` that meet at `x`, `bottom`."""
    look, tall = painter.theme, bottom - top
    for lean, colour in ((-wide * 2.4, look.rose), (wide * 2.4, look.rose_dark)):
        box = Box(x - wide * 4, top, wide * 8, tall)
        middle = box.w / 2
        source = shapes.strap(box.w, tall, middle + lean, middle, wide, colour)
        painter.shape(("strap", lean, colour), box, source)


def draw_tag(painter: Painter, cell: Box, tag: Tag, *, chosen: bool) -> None:
    """A small pass filling `cell`, its lanyard at the top of it."""
    look = painter.theme
    box = Box(cell.x, cell.y + _STRAP, cell.w, cell.h - _STRAP)
    draw_strap(painter, cell.centre[0], box.y + 12, cell.y + 6, 7)
    fade = 0.66 if tag.broken and not chosen else 1.0
    edge = look.chosen_edge if chosen else look.hairline
    painter.plate(
        box, look.paper, radius=14, edge=edge, edge_width=5 if chosen else 1.5, shadow=True
    )
    painter.plate(around(box.centre[0], box.y + 16, 46, 11), look.night, radius=5.5)
    band = Box(box.x + 3, box.y + 32, box.w - 6, _BAND)
    colour = look.plum if tag.own else look.rose
    painter.fill(band, look.quiet_on_paper if tag.broken else colour)
    with painter.shown(fade=fade):
        painter.text(tag.band, band.inset(8, 2), theme.PRINT, look.paper, "centre")
        name = Box(box.x + 14, band.bottom + 6, box.w - 28, box.bottom - band.bottom - 66)
        painter.text(tag.name, name, theme.PASS_NAME, look.on_paper, "centre")
        note = Box(box.x + 12, box.bottom - 58, box.w - 24, 24)
        ink = look.wrong_on_paper if tag.broken else look.quiet_on_paper
        painter.text(tag.note, note, theme.SMALL, ink, "centre")
    if tag.known is not None:
        _draw_known(painter, Box(box.x + 18, box.bottom - 28, box.w - 36, 18), tag.known)


def _draw_known(painter: Painter, box: Box, percent: int) -> None:
    look = painter.theme
    figure = box.right_part(46)
    painter.text(f"{percent} %", figure, theme.PRINT, look.on_paper, "right")
    bar = Box(box.x, box.centre[1] - 3.5, box.w - 52, 7)
    painter.plate(bar, look.hairline, cover=0.5, radius=3.5)
    if percent:
        full = Box(bar.x, bar.y, max(7.0, bar.w * percent / 100), bar.h)
        painter.plate(full, look.right, radius=3.5)


def draw_search(painter: Painter, box: Box, words: str, *, caret: bool) -> None:
    """The field with what is looked for."""
    look = painter.theme
    painter.plate(box, look.chosen, radius=12, edge=look.chosen_edge, edge_width=3)
    inner = box.inset(18, 6)
    if not words:
        room = Box(inner.x + 8, inner.y, inner.w - 8, inner.h)
        painter.text("a name, or a part of it", room, theme.SMALL, look.quiet_on_chosen)
    while words and painter.width(words, theme.STRONG) > inner.w - 8:
        words = words[1:]
    said = painter.text(words, inner, theme.STRONG, look.on_chosen)
    if caret:
        x = said.right + 3 if words else inner.x
        painter.fill(Box(x, box.centre[1] - 14, 3, 28), look.quiet_on_chosen)

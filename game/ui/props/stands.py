"""Where everyone plays at once: a stand for each, with their four keys, and what is above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.layout import Box, around
from game.ui.props.exhibit import places
from game.ui.props.seats import draw_seat, seat_colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.media.slide import Exhibit
    from game.ui.painter import Painter
    from game.ui.props.header import Header

HIGH = 78.0
STANDS = Box(56, 578, 1168, HIGH)
# A space that does not break: in these scenes it is this key, whatever the player's own are.
SPACE, ENTER = "Space\N{NO-BREAK SPACE}bar", "Enter\N{NO-BREAK SPACE}key"
_GAP = 16.0
_WIDEST = 380.0


@dataclass(frozen=True, slots=True)
class Contender:
    """Who plays along; they sit from left to right. `score` is what there is to bet from."""

    seat: int
    name: str
    score: int = 0


@dataclass(frozen=True, slots=True)
class Stand:
    """Seat and name, a `note` such as "waiting" or "locked", and what the keys show.

    `caps` are the labels of the four keys, upper left first; without labels there are no keys. Of
    them only the places in `open` count now. `sign` is an icon before the note; `lit` lights the
    whole stand.
    """

    seat: int
    name: str
    note: str
    caps: tuple[str, ...] = ()
    open: tuple[int, ...] = (0, 1, 2, 3)
    sign: str = ""
    lit: bool = False


def draw_stands(painter: Painter, box: Box, stands: Sequence[Stand]) -> None:
    """The stands side by side, as their players sit at the keyboard."""
    count = len(stands)
    wide = min(_WIDEST, (box.w - _GAP * (count - 1)) / count)
    row = around(*box.centre, wide * count + _GAP * (count - 1), box.h)
    for stand, place in zip(stands, row.columns(count, _GAP), strict=True):
        _draw_stand(painter, place, stand)


def _draw_stand(painter: Painter, box: Box, stand: Stand) -> None:
    look = painter.theme
    edge, width = (look.chosen_edge, 4.0) if stand.lit else (look.panel_edge, 2.0)
    painter.plate(box, look.panel, cover=look.panel_cover, edge=edge, edge_width=width)
    sign = around(box.x + 32, box.centre[1], 40, 40)
    draw_sign(painter, sign, stand.seat)
    caps = Box(box.right - 90, box.y + 8, 80, box.h - 16)
    end = box.right - 16
    if stand.caps:
        draw_caps(painter, caps, stand.caps, stand.open)
        end = caps.x - 10
    words = Box(sign.right + 12, box.y + 6, end - sign.right - 12, box.h - 12)
    painter.text(stand.name, words.top_part(42), theme.SMALL_STRONG, look.on_panel)
    note = words.bottom_part(23)
    ink = look.accent_on_panel if stand.lit else look.quiet_on_panel
    if stand.sign:
        painter.stencil(stand.sign, around(note.x + 9, note.centre[1], 18, 18), ink)
        note = note.right_part(note.w - 26)
    painter.text(stand.note, note, theme.SMALL_STRONG, ink)


def draw_sign(painter: Painter, box: Box, seat: int) -> None:
    """A seat's shape on a dark disc with a ring of its colour: seen on any ground."""
    colour = seat_colour(painter, seat)
    painter.plate(box, painter.theme.vinyl, radius=box.w / 2, edge=colour, edge_width=2.5)
    size = box.w * 0.54
    draw_seat(painter, around(*box.centre, size, size), seat, on_dark=True)


def draw_caps(painter: Painter, box: Box, caps: Sequence[str], shown: Sequence[int]) -> None:
    """Four keys in the colours of the answers that they stand for; of others only the outline."""
    look = painter.theme
    for place, key in enumerate(box.grid(2, 2, 4, 4)):
        if place not in shown:
            painter.plate(
                key, look.panel, cover=0.0, radius=6, edge=look.panel_edge, edge_width=1.5
            )
            continue
        painter.plate(key, look.marks[place], radius=6)
        painter.text(caps[place], key.inset(2, 1), theme.SMALL_STRONG, look.on_mark, "centre")


def draw_top(painter: Painter, header: Header) -> None:
    """Where in the match it is; nobody's own score, for it is everybody's question."""
    look = painter.theme
    painter.text(header.over, Box(56, 34, 620, 30), theme.LABEL, look.accent_on_sky)
    painter.text(header.under, Box(56, 64, 620, 28), theme.BODY, look.on_sky)
    painter.text(header.note, Box(704, 48, 520, 32), theme.STRONG, look.accent_on_sky, "right")


def answers(exhibit: Exhibit, count: int) -> list[Box]:
    """Where `count` answers stand above the stands: the first four as the keys of a cluster lie."""
    # A picture takes room from them.
    gap = 10.0 if exhibit.picture else 16.0
    top = places(exhibit)[0].bottom + gap
    area = Box(STANDS.x, top, STANDS.w, STANDS.y - gap - top)
    return area.grid(2, (count + 1) // 2, 28, gap)[:count]

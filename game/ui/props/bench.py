"""What lies on the workbench: a question as it is played, a problem of the file, and notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.layout import Box, around
from game.ui.media.slide import NOTHING
from game.ui.props.exhibit import draw_picture
from game.ui.props.plates import draw_pick
from game.ui.props.ticket import draw_clock, draw_stem, draw_ticket

if TYPE_CHECKING:
    from game.ui.media.slide import Exhibit
    from game.ui.painter import Painter
    from game.ui.theme import Colour

_TICKET = 204.0
_GAP = 10.0
_PICTURE = 290.0


@dataclass(frozen=True, slots=True)
class Told:
    """An option, and why it is right or wrong."""

    words: str
    why: str
    right: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A question as it is dealt: the stem, the ticket's small print, and the options."""

    stem: str = ""
    print: str = ""
    options: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem of the file; `source` is the author's line and `column` the place in it, from 1."""

    severity: str
    place: str
    message: str
    help: str = ""
    source: str = ""
    column: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """What a line that was changed makes; not `good` where it makes nothing."""

    words: str
    good: bool


def draw_shown(
    painter: Painter,
    box: Box,
    shown: Shown,
    where: str,
    exhibit: Exhibit = NOTHING,
    *,
    stale: bool = False,
) -> None:
    """The ticket, and below it the options in rows, each with its proof; greyed when `stale`."""
    look = painter.theme
    line = Box(box.x, box.y + _TICKET + 4, box.w, 26)
    colour = look.warm_on_panel if stale else look.accent_on_sky
    if stale:
        painter.plate(line.inset(-2, -1), look.panel, radius=8)
    painter.text(where, line.inset(6, 0), theme.HINT, colour)
    with painter.shown(fade=0.58 if stale else 1.0):
        _draw_ticket(painter, box.top_part(_TICKET), shown, exhibit)
        area = Box(box.x, line.bottom + 4, box.w, box.bottom - line.bottom - 4)
        rows = area.rows(max(4, len(shown.options)), _GAP)
        for index, (told, row) in enumerate(zip(shown.options, rows, strict=False)):
            _draw_told(painter, row, told, index)


def _draw_ticket(painter: Painter, ticket: Box, shown: Shown, exhibit: Exhibit) -> None:
    if exhibit.picture is not None:
        words = draw_ticket(painter, ticket, shown.print, stub=False, left=_PICTURE)
        spot = Box(ticket.x + 18, ticket.y + 16, _PICTURE, ticket.h - 32)
        draw_picture(painter, exhibit.picture, spot)
        draw_stem(painter, Box(words.x, words.y - 4, words.w, words.h + 2), shown.stem)
        return
    words = draw_ticket(painter, ticket, shown.print)
    draw_stem(painter, Box(words.x, words.y - 10, words.w + 24, words.h + 14), shown.stem)
    draw_clock(painter, ticket.right_part(150).inset(24, 34), None, None)


def _draw_told(painter: Painter, box: Box, told: Told, index: int) -> None:
    look = painter.theme
    if told.right:
        painter.plate(box, look.right_ground, edge=look.right, edge_width=3, shadow=True)
        ink, quiet = look.on_right_ground, look.right_on_paper
    else:
        painter.plate(box, look.panel, cover=look.panel_cover, edge=look.panel_edge, edge_width=1.5)
        ink, quiet = look.on_panel, look.quiet_on_panel
    draw_pick(painter, around(box.x + 36, box.centre[1], 44, 44), index)
    words = Box(box.x + 68, box.y + 6, 236, box.h - 12)
    painter.text(told.words, words, theme.STRONG, ink)
    why = Box(box.x + 320, box.y + 6, box.w - 320 - 56, box.h - 12)
    painter.text(told.why, why, theme.NOTE, quiet)
    sign = around(box.right - 30, box.centre[1], 24, 24)
    if told.right:
        painter.stencil("tick", sign, look.right_on_paper)
    else:
        painter.stencil("cross", sign, look.warm_on_panel)


def draw_fault(painter: Painter, box: Box, fault: Fault, place: str) -> None:
    """A problem on a card: where, what, the author's line, and what to do."""
    look = painter.theme
    wrong = fault.severity == "error"
    band = look.wrong_on_paper if wrong else look.accent_on_paper
    painter.plate(box, look.paper, radius=12, shadow=True)
    inner = box.inset(24, 18)
    painter.stencil("cross" if wrong else "bolt", around(inner.x + 13, inner.y + 14, 26, 26), band)
    head = Box(inner.x + 38, inner.y, inner.w - 38, 28)
    where = fault.place.split(",")[0]
    painter.text(where, head.left_part(head.w - 134), theme.LABEL, band)
    kind = f"{fault.severity}  {place}"
    painter.text(kind, head.right_part(126), theme.SMALL_STRONG, look.quiet_on_paper, "right")
    painter.fill(Box(inner.x, inner.y + 34, inner.w, 1.5), look.hairline)
    rest = Box(inner.x, inner.y + 42, inner.w, inner.h - 42)
    code = 58.0 if fault.source.strip() else 0.0
    helped = (rest.h - code) * 0.5 if fault.help else 0.0
    room = rest.top_part(rest.h - code - helped - 8)
    said = painter.text(fault.message, room, theme.FAULT, look.on_paper, valign="top")
    below = said.bottom + 12
    if code:
        _draw_source(painter, Box(inner.x, below, inner.w, 46), fault, band)
        below += code + 2
    if helped:
        painter.text("What to do", Box(inner.x, below, inner.w, 20), theme.PRINT, band)
        tip = Box(inner.x, below + 20, inner.w, inner.bottom - below - 16)
        painter.text(fault.help, tip, theme.NOTE, look.on_paper, valign="top")


def _draw_source(painter: Painter, box: Box, fault: Fault, mark: Colour) -> None:
    """As much of the author's line as there is room for, the place in it marked."""
    look, room = painter.theme, box.w - 24
    painter.plate(box, look.night, radius=8)
    before, after = excerpt(painter, fault.source, fault.column, room)
    line = Box(box.x + 12, box.y + 4, room + 2, 26)
    painter.text(before + after, line, theme.NOTE, look.cover_ink)
    at = painter.width(before, theme.NOTE) if before else 0.0
    under = Box(line.x + min(at, room - 12), box.bottom - 13, 14, 4)
    painter.plate(under, look.time_short if mark == look.wrong_on_paper else look.gold, radius=2)


def excerpt(painter: Painter, source: str, column: int, room: float) -> tuple[str, str]:
    """The part of a line around `column` that is at most `room` wide: before it, and from it on."""
    source = "".join(char if char.isprintable() else " " for char in source[: column + 200])
    at = min(max(column - 1, 0), len(source))
    start = max(min(len(source) - len(source.lstrip()), at), at - 80)
    end = min(len(source), at + 80)
    while end > start and painter.width(source[start:end], theme.NOTE) > room:
        if end - at > at - start:
            end -= 1
        else:
            start += 1
    return source[start:at], source[at:end]


def draw_all_clear(painter: Painter, box: Box, figures: tuple[tuple[str, str], ...]) -> None:
    """What stands in a problem's place where there is none: a tick, and the pack's figures."""
    look = painter.theme
    painter.plate(box, look.paper, radius=12, shadow=True)
    inner = box.inset(28, 22)
    lines = figures if inner.h > 230 + 40 * len(figures) else ()
    tall = 40.0 * len(lines)
    top = inner.top_part(inner.h - tall)
    spot = around(top.centre[0], top.centre[1] - 56, 84, 84)
    painter.plate(spot, look.right_ground, radius=42, edge=look.right, edge_width=3)
    painter.stencil("tick", spot.inset(20), look.right_on_paper)
    heading = Box(top.x, spot.bottom + 10, top.w, 50)
    painter.text("All clear", heading, theme.HEADING, look.on_paper, "centre")
    below = Box(top.x, heading.bottom, top.w, 52)
    words = "Nothing is wrong with the file. Save it, and what you changed is shown here."
    painter.text(words, below, theme.SMALL, look.quiet_on_paper, "centre", "top")
    for number, (name, figure) in enumerate(lines):
        row = Box(inner.x, inner.bottom - tall + number * 40, inner.w, 40)
        painter.fill(Box(row.x, row.y, row.w, 1.5), look.hairline)
        painter.text(name, row.inset(0, 3), theme.SMALL_STRONG, look.quiet_on_paper)
        painter.text(figure, row.inset(0, 3), theme.SMALL_FIGURE, look.on_paper, "right")


def draw_notes(painter: Painter, box: Box, notes: tuple[Note, ...]) -> None:
    """What the changed lines make, one under the other."""
    look = painter.theme
    painter.plate(box, look.panel, cover=look.panel_cover, radius=12, edge=look.panel_edge)
    rows = box.inset(18, 14).rows(len(notes), 6)
    for note, row in zip(notes, rows, strict=True):
        sign, colour = (
            ("note", look.accent_on_panel)
            if note.good
            else (
                "cross",
                look.warm_on_panel,
            )
        )
        painter.stencil(sign, around(row.x + 12, row.centre[1], 22, 22), colour)
        words = Box(row.x + 36, row.y, row.w - 36, row.h)
        painter.text(note.words, words, theme.NOTE, look.on_panel)

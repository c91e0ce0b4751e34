"""The question as a ticket, with the clock on its stub as a record."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import shapes, theme
from game.ui.countdown import LAST_SECONDS
from game.ui.layout import Box, around

if TYPE_CHECKING:
    from game.ui.painter import Painter

STUB = 150.0
_QUOTED = re.compile(r"^(?P<lead>.*?)\s*(?P<quote>“[^“”]+”)(?P<rest>.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wording:
    """A stem taken apart for the page: what leads up to a quotation, the quotation, the rest."""

    lead: str
    quote: str = ""
    rest: str = ""


def wording(stem: str) -> Wording:
    """A stem that begins or ends with its one quotation is set in parts; any other stays whole."""
    found = _QUOTED.match(stem)
    if not found or stem.count("“") != 1:
        return Wording(stem)
    lead, rest = found["lead"].rstrip(" :,"), found["rest"].strip()
    if lead and rest not in ("", "?", "."):
        return Wording(stem)
    if not lead:
        return Wording("", found["quote"], rest)
    return Wording(f"{lead}…", found["quote"])


def draw_ticket(
    painter: Painter, box: Box, foot: str = "", *, stub: bool = True, left: float = 0.0
) -> Box:
    """The empty ticket with its small print `foot`; the box that its words may fill.

    `left` is kept free at its left side.
    """
    look = painter.theme
    painter.shadow(box, 18)
    tear = box.w - STUB if stub else -100.0
    if stub:
        source = shapes.ticket(box.w, box.h, tear, look.paper, look.hairline)
        painter.shape(("ticket", tear, look.paper), box, source)
    else:
        painter.plate(box, look.paper, radius=18)
    words = (box.left_part(box.w - STUB) if stub else box).inset(44, 22)
    words = words.right_part(words.w - left)
    if not foot:
        return words
    painter.text(foot, words.bottom_part(26), theme.PRINT, look.quiet_on_paper)
    return words.top_part(words.h - 30)


def draw_stem(painter: Painter, box: Box, stem: str) -> None:
    """The stem, its quotation large."""
    look = painter.theme
    parts = wording(stem)
    if not parts.quote:
        painter.text(parts.lead, box, theme.STEM, look.on_paper)
        return
    tall = painter.line_height(theme.LEAD) * 1.25
    # A long way up to a short quotation takes two lines where the ticket is narrow.
    long = painter.width(parts.lead, theme.LEAD) * 0.72 > box.w
    above = tall * (2 if long else 1) if parts.lead else 0.0
    below = tall if parts.rest else 0.0
    room = Box(box.x, box.y + above, box.w, box.h - above - below)
    if parts.lead:
        painter.text(parts.lead, box.top_part(above), theme.LEAD, look.quiet_on_paper, valign="top")
    painter.text(parts.quote, room, theme.QUOTE, look.on_paper)
    if parts.rest:
        painter.text(
            parts.rest, box.bottom_part(below), theme.LEAD, look.quiet_on_paper, valign="bottom"
        )


def draw_clock(
    painter: Painter, box: Box, left: float | None, limit: float | None, *, running: bool = True
) -> None:
    """A record with the time left as an arc round it, and in seconds on its label.

    Without a limit only the record; `left` and `limit` are seconds.
    """
    look = painter.theme
    size = min(box.w, box.h)
    whole = around(*box.centre, size, size)
    disc = around(*box.centre, size * 0.84, size * 0.84)
    painter.shape(
        ("record", look.vinyl, look.gold),
        disc,
        shapes.record(disc.w, look.vinyl, look.groove, look.gold, look.night),
    )
    if left is None or limit is None:
        painter.stencil("note", around(*box.centre, size * 0.2, size * 0.2), look.night)
        return
    share = min(max(left / limit, 0.0), 1.0)
    steps = max(1, round(size * painter.scale))
    share = round(share * steps) / steps
    short = running and left <= LAST_SECONDS
    colour = look.time_short if short else look.time_left
    painter.shape(
        ("arc", share, colour),
        whole,
        shapes.arc(whole.w, size * 0.055, share, colour, look.hairline),
    )
    label = around(*box.centre, size * 0.34, size * 0.34)
    painter.text(str(math.ceil(left - 1e-6)), label, theme.LABEL, look.night, "centre")
    if short:
        bell = around(box.centre[0], whole.bottom + 14, 22, 22)
        painter.stencil("hourglass", bell, look.wrong_on_paper)

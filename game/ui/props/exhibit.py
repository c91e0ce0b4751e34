"""The ticket of a question that shows a picture or plays a sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import shapes, theme
from game.ui.layout import Box, around
from game.ui.props.ticket import STUB, draw_stem, draw_ticket

if TYPE_CHECKING:
    from game.ui.media.slide import Exhibit, Slide
    from game.ui.painter import Painter

# Plain questions, and those with a picture, which take room from the answers.
TICKET = Box(56, 118, 1168, 250)
ANSWERS = Box(56, 400, 1168, 208)
TALL_TICKET = Box(56, 112, 1168, 308)
LOW_ANSWERS = Box(56, 452, 1168, 156)
_PICTURE = 430.0
_RECORD = 170.0
LOST = "This file cannot be read."


def places(exhibit: Exhibit) -> tuple[Box, Box]:
    """Where the ticket and the answers stand."""
    return (TALL_TICKET, LOW_ANSWERS) if exhibit.picture else (TICKET, ANSWERS)


def draw_asked(painter: Painter, exhibit: Exhibit, stem: str, foot: str) -> Box:
    """The ticket with all that is asked; the box for the clock on its stub."""
    box, _ = places(exhibit)
    taken = _PICTURE if exhibit.picture else _RECORD + 8 if exhibit.sound else 0.0
    words = draw_ticket(painter, box, foot, left=taken)
    if exhibit.picture is not None:
        draw_picture(painter, exhibit.picture, Box(box.x + 24, box.y + 20, _PICTURE, box.h - 40))
    elif exhibit.sound is not None:
        _draw_listening(painter, exhibit.sound, Box(box.x + 30, box.y + 20, _RECORD, box.h - 40))
    draw_stem(painter, words, stem)
    return box.right_part(STUB).inset(16, 40)


def draw_picture(painter: Painter, slide: Slide, box: Box) -> None:
    """The picture in its own shape, the rest of `box` paper; a record until it is there."""
    look = painter.theme
    if slide.picture is not None:
        painter.photo(slide.digest, slide.picture, box)
        return
    painter.plate(box, look.paper, radius=10, edge=look.hairline)
    if slide.lost:
        painter.text(LOST, box.inset(24, 24), theme.SMALL_STRONG, look.quiet_on_paper, "centre")
        return
    _draw_record(painter, around(*box.centre, box.h * 0.6, box.h * 0.6))


def _draw_listening(painter: Painter, slide: Slide, box: Box) -> None:
    """A record with a note on its label: there is something to hear."""
    size = min(box.w, box.h)
    _draw_record(painter, around(*box.centre, size, size))
    sign = "cross" if slide.lost else "sound"
    painter.stencil(sign, around(*box.centre, size * 0.2, size * 0.2), painter.theme.night)


def _draw_record(painter: Painter, box: Box) -> None:
    look = painter.theme
    source = shapes.record(box.w, look.vinyl, look.groove, look.gold, look.night)
    painter.shape(("record", look.vinyl, look.gold), box, source)

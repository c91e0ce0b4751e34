"""What stands above a question: where in the match one is, and how one does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.layout import Box, around
from game.ui.props.seats import draw_seat, seat_ink

if TYPE_CHECKING:
    from game.ui.painter import Painter


@dataclass(frozen=True, slots=True)
class Header:
    """`over` and `under` left ("TRACK 4 OF 10", "Almost Famous"), score and its note right.

    `seat` is whose turn it is, None where only one plays. The marks of `done`
    show how far the match has come: "right", "wrong", "now" or "", or lives:
    "life" and "lost". `print` is
    the small print on the ticket below.
    """

    over: str
    under: str
    score: int
    note: str = ""
    seat: int | None = None
    player: str = ""
    done: tuple[str, ...] = ()
    print: str = ""


def draw_header(painter: Painter, header: Header, score: int | None = None) -> None:
    """The header; `score` overrides the figure while it is still rolling up."""
    look = painter.theme
    left = 56.0
    if header.seat is not None:
        draw_seat(painter, around(left + 24, 62, 48, 48), header.seat)
        left += 64
    painter.text(header.over, Box(left, 34, 420, 30), theme.LABEL, look.accent_on_sky)
    if header.player:
        painter.text(header.player, Box(left, 62, 420, 34), theme.LEAD, look.on_sky)
    else:
        painter.text(header.under, Box(left, 64, 420, 28), theme.BODY, look.on_sky)
    figure = f"{header.score if score is None else score:,}"
    painter.text(figure, Box(924, 28, 300, 48), theme.FIGURE, look.on_sky, "right")
    colour = look.accent_on_sky if header.seat is None else seat_ink(painter, header.seat)
    painter.text(header.note, Box(824, 74, 400, 28), theme.STRONG, colour, "right")
    _draw_progress(painter, header.done)


def _draw_progress(painter: Painter, done: tuple[str, ...]) -> None:
    look, count = painter.theme, len(done)
    if not count:
        return
    step = min(34.0, 380 / count)
    for number, verdict in enumerate(done):
        spot = around(640 + (number - (count - 1) / 2) * step, 64, step * 0.62, step * 0.62)
        if verdict in ("life", "lost"):
            colour = look.warm_on_panel if verdict == "life" else look.quiet_on_sky
            with painter.shown(fade=1.0 if verdict == "life" else 0.3):
                painter.stencil("heart", spot.inset(-3), colour)
        elif verdict == "right":
            painter.stencil("tick", spot, look.right)
        elif verdict == "wrong":
            painter.stencil("cross", spot, look.warm_on_panel)
        elif verdict == "now":
            painter.stencil("note", spot, look.accent_on_sky)
        else:
            dot = around(*spot.centre, spot.w * 0.4, spot.h * 0.4)
            painter.plate(dot, look.quiet_on_sky, cover=0.55, radius=dot.w / 2)

"""The cover of the music paper that a night alone ends in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.layout import Box, around
from game.ui.motion import eased

if TYPE_CHECKING:
    from game.ui.painter import Painter

BOX = Box(72, 40, 470, 610)
STARS = 5


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the magazine: figures and lines chosen from what happened."""

    issue: str
    headline: str
    lead: str
    score: int
    inside: str
    stars: int
    closing: str


def draw_cover(painter: Painter, cover: Cover, age: float) -> None:
    """The magazine, its figure rolling up and its stars coming in for two seconds of `age`."""
    look, box = painter.theme, BOX
    painter.plate(box, look.paper, radius=6, shadow=True)
    head = Box(box.x + 14, box.y + 4, box.w - 28, 98)
    painter.text("BACKBEAT", head, theme.MASTHEAD, look.accent_on_paper, "centre")
    issue = Box(box.x + 20, box.y + 96, box.w - 40, 26)
    painter.text(cover.issue, issue, theme.PRINT, look.quiet_on_paper, "centre")
    picture = Box(box.x, box.y + 128, box.w, 350)
    painter.picture_in("cover", picture)
    words = picture.inset(28, 18)
    said = painter.text(
        cover.headline, words.top_part(60), theme.FACT_QUOTE, look.cover_ink, valign="top"
    )
    lead = Box(words.x, said.bottom + 2, words.w, 30)
    painter.text(cover.lead, lead, theme.SMALL_STRONG, look.cover_ink)
    share = 1.0 if painter.still else eased(age, 1.1, 0.3)
    figure = words.bottom_part(92).moved(dy=14)
    score = f"{round(cover.score * share):,}"
    painter.text(score, figure, theme.BIG_FIGURE, look.cover_ink, "right")
    inside = Box(box.x + 20, picture.bottom + 6, box.w - 40, 34)
    painter.text(cover.inside, inside, theme.PRINT, look.on_paper, "centre")
    _draw_stars(painter, Box(box.x, picture.bottom + 40, box.w, 44), cover.stars, age)
    closing = Box(box.x + 20, box.bottom - 46, box.w - 40, 34)
    painter.text(cover.closing, closing, theme.SMALL_STRONG, look.on_paper, "centre")


def _draw_stars(painter: Painter, box: Box, stars: int, age: float) -> None:
    look = painter.theme
    for number in range(STARS):
        spot = around(box.centre[0] + (number - 2) * 46, box.centre[1], 36, 36)
        won = number < stars
        share = eased(age, 0.3, 0.8 + number * 0.18) if won else 1.0
        if won and share < 1:
            painter.stencil("star-outline", spot, look.hairline)
        with painter.shown(fade=share):
            sign = "star" if won else "star-outline"
            painter.stencil(sign, spot, look.accent_on_paper if won else look.hairline)

"""A painter with all that it needs: one line to draw scenes, window or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.art import Art
from game.ui.painter import Painter
from game.ui.text.fonts import FontBook
from game.ui.text.typeset import Typesetter
from game.ui.theme import GOLDEN_HOUR, Theme

if TYPE_CHECKING:
    from pathlib import Path


def new_painter(
    assets: Path, theme: Theme = GOLDEN_HOUR, *, text_scale: float = 1.0, still: bool = False
) -> Painter:
    """A painter that finds pictures in `assets`/art and fonts where they are installed."""
    typesetter = Typesetter(FontBook())
    return Painter(typesetter, Art(assets / "art"), theme, text_scale=text_scale, still=still)

"""What a picture says, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pygame

from game.ui.art import Art
from game.ui.painter import Painter
from game.ui.text.fonts import Face, FontBook
from game.ui.text.system import SystemFonts
from game.ui.text.typeset import Block, Typesetter
from game.ui.theme import GOLDEN_HOUR, Theme
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from game.scenes.scene import Scene


class NoSystemFonts(SystemFonts):
    """A computer without a font of its own, so that tests see the same everywhere."""

    def file_for(self, text: str) -> str | None:
        return None


class Reader(Typesetter):
    """Remembers every text it was given to fit, and whether it had to be cut."""

    def __init__(self) -> None:
        super().__init__(FontBook(system=NoSystemFonts()))
        self.said: list[tuple[str, Block]] = []

    def fit(self, text: str, face: Face, steps: Sequence[int], width: int, height: int) -> Block:
        block = super().fit(text, face, steps, width, height)
        self.said.append((text, block))
        return block


class NoPictures(Art):
    """Pictures cost much and say nothing: an empty one of the right size where none is kept."""

    def made(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        return _NOTHING


_NOTHING = pygame.Surface((1, 1))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in a picture; `ink` is what of it is seen, in pixels."""

    words: str
    ink: pygame.Rect


def reading(theme: Theme = GOLDEN_HOUR, *, text_scale: float = 1.0) -> tuple[Painter, Reader]:
    """A painter for words alone, and who remembers them."""
    reader = Reader()
    return Painter(
        reader, NoPictures(ROOT / "assets" / "art"), theme, text_scale=text_scale
    ), reader


def lines(painter: Painter) -> list[Line]:
    """The lines of the picture that has just been described."""
    found = []
    for mark in painter.picture:
        match mark.key:
            case (
                ("text", str(words), Face() as face, int(px), (int(r), int(g), int(b))),
                _,
            ):
                ink = painter.type.render(words, face, px, (r, g, b)).get_bounding_rect()
                found.append(Line(words, ink.move(mark.rect.topleft)))
            case _:
                pass
    return found


def described(painter: Painter, scene: Scene[Any], size: tuple[int, int]) -> list[Line]:
    """The lines that `scene` shows in a window of `size` pixels."""
    painter.begin(size)
    scene.draw(painter)
    return lines(painter)

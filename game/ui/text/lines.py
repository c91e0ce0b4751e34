"""Runs put side by side on one baseline: one line of text as a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.text.clusters import clusters
from game.ui.text.fonts import Face, FontBook
from game.ui.text.runs import Run, visual_runs

if TYPE_CHECKING:
    import pygame

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A drawn run: its picture, the rows of it that lie above the baseline, and its ink."""

    picture: pygame.Surface
    ascent: int
    top: int
    bottom: int


def runs_width(text: str, face: Face, px: int, book: FontBook) -> int:
    """The width in pixels of a line of several runs."""
    return sum(_width(run, px, book) for run in visual_runs(text, face, book))


def draw_runs(text: str, face: Face, px: int, colour: Colour, book: FontBook) -> pygame.Surface:
    """Draw a line of several runs. It is as tall as the face, or as the ink where that is more."""
    import pygame

    pieces = [_piece(run, px, colour, book) for run in visual_runs(text, face, book)]
    own = book.font(book.file(face), px)
    ascent = max([own.get_ascent(), *(piece.top for piece in pieces)])
    descent = max([own.get_height() - own.get_ascent(), *(piece.bottom for piece in pieces)])
    width = sum(piece.picture.get_width() for piece in pieces)
    line = pygame.Surface((width, ascent + descent), pygame.SRCALPHA)
    left = 0
    for piece in pieces:
        line.blit(piece.picture, (left, ascent - piece.ascent))
        left += piece.picture.get_width()
    return line


def box_size(px: int) -> tuple[int, int]:
    """Width (with its margins) and height of the box for a letter that nobody has."""
    return max(4, round(px * 0.62)), max(3, round(px * 0.7))


def _width(run: Run, px: int, book: FontBook) -> int:
    import pygame

    if run.file is None:
        return box_size(px)[0] * len(clusters(run.text))
    try:
        font = book.font(run.file, px, run.script, rtl=run.rtl)
        width, height = font.size(run.text)
    except (pygame.error, ValueError, UnicodeError):
        return box_size(px)[0] * len(clusters(run.text))
    if book.bitmap(run.file) and height > 0:
        return max(1, round(width * _picture_height(px) / height))
    return width


def _piece(run: Run, px: int, colour: Colour, book: FontBook) -> Piece:
    import pygame

    if run.file is None or _width(run, px, book) == 0:
        return _boxes(run, px, colour, book)
    try:
        font = book.font(run.file, px, run.script, rtl=run.rtl)
        picture = font.render(run.text, True, colour)
        if book.bitmap(run.file):
            return _scaled(picture, _width(run, px, book), px)
        ascent = font.get_ascent() + _overshoot(picture, run.text, font)
    except (pygame.error, ValueError, UnicodeError):
        return _boxes(run, px, colour, book)
    ink = picture.get_bounding_rect()
    return Piece(picture, ascent, ascent - ink.top, ink.bottom - ascent)


def _overshoot(picture: pygame.Surface, text: str, font: pygame.font.Font) -> int:
    """Rows by which the font moved its baseline down, for ink above its ascent.

    pygame does not tell, but an underline moves down with the baseline.
    """
    if picture.get_bounding_rect().top > 0:
        return 0
    blank = font.render(" ", True, (0, 0, 0))
    try:
        font.set_underline(True)
        lined = font.render(text, True, (0, 0, 0))
        usual = _underline(blank, font.render(" ", True, (0, 0, 0)))
    finally:
        font.set_underline(False)
    return max(0, _underline(picture, lined) - usual)


def _underline(bare: pygame.Surface, lined: pygame.Surface) -> int:
    """The first row that is opaque only in `lined`."""
    width, height = bare.get_size()
    for row in range(min(height, lined.get_height())):
        for column in range(0, width, max(1, width // 16)):
            if lined.get_at((column, row)).a == 255 > bare.get_at((column, row)).a:
                return row
    return height


def _boxes(run: Run, px: int, colour: Colour, book: FontBook) -> Piece:
    import pygame

    width, height = box_size(px)
    count = len(clusters(run.text)) if _width(run, px, book) else 0
    picture = pygame.Surface((width * count, height), pygame.SRCALPHA)
    margin, stroke = max(1, px // 16), max(1, px // 20)
    for place in range(count):
        box = pygame.Rect(place * width + margin, 0, width - 2 * margin, height)
        pygame.draw.rect(picture, colour, box, stroke)
    return Piece(picture, height, height, 0)


def _picture_height(px: int) -> int:
    return max(1, round(px * 1.17))


def _scaled(picture: pygame.Surface, width: int, px: int) -> Piece:
    import pygame

    height = _picture_height(px)
    small = pygame.transform.smoothscale(picture, (width, height))
    ascent = round(height * 0.8)
    return Piece(small, ascent, ascent, height - ascent)

"""Text for the screen: measured, drawn, wrapped and fitted, whatever it is.

What plain Latin text does not need (runs, direction, shaping) is imported when it is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.ui.text.clean import clean
from game.ui.text.clusters import clusters
from game.ui.text.fonts import Face, FontBook, bounded
from game.ui.text.recent import Recent
from game.ui.text.wrap import FIRST_RTL, SPACES, Wrapped, wrap

if TYPE_CHECKING:
    import pygame

    from game.ui.text.lines import Colour

WIDEST = 16_384
"""Pixels; a wider line is cut. One megabyte of text would be a picture of two gigabytes."""
LONGEST, LONGEST_LINE = 20_000, 4_000
"""Letters of a text that are looked at; more than any box on a screen can show."""
ELLIPSIS = "…"
_ENTRIES = 2048
_LETTERS = 1_000_000
"""Letters of all the texts that one memory of figures may hold."""


@dataclass(frozen=True, slots=True)
class Block:
    """A text fitted into a box, in pixels; `cut` when its end had to be left out."""

    lines: tuple[str, ...]
    px: int
    line_height: int
    width: int
    height: int
    cut: bool


class Typesetter:
    """Draws text of any script in any face; takes any string and never raises for one.

    `px` is the size of the em in pixels. What is drawn is kept, `cache_bytes` of it at most;
    the pictures are shared, so they must not be drawn on. Not for several threads at once.
    """

    def __init__(self, book: FontBook | None = None, *, cache_bytes: int = 24_000_000) -> None:
        self.book = book or FontBook()
        self._pictures: Recent[tuple[str, Face, int, Colour], pygame.Surface] = Recent(
            _ENTRIES, cache_bytes
        )
        self._sizes: Recent[tuple[str, Face, int], tuple[int, int]] = Recent(_ENTRIES, _LETTERS)
        self._widths: Recent[tuple[str, Face, int], int] = Recent(_ENTRIES, _LETTERS)
        self._wraps: Recent[tuple[str, Face, int, int, int | None], Wrapped] = Recent(
            _ENTRIES, _LETTERS
        )
        self._blocks: Recent[tuple[str, Face, tuple[int, ...], int, int], Block] = Recent(
            _ENTRIES, _LETTERS
        )

    @property
    def cached_bytes(self) -> int:
        return self._pictures.weight

    def line_height(self, face: Face, px: int) -> int:
        """Height of a line of the face's own letters; other scripts may need more."""
        return self.book.font(self.book.file(face), px).get_height()

    def ascent(self, face: Face, px: int) -> int:
        """Rows above the baseline in a line of the face's own letters."""
        return self.book.font(self.book.file(face), px).get_ascent()

    def size(self, text: str, face: Face, px: int) -> tuple[int, int]:
        """Width and height of the picture that `render` gives."""
        text, px = text[:LONGEST_LINE], bounded(px)
        size = self._sizes.get((text, face, px))
        if size is None:
            size = self._measured(text, face, px)
            self._sizes.put((text, face, px), size, len(text))
        return size

    def _measured(self, text: str, face: Face, px: int) -> tuple[int, int]:
        line, plain = self._line(text, face, px)
        if plain:
            return self.book.font(self.book.file(face), px).size(line)
        from game.ui.text.lines import draw_runs

        return draw_runs(line, face, px, (0, 0, 0), self.book).get_size()

    def render(self, text: str, face: Face, px: int, colour: Colour) -> pygame.Surface:
        """Draw `text` on one line, with alpha. A letter that no font has is drawn as a box."""
        text, px = text[:LONGEST_LINE], bounded(px)
        key = (text, face, px, colour)
        picture = self._pictures.get(key)
        if picture is None:
            picture = _native(self._drawn(text, face, px, colour))
            area = picture.get_width() * picture.get_height()
            self._pictures.put(key, picture, 4 * (area + len(text)))
        return picture

    def wrap(self, text: str, face: Face, px: int, width: int) -> tuple[str, ...]:
        """Break `text` into lines at most `width` wide; an empty text is one empty line."""
        return self._wrapped(text, face, bounded(px), width, None).lines

    def fit(self, text: str, face: Face, steps: Sequence[int], width: int, height: int) -> Block:
        """Set `text` in the largest of `steps` at which its lines fit into the box.

        A size that would cut a word in two is taken only if no other fits. Where none fits,
        the smallest is taken and the last line that is seen ends in an ellipsis.
        """
        sizes = tuple(sorted({bounded(px) for px in steps}, reverse=True))
        if not sizes:
            raise ValueError("fit needs at least one size")
        text = text[:LONGEST]
        key = (text, face, sizes, width, height)
        block = self._blocks.get(key)
        if block is None:
            block = self._fitted(text, face, sizes, width, height)
            self._blocks.put(key, block, 2 * len(text))
        return block

    def base_direction(self, text: str) -> Literal["ltr", "rtl"]:
        """Which way the line runs: the direction of its first letter that has one."""
        if max(text, default="") < FIRST_RTL:
            return "ltr"
        from game.ui.text.bidi import base_level

        return "rtl" if base_level(text[:LONGEST]) else "ltr"

    def _line(self, text: str, face: Face, px: int) -> tuple[str, bool]:
        """The part of `text` that one line shows, and whether one font draws it unshaped."""
        plain = self.book.plain(face)
        if len(text) * px <= WIDEST and text and plain.issuperset(text):
            return text, True
        line = clean(text[:LONGEST_LINE], newlines=False)
        width = self._width(line, face, px)
        while width > WIDEST:
            line = line[: min(len(line) - 1, len(line) * WIDEST // width)]
            width = self._width(line, face, px)
        return line, bool(line) and plain.issuperset(line)

    def _width(self, line: str, face: Face, px: int) -> int:
        """Width of a cleaned line, however wide."""
        if line and self.book.plain(face).issuperset(line):
            return self.book.font(self.book.file(face), px).size(line)[0]
        width = self._widths.get((line, face, px))
        if width is None:
            from game.ui.text.lines import runs_width

            width = runs_width(line, face, px, self.book)
            self._widths.put((line, face, px), width, len(line))
        return width

    def _drawn(self, text: str, face: Face, px: int, colour: Colour) -> pygame.Surface:
        line, plain = self._line(text, face, px)
        if plain:
            return self.book.font(self.book.file(face), px).render(line, True, colour)
        from game.ui.text.lines import draw_runs

        return draw_runs(line, face, px, colour, self.book)

    def _wrapped(self, text: str, face: Face, px: int, width: int, most: int | None) -> Wrapped:
        text = text[:LONGEST]
        key = (text, face, px, width, most)
        wrapped = self._wraps.get(key)
        if wrapped is None:
            cleaned = clean(text)
            wrapped = wrap(cleaned, lambda line: self._width(line, face, px), width, most)
            self._wraps.put(key, wrapped, 2 * len(text))
        return wrapped

    def _fitted(
        self, text: str, face: Face, sizes: tuple[int, ...], width: int, height: int
    ) -> Block:
        second_best: Block | None = None
        for px in sizes:
            wrapped = self._enough_lines(text, face, px, width, height)
            block = self._block(wrapped.lines, face, px)
            if block.width <= width and block.height <= height:
                if not wrapped.broken:
                    return block
                second_best = second_best or block
        return second_best or self._cut(text, face, sizes[-1], width, height)

    def _enough_lines(self, text: str, face: Face, px: int, width: int, height: int) -> Wrapped:
        """One line more than the box has room for: that tells that the text goes on."""
        most = max(1, height // max(1, self.line_height(face, px))) + 1
        return self._wrapped(text, face, px, width, most)

    def _block(self, lines: tuple[str, ...], face: Face, px: int, *, cut: bool = False) -> Block:
        sizes = [self.size(line, face, px) for line in lines]
        line_height = max([self.line_height(face, px), *(high for _, high in sizes)])
        widest = max([0, *(wide for wide, _ in sizes)])
        return Block(lines, px, line_height, widest, line_height * len(lines), cut)

    def _cut(self, text: str, face: Face, px: int, width: int, height: int) -> Block:
        lines = self._enough_lines(text, face, px, width, height).lines
        whole = self._block(lines, face, px)
        room = max(1, height // max(1, whole.line_height))
        if room >= len(lines) and whole.width <= width:
            return whole
        seen = lines[:room]
        last = clusters(seen[-1])
        while last and self._width("".join(last).rstrip(SPACES) + ELLIPSIS, face, px) > width:
            last.pop()
        end = "".join(last).rstrip(SPACES) + ELLIPSIS
        return self._block((*seen[:-1], end), face, px, cut=True)


def _native(picture: pygame.Surface) -> pygame.Surface:
    """In the format of the window, once there is one."""
    import pygame

    try:
        return picture.convert_alpha()
    except pygame.error:
        return picture

"""Pictures drawn as SVG, at the size the window needs them."""

from __future__ import annotations

import io
import re
from threading import Thread
from typing import TYPE_CHECKING

import pygame

from game.ui import shapes
from game.ui.text.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    from game.ui.media.plain import Picture
    from game.ui.theme import Colour


_ENTRIES = 800
_LARGER = 3.0
_VIEW_BOX = re.compile(rb'viewBox="([-\d.]+ [-\d.]+ [\d.]+ [\d.]+)"')


class Art:
    """The game's own drawings, from the folder `folder` of `.svg` files.

    A drawing that is missing or cannot be read leaves an empty place and its
    name in `missing`; the game goes on without it. `patient` lets large
    pictures come a moment later than the first frame that wants them.
    """

    def __init__(self, folder: Path, most_bytes: int = 96_000_000) -> None:
        self._folder = folder
        self._kept: Recent[Hashable, pygame.Surface] = Recent(_ENTRIES, most_bytes)
        self._sources: dict[str, bytes] = {}
        self.patient = False
        self._begun: set[Hashable] = set()
        self._asked: list[Thread] = []
        self._drawn: dict[Hashable, pygame.Surface] = {}
        self.missing: list[str] = []

    def drawing(self, name: str, size: tuple[int, int]) -> pygame.Surface:
        """The file `name`.svg fitted into `size` pixels, its shape kept."""
        return self.made((name, size), lambda: self._draw(name, size))

    def covering(self, name: str, size: tuple[int, int], scale: float = 0.0) -> pygame.Surface:
        """The middle of the file `name`.svg, filling `size` pixels.

        One unit of the drawing is `scale` pixels, or more where that would
        leave a part of the size empty.
        """
        key = (name, size, round(scale, 4), "cover")
        return self.made(key, lambda: _solid(self._cover(name, size, scale)))

    def covering_soon(
        self, name: str, size: tuple[int, int], scale: float = 0.0
    ) -> pygame.Surface | None:
        """As `covering`; with `patient` set, None while another thread is still drawing it.

        That thread waits for `begin`.
        """
        key = (name, size, round(scale, 4), "cover")
        if not self.patient or self._kept.get(key) is not None:
            return self.covering(name, size, scale)
        if key not in self._begun:
            self._begun.add(key)
            given = key, name, size, scale
            # No daemon: a program that ends waits for it, for SDL is gone after that.
            self._asked.append(Thread(target=self._draw_soon, args=given))
        elif drawn := self._drawn.pop(key, None):
            self._begun.discard(key)
            return self.made(key, lambda: drawn)
        return None

    def begin(self) -> None:
        """Start to draw what was asked for; after the picture that does without it is shown."""
        while self._asked:
            self._asked.pop().start()

    def _draw_soon(self, key: Hashable, name: str, size: tuple[int, int], scale: float) -> None:
        # SDL draws it without holding up the other threads.
        self._drawn[key] = _solid(self._cover(name, size, scale))

    def stencil(self, name: str, size: tuple[int, int], tint: Colour) -> pygame.Surface:
        """A white drawing in the colour `tint`."""
        return self.made((name, size, tint), lambda: self._tinted(name, size, tint))

    def shape(self, key: Hashable, size: tuple[int, int], source: str) -> pygame.Surface:
        """A drawing made by the program; `key` and `size` must tell it from all others."""
        return self.made((key, size), lambda: _rendered(source.encode(), size))

    def made(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The surface kept under `key`, made by `make` when it is not there."""
        if (found := self._kept.get(key)) is not None:
            return found
        surface = make()
        self._kept.put(key, surface, surface.get_width() * surface.get_height() * 4)
        return surface

    def rounded(
        self, name: str, size: tuple[int, int], radius: float, corners: str
    ) -> pygame.Surface:
        """The file `name`.svg filling `size` pixels, corners rounded ("all", "left", "top")."""

        def make() -> pygame.Surface:
            surface = self._cover(name, size)
            mask = _rendered(shapes.mask(*size, radius, corners).encode(), size)
            surface.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
            return surface

        return self.made((name, size, radius, corners), make)

    def photo(self, digest: str, picture: Picture, size: tuple[int, int]) -> pygame.Surface:
        """A pack's picture fitted into `size` pixels, its shape kept; `digest` tells it from all.

        One that is much smaller than that is enlarged to `_LARGER` times its size at most.
        """

        def make() -> pygame.Surface:
            whole = (picture.width, picture.height)
            scale = min(size[0] / whole[0], size[1] / whole[1], _LARGER)
            fitted = (max(1, int(whole[0] * scale)), max(1, int(whole[1] * scale)))
            surface = pygame.image.frombuffer(picture.pixels, whole, "RGBA")
            return pygame.transform.smoothscale(surface, fitted).convert_alpha()

        return self.made(("photo", digest, size), make)

    def shadow(
        self, size: tuple[int, int], radius: int, spread: int, colour: Colour
    ) -> pygame.Surface:
        """A soft shadow of a rounded rectangle; it reaches 2 x `spread` past every side."""

        def make() -> pygame.Surface:
            # Blurred small and scaled up: a blur at full size costs fifty times as much.
            quarter = max(1, spread // 4)
            full = (size[0] + 4 * spread, size[1] + 4 * spread)
            small = pygame.Surface(
                (full[0] // quarter + 1, full[1] // quarter + 1), pygame.SRCALPHA
            )
            small.fill((*colour, 0))
            inner = pygame.Rect(
                2 * spread // quarter, 2 * spread // quarter, size[0] // quarter, size[1] // quarter
            )
            pygame.draw.rect(small, (*colour, 150), inner, border_radius=max(1, radius // quarter))
            blurred = pygame.transform.gaussian_blur(small, 4)
            return pygame.transform.smoothscale(blurred, full).convert_alpha()

        return self.made(("shadow", size, radius, spread, colour), make)

    def _draw(self, name: str, size: tuple[int, int]) -> pygame.Surface:
        source = self._source(name)
        try:
            return _rendered(source, size) if source else _nothing(size)
        except pygame.error:
            self._miss(name)
            return _nothing(size)

    def _cover(self, name: str, size: tuple[int, int], scale: float = 0.0) -> pygame.Surface:
        source = self._source(name)
        found = _VIEW_BOX.search(source)
        if not found:
            return self._draw(name, size)
        x, y, wide, high = map(float, found[1].split())
        scale = max(scale, size[0] / wide, size[1] / high)
        seen_wide, seen_high = size[0] / scale, size[1] / scale
        # Only the part that will be seen is drawn: at 4K the rest would cost as much again.
        seen = f"{x + (wide - seen_wide) / 2} {y + (high - seen_high) / 2} {seen_wide} {seen_high}"
        cut = source[: found.start(1)] + seen.encode() + source[found.end(1) :]
        try:
            return _rendered(cut, size)
        except pygame.error:
            self._miss(name)
            return _nothing(size)

    def _tinted(self, name: str, size: tuple[int, int], tint: Colour) -> pygame.Surface:
        surface = self._draw(name, size).copy()
        surface.fill((*tint, 255), special_flags=pygame.BLEND_RGBA_MULT)
        return surface

    def _source(self, name: str) -> bytes:
        if name not in self._sources:
            try:
                self._sources[name] = self._folder.joinpath(f"{name}.svg").read_bytes()
            except OSError:
                self._sources[name] = b""
                self._miss(name)
        return self._sources[name]

    def _miss(self, name: str) -> None:
        if name not in self.missing:
            self.missing.append(name)


def _rendered(source: bytes, size: tuple[int, int]) -> pygame.Surface:
    surface = pygame.image.load_sized_svg(io.BytesIO(source), size)
    return surface.convert_alpha()


def _solid(surface: pygame.Surface) -> pygame.Surface:
    """The same without alpha, if nothing shines through: copied four times as fast."""
    wide, high = surface.get_size()
    whole = pygame.mask.from_surface(surface, 254).count() == wide * high
    return surface.convert() if whole else surface


def _nothing(size: tuple[int, int]) -> pygame.Surface:
    return pygame.Surface(size, pygame.SRCALPHA)

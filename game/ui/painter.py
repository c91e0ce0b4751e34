"""What scenes may draw: text, plates, shapes and pictures in a space of 1280 x 720 units.

The painter writes down what the picture consists of (`frame.Mark`s), and where
the pointer can be used; `finish` then paints only what has changed. Everything
is drawn at the window's own resolution.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pygame

from game.ui import frame, shapes
from game.ui.layout import HEIGHT, WIDTH, Box
from game.ui.text.recent import Recent
from game.ui.theme import GOLDEN_HOUR, Colour, Style, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping

    from game.ui.actions import Meaning
    from game.ui.art import Art
    from game.ui.media.plain import Picture
    from game.ui.text.typeset import Block, Typesetter

Align = Literal["left", "centre", "right"]
VAlign = Literal["top", "middle", "bottom"]

# Below this the window shows a plain colour: nothing could be read.
SMALLEST = (320, 180)

# Texts that stand still are kept as they are set: so many, and so many bytes of pictures.
_TEXTS, _TEXT_BYTES = 256, 16_000_000


@dataclass(frozen=True, slots=True)
class Target:
    """A place the pointer can use: pressing it means `press`, resting on it `aim`."""

    rect: pygame.Rect
    press: Meaning
    aim: Meaning | None


class Painter:
    """Describes pictures and keeps what they are made of.

    `view` is the whole window in design units: at least 1280 x 720, more where
    its shape differs, so that backgrounds can fill it. With `still`, scenes
    leave movement out and only fade.
    """

    def __init__(
        self,
        typesetter: Typesetter,
        art: Art,
        theme: Theme = GOLDEN_HOUR,
        *,
        text_scale: float = 1.0,
        still: bool = False,
    ) -> None:
        self.type, self.art, self.theme = typesetter, art, theme
        self.text_scale, self.still = text_scale, still
        # What is written on a player's own keys in place of "Enter", "Space" and the others.
        self.key_labels: Mapping[str, str] = {}
        self.targets: list[Target] = []
        # Whether a picture is still on its way, and the next frame will differ.
        self.waiting = False
        self.scale = 1.0
        self.view = Box(0, 0, WIDTH, HEIGHT)
        self._size = (0, 0)
        self._origin = (0.0, 0.0)
        self._fade = 1.0
        self._shift = (0.0, 0.0)
        self._picture: frame.Picture = []
        self._shown: frame.Picture = []
        self._texts: Recent[Hashable, tuple[Box, tuple[frame.Mark, ...]]] = Recent(
            _TEXTS, _TEXT_BYTES
        )

    # -- a picture, from first to last ------------------------------------

    def begin(self, size: tuple[int, int]) -> None:
        """Start a new picture for a window of `size` pixels."""
        if size != self._size:
            self._size, self._shown = size, []
            self._texts.clear()
        self.scale = min(size[0] / WIDTH, size[1] / HEIGHT)
        wide, high = size[0] / self.scale, size[1] / self.scale
        self.view = Box((WIDTH - wide) / 2, (HEIGHT - high) / 2, wide, high)
        self._origin = (-self.view.x * self.scale, -self.view.y * self.scale)
        self._picture, self.targets = [], []
        self.waiting = False

    def finish(self, surface: pygame.Surface) -> list[pygame.Rect]:
        """Paint what has changed since the last picture; the rectangles that were painted."""
        whole = surface.get_rect()
        places = frame.differences(self._shown, self._picture, whole) if self._shown else [whole]
        frame.paint(self._picture, surface, places)
        self._shown = self._picture
        return places

    def forget(self) -> None:
        """Paint everything anew the next time, as when another surface is drawn on."""
        self._shown = []
        self._texts.clear()

    @property
    def picture(self) -> frame.Picture:
        """What has been described so far."""
        return self._picture

    def target_at(self, x: int, y: int) -> Target | None:
        """The topmost place for the pointer at a pixel."""
        return next((each for each in reversed(self.targets) if each.rect.collidepoint(x, y)), None)

    # -- words ------------------------------------------------------------

    def keys(self, labels: str) -> str:
        """Labels of default keys, such as "↑ ↓" or "Enter", as the player has set these keys."""
        return " ".join(self.key_labels.get(each, each) for each in labels.split(" "))

    def text(
        self,
        words: str,
        box: Box,
        style: Style,
        colour: Colour,
        align: Align = "left",
        valign: VAlign = "middle",
    ) -> Box:
        """Set `words` in `box`, smaller and in more lines if need be; the box they take."""
        if self._hidden:
            return box
        if self._fade < 1 or self._shift != (0.0, 0.0):
            return self._set_text(words, box, style, colour, align, valign)
        # Most of what stands still is text, and setting it anew is most of the work.
        key = (words, box, style, colour, align, valign, self.text_scale)
        if (known := self._texts.get(key)) is None:
            start = len(self._picture)
            taken = self._set_text(words, box, style, colour, align, valign)
            known = taken, tuple(self._picture[start:])
            weight = sum(mark.rect.w * mark.rect.h * 4 for mark in known[1])
            self._texts.put(key, known, weight)
        else:
            self._picture += known[1]
        return known[0]

    def _set_text(
        self, words: str, box: Box, style: Style, colour: Colour, align: Align, valign: VAlign
    ) -> Box:
        block = self._block(words, box, style)
        height = block.line_height * len(block.lines) / self.scale
        top = box.y + {"top": 0.0, "middle": 0.5, "bottom": 1.0}[valign] * (box.h - height)
        left, width = box.right, 0.0
        for number, line in enumerate(block.lines):
            if not line:
                continue
            surface = self.type.render(line, style.face, block.px, colour)
            wide = surface.get_width() / self.scale
            x = box.x + {"left": 0.0, "centre": 0.5, "right": 1.0}[align] * (box.w - wide)
            self._blit(
                ("text", line, style.face, block.px, colour),
                surface,
                x,
                top + number * block.line_height / self.scale,
            )
            left, width = min(left, x), max(width, wide)
        return Box(left if width else box.x, top, width, height)

    def width(self, words: str, style: Style) -> float:
        """How wide `words` are in one line at the style's full size, in design units."""
        return self.type.size(words, style.face, self._px(style.size))[0] / self.scale

    def height(self, words: str, width: float, style: Style) -> float:
        """How high `words` are when wrapped to `width` at the style's full size."""
        lines = self.type.wrap(words, style.face, self._px(style.size), round(width * self.scale))
        return len(lines) * self.line_height(style)

    def line_height(self, style: Style) -> float:
        """The distance between two lines at the style's full size, in design units."""
        return self.type.line_height(style.face, self._px(style.size)) / self.scale

    def _px(self, size: float) -> int:
        return max(6, round(size * self.scale * self.text_scale))

    def _block(self, words: str, box: Box, style: Style) -> Block:
        sizes = [size * self.text_scale for size in style.steps]
        # Larger text is never cut where plain text would not be.
        sizes += [size for size in style.steps if size < sizes[-1]]
        steps = tuple(dict.fromkeys(max(6, round(size * self.scale)) for size in sizes))
        wide, high = max(1, round(box.w * self.scale)), max(1, round(box.h * self.scale))
        return self.type.fit(words, style.face, steps, wide, high)

    # -- shapes and pictures ----------------------------------------------

    def backdrop(self, name: str) -> None:
        """Fill the whole window with a picture, or with the sky's colour where there is none."""
        whole = pygame.Rect((0, 0), self._size)
        colour = self.theme.sky
        picture = self.art.covering_soon(name, self._size, self.scale) if name else None
        self.waiting = self.waiting or (bool(name) and picture is None)
        if picture is None or picture.get_flags() & pygame.SRCALPHA:
            self._mark(("sky", colour), whole, lambda surface: surface.fill(colour))
        if picture is not None:
            self._mark(("backdrop", name), whole, lambda surface: surface.blit(picture, (0, 0)))

    def fill(self, box: Box, colour: Colour, cover: float = 1.0) -> None:
        """A plain rectangle."""
        rect, alpha = self._rect(box), round(255 * cover * self._fade)

        def paint(surface: pygame.Surface) -> None:
            if alpha >= 255:
                surface.fill(colour, rect)
                return
            veil = pygame.Surface(surface.get_clip().clip(rect).size)
            veil.fill(colour)
            veil.set_alpha(alpha)
            surface.blit(veil, surface.get_clip().clip(rect))

        self._mark(("fill", colour, alpha), rect, paint)

    def plate(
        self,
        box: Box,
        fill: Colour,
        *,
        cover: float = 1.0,
        radius: float = 14,
        edge: Colour | None = None,
        edge_width: float = 2,
        shadow: bool = False,
    ) -> None:
        """A rounded rectangle, with an edge and a soft shadow if wanted."""
        if shadow:
            self.shadow(box, radius)
        radius = min(radius, box.w / 2, box.h / 2)
        look = ("plate", radius, fill, cover, edge, edge_width)
        # From whole pixels: two boxes that round to one size look alike, whichever comes first.
        wide, high = (pixels / self.scale for pixels in self._rect(box).size)
        source = shapes.plate(wide, high, radius, fill, cover, edge, edge_width if edge else 0)
        self.shape(look, box, source)

    def shape(self, key: Hashable, box: Box, source: str) -> None:
        """A drawing written by `shapes`; `key` must tell it from all others of its size."""
        rect = self._rect(box)
        if rect.w and rect.h and not self._hidden:
            surface = self.art.shape(key, rect.size, source)
            self._blit_at((key, rect.size), surface, rect.topleft)

    def drawing(self, name: str, box: Box) -> None:
        """One of the game's pictures, fitted into `box`."""
        if self._hidden:
            return
        rect = self._rect(box)
        surface = self.art.drawing(name, rect.size)
        at = surface.get_rect(center=rect.center)
        self._blit_at((name, rect.size), surface, at.topleft)

    def picture_in(self, name: str, box: Box, *, radius: float = 0, corners: str = "all") -> None:
        """A picture filling `box`; its `corners` ("all", "left" or "top") rounded."""
        if self._hidden:
            return
        rect = self._rect(box)
        key = ("picture", name, radius, corners)
        self._blit_at(
            (key, rect.size),
            self.art.rounded(name, rect.size, radius * self.scale, corners),
            rect.topleft,
        )

    def photo(self, digest: str, picture: Picture, box: Box) -> None:
        """A pack's picture in its own shape in the middle of `box`; `digest` tells it from all."""
        rect = self._rect(box)
        surface = self.art.photo(digest, picture, rect.size)
        at = surface.get_rect(center=rect.center)
        self._blit_at(("photo", digest, rect.size), surface, at.topleft)

    def stencil(self, name: str, box: Box, colour: Colour) -> None:
        """One of the white icons, in a colour."""
        if self._hidden:
            return
        rect = self._rect(box)
        surface = self.art.stencil(f"icons/{name}", rect.size, colour)
        at = surface.get_rect(center=rect.center)
        self._blit_at((name, rect.size, colour), surface, at.topleft)

    def shadow(self, box: Box, radius: float = 14, depth: float = 14) -> None:
        """A soft shadow under `box`."""
        if self._hidden:
            return
        rect = self._rect(Box(box.x, box.y + depth * 0.45, box.w, box.h))
        spread = max(2, round(depth * self.scale))
        surface = self.art.shadow(rect.size, round(radius * self.scale), spread, self.theme.shadow)
        at = (rect.x - 2 * spread, rect.y - 2 * spread)
        self._blit_at(("shadow", rect.size, spread, self.theme.shadow), surface, at)

    def turned(self, box: Box, degrees: float, draw: Callable[[Painter, Box], None]) -> None:
        """What `draw` paints into a box of this size, turned about its centre.

        Drawn at twice the size and scaled down with the turn, so that no edge
        is rough.
        """
        if self._hidden:
            return
        inner = Painter(self.type, self.art, self.theme, text_scale=self.text_scale)
        rect, twice = self._rect(box), 2 * self.scale
        inner.scale = twice
        inner.view = Box(0, 0, box.w, box.h)
        inner._size = (round(box.w * twice), round(box.h * twice))
        draw(inner, inner.view)
        key = ("turned", degrees, tuple(mark.identity for mark in inner.picture))

        def build() -> pygame.Surface:
            flat = pygame.Surface(inner._size, pygame.SRCALPHA)
            frame.paint(inner.picture, flat, [flat.get_rect()])
            # Without a clear rim the turn has nothing to soften the edges with.
            rimmed = pygame.Surface((flat.get_width() + 8, flat.get_height() + 8), pygame.SRCALPHA)
            rimmed.blit(flat, (4, 4))
            large = pygame.transform.rotozoom(rimmed, -degrees, 1.0)
            return pygame.transform.smoothscale_by(large, 0.5).convert_alpha()

        surface = self.art.made(key, build)
        at = surface.get_rect(center=rect.center)
        self._blit_at(key, surface, at.topleft)

    # -- the pointer, and how groups are shown ----------------------------

    def target(self, box: Box, press: Meaning, aim: Meaning | None = None) -> None:
        """Let the pointer use `box`."""
        self.targets.append(Target(self._rect(box), press, aim))

    @contextmanager
    def shown(self, fade: float = 1.0, dx: float = 0.0, dy: float = 0.0) -> Iterator[None]:
        """Draw what follows fainter (0 to 1) and moved by design units; `still` moves nothing."""
        before = self._fade, self._shift
        self._fade *= min(max(fade, 0.0), 1.0)
        if not self.still:
            self._shift = (self._shift[0] + dx, self._shift[1] + dy)
        try:
            yield
        finally:
            self._fade, self._shift = before

    # -- down to pixels ---------------------------------------------------

    @property
    def _hidden(self) -> bool:
        """Whether what is drawn now is faded away: then it need not be made at all."""
        return round(255 * self._fade) <= 0

    def _rect(self, box: Box) -> pygame.Rect:
        left = round(self._origin[0] + (box.x + self._shift[0]) * self.scale)
        top = round(self._origin[1] + (box.y + self._shift[1]) * self.scale)
        # Size from the box alone: a thing that moves must not change its size.
        return pygame.Rect(left, top, round(box.w * self.scale), round(box.h * self.scale))

    def _blit(self, key: Hashable, surface: pygame.Surface, x: float, y: float) -> None:
        self._blit_at(key, surface, self._rect(Box(x, y, 0, 0)).topleft)

    def _blit_at(self, key: Hashable, surface: pygame.Surface, at: tuple[int, int]) -> None:
        alpha = round(255 * self._fade)
        if alpha <= 0:
            return

        def paint(target: pygame.Surface) -> None:
            surface.set_alpha(alpha)
            target.blit(surface, at)

        self._mark((key, alpha), pygame.Rect(at, surface.get_size()), paint)

    def _mark(
        self, key: Hashable, rect: pygame.Rect, paint: Callable[[pygame.Surface], object]
    ) -> None:
        self._picture.append(frame.Mark(key, rect, paint))

"""What one picture consists of, and which parts of the window differ from the last.

A scene describes the whole picture every time; only the rectangles in which two
pictures differ are painted and shown. So scenes stay simple, and a clock that
moves on costs its own square.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

# Past so many separate places, or so much of the window, one repaint is cheaper.
_MOST_PLACES = 24
_MOST_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing in a picture: `key` tells what it looks like, `rect` (pixels) where it is."""

    key: Hashable
    rect: pygame.Rect
    paint: Callable[[pygame.Surface], object]

    @property
    def identity(self) -> Hashable:
        """Equal for two marks that leave the same pixels in the same place."""
        return self.key, tuple(self.rect)


Picture = list[Mark]


def differences(before: Picture, after: Picture, whole: pygame.Rect) -> list[pygame.Rect]:
    """Rectangles, within `whole`, outside which the two pictures are the same."""
    old = [mark.identity for mark in before]
    new = [mark.identity for mark in after]
    if old == new:
        return []
    gone, come = Counter(old), Counter(new)
    gone.subtract(new)
    come.subtract(old)
    if [name for name in old if not gone[name]] != [name for name in new if not come[name]]:
        return [whole]  # what stays is in another order: who covers whom has changed
    return merged(_changed(before, old, gone) + _changed(after, new, come), whole)


def _changed(
    picture: Picture, names: list[Hashable], surplus: Counter[Hashable]
) -> list[pygame.Rect]:
    return [mark.rect for mark, name in zip(picture, names, strict=True) if surplus[name] > 0]


def merged(places: list[pygame.Rect], whole: pygame.Rect) -> list[pygame.Rect]:
    """`places` with those that touch joined, clipped to `whole`; all of it if that is cheaper."""
    left = [clipped for place in places if (clipped := place.clip(whole)).size != (0, 0)]
    joined: list[pygame.Rect] = []
    while left:
        place = left.pop()
        while (at := place.collidelist(left)) >= 0:
            place = place.union(left.pop(at))
        if (at := place.collidelist(joined)) >= 0:
            left.append(place.union(joined.pop(at)))
        else:
            joined.append(place)
    area = sum(place.w * place.h for place in joined)
    if len(joined) > _MOST_PLACES or area > _MOST_SHARE * whole.w * whole.h:
        return [whole]
    return joined


def paint(picture: Picture, surface: pygame.Surface, places: list[pygame.Rect]) -> None:
    """Paint the picture inside `places` and nowhere else."""
    for place in places:
        surface.set_clip(place)
        for mark in picture:
            if mark.rect.colliderect(place):
                mark.paint(surface)
    surface.set_clip(None)

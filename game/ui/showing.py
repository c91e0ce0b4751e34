"""Showing what has changed, and only that.

pygame's `Window.flip` hands the whole picture to the screen: some milliseconds where it is large.
SDL can show parts of it, so it is called directly where its library can be found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.waiting import sdl_library

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pygame


class Screen:
    """Shows the surface of `window`; finds out at the first part of it how."""

    def __init__(self, window: pygame.Window) -> None:
        self._window = window
        self._update: Callable[[Sequence[pygame.Rect]], bool] | None = None
        self._found = False

    def show(self, places: Sequence[pygame.Rect]) -> None:
        """Show what was painted in these rectangles (pixels); nothing where there are none."""
        if not places:
            return
        if self._window.get_surface().get_rect() in places or not self._shown(places):
            self._window.flip()

    def _shown(self, places: Sequence[pygame.Rect]) -> bool:
        if not self._found:
            self._found = True
            self._update = _sdl_update(self._window.id)
        return self._update is not None and self._update(places)


def _sdl_update(window_id: int) -> Callable[[Sequence[pygame.Rect]], bool] | None:
    """SDL_UpdateWindowSurfaceRects for a window of the SDL that pygame itself has loaded."""
    path = sdl_library()
    if path is None:
        return None
    import ctypes

    try:
        library = ctypes.CDLL(str(path))
        find, update = library.SDL_GetWindowFromID, library.SDL_UpdateWindowSurfaceRects
    except (OSError, AttributeError):
        return None
    find.argtypes, find.restype = (ctypes.c_uint32,), ctypes.c_void_p
    update.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    update.restype = ctypes.c_int

    def shown(places: Sequence[pygame.Rect]) -> bool:
        window = find(window_id)
        numbers = [number for place in places for number in place]
        rects = (ctypes.c_int * len(numbers))(*numbers)
        return bool(window) and update(window, rects, len(places)) == 0

    return shown

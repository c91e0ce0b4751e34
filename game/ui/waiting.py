"""Sleeping until something happens, without waking up to ask.

pygame's own `event.wait` polls a thousand times a second. SDL's really sleeps,
so it is called directly where its library can be found; elsewhere the queue is
looked at every few milliseconds.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from collections.abc import Callable

# Between two looks at the queue where SDL's sleep is not to be had: seconds.
_LOOK = 0.008


class Waiter:
    """Waits for an event; finds out at the first wait how."""

    def __init__(self) -> None:
        self._sleep: Callable[[int], object] | None = None
        self._found = False

    def wait(self, seconds: float) -> None:
        """Return when an event is there, or after `seconds`; takes no event away."""
        if not self._found:
            self._found = True
            self._sleep = _sdl_wait()
        milliseconds = max(0, round(seconds * 1000))
        if self._sleep is not None:
            self._sleep(milliseconds)
            return
        left = seconds
        while left > 0 and not pygame.event.peek():
            pygame.time.wait(round(min(_LOOK, left) * 1000))
            left -= _LOOK


def _sdl_wait() -> Callable[[int], object] | None:
    """SDL_WaitEventTimeout of the SDL that pygame itself has loaded."""
    path = sdl_library()
    if path is None:
        return None
    import ctypes

    try:
        function = ctypes.CDLL(str(path)).SDL_WaitEventTimeout
    except (OSError, AttributeError):
        return None
    function.argtypes = (ctypes.c_void_p, ctypes.c_int)
    function.restype = ctypes.c_int
    # Without a place to put it, SDL leaves the event in the queue.
    return lambda milliseconds: function(None, milliseconds)


def sdl_library() -> Path | None:
    """The file of SDL inside pygame's wheel; None for a pygame that was built otherwise."""
    package = Path(pygame.__file__).parent
    if sys.platform == "win32":
        places, pattern = (package,), "SDL2.dll"
    elif sys.platform == "darwin":
        places, pattern = (package / ".dylibs",), "libSDL2-2*.dylib"
    else:
        places, pattern = (package.parent / "pygame_ce.libs",), "libSDL2-2*.so*"
    return next((path for place in places for path in sorted(place.glob(pattern))), None)

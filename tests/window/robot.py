"""Plays the game by itself, as fast as it may, until somebody ends it.

    python -m tests.window.robot

The game is the one that everybody opens, with its own window, loop, records and rules; only the
keys come from a thread, and its clock runs fast. It needs no screen.
"""

from __future__ import annotations

import sys
import time
from threading import Thread
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pygame

import game.app
from game.cli import play

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.story.tonight import Tonight

# So many seconds of the game in one of everybody's.
SPEED = 8.0
# Between two presses: seconds.
PRESS = 0.015
ANSWERS = (pygame.K_1, pygame.K_2, pygame.K_3)


class Robot:
    """Presses the key that leads on, over and over, whatever is shown."""

    def __init__(self) -> None:
        self.shown = ("", "")
        self.pressed = 0

    def noticed(self, before: Callable[[str, str], None]) -> Callable[[str, str], None]:
        """`before`, and after it the robot knows where it is."""

        def notice(name: str, state: str) -> None:
            before(name, state)
            self.shown = (name, state)

        return notice

    def play(self) -> None:
        """Press a key now and then, for ever."""
        while True:
            time.sleep(PRESS)
            if self.shown != ("", ""):
                self._press(self._key())

    def _key(self) -> int:
        self.pressed += 1
        if self.shown == ("question", "answer"):
            return ANSWERS[self.pressed % len(ANSWERS)]
        return pygame.K_RETURN

    def _press(self, key: int) -> None:
        code = pygame.KSCAN_1 + key - pygame.K_1 if key in ANSWERS else pygame.KSCAN_RETURN
        down = pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=code)
        pygame.event.post(down)


def main() -> int:
    """Open the game and let the robot play it; its exit code, should it ever end."""
    robot, traced = Robot(), play._traced

    def told(night: Tonight) -> Callable[[str, str], None]:
        return robot.noticed(traced(night))

    vars(play)["_traced"] = told
    fast = SimpleNamespace(monotonic=lambda: time.monotonic() * SPEED)
    vars(game.app)["time"] = fast
    Thread(target=robot.play, daemon=True).start()
    return play.open_game()


if __name__ == "__main__":
    sys.exit(main())

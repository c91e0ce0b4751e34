"""From a key to the changed pixel, beside an X client that does nothing else."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from statistics import median

from tests.bench.idle import MATCH
from tests.bench.programs import BARE, GAME, Keyboard, Pixels, running, window_of
from tests.bench.rows import Row
from tests.window.screen import Screen, screen

SETTLED = 4.0
TIMES = 15
# The left edge of the answers and of the menu's lines: pixels.
ANSWERS, MENU, CORNER = (60, 400, 8, 208), (76, 300, 8, 320), (0, 0, 8, 8)


class Played:
    """A program that waits for keys, and the part of its window that one changes."""

    def __init__(
        self, command: Sequence[str], folder: Path, shown: Screen, part: tuple[int, int, int, int]
    ) -> None:
        self.folder, self.shown, self.part = folder, shown, part
        self.command = command

    def until_changed(self, names: Sequence[str], before: Sequence[str] = ()) -> list[float]:
        """Milliseconds from each key to the first change, one key after the other."""
        pixels, keyboard = Pixels(self.shown), Keyboard(self.shown.display)
        found = []
        with running(self.command, self.folder, self.shown) as program:
            time.sleep(SETTLED if self.command is not BARE else 1.0)
            keyboard.focus(window_of(program, self.shown))
            for name in before:
                keyboard.press(name)
                time.sleep(2.0)
            for name in names:
                kept = pixels.block(*self.part)
                pressed = keyboard.press(name)
                seen = pixels.wait(partial(self._differs, pixels, kept))
                found.append((seen - pressed) * 1000)
                time.sleep(0.25)
        return found

    def _differs(self, pixels: Pixels, kept: bytes) -> bool:
        return pixels.block(*self.part) != kept


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name, ExitStack() as opened:
        folder = Path(name)
        shown = opened.enter_context(screen(folder, (1280, 800)))
        there_and_back = ["Down", "Up"] * (TIMES // 2)
        bare = Played(BARE, folder, shown, CORNER).until_changed(["a"] * TIMES)
        aimed = Played(MATCH, folder, shown, ANSWERS).until_changed(
            there_and_back, ["space", "Down"]
        )
        lines = Played(GAME, folder, shown, MENU).until_changed(there_and_back)
        taken = [Played(GAME, folder, shown, MENU).until_changed(["Return"])[0] for _ in range(3)]
    floor, answer, menu, scene = map(median, (bare, aimed, lines, taken))
    yield Row("a key to another answer", answer, floor, "X", 1.5)
    yield Row("a key to another line of the menu", menu, floor, "X", 1.5)
    yield Row("a key to another scene", scene, floor, "X", 4)

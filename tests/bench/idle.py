"""What a running game costs while nobody does anything, beside an empty loop at 60 a second."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.programs import (
    GAME,
    TICKING,
    Keyboard,
    Pixels,
    running,
    seconds_of_cpu,
    window_of,
)
from tests.bench.rows import Row, alternating
from tests.window.screen import Screen, screen

# Long enough for the title to arrive and for the pack to be read; and what is measured: seconds.
SETTLED, WATCHED = 5.0, 5.0
MATCH = (*GAME, "play", "--mode", "setlist", "--seed", "7", "--clock", "relaxed")


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with screen(folder, (1280, 800)) as shown:
            loop, title, asked = alternating(
                [
                    lambda: share(TICKING, folder, shown),
                    lambda: share(GAME, folder, shown),
                    lambda: share(MATCH, folder, shown, ("space",)),
                ],
                3,
            )
    yield Row("the title at rest", title, loop, "T60", 0.1, "%")
    yield Row("a question and its clock", asked, loop, "T60", 1.0, "%")


def share(command: Sequence[str], folder: Path, shown: Screen, keys: Sequence[str] = ()) -> float:
    """Percent of one processor; after `keys`, half a second apart, once it has settled."""
    pixels = Pixels(shown)
    pixels.wait(lambda: pixels.at(640, 40) == bytes(3))
    with running(command, folder, shown) as program:
        time.sleep(SETTLED if command != TICKING else 1.0)
        if keys:
            keyboard = Keyboard(shown.display)
            keyboard.focus(window_of(program, shown))
            for key in keys:
                keyboard.press(key)
                time.sleep(0.7)
            time.sleep(1.5)
        before, at = seconds_of_cpu(program), time.monotonic()
        time.sleep(WATCHED)
        return 100 * (seconds_of_cpu(program) - before) / (time.monotonic() - at)

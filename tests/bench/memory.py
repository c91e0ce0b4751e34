"""What the game holds of memory, beside an interpreter that holds nothing."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.idle import MATCH
from tests.bench.programs import GAME, LEAN_WINDOW, Keyboard, resident, running, window_of
from tests.bench.rows import PYTHON, Row
from tests.window.screen import Screen, screen

NOTHING = (PYTHON, "-c", "import time; time.sleep(60)")
# Keys of a match, again and again: an answer, and on with it.
TURN = ("space", "1", "Return", "Return")
TURNS = 12


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with screen(folder, (1280, 800)) as shown:
            bare = held(NOTHING, folder, shown, 1.0)[0]
            lean = held(LEAN_WINDOW, folder, shown, 1.0)[0]
            (title,) = held(GAME, folder, shown, 5.0)
            first, later = held(MATCH, folder, shown, 5.0, TURN * TURNS)
    yield Row("the leanest window", lean, bare, "P", None, "MB")
    yield Row("the title at rest", title, bare, "P", 3, "MB")
    yield Row("a first question", first, bare, "P", 3, "MB")
    yield Row("after a match", later, first, "the first question", 1.02, "MB")


def held(
    command: Sequence[str], folder: Path, shown: Screen, after: float, keys: Sequence[str] = ()
) -> list[float]:
    """Megabytes after so many seconds, and once more after `keys`."""
    with running(command, folder, shown) as program:
        time.sleep(after)
        found = [resident(program.pid)]
        if keys:
            keyboard = Keyboard(shown.display)
            keyboard.focus(window_of(program, shown))
            for key in keys:
                keyboard.press(key)
                time.sleep(0.6)
            found.append(resident(program.pid))
    return found

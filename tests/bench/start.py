"""From the command to the first picture of the title, and of a match."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.programs import GAME, LEAN_WINDOW, first_picture
from tests.bench.rows import Row, alternating, bare_python
from tests.window.screen import screen

# Packs on the player's own shelf, for a start with many.
MANY = 200
PACK = """format: 1
title: Pack {number}
authors: [A. Fan]
licence: CC0-1.0
bank:
  things:
"""


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few, many = folder / "few", folder / "many"
        for each in (few, many):
            each.mkdir()
        _shelve(many)
        with screen(folder, (1280, 800)) as shown:
            match = (*GAME, "play", "--mode", "setlist", "--seed", "7")
            measures = [
                bare_python,
                lambda: first_picture(LEAN_WINDOW, few, shown),
                lambda: first_picture(GAME, few, shown),
                lambda: first_picture(GAME, many, shown),
                lambda: first_picture(match, few, shown),
            ]
            alternating(measures, 1)  # makes the homes and compiles what is compiled once
            bare, lean, title, crowded, played = alternating(measures, 9)
    yield Row("the leanest window", lean, bare, "P")
    yield Row("start to the title", title, bare, "P", 7)
    yield Row("start to the title", title, lean, "W", 1.35)
    yield Row(f"start with {MANY} packs more", crowded, title, "with none", 1.1)
    yield Row("start to a match", played, bare, "P", 7)
    yield Row("start to a match", played, lean, "W", 1.35)


def _shelve(home: Path) -> None:
    packs = home / "home" / ".local" / "share" / "encore" / "packs"
    packs.mkdir(parents=True)
    for number in range(MANY):
        things = "".join(f"    - {{name: Thing {n}, of: {n}}}\n" for n in range(1000))
        (packs / f"pack-{number}.yaml").write_text(PACK.format(number=number) + things, "utf-8")

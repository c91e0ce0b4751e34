"""``python -m tests.bench [NAME ...]``: each figure beside its floor, from one run.

Never part of the ordinary tests: a busy machine is no fault of the game.
"""

from __future__ import annotations

import sys
from importlib import import_module

from tests.bench.rows import table

NAMES = ("start", "frames", "idle", "keys", "turn", "banks", "deal", "memory")
# No times: the same on every machine, and only asked for by name.
COUNTS = ("balance",)


def main(wanted: list[str]) -> int:
    if unknown := [name for name in wanted if name not in NAMES + COUNTS]:
        there = ", ".join(NAMES + COUNTS)
        print(f"no benchmark is called {', '.join(unknown)}; there are: {there}")
        return 2
    for name in wanted or NAMES:
        bench = import_module(f"tests.bench.{name}")
        said = bench.text() if name in COUNTS else table(list(bench.rows()))
        print(f"\n{name}\n{said}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A pack's text to its questions, beside the parsing of a question's JSON."""

from __future__ import annotations

import json
import math
import subprocess
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from game.packs.library import open_pack
from tests.bench.rows import PYTHON, Row, alternating, took

FEW, SOME, MANY = 1_000, 4_000, 16_000
QUESTION = json.dumps(
    {
        "stem": "Who plays Russell Hammond in the film of the year 2000?",
        "key": "Billy Crudup",
        "wrong": ["Patrick Fugit", "Jason Lee", "Philip Seymour Hoffman"],
        "level": 2,
        "facts": ["people/russell:actor"],
    }
)
# Twenty thousand of them as one: a clock sees no single one.
TIMES = 20_000
HEAD = "format: 1\ntitle: Many\nauthors: [A. Fan]\nlicence: CC0-1.0\n"
TEMPLATES = """templates:
  - name: place
    each: people
    ask: Where does {name} live?
    answer: place
  - name: work
    each: people
    ask: What does {name} do?
    answer: work
"""


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        few, some, many = (pack(Path(name), count) for count in (FEW, SOME, MANY))
        floor, small, middle, large = alternating(
            [
                lambda: took(partial(json.loads, QUESTION), TIMES),
                *(partial(took, partial(open_pack, path)) for path in (few, some, many)),
            ],
            3,
        )
        memory = [peak(path) for path in (few, many)]
    growth = math.log(large / middle) / math.log(MANY / SOME)
    per = [1000 * spent / count for spent, count in ((small, FEW), (middle, SOME), (large, MANY))]
    for count, spent in zip((FEW, SOME, MANY), per, strict=True):
        yield Row(f"a question of {count:,}", spent, floor * 1000, "J", 35, "us")
    yield Row("how the time grows with the questions", growth, 1, "in proportion", 1.08, "power")
    yield Row(f"memory for {MANY:,}", memory[1], memory[0], f"for {FEW:,}", None, "MB")


def pack(folder: Path, count: int) -> Path:
    """A pack of `count` questions, each with an answer of its own."""
    path = folder / f"many-{count}.yaml"
    people = "".join(
        f"    - {{name: Person {n:x}, place: Town {n * 7919 % 99991:x}, "
        f"work: Trade {n * 104729 % 99991:x}}}\n"
        for n in range(count // 2)
    )
    path.write_text(f"{HEAD}bank:\n  people:\n{people}{TEMPLATES}", "utf-8")
    return path


def peak(path: Path) -> float:
    """Megabytes that a process of its own holds at most while it reads a pack."""
    code = (
        "import sys; from pathlib import Path; from game.packs.library import open_pack; "
        "assert open_pack(Path(sys.argv[1])).questions; "
        "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"
    )
    command = [PYTHON, "-c", code, str(path)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return int(said) / 1024


def main() -> None:
    """Read one large pack, for a profiler."""
    with tempfile.TemporaryDirectory() as name:
        path = pack(Path(name), MANY)
        before = time.perf_counter()
        open_pack(path)
        print(f"{1e6 * (time.perf_counter() - before) / MANY:.1f} us a question")


if __name__ == "__main__":
    main()

"""What a benchmark says: figures, each beside its floor from the same run."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

PYTHON = sys.executable


@dataclass(frozen=True, slots=True)
class Row:
    """A figure and its floor, both in `unit`; `goal` is the ratio to stay below, if there is one.

    Absolute figures drift with the machine and the hour: only ratios of one run count.
    """

    what: str
    figure: float
    floor: float
    floor_name: str
    goal: float | None = None
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        return self.figure / self.floor if self.floor else float("inf")


def table(rows: Iterable[Row]) -> str:
    """The rows as text, a mark before each that misses its goal."""
    lines = [("", "what", "figure", "floor", "ratio", "goal")]
    for row in rows:
        missed = row.goal is not None and row.ratio > row.goal
        lines.append(
            (
                "!" if missed else "",
                row.what,
                f"{row.figure:.3g} {row.unit}",
                f"{row.floor:.3g} {row.unit} ({row.floor_name})",
                f"{row.ratio:.2f}",
                "" if row.goal is None else f"<= {row.goal:g}",
            )
        )
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell.ljust(wide) for cell, wide in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def alternating(measures: Sequence[Callable[[], float]], times: int = 5) -> list[float]:
    """The median of each measure, all of them taken in turns: noise meets them alike."""
    found: list[list[float]] = [[] for _ in measures]
    for _ in range(times):
        for kept, measure in zip(found, measures, strict=True):
            kept.append(measure())
    return [median(each) for each in found]


def took(work: Callable[[], object], times: int = 1) -> float:
    """Milliseconds of this process's own time for one `work`, the mean of so many."""
    before = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - before) * 1000 / times


def lasted(work: Callable[[], object]) -> float:
    """Milliseconds on the wall for one `work`."""
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1000


def bare_python() -> float:
    """Floor P: milliseconds for an interpreter that does nothing."""
    return lasted(lambda: subprocess.run([PYTHON, "-c", "pass"], check=True))

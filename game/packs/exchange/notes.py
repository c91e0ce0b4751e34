"""What could not be carried over, or not as it stood, gathered line by line."""

from __future__ import annotations

from game.packs.problem import Problem, Severity, printable

MOST = 20_000


class Unusable(Exception):
    """Why nothing of a file can be carried over, as one sentence about it."""

    def __init__(self, message: str, tip: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.message, self.tip, self.line = message, tip, line


class Notes:
    """The notes of one file, as problems: an error is left out, a warning is carried over changed.

    Counts what is `left_out` beyond `MOST` notes too.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.left_out = 0

    def lost(self, line: int, message: str, tip: str = "") -> None:
        """An entry that is left out."""
        self.left_out += 1
        self._add("error", "left-out", line, f"left out: {message}", tip)

    def changed(self, line: int, message: str, tip: str = "") -> None:
        """Something about an entry, or the file, that is not as it stood."""
        self._add("warning", "changed", line, message, tip)

    def _add(self, severity: Severity, code: str, line: int, message: str, tip: str) -> None:
        if len(self.problems) > MOST:
            return
        if len(self.problems) == MOST:
            line, message, tip = 0, f"there is more to say than these {MOST} notes", ""
        said, told = printable(message), printable(tip)
        self.problems.append(Problem(self.file, line, min(line, 1), severity, code, said, told))

    def sorted(self) -> tuple[Problem, ...]:
        """By line; what concerns the whole file comes first."""
        return tuple(sorted(self.problems, key=lambda problem: problem.line))

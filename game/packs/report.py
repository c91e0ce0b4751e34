"""Where the problems of one pack are gathered while it is read."""

from __future__ import annotations

from functools import cached_property

from game.packs.problem import Problem, Severity, printable
from game.rules.bank import Mark

MOST = 200
WHOLE = Mark()
HEADER = "header"


class Report:
    """The problems of one file, each once, at most `MOST` and a word that there are more."""

    def __init__(self, file: str, text: str = "") -> None:
        self.file = file
        self.text = text
        self.problems: list[Problem] = []
        self._said: set[tuple[int, int, str, str]] = set()

    @cached_property
    def lines(self) -> list[str]:
        """The author's lines, split where YAML splits them."""
        return self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def error(self, mark: Mark, code: str, message: str, tip: str = "") -> None:
        """Something that is left out."""
        self._add("error", mark, code, message, tip)

    def warning(self, mark: Mark, code: str, message: str, tip: str = "") -> None:
        """Something that plays and could be better."""
        self._add("warning", mark, code, message, tip)

    @property
    def full(self) -> bool:
        """Whether nothing more is taken in."""
        return len(self.problems) > MOST

    def has_error_in(self, first: int, last: int) -> bool:
        """Whether an error stands in these lines (both included)."""
        return any(p.severity == "error" and first <= p.line <= last for p in self.problems)

    def sorted(self) -> tuple[Problem, ...]:
        """By line; but what breaks the header first, and what concerns the whole file last."""

        def rank(problem: Problem) -> tuple[bool, bool, int, int]:
            return problem.code != HEADER, not problem.line, problem.line, problem.column

        return tuple(sorted(self.problems, key=rank))

    def _add(self, severity: Severity, mark: Mark, code: str, message: str, tip: str) -> None:
        said = (mark.line, mark.column, code, message)
        if self.full or said in self._said:
            return
        self._said.add(said)
        if len(self.problems) == MOST:
            mark, code, tip = WHOLE, "more", "mend these first"
            message = f"there are more problems than these {MOST}"
        source = self.lines[mark.line - 1] if 0 < mark.line <= len(self.lines) else ""
        self.problems.append(
            Problem(
                self.file,
                mark.line,
                mark.column,
                severity,
                code,
                printable(message),
                printable(tip),
                source[:20_000],
            )
        )

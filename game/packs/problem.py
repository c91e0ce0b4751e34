"""What is wrong with a pack, in its author's words, and how it is printed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

LONGEST = 250
_LONGEST_FILE = 120
_AROUND = 60

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault at one place of a pack's file.

    `line` and `column` count from 1; 0 means the file as a whole. `message` is
    one printable line of at most 250 characters, `help` says what to do (may be
    empty), `source_line` is the author's line as typed.
    """

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    help: str = ""
    source_line: str = ""

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return printable(f"{_short(self.file)}{place}: {self.severity}: {self.message}")


def printable(text: str, longest: int = LONGEST) -> str:
    """`text` as one line a terminal shows as it is, escaped first and then cut."""
    if not text.isprintable():
        text = "".join(char if char.isprintable() else _escaped(char) for char in text)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _escaped(char: str) -> str:
    if char in "\n\r\t":
        return " "
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x80 else char.encode("ascii", "backslashreplace").decode()


def _short(file: str) -> str:
    return file if len(file) <= _LONGEST_FILE else "…" + file[1 - _LONGEST_FILE :]


def as_text(problem: Problem) -> str:
    """The message, then the author's line with a caret under the place, then what to do."""
    lines = [str(problem)]
    if problem.line and problem.source_line.strip():
        lines += _pointed(problem.source_line, problem.column)
    if problem.help:
        lines.append(f"    help: {printable(problem.help)}")
    return "\n".join(lines)


def _pointed(source: str, column: int) -> list[str]:
    """The part of a line around `column`, and a caret below it."""
    at = max(column - 1, 0)
    start = max(0, at - _AROUND)
    before, after = printable(source[start:at], 10_000), printable(source[at : at + _AROUND])
    indent = len(before) - len(before.lstrip()) if start == 0 else 0
    gap = " " * sum(_width(char) for char in before[indent:])
    return [f"    {before[indent:]}{after}".rstrip(), f"    {gap}^"]


def _width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def as_json(problem: Problem) -> str:
    """One object on one line."""
    import json

    fields = {
        "file": printable(problem.file, 4096),
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "help": problem.help,
    }
    return json.dumps(fields, ensure_ascii=False)


def as_github(problem: Problem) -> str:
    """A workflow command that GitHub shows beside the line."""
    file = _property(printable(problem.file, 4096))
    place = f"file={file},line={max(problem.line, 1)},col={max(problem.column, 1)}"
    helped = f"{problem.message}. {problem.help}" if problem.help else problem.message
    return f"::{problem.severity} {place},title={_property(problem.code)}::{_data(helped)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""What is wrong with a row or a list that is written on one line, in its author's words.

YAML says that a `{` is never closed where it stops understanding what stands
before the `}`; an author who sees the `}` does not believe it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

_CLOSING = {"{": "}", "[": "]"}
_UNREAD = {
    "{": "this row cannot be read: it stops fitting here",
    "[": "this list cannot be read: it stops fitting here",
}
_TIPS = {
    "{": "put the text between double quotes, use “ ” inside, "
    "and see that a comma stands between fields",
    "[": "put each text between double quotes, use “ ” inside, "
    "and see that a comma stands between them",
}
_BRACES_FIRST = re.compile(r"[ ]*(?:- +)*(?:[\w-]+: +)?(?=([{\[])[^{}\[\]:,]*[}\]])")


@dataclass(frozen=True, slots=True)
class Said:
    """What is wrong, at which column (from 1), and what to do."""

    column: int
    message: str
    tip: str


def unread(fault: yaml.MarkedYAMLError, lines: list[str]) -> Said | None:
    """What to say where a `{` or `[` is closed on its own line after all."""
    opened, stopped = fault.context_mark, fault.problem_mark
    if opened is None or stopped is None or opened.line != stopped.line:
        return None
    if opened.line >= len(lines):
        return None
    rest = lines[opened.line][opened.column :]
    sign = rest[:1]
    if sign not in _CLOSING or _CLOSING[sign] not in rest:
        return None
    return Said(stopped.column + 1, _UNREAD[sign], _TIPS[sign])


def begins_with_braces(fault: yaml.MarkedYAMLError, lines: list[str]) -> Said | None:
    """What to say of a text without quotes such as `{who.name} says`."""
    stopped = fault.problem_mark
    if stopped is None or stopped.line >= len(lines):
        return None
    found = _BRACES_FIRST.match(lines[stopped.line])
    if found is None or stopped.column <= found.end():
        return None
    sign = found.group(1)
    tip = f"text that begins with {sign} must stand in quotes"
    return Said(found.end() + 1, f"a text cannot begin with `{sign}`", tip)

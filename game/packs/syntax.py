"""PyYAML's events, and its complaints in words a pack's author understands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import yaml

from game.packs.fault import Fault
from game.packs.one_line import begins_with_braces, unread
from game.rules.bank import Mark

_COLON = "put text that holds `: ` between quotes; if this is a new field, see that it lines up"
_LINE_UP = "see that it begins in the same column as its siblings, and that every quote is closed"
_QUOTED = "put the text between quotes"
_CLOSED = "close it, or put the text between quotes"
_PERCENT = "take the line that begins with % out"
_FIVE = "a pack needs about five levels"
_NO_TAGS = "a pack has no YAML tags such as `!name`"
_NO_DIRECTIVES = "a pack has no YAML directives"
_NEVER_CLOSED = "a quote is opened here and never closed"
_NO_FIT = "this line does not fit what stands before it"

# What stands in a complaint of PyYAML's (with libyaml or without), and what to say instead.
_PLAIN_WORDS: tuple[tuple[str, str, str, str], ...] = (
    ("unexpected end of stream", "quote", _NEVER_CLOSED, "close it"),
    ("document indicator", "quote", _NEVER_CLOSED, "close it"),
    ("unknown escape", "escape", "a backslash that means nothing", "write \\\\ for one \\"),
    ("character escape", "escape", "a backslash that means nothing", "write \\\\ for one \\"),
    ("escape sequence of", "escape", "a backslash that means nothing", "write \\\\ for one \\"),
    ("expected ',' or ']'", "bracket", "a [ is opened here and not closed with ]", _CLOSED),
    ("expected ',' or '}'", "bracket", "a { is opened here and not closed with }", _CLOSED),
    ("mapping values are not", "colon", "a colon where none can stand", _COLON),
    ("entries are not allowed", "dash", "a list cannot begin on this line", _QUOTED),
    ("mapping keys are not", "question-mark", "a text cannot begin with `? `", _QUOTED),
    ("cannot start any token", "character", "a text cannot begin with this character", _QUOTED),
    (
        "could not find expected ':'",
        "no-colon",
        "neither `field: value` nor part of a text",
        _QUOTED,
    ),
    ("undefined tag handle", "tag", _NO_TAGS, _QUOTED),
    ("scanning a tag", "tag", _NO_TAGS, _QUOTED),
    ("parsing a tag", "tag", _NO_TAGS, _QUOTED),
    ("scanning an alias", "alias", "a text cannot begin with `*`", _QUOTED),
    ("scanning an anchor", "anchor", "a text cannot begin with `&`", _QUOTED),
    ("directive", "directive", _NO_DIRECTIVES, _PERCENT),
    ("incompatible YAML", "directive", _NO_DIRECTIVES, _PERCENT),
    ("<document start>", "indentation", _NO_FIT, _LINE_UP),
    ("block scalar", "block", "behind `|` or `>` the line must end", "go on in the next line"),
    ("node content", "nothing", "something is missing here, or a bracket too many", _QUOTED),
    ("block collection", "indentation", "this line does not line up with its list", _LINE_UP),
    ("block mapping", "indentation", _NO_FIT, _LINE_UP),
    ("exceeded", "too-deep", "nested too deep", _FIVE),
)
_AT_OPENING = ("quote", "bracket", "no-colon")


def events(text: str, skipped: int) -> Iterator[yaml.Event]:
    """The parse events of `text`, which begins after `skipped` lines of its file.

    Raises:
        Fault: where the text is no YAML.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.MarkedYAMLError as fault:
        raise _translated(fault, skipped, text.split("\n")) from None
    except yaml.YAMLError as fault:
        raise Fault(Mark(1 + skipped, 1), "yaml", f"this is no YAML ({fault})") from None


def _translated(fault: yaml.MarkedYAMLError, skipped: int, lines: list[str]) -> Fault:
    said = f"{fault.context or ''} {fault.problem or ''}".replace("expected <block end>", "")
    for fragment, code, message, tip in _PLAIN_WORDS:
        if fragment not in said:
            continue
        at = place(fault.problem_mark, skipped)
        if code == "bracket" and (stop := unread(fault, lines)):
            return Fault(Mark(at.line, stop.column), code, stop.message, stop.tip)
        if code == "indentation" and (first := begins_with_braces(fault, lines)):
            return Fault(Mark(at.line, first.column), code, first.message, first.tip)
        if code in _AT_OPENING and fault.context_mark is not None:
            at = place(fault.context_mark, skipped)
        return Fault(at, code, message, tip)
    return Fault(place(fault.problem_mark, skipped), "yaml", f"this is no YAML ({said.strip()})")


class Place(Protocol):
    """What PyYAML calls a mark, with libyaml or without: both count from 0."""

    line: int
    column: int


def place(mark: Place | None, skipped: int) -> Mark:
    """PyYAML's mark as ours, in a text that begins after `skipped` lines of its file."""
    return Mark(mark.line + 1 + skipped, mark.column + 1) if mark else Mark(1 + skipped, 1)

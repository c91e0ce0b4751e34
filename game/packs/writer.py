"""A pack as YAML text that the strict reader takes back word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Tree: TypeAlias = "str | Sequence[Tree] | Mapping[str, Tree]"

WIDTH = 96
# Begins with a letter or figure, and holds nothing that YAML could take for its own.
_PLAIN = re.compile(r"[^\W_](?:[^\n\t:#]|:(?=[^\s,\[\]{}])|(?<=[^\s])#)*\Z")
_FLOW = re.compile(r"[,:?\[\]{}]")
# Other programs read these as something else than text.
_WORDS = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))


def yaml_text(tree: Mapping[str, Tree], note: str = "") -> str:
    """`tree` as YAML, every scalar text of one line; `note` stands above it as a comment."""
    head = [f"# {line}" for line in note.split("\n")] if note else []
    return "\n".join([*head, *_pairs(tree, "")]) + "\n"


def scalar(text: str, *, flow: bool = False) -> str:
    """`text` without quotes where nothing can be misread, else between double quotes.

    `flow`: for a list between brackets.
    """
    safe = _PLAIN.match(text) and text == text.strip() and text.casefold() not in _WORDS
    if safe and not (flow and _FLOW.search(text)):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'


def _pairs(tree: Mapping[str, Tree], indent: str) -> Iterator[str]:
    for key, value in tree.items():
        yield from _entry(f"{indent}{scalar(key)}:", value, indent)


def _entry(head: str, value: Tree, indent: str) -> Iterator[str]:
    """`head` and behind or below it `value`."""
    if isinstance(value, str):
        yield f"{head} {scalar(value)}"
    elif short := _short(value, WIDTH - len(head) - 1):
        yield f"{head} {short}"
    elif isinstance(value, Mapping):
        yield head
        yield from _pairs(value, indent + "  ")
    else:
        yield head
        yield from _items(value, indent + "  ")


def _items(items: Sequence[Tree], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, Mapping) and item:
            lines = list(_pairs(item, indent + "  "))
            yield f"{indent}- {lines[0].lstrip(' ')}"
            yield from lines[1:]
        else:
            yield from _entry(f"{indent}-", item, indent + "  ")


def _short(value: Tree, room: int) -> str:
    """A list of texts on one line, if it fits; an empty list or mapping in any case."""
    if isinstance(value, Mapping):
        return "" if value else "{}"
    if not all(isinstance(item, str) for item in value):
        return ""
    line = f"[{', '.join(scalar(item, flow=True) for item in value if isinstance(item, str))}]"
    return line if len(line) <= room or not value else ""

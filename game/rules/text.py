"""Texts with slots: `Who says “{text}”?`, compiled once, filled in one pass.

Only a path and `|blank` or `|gap` may stand in the braces. Values are put in as
they are and never looked at again, so nothing that a row says can become a slot.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from game.rules.bank import Bank, Leaf, Row, Value, follow
from game.rules.words import listed

_PATH = re.compile(r"[^\W\d][\w-]*(?:\.[^\W\d][\w-]*){0,7}\Z")
FORMS = ("blank", "gap")


class TextError(ValueError):
    """A text whose braces cannot be read; `offset` counts characters from 0."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a text for the value at the path `steps`, in one of `FORMS` or as it is."""

    steps: tuple[str, ...]
    form: str = ""

    @property
    def path(self) -> str:
        return ".".join(self.steps)


@dataclass(frozen=True, slots=True)
class Text:
    """A compiled text: strings and slots in order."""

    parts: tuple[str | Slot, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(part for part in self.parts if isinstance(part, Slot))


@dataclass(frozen=True, slots=True)
class Binding:
    """Which of several is meant while one question is made: the rows and value asked about."""

    leaf: Leaf | None = None
    gap: int | None = None

    @property
    def links(self) -> Mapping[tuple[str, str], Row]:
        """For each link on the way to the leaf, the one row it stands for."""
        if self.leaf is None:
            return {}
        pairs = zip(self.leaf.rows[:-1], self.leaf.steps[:-1], self.leaf.rows[1:], strict=True)
        return {(row.name, step): target for row, step, target in pairs}


def read_path(text: str) -> Slot:
    """`who.name` or `text|gap` as a slot.

    Raises:
        TextError: when it is neither.
    """
    path, bar, form = text.strip().partition("|")
    if not _PATH.match(path.strip()):
        raise TextError(f"'{text.strip()}' is not a field or a path such as `who.name`", 0)
    if bar and form.strip() not in FORMS:
        raise TextError(f"after the bar stands `blank` or `gap`, not '{form.strip()}'", 0)
    return Slot(tuple(path.strip().split(".")), form.strip())


def compile_text(source: str) -> Text:
    """Read `source` into strings and slots.

    Raises:
        TextError: for a brace without its partner or with anything but a path inside.
    """
    parts: list[str | Slot] = []
    at = 0
    while at < len(source):
        opening, closing = source.find("{", at), source.find("}", at)
        if opening < 0 and closing < 0:
            break
        if opening < 0 or 0 <= closing < opening:
            raise TextError("a closing brace } without an opening one", closing)
        if closing < 0 or "{" in source[opening + 1 : closing]:
            raise TextError("an opening brace { without its closing one", opening)
        try:
            slot = read_path(source[opening + 1 : closing])
        except TextError as fault:
            raise TextError(str(fault), opening) from None
        parts += [source[at:opening], slot] if opening > at else [slot]
        at = closing + 1
    return Text((*parts, source[at:]) if at < len(source) or not parts else tuple(parts))


def fill(text: Text, bank: Bank, row: Row, bound: Binding, language: str = "en") -> str | None:
    """`text` with the values that `row` gives; None where one of them is missing."""
    pieces: list[str] = []
    for part in text.parts:
        if isinstance(part, str):
            pieces.append(part)
            continue
        words = [_word(leaf.value, part.form, bound) for leaf in leaves(part, bank, row, bound)]
        if not words:
            return None
        pieces.append(listed(words, language))
    return "".join(pieces)


def leaves(slot: Slot, bank: Bank, row: Row, bound: Binding) -> tuple[Leaf, ...]:
    """What `slot` stands for in `row`: the bound value if it is the one asked about, else all."""
    found = tuple(follow(bank, row, slot.steps, bound.links))
    if bound.leaf is not None and bound.leaf in found:
        return (bound.leaf,)
    return found


def _word(value: Value, form: str, bound: Binding) -> str:
    meant = bound.gap if bound.leaf is not None and bound.leaf.value is value else None
    if form == "blank":
        return value.blanked(meant)
    if form == "gap" and value.gaps:
        return value.gap(meant or 0)
    return value.shown

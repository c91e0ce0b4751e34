"""What every foreign format is turned into, before it becomes a pack, and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Item:
    """A question with its answer. `line` is where it stands in its file, 0 where unknown.

    With `wrong` options every one of `answers` is right by itself; without, it is a
    card: the first answer is the answer, the others are other names for it.
    """

    ask: str
    answers: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    why: str = ""
    level: int = 1
    line: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that is true or false."""

    text: str
    true: bool
    why: str = ""
    line: int = 0


Entry: TypeAlias = Item | Statement


@dataclass(frozen=True, slots=True)
class Foreign:
    """All that a foreign file says. `source` names where it comes from, for the pack's `about`."""

    entries: tuple[Entry, ...]
    title: str = ""
    about: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    licence: str = ""
    source: str = ""

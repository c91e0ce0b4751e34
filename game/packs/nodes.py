"""What the reader makes of YAML: text, lists and pairs, each of which knows its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from game.rules.bank import Mark


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as its author typed it. `quoted`: between quotes, or a `|` or `>` block."""

    text: str
    mark: Mark
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Mapping:
    """`key: value` pairs in the author's order, each key once."""

    pairs: dict[str, tuple[Scalar, Node]]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Broken:
    """Something that was refused, and reported already: what holds it is left out."""

    mark: Mark


Node: TypeAlias = Scalar | Sequence | Mapping | Broken


def kind(node: Node) -> str:
    """What a node is, for a person."""
    if isinstance(node, Scalar):
        return "text" if node.text else "nothing"
    return "a list" if isinstance(node, Sequence) else "`key: value` pairs"

"""XML of strangers as a small tree: no document type, no entities, within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from game.packs.exchange.notes import Unusable

DEEPEST = 60
MOST_NODES = 500_000


@dataclass(slots=True)
class Element:
    """An element: its tag without prefix, its attributes, the text directly in it, its line."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces).strip()

    def each(self, *tags: str) -> Iterator[Element]:
        """The elements that the way `tags` leads to, in their order."""
        if not tags:
            yield self
            return
        for child in self.children:
            if child.tag == tags[0]:
                yield from child.each(*tags[1:])

    def first(self, *tags: str) -> Element | None:
        """The first element that the way leads to."""
        return next(self.each(*tags), None)


def tree(data: bytes, name: str) -> Element:
    """The root of the document in `data`; `name` says in messages which it is.

    Raises:
        Unusable: for a document type, an entity of its own, too many or too
            deeply nested elements, and what is no XML.
    """
    building = _Building(name)
    try:
        building.parser.Parse(data, True)
    except expat.ExpatError as fault:
        raise Unusable(f"{name} in it is no XML that can be read", line=fault.lineno) from None
    except (ValueError, LookupError):
        raise Unusable(f"{name} in it has an encoding that is not known") from None
    return building.root.children[0]


class _Building:
    def __init__(self, name: str) -> None:
        self.name, self.count = name, 0
        self.root = Element("", {}, 0)
        self.stack = [self.root]
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MOST_NODES or len(self.stack) > DEEPEST:
            raise Unusable(f"{self.name} in it has far too many elements")
        bare = {name.rpartition(":")[2]: value for name, value in attributes.items()}
        element = Element(tag.rpartition(":")[2], bare, self.parser.CurrentLineNumber)
        self.stack[-1].children.append(element)
        self.stack.append(element)

    def _end(self, _tag: str) -> None:
        self.stack.pop()

    def _text(self, text: str) -> None:
        self.stack[-1].pieces.append(text)

    def _doctype(self, *_said: object) -> None:
        raise Unusable(f"{self.name} in it has a document type, which may hide a bomb")

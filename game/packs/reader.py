"""Strict YAML: parse events in, nodes that know their line out.

Only the parser's events are read, with a stack of our own: PyYAML's composing
and loading crash, hang or change the text on a stranger's file. Every scalar
stays text as it was typed. Refused: a key given twice, anchors, aliases, tags,
merge keys, directives, a second document, deep nesting, very long text, tabs
as indentation, invisible characters, and text that a `#` would swallow.

When is a `#` a comment? After a key, a list or quotes: always, as YAML has it.
After a value without quotes: with two spaces or more before it and a space after it
(`level: 2  # hard`). With one space, or with text directly behind the `#`
(`ask: Who is #1?`), the author probably meant text, and is asked to say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import yaml

from game.packs.characters import DAMAGED, FORBIDDEN, named
from game.packs.fault import Fault
from game.packs.nodes import Broken, Mapping, Node, Scalar, Sequence
from game.packs.report import Report
from game.packs.syntax import Place, events, place
from game.rules.bank import Mark

DEEPEST = 12
LONGEST = 10_000
_COMMENT = re.compile(r"(?:[ \t]{2,}#(?:[\s#]|\Z))|[ \t]*\Z|[ \t]*[^#\s]")
_SWALLOWED = re.compile(r"[ \t]+#")
_QUOTES_TIP = "put the whole text between quotes, or two spaces before a `#` that begins a comment"


@contextmanager
def paused_collector() -> Iterator[None]:
    """No garbage collection inside: it walks the growing tree again and again."""
    import gc

    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def parse(text: str, lines: list[str], skipped: int, report: Report) -> Node | None:
    """The one document in `text` as nodes; None if it is empty.

    `text` begins after `skipped` lines of the file, whose lines are `lines`.

    Raises:
        Fault: where it cannot be read on.
    """
    builder = _Builder(lines, skipped, report)
    for event in events(text, skipped):
        builder.take(event)
        if builder.ended:
            break
    return builder.root


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is still open."""

    mark: Mark
    refused: bool
    items: list[Node] | None = None
    pairs: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    key: Node | None = None

    def close(self) -> Node:
        if self.refused:
            return Broken(self.mark)
        if self.items is not None:
            return Sequence(tuple(self.items), self.mark)
        return Mapping(self.pairs, self.mark)


class _Builder:
    """Puts events together to nodes and reports what is refused on the way."""

    def __init__(self, lines: list[str], skipped: int, report: Report) -> None:
        self.lines, self.skipped, self.report = lines, skipped, report
        self.stack: list[_Frame] = []
        self.root: Node | None = None
        self.ended = False
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._put(self._scalar(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event, [] if isinstance(event, yaml.SequenceStartEvent) else None)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._put(self.stack.pop().close())
        elif isinstance(event, yaml.AliasEvent):
            mark = self._mark(event.start_mark)
            self._refuse_reference(mark, "alias", "*")
            self._put(Broken(mark))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _mark(self, mark: Place | None) -> Mark:
        return place(mark, self.skipped)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        mark = self._mark(event.start_mark)
        if event.version or event.tags:
            tip = "take the line that begins with % out"
            self.report.error(mark, "directive", "a pack has no YAML directives", tip)
        if self.documents > 1:
            tip = "take the line `---` out, or make two files"
            self.report.error(mark, "second-document", "a pack is one document", tip)
            self.ended = True

    def _open(self, event: yaml.CollectionStartEvent, items: list[Node] | None) -> None:
        mark = self._mark(event.start_mark)
        if len(self.stack) >= DEEPEST:
            message = f"nested deeper than {DEEPEST} levels"
            raise Fault(mark, "too-deep", message, "a pack needs about five levels")
        self.stack.append(_Frame(mark, self._is_marked(event, mark), items))

    def _is_marked(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, mark: Mark) -> bool:
        """Whether an anchor or a tag stands before the node, which is reported."""
        if event.anchor:
            self._refuse_reference(mark, "anchor", "&")
        if event.tag:
            tip = "take it out; text that begins with `!` must stand in quotes"
            self.report.error(mark, "tag", "a pack has no YAML tags (`!name`)", tip)
        return bool(event.anchor or event.tag)

    def _refuse_reference(self, mark: Mark, code: str, sign: str) -> None:
        tip = f"write it out; text that begins with `{sign}` must stand in quotes"
        article = "aliases" if code == "alias" else "anchors"
        self.report.error(mark, code, f"a pack has no YAML {article} (`{sign}name`)", tip)

    def _scalar(self, event: yaml.ScalarEvent) -> Node:
        mark, text = self._mark(event.start_mark), event.value
        plain = not event.style
        if self._is_marked(event, mark) or not self._is_clean(text, mark, event):
            return Broken(mark)
        if len(text) > LONGEST:
            message = f"a text of {len(text):,} characters; the most is {LONGEST:,}"
            self.report.error(mark, "too-long", message, "is a closing quote missing?")
            return Broken(mark)
        if plain and self._is_swallowed(event):
            return Broken(mark)
        return Scalar(text, mark, not plain)

    def _is_clean(self, text: str, mark: Mark, event: yaml.ScalarEvent) -> bool:
        found = FORBIDDEN.search(text)
        if found is None:
            return True
        last = self._mark(event.end_mark).line
        if found.group() != DAMAGED or not self.report.has_error_in(mark.line, last):
            message = f"the text holds {named(found.group())}, which nobody can see"
            self.report.error(mark, "character", message, "take it out")
        return False

    def _is_swallowed(self, event: yaml.ScalarEvent) -> bool:
        end = self._mark(event.end_mark)
        line = self.lines[end.line - 1] if end.line <= len(self.lines) else ""
        rest = line[end.column - 1 :]
        if not _SWALLOWED.match(rest) or _COMMENT.match(rest):
            return False
        at = rest.index("#")
        if not event.value and rest[at + 1 : at + 2].strip() == "":
            return False
        mark = Mark(end.line, end.column + at)
        message = f"`{rest.strip()[:40]}` is lost: YAML takes it for a comment"
        self.report.error(mark, "swallowed", message, _QUOTES_TIP)
        return True

    def _put(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        frame = self.stack[-1]
        if frame.items is not None:
            frame.items.append(node)
        elif frame.key is None:
            frame.key = node
        else:
            key, frame.key = frame.key, None
            self._pair(frame, key, node)

    def _pair(self, frame: _Frame, key: Node, value: Node) -> None:
        if isinstance(key, Broken):
            return
        if not isinstance(key, Scalar):
            tip = "text that begins with [ or { must stand in quotes"
            self.report.error(key.mark, "key", "what stands before a colon must be text", tip)
        elif key.text == "<<" and not key.quoted:
            tip = "write the fields out"
            self.report.error(key.mark, "merge", "a pack has no merge keys (`<<`)", tip)
        elif (known := frame.pairs.get(key.text)) is not None:
            first = known[0].mark.line
            where = f"lines {first} and {key.mark.line}"
            message = f"`{key.text[:60]}` is given twice, in {where}"
            self.report.error(key.mark, "twice", message, "keep one of them")
        else:
            frame.pairs[key.text] = (key, value)

"""Moodle GIFT: finding the questions in the file, and what stands around their answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from game.packs.exchange import gift_answers
from game.packs.exchange.clean import without_entities, without_markup
from game.packs.exchange.gift_text import hidden, shown
from game.packs.exchange.items import Entry, Foreign
from game.packs.exchange.notes import Notes, Unusable
from game.packs.exchange.opened import Source

_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_TITLE = re.compile(r"\s*::(.*?)::", re.DOTALL)
_TAG = re.compile(r"\[tag:([^\]]*)\]")
_SAID = re.compile(r"//\s*(title|about|language|authors?|licen[cs]e)\s*:\s*(.*\S)", re.IGNORECASE)
_LEVELS = {"easy": 1, "medium": 2, "hard": 3, "level-2": 2, "level-3": 3}
_BLANK = " ____ "


@dataclass(slots=True)
class _Block:
    """The lines of one question, comments taken out."""

    line: int = 0
    lines: list[str] = field(default_factory=list)
    depth: int = 0
    level: int = 1


def read(source: Source, notes: Notes) -> Foreign:
    """The questions of the file.

    Raises:
        Unusable: where nothing in it stands between braces.
    """
    text = hidden(source.text(notes))
    if "{" not in text:
        raise Unusable("has no answers between { and }")
    said: dict[str, str] = {}
    found = [_entry(block, notes) for block in _blocks(text.split("\n"), said)]
    authors = tuple(filter(None, (name.strip() for name in said.get("author", "").split(";"))))
    return Foreign(
        tuple(entry for entry in found if entry is not None),
        title=said.get("title", ""),
        about=said.get("about", ""),
        language=said.get("language", ""),
        authors=authors,
        licence=said.get("licence", ""),
    )


def _blocks(lines: Sequence[str], said: dict[str, str]) -> Iterator[_Block]:
    """The questions: they end at a blank line, or where the next one's title begins."""
    block = _Block()
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text.startswith("//"):
            _comment(text, block, said)
            continue
        if block.lines and _ends(block, text):
            yield block
            block = _Block()
        if text.startswith("$CATEGORY:"):
            continue
        if text:
            block.line = block.line or number
            block.lines.append(text)
            block.depth += text.count("{") - text.count("}")
    if block.lines:
        yield block


def _ends(block: _Block, text: str) -> bool:
    """Whether the question before the line `text` is over."""
    if text.startswith("::"):
        return block.depth != 0 or "}" in "".join(block.lines)
    return not text and block.depth <= 0


def _comment(text: str, block: _Block, said: dict[str, str]) -> None:
    for tag in _TAG.findall(text):
        block.level = _LEVELS.get(tag.strip().casefold(), block.level)
    if found := _SAID.match(text):
        name = found.group(1).casefold().removesuffix("s").replace("license", "licence")
        said.setdefault(name, shown(found.group(2)))


def _entry(block: _Block, notes: Notes) -> Entry | None:
    text = "\n".join(block.lines)
    opening, closing = text.find("{"), text.rfind("}")
    if opening < 0:
        notes.lost(block.line, "a description without answers")
        return None
    if closing < opening or block.depth:
        notes.lost(block.line, "a brace without its partner", "write \\{ for one that is text")
        return None
    before, body, after = text[:opening], text[opening + 1 : closing], text[closing + 1 :]
    if "{" in body:
        notes.lost(block.line, "answers in several places of one question")
        return None
    ask, reader = _ask(before, after)
    return gift_answers.entry(ask, body, gift_answers.Place(block.line, block.level, reader), notes)


def _ask(before: str, after: str) -> tuple[str, gift_answers.Reader]:
    """The question without title and format, with a blank where answers stood inside it."""
    before = _TITLE.sub("", before, count=1) if _TITLE.match(before) else before
    form = _FORMAT.match(before)
    name = form.group(1).casefold() if form else "moodle"
    before = before[form.end() :] if form else before
    reader = plain if name == "plain" else markup
    ends = re.search(r"[?.!:]\s*\Z", before) and not re.search(r"\w", after)
    joined = before if ends or not after.strip() else f"{before}{_BLANK}{after.strip()}"
    # What stands behind the answers as punctuation needs no blank before it.
    return reader(re.sub(r"(____) ([.,;:!?])", r"\1\2", joined)), reader


def plain(text: str) -> str:
    """Text of the format `plain`, its escapes undone."""
    return shown(text)


def markup(text: str) -> str:
    """Text that may hold HTML or entities, as text."""
    form = _FORMAT.match(text)
    rest = text[form.end() :] if form else text
    if form and form.group(1).casefold() == "plain":
        return shown(rest)
    return without_entities(without_markup(shown(rest)))

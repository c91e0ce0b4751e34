"""Rows of a table, whatever program wrote it, as entries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.packs.exchange.clean import tidy
from game.packs.exchange.columns import Columns
from game.packs.exchange.items import Item
from game.packs.exchange.notes import Notes

_PLACES = re.compile(r"\d{1,2}(?:\.0)?(?:\s*[,;&|/ ]\s*\d{1,2}(?:\.0)?)*\Z")
_LETTERS = re.compile(r"[A-Ha-h](?:\s*[,;&|/ ]\s*[A-Ha-h])*\Z")
_NAMED = re.compile(r"(?:option|answer|choice)[\s_]*([1-9a-h])\Z", re.IGNORECASE)
_PARTED = re.compile(r"\s*[|\n]\s*|\s*;\s*")
_BRACKETS = re.compile(r"""\[\s*(["'])(.*)\1\s*\]\Z""", re.DOTALL)
_LEVELS = {"easy": 1, "medium": 2, "normal": 2, "hard": 3, "difficult": 3, "1": 1, "2": 2, "3": 3}
_LEVEL_TAG = re.compile(r"(?:level|difficulty)[:_-]+(\w+)", re.IGNORECASE)
_NO_CHOICE = ("poll", "open", "essay", "draw", "slide", "survey", "word cloud", "match", "reorder")
_FILL = ("fill", "blank", "short", "type answer", "input")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in the file (or its number in the sheet), its cells."""

    line: int
    cells: Sequence[str]

    def at(self, places: Iterable[int]) -> list[str]:
        """What stands in these columns, empty cells left out."""
        found = (self.cells[place].strip() for place in places if place < len(self.cells))
        return [text for text in found if text]

    def first(self, places: Iterable[int]) -> str:
        """The first that is not empty, or nothing."""
        return next(iter(self.at(places)), "")


def items(
    rows: Iterable[Row],
    columns: Columns,
    notes: Notes,
    *,
    plain: Callable[[str], str] = str,
) -> Iterator[Item]:
    """The entries that the rows make; empty rows make none.

    `plain` turns a cell into text.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row.cells)]
    body = filled[1:] if filled and _is_hint(filled[0], columns) else filled
    reader = _Reader(columns, notes, _by_place(body, columns), plain)
    for row in body:
        item = reader.item(row)
        if isinstance(item, Item):
            yield item
        else:
            notes.lost(row.line, item)


def left_behind(columns: Columns) -> str:
    """What to say about the columns that are not known."""
    names = ", ".join(f"'{name[:30]}'" for name in columns.unknown[:8])
    return f"not carried over: the columns {names}"


def _is_hint(row: Row, columns: Columns) -> bool:
    """Whether the row below the header only explains it, as Quizizz has it."""
    said = row.first(columns.of("ask")).casefold()
    return said.startswith(("text of the question", "(required)", "your question here"))


def _by_place(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether what is right is the number of an option, never its text: then it is so in all."""
    many = len(columns.of("option"))
    said = [text for row in rows if (text := row.first(columns.of("right")))]
    return bool(many and said) and all(
        _PLACES.match(text) and all(0 < number <= many for number in _numbers(text))
        for text in said
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    columns: Columns
    notes: Notes
    by_place: bool
    plain: Callable[[str], str]

    def item(self, row: Row) -> Item | str:
        """The entry, or why there is none."""
        of = self.columns.of
        ask = row.first(of("ask"))
        kind = row.first(of("type")).casefold()
        if not ask:
            return "the question is empty"
        if any(word in kind for word in _NO_CHOICE):
            return f"a question of the kind '{kind[:40]}' has no answer to choose"
        if row.at(of("media")):
            message = "its picture or sound is left behind"
            self.notes.changed(row.line, message, "see whether it can be answered without")
        options = row.at(of("option")) or [
            part for text in row.at(of("options")) for part in _parts(text)
        ]
        also, wrong = self._listed(row, "also"), self._listed(row, "wrong")
        if any(word in kind for word in _FILL) and options:
            return self._made(row, ask, [*options, *also], [])
        if not options:
            right = row.at(of("right"))
            return (
                self._made(row, ask, [*right, *also], wrong) if right else "it has no right answer"
            )
        picked = self._picked(row, options)
        if isinstance(picked, str):
            return picked
        rest = [option for option in options if option not in picked]
        return self._made(row, ask, [*picked, *also], [*rest, *wrong])

    def _made(self, row: Row, ask: str, right: list[str], wrong: list[str]) -> Item:
        why = row.first(self.columns.of("why"))
        texts = (tuple(map(self.plain, some)) for some in (right, wrong))
        answers, others = texts
        return Item(self.plain(ask), answers, others, self.plain(why), self._level(row), row.line)

    def _level(self, row: Row) -> int:
        said = row.first(self.columns.of("level")).casefold()
        tag = _LEVEL_TAG.search(row.first(self.columns.of("tags")))
        return _LEVELS.get(said) or _LEVELS.get(tag.group(1).casefold() if tag else "", 1)

    def _picked(self, row: Row, options: list[str]) -> list[str] | str:
        """The options that are right, or why that cannot be told."""
        # Empty cells count: the number of an option is that of its column.
        places = self.columns.of("option")
        cells = [row.cells[at].strip() if at < len(row.cells) else "" for at in places] or options
        said = row.first(self.columns.of("right"))
        index = row.first(self.columns.of("index"))
        by_text = [option for option in options if tidy(option).casefold() == tidy(said).casefold()]
        if said and by_text and not self.by_place:
            return by_text[:1]
        if self.by_place or _PLACES.match(said) or index:
            return _by_number(index or said, cells)
        if named := _NAMED.match(said):
            said = named.group(1)
            if said.isdigit():
                return _by_number(said, cells)
        if _LETTERS.match(said):
            numbers = [
                str(ord(letter) - ord("a") + 1) for letter in re.findall("[a-h]", said.lower())
            ]
            return _by_number(",".join(numbers), cells)
        parts = {tidy(part).casefold() for part in _parts(said)}
        several = [option for option in options if tidy(option).casefold() in parts]
        if len(parts) > 1 and len(several) == len(parts):
            return several
        return (
            f"its right answer '{said[:60]}' is none of its options"
            if said
            else "it has no right answer"
        )

    def _listed(self, row: Row, role: str) -> list[str]:
        """Texts that stand each in a column of its own, or all in one."""
        texts = row.at(self.columns.of(role))
        if role in self.columns.lists:
            return [part for text in texts for part in _parts(text)]
        return texts


def _by_number(said: str, cells: Sequence[str]) -> list[str] | str:
    found = [cells[number - 1] if 0 < number <= len(cells) else "" for number in _numbers(said)]
    if not found or not all(found):
        return f"its right answer '{said[:40]}' is the number of no option"
    return found


def _numbers(text: str) -> list[int]:
    return [int(float(number)) for number in re.findall(r"\d+(?:\.0)?", text)]


def _parts(text: str) -> list[str]:
    """A cell that holds several texts, parted by |, ; or line ends, or written as a list."""
    listed = _BRACKETS.match(text.strip())
    if listed:
        quote = re.escape(listed.group(1))
        return re.split(rf"{quote}\s*,\s*[\"']", listed.group(2))
    return [part for part in _PARTED.split(text) if part]

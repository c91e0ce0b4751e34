"""Spreadsheets of Kahoot, Quizizz and others: the first sheet whose header can be told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game.packs.exchange import rows as table
from game.packs.exchange.clean import without_entities
from game.packs.exchange.columns import columns
from game.packs.exchange.items import Foreign
from game.packs.exchange.notes import Notes, Unusable
from game.packs.exchange.opened import Source
from game.packs.exchange.rows import Row
from game.packs.exchange.xml_tree import Element, tree
from game.packs.exchange.zipped import Zipped

_SHARED = "xl/sharedStrings.xml"
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})\Z")
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml\Z")
_MOST_COLUMNS = 100
_HEADER_WITHIN = 40
_TIP = "a row must name the columns: Question, Answer 1, Answer 2, ..., Correct answer"


def read(source: Source, notes: Notes) -> Foreign:
    """The questions of the workbook. Lines in notes are rows of the sheet.

    Raises:
        Unusable: where it is no workbook, or no sheet has such a header.
    """
    book = Zipped(source.data)
    sheets = sorted(filter(_SHEET.match, book.names), key=_number)
    if not sheets:
        raise Unusable("has no sheet in it")
    shared = list(_shared(book)) if _SHARED in book else []
    for name in sheets:
        rows = list(_rows(tree(book.read(name), name), shared))
        for place, row in enumerate(rows[:_HEADER_WITHIN]):
            found = columns(row.cells)
            if found.usable and (found.of("option") or found.of("wrong") or len(sheets) == 1):
                if found.unknown:
                    notes.changed(row.line, table.left_behind(found))
                made = table.items(rows[place + 1 :], found, notes, plain=without_entities)
                return Foreign(tuple(made))
    raise Unusable("has no row that names the columns", _TIP)


def _number(name: str) -> int:
    found = _SHEET.match(name)
    return int(found.group(1)) if found else 0


def _shared(book: Zipped) -> Iterator[str]:
    for entry in tree(book.read(_SHARED), _SHARED).each("si"):
        yield _text(entry)


def _text(entry: Element) -> str:
    """Plain text, or the runs of rich text; how it is pronounced (`rPh`) is no part of it."""
    runs = [*entry.each("t"), *entry.each("r", "t")]
    return "".join("".join(run.pieces) for run in runs)


def _rows(sheet: Element, shared: Sequence[str]) -> Iterator[Row]:
    for count, row in enumerate(sheet.each("sheetData", "row"), 1):
        number = row.attributes.get("r", "")
        cells: dict[int, str] = {}
        for place, cell in enumerate(row.each("c")):
            found = _CELL.match(cell.attributes.get("r", ""))
            at = _column(found.group(1)) if found else place
            if at < _MOST_COLUMNS:
                cells[at] = _value(cell, shared)
        width = max(cells, default=-1) + 1
        line = int(number) if number.isdecimal() and len(number) < 8 else count
        yield Row(line, [cells.get(at, "") for at in range(width)])


def _column(letters: str) -> int:
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1


def _value(cell: Element, shared: Sequence[str]) -> str:
    kind = cell.attributes.get("t", "n")
    if kind == "inlineStr":
        inline = cell.first("is")
        return _text(inline) if inline else ""
    value = cell.first("v")
    said = value.text if value else ""
    if kind == "s":
        at = int(said) if said.isdecimal() and len(said) < 8 else len(shared)
        return shared[at] if at < len(shared) else ""
    if kind == "b":
        return "True" if said == "1" else "False"
    # A whole number is kept as one: 1967, not 1967.0.
    return said.removesuffix(".0") if kind == "n" else said

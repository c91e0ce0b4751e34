"""CSV, TSV and the text that Anki exports; and questions written as such."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from functools import partial

from game.packs.exchange import rows as table
from game.packs.exchange.clean import without_entities, without_markup
from game.packs.exchange.columns import Columns, columns
from game.packs.exchange.items import Foreign, Item
from game.packs.exchange.notes import Notes, Unusable
from game.packs.exchange.opened import Source
from game.packs.exchange.rows import Row

_SEPARATORS = {
    "tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " ",
}  # fmt: skip
_DIRECTIVE = re.compile(r"#\s*([a-z ]+?)\s*:(.*)")
_HEADER_WITHIN = 20
_TIP = "name the columns in the first row: question, answer, wrong 1, wrong 2, wrong 3"


def read(source: Source, notes: Notes) -> Foreign:
    """The questions of the table; its columns are told by its header.

    A table of two columns without a header is taken for questions and answers.

    Raises:
        Unusable: where the columns cannot be told.
    """
    text = source.text(notes)
    said = _directives(text)
    delimiter = _delimiter(text, said, source.name)
    rows = list(_rows(text, delimiter, notes))
    found, body = _columns(rows, said, notes)
    markup = said.get("html") == "true" if said else False
    plain = without_markup if markup else str if said else without_entities
    make = partial(table.items, body, found, notes, plain=plain)
    return Foreign(
        tuple(make()),
        title=said.get("deck", "") or _common(body, found, "title"),
        authors=tuple(filter(None, [_common(body, found, "author")])),
        licence=_common(body, found, "licence"),
    )


def _common(rows: Sequence[Row], found: Columns, role: str) -> str:
    """What all rows say in that column; nothing where they differ."""
    texts = {row.first(found.of(role)) for row in rows}
    return texts.pop() if len(texts) == 1 else ""


def _directives(text: str) -> dict[str, str]:
    """What the lines at the top of Anki's text say: `#separator:tab` and so on."""
    said: dict[str, str] = {}
    for line in text.split("\n"):
        if not line.startswith("#"):
            break
        if found := _DIRECTIVE.match(line):
            said[found.group(1)] = found.group(2).strip(" ")
    return said


def _delimiter(text: str, said: dict[str, str], name: str) -> str:
    wanted = said.get("separator", "").casefold()
    if wanted:
        return _SEPARATORS.get(wanted, wanted[:1])
    first = text.split("\n", 1)[0]
    if first.casefold().startswith("sep=") and len(first) == len("sep=") + 1:
        return first[-1]
    if name.casefold().endswith((".tsv", ".tab")) or said:
        return "\t"
    sample = [line for line in text.split("\n")[:20] if line.strip()]
    return max(",;\t|", key=lambda sign: _parting(sign, sample))


def _parting(sign: str, sample: Sequence[str]) -> tuple[int, int]:
    """How well `sign` parts the lines: each of them, then the more cells the better."""
    counts = [line.count(sign) for line in sample]
    return min(counts, default=0), sum(counts)


def _rows(text: str, delimiter: str, notes: Notes) -> Iterator[Row]:
    lines = _without_comments(text) if text.startswith("#") else io.StringIO(text)
    reader = csv.reader(lines, delimiter=delimiter)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            notes.lost(line, f"this row and all after it cannot be read ({fault})")
            return
        if cells and not (line == 1 and cells[0].casefold().startswith("sep=")):
            yield Row(line, cells)
        line = reader.line_num + 1


def _without_comments(text: str) -> Iterator[str]:
    """The lines, those that begin with # outside of quotes empty, so that the count stays right."""
    quoted = False
    for line in io.StringIO(text):
        if line.startswith("#") and not quoted:
            yield "\n"
            continue
        quoted ^= line.count('"') % 2 == 1
        yield line


def _columns(
    rows: Sequence[Row], said: dict[str, str], notes: Notes
) -> tuple[Columns, Sequence[Row]]:
    if "columns" in said:
        parts = re.split(r"[\t,;|]", said["columns"])
        named = columns(parts)
        if named.usable:
            return named, rows
    for number, row in enumerate(rows[:_HEADER_WITHIN]):
        found = columns(row.cells)
        if found.usable:
            if found.unknown:
                notes.changed(row.line, table.left_behind(found))
            return found, rows[number + 1 :]
    return _unnamed(rows, said), rows


def _unnamed(rows: Sequence[Row], said: dict[str, str]) -> Columns:
    """Columns without names: a question, its answer, and what Anki says are others."""
    other = {
        int(number) - 1: name.removesuffix(" column")
        for name, number in said.items()
        if name.endswith(" column") and number.isdigit()
    }
    width = max((len(row.cells) for row in rows), default=0)
    free = [place for place in range(width) if place not in other]
    filled = [
        place for place in free if any(place < len(row.cells) and row.cells[place] for row in rows)
    ]
    if len(filled) < 2 or (len(filled) > 2 and not said):
        raise Unusable("does not say which column is the question and which the answer", _TIP)
    tags = tuple(place for place, name in other.items() if name == "tags")
    return Columns({"ask": (filled[0],), "right": (filled[1],), "tags": tags})


def written(items: Sequence[Item], *, title: str = "", anki: bool = False) -> str:
    """The questions as a table with a header; for Anki parted by tabs, with its own first lines."""
    many = max((len(item.wrong) for item in items), default=0)
    more = max((len(item.answers) - 1 for item in items), default=0)
    why = any(item.why for item in items)
    level = any(item.level > 1 for item in items)
    header = ["question", "answer", *(f"also right {number + 1}" for number in range(more))]
    header += [f"wrong {number + 1}" for number in range(many)]
    header += [*(["why"] if why else []), *(["level"] if level else [])]
    made = io.StringIO()
    if anki:
        made.write("#separator:tab\n#html:false\n")
        made.write(f"#deck:{title}\n" if title else "")
        made.write("#columns:" + "\t".join(header) + "\n")
        # Without quotes a first cell that begins with # would be a comment.
        writer = csv.writer(made, delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\n")
    else:
        writer = csv.writer(made, lineterminator="\n")
        writer.writerow(header)
    for item in items:
        cells = [item.ask, *item.answers, *[""] * (more + 1 - len(item.answers))]
        cells += [*item.wrong, *[""] * (many - len(item.wrong))]
        cells += [item.why] if why else []
        cells += [str(item.level)] if level else []
        writer.writerow(cells)
    return made.getvalue()

"""Tables and fields whose names or values make that nothing is asked about them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from game.packs.lint_words import Note
from game.packs.pack import Pack
from game.packs.suggest import nearest
from game.rules.bank import Mark, Row, Table, columns_on
from game.rules.templates import Template
from game.rules.words import alike

# The fields that `standard.yaml` asks about, table by table.
STANDARD: Mapping[str, tuple[str, ...]] = {
    "people": ("name", "actor", "role", "does", "plays", "kind"),
    "moments": ("title", "place", "when", "who"),
    "quotes": ("text", "who", "moment"),
    "songs": ("title", "artist", "year", "album", "moment"),
}
# A misspelt name is rare in its table; what more rows have is meant.
_FEW = 2
# Names are compared one by one, which is slow over many.
_MOST = 50


@dataclass(frozen=True, slots=True)
class _Link:
    """A field that `standard.yaml` follows: to which table, and what is lost without ids."""

    target: str
    holds: str
    lost: str


LINKS: Mapping[tuple[str, str], _Link] = {
    ("moments", "who"): _Link("people", "names", "who is part of it"),
    ("quotes", "who"): _Link("people", "names", "who says it"),
    ("quotes", "moment"): _Link("moments", "text", "where a line belongs"),
    ("songs", "moment"): _Link("moments", "text", "which song is heard"),
}


def notes(pack: Pack) -> Iterator[tuple[Mark, Note]]:
    """What looks misspelt, and links that are none, each at its place."""
    used = _used(pack)
    for table in pack.bank.tables.values():
        asked = {column for name, column in used if name == table.name}
        known = STANDARD.get(table.name, ()) if pack.standard else ()
        yield from _fields(table, known, asked)
        if not pack.standard:
            continue
        if not asked and (meant := _standard_table(table.name)):
            message = f"no standard question asks the table `{table.name}`"
            yield table.mark, Note("table-name", message, f"did you mean `{meant}`?")
        for column in table.columns:
            link = LINKS.get((table.name, column))
            if link and column not in asked:
                yield from _texts(pack, table, column, link)


def _used(pack: Pack) -> set[tuple[str, str]]:
    """The (table, column) pairs that the pack's own templates look at."""
    own = (each for each in pack.templates if not each.name.startswith("standard "))
    return {pair for template in own for pair in _passed(pack, template)}


def _passed(pack: Pack, template: Template) -> Iterator[tuple[str, str]]:
    shown = (slot for slot in (template.show, template.reveal) if slot)
    for slot in (*template.slots, *shown):
        try:
            yield from columns_on(pack.bank, template.each, slot.steps)
        except KeyError:
            continue


def _standard_table(name: str) -> str | None:
    return None if name in STANDARD else nearest(name, STANDARD)


def _fields(
    table: Table, known: Collection[str], asked: Collection[str]
) -> Iterator[tuple[Mark, Note]]:
    having = {name: [row for row in table.rows if name in row.fields] for name in table.columns}
    usual = [name for name, rows in having.items() if 2 * len(rows) > len(table.rows)][:_MOST]
    known_so = {*known, *asked}
    rare = [name for name in having if len(having[name]) <= _FEW and name not in known_so]
    for name in rare[:_MOST]:
        rows = having[name]
        # A row that has both fields means both.
        free = {*known, *usual} - {name, *(other for row in rows for other in row.fields)}
        if meant := nearest(name, free):
            few = "only this row has" if len(rows) == 1 else "only two rows have"
            message = f"{_where(rows[0])}: {few} `{name}`"
            yield (
                rows[0].fields[name][0].mark,
                Note("field-name", message, f"did you mean `{meant}`?"),
            )


def _where(row: Row) -> str:
    return f"`{row.table}` row {f'`{row.id}`' if row.id else row.number}"


def _texts(pack: Pack, table: Table, column: str, link: _Link) -> Iterator[tuple[Mark, Note]]:
    values = [value for row in table.rows for value in row.fields.get(column, ())]
    if not values or any(value.shown in pack.bank.ids for value in values):
        return
    by_name = {alike(_label(row)): name for name, row in pack.bank.ids.items()}
    named = next((value for value in values if alike(value.shown) in by_name), None)
    message = f"`{table.name}.{column}` holds {link.holds}, not ids"
    if named:
        do = f"did you mean `{by_name[alike(named.shown)]}`? without ids"
    else:
        do = f"give `{link.target}` rows an id and write that here; until then"
    tip = f"{do} nothing asks {link.lost}"
    yield (named or values[0]).mark, Note("no-link", message, tip)


def _label(row: Row) -> str:
    return next(iter(row.fields.values()))[0].shown

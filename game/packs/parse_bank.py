"""Nodes to tables of rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from game.packs import media
from game.packs.drafts import Draft
from game.packs.fields import Fields, is_name
from game.packs.links import settle
from game.packs.nodes import Broken, Mapping, Node, Scalar, Sequence, kind
from game.packs.report import Report
from game.packs.suggest import did_you_mean
from game.packs.values import value_of
from game.packs.vocabulary import RESERVED
from game.rules.bank import Bank, Mark, Row, Table, Value
from game.rules.words import slug

_TABLE = "rows such as `russell: {name: Russell Hammond}`, or a list of them"
_ROW = "fields such as `{name: Russell Hammond, actor: Billy Crudup}`"
_NAME_TIP = "a name begins with a letter and has letters, digits, - and _"


def read_bank(node: Node | None, report: Report, art: Collection[str], album: media.Album) -> Bank:
    """The tables under `bank`, what is wrong with them reported and left out."""
    if node is None or isinstance(node, Broken):
        return Bank(media=album.media)
    if not isinstance(node, Mapping):
        message = f"`bank` is tables, not {kind(node)}"
        report.error(node.mark, "kind", message, f"under each table's name stand {_TABLE}")
        return Bank(media=album.media)
    drafts: dict[str, list[Draft]] = {}
    marks: dict[str, Mark] = {}
    for name, (key, table) in node.pairs.items():
        if not is_name(name):
            message = f"a table cannot be called `{name[:60]}`"
            report.error(key.mark, "name", message, _NAME_TIP)
            continue
        drafts[name] = list(_rows(name, table, report, _Known(art, album)))
        marks[name] = key.mark
    ids = _unique(drafts, report)
    links = settle(drafts, ids, report)
    tables = {name: Table(name, _named(rows), marks[name]) for name, rows in drafts.items() if rows}
    by_id = {row.id: row for table in tables.values() for row in table.rows if row.id}
    return Bank(tables=tables, links=frozenset(links), ids=by_id, media=album.media)


@dataclass(frozen=True, slots=True)
class _Known:
    """What a row may name: the game's illustrations, the pack's files."""

    art: Collection[str]
    album: media.Album


def _rows(table: str, node: Node, report: Report, known: _Known) -> Iterator[Draft]:
    if isinstance(node, Broken):
        return
    if isinstance(node, Scalar) or (isinstance(node, Mapping) and _is_one_row(node)):
        what = "one row without an id" if isinstance(node, Mapping) else kind(node)
        message = f"the table `{table}` is {what}, where rows are needed"
        report.error(node.mark, "kind", message, f"write it as {_TABLE}")
        return
    if isinstance(node, Sequence):
        for number, item in enumerate(node.items, 1):
            yield from _row(
                Draft(table, None, number, f"{table} row {number}", item.mark), item, report, known
            )
        return
    for number, (name, (key, item)) in enumerate(node.pairs.items(), 1):
        where = f"{table} `{name[:60]}`"
        if not is_name(name) and not name.isalnum():
            message = f"{where}: this cannot be a row's id"
            report.error(key.mark, "id", message, "an id has letters, digits, - and _")
            continue
        yield from _row(Draft(table, name, number, where, key.mark), item, report, known)


def _is_one_row(node: Mapping) -> bool:
    return bool(node.pairs) and all(isinstance(value, Scalar) for _, value in node.pairs.values())


def _row(draft: Draft, node: Node, report: Report, known: _Known) -> Iterator[Draft]:
    if isinstance(node, Broken):
        return
    if not isinstance(node, Mapping) or not node.pairs:
        what = "empty" if isinstance(node, Mapping) else kind(node)
        message = f"{draft.where}: the row is {what}, where fields are needed"
        report.error(node.mark, "kind", message, f"write it as {_ROW}")
        return
    fields = Fields(node.pairs, node.mark, draft.where, report)
    for name, (key, _) in node.pairs.items():
        if name in RESERVED:
            continue
        if not is_name(name):
            message = f"a field cannot be called `{name[:60]}`"
            fields.error(key.mark, "name", message, _NAME_TIP)
        elif values := _values(fields, name):
            draft.fields[name] = values
    _reserved(draft, fields, known)
    if draft.fields:
        yield draft


def _values(fields: Fields, name: str) -> tuple[Value, ...]:
    """All values of a field, or none if one of them is at fault: half a list proves nothing."""
    fields.sound = True
    texts = fields.texts(name)
    values = [value_of(text, fields) for text in texts]
    good = [value for value in values if value is not None]
    return tuple(good) if fields.sound and len(good) == len(values) else ()


def _reserved(draft: Draft, fields: Fields, known: _Known) -> None:
    draft.aka = tuple(text.text for text in fields.texts("aka"))
    draft.image = media.check(fields, "image", known.album)
    draft.sound = media.check(fields, "sound", known.album)
    named = fields.text("art")
    if named is None:
        return
    if named.text in known.art:
        draft.art = named.text
        return
    message = f"{draft.where}: the game has no illustration '{named.text}'"
    hint = did_you_mean(named.text, known.art, "'")
    report, tip = fields.report, f"the illustrations are {', '.join(known.art)}"
    report.warning(named.mark, "art", message + hint, tip)


def _unique(drafts: dict[str, list[Draft]], report: Report) -> dict[str, Draft]:
    """Every row that has an id; a second row of the same id is reported and taken out."""
    ids: dict[str, Draft] = {}
    for rows in drafts.values():
        for draft in list(rows):
            if draft.id is None:
                continue
            first = ids.setdefault(draft.id, draft)
            if first is not draft:
                rows.remove(draft)
                where = f"lines {first.mark.line} and {draft.mark.line}"
                message = f"the id `{draft.id}` is given twice, in {where}"
                report.error(draft.mark, "twice", message, "ids are unique in the whole pack")
    return ids


def _named(drafts: list[Draft]) -> tuple[Row, ...]:
    """The rows with their keys: the id, else the label as a slug, else that and a number."""
    label = next(iter(drafts[0].fields), "") if drafts else ""
    taken = {draft.id for draft in drafts if draft.id}
    counts: dict[str, int] = {}
    rows = []
    for draft in drafts:
        key = draft.id
        if key is None:
            values = draft.fields.get(label) or next(iter(draft.fields.values()))
            wanted = key = slug(values[0].shown)
            while key in taken:
                counts[wanted] = counts.get(wanted, 1) + 1
                key = f"{wanted}-{counts[wanted]}"
            taken.add(key)
        rows.append(
            Row(
                draft.table,
                key,
                draft.number,
                draft.fields,
                draft.id,
                draft.aka,
                draft.art,
                draft.mark,
                draft.image,
                draft.sound,
            )
        )
    return tuple(rows)

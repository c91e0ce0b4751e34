"""Which columns are links: their values are ids of rows, and all of them must be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.packs.drafts import Draft
from game.packs.report import Report
from game.packs.suggest import did_you_mean, some_of
from game.rules.bank import Value


def settle(
    drafts: Mapping[str, list[Draft]], ids: Mapping[str, Draft], report: Report
) -> Iterator[tuple[str, str]]:
    """The (table, column) pairs that are links; what does not fit is reported.

    A field of a link column that names no row is taken out of its row, so
    that nothing is proven from it. Where fewer than half of a column's values
    are ids, it is text and the ids are the odd ones.
    """
    for table, rows in drafts.items():
        columns = dict.fromkeys(name for row in rows for name in row.fields)
        for column in columns:
            held = [(row, value) for row in rows for value in row.fields.get(column, ())]
            hits = [(row, value) for row, value in held if _is_id(row, value, ids)]
            if not hits:
                continue
            if 2 * len(hits) < len(held):
                _odd(table, column, hits, ids, report)
                continue
            targets = {ids[value.shown].table for _, value in hits}
            _strangers(rows, column, targets, ids, report)
            yield table, column


def _is_id(row: Draft, value: Value, ids: Mapping[str, Draft]) -> bool:
    return value.shown in ids and value.shown != row.id and not value.gaps


def _odd(
    table: str,
    column: str,
    hits: list[tuple[Draft, Value]],
    ids: Mapping[str, Draft],
    report: Report,
) -> None:
    for row, value in hits[:5]:
        target = ids[value.shown]
        message = (
            f"{row.where}: '{value.shown}' is the id of a row in `{target.table}` "
            f"(line {target.mark.line}), but the rest of `{table}.{column}` is text"
        )
        tip = "if one value of a column is an id, all must be: give that row another id"
        report.error(value.mark, "half-link", message, tip)


def _strangers(
    rows: list[Draft],
    column: str,
    targets: set[str],
    ids: Mapping[str, Draft],
    report: Report,
) -> None:
    near = [name for name, row in ids.items() if row.table in targets]
    who = "nobody" if targets == {"people"} else "nothing"
    for row in rows:
        wrong = [value for value in row.fields.get(column, ()) if value.shown not in ids]
        for value in wrong:
            if not report.full:
                hint = did_you_mean(value.shown, near, "'")
                message = f"{row.where}: {who} is called '{value.shown}'{hint}"
                tip = f"the other values of `{row.table}.{column}` are ids, so this must be one"
                if not hint:
                    tip += f": {some_of(near)}"
                report.error(value.mark, "link", message, tip)
        if wrong:
            del row.fields[column]

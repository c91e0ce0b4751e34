"""Paths of a pack, checked against its bank with the names they could have meant."""

from __future__ import annotations

from game.packs.suggest import did_you_mean
from game.rules.bank import Bank, Value, columns_on
from game.rules.text import Slot, TextError, read_path

MOST_VALUES = 1_000


class PathError(Exception):
    """Why a path leads nowhere, in the author's words."""

    def __init__(self, code: str, message: str, tip: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.tip = code, message, tip


def columns(bank: Bank, table: str, slot: Slot) -> tuple[tuple[str, str], ...]:
    """The (table, column) pairs on the way of `slot` from `table`.

    Raises:
        PathError: where it leads nowhere, or to far too many values.
    """
    try:
        passed = columns_on(bank, table, slot.steps)
    except KeyError as fault:
        raise _lost(bank, slot, *fault.args[0]) from None
    ways = 1
    for column in passed:
        lengths = (len(row.fields.get(column[1], ())) for row in bank.tables[column[0]].rows)
        ways *= max(lengths, default=1) or 1
    if ways > MOST_VALUES:
        raise PathError(
            "many", f"`{slot.path}` leads to too many values from one row", "shorten it"
        )
    if slot.form and not any(value.gaps for value in _values(bank, passed[-1])):
        message = f"no value of `{passed[-1][0]}.{passed[-1][1]}` has [words] to ask for"
        raise PathError("no-gap", message, "put the words that may be asked for in [ ]")
    return passed


def _values(bank: Bank, column: tuple[str, str]) -> tuple[Value, ...]:
    return tuple(v for row in bank.tables[column[0]].rows for v in row.fields.get(column[1], ()))


def _lost(bank: Bank, slot: Slot, tables: tuple[str, ...], step: str) -> PathError:
    names = " and ".join(f"`{name}`" for name in tables)
    known = tuple(dict.fromkeys(c for name in tables for c in bank.tables[name].columns))
    place = slot.steps.index(step)
    before = slot.steps[place - 1] if place else ""
    if before in known and not any(bank.is_link(name, before) for name in tables):
        message = f"`{slot.path}`: `{before}` of {names} is text, not a link to other rows"
        return PathError("path", message, "only a column of ids leads on")
    message = f"{names} has no field `{step}`{did_you_mean(step, known)}"
    return PathError("path", message, f"its fields are {', '.join(known)}")


def from_table(bank: Bank, text: str) -> tuple[str, Slot]:
    """`moments.place` or `quotes.text|gap` as a table and the path from it.

    Raises:
        PathError: if it is neither.
    """
    try:
        slot = read_path(text)
    except TextError as fault:
        raise PathError("path", str(fault)) from None
    table, steps = slot.steps[0], slot.steps[1:]
    if table not in bank.tables:
        message = f"there is no table `{table}`{did_you_mean(table, bank.tables)}"
        raise PathError("table", message, f"the tables are {', '.join(bank.tables) or 'none'}")
    if not steps:
        message = f"`{text}` is a table; a field of it is needed"
        raise PathError("path", message, f"such as {table}.{bank.tables[table].label}")
    found = Slot(steps, slot.form)
    columns(bank, table, found)
    return table, found

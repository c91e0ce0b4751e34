"""`complete` and `decoys`: what a pack says about whole columns."""

from __future__ import annotations

from dataclasses import replace

from game.packs.characters import one_line
from game.packs.fields import Fields
from game.packs.nodes import Broken, Mapping, Node, Scalar, kind
from game.packs.paths import PathError, from_table
from game.packs.report import Report
from game.rules.bank import Bank, follow
from game.rules.text import Slot
from game.rules.words import alike


def with_complete(bank: Bank, header: Fields) -> Bank:
    """The bank, knowing which of its lists name everyone."""
    found: set[tuple[str, str]] = set()
    for path in header.texts("complete"):
        try:
            table, slot = from_table(bank, path.text)
        except PathError as fault:
            header.report.error(path.mark, fault.code, f"complete: {fault.message}", fault.tip)
            continue
        if len(slot.steps) > 1 or slot.form:
            message = f"complete: `{path.text}` is not a column of a table"
            header.report.error(path.mark, "path", message, "write table.field")
            continue
        found.add((table, slot.steps[0]))
    return replace(bank, complete=frozenset(found))


def with_decoys(bank: Bank, node: Node | None, report: Report) -> Bank:
    """The bank, knowing more wrong answers for some of its columns."""
    if node is None or isinstance(node, Broken):
        return bank
    if not isinstance(node, Mapping):
        tip = "write it as `moments.place: [a record shop, a lift]`"
        report.error(node.mark, "kind", f"`decoys` is paths and lists, not {kind(node)}", tip)
        return bank
    decoys: dict[str, tuple[str, ...]] = {}
    for path, (key, _) in node.pairs.items():
        fields = Fields(node.pairs, key.mark, "decoys", report)
        try:
            table, slot = from_table(bank, one_line(path))
        except PathError as fault:
            fields.error(key.mark, fault.code, fault.message, fault.tip)
            continue
        name = f"{table}.{slot.path}" + (f"|{slot.form}" if slot.form else "")
        decoys[name] = _false(bank, table, slot, fields, fields.texts(path))
    return replace(bank, decoys=decoys)


def _false(
    bank: Bank, table: str, slot: Slot, fields: Fields, texts: tuple[Scalar, ...]
) -> tuple[str, ...]:
    """Those that are false for every row, each once; a true one is reported."""
    true = _true(bank, table, slot)
    kept: dict[str, str] = {}
    for text in texts:
        name = alike(text.text)
        if name in true:
            message = f"'{text.text}' is right in {true[name]}"
            fields.error(text.mark, "true-decoy", message, "a decoy is false for every row")
        elif name in kept:
            fields.error(text.mark, "twice", f"'{text.text}' reads like '{kept[name]}'", "keep one")
        else:
            kept[name] = text.text
    return tuple(kept.values())


def _true(bank: Bank, table: str, slot: Slot) -> dict[str, str]:
    """What the path leads to in any row, and which row that is."""
    found: dict[str, str] = {}
    for row in bank.tables[table].rows:
        for leaf in follow(bank, row, slot.steps):
            gaps = [leaf.value.gap(number) for number in range(len(leaf.value.gaps))]
            for text in gaps if slot.form else (leaf.value.shown, *leaf.rows[-1].aka):
                found.setdefault(alike(text), f"{row.table} row {row.number}")
    return found

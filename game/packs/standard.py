"""The standard templates, for packs whose tables have the usual names."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import resources

from game.packs.media import Album
from game.packs.nodes import Mapping, Node, Scalar, Sequence
from game.packs.parse_templates import read_template
from game.packs.recovery import read
from game.packs.report import Report
from game.rules.bank import Bank, columns_on
from game.rules.templates import Template

FILE = "standard.yaml"


def standard_templates(bank: Bank, own: tuple[Template, ...]) -> tuple[Template, ...]:
    """Those whose table and fields `bank` has, and that `own` does not replace.

    A template of the pack's with the same `each` and `answer` replaces one.
    """
    if not bank.tables:
        return ()
    asked = {(template.each, template.answer) for template in own}
    found = (_fitting(node, bank) for node in _nodes())
    return tuple(each for each in found if each and (each.each, each.answer) not in asked)


def _fitting(node: Node, bank: Bank) -> Template | None:
    known = _without_strangers(node, bank)
    template = read_template(known, "standard", bank, Report(FILE), Album())
    if template is None:
        return None
    return replace(template, name=f"standard {template.name}")


def _without_strangers(node: Node, bank: Bank) -> Node:
    """The template without the `near` paths that this bank does not have."""
    if not isinstance(node, Mapping) or "near" not in node.pairs:
        return node
    key, near = node.pairs["near"]
    each = node.pairs["each"][1]
    if not isinstance(near, Sequence) or not isinstance(each, Scalar):
        return node
    kept = tuple(p for p in near.items if isinstance(p, Scalar) and _leads(bank, each.text, p.text))
    pairs = {name: pair for name, pair in node.pairs.items() if name != "near"}
    if kept:
        pairs["near"] = (key, Sequence(kept, near.mark))
    return Mapping(pairs, node.mark)


def _leads(bank: Bank, table: str, path: str) -> bool:
    try:
        columns_on(bank, table, tuple(path.split(".")))
    except KeyError:
        return False
    return True


@cache
def _nodes() -> tuple[Node, ...]:
    text = resources.files("game.packs").joinpath(FILE).read_text("utf-8")
    root = read(Report(FILE, text))
    listed = root.pairs["templates"][1] if isinstance(root, Mapping) else None
    return listed.items if isinstance(listed, Sequence) else ()

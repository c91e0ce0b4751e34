"""Nodes to templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.packs import media
from game.packs.fields import Fields, fields_of
from game.packs.nodes import Broken, Mapping, Node, Scalar, Sequence, kind
from game.packs.parse_media import path_of, with_media
from game.packs.paths import PathError, columns
from game.packs.report import Report
from game.packs.suggest import did_you_mean
from game.packs.vocabulary import TEMPLATE
from game.rules.bank import Bank, Mark
from game.rules.templates import Template
from game.rules.text import Slot, Text, TextError, compile_text

_EXAMPLE = "`- each: quotes`, and below it `ask` and `answer`"


def read_templates(
    node: Node | None, bank: Bank, report: Report, album: media.Album
) -> tuple[Template, ...]:
    """The templates under `templates` whose every path leads somewhere."""
    if node is None or isinstance(node, Broken):
        return ()
    if not isinstance(node, Sequence):
        message = f"`templates` is a list, not {kind(node)}"
        report.error(node.mark, "kind", message, f"write each as {_EXAMPLE}")
        return ()
    found: dict[str, Template] = {}
    for number, item in enumerate(node.items, 1):
        template = read_template(item, f"template {number}", bank, report, album)
        if template is not None:
            name = _free(template.name, found)
            found[name] = replace(template, name=name)
    return tuple(found.values())


def _free(name: str, taken: dict[str, Template]) -> str:
    count, free = 1, name
    while free in taken:
        count += 1
        free = f"{name} {count}"
    return free


def read_template(
    node: Node, where: str, bank: Bank, report: Report, album: media.Album
) -> Template | None:
    """One template; None, and reported, where it cannot be used."""
    fields = fields_of(node, where, TEMPLATE, report, _EXAMPLE)
    if fields is None:
        return None
    fields.need()
    each = _each(fields, bank)
    template = _template(fields, each) if each else None
    if template is not None:
        _check_paths(template, fields, bank)
        template = with_media(template, fields, bank, album)
    return template if fields.sound else None


def _each(fields: Fields, bank: Bank) -> str | None:
    found = fields.text("each")
    if found is None or found.text in bank.tables:
        return found.text if found else None
    hint = did_you_mean(found.text, bank.tables)
    tip = f"the tables are {', '.join(bank.tables) or 'none: write them under `bank`'}"
    fields.refuse(found.mark, "table", f"there is no table `{found.text}`{hint}", tip)
    return None


def _template(fields: Fields, each: str) -> Template | None:
    ask, fact = _text(fields, "ask"), _text(fields, "fact")
    answer = path_of(fields, fields.text("answer"))
    near = tuple(path_of(fields, path) for path in fields.texts("near"))
    only, name = _only(fields), fields.text("name")
    negative, level = fields.flag("not", False), fields.level()
    if ask is None or answer is None or not fields.sound:
        return None
    form = f"|{answer.form}" if answer.form else ""
    return Template(
        name=name.text if name else f"{each}: {answer.path}{form}",
        each=each,
        ask=ask,
        answer=answer,
        fact=fact,
        near=tuple(path for path in near if path),
        only=only,
        negative=negative,
        level=level,
        mark=fields.mark,
    )


def _text(fields: Fields, name: str) -> Text | None:
    found = fields.text(name)
    if found is None:
        return None
    try:
        return compile_text(found.text)
    except TextError as fault:
        tip = "inside the braces stands a field or a path such as {who.name}, and nothing else"
        fields.refuse(_within(found, fault.offset), "braces", f"`{name}`: {fault}", tip)
        return None


def _within(text: Scalar, offset: int) -> Mark:
    return Mark(text.mark.line, text.mark.column + offset + (1 if text.quoted else 0))


def _only(fields: Fields) -> tuple[Slot, str | None] | None:
    node = fields.node("only")
    if isinstance(node, Mapping) and len(node.pairs) == 1:
        ((key, value),) = node.pairs.values()
        wanted = Fields({"only": (key, value)}, key.mark, fields.where, fields.report).text("only")
        path = path_of(fields, key)
        if wanted is None or path is None:
            fields.sound = False
            return None
        return path, wanted.text
    if node is not None and not isinstance(node, Scalar):
        fields.refuse(node.mark, "kind", "`only` is a path, or one `path: value`")
        return None
    found = fields.text("only")
    path = path_of(fields, found)
    return (path, None) if path else None


def _check_paths(template: Template, fields: Fields, bank: Bank) -> None:
    for name, slot in _slots(template):
        try:
            passed = columns(bank, template.each, slot)
        except PathError as fault:
            message = f"`{name}`: {fault.message}"
            fields.refuse(fields.place(name), fault.code, message, fault.tip)
            continue
        if name in ("answer", "ask", "fact") and passed[-1] in bank.links:
            message = f"`{name}`: `{slot.path}` is a link and would show an id"
            label = _label_behind(bank, passed[-1])
            tip = f"write `{slot.path}.{label}`"
            fields.refuse(fields.place(name), "link-shown", message, tip)
        if name == "answer" and template.negative and not bank.complete & set(passed):
            lists = [path for path in passed if bank.tables[path[0]].holds_lists(path[1])]
            path = ".".join((lists or list(passed))[0])
            message = f"`not` asks who is not listed, and nothing says that `{path}` lists everyone"
            tip = f"add `complete: [{path}]` if its lists name everyone"
            fields.refuse(fields.place("not"), "not-complete", message, tip)


def _label_behind(bank: Bank, link: tuple[str, str]) -> str:
    table, column = link
    targets = (target for row in bank.tables[table].rows for target in bank.linked(row, column))
    return bank.tables[next(targets).table].label or "name"


def _slots(template: Template) -> Iterator[tuple[str, Slot]]:
    yield "answer", template.answer
    yield from (("ask", slot) for slot in template.ask.slots)
    yield from (("fact", slot) for slot in (template.fact.slots if template.fact else ()))
    yield from (("near", slot) for slot in template.near)
    if template.only:
        yield "only", template.only[0]

"""Questions as Moodle GIFT."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.packs.exchange.gift_text import escaped
from game.packs.exchange.items import Item
from game.packs.pack import Pack


def written(pack: Pack, items: Sequence[Item]) -> str:
    """The pack's header as comments, then its questions; cards as short answers."""
    return "\n".join([*_head(pack), "", *map(_question, items)])


def _head(pack: Pack) -> Iterator[str]:
    said = {
        "title": pack.title,
        "about": pack.about,
        "language": pack.language,
        "authors": "; ".join(pack.authors),
        "licence": pack.licence,
    }
    yield from (f"// {name}: {escaped(text)}" for name, text in said.items() if text)


def _question(item: Item) -> str:
    lines = [f"// [tag:level-{item.level}]"] if item.level > 1 else []
    # `plain` keeps Moodle from reading markup into the text; the empty title, anything else.
    lines.append(f"::{_title(item.ask)}::[plain]{escaped(item.ask)} {{")
    share = 100 / len(item.answers)
    for answer in item.answers:
        several = item.wrong and len(item.answers) > 1
        mark = f"~%{share:.5f}%" if several else "=%100%" if answer.startswith("%") else "="
        lines.append(f"  {mark}{escaped(answer)}")
    for text in item.wrong:
        mark = "~%-100%" if len(item.answers) > 1 else "~%0%" if text.startswith("%") else "~"
        lines.append(f"  {mark}{escaped(text)}")
    if item.why:
        lines.append(f"  ####{escaped(item.why)}")
    return "\n".join([*lines, "}", ""])


def _title(ask: str) -> str:
    return escaped(" ".join(ask.split()[:6])[:40])

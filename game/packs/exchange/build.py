"""Entries made into a pack: by hand where wrong options came along, else from a bank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from game.packs.exchange.items import Entry, Foreign, Item, Statement
from game.packs.vocabulary import FORMAT
from game.packs.writer import Tree, yaml_text
from game.rules.words import alike

CARDS, NUMBERS, TRUTHS, FALSEHOODS = "cards", "numbers", "truths", "falsehoods"
WHICH = {TRUTHS: "Which of these is true?", FALSEHOODS: "Which of these is false?"}
_BRACES = "braces"
_NUMBER = re.compile(r"[\W_]*\d[\d\s.,:/%°$€£+–-]*\Z")
# Options that mix years and names give themselves away, so each kind gets a table.
_FEWEST_OF_A_KIND = 4
_MOST_DECOYS = 60


def pack_text(foreign: Foreign, entries: Sequence[Entry], title: str) -> str:
    """The YAML of a pack that says what `entries` say."""
    items = [entry for entry in entries if isinstance(entry, Item)]
    statements = [entry for entry in entries if isinstance(entry, Statement)]
    cards = [item for item in items if not item.wrong]
    rows: dict[str, Tree] = {}
    questions = [_question(item, rows) for item in items if item.wrong]
    bank: dict[str, Tree] = {}
    templates: list[Tree] = []
    for name, listed in _kinds(cards):
        leveled = any(card.level > 1 for card in listed)
        bank[name] = [_card(card, leveled) for card in listed]
        templates += _asked(name, sorted({card.level for card in listed}), leveled)
    said = _statements(bank, templates, statements)
    if rows:
        bank[_BRACES] = rows
    parts: dict[str, Tree] = {
        "bank": bank,
        "decoys": said,
        "templates": templates,
        "questions": questions,
    }
    return yaml_text({**_header(foreign, title), **{k: v for k, v in parts.items() if v}})


def _statements(
    bank: dict[str, Tree], templates: list[Tree], statements: Sequence[Statement]
) -> dict[str, Tree]:
    """Tables and templates of what is true and what is false; each is a decoy for the other."""
    true = [one.text for one in statements if one.true]
    false = [one.text for one in statements if not one.true]
    decoys: dict[str, Tree] = {}
    for name, texts, others in ((TRUTHS, true, false), (FALSEHOODS, false, true)):
        if texts:
            bank[name] = [{"text": _value(text)} for text in texts]
            templates.append({"each": name, "ask": WHICH[name], "answer": "text", "level": "2"})
        if texts and others:
            decoys[f"{name}.text"] = _spread(others)
    return decoys


def _header(foreign: Foreign, title: str) -> dict[str, Tree]:
    about = " ".join(filter(None, (foreign.about, foreign.source)))
    header: dict[str, Tree] = {"format": FORMAT, "title": title}
    said: dict[str, Tree] = {
        "about": about,
        "language": foreign.language,
        "authors": foreign.authors,
        "licence": foreign.licence,
    }
    return header | {name: value for name, value in said.items() if value}


def _question(item: Item, rows: dict[str, Tree]) -> Tree:
    """One entry of `questions`; a text with braces goes through a row of the bank."""
    entry: dict[str, Tree] = {"ask": item.ask}
    entry["answer"] = item.answers[0] if len(item.answers) == 1 else item.answers
    entry["wrong"] = item.wrong
    if item.why:
        entry["why"] = item.why
    if item.level > 1:
        entry["level"] = str(item.level)
    braced = {name: entry[name] for name in ("ask", "why") if _has_braces(entry.get(name))}
    if braced:
        row = f"{_BRACES}-{len(rows) + 1}"
        rows[row] = {name: _value(str(text)) for name, text in braced.items()}
        entry |= {name: f"{{{name}}}" for name in braced} | {"about": row}
    return entry


def _has_braces(text: Tree | None) -> bool:
    return isinstance(text, str) and ("{" in text or "}" in text)


def _value(text: str) -> str:
    """`text` as a value of a row, where brackets mark what may be asked for."""
    return text.replace("[", "[[").replace("]", "]]")


def _card(item: Item, leveled: bool) -> Tree:
    row: dict[str, Tree] = {"answer": _value(item.answers[0])}
    if item.answers[1:]:
        row["aka"] = item.answers[1:]
    row["question"] = _value(item.ask)
    row["fact"] = _value(item.why or joined(item.ask, item.answers[0]))
    if leveled:
        row["level"] = str(item.level)
    return row


def joined(ask: str, answer: str) -> str:
    """A card's fact where nobody wrote one: the question with its answer."""
    if "___" in ask:
        return re.sub(r"_{3,}", lambda _: answer, ask)
    return f"{ask} {answer}" if ask[-1:] in "?:…" else f"{ask} – {answer}"


def _asked(table: str, levels: list[int], leveled: bool) -> Iterable[Tree]:
    for level in levels:
        template: dict[str, Tree] = {"each": table, "ask": "{question}", "answer": "answer"}
        template["fact"] = "{fact}"
        if leveled:
            template["only"] = {"level": str(level)}
        if level > 1:
            template["level"] = str(level)
        yield template


def _kinds(cards: Sequence[Item]) -> Iterable[tuple[str, list[Item]]]:
    """The cards by table: those with a number as the answer apart, if there are enough."""
    numbers = [card for card in cards if _NUMBER.match(card.answers[0])]
    others = [card for card in cards if not _NUMBER.match(card.answers[0])]
    enough = all(
        len({alike(card.answers[0]) for card in kind}) >= _FEWEST_OF_A_KIND
        for kind in (numbers, others)
    )
    tables = ((CARDS, others), (NUMBERS, numbers)) if enough else ((CARDS, list(cards)),)
    return [(name, listed) for name, listed in tables if listed]


def _spread(texts: list[str]) -> list[str]:
    """At most `_MOST_DECOYS` of the texts, from beginning to end."""
    step = max(1, -(-len(texts) // _MOST_DECOYS))
    return texts[::step]

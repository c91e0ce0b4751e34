"""A pack's questions for other programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import groupby

from game.packs.exchange import aiken, csv_text, to_gift
from game.packs.exchange.build import CARDS, NUMBERS, joined
from game.packs.exchange.items import Item
from game.packs.exchange.notes import Notes
from game.packs.pack import Pack
from game.rules.bank import Row, Table
from game.rules.deal import draw_wrong
from game.rules.question import Question, askable
from game.rules.text import Slot

# Any seed does: it picks which wrong options of a template's question go along.
_SEED = "export"

Writer = Callable[[Pack, list[Item], Notes], str]


def _gift(pack: Pack, items: list[Item], notes: Notes) -> str:
    kept = [item for item in items if item.wrong or not all("->" in a for a in item.answers)]
    for item in items:
        if item not in kept:
            notes.lost(item.line, "GIFT would take an answer with `->` for a pair")
    return to_gift.written(pack, kept)


# Each format, whether it knows cards without wrong options, and its writer.
TARGETS: Mapping[str, tuple[bool, Writer]] = {
    "gift": (True, _gift),
    "aiken": (False, lambda _pack, items, notes: aiken.written(items, notes)),
    "csv": (True, lambda _pack, items, _notes: csv_text.written(items)),
    "anki": (True, lambda pack, items, _: csv_text.written(items, title=pack.title, anki=True)),
}


def outgoing(pack: Pack, target: str) -> tuple[str, Notes]:
    """The pack's questions in the format `target`, and what it could not hold."""
    cards, write = TARGETS[target]
    notes = Notes(str(pack.path))
    for question in pack.questions:
        if question.image or question.sound:
            notes.lost(question.mark.line, "a picture or sound of the pack cannot go along")
    return write(pack, items_of(_in_words(pack), cards=cards), notes), notes


def _in_words(pack: Pack) -> Pack:
    """The pack without the questions that show or play something."""
    by_hand, questions = (
        tuple(askable(each, sees=False, hears=lambda: False))
        for each in (pack.by_hand, pack.questions)
    )
    return replace(pack, by_hand=by_hand, questions=questions)


def items_of(pack: Pack, *, cards: bool) -> list[Item]:
    """The pack's questions: those by hand, then the rest; `cards`: an imported bank as it came.

    A card stays a card even where it makes no question in this pack: its answer is a
    wrong option of others.
    """
    items = [_entry(list(same)) for _, same in groupby(pack.by_hand, lambda each: each.mark)]
    tables = [table for name in (CARDS, NUMBERS) if (table := pack.bank.tables.get(name))]
    kept = [table for table in tables if cards and _is_of_cards(table, pack)]
    items += [_card(row) for table in kept for row in table.rows]
    mine = {question.id for question in pack.by_hand}
    known = {row.name for table in kept for row in table.rows}
    for question in pack.questions:
        if question.id not in mine and question.facts[0].rpartition(":")[0] not in known:
            items.append(_made(question))
    return items


def _is_of_cards(table: Table, pack: Pack) -> bool:
    """Whether the table is what `build` makes of cards, and asked as such."""
    asks = {each.ask.parts for each in pack.templates if each.each == table.name}
    whole = all({"answer", "question", "fact"} <= row.fields.keys() for row in table.rows)
    return whole and asks == {(Slot(("question",)),)}


def _entry(same: list[Question]) -> Item:
    """One entry that was written by hand: a question for each of its answers."""
    first = same[0]
    answers = tuple(question.key.text for question in same)
    wrong = tuple(option.text for option in first.wrong)
    return Item(first.stem, answers, wrong, first.why, first.level, first.mark.line)


def _made(question: Question) -> Item:
    wrong = tuple(option.text for option in draw_wrong(question, _SEED))
    level, line = question.level, question.mark.line
    return Item(question.stem, (question.key.text,), wrong, question.why, level, line)


def _card(row: Row) -> Item:
    ask, answer, fact = (row.fields[name][0].shown for name in ("question", "answer", "fact"))
    level = row.fields["level"][0].shown if "level" in row.fields else "1"
    why = "" if fact == joined(ask, answer) else fact
    known = int(level) if level in ("1", "2", "3") else 1
    return Item(ask, (answer, *row.aka), (), why, known, row.mark.line)

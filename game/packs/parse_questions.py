"""Nodes to questions that were written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.packs import media
from game.packs.fields import Fields, fields_of
from game.packs.nodes import Broken, Node, Scalar, Sequence, kind
from game.packs.report import Report
from game.packs.suggest import did_you_mean, some_of
from game.packs.vocabulary import MOST_WRONG, QUESTION
from game.rules.bank import Bank, Row
from game.rules.media import Media
from game.rules.question import FEWEST_WRONG, Option, Question, question_id, same_stem
from game.rules.text import Binding, TextError, compile_text, fill
from game.rules.words import alike, slug, stands_in

BY_HAND = "by hand"
_EXAMPLE = "`- ask: ...`, and below it `answer` and `wrong`"


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of `questions`, read but not yet held against the others."""

    fields: Fields
    stem: str
    answers: tuple[Scalar, ...]
    wrong: tuple[Scalar, ...]
    why: str
    level: int
    about: Row | None
    image: Media | None = None
    sound: Media | None = None

    @property
    def same(self) -> str:
        return same_stem(self.stem, self.image, self.sound)


def read_questions(
    node: Node | None, bank: Bank, language: str, report: Report, album: media.Album
) -> tuple[Question, ...]:
    """A question for each answer of each entry that has two wrong ones left."""
    if node is None or isinstance(node, Broken):
        return ()
    if not isinstance(node, Sequence):
        message = f"`questions` is a list, not {kind(node)}"
        report.error(node.mark, "kind", message, f"write each as {_EXAMPLE}")
        return ()
    entries = [
        entry
        for number, item in enumerate(node.items, 1)
        if (entry := _entry(item, number, bank, language, report, album)) is not None
    ]
    right = _Right(bank, entries)
    questions: dict[tuple[str, str], Question] = {}
    for entry in entries:
        for question in _questions(entry, right):
            same = question.same, alike(question.key.text)
            first = questions.setdefault(same, question)
            if first is not question:
                where = f"lines {first.mark.line} and {question.mark.line}"
                message = f"the same question with the same answer stands in {where}"
                entry.fields.error(entry.fields.mark, "twice", message, "keep one of them")
    return tuple(questions.values())


class _Right:
    """All that the pack's author says is right for a stem, under every other name it has."""

    def __init__(self, bank: Bank, entries: list[_Entry]) -> None:
        self.other_names: dict[str, set[str]] = {}
        for table in bank.tables.values():
            for row in table.rows:
                self._note(row)
        self.answers: dict[str, set[str]] = {}
        for entry in entries:
            mine = self.answers.setdefault(entry.same, set())
            for answer in entry.answers:
                mine |= {alike(answer.text)} | self.other_names.get(alike(answer.text), set())

    def _note(self, row: Row) -> None:
        if row.aka:
            label = next(iter(row.fields.values()))
            names = {alike(text) for text in (label[0].shown, *row.aka)}
            for name in names:
                self.other_names.setdefault(name, set()).update(names)


def _entry(
    node: Node, number: int, bank: Bank, language: str, report: Report, album: media.Album
) -> _Entry | None:
    fields = fields_of(node, f"question {number}", QUESTION, report, _EXAMPLE)
    if fields is None:
        return None
    fields.need()
    about = _about(fields, bank)
    stem = _filled(fields, "ask", bank, about, language)
    why = _filled(fields, "why", bank, about, language)
    answers, wrong, level = fields.texts("answer"), fields.texts("wrong"), fields.level()
    if len(wrong) > MOST_WRONG:
        message = f"{len(wrong)} wrong answers, where {MOST_WRONG} are the most"
        fields.error(wrong[MOST_WRONG].mark, "many-wrong", message, "the rest is left out")
    shown = [album.media.get(media.check(fields, name, album) or "") for name in ("image", "sound")]
    if not fields.sound or not stem:
        return None
    return _Entry(fields, stem, answers, wrong[:MOST_WRONG], why, level, about, *shown)


def _about(fields: Fields, bank: Bank) -> Row | None:
    found = fields.text("about")
    if found is None:
        return None
    row = bank.ids.get(found.text)
    if row is None:
        hint = did_you_mean(found.text, bank.ids, "'")
        message = f"no row has the id '{found.text}'{hint}"
        tip = "`about` is the id of a row of the bank"
        if bank.ids and not hint:
            tip += f": {some_of(bank.ids)}"
        fields.error(found.mark, "link", message, tip)
    return row


def _filled(fields: Fields, name: str, bank: Bank, about: Row | None, language: str) -> str:
    """The text of a field, `{path}`s filled from the row that the question is about."""
    found = fields.text(name)
    if found is None:
        return ""
    try:
        text = compile_text(found.text)
    except TextError as fault:
        fields.refuse(found.mark, "braces", f"`{name}`: {fault}", "take the brace out")
        return ""
    if not text.slots:
        return found.text
    if about is None:
        message = f"`{name}` has a path in braces and no row to take it from"
        fields.refuse(found.mark, "braces", message, "say which with `about: id`")
        return ""
    try:
        said = fill(text, bank, about, Binding(), language)
    except KeyError:
        said = None
    if said is None:
        message = f"`{name}`: a path in braces leads nowhere from the row `{about.id}`"
        fields.refuse(found.mark, "path", message, f"its fields are {', '.join(about.fields)}")
    return said or ""


def _questions(entry: _Entry, right: _Right) -> Iterator[Question]:
    wrong = tuple(_wrong(entry, right))
    if len(wrong) < FEWEST_WRONG:
        message = f"needs at least {FEWEST_WRONG} wrong answers, and has {len(wrong)}"
        entry.fields.error(
            entry.fields.place("wrong"), "few-wrong", message, "add more under `wrong`"
        )
        return
    for answer in entry.answers:
        if stands_in(answer.text, entry.stem):
            message = f"the answer '{answer.text}' stands in the question itself"
            entry.fields.error(answer.mark, "in-stem", message, "ask it in other words")
            continue
        yield Question(
            id=question_id(entry.stem, answer.text, entry.image, entry.sound),
            stem=entry.stem,
            key=Option(answer.text, entry.why),
            wrong=tuple(Option(text.text) for text in wrong),
            level=entry.level,
            facts=(f"questions/{slug(entry.stem)}",),
            template=BY_HAND,
            why=entry.why,
            art=entry.about.art if entry.about else None,
            image=entry.image,
            sound=entry.sound,
            mark=entry.fields.mark,
        )


def _wrong(entry: _Entry, right: _Right) -> Iterator[Scalar]:
    """The wrong answers that may be offered; each other one is named, and why not."""
    said: dict[str, str] = {}
    names = right.answers[entry.same]
    for text in entry.wrong:
        name = alike(text.text)
        if name in names:
            reason = f"'{text.text}' cannot be wrong: it is a right answer, or another name of one"
        elif name in said:
            reason = f"'{text.text}' reads like '{said[name]}', which is offered already"
        elif stands_in(text.text, entry.stem):
            reason = f"'{text.text}' cannot be offered: it stands in the question itself"
        else:
            said[name] = text.text
            yield text
            continue
        entry.fields.error(text.mark, "wrong", reason, "write another one")

"""Where questions come from: which line makes which, why one makes none, what proves it."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from game.packs.changes import entries_of
from game.rules.bank import follow
from game.rules.deal import deal_card
from game.rules.templates import asked, instances
from game.rules.words import alike
from game.story.passes import counted
from game.story.proof import BY_HAND
from game.ui.props.bench import Shown, Told
from game.ui.props.coverage import Count, Coverage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.packs.pack import Pack
    from game.rules.bank import Row
    from game.rules.deal import Card
    from game.rules.question import Question
    from game.rules.templates import Template

LEVELS = {1: "easy", 2: "medium", 3: "hard"}
# Templates of the game's own, which stand in no line of the pack.
STANDARD = "standard "


class Provenance:
    """A pack, its text, and the lines of it that were changed."""

    def __init__(self, pack: Pack, text: str, changed: tuple[int, ...] = ()) -> None:
        self.pack, self._text, self._changed = pack, text, changed

    # -- lines ------------------------------------------------------------

    @cached_property
    def _rows(self) -> Mapping[int, Row]:
        tables = self.pack.bank.tables.values()
        return {row.mark.line: row for table in tables for row in table.rows}

    @cached_property
    def _templates(self) -> Mapping[int, Template]:
        own = (each for each in self.pack.templates if not each.name.startswith(STANDARD))
        return {each.mark.line: each for each in own}

    @cached_property
    def _questions(self) -> Mapping[int, tuple[Question, ...]]:
        found: dict[int, list[Question]] = defaultdict(list)
        for question in self.pack.questions:
            found[question.mark.line].append(question)
        return {line: tuple(questions) for line, questions in found.items()}

    @cached_property
    def _entries(self) -> frozenset[int]:
        by_hand = {question.mark.line for question in self.pack.by_hand}
        begins = {*self._rows, *self._templates, *by_hand}
        return entries_of(self._text, self._changed, begins)

    def of_changed(self) -> tuple[str, ...]:
        """The ids of the questions that the changed entries make."""
        names = {each.name for line, each in self._templates.items() if line in self._entries}
        return tuple(
            question.id
            for question in self.pack.questions
            if question.template in names
            or (question.mark.line in self._entries and question.mark.line not in self._templates)
        )

    def told(self) -> Iterator[tuple[str, bool]]:
        """For every changed entry what it makes or why it makes nothing, and whether it does."""
        for line in sorted(self._entries):
            if template := self._templates.get(line):
                yield self._told_of_template(line, template)
                continue
            questions = self._questions.get(line, ())
            if questions:
                yield f"Line {line} makes {counted(len(questions))}.", True
            elif row := self._rows.get(line):
                yield f"Line {line} makes none: {self._why_none(row)}.", False

    def _told_of_template(self, line: int, template: Template) -> tuple[str, bool]:
        made = sum(each.template == template.name for each in self.pack.questions)
        if made:
            return f"The template in line {line} makes {counted(made)}.", True
        return f"The template in line {line} makes none: {self._why_idle(template)}.", False

    def _why_idle(self, template: Template) -> str:
        found = (each.message for each in self.pack.refusals if each.template == template.name)
        return next(found, "no row has every field that it uses, or another template asks the same")

    def _why_none(self, row: Row) -> str:
        """In the author's words, without a mark at the end."""
        for refusal in self.pack.refusals:
            if row.mark in refusal.marks:
                return refusal.message
        mine = [each for each in self.pack.templates if each.each == row.table]
        if not mine:
            return f"no template asks about `{row.table}`; other rows may name this one"
        return self._what_lacks(row, mine)

    def _what_lacks(self, row: Row, templates: list[Template]) -> str:
        for template in templates:
            lacking = [
                slot.path
                for slot in (template.answer, *template.ask.slots)
                if not any(follow(self.pack.bank, row, slot.steps))
            ]
            if lacking:
                return f"template `{template.name}` needs `{lacking[0]}`"
            if not asked(self.pack.bank, template, row):
                return f"`only` of template `{template.name}` leaves it out"
            if template.answer.form == "gap":
                return f"`{template.answer.path}` has no [words] in brackets to ask for"
        return "another row asks the same question already"

    # -- a question -------------------------------------------------------

    def show(self, question_id: str, deal: int) -> Shown:
        """The question as dealt for the `deal`-th time, each option with its proof."""
        question = self._by_id.get(question_id)
        if question is None:
            return Shown()
        card = deal_card(question, f"workbench {deal}")
        parts = (f"line {question.mark.line}", LEVELS[question.level], question.template)
        options = tuple(
            Told(option.text, self._proof(card, place), right=place == card.key)
            for place, option in enumerate(card.options)
        )
        return Shown(question.stem, "  ·  ".join(parts), options)

    def question(self, question_id: str) -> Question | None:
        """The question called so."""
        return self._by_id.get(question_id)

    @cached_property
    def _by_id(self) -> Mapping[str, Question]:
        return {question.id: question for question in self.pack.questions}

    def _proof(self, card: Card, place: int) -> str:
        option, question = card.options[place], card.question
        template = self._by_name.get(question.template)
        if place == card.key:
            return question.why or "Right: the pack says so."
        if question.template == BY_HAND or template is None:
            return "Written down as wrong by the author."
        if template.negative:
            return f"It is named there: {option.fact}" if option.fact else "The row names it."
        line = self._holders(template).get(alike(option.text))
        if line is None:
            return "A decoy: wrong for every row."
        return f"Line {line}: {option.fact}" if option.fact else f"Right in line {line}, not here."

    @cached_property
    def _by_name(self) -> Mapping[str, Template]:
        return {template.name: template for template in self.pack.templates}

    def _holders(self, template: Template) -> Mapping[str, int]:
        """For each answer of a template, the line of the first row that it is right for."""
        found = self._held.get(template.name)
        if found is None:
            found = self._held[template.name] = {}
            for each in instances(self.pack.bank, template, self.pack.language):
                found.setdefault(alike(each.answer), each.row.mark.line)
        return found

    @cached_property
    def _held(self) -> dict[str, dict[str, int]]:
        return {}

    # -- all of it --------------------------------------------------------

    def figures(self) -> tuple[tuple[str, str], ...]:
        """A few figures of the pack: what it has to ask about, and with what."""
        rows = sum(len(table.rows) for table in self.pack.bank.tables.values())
        made = Counter(question.template for question in self.pack.questions)
        hand = made.pop(BY_HAND, 0)
        found = (
            ("Rows in the bank", rows),
            ("Templates at work", len(made)),
            ("Written by hand", hand),
        )
        return tuple((name, str(count)) for name, count in found if count)

    def coverage(self) -> Coverage:
        """What is asked of the pack; worked out once."""
        return self._coverage

    @cached_property
    def _coverage(self) -> Coverage:
        questions, bank = self.pack.questions, self.pack.bank
        levels = Counter(question.level for question in questions)
        most = max(levels.values(), default=1)
        by_template = Counter(question.template for question in questions)
        busiest = max(by_template.values(), default=1)
        asked_lines = {question.mark.line for question in questions if question.template != BY_HAND}
        tables = []
        for table in bank.tables.values():
            covered = [row for row in table.rows if row.mark.line in asked_lines]
            made = sum(len(self._questions[line]) for line in {r.mark.line for r in covered})
            note = f"{len(covered)} of {len(table.rows)} rows asked"
            share = len(covered) / max(1, len(table.rows))
            whole = len(covered) == len(table.rows)
            tables.append(Count(table.name, str(made), share, note, whole=whole))
        return Coverage(
            tuple(
                Count(LEVELS[n].capitalize(), str(levels[n]), levels[n] / most, idle=not levels[n])
                for n in LEVELS
            ),
            tuple(tables),
            tuple(self._template_counts(by_template, busiest)),
        )

    def _template_counts(self, made: Counter[str], busiest: int) -> Iterator[Count]:
        for template in self.pack.templates:
            count = made[template.name]
            own = not template.name.startswith(STANDARD)
            if count:
                note = f"{LEVELS[template.level]}, {template.each}"
                yield Count(template.name, str(count), count / busiest, note)
            elif own:
                yield Count(template.name, "0", 0.0, self._why_idle(template), idle=True)
        if made[BY_HAND]:
            yield Count(BY_HAND, str(made[BY_HAND]), made[BY_HAND] / busiest)

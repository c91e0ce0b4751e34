"""Which wrong options a question may offer: only what the bank proves wrong.

The five rules stand in the pack format: what is right for the same stem
anywhere is never wrong; an open list proves nothing; an option that is, or is
another name of, a right answer, or reads like another option, or stands in the
stem, is refused; two proven ones are needed; what cannot be made is explained.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from game.rules.bank import NOWHERE, Bank, Mark, columns_on
from game.rules.lines import share_lines
from game.rules.pool import Candidate, Pool
from game.rules.question import FEWEST_WRONG, Option, Question, question_id
from game.rules.templates import (
    Instance,
    Template,
    art_of,
    fact_of,
    facts_asked,
    instances,
    silent_stems,
    traits,
    whole_fact,
)
from game.rules.words import alike, plain, stands_in


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why rows or a whole template make no question, in the author's words.

    `mark` is the first row's place, `marks` are those of all `rows`.
    """

    message: str
    template: str
    mark: Mark = NOWHERE
    rows: int = 1
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What a pack makes: its questions, and why the others could not be made."""

    questions: tuple[Question, ...]
    refusals: tuple[Refusal, ...] = ()


class _Right:
    """For every stem all that is right, whoever says so; and the stems nobody answers."""

    def __init__(self) -> None:
        self.answers: dict[str, set[str]] = defaultdict(set)
        self.silent: set[str] = set()

    def add(self, stem: str, names: Iterable[str]) -> None:
        self.answers[stem].update(names)

    def of(self, stem: str) -> set[str]:
        return self.answers[stem]


def make(
    bank: Bank,
    templates: tuple[Template, ...],
    by_hand: tuple[Question, ...] = (),
    language: str = "en",
) -> Made:
    """Every question of a pack, each stem and key once, hand-written ones first.

    The templates' paths must lead somewhere: whoever reads a pack sees to it.
    """
    right = _Right()
    for question in by_hand:
        right.add(question.same, [alike(question.key.text)])
    sets = [(each, _instances(bank, each, language, right)) for each in templates]
    makers = [_Maker(bank, each, found, right, language) for each, found in sets]
    made: dict[str, Question] = {}
    refusals: list[Refusal] = []
    for question in by_hand:
        result = _agreeing(question, right)
        if isinstance(result, Question):
            made.setdefault(question.id, result)
        else:
            refusals.append(result)
    for maker in makers:
        for result in maker.questions():
            if isinstance(result, Question):
                made.setdefault(result.id, result)
            else:
                refusals.append(result)
    return Made(share_lines(tuple(made.values())), _together(refusals))


def _agreeing(question: Question, right: _Right) -> Question | Refusal:
    """A hand-written question without the wrong options that the bank calls right."""
    names = right.of(question.same)
    wrong = tuple(option for option in question.wrong if alike(option.text) not in names)
    if len(wrong) == len(question.wrong):
        return question
    if len(wrong) < FEWEST_WRONG:
        message = "the bank gives the same question, and calls its wrong answers right"
        return Refusal(message, question.template, question.mark)
    return replace(question, wrong=wrong)


def _instances(
    bank: Bank, template: Template, language: str, right: _Right
) -> tuple[Instance, ...]:
    found = tuple(instances(bank, template, language))
    if not template.negative:
        # A row that is not asked is right all the same, where its stem is another's too.
        for instance in instances(bank, _everyone(template), language):
            right.add(instance.same, _names(instance))
    right.silent.update(silent_stems(bank, template, language))
    return found


def _everyone(template: Template) -> Template:
    """The template for every row, also those that its `only` keeps from being asked."""
    return replace(template, only=None)


def _names(instance: Instance) -> frozenset[str]:
    return frozenset(map(alike, (instance.answer, *instance.holder.aka)))


class _Maker:
    """One template at work: its candidates, and a question for each of its instances."""

    def __init__(
        self,
        bank: Bank,
        template: Template,
        found: tuple[Instance, ...],
        right: _Right,
        language: str,
    ) -> None:
        self.bank, self.template, self.found = bank, template, found
        self.right, self.language = right, language
        self.open_lists = _open_lists(bank, template)
        # Rows that `only` keeps from being asked still lend their answers.
        lenders = tuple(instances(bank, _everyone(template), language, showing=False))
        self.pool = Pool(self._gather(lenders))
        self.decoys = tuple(_decoys(bank, template))

    def _gather(self, lenders: Iterable[Instance]) -> Iterator[Candidate]:
        """Each answer once, under all names it has in any row, with the traits of all its rows."""
        first: dict[str, Instance] = {}
        names: dict[str, set[str]] = defaultdict(set)
        shared: dict[str, tuple[set[str], ...]] = {}
        for lender in lenders:
            name = alike(lender.answer)
            first.setdefault(name, lender)
            names[name] |= _names(lender)
            if self.template.near:
                mine = shared.setdefault(name, tuple(set() for _ in self.template.near))
                for known, more in zip(mine, traits(self.bank, lender), strict=True):
                    known.update(more)
        for place, (name, lender) in enumerate(first.items()):
            option = Option(lender.answer, fact_of(self.bank, lender, self.language))
            mine = shared.get(name, ())
            yield Candidate(
                place, name, option, frozenset(names[name]), tuple(map(frozenset, mine))
            )

    def questions(self) -> Iterator[Question | Refusal]:
        """A question for each instance that two distractors can be proven for, else why not."""
        if self.template.negative:
            yield from self._negatives()
            return
        for instance in self.found:
            if stands_in(instance.answer, instance.stem):
                yield self._refuse(instance, "the answer stands in the question itself")
                continue
            wrong = tuple(self._wrong(instance))
            if len(wrong) < FEWEST_WRONG:
                yield self._refuse(instance, self._missing(instance, len(wrong)))
                continue
            key = Option(instance.answer, fact_of(self.bank, instance, self.language))
            yield self._question(instance, key, wrong)

    def _wrong(self, instance: Instance) -> Iterator[Option]:
        stem = instance.same
        right, place = self.right.of(stem), f" {plain(instance.stem)} "

        def refused(candidate: Candidate) -> bool:
            name = candidate.name
            # Twice, for most names are not even a part of it.
            stands = name in place and f" {name} " in place
            return stands or not candidate.names.isdisjoint(right)

        mine = traits(self.bank, instance)
        proven: tuple[Candidate, ...] = ()
        if not self.open_lists and stem not in self.right.silent:
            proven = self.pool.draw(stem, mine, refused)
        taken: set[str] = set()
        decoys = (each for each in self.decoys if not refused(each))
        for candidate in (*proven, *decoys):
            if not candidate.names.isdisjoint(taken):
                continue
            taken |= candidate.names
            option, near = candidate.option, candidate.nearness(mine) if mine else 0
            yield Option(option.text, option.fact, near) if near else option

    def _negatives(self) -> Iterator[Question | Refusal]:
        """For each row: who is listed is wrong, and everyone who is not is a key."""
        rows: dict[str, list[Instance]] = defaultdict(list)
        for instance in self.found:
            rows[instance.row.name].append(instance)
        for listed in rows.values():
            yield from self._negatives_of(listed)

    def _negatives_of(self, listed: list[Instance]) -> Iterator[Question | Refusal]:
        first = listed[0]
        there = frozenset(name for instance in listed for name in _names(instance))
        wrong = tuple(
            Option(each.answer, fact_of(self.bank, each, self.language))
            for each in listed
            if not stands_in(each.answer, first.stem)
        )
        keys = self.pool.draw(first.row.name, (), lambda c: not c.names.isdisjoint(there))
        if len(wrong) < FEWEST_WRONG:
            lacks = FEWEST_WRONG - len(wrong)
            yield self._refuse(first, f"the row needs {lacks} more listed, to be the wrong options")
        elif not keys or self.open_lists:
            yield self._refuse(first, self._missing(first, 0))
        else:
            fact = whole_fact(self.bank, first, self.language)
            for key in keys:
                if not stands_in(key.option.text, first.stem):
                    yield self._question(first, Option(key.option.text, fact), wrong)

    def _question(self, instance: Instance, key: Option, wrong: tuple[Option, ...]) -> Question:
        shown = instance.shown
        return Question(
            id=question_id(instance.stem, key.text, shown.image, shown.sound),
            stem=instance.stem,
            key=key,
            wrong=wrong,
            level=self.template.level,
            facts=facts_asked(self.bank, instance),
            template=self.template.name,
            why=key.fact,
            art=art_of(instance, self.bank),
            image=shown.image,
            sound=shown.sound,
            reveal=shown.reveal,
            mark=instance.row.mark,
        )

    def _missing(self, instance: Instance, proven: int) -> str:
        if self.open_lists:
            column = ".".join(self.open_lists[0])
            return (
                f"`{column}` holds lists, so who is not listed may still be right: "
                f"put `{column}` under `complete` if its lists name everyone"
            )
        if instance.same in self.right.silent:
            return (
                f"another row gives the same question and leaves `{self.template.answer.path}` out"
            )
        lacks = max(FEWEST_WRONG - proven, 1)
        rows = "row" if lacks == 1 else "rows"
        each, path = self.template.each, self.template.answer.path
        return f"needs {lacks} more {rows} in `{each}` with another `{path}`"

    def _refuse(self, instance: Instance, message: str) -> Refusal:
        return Refusal(message, self.template.name, instance.row.mark)


def _open_lists(bank: Bank, template: Template) -> tuple[tuple[str, str], ...]:
    passed = columns_on(bank, template.each, template.answer.steps)
    return tuple(
        (table, column)
        for table, column in passed
        if bank.tables[table].holds_lists(column) and (table, column) not in bank.complete
    )


def _decoys(bank: Bank, template: Template) -> Iterator[Candidate]:
    form = f"|{template.answer.form}" if template.answer.form else ""
    here = f"{template.each}.{template.answer.path}{form}"
    last = columns_on(bank, template.each, template.answer.steps)[-1]
    for path in dict.fromkeys((here, ".".join(last) + form)):
        for text in bank.decoys.get(path, ()):
            yield Candidate(-1, alike(text), Option(text), frozenset([alike(text)]))


def _together(refusals: list[Refusal]) -> tuple[Refusal, ...]:
    """One refusal for all rows that a template refuses for the same reason, at the first."""
    grouped: Mapping[tuple[str, str], list[Refusal]] = defaultdict(list)
    for refusal in refusals:
        grouped[refusal.template, refusal.message].append(refusal)
    return tuple(
        replace(same[0], rows=len(same), marks=tuple(each.mark for each in same))
        for same in grouped.values()
    )

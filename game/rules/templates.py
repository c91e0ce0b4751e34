"""A template and the rows of a table make questions.

The work goes in two passes over all templates of a pack, because what is right
for a stem is everything that any row or any hand-written question says is
right for it. The second pass, `distractors`, picks what is proven wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.rules.bank import NOWHERE, Bank, Leaf, Mark, Row, follow
from game.rules.media import Media
from game.rules.question import same_stem
from game.rules.text import Binding, Slot, Text, fill, leaves
from game.rules.words import alike, plain


@dataclass(frozen=True, slots=True)
class Template:
    """How the rows of the table `each` are asked about.

    `only` is a path and the value wanted there (None: any). `negative` asks
    which one does not belong. `near` are the paths whose shared values make a
    distractor tempting. `show` and `reveal` are paths to files shown with the
    question and after it, `image` and `sound` files shown with all of them;
    where it has none of these, a row's own files are shown.
    """

    name: str
    each: str
    ask: Text
    answer: Slot
    fact: Text | None = None
    near: tuple[Slot, ...] = ()
    only: tuple[Slot, str | None] | None = None
    negative: bool = False
    level: int = 1
    mark: Mark = NOWHERE
    image: str | None = None
    sound: str | None = None
    show: Slot | None = None
    reveal: Slot | None = None

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every path the template uses."""
        facts = self.fact.slots if self.fact else ()
        only = (self.only[0],) if self.only else ()
        return (self.answer, *self.ask.slots, *facts, *self.near, *only)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown and played with a question, and shown after it."""

    image: Media | None = None
    sound: Media | None = None
    reveal: Media | None = None


NOTHING_SHOWN = Shown()


@dataclass(frozen=True, slots=True)
class Instance:
    """One row asked for one of its answers: a stem and what is right for it."""

    template: Template
    row: Row
    stem: str
    answer: str
    bound: Binding
    shown: Shown = NOTHING_SHOWN

    @property
    def same(self) -> str:
        """The stem as it is compared with others."""
        return same_stem(self.stem, self.shown.image, self.shown.sound)

    @property
    def holder(self) -> Row:
        """The row that the answer stands in, whose other names are right as well."""
        return self.bound.leaf.rows[-1] if self.bound.leaf else self.row


def instances(
    bank: Bank, template: Template, language: str, *, showing: bool = True
) -> Iterator[Instance]:
    """Every (row, answer) that can be asked, in the bank's order.

    Without `showing`, also those whose picture or sound is not there: they
    cannot be asked, but their answers can be offered.
    """
    for row in bank.tables[template.each].rows:
        if not asked(bank, template, row):
            continue
        for bound in answers(bank, template, row):
            stem = fill(
                template.ask, bank, row, Binding() if template.negative else bound, language
            )
            shown = media_of(bank, template, row, bound) if showing else NOTHING_SHOWN
            if stem is not None and shown is not None:
                yield Instance(template, row, stem, answer_text(bound), bound, shown)


def asked(bank: Bank, template: Template, row: Row) -> bool:
    """Whether the template's `only` lets this row through."""
    if template.only is None:
        return True
    slot, wanted = template.only
    found = [leaf.value.shown for leaf in follow(bank, row, slot.steps)]
    return bool(found) if wanted is None else any(plain(wanted) == plain(text) for text in found)


def answers(bank: Bank, template: Template, row: Row) -> Iterator[Binding]:
    """What `row` gives for the template's answer: one for each listed value, or each gap."""
    for leaf in follow(bank, row, template.answer.steps):
        if template.answer.form == "gap":
            yield from (Binding(leaf, number) for number in range(len(leaf.value.gaps)))
        else:
            yield Binding(leaf)


def answer_text(bound: Binding) -> str:
    """The words of the option that `bound` stands for."""
    if bound.leaf is None:
        return ""
    value = bound.leaf.value
    return value.shown if bound.gap is None else value.gap(bound.gap)


def silent_stems(bank: Bank, template: Template, language: str) -> Iterator[str]:
    """Stems, as compared, of rows that leave the answer out: nobody knows what is right there."""
    for row in bank.tables[template.each].rows:
        if asked(bank, template, row) and not any(answers(bank, template, row)):
            stem = fill(template.ask, bank, row, Binding(), language)
            shown = media_of(bank, template, row, Binding())
            if stem is not None and shown is not None:
                yield same_stem(stem, shown.image, shown.sound)


def fact_of(bank: Bank, instance: Instance, language: str) -> str:
    """The template's fact, filled for the value asked about."""
    text = instance.template.fact
    if text is None:
        return ""
    return fill(text, bank, instance.row, instance.bound, language) or ""


def whole_fact(bank: Bank, instance: Instance, language: str) -> str:
    """The same fact with every listed value named: who *was* there."""
    text = instance.template.fact
    return (fill(text, bank, instance.row, Binding(), language) or "") if text else ""


def facts_asked(bank: Bank, instance: Instance) -> tuple[str, ...]:
    """The names of the facts a question is about, the answer's first.

    A fact is `table/row:field`. A row's label names the row and is no fact of
    its own, unless a gap in it may be asked for or nothing else is asked.
    """
    template, found = instance.template, dict[str, None]()
    for slot in (template.answer, *template.ask.slots):
        for leaf in leaves(slot, bank, instance.row, instance.bound):
            found.update(dict.fromkeys(_facts_on(bank, leaf)))
    label = bank.tables[template.each].label
    return tuple(found) or (f"{instance.row.name}:{label}",)


def _facts_on(bank: Bank, leaf: Leaf) -> Iterator[str]:
    for row, step in zip(leaf.rows, leaf.steps, strict=True):
        if step != bank.tables[row.table].label or (row is leaf.rows[-1] and leaf.value.gaps):
            yield f"{row.name}:{step}"


def traits(bank: Bank, instance: Instance) -> tuple[frozenset[str], ...]:
    """For each `near` path, the values that this instance has there."""
    return tuple(
        frozenset(
            alike(leaf.value.shown) for leaf in leaves(slot, bank, instance.row, instance.bound)
        )
        for slot in instance.template.near
    )


def art_of(instance: Instance, bank: Bank) -> str | None:
    """The illustration nearest to the answer: the answer's row first, then rows it links to."""
    passed = instance.bound.leaf.rows if instance.bound.leaf else (instance.row,)
    own = (row.art for row in (passed[0], *reversed(passed[1:])))
    linked = (
        target.art
        for row in passed
        for column in row.fields
        if bank.is_link(row.table, column)
        for target in bank.linked(row, column)
    )
    return next((art for art in (*own, *linked) if art), None)


OWN_FILES = ("image", "sound")
"""The last steps of a path that lead to a row's own files."""


def media_of(bank: Bank, template: Template, row: Row, bound: Binding) -> Shown | None:
    """The files that go with a row's question; None where one it needs cannot be shown."""
    needed = _needed(bank, template, row, bound)
    found = {name: bank.media.get(name) for name in needed}
    if None in found.values():
        return None
    after = files_at(bank, row, template.reveal, bound)[:1] if template.reveal else ()
    if not found and not after:
        return NOTHING_SHOWN
    kinds = {media.kind: media for media in found.values() if media}
    reveal = bank.media.get(after[0]) if after else None
    return Shown(kinds.get("image"), kinds.get("sound"), reveal)


def _needed(bank: Bank, template: Template, row: Row, bound: Binding) -> tuple[str, ...]:
    """The files that go with a question; an empty name where a row lacks what `show` wants."""
    own = tuple(name for name in (template.image, template.sound) if name)
    if template.show is not None:
        return (*own, *(files_at(bank, row, template.show, bound)[:1] or ("",)))
    if own or template.reveal is not None:
        return own
    return tuple(name for name in (row.image, row.sound) if name)


def files_at(bank: Bank, row: Row, slot: Slot, bound: Binding) -> tuple[str, ...]:
    """The names of files that the path leads to from `row`; `image` and `sound` are a row's own."""
    *before, last = slot.steps
    if last not in OWN_FILES:
        return tuple(leaf.value.shown for leaf in leaves(slot, bank, row, bound))
    holders = [row]
    if before:
        holders = [
            bound.links.get((leaf.rows[-1].name, leaf.steps[-1])) or bank.ids[leaf.value.shown]
            for leaf in follow(bank, row, tuple(before), bound.links)
        ]
    names = (holder.image if last == "image" else holder.sound for holder in holders)
    return tuple(name for name in names if name)

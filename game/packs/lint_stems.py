"""What could be better about stems: their words, their length, their twins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from game.packs.lint_words import Note, unquoted, words
from game.packs.pack import Pack
from game.rules.bank import Mark, Row
from game.rules.question import Question
from game.rules.words import alike

LONGEST_STEM = 120
_DATED = re.compile(r"\b(now|nowadays|currently|latest|newest|recently|today)\b", re.IGNORECASE)
_NOT = re.compile(r"\bnot\b|n['’]t\b")
_SAME = 0.8
_MOST_ALIKE = 60
_LITTLE = frozenset(("the", "and", "for", "who", "what", "which", "does", "with", "this", "that"))


def notes(question: Question, by_hand: bool) -> Iterator[Note]:
    """What could be better about one stem; a template's wording is looked at by itself."""
    if len(question.stem) > LONGEST_STEM:
        message = f"the question has {len(question.stem)} characters"
        yield Note("long-stem", message, f"up to {LONGEST_STEM} are read quickly")
    if by_hand:
        yield from _wording(question.stem, negative=False)


def template_notes(pack: Pack) -> Iterator[tuple[Mark, Note]]:
    """What could be better about the wording of the pack's own templates."""
    for template in pack.templates:
        if template.name.startswith("standard "):
            continue
        said = "".join(part if isinstance(part, str) else "_" for part in template.ask.parts)
        yield from ((template.mark, note) for note in _wording(said, template.negative))


def _wording(stem: str, negative: bool) -> Iterator[Note]:
    said = unquoted(stem)
    if dated := _DATED.search(said):
        message = f"'{dated.group(1)}' will not be true for ever"
        yield Note("dated", message, "say when, with a year")
    if not negative and (found := _NOT.search(said)):
        message = f"'{found.group()}' is easily read over"
        yield Note("hidden-not", message, "write NOT in capitals, or ask the other way round")


def quote_notes(pack: Pack) -> Iterator[tuple[Mark, Note]]:
    """Quotes that name the one who says them."""
    table = pack.bank.tables.get("quotes")
    if table is None or not pack.bank.is_link("quotes", "who"):
        return
    for row in table.rows:
        said = words(row.fields["text"][0].shown) if "text" in row.fields else frozenset()
        for speaker in pack.bank.linked(row, "who"):
            if named := sorted(said & words(_label(speaker), 3)):
                message = f"the quote names its speaker ('{named[0]}')"
                yield row.mark, Note("names-speaker", message, "leave that stretch out")


def _label(row: Row) -> str:
    return next(iter(row.fields.values()))[0].shown


def twin_notes(pack: Pack) -> Iterator[tuple[Mark, Note]]:
    """Questions that ask nearly the same and have the same answer."""
    by_key: dict[str, list[tuple[frozenset[str], Question]]] = defaultdict(list)
    for question in pack.questions:
        same = by_key[alike(question.key.text)]
        if len(same) < _MOST_ALIKE:
            same.append((words(question.stem, 3) - _LITTLE, question))
    for same in by_key.values():
        for (some, first), (others, second) in combinations(same, 2):
            if first.template == second.template != "by hand" or min(len(some), len(others)) < 2:
                continue
            if len(some & others) >= _SAME * len(some | others):
                message = f"asks nearly the same as the question in line {first.mark.line}"
                yield second.mark, Note("twins", f"{message}: '{second.stem}'", "keep one of them")

"""Questions that would give each other away because they quote the same line.

"Who says “I am a golden god!”?" answers "Finish the line: “I am a ____!”", and
neither its author nor the bank need know of the other. Such questions are given
facts in common, so that no match holds both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.rules.question import Question
from game.rules.words import plain

_QUOTED = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"")
_BLANK = re.compile(r"_{2,}")


def share_lines(questions: Sequence[Question]) -> tuple[Question, ...]:
    """The questions in their order; one with a gap also has the facts of all that quote its line.

    Those that quote the line in full may still meet each other: “Tiny Dancer”
    in two stems gives nothing away.
    """
    quoting: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        for line in _lines(question.stem):
            quoting[plain(_BLANK.sub(lambda _: question.key.text, line))].append(question)  # noqa: B023
    return tuple(_with_facts_of(question, quoting) for question in questions)


def _with_facts_of(question: Question, quoting: Mapping[str, list[Question]]) -> Question:
    gaps = (line for line in _lines(question.stem) if _BLANK.search(line))
    lines = {plain(_BLANK.sub(lambda _: question.key.text, line)) for line in gaps}
    given = (other.facts[0] for line in lines for other in quoting[line])
    facts = tuple(dict.fromkeys((*question.facts, *given)))
    return question if facts == question.facts else replace(question, facts=facts)


def _lines(stem: str) -> list[str]:
    return [next(filter(None, found.groups())) for found in _QUOTED.finditer(stem)]

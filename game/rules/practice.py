"""What to practise: for each fact that wants it, the form of its question seen longest ago."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from game.rules.deal import rank
from game.rules.question import Question


def practice(
    questions: Iterable[Question],
    wanted: Sequence[str],
    seen: Sequence[str],
    seed: object,
    count: int,
) -> tuple[Question, ...]:
    """Up to `count` questions, one for each of the facts `wanted`, in that order.

    `seen` are the ids of questions shown before, longest ago first: each fact
    is asked in the form that was never shown, else in the one shown longest
    ago. No two questions share a fact.
    """
    forms: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        forms[question.facts[0]].append(question)
    ages = {name: age for age, name in enumerate(seen, 1)}
    chosen: list[Question] = []
    asked: set[str] = set()
    for fact in wanted:
        if len(chosen) == count:
            break
        free = [each for each in forms[fact] if asked.isdisjoint(each.facts)]
        if free:
            best = min(free, key=lambda each: (ages.get(each.id, 0), rank(seed, each.id)))
            chosen.append(best)
            asked.update(best.facts)
    return tuple(chosen)

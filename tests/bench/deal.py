"""Dealing a match out of many questions, beside dealing it out of few."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from game.rules.modes import MODES
from game.rules.question import Question
from game.rules.seating import deal_match
from tests.bench.rows import Row, alternating, took
from tests.rules.bank import question

FEW, SOME, MANY = 100, 2_000, 200_000


def rows() -> Iterator[Row]:
    measures = [
        partial(took, partial(deal_match, "f" * 64, bank(count), MODES["setlist"], ("You",), "7"))
        for count in (FEW, SOME, MANY)
    ]
    few, some, many = alternating(measures, 3)
    yield Row(f"ten of {SOME:,}", some, few, f"ten of {FEW}")
    yield Row(f"ten of {MANY:,}", many, few, f"ten of {FEW}", 1.3)


def bank(count: int) -> tuple[Question, ...]:
    return tuple(
        replace(question(str(n)), id=f"{n:012x}", facts=(f"a/{n}:b",), level=n % 3 + 1)
        for n in range(count)
    )

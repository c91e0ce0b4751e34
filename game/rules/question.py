"""A question: stem, key, and the distractors that the bank proves wrong."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from game.rules.bank import NOWHERE, Mark
from game.rules.words import plain

LEVELS = (1, 2, 3)
FEWEST_WRONG = 2
MOST_WRONG = 3


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose. `fact` says where it is right; empty where nobody wrote it down.

    `near` counts the ways in which a wrong option is like the key.
    """

    text: str
    fact: str = ""
    near: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """One question as a pack makes it, before it is dealt.

    `wrong` are proven distractors in the bank's order, at least
    two, at most 24 of a large table's. `level`
    is 1 easy, 2 medium, 3 hard. `facts` names what is asked, the answer's own
    fact first: two questions that share one are never dealt in one match.
    `template` is the name of its template, or "by hand". `art` names one of
    the game's illustrations.
    """

    id: str
    stem: str
    key: Option
    wrong: tuple[Option, ...]
    level: int
    facts: tuple[str, ...]
    template: str
    why: str = ""
    art: str | None = None
    mark: Mark = field(default=NOWHERE, compare=False)


def question_id(stem: str, key: str) -> str:
    """The same for the same question, wherever it stands in which file.

    Built from what a player reads, so that moving or adding rows changes no
    other question's id.
    """
    return hashlib.sha256(f"{plain(stem)}\n{plain(key)}".encode()).hexdigest()[:12]

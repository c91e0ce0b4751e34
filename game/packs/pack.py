"""A pack, read: what it says, what it makes, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from game.packs.problem import Problem
from game.rules.bank import Bank
from game.rules.distractors import Refusal
from game.rules.question import Question
from game.rules.templates import Template

Origin = Literal["shipped", "own"]


@dataclass(frozen=True, slots=True)
class Pack:
    """One question pack.

    `questions` are all that it makes, those `by_hand` first; `refusals` say why
    others could not be made. `problems` are in the order of their lines, but
    what breaks the header comes first. `fingerprint` is a SHA-256 in hex over
    what the pack means. `standard`: whether the standard templates
    are asked of it. A pack that is not `playable` is listed and greyed out.
    """

    id: str
    path: Path
    origin: Origin = "own"
    title: str = ""
    about: str = ""
    language: str = "en"
    authors: tuple[str, ...] = ()
    licence: str = ""
    bank: Bank = field(default_factory=Bank)
    templates: tuple[Template, ...] = ()
    by_hand: tuple[Question, ...] = ()
    questions: tuple[Question, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    problems: tuple[Problem, ...] = ()
    fingerprint: str = ""
    playable: bool = False
    standard: bool = True

"""Who is at the table, and what a host can change about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Someone at the table; `team` is the number of theirs where teams play."""

    seat: int
    name: str
    score: int
    out: bool = False
    team: int | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """Somebody new plays from now on."""

    name: str
    team: int | None


@dataclass(frozen=True, slots=True)
class Leave:
    """`Person.seat` drops out."""

    seat: int


@dataclass(frozen=True, slots=True)
class Return:
    """`Person.seat` plays again."""

    seat: int


@dataclass(frozen=True, slots=True)
class Reorder:
    """Every `Person.seat`, in the order in which they are to answer."""

    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Correct:
    """`points` (negative: fewer) for `seat`; where teams play, it is the team's number."""

    seat: int
    points: int


@dataclass(frozen=True, slots=True)
class Undo:
    """The last turn is taken back."""


@dataclass(frozen=True, slots=True)
class Skip:
    """The question is dropped for everyone."""


Change = Join | Leave | Return | Reorder | Correct | Undo | Skip

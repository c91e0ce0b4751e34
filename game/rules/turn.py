"""What happens in a match, one thing at a time, and what is to come."""

from __future__ import annotations

from dataclasses import dataclass

ANSWER, SWAP, VOID = "answer", "swap", "void"


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing that happened: who, with which card, which option (None: too late), how fast.

    `ms` are milliseconds from the options' coming in to the pick. `kind` is
    ANSWER; or SWAP, when the card was changed for another before it was
    answered; or VOID, which takes back the answer to the card. `aids` are the
    lifelines used for the answer.
    """

    seat: int
    card: int
    pick: int | None
    ms: int
    kind: str = ANSWER
    aids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A turn to come: a seat and the card that waits for it."""

    seat: int
    card: int

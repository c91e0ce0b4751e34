"""What happens in a match, one thing at a time, and what is to come."""

from __future__ import annotations

from dataclasses import dataclass

ANSWER, SWAP, VOID = "answer", "swap", "void"
# Of a party alone: what is done with a question besides answering it,
STEAL, HECKLE, BET, SKIP = "steal", "heckle", "bet", "skip"
# and what becomes of a seat.
JOIN, OUT, BACK, CORRECT = "join", "out", "back", "correct"
NO_CARD = -1
CARDLESS = frozenset({BET, JOIN, OUT, BACK, CORRECT})


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing that happened: who, with which card, which option (None: too late), how fast.

    `ms` are milliseconds from the options' coming in to the pick. `kind` is

    - ANSWER, with `aids`, the lifelines used for it;
    - SWAP, when the card was changed for another before it was answered, or SKIP, when the whole
      table wished it so;
    - VOID, which takes back the answer to the card and whatever came of it;
    - STEAL: the card, missed by another, was answered by this seat (None: it did not want to);
    - HECKLE: this seat has chosen the card's wrong options for whoever is to answer it;
    - BET: `amount` percent of the seat's points are put on its answer in the last round;
    - JOIN and BACK: the seat sits down, or comes back, with `amount` points for what it missed;
    - OUT: it leaves; CORRECT: `amount` points are given to it by hand, or taken.

    `card` is NO_CARD where none is meant.
    """

    seat: int
    card: int
    pick: int | None
    ms: int
    kind: str = ANSWER
    aids: tuple[str, ...] = ()
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Slot:
    """A turn to come: a seat and the card that waits for it, in round `round` (from 1).

    `round` is 0 where rounds are not told apart.
    """

    seat: int
    card: int
    round: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """What is to happen next: who is to do what (a `kind` of `Turn`) with which card."""

    kind: str
    seat: int
    card: int = NO_CARD

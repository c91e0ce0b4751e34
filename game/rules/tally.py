"""The points of a match, one entry for each reason there is: a score is the sum of a seat's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.rules.score import points
from game.rules.turn import ANSWER, BACK, BET, CORRECT, HECKLE, JOIN, STEAL

if TYPE_CHECKING:
    from game.rules.dealt import Dealt
    from game.rules.turn import Slot, Turn

# What a heckler gets when one of the chosen wrong options is taken.
HECKLE_POINTS = 25
ENCORE_FACTOR = 2
MOST_BET = 50  # percent of one's own points
# What is won with a question, and not staked, given or set right.
EARNED = (ANSWER, STEAL, HECKLE)


@dataclass(frozen=True, slots=True)
class Entry:
    """`points` for a seat, or against it, because of `what`: a kind of `Turn`.

    `number` is that of the answer it came with (from 0), or that stood last when it came (-1: none
    did); `at` the place of its cause in the match's turns.
    """

    seat: int
    points: int
    what: str
    number: int
    at: int


def entries(match: Dealt) -> tuple[Entry, ...]:
    """All entries, in the order of the turns that caused them; a bet's is that of its answer.

    No sum of a seat's is ever below 0: what a correction takes, and what is staked, is there.
    """
    numbers = {id(turn): number for number, turn in enumerate(match.played)}
    steals = {id(turn) for turn in match.steals.values()}
    had = {id(turn): 0 for turn in match.bets.values()}
    sums = [0] * len(match.players)
    rows: list[Entry] = []
    number = -1
    for at, turn in enumerate(match.turns):
        found: Iterable[tuple[int, int, str]] = ()
        if id(turn) in numbers:
            number = numbers[id(turn)]
            found = _of_answer(match, number, sums[turn.seat], had)
        elif id(turn) in steals:
            found = _of_steal(match, turn, number)
        elif turn.kind in (JOIN, BACK, CORRECT):
            found = ((turn.seat, max(turn.amount, -sums[turn.seat]), turn.kind),)
        elif id(turn) in had:
            had[id(turn)] = sums[turn.seat]
        for seat, gain, what in found:
            sums[seat] += gain
            rows.append(Entry(seat, gain, what, number, at))
    return tuple(rows)


def _of_answer(
    match: Dealt, number: int, has: int, had: Mapping[int, int]
) -> Iterator[tuple[int, int, str]]:
    """What an answer brings and to whom; `had` are the points at each bet, by the turn's id."""
    turn, slot = match.played[number], match.slots[number]
    right = match.right(turn)
    if right:
        yield turn.seat, gained(match, number), ANSWER
    elif turn.pick is not None and (heckle := match.heckles.get(turn.card)):
        yield heckle.seat, heckle_worth(match, slot), HECKLE
    bet = match.bets.get(turn.seat)
    if bet is not None and is_encore(match, slot):
        stake = min(staked(had[id(bet)], bet.amount), has)
        yield turn.seat, stake if right else -stake, BET


def _of_steal(match: Dealt, turn: Turn, number: int) -> Iterator[tuple[int, int, str]]:
    if match.right(turn):
        yield turn.seat, steal_worth(match, match.slots[number]), STEAL


def staked(score: int, percent: int) -> int:
    """The points that `percent` of `score` are, rounded to the nearest."""
    return (max(0, score) * percent + 50) // 100


def is_encore(match: Dealt, slot: Slot) -> bool:
    """Whether what is won in the slot counts double."""
    return match.house.plays("encore") and slot.round == match.last_round


def is_sudden(match: Dealt, slot: Slot) -> bool:
    """Whether the slot only decides who is first, and brings no points."""
    return slot.round > match.last_round > 0


def worth(match: Dealt, slot: Slot, ms: int = 0, roll: int = 0) -> int:
    """What a right answer in the slot brings, given after `ms` as the last of `roll` in a row."""
    if is_sudden(match, slot):
        return 0
    limit = match.limit_ms
    level = match.cards[slot.card].question.level
    streak = roll if match.mode.streak else 0
    full = points(level, (limit or 0) - ms, limit, speed=match.mode.speed, streak=streak)
    return full * (ENCORE_FACTOR if is_encore(match, slot) else 1)


def gained(match: Dealt, number: int) -> int:
    """The points that answer `number` (from 0) brought, without any bet on it."""
    turn = match.played[number]
    if not match.right(turn):
        return 0
    return worth(match, match.slots[number], turn.ms, match.roll(number))


def steal_worth(match: Dealt, slot: Slot) -> int:
    """What stealing the slot's question brings: half."""
    return (worth(match, slot) + 1) // 2


def heckle_worth(match: Dealt, slot: Slot) -> int:
    """What a heckler gets in the slot."""
    return HECKLE_POINTS * (ENCORE_FACTOR if is_encore(match, slot) else 1)

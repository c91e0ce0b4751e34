"""The points of a match, one entry for each reason there is: a score is the sum of a seat's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.rules.house import TOGETHER
from game.rules.score import points
from game.rules.turn import ANSWER, BACK, BET, CORRECT, HECKLE, JOIN, STEAL

if TYPE_CHECKING:
    from game.rules.match import Match
    from game.rules.turn import Slot, Turn

# What a heckler gets when one of the chosen wrong options is taken.
HECKLE_POINTS = 25
ENCORE_FACTOR = 2
MOST_BET = 50  # percent of one's own points


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


def entries(match: Match) -> tuple[Entry, ...]:
    """All entries, in the order of the turns that caused them."""
    places = {id(turn): at for at, turn in enumerate(match.turns)}
    answers = [places[id(turn)] for turn in match.played]
    rows: list[Entry] = []
    for number, (turn, slot) in enumerate(zip(match.played, match.slots, strict=True)):
        at = answers[number]
        rows += (Entry(*row, number, at) for row in _of_answer(match, number, turn, slot))
        steal = match.steals.get(turn.card)
        if steal is not None and match.right(steal):
            gain = steal_worth(match, slot)
            rows.append(Entry(steal.seat, gain, STEAL, number, places[id(steal)]))
    for at, turn in enumerate(match.turns):
        if turn.kind in (JOIN, BACK, CORRECT):
            before = sum(1 for answer in answers if answer < at) - 1
            rows.append(Entry(turn.seat, turn.amount, turn.kind, before, at))
    rows.sort(key=lambda row: row.at)
    return (*rows, *_bets(match, rows, answers))


def _of_answer(match: Match, number: int, turn: Turn, slot: Slot) -> Iterator[tuple[int, int, str]]:
    if match.right(turn):
        yield turn.seat, match.gained(number), ANSWER
    elif turn.pick is not None and (heckle := match.heckles.get(turn.card)):
        yield heckle.seat, heckle_worth(match, slot), HECKLE


def _bets(match: Match, rows: list[Entry], answers: list[int]) -> Iterator[Entry]:
    places = {id(turn): at for at, turn in enumerate(match.turns)}
    for number, (turn, slot) in enumerate(zip(match.played, match.slots, strict=True)):
        bet = match.bets.get(turn.seat)
        if bet is None or not is_encore(match, slot):
            continue
        made = places[id(bet)]
        had = sum(row.points for row in rows if row.seat == turn.seat and row.at < made)
        stake = staked(had, bet.amount)
        yield Entry(turn.seat, stake if match.right(turn) else -stake, BET, number, answers[number])


def staked(score: int, percent: int) -> int:
    """The points that `percent` of `score` are, rounded to the nearest."""
    return (max(0, score) * percent + 50) // 100


def is_encore(match: Match, slot: Slot) -> bool:
    """Whether what is won in the slot counts double."""
    return match.house.plays("encore") and slot.round == match.last_round


def is_sudden(match: Match, slot: Slot) -> bool:
    """Whether the slot only decides who is first, and brings no points."""
    return slot.round > match.last_round > 0


def worth(match: Match, slot: Slot, ms: int = 0, roll: int = 0) -> int:
    """What a right answer in the slot brings, given after `ms` as the last of `roll` in a row."""
    if is_sudden(match, slot):
        return 0
    limit = match.limit_ms
    level = match.cards[slot.card].question.level
    streak = roll if match.mode.streak else 0
    full = points(level, (limit or 0) - ms, limit, speed=match.mode.speed, streak=streak)
    return full * (ENCORE_FACTOR if is_encore(match, slot) else 1)


def steal_worth(match: Match, slot: Slot) -> int:
    """What stealing the slot's question brings: half."""
    return (worth(match, slot) + 1) // 2


def heckle_worth(match: Match, slot: Slot) -> int:
    """What a heckler gets in the slot."""
    return HECKLE_POINTS * (ENCORE_FACTOR if is_encore(match, slot) else 1)


def is_shared(match: Match) -> bool:
    """Whether everybody answers the same question."""
    return match.house.way == TOGETHER

"""How long a night will take: what a table does in a night, and how long it takes over each.

The seconds are those of people who know each other and talk in between; where the game itself
waits (reading, the clock, the held breath) its own times are used.
"""

from __future__ import annotations

from collections.abc import Collection

from game.rules.deal import climbing
from game.rules.house import House
from game.rules.modes import CLOCKS, HOLD, Clock
from game.rules.question import MOST_WRONG, Question

# Seconds.
GATE = 6.0
REVEAL = 7.0
STANDINGS = 10.0
HECKLING = 14.0
BETTING = 8.0
# Who has no points bets none.
WHO_CAN_BET = 0.9
OFFER = 4.0
EXPLAINING = 8.0
# How long an answer takes where there is no limit; with one, never more than this share of it, and
# of a long one less: who has time does not take all of it.
UNTIMED = 11.0
SHARE_OF_LIMIT = 0.4
AT_LEAST, SHARE_OF_LONG = 5.0, 0.15
# A stem of so many characters is read before the options come in.
STEM = 60
# How many are answered right, by level.
RIGHT = {1: 0.8, 2: 0.6, 3: 0.45}
# How often four tie for first, and how many questions it takes then.
TIES, PLAYOFF = 0.12, 3.0


def night_length(house: House, seats: int, heckled: float = 1.0) -> float:
    """Seconds that a night of so many seats will take, explanations included.

    `heckled` is how many of the pack's questions have wrong answers to choose from, of 1.
    """
    clock = CLOCKS[house.clock]
    levels = [min(level, 2) if house.gentle else level for level in climbing(house.rounds)]
    question = clock.reading("x" * STEM) + answering(clock)
    if house.shared:
        each = HOLD + REVEAL + question
        return _more(house, seats, each) + house.rounds * each
    turn = GATE + question + HOLD + REVEAL
    total = house.rounds * seats * turn + (house.rounds - 1) * STANDINGS
    if house.plays("heckle"):
        total += heckled * house.rounds * seats * (GATE + HECKLING)
    if house.plays("steal"):
        missed = sum(1 - RIGHT[level] for level in levels) * seats
        total += missed * (HOLD + OFFER + answering(clock) / 2)
    return total + _more(house, seats, turn)


def _more(house: House, seats: int, turn: float) -> float:
    """What comes once in a night: bets, explanations, and perhaps a sudden death."""
    kinds = sum(house.plays(name) for name in ("steal", "heckle", "encore"))
    total = kinds * EXPLAINING
    if house.plays("encore"):
        total += BETTING if house.shared else WHO_CAN_BET * seats * (GATE + BETTING)
    if house.plays("sudden"):
        total += TIES * (EXPLAINING + STANDINGS + PLAYOFF * turn)
    return total


def answering(clock: Clock) -> float:
    """Seconds from the options' coming in to the pick."""
    if clock.limit is None:
        return UNTIMED
    return min(clock.limit * SHARE_OF_LIMIT, AT_LEAST + clock.limit * SHARE_OF_LONG)


def heckled_share(questions: Collection[Question]) -> float:
    """How many of the questions, of 1, have wrong answers enough to choose from."""
    return sum(len(each.wrong) > MOST_WRONG for each in questions) / max(1, len(questions))

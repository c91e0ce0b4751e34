"""Nights that play themselves, with all that a table may do in between.

`play` drives a match through everything that is due, and now and then somebody sits down, leaves,
comes back or moves, a score is set right, a question skipped, an answer taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from random import Random

from game.rules import table
from game.rules.house import TEAMS, House
from game.rules.match import Match
from game.rules.question import Question
from game.rules.seating import at_break, deal_party, joined, reordered
from game.rules.turn import (
    ANSWER,
    BET,
    HECKLE,
    STEAL,
    Due,
)


@dataclass(slots=True)
class Evening:
    """A match on its way: `shells` are the match after each event, as it then stood.

    `rounds` says for each turn that is an answer in which round it was given, `since` for each seat
    in which round it sat down, `away` who ever left; `deals` are the match after each dealing.
    """

    match: Match
    pool: Collection[Question]
    chance: Random
    shells: list[Match] = field(default_factory=list)
    rounds: dict[int, int] = field(default_factory=dict)
    since: list[int] = field(default_factory=list)
    away: set[int] = field(default_factory=set)
    deals: list[Match] = field(default_factory=list)

    def to(self, match: Match) -> None:
        self.match = match
        self.shells.append(match)

    def likely(self, percent: int) -> bool:
        return self.chance.randrange(100) < percent


def begun(house: House, players: int, pool: Collection[Question], seed: str) -> Evening:
    names = "ABCDEFGH"[:players]
    members = [(name, f"{name}2", f"{name}3")[: 1 + at % 3] for at, name in enumerate(names)]
    teams = members if house.way == TEAMS else ()
    match = deal_party("f", pool, names, seed, house, teams=teams)
    return Evening(match, pool, Random(seed), [match], since=[1] * players, deals=[match])


def play(evening: Evening) -> Match:
    """The match at its end."""
    while (due := evening.match.due) is not None:
        if evening.likely(25):
            evening.chance.choice(EVENTS)(evening)
            continue
        if due.kind == ANSWER:
            evening.rounds[len(evening.match.turns)] = evening.match.next.round
        evening.to(_done(evening, due))
    return evening.match


def _done(evening: Evening, due: Due) -> Match:
    match, chance = evening.match, evening.chance
    if due.kind == BET:
        return table.bet(match, chance.randint(0, 50))
    if due.kind == HECKLE:
        return table.heckle(match, chance.sample(range(len(table.candidates(match))), 3))
    card = match.cards[due.card]
    picks: list[int | None] = [card.key, card.key, None, *range(len(card.options))]
    if due.kind == STEAL:
        missed = match.played[-1].pick
        return table.steal(match, chance.choice([p for p in picks if p is None or p != missed]), 1)
    return match.answer(chance.choice(picks), chance.randrange(20_000))


# -- what comes between -------------------------------------------------------------


def _join(evening: Evening) -> None:
    match = evening.match
    if not at_break(match):
        return
    try:
        match = joined(match, f"late {len(match.players)}", evening.pool)
    except ValueError:
        # A full table, or too few questions alike.
        return
    evening.since.append(match.next.round)
    evening.deals.append(match)
    evening.to(match)


def _reorder(evening: Evening) -> None:
    if at_break(evening.match):
        order = list(range(len(evening.match.players)))
        evening.chance.shuffle(order)
        evening.to(reordered(evening.match, order))


def _leave(evening: Evening) -> None:
    there = [s for s in range(len(evening.match.players)) if s not in evening.match.out]
    if len(there) > 2 and evening.likely(40):
        seat = evening.chance.choice(there)
        evening.away.add(seat)
        evening.to(table.leave(evening.match, seat))


def _back(evening: Evening) -> None:
    if evening.match.out:
        evening.to(table.back(evening.match, evening.chance.choice(sorted(evening.match.out))))


def _correct(evening: Evening) -> None:
    seat = evening.chance.randrange(len(evening.match.players))
    evening.to(table.correct(evening.match, seat, evening.chance.randint(-300, 300)))


def _skip(evening: Evening) -> None:
    if table.can_skip(evening.match):
        evening.to(table.skip(evening.match))


def _void(evening: Evening) -> None:
    if table.can_undo(evening.match):
        evening.to(evening.match.void())


EVENTS: tuple[Callable[[Evening], None], ...] = (
    _join,
    _reorder,
    _leave,
    _back,
    _correct,
    _skip,
    _void,
    _void,
)


def again(evening: Evening, shell: int) -> Match:
    """The match as it stood after so many events, made of what was dealt by then and the turns."""
    then = evening.shells[shell]
    return replace(then, turns=evening.match.turns[: len(then.turns)])

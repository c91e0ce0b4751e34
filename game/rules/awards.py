"""What a party remembers of a night besides the points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.rules.turn import BET, HECKLE, STEAL

if TYPE_CHECKING:
    from game.rules.match import Match


@dataclass(frozen=True, slots=True)
class Award:
    """A title and who has it; `seat` counts from 0."""

    title: str
    seat: int
    detail: str


MOST = 4


def awards(match: Match) -> tuple[Award, ...]:
    """At most four awards, given only where one player alone has earned it."""
    found = (_fastest, _rolls, _steals, _hecklers, _comebacks, _gamblers)
    return tuple(award for each in found for award in each(match))[:MOST]


def _fastest(match: Match) -> Iterator[Award]:
    if match.clock.limit is None:
        return
    right = [(turn.ms, turn.seat) for turn in match.played if match.right(turn)]
    best, seat = min(right, default=(0, 0))
    if {each for ms, each in right if ms == best} == {seat}:
        yield Award("Fastest finger", seat, f"{best / 1000:.1f} s")


def _rolls(match: Match) -> Iterator[Award]:
    rolls = [match.longest_roll(seat) for seat in range(len(match.players))]
    best = max(rolls)
    if best >= 2 and rolls.count(best) == 1:
        yield Award("Longest roll", rolls.index(best), f"{best} in a row")


def _steals(match: Match) -> Iterator[Award]:
    yield from _most(match, STEAL, "Light fingers", "stolen")


def _hecklers(match: Match) -> Iterator[Award]:
    yield from _most(match, HECKLE, "Loudest heckler", "fooled")


def _most(match: Match, what: str, title: str, done: str) -> Iterator[Award]:
    """Whoever has points for this the most often."""
    seats = [entry.seat for entry in match.entries if entry.what == what]
    counts = [seats.count(seat) for seat in range(len(match.players))]
    best = max(counts)
    if best >= 1 and counts.count(best) == 1:
        yield Award(title, counts.index(best), f"{best} {done}")


def _gamblers(match: Match) -> Iterator[Award]:
    won = [
        max((row.points for row in match.entries if (row.seat, row.what) == (seat, BET)), default=0)
        for seat in range(len(match.players))
    ]
    best = max(won)
    if best > 0 and won.count(best) == 1:
        yield Award("Best bet", won.index(best), f"{best:,} points")


def _comebacks(match: Match) -> Iterator[Award]:
    """The most places won between the worst moment after a round and the end."""
    climbed = [0] * len(match.players)
    final = match.ranks()
    for after in rounds_end(match)[:-1]:
        then = match.ranks(after)
        # Whoever sat down later was not last before.
        there = {slot.seat for slot in match.slots[:after]}
        climbed = [
            max(best, then[s] - final[s]) if s in there else best for s, best in enumerate(climbed)
        ]
    best = max(climbed, default=0)
    if best >= 2 and climbed.count(best) == 1:
        yield Award("Comeback", climbed.index(best), f"up {best} places")


def rounds_end(match: Match) -> tuple[int, ...]:
    """How many answers there had been at the end of each round that was played."""
    rounds = [slot.round or n // len(match.players) + 1 for n, slot in enumerate(match.slots)]
    pairs = zip(rounds, [*rounds[1:], None], strict=True)
    return tuple(n for n, (now, then) in enumerate(pairs, 1) if now != then)

"""What a party remembers of a night besides the points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.rules.match import Match


@dataclass(frozen=True, slots=True)
class Award:
    """A title and who has it; `seat` counts from 0."""

    title: str
    seat: int
    detail: str


def awards(match: Match) -> tuple[Award, ...]:
    """At most three awards, given only where one player alone has earned it."""
    return tuple(award for award in (*_fastest(match), *_rolls(match), *_comebacks(match)))[:3]


def _fastest(match: Match) -> Iterator[Award]:
    if match.clock.limit is None:
        return
    right = [(turn.ms, turn.seat) for turn in match.turns if match.right(turn)]
    best, seat = min(right, default=(0, 0))
    if {each for ms, each in right if ms == best} == {seat}:
        yield Award("Fastest finger", seat, f"{best / 1000:.1f} s")


def _rolls(match: Match) -> Iterator[Award]:
    rolls = sorted((match.longest_roll(seat), seat) for seat in range(len(match.players)))
    best, seat = rolls[-1]
    if best >= 2 and [roll for roll, _ in rolls].count(best) == 1:
        yield Award("Longest roll", seat, f"{best} in a row")


def _comebacks(match: Match) -> Iterator[Award]:
    """The most places won between the worst moment after a round and the end."""
    players = len(match.players)
    rounds = len(match.turns) // players
    climbed = [0] * players
    final = match.ranks()
    for number in range(1, rounds):
        then = match.ranks(number * players)
        climbed = [max(best, then[s] - final[s]) for s, best in enumerate(climbed)]
    best = max(climbed, default=0)
    if best >= 2 and climbed.count(best) == 1:
        yield Award("Comeback", climbed.index(best), f"up {best} places")

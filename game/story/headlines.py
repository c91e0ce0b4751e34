"""What the magazine says about a night, in the voice of a music paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.rules.deal import rank
from game.story.frontpages import KINDS, Kind
from game.story.gist import Gist, gist_of

if TYPE_CHECKING:
    from game.rules.match import Match


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline and its lead."""

    headline: str
    lead: str


_STARS = ((1.0, 5), (0.8, 4), (0.6, 3), (0.4, 2), (0.01, 1))


def kind_of(night: Gist) -> Kind:
    """The most special kind that the night is of."""
    return next(kind for kind in KINDS if kind.fits(night))


def headline(match: Match, friend: Match | None = None) -> Headline:
    """The headline for a finished solo match, the same for the same match."""
    night = gist_of(match, friend)
    lines = kind_of(night).lines
    words, lead = min(lines, key=lambda line: rank(match.seed, line[0]))
    return Headline(words, lead.format_map(night.words))


def stars(match: Match) -> int:
    """One to five, and none for a night without a right answer."""
    share = right_count(match) / max(1, len(match.played))
    return next((count for least, count in _STARS if share >= least), 0)


def inside(match: Match) -> str:
    """The line of small print below the picture: what else happened."""
    lines = []
    if (roll := match.longest_roll()) > 1:
        lines.append(f"a roll of {roll}")
    quick = [turn.ms for turn in match.played if match.right(turn)]
    if quick and match.clock.limit is not None:
        lines.append(f"quickest answer {min(quick) / 1000:.1f} s")
    missed = len(match.played) - right_count(match)
    lines.append({0: "nothing missed", 1: "the one that got away"}.get(missed, f"{missed} missed"))
    return "ALSO INSIDE   " + " · ".join(lines)


def right_count(match: Match) -> int:
    """How many turns were right."""
    return sum(match.right(turn) for turn in match.played)

"""What the magazine says about a night, in the voice of a music paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.rules.deal import rank

if TYPE_CHECKING:
    from game.rules.match import Match


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline for nights with at least `share` right answers (0 to 1), and its lead."""

    share: float
    headline: str
    lead: str


HEADLINES = (
    Headline(1.0, "Not one wrong note", "{count} questions, {count} answers, no survivors"),
    Headline(1.0, "The perfect set", "every track landed, and the lights stayed on"),
    Headline(1.0, "Nothing left to ask", "{right} of {count}: the band wants a word with you"),
    Headline(0.8, "A night to tape", "{right} of {count}, and the bootleg is already out"),
    Headline(0.8, "Headline material", "{right} of {count} dead right; the rest is mixing"),
    Headline(0.8, "They knew every word", "{right} of {count}, sung from the front row"),
    Headline(0.6, "Solid from the downbeat", "{right} of {count}, with room for one encore"),
    Headline(0.6, "The crowd leaned in", "{right} of {count}: a name to write on your hand"),
    Headline(0.6, "More hits than misses", "{right} of {count}, and the van still runs"),
    Headline(0.4, "Promising, if loud", "{right} of {count}; rehearsals are on Tuesday"),
    Headline(0.4, "The support act grows", "{right} of {count}, and one good solo"),
    Headline(0.4, "Half in tune", "{right} of {count}; the other half was jazz"),
    Headline(0.0, "Soundcheck went fine", "{right} of {count}; nobody recorded it"),
    Headline(0.0, "Somebody tune that", "{right} of {count}, played with feeling"),
    Headline(0.0, "First gig nerves", "{right} of {count}; every legend has this night"),
)

_STARS = ((1.0, 5), (0.8, 4), (0.6, 3), (0.4, 2), (0.01, 1))


def headline(match: Match) -> Headline:
    """The headline for a finished solo match, the same for the same match."""
    share = right_count(match) / max(1, len(match.played))
    best = max(line.share for line in HEADLINES if line.share <= share)
    fitting = [line for line in HEADLINES if line.share == best]
    chosen = min(fitting, key=lambda line: rank(match.seed, line.headline))
    lead = chosen.lead.format(right=right_count(match), count=len(match.played))
    return Headline(chosen.share, chosen.headline, lead)


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

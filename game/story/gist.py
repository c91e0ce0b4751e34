"""What happened in a match that was played alone, in a few figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.rules.turn import SWAP

if TYPE_CHECKING:
    from game.rules.match import Match


@dataclass(frozen=True, slots=True)
class Gist:
    """`marks` say of each answer whether it was right, in order.

    `roll` is the longest row of right ones. `pace` is the mean of the answers'
    seconds and `limit` what there was for each, both None where nobody was
    timed. `aids` counts lifelines used, `spare` the lives left (None: none are
    counted), `lead` the points ahead of the ghost (None: there is no ghost).
    """

    mode: str
    marks: tuple[bool, ...]
    roll: int
    pace: float | None
    limit: float | None
    aids: int
    spare: int | None
    lead: int | None

    @property
    def count(self) -> int:
        return len(self.marks)

    @property
    def right(self) -> int:
        return sum(self.marks)

    @property
    def share(self) -> float:
        """Right answers of all, 0 to 1."""
        return self.right / max(1, self.count)

    @property
    def tempo(self) -> float | None:
        """The part of the time that an answer took, 0 to 1; None where nobody was timed."""
        return None if self.pace is None or not self.limit else self.pace / self.limit

    @property
    def words(self) -> dict[str, str]:
        """The figures as a headline's lead can name them."""
        gap = abs(self.lead or 0)
        return {
            "right": str(self.right),
            "count": str(self.count),
            "questions": counted(self.count, "question"),
            "missed": counted(self.count - self.right, "miss", "misses"),
            "roll": str(self.roll),
            "pace": f"{self.pace or 0:.1f} s",
            "gap": counted(gap, "point"),
        }


def gist_of(match: Match, friend: Match | None = None) -> Gist:
    """What happened in a finished match, and how it stands against a friend's."""
    played = match.played
    timed = match.clock.limit is not None and bool(played)
    return Gist(
        mode=match.mode.name,
        marks=tuple(match.right(turn) for turn in played),
        roll=match.longest_roll(),
        pace=sum(turn.ms for turn in played) / len(played) / 1000 if timed else None,
        limit=match.clock.limit,
        aids=sum(len(turn.aids) + (turn.kind == SWAP) for turn in match.turns),
        spare=match.lives,
        lead=None if friend is None else match.score() - friend.score(),
    )


def counted(count: int, one: str, many: str = "") -> str:
    """`count` things in words: "1 question", "1,200 questions"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"

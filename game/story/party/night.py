"""A night as it stands while it is played."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.rules.house import TEAMS, TOGETHER
from game.rules.tally import is_encore
from game.rules.turn import BET, HECKLE, STEAL

if TYPE_CHECKING:
    from game.packs.pack import Pack
    from game.rules.match import Match
    from game.rules.turn import Slot
    from game.story.tonight import Tonight


@dataclass(slots=True)
class Night:
    """A match of a party that is being played, and what is known besides its turns.

    `left` is a question that was left open, and how many milliseconds its clock
    said then. `told` are the mechanics that this table was explained, `breaks` the
    cards whose answers ended a round after which the standings were shown.
    `untold` is the card of a miss that is offered to somebody before it is revealed.
    """

    tonight: Tonight
    pack: Pack
    match: Match
    id: int
    left: tuple[Slot, int] | None = None
    told: set[str] = field(default_factory=set)
    breaks: set[int] = field(default_factory=set)
    untold: int | None = None

    def __post_init__(self) -> None:
        # A night that is carried on has seen these already.
        kinds = {turn.kind for turn in self.match.turns}
        self.told |= {kind for kind in (STEAL, HECKLE) if kind in kinds}
        if BET in kinds or any(is_encore(self.match, slot) for slot in self.match.slots):
            self.told.add("encore")
        if self.match.played:
            self.told |= {TEAMS, TOGETHER}
        if self.match.due is not None and self.match.due.kind == STEAL:
            self.untold = self.match.due.card

    def keep(self, match: Match) -> None:
        """Go on from `match`, which is written down."""
        self.match = match
        self.tonight.records.keep(self.id, match)
        self.tonight.keep(match)

    def clock(self, match: Match, left_ms: int) -> None:
        """Write down how many milliseconds the question open in `match` has left.

        Not where the table has put another in its place meanwhile: that has its full time.
        """
        if self.match.asks and self.match.next == match.next:
            self.left = match.next, left_ms
            self.tonight.records.clock(self.id, self.match, left_ms)

    def time_left(self) -> int | None:
        """Milliseconds for the question to come, where it was left open; asked only once."""
        left, self.left = self.left, None
        return left[1] if left and left[0] == self.match.next else None

"""What follows what in a night."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.rules.house import TEAMS, TOGETHER
from game.rules.tally import is_encore, is_sudden
from game.rules.turn import BET, HECKLE, STEAL
from game.scenes.explain import ExplainScene
from game.story.breaks import Changed, take_five, through_breaks

if TYPE_CHECKING:
    from game.packs.pack import Pack
    from game.rules.match import Match
    from game.scenes.scene import Story
    from game.story.tonight import Tonight


@dataclass(slots=True)
class Night:
    """A match of a party that is being played, and what is known besides its turns.

    `left_ms` is what the clock of an open question says. `told` are the
    mechanics that were explained tonight, `breaks` the numbers of answers after
    which the standings were shown.
    """

    tonight: Tonight
    pack: Pack
    match: Match
    id: int
    left_ms: int | None = None
    told: set[str] = field(default_factory=set)
    breaks: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        # A night that is carried on has seen these already.
        kinds = {turn.kind for turn in self.match.turns}
        self.told |= {kind for kind in (STEAL, HECKLE) if kind in kinds}
        if BET in kinds or any(is_encore(self.match, slot) for slot in self.match.slots):
            self.told.add("encore")
        if self.match.played:
            self.told |= {TEAMS, TOGETHER}

    def keep(self, match: Match) -> None:
        """Go on from `match`, which is written down."""
        self.match = match
        self.tonight.records.keep(self.id, match)
        self.tonight.keep(match)

    def clock(self, match: Match, left_ms: int) -> None:
        """Write down how many milliseconds the open question has left."""
        self.left_ms = left_ms
        self.tonight.records.clock(self.id, match, left_ms)

    def pause(self, is_open: bool) -> Story[None]:
        """A break, from which the table can be changed; `is_open` while a question is."""
        from game.story.party.desk import desk

        def changing() -> Story[None]:
            before = self.match
            yield from desk(self, is_open=is_open)
            if self.match is not before:
                raise Changed

        return take_five(changing)


def play(night: Night) -> Story[None]:
    """Play to the end of the last turn.

    Raises:
        Left: when the table leaves.
    """
    while not night.match.over:
        try:
            yield from _step(night)
        except Changed:
            continue


def _step(night: Night) -> Story[None]:
    from game.story.party import acts, together

    match = night.match
    due = match.due
    if due is None:
        return
    if _at_standings(night):
        night.breaks.add(len(match.played))
        yield from acts.standings(night)
        return
    yield from _explain(night, due.kind)
    if match.house.way == TOGETHER:
        yield from (together.bets if due.kind == BET else together.answers)(night)
    else:
        yield from acts.ACTS[due.kind](night, due)


def _at_standings(night: Night) -> bool:
    match = night.match
    if not match.round_over or match.bets or len(match.played) in night.breaks:
        return False
    if is_sudden(match, match.slots[-1]):
        return False
    # Where a round is one question for all, its reveal has shown how everyone stands.
    return match.house.way != TOGETHER or match.next.round >= match.last_round


def _explain(night: Night, kind: str) -> Story[None]:
    """What comes up for the first time tonight is explained."""
    match = night.match
    wanted = [match.house.way] if match.house.way in (TEAMS, TOGETHER) else []
    if kind in (STEAL, HECKLE):
        wanted.append(kind)
    elif is_encore(match, match.next):
        wanted.append("encore")
    elif is_sudden(match, match.next):
        wanted.append("sudden")
    for what in wanted:
        if what not in night.told:
            yield from through_breaks(ExplainScene(what), lambda: night.pause(False))
            night.told.add(what)

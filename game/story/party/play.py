"""What follows what in a night."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.house import TEAMS, TOGETHER
from game.rules.tally import is_encore, is_sudden
from game.rules.turn import BET, HECKLE, STEAL
from game.scenes.explain import ExplainScene
from game.story.breaks import Changed
from game.story.party import acts, pages
from game.story.party.conduct import shown

if TYPE_CHECKING:
    from game.scenes.scene import Story
    from game.story.party.night import Night


def play(night: Night) -> Story[None]:
    """Play to the end of the last turn.

    Raises:
        Left: when the table leaves.
    """
    while not night.match.over or night.untold is not None:
        try:
            yield from _step(night)
        except Changed:
            continue


def _step(night: Night) -> Story[None]:
    match = night.match
    due = match.due
    if night.untold is not None and (due is None or due.kind != STEAL):
        # Whoever it was offered to has left, and nobody else may have it.
        yield from acts.tell_miss(night)
        return
    if due is None:
        return
    if _at_standings(night):
        night.breaks.add(match.played[-1].card)
        yield from acts.standings(night)
        return
    yield from _explain(night, due.kind)
    if match.house.shared:
        # It needs a window's library, which the game in a terminal does without.
        from game.story.party import together

        yield from (together.bets if due.kind == BET else together.answers)(night)
    else:
        yield from acts.ACTS[due.kind](night, due)


def _at_standings(night: Night) -> bool:
    match = night.match
    return pages.has_standings(match) and match.played[-1].card not in night.breaks


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
            yield from shown(night, ExplainScene(what))
            night.told.add(what)

"""The table's desk: who comes and goes, who comes after whom, and what is set right by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.rules import seating, table
from game.rules.night import bets_stand
from game.scenes.scene import show
from game.scenes.table import (
    Change,
    Correct,
    Join,
    Leave,
    Person,
    Reorder,
    Return,
    Skip,
    TableScene,
    Undo,
)
from game.story.breaks import tell
from game.ui.lineup import told_apart

if TYPE_CHECKING:
    from game.rules.match import Match
    from game.scenes.scene import Story
    from game.story.party.night import Night


def desk(night: Night, *, is_open: bool = False) -> Story[None]:
    """Change the table until that is enough; `is_open` while a question is.

    An open question can be skipped. What came before it can no longer be taken back: the next
    player has read the question that would then be in the air.
    """
    while True:
        match = night.match
        change = yield from show(_scene(match, is_open=is_open))
        if change is None:
            return
        try:
            after = _changed(night, change, is_open=is_open)
        except ValueError as refused:
            yield from tell("note", "That cannot be done now", _sentence(refused))
            continue
        night.keep(after)


def _sentence(refused: ValueError) -> str:
    words = str(refused)
    return f"{words[:1].upper()}{words[1:]}."


def _scene(match: Match, *, is_open: bool) -> TableScene:
    undo = ""
    if not is_open and table.can_undo(match) and not bets_stand(match):
        last = len(match.played) - 1
        undo = f"{table.performer(match, last)}’s answer in round {match.slots[last].round}"
    return TableScene(
        _people(match),
        can_undo=undo,
        can_skip=is_open and table.can_skip(match),
        can_join=bool(match.teams) or (not is_open and _has_place(match)),
        teams=match.players if match.teams else (),
        join_score=0 if match.teams else seating.average(match),
    )


def _has_place(match: Match) -> bool:
    return seating.at_break(match) and len(match.players) < seating.most_seats(match)


def _people(match: Match) -> tuple[Person, ...]:
    if match.teams:
        members = [(team, name) for team, each in enumerate(match.teams) for name in each]
        return tuple(
            Person(number, name, match.score(team), team in match.out, team)
            for number, (team, name) in enumerate(members)
        )
    return tuple(
        Person(seat, match.players[seat], match.score(seat), seat in match.out)
        for seat in seating.order_of(match)
    )


def _changed(night: Night, change: Change, *, is_open: bool) -> Match:
    match = night.match
    if is_open and isinstance(change, Reorder):
        # Somebody else would get the question that was just read.
        raise ValueError("the order can be changed between two rounds, not in one")
    if match.teams and isinstance(change, Join | Leave | Return):
        return _changed_teams(match, change)
    match change:
        case Join(name):
            # Whoever has left may come back under this name.
            apart = told_apart((*match.players, name))[-1]
            questions = night.tonight.questions(night.pack)
            return seating.joined(match, apart, questions, night.tonight.seen(night.pack.id))
        case Leave(seat):
            return table.leave(match, seat)
        case Return(seat):
            return table.back(match, seat)
        case Reorder(order):
            return seating.reordered(match, order)
        case Correct(seat, points):
            return table.correct(match, seat, points)
        case Undo():
            return match.void()
        case Skip():
            return table.skip(match)


def _changed_teams(match: Match, change: Join | Leave | Return) -> Match:
    """Members come and go; a team whose last one leaves goes with them."""
    if isinstance(change, Join):
        return _joined_team(match, change.team or 0, change.name)
    team, name = [(t, name) for t, each in enumerate(match.teams) for name in each][change.seat]
    if isinstance(change, Return):
        return table.back(match, team)
    if len(match.teams[team]) == 1:
        return table.leave(match, team)
    teams = [list(each) for each in match.teams]
    teams[team].remove(name)
    return replace(match, teams=tuple(map(tuple, teams)))


def _joined_team(match: Match, team: int, name: str) -> Match:
    """The match with one more in a team; one that had left is back then, with nobody else in it."""
    everyone = [each for members in match.teams for each in members]
    members = (*match.teams[team], told_apart((*everyone, name))[-1])
    there = members[-1:] if team in match.out else members
    joined = replace(match, teams=(*match.teams[:team], there, *match.teams[team + 1 :]))
    return table.back(joined, team) if team in match.out else joined

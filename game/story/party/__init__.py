"""A night with one keyboard: the lobby, rounds of turns and what comes between, the poster.

`lobby` sets the table, `play` says what follows what in a `night`, `acts` and `together` play it as
`conduct` says, `judging` tells what an answer brought, `desk` is where the table changes the match,
`pages` what is shown between turns, and `bill` the end.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.rules.house import TEAMS, House
from game.rules.seating import deal_party
from game.story.breaks import Left, tell
from game.story.party.bill import the_end
from game.story.party.lobby import set_table
from game.story.party.night import Night
from game.story.party.play import play
from game.story.patches import sew_on
from game.story.waiting import place_for_another

if TYPE_CHECKING:
    from collections.abc import Collection

    from game.packs.pack import Pack
    from game.records import Resumable
    from game.rules.match import Match
    from game.scenes.lobby import Table
    from game.scenes.scene import Story
    from game.story.tonight import Tonight


def party(tonight: Tonight, pack: Pack, players: tuple[str, ...] = ()) -> Story[None]:
    """Set the table, unless its players are given, then play until it has had enough."""
    if players:
        table = _given(tonight, players)
    else:
        chosen = yield from set_table(tonight)
        if chosen is None:
            return
        table = chosen
    yield from _nights(tonight, pack, table, [], set())


def carry_on(tonight: Tonight, pack: Pack, found: Resumable) -> Story[None]:
    """Go on with a night of an earlier evening, then with new ones for the same table."""
    match = found.match
    left = None if found.left_ms is None or not match.asks else (match.next, found.left_ms)
    night = Night(tonight, pack, match, found.id, left)
    if (yield from _to_its_end(night)):
        yield from _nights(tonight, pack, _same(night.match), _asked(night.match), night.told)


def _given(tonight: Tonight, players: tuple[str, ...]) -> Table:
    from game.scenes.lobby import Table

    house = tonight.settings.house
    # Who sits in which team, and at which keys, is settled in the lobby alone.
    return Table(players, replace(house, way=House().way))


def _nights(
    tonight: Tonight, pack: Pack, table: Table, asked: list[str], told: set[str]
) -> Story[None]:
    """Play nights with one table; what was `asked` tonight is asked again last of all.

    The house rules that this table was `told` are not explained to it again.
    """
    while True:
        match = _deal(tonight, pack, table, asked)
        if match.over:
            few = f"This pack has too few questions alike for {len(match.players)} players."
            yield from tell("note", "Not enough for everyone", few)
            return
        if not (yield from place_for_another(tonight)):
            return
        if match.last_round < table.house.rounds:
            rounds = "one round" if match.last_round == 1 else f"{match.last_round} rounds"
            few = f"This pack has questions enough alike for {rounds} of {len(match.players)}."
            yield from tell("note", "A shorter night", few)
        if heard := _heard(match, asked):
            again = f"{heard} of them were" if heard > 1 else "One of them was"
            few = f"The pack has run out of new questions: {again} asked tonight already."
            yield from tell("note", "Heard before", few)
        match_id = tonight.records.begin("party", pack.id, match, {})
        night = Night(tonight, pack, match, match_id, told=told)
        if not (yield from _to_its_end(night)):
            return
        table = _same(night.match)
        asked += _asked(night.match)


def _deal(tonight: Tonight, pack: Pack, table: Table, asked: list[str]) -> Match:
    names = tuple(team.name for team in table.teams) or table.names
    match = deal_party(
        pack.fingerprint,
        tonight.questions(pack),
        names,
        tonight.seed(),
        table.house,
        (*tonight.seen(pack.id), *asked),
        tuple(team.members for team in table.teams),
    )
    return replace(match, clock=tonight.clock) if tonight.clock else match


def _heard(match: Match, asked: Collection[str]) -> int:
    """How many of the questions to come were asked before."""
    cards = {slot.card for slot in match.course}
    return sum(match.cards[card].question.id in asked for card in cards)


def _asked(match: Match) -> list[str]:
    """The ids of what was asked in a match."""
    return [match.cards[turn.card].question.id for turn in match.played]


def _same(match: Match) -> Table:
    """The table as it stands at the end of a night."""
    from game.scenes.lobby import Table, Team

    there = [seat for seat in range(len(match.players)) if seat not in match.out]
    names = tuple(match.players[seat] for seat in there)
    if match.house.way != TEAMS:
        return Table(names, match.house)
    teams = tuple(Team(match.players[seat], match.teams[seat]) for seat in there)
    return Table(tuple(name for team in teams for name in team.members), match.house, teams)


def _to_its_end(night: Night) -> Story[bool]:
    """Play a night to its poster; whether the table wants another."""
    try:
        yield from play(night)
    except Left:
        return False
    night.tonight.records.finish(night.id, night.match)
    again = yield from the_end(night.tonight, night.pack, night.match)
    yield from sew_on(night.tonight, night.pack, night.match)
    return again

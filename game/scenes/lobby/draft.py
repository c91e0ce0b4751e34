"""A table as it is being set: who sits at it, in which teams, and by which rules."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.rules.house import FEWEST, FEWEST_TEAMS, MOST, MOST_TEAMS, TEAMS, TOGETHER, House
from game.rules.rider import rules_of
from game.ui.lineup import Lineup
from game.ui.props.rider import Clause

_NUMBERS = ("none", "one", "two", "three", "four")


@dataclass(frozen=True, slots=True)
class Team:
    """A team and the people in it."""

    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Who plays, in seat order and no two of one name; by which rules; and, in teams, in which."""

    names: tuple[str, ...]
    house: House
    teams: tuple[Team, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """All that can be changed here."""

    lineup: Lineup
    house: House

    @property
    def in_teams(self) -> bool:
        return self.house.way == TEAMS

    @property
    def table(self) -> Table:
        """The table as it stands, whether or not it can start."""
        lineup = self.lineup
        sides = enumerate(lineup.sides) if self.in_teams else ()
        teams = tuple(Team(name, lineup.members(side)) for side, name in sides)
        return Table(lineup.names, self.house, teams)

    @property
    def trouble(self) -> str:
        """Why the night cannot start yet; empty where it can."""
        table = self.table
        count, most = len(table.names), MOST[table.house.way]
        if count < FEWEST:
            return "One more name is needed" if count else "Two names are needed"
        if count > most:
            out = "one name" if count - most == 1 else f"{_NUMBERS[count - most]} names"
            return f"Only four can play all together: take {out} out"
        empty = next((team.name for team in table.teams if not team.members), "")
        return f"Nobody is in {empty} yet" if empty else ""

    @property
    def clauses(self) -> dict[str, Clause]:
        """The lines of the rider, by what they set."""
        clauses: dict[str, Clause] = {}
        for name, rule in rules_of(self.house).items():
            turns = rule.on is None
            clauses[name] = Clause(rule.title, rule.value, rule.says, rule.on, turns, rule.void)
            if name == "way":
                clauses |= self._beside_way()
        return clauses

    def _beside_way(self) -> dict[str, Clause]:
        """The line that only the way of playing needs."""
        way = self.house.way
        if way == TEAMS:
            says = "Type over a team’s name; ← and → beside a player’s name change the team."
            return {"teams": Clause("Teams", str(self.lineup.count), says, turns=True)}
        if way == TOGETHER:
            says = "Not every keyboard can report many keys at once: see what this one can."
            return {"keys": Clause("Key check", "try this keyboard", says)}
        return {}


def seated(names: tuple[str, ...], teams: tuple[Team, ...]) -> Lineup:
    """The table to begin with: whoever was in one of the teams is in it again."""
    lineup = Lineup.of(names)
    if not FEWEST_TEAMS <= len(teams) <= MOST_TEAMS:
        return lineup
    for side, team in enumerate(teams):
        lineup = lineup.named(side, team.name).counted(0 if side < FEWEST_TEAMS else 1)
    sides = {member: side for side, team in enumerate(teams) for member in team.members}
    lines = (replace(line, side=sides.get(line.name, line.side)) for line in lineup.lines)
    return replace(lineup, lines=tuple(lines))

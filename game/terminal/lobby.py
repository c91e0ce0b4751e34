"""How a table is set: who plays, by which house rules, and in which teams."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.rules.house import FEWEST, PASS, TOGETHER, preset_of
from game.rules.rider import turned
from game.rules.words import listed
from game.scenes.lobby import Start
from game.terminal import rider, seats
from game.terminal.talk import Command, choose, listen, picked
from game.terminal.terminal import sentence
from game.ui.lineup import Lineup
from game.ui.props.outlook import about

if TYPE_CHECKING:
    from game.scenes.lobby import CheckKeys, LobbyScene
    from game.terminal.terminal import Terminal

_PLAYERS, _TABLES = "players", "tables"
_NOT_HERE = (
    "All together is played with four keys for each player at the same time. A terminal cannot "
    "hear them, the game in its window can. Here the keyboard is passed round."
)


def lobby(scene: LobbyScene, terminal: Terminal) -> Start | CheckKeys | None:
    """Names first, where there are none; then a sheet of lines, until Enter starts the night."""
    terminal.gap()
    if scene.draft.house.way == TOGETHER:
        scene.steps.tidy(replace(scene.draft, house=replace(scene.draft.house, way=PASS)))
        terminal.say(_NOT_HERE)
    if len(scene.table.names) < FEWEST and not seats.new_names(scene, terminal):
        return None

    def tell() -> None:
        terminal.gap()
        terminal.say(sentence(_sums(scene)))
        terminal.number([words for _, _, words in _lines(scene)])
        terminal.say("Type u to take a change back." if scene.steps.any else "")

    tell()
    while True:
        typed = listen(terminal, "Press Enter to start, or type the number of a line.", tell)
        if typed is Command.LEAVE:
            return None
        if isinstance(typed, Command):
            terminal.say("Nothing is being played, so there is nothing to pause.")
        elif typed:
            _change(scene, typed, terminal)
        elif scene.trouble:
            terminal.say(sentence(scene.trouble))
        else:
            return Start(scene.table)


def _sums(scene: LobbyScene) -> str:
    """How many play how much, and how long that will take."""
    house, table = scene.draft.house, scene.table
    count = len(table.teams or table.names)
    who = "teams" if table.teams else "players"
    length = about(scene.estimate(house, count))
    return f"{count} {who}, {house.rounds} rounds, {house.rounds * count} questions, {length}"


def _lines(scene: LobbyScene) -> list[tuple[str, str, str]]:
    """What can be changed: what it is, its title, and the whole line."""
    names = scene.table.names
    lines = [(_PLAYERS, "Players", f"Players: {listed(names)}.")]
    if any(set(table) != set(names) for table in scene.tables):
        lines.append((_TABLES, "Another table", "Another table: one that played before."))
    for name, clause in scene.clauses.items():
        if not clause.void:
            whole = f"{clause.title}: {sentence(clause.value)} {clause.says}"
            if name == "teams":
                whole = f"{clause.title}: {sentence(_teams(scene))}"
            lines.append((name, clause.title, whole))
    return lines


def _teams(scene: LobbyScene) -> str:
    return "; ".join(
        f"{team.name}, {listed(team.members) or 'nobody yet'}" for team in scene.table.teams
    )


def _change(scene: LobbyScene, typed: str, terminal: Terminal) -> None:
    """Change the line that is meant, and say what it is now."""
    lines = _lines(scene)
    place = picked(typed, [title for _, title, _ in lines])
    if typed.casefold() == "u":
        terminal.say("Taken back." if scene.steps.back() else "There is nothing to take back.")
    elif place is None:
        terminal.say(f"Please type a number from 1 to {len(lines)}, or ? for help.")
        return
    else:
        _turn(scene, lines[place][0], terminal)
    before = {name: words for name, _, words in lines}
    changed = [words for name, _, words in _lines(scene) if before.get(name) != words]
    terminal.gap()
    terminal.say(*changed, sentence(scene.trouble or _sums(scene)))


def _turn(scene: LobbyScene, name: str, terminal: Terminal) -> None:
    if name == _PLAYERS:
        seats.players(scene, terminal)
    elif name == "teams":
        seats.teams(scene, terminal)
    elif name == _TABLES:
        _recall(scene, terminal)
    else:
        house = scene.draft.house
        asked = rider.ASKED.get(name)
        after = asked(scene, terminal) if asked else turned(house, name, 1)
        scene.steps.take(replace(scene.draft, house=after))
        if preset_of(after) is None:
            scene.own = after


def _recall(scene: LobbyScene, terminal: Terminal) -> None:
    """A table of another night sits down."""
    words = [listed(table) for table in scene.tables]

    def tell() -> None:
        terminal.number(words)

    tell()
    typed = choose(terminal, "Which table? (q leaves it)", words, tell)
    if not isinstance(typed, Command):
        lines = Lineup.of(scene.tables[typed]).lines
        lineup = replace(scene.draft.lineup, lines=lines)
        scene.steps.take(replace(scene.draft, lineup=lineup))

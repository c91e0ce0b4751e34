"""Who sits at the table: names, their order, and the teams they play in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.rules.house import FEWEST, FEWEST_TEAMS, MOST_TEAMS
from game.rules.words import listed
from game.terminal.rider import number_in
from game.terminal.talk import Command, choose, listen, picked
from game.ui.lineup import Lineup
from game.ui.text.clean import clean_name

if TYPE_CHECKING:
    from game.scenes.lobby import LobbyScene
    from game.terminal.terminal import Terminal


def new_names(scene: LobbyScene, terminal: Terminal) -> bool:
    """Ask for everyone's name; False, and the table as it was, for going back."""
    before = scene.draft
    _sit(scene, replace(before.lineup, lines=()))
    terminal.say(
        "Who plays tonight? Two to eight players pass one keyboard. Type one name on each line; "
        "Enter on an empty line ends the list. A small q goes back."
    )
    while not scene.draft.lineup.full:
        line = terminal.ask(f"Name of player {len(scene.table.names) + 1}:")
        if line == "q":
            scene.steps.take(before)
            return False
        if not line and len(scene.table.names) >= FEWEST:
            break
        if line in ("", "?"):
            terminal.say("A party needs two names at least. q goes back.")
        else:
            _join(scene, terminal, line)
    terminal.say(f"On stage tonight: {listed(scene.table.names)}.")
    return True


def _sit(scene: LobbyScene, lineup: Lineup) -> None:
    scene.steps.take(replace(scene.draft, lineup=lineup))


def _join(scene: LobbyScene, terminal: Terminal, line: str) -> None:
    """One more at the table, under a name that can be shown and nobody else has."""
    seat = len(scene.table.names)
    if scene.draft.lineup.full:
        terminal.say("Eight is a full table.")
    else:
        _sit(scene, scene.draft.lineup.edited(seat, line))
        _tell_name(scene, terminal, seat, line)


def _tell_name(scene: LobbyScene, terminal: Terminal, seat: int, line: str) -> None:
    """A name that is not what was typed is said."""
    if scene.table.names[seat] != line:
        terminal.say(f"Player {seat + 1} is {scene.table.names[seat]}.")


def players(scene: LobbyScene, terminal: Terminal) -> None:
    """Add players, and change those there are, until Enter goes back."""

    def tell() -> None:
        terminal.gap()
        terminal.say("The players, in the order in which they answer.")
        terminal.number(list(scene.table.names))

    tell()
    asked = (
        "Type a name to add a player, a number to change one, or all for other players. "
        "Enter goes back."
    )
    while not isinstance(typed := listen(terminal, asked, tell), Command) and typed:
        if typed.casefold() == "all":
            new_names(scene, terminal)
        elif number_in(typed, 1, len(scene.table.names)):
            _player(scene, terminal, int(typed) - 1)
            tell()
        elif typed.isdecimal():
            terminal.say(f"There is no player {typed[:3]}.")
        else:
            _join(scene, terminal, typed)


_CHANGES = ("Another name", "Answers earlier", "Answers later", "Does not play", "Back")


def _player(scene: LobbyScene, terminal: Terminal, seat: int) -> None:
    """One change for one of the players."""
    name = scene.table.names[seat]

    def tell() -> None:
        terminal.say(f"{name}:")
        terminal.number(_CHANGES)

    tell()
    typed = choose(terminal, "Your choice?", _CHANGES, tell)
    lineup = scene.draft.lineup
    if typed == 0:
        _rename(scene, terminal, seat)
    elif typed in (1, 2):
        _sit(scene, lineup.moved(seat, -1 if typed == 1 else 1))
    elif typed == 3:
        _sit(scene, lineup.without(seat))


def _rename(scene: LobbyScene, terminal: Terminal, seat: int) -> None:
    line = terminal.ask(f"A new name for {scene.table.names[seat]}? Enter keeps the old one.")
    if not clean_name(line):
        terminal.say("The name stays.")
        return
    lines = list(scene.draft.lineup.lines)
    lines[seat] = replace(lines[seat], name=clean_name(line))
    _sit(scene, replace(scene.draft.lineup, lines=tuple(lines)))
    _tell_name(scene, terminal, seat, line)


# -- teams ---------------------------------------------------------------------------


def teams(scene: LobbyScene, terminal: Terminal) -> None:
    """How many teams, what they are called and who is in them, until Enter goes back."""

    def tell() -> None:
        terminal.gap()
        terminal.say("The teams. The number of a player moves them to the next team.")
        terminal.number(_lines(scene))

    tell()
    while True:
        typed = listen(terminal, "Which line? Enter goes back.", tell)
        if isinstance(typed, Command) or not typed:
            return
        words = ["How many", *scene.draft.lineup.sides, *scene.table.names]
        place = picked(typed, words)
        if place is None:
            terminal.say(f"Please type a number from 1 to {len(words)}, or ? for help.")
            continue
        _turn(scene, terminal, place)


def _lines(scene: LobbyScene) -> list[str]:
    lineup = scene.draft.lineup
    called = [
        f"{side}: {listed(lineup.members(number)) or 'nobody yet'}."
        for number, side in enumerate(lineup.sides)
    ]
    members = [
        f"{name} plays for {lineup.sides[lineup.side(seat)]}."
        for seat, name in enumerate(lineup.names)
    ]
    return [f"How many teams: {lineup.count}.", *called, *members]


def _turn(scene: LobbyScene, terminal: Terminal, place: int) -> None:
    lineup = scene.draft.lineup
    if not place:
        line = terminal.ask(f"How many teams, {FEWEST_TEAMS} to {MOST_TEAMS}?")
        if number_in(line, FEWEST_TEAMS, MOST_TEAMS):
            _sit(scene, lineup.counted(int(line) - lineup.count))
        terminal.number(_lines(scene))
    elif place <= lineup.count:
        line = terminal.ask(f"A new name for {lineup.sides[place - 1]}? Enter takes the usual one.")
        _sit(scene, lineup.named(place - 1, line))
        terminal.say(_lines(scene)[place])
    else:
        _sit(scene, lineup.turned(place - 1 - lineup.count, 1))
        terminal.say(_lines(scene)[place])

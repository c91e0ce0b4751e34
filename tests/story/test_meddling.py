"""A host who changes the table at any moment, in any way that the desk allows or refuses."""

from __future__ import annotations

from random import Random

import pytest

from game.rules.house import PASS, TEAMS, TOGETHER, House
from game.scenes.ask import AskScene
from game.scenes.lobby import Team
from game.scenes.table import TableScene
from game.ui.actions import Action, Choose, Letter, Typed
from tests.story.guests import NIGHT, SHARED, TABLE, Guests


def night(dice: Random, way: str) -> Guests:
    """A short night of two to four, begun in the lobby, by any house rules."""
    switches = [dice.random() < 0.6 for _ in range(5)]
    house = House(dice.choice((2, 2, 3)), dice.choice(("standard", "untimed")), way, *switches)
    player = Guests(None, (), house=house, right=dice.choice((0.0, 0.3, 0.6, 1.0)))
    count = dice.randint(2, 4)
    player.seed = player.habits = str(dice.random())
    player.tonight.names = TABLE[:count]
    if way == TEAMS:
        sides = dice.randint(2, count)
        teams = (Team(f"Side {side}", TABLE[side:count:sides]) for side in range(sides))
        player.tonight.teams = tuple(teams)
    player.press(Action.DOWN, Action.CONFIRM, Action.CONFIRM)
    return player


def meddle(player: Guests, dice: Random) -> None:
    """To the desk, for up to three changes, and back to the night."""
    if player.here == "standings" and dice.random() < 0.5:
        player.press(Letter("t"))
    else:
        player.press(Action.PAUSE)
        if isinstance(player.stage.scene, AskScene):
            player.choose("The table")
    for _ in range(dice.randint(1, 3)):
        if isinstance(player.stage.scene, TableScene):
            change(player, player.stage.scene, dice)
    while isinstance(player.stage.scene, AskScene | TableScene):
        leave = isinstance(player.stage.scene, TableScene)
        player.press(Action.BACK if leave else Action.CONFIRM)


def change(player: Guests, scene: TableScene, dice: Random) -> None:
    player.press(Choose(dice.randrange(len(scene.people))))
    match dice.choice("cdduuonns"):
        case "c":
            points = map(Typed, dice.choice(("90", "500", "-200")))
            player.press(Letter("c"), *points, Action.CONFIRM)
        case "o":
            player.press(Letter("o"), dice.choice((Action.UP, Action.DOWN)), Action.CONFIRM)
        case "n":
            name, teams = Typed(f"Guest {dice.randrange(99)}"), [Action.NEXT] * dice.randrange(3)
            player.press(Letter("n"), name, *teams, Action.CONFIRM)
        case letter:
            player.press(Letter(letter), Letter(letter))
    while isinstance(player.stage.scene, AskScene):
        # It was refused.
        player.press(Action.CONFIRM)


@pytest.mark.parametrize("way", [PASS, TEAMS, TOGETHER])
def test_a_night_with_a_meddling_host_comes_to_its_poster(way: str) -> None:
    for number in range(40):
        dice = Random(f"{way} {number}")
        player = night(dice, way)
        for _ in range(600):
            if player.here not in (*NIGHT, *SHARED):
                break
            if dice.random() < 0.25:
                meddle(player, dice)
            else:
                player.scene()
        assert player.here == "poster", number

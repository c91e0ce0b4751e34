"""The lobby with nobody and with everybody, in every way, with the longest of everything."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.rules.house import PASS, PRESETS, TEAMS, TOGETHER, USUAL, House
from game.scenes.lobby import ARROW, RULE, START, LobbyScene, Team
from game.ui.actions import Action, Choose, Recall, Typed
from game.ui.lineup import SIDE

if TYPE_CHECKING:
    from game.scenes.scene import Scene
    from game.ui.actions import Meaning

Gallery = dict[str, "Scene[Any]"]
LONG = (
    "Maximiliana Wolkenbruchs",
    "Mia",
    "Penny Lane of San Diego",
    "👩‍🚀 Bo 🎸",
    "Russell Hammond, guitar",
    "William",
    "أم كلثوم إبراهيم",
    "W" * 24,
)
FOUR = ("Mia", "Bo", "Penny", "Lu")
TABLES = (FOUR, LONG, ("W" * 24, "M" * 24), ("أم كلثوم", "שלום", "Mia"))
BOARD = "Four of three keys each are reported at once: this keyboard will do for three players."
OWN = House(15, "untimed", steal=True, heckle=True, encore=True, gentle=True)
NAMED = (
    Team("W" * 24, LONG[:3]),
    Team("The roadies of San Diego", LONG[3:5]),
    Team("أم كلثوم إبراهيم", LONG[5:6]),
    Team("👩‍👩‍👧‍👦 and a dog", LONG[6:]),
)


def lobby(
    names: tuple[str, ...] = (),
    house: House = USUAL,
    *meanings: Meaning,
    tables: tuple[tuple[str, ...], ...] = (),
    board: str = "",
    teams: tuple[Team, ...] = (),
) -> LobbyScene:
    """A lobby in which that has been meant already."""
    scene = LobbyScene(names, house, tables, board=board, teams=teams)
    scene.age = 9.0
    for meaning in meanings:
        scene.handle(meaning)
        scene.cues.clear()
    return scene


def gallery() -> Gallery:
    """Its scenes by name."""
    teams, together = replace(USUAL, way=TEAMS), replace(USUAL, way=TOGETHER)
    past: dict[str, Any] = {"tables": TABLES, "board": BOARD}
    scenes: Gallery = {
        "lobby empty": lobby(),
        "lobby one": lobby(("Mia",), USUAL, Typed("Bo ")),
        "lobby four": lobby(FOUR, tables=TABLES[:1]),
        "lobby eight": lobby(LONG, OWN, **past),
        "lobby eight name": lobby(LONG, OWN, Recall(0), Recall(1), Choose(7), **past),
        "lobby eight alike": lobby(("W" * 24,) * 8, OWN, **past),
        "lobby teams": lobby(LONG, teams, **past),
        "lobby teams named": lobby(LONG, teams, Choose(0), Action.UNDO, teams=NAMED, **past),
        "lobby teams team": lobby(LONG, teams, Choose(SIDE + 1), Typed("A ")),
        "lobby teams long": lobby(LONG, teams, Choose(7), Action.RIGHT, teams=NAMED, **past),
        "lobby teams short": lobby(FOUR[:2], teams, Choose(ARROW + 5)),
        "lobby together": lobby(FOUR, together, **past),
        "lobby together six": lobby(LONG[:6], together, **past),
        "lobby together eight": lobby(LONG, together, Choose(START), **past),
    }
    for way in (PASS, TEAMS, TOGETHER):
        house = replace(USUAL, way=way)
        for row in range(len(lobby(FOUR, house).clauses)):
            scene = lobby(FOUR, house, Action.RIGHT, *[Action.DOWN] * row, **past)
            scenes[f"lobby {way} {row}"] = scene
    for preset in PRESETS.values():
        scenes[f"lobby set {preset.name}"] = lobby(FOUR, preset.house, Action.RIGHT)
    scenes["lobby set own"] = lobby(FOUR, OWN, Action.RIGHT, Choose(RULE))
    return scenes

"""The house rules that have more than two values: what each can be, and what it is to be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from game.rules.house import FEWEST_ROUNDS, MOST_ROUNDS, PRESETS, TOGETHER, House, preset_of
from game.rules.modes import CLOCKS
from game.rules.rider import WAYS
from game.terminal.talk import Command, choose, listen
from game.terminal.terminal import sentence

if TYPE_CHECKING:
    from game.scenes.lobby import LobbyScene
    from game.terminal.terminal import Terminal

Asked: TypeAlias = "Callable[[LobbyScene, Terminal], House]"


def _preset(scene: LobbyScene, terminal: Terminal) -> House:
    house = scene.draft.house
    presets = list(PRESETS.values())
    lines = [f"{preset.title}: {preset.says}" for preset in presets]
    words, houses = [preset.title for preset in presets], [preset.house for preset in presets]
    if scene.own is not None and preset_of(scene.own) is None:
        lines.append("Your own: the mixture you made.")
        words.append("Your own")
        houses.append(scene.own)
    typed = _chosen(terminal, "Which kind of night?", lines, words)
    return house if typed is None else replace(houses[typed], way=house.way)


def _way(scene: LobbyScene, terminal: Terminal) -> House:
    # Many keys held at once are nothing that a terminal is told of.
    ways = [way for way in WAYS if way != TOGETHER]
    lines = [f"{WAYS[way][0].capitalize()}: {WAYS[way][1]}" for way in ways]
    terminal.say("All together can be played in the game’s window only.")
    words = [WAYS[way][0] for way in ways]
    typed = _chosen(terminal, "How do you play?", lines, words)
    return scene.draft.house if typed is None else replace(scene.draft.house, way=ways[typed])


def _clock(scene: LobbyScene, terminal: Terminal) -> House:
    clocks = list(CLOCKS.values())
    lines = [
        f"{clock.title}: {clock.limit:.0f} seconds an answer."
        if clock.limit
        # In the words of the rider.
        else f"{clock.title}: nobody is hurried."
        for clock in clocks
    ]
    typed = _chosen(terminal, "Which clock?", lines, [clock.title for clock in clocks])
    house = scene.draft.house
    return house if typed is None else replace(house, clock=clocks[typed].name)


def _chosen(terminal: Terminal, prompt: str, lines: list[str], words: list[str]) -> int | None:
    """One of `lines`, each also called by its words; None for leaving it."""

    def tell() -> None:
        terminal.gap()
        terminal.number([sentence(line) for line in lines])

    tell()
    typed = choose(terminal, f"{prompt} (q leaves it)", words, tell)
    return None if isinstance(typed, Command) else typed


def _rounds(scene: LobbyScene, terminal: Terminal) -> House:
    house = scene.draft.house
    limits = f"from {FEWEST_ROUNDS} to {MOST_ROUNDS}"
    asked = f"How many rounds, {limits}? Enter keeps {house.rounds}."
    while not isinstance(typed := listen(terminal, asked, lambda: None), Command):
        if not typed:
            break
        if number_in(typed, FEWEST_ROUNDS, MOST_ROUNDS):
            return replace(house, rounds=int(typed))
        terminal.say(f"Please type a number {limits}, or ? for help.")
    return house


def number_in(typed: str, fewest: int, most: int) -> bool:
    """Whether a line is a number within these."""
    return typed.isascii() and typed.isdecimal() and len(typed) < 4 and fewest <= int(typed) <= most


ASKED: dict[str, Asked] = {"preset": _preset, "way": _way, "rounds": _rounds, "clock": _clock}

"""How the settings are told: a number for what to change, a number for what it is to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.keys import ACTIONS, TITLES
from game.scenes.settings import Changed, Dial, Errand
from game.terminal.talk import Command, agreed, choose
from game.terminal.terminal import sentence, spoken
from game.ui.bindings import Bindings

if TYPE_CHECKING:
    from game.scenes.keys import KeysScene
    from game.scenes.settings import SettingsScene
    from game.terminal.terminal import Terminal


def settings(scene: SettingsScene, terminal: Terminal) -> Changed | Errand:
    """Every line with what is set now, then the choices of the one that is wanted."""
    lines = [each for each in scene.lines if each is not Errand.RETRY]
    words = [each.title if isinstance(each, Dial) else each.value for each in lines]

    def tell() -> None:
        terminal.gap()
        terminal.say("Settings. Most of them are for the game in its window.")
        terminal.number([_line(scene, each) for each in lines])

    tell()
    typed = choose(terminal, "Which one? (q goes back)", words, tell)
    if isinstance(typed, Command):
        return Errand.BACK
    line = lines[typed]
    if isinstance(line, Errand):
        return line
    return _value(scene, line, terminal)


def _line(scene: SettingsScene, line: Dial | Errand) -> str:
    if isinstance(line, Errand):
        return line.value
    return f"{line.title}: {spoken(line.choices[line.at(scene.settings())][1])}"


def _value(scene: SettingsScene, dial: Dial, terminal: Terminal) -> Changed:
    words = [spoken(words) for _, words in dial.choices]
    now = dial.at(scene.settings())

    def tell() -> None:
        terminal.gap()
        terminal.say(f"{dial.title}. {sentence(spoken(dial.about))}")
        terminal.number([f"{each}{', set now' * (at == now)}" for at, each in enumerate(words)])

    tell()
    typed = choose(terminal, "What shall it be? (q leaves it)", words, tell)
    return Changed(dial.name, dial.choices[now if isinstance(typed, Command) else typed][0])


def keys(scene: KeysScene, terminal: Terminal) -> dict[str, str] | None:
    """The keys of the window, which only it can hear; here they can be put back."""

    def tell() -> None:
        terminal.gap()
        terminal.say("The keys of the game in its window, where they can be changed.")
        names = scene.bindings.names
        terminal.say(*(f"{TITLES[each]}: {names[each]}." for each in ACTIONS))

    tell()
    if scene.bindings == Bindings():
        return None
    if agreed(terminal, "Put all of them back as they were at first?", tell):
        scene.bindings = Bindings()
        return {}
    return None

"""How it is told what to play alone: the ways to play, and a code that is typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.modes import CLOCKS, MODES
from game.scenes.ways import Chosen
from game.terminal.talk import Command, choose, listen, picked
from game.terminal.terminal import sentence, spoken

if TYPE_CHECKING:
    from game.scenes.entry import EntryScene
    from game.scenes.ways import Way, WaysScene
    from game.terminal.terminal import Terminal

_SECONDS = {
    clock.title: f"{clock.limit:.0f} seconds an answer" if clock.limit else "take all night"
    for clock in CLOCKS.values()
}


def ways(scene: WaysScene, terminal: Terminal) -> Chosen | None:
    """The modes; then, for the one that is wanted, how long and against which clock."""
    words = [way.title for way in scene.ways]

    def tell() -> None:
        terminal.gap()
        terminal.say("A night alone.")
        terminal.number([f"{way.title}: {way.blurb}" for way in scene.ways])

    tell()
    while True:
        typed = choose(terminal, "Which way to play? (q goes back)", words, tell)
        if isinstance(typed, Command):
            return None
        scene.chosen = typed
        if chosen := _way(scene, scene.ways[typed], terminal):
            return chosen
        tell()


def _way(scene: WaysScene, way: Way, terminal: Terminal) -> Chosen | None:
    """What is to be known and chosen of one way to play; None for another one."""
    terminal.gap()
    terminal.say(f"{way.title}. {way.about}")
    terminal.say(*(sentence(f"{name}: {spoken(figure)}") for name, figure in way.figures))
    if way.trouble:
        terminal.say(sentence(way.trouble))
        return None
    length = _length(way, terminal)
    if length is None:
        return None
    timed = CLOCKS[MODES[way.mode].clock].limit is not None
    clock = _clock(scene, terminal) if timed and len(scene.clocks) > 1 else scene.clock
    return None if clock is None else Chosen(way.mode, length, clock)


def _length(way: Way, terminal: Terminal) -> int | None:
    """How many tracks, as the number itself; None for going back."""
    if not way.lengths:
        return way.length
    *most, last = map(str, way.lengths)
    asked = f"How many tracks: {', '.join(most)} or {last}? Enter takes {way.length}."
    while not isinstance(typed := listen(terminal, asked, lambda: None), Command):
        if not typed or typed in map(str, way.lengths):
            return int(typed or way.length)
        terminal.say(f"Please type {', '.join(most)} or {last}, or ? for help.")
    return None


def _clock(scene: WaysScene, terminal: Terminal) -> int | None:
    """The clock's place among the clocks; None for going back."""
    words = scene.clocks

    def tell() -> None:
        terminal.number([f"{title}: {_SECONDS[title]}" for title in words])

    tell()
    asked = f"Against which clock? Enter takes {words[scene.clock]}."
    while not isinstance(typed := listen(terminal, asked, tell), Command):
        choice = picked(typed, words) if typed else scene.clock
        if choice is not None:
            return choice
        terminal.say(f"Please type a number from 1 to {len(words)}, or ? for help.")
    return None


def entry(scene: EntryScene, terminal: Terminal) -> str | None:
    """A line asked for until nothing is wrong with it; an empty one goes back."""

    def tell() -> None:
        terminal.gap()
        terminal.say(sentence(scene.heading), scene.below)

    tell()
    while True:
        typed = listen(terminal, "Type it and press Enter; an empty line goes back.", tell)
        if not typed or isinstance(typed, Command):
            return None
        trouble = scene.check(typed)
        if not trouble:
            return typed
        terminal.say(trouble)

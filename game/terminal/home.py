"""How the scenes around a match are told: the title, and everything that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from game.scenes.title import Wish
from game.terminal.talk import HELP, Command, choose, go_on
from game.terminal.terminal import sentence

if TYPE_CHECKING:
    from game.scenes.ask import AskScene
    from game.scenes.title import TitleScene
    from game.terminal.terminal import Terminal

C = TypeVar("C")


def title(scene: TitleScene, terminal: Terminal) -> Wish:
    """The menu, and which pack is in hand."""
    words = [wish.value for wish in scene.wishes]
    notes = {line.wish: line.note for line in scene.lines}

    def tell() -> None:
        card = scene.news() or scene.card
        terminal.gap()
        terminal.say(sentence(f"The pack tonight: {card.title}"))
        if scene.notice:
            terminal.say(scene.notice)
        terminal.number(
            [
                f"{each.value}: {notes[each]}" if each in notes else each.value
                for each in scene.wishes
            ]
        )

    tell()
    while True:
        typed = choose(terminal, "What shall it be?", words, tell)
        if typed is Command.LEAVE:
            return Wish.QUIT
        if isinstance(typed, int):
            scene.chosen = typed
            return scene.wishes[typed]
        terminal.say("Nothing is being played, so there is nothing to pause.")


def ask(scene: AskScene[C], terminal: Terminal) -> C:
    """A break, "leave?", or a notice."""
    if scene.called == "pause" and terminal.breaks:
        return scene.choices[-1 if terminal.breaks.pop(0) else 0][1]
    words = [words for words, _ in scene.choices]

    def tell() -> None:
        terminal.gap()
        terminal.say(sentence(scene.heading))
        # In a terminal what was said stays in sight; a break only stops the clock.
        if scene.called != "pause":
            terminal.say(scene.below)
        if len(words) > 1:
            terminal.number(words)

    tell()
    if len(words) == 1:
        go_on(terminal, "Press Enter to go on.", tell)
        return scene.choices[0][1]
    while isinstance(typed := choose(terminal, "Your choice?", words, tell), Command):
        terminal.say(HELP)
    result = scene.choices[typed][1]
    if scene.called == "leave" and result:
        terminal.breaks.clear()
    return result

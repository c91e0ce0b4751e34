"""A story from its first scene to its end, in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.terminal.dialogues import dialogue_of
from game.terminal.terminal import Gone

if TYPE_CHECKING:
    from game.scenes.scene import Story
    from game.terminal.terminal import Terminal

FAREWELL = "Good night."


def run(story: Story[Any], terminal: Terminal) -> None:
    """Tell `story` until it ends, or until nobody answers any more."""
    terminal.say("Encore, the trivia game for people who stay after the encore.")
    terminal.say("Type a number and press Enter to choose. Type ? for help, q to leave.")
    try:
        _tell(story, terminal)
    except Gone:
        pass
    except KeyboardInterrupt:
        terminal.gap()
        terminal.say(FAREWELL)
        raise
    finally:
        story.close()
    terminal.say(FAREWELL)


def _tell(story: Story[Any], terminal: Terminal) -> None:
    result: object = None
    while True:
        try:
            scene = story.send(result)
        except StopIteration:
            return
        result = dialogue_of(scene)(scene, terminal)

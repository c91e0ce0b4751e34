"""Breaks in a match, and leaving it: the same in every way to play."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.scenes.ask import AskScene
from game.scenes.scene import Paused, Scene, show

if TYPE_CHECKING:
    from game.scenes.scene import Story


class Left(Exception):
    """The player has left the match."""


def through_breaks(scene: Scene[Any]) -> Story[Any]:
    """Show `scene`, and again after every break; its result.

    Raises:
        Left: when the player leaves during a break.
    """
    while True:
        result = yield from show(scene)
        if not isinstance(result, Paused):
            return result
        yield from _break()


def _break() -> Story[None]:
    while True:
        leaving = yield from show(
            AskScene(
                "pause",
                "pause",
                "Take five",
                "The clock stands still, and the question is out of sight until you are back.",
                (("Go on", False), ("Leave the match", True)),
                back=False,
            )
        )
        if not leaving:
            return
        sure = yield from show(
            AskScene(
                "leave",
                "hourglass",
                "Leave the match?",
                "It is kept as it stands: the title offers to carry on with it.",
                (("Stay", False), ("Leave", True)),
                back=False,
            )
        )
        if sure:
            raise Left


def tell(sign: str, heading: str, below: str) -> Story[None]:
    """Say something that must be read, until a key is pressed."""
    yield from show(AskScene("notice", sign, heading, below, (("All right", None),), back=None))

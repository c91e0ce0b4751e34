"""Breaks in a match, and leaving it: the same in every way to play."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.scenes.ask import AskScene
from game.scenes.scene import Paused, Scene, show

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenes.scene import Story

_GO_ON, _TABLE, _LEAVE = "go on", "table", "leave"


class Left(Exception):
    """The player has left the match."""


class Changed(Exception):
    """The table has changed the match during a break: whatever was shown may no longer hold."""


def through_breaks(scene: Scene[Any], pause: Callable[[], Story[None]] | None = None) -> Story[Any]:
    """Show `scene`, and again after every break; its result. `pause` is what a break is.

    Raises:
        Left: when the player leaves during a break.
    """
    while True:
        result = yield from show(scene)
        if not isinstance(result, Paused):
            return result
        yield from (pause or take_five)()


def take_five(desk: Callable[[], Story[None]] | None = None) -> Story[None]:
    """A break; `desk` is what "the table" leads to, where there is one.

    Raises:
        Left: when the player leaves.
    """
    table = (("The table", _TABLE),) if desk else ()
    while True:
        wish = yield from show(
            AskScene(
                "pause",
                "pause",
                "Take five",
                "The clock stands still, and the question is out of sight until you are back.",
                (("Go on", _GO_ON), *table, ("Leave the match", _LEAVE)),
                back=_GO_ON,
            )
        )
        if wish == _TABLE and desk:
            yield from desk()
        elif wish == _GO_ON:
            return
        else:
            yield from _leave()


def _leave() -> Story[None]:
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

"""A match that waits to be carried on, when another is about to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.ask import AskScene
from game.scenes.scene import show

if TYPE_CHECKING:
    from game.scenes.scene import Story
    from game.story.tonight import Tonight


def place_for_another(tonight: Tonight) -> Story[bool]:
    """Ask before a match that was begun is given up; whether another may begin.

    A match in which nothing was answered is not asked about.
    """
    old = tonight.records.unfinished()
    if old is None:
        return True
    if old.match.played and not old.match.over:
        give_up = yield from show(
            AskScene(
                "waiting",
                "hourglass",
                "A match is waiting",
                f"{old.match.mode.title} was not played to its end. "
                "Another match takes its place for good.",
                (("Keep it", False), ("Give it up and play", True)),
                back=False,
            )
        )
        if not give_up:
            return False
    tonight.records.abandon(old.id)
    return True

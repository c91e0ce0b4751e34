"""Changing what is set, one thing after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.keys import KeysScene
from game.scenes.scene import show
from game.scenes.settings import Changed, Errand, SettingsScene
from game.ui.bindings import Bindings

if TYPE_CHECKING:
    from game.scenes.scene import Story
    from game.story.tonight import Tonight


def settings(tonight: Tonight) -> Story[None]:
    """The settings until the player goes back; every change counts and is kept at once."""
    page = SettingsScene(lambda: tonight.settings, tonight.silence)
    while True:
        result = yield from show(page)
        if isinstance(result, Changed):
            _change(tonight, result)
        elif result is Errand.KEYS:
            yield from _keys(tonight)
        elif result is Errand.RETRY:
            tonight.listen()
        else:
            return


def _change(tonight: Tonight, change: Changed) -> None:
    if change.name == "clock":
        # What is set now is meant, whatever the evening began with.
        tonight.clock = None
    tonight.set(**{change.name: change.value})


def _keys(tonight: Tonight) -> Story[None]:
    page = KeysScene(Bindings.of(tonight.settings.keys))
    while (keys := (yield from show(page))) is not None:
        tonight.set(keys=keys)

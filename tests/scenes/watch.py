"""A scene on a stage of its own, for tests that press keys and let time pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from game.scenes.scene import Scene
    from game.ui.actions import Meaning


class Watch:
    """Shows one scene; `result` is what it ended with, `over` whether it has."""

    def __init__(self, scene: Scene[Any]) -> None:
        self.scene = scene
        self.result: object = None
        self.stage = Stage(self._story())

    def _story(self) -> Generator[Scene[Any], Any, None]:
        self.result = yield self.scene

    @property
    def over(self) -> bool:
        return self.stage.over

    @property
    def cues(self) -> Sequence[object]:
        return self.stage.cues

    def mean(self, *meanings: Meaning) -> None:
        for meaning in meanings:
            self.stage.handle(meaning)

    def tick(self, dt: float) -> None:
        self.stage.tick(dt)

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds / 0.05)):
            self.tick(0.05)

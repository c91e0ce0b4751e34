"""Where a story is shown: one scene at a time, no window needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from game.scenes.scene import Done, Scene, Story
from game.ui.actions import Action

if TYPE_CHECKING:
    from game.ui.actions import Meaning
    from game.ui.painter import Painter
    from game.ui.sound import Heard

# No picture takes longer than this to the scenes, however long the machine slept.
LONGEST_STEP = 0.25


def unnoticed(_name: str, _state: str) -> None:
    """Nobody is told what is shown."""


class Stage:
    """Runs a story: hands what the player means to the scene of the moment.

    `notice` is told (name, state) whenever another scene or another part of
    one is shown.
    """

    def __init__(self, story: Story[Any], notice: Callable[[str, str], None] = unnoticed) -> None:
        self._story = story
        self._notice = notice
        self._noticed = ("", "")
        self.over = False
        self.cues: list[Heard] = []
        self.scene: Scene[Any] = Scene()
        self._go_on(None)

    def handle(self, meaning: Meaning) -> None:
        """The player means something; a scene too young to listen hears of a break only."""
        hears = self.scene.age >= self.scene.deaf or meaning is Action.PAUSE
        if not self.over and hears:
            self._take(self.scene.handle(meaning))

    def tick(self, dt: float) -> None:
        """`dt` seconds pass; a longer gap counts as `LONGEST_STEP`."""
        if self.over:
            return
        dt = min(max(dt, 0.0), LONGEST_STEP)
        self.scene.age += dt
        self._take(self.scene.tick(dt))

    def draw(self, painter: Painter) -> None:
        """Describe the scene of the moment."""
        self.scene.draw(painter)

    def close(self) -> None:
        """End the story wherever it is."""
        self.over = True
        self._story.close()

    def _take(self, done: Done[Any] | None) -> None:
        self.cues += self.scene.cues
        self.scene.cues.clear()
        if done is not None:
            self._go_on(done.result)
        self._tell()

    def _go_on(self, result: object) -> None:
        try:
            self.scene = self._story.send(result)
        except StopIteration:
            self.over = True
            return
        self._tell()

    def _tell(self) -> None:
        now = (self.scene.name, self.scene.state)
        if now != self._noticed and not self.over:
            self._noticed = now
            self._notice(*now)

"""Someone who plays a story without a window and takes pictures of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.question import QuestionScene
from game.stage import Stage
from game.ui.actions import Action, Choose

if TYPE_CHECKING:
    from pathlib import Path

    import pygame

    from game.scenes.scene import Story
    from game.ui.actions import Meaning
    from game.ui.painter import Painter

_STEP = 0.05
_PATIENCE = 20.0


class Tourist:
    """Plays a story and takes pictures of `size` pixels into `folder`."""

    def __init__(self, painter: Painter, folder: Path, size: tuple[int, int]) -> None:
        import pygame

        self.painter, self.folder = painter, folder
        self.surface = pygame.Surface(size)
        self.taken: list[str] = []
        self.stage: Stage

    def visit(self, story: Story[None]) -> None:
        """Go to where `story` begins."""
        self.stage = Stage(story)

    def take(self, name: str, after: float = 2.5) -> None:
        """A picture called `name`, `after` seconds from now, when things have come to rest."""
        self.wait(after)
        self.painter.begin(self.surface.get_size())
        self.stage.draw(self.painter)
        self.painter.forget()
        self.painter.finish(self.surface)
        save(self.surface, self.folder / f"{name}.png")
        self.taken.append(name)

    def wait(self, seconds: float) -> None:
        """Let time pass; a scene that ends by itself is followed."""
        for _ in range(round(seconds / _STEP)):
            self.stage.tick(_STEP)

    def press(self, *meanings: Meaning) -> None:
        """Mean these things one after the other, each when the scene listens."""
        for meaning in meanings:
            self.wait(0.9)
            self.stage.handle(meaning)

    def until(self, name: str, state: str = "") -> None:
        """Let time pass until a scene is there.

        Raises:
            RuntimeError: when it does not come.
        """
        passed = 0.0
        while (self.stage.scene.name, self.stage.scene.state) != (name, state):
            self.stage.tick(_STEP)
            passed += _STEP
            if passed > _PATIENCE + 40:
                here = f"{self.stage.scene.name} {self.stage.scene.state}"
                raise RuntimeError(f"waited for {name} {state}, but it is still {here}")

    def answer(self, right: bool) -> None:
        """Answer the question on the screen with its key, or with the first wrong option."""
        scene = self.stage.scene
        if not isinstance(scene, QuestionScene):
            raise TypeError(f"no question to answer, but {scene.name}")
        if scene.state == "read":
            self.press(Action.READY)
        key = scene.card.key
        self.press(Choose(key if right else (key + 1) % len(scene.card.options)))


def save(surface: pygame.Surface, path: Path) -> None:
    """Write a PNG.

    Raises:
        OSError: when it cannot be written.
    """
    import io

    import pygame

    data = io.BytesIO()
    pygame.image.save(surface, data, "picture.png")
    path.write_bytes(data.getvalue())

"""The tour: the game plays by itself and a picture of every scene is kept.

It needs no screen. What it plays are the stories themselves, so a scene that a
player can reach and the tour does not show is a gap in this file.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from game.rules.modes import CLOCKS, HOLD
from game.scenes.question import QuestionScene
from game.stage import Stage
from game.story.home import evening
from game.ui.actions import Action, Choose, Typed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pygame

    from game.scenes.scene import Story
    from game.story.tonight import Tonight
    from game.ui.actions import Meaning
    from game.ui.painter import Painter

_STEP = 0.05
_PATIENCE = 20.0
GUESTS = ("Penny", "Russell", "William")


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


def tour(
    new_painter: Callable[[], Painter], tonight: Tonight, folder: Path, size: tuple[int, int]
) -> list[str]:
    """Play through every scene; the names of the pictures taken, without `.png`.

    `tonight` must give the same seed each time it is asked for one tour to be
    like another. Its rack should hold a pack that cannot be played, to show
    what that looks like.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    pygame.display.init()
    # Pictures are kept in a window's own format, so there has to be one.
    window = pygame.Window("Encore", (16, 16), hidden=True)
    window.get_surface()
    tourist = Tourist(new_painter(), folder, size)
    _front(tourist, tonight)
    _solo(tourist, tonight)
    _party(tourist, tonight)
    window.destroy()
    return tourist.taken


def _front(tourist: Tourist, tonight: Tonight) -> None:
    tonight.rack.open(tonight.pack)
    tourist.visit(evening(tonight))
    tourist.take("title")
    tourist.press(Action.DOWN, Action.DOWN, Action.CONFIRM)
    tourist.take("packs")
    broken = [entry.id for entry in tonight.rack.entries if entry.id.startswith("own:")]
    if broken:
        tourist.press(Choose(len(tonight.rack.entries) - 1))
        tourist.take("packs-broken")


def _solo(tourist: Tourist, tonight: Tonight) -> None:
    tourist.visit(evening(tonight, "setlist"))
    tourist.take("question-read", after=0.8)
    tourist.press(Action.READY)
    tourist.take("question-answer", after=1.2)
    tourist.press(Action.RIGHT)
    tourist.take("question-chosen", after=3.0)
    tourist.press(Action.BACK)
    tourist.take("pause")
    tourist.press(Action.DOWN, Action.CONFIRM)
    tourist.take("leave")
    tourist.press(Action.BACK, Action.BACK)
    tourist.answer(right=True)
    tourist.take("reveal-hold", after=HOLD / 2)
    tourist.take("reveal-right")
    tourist.press(Action.READY)
    tourist.until("question", "read")
    tourist.answer(right=False)
    tourist.take("reveal-wrong", after=HOLD + 2)
    tourist.press(Action.READY, Action.READY)
    tourist.until("question", "answer")
    tourist.take("question-hurry", after=17.2)
    tourist.until("reveal", "told")
    tourist.take("reveal-late")
    for number in range(7):
        tourist.press(Action.READY)
        tourist.until("question", "read")
        tourist.answer(right=number != 3)
        tourist.until("reveal", "told")
        if number == 5:
            tourist.take("reveal-roll", after=1.5)
    tourist.press(Action.READY)
    tourist.until("results")
    tourist.take("results")
    untimed = replace(tonight, clock=CLOCKS["untimed"])
    tourist.visit(evening(untimed, "setlist"))
    tourist.press(Action.READY)
    tourist.take("question-untimed", after=1.2)


def _party(tourist: Tourist, tonight: Tonight) -> None:
    tourist.visit(evening(tonight))
    tourist.press(Choose(1))
    tourist.take("names-empty")
    for name in GUESTS:
        tourist.press(Typed(name), Action.CONFIRM)
    tourist.take("names")
    tourist.press(Action.CONFIRM)
    tourist.take("gate-first")
    turn = 0
    while tourist.stage.scene.name != "poster":
        if tourist.stage.scene.name == "standings":
            if turn == 2 * len(GUESTS):
                tourist.take("standings")
            tourist.press(Action.READY)
        if turn == 2 * len(GUESTS) + 1:
            tourist.take("gate")
        tourist.press(Action.READY)
        if turn == 1:
            tourist.press(Action.READY)
            tourist.take("question-party")
        tourist.answer(right=(turn * 7) % 5 != 1)
        tourist.until("reveal", "told")
        if turn == 1:
            tourist.take("reveal-party")
        tourist.press(Action.READY)
        turn += 1
    tourist.take("poster-confetti", after=1.6)
    tourist.take("poster", after=5)

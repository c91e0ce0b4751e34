"""One picture: described, painted in part or whole, beside moving a frame's bytes once."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Iterator
from dataclasses import replace

from game.stage import Stage
from game.ui.actions import Action, Choose
from tests.bench.rows import Row, alternating, took

SIZES = ((1280, 720), (1920, 1080), (3840, 2160))
TIMES = 40
# The same in percent of a processor as a floor of T60 is measured: so many a second.
SMOOTH = 60
PICTURE = 1000 / SMOOTH


def rows() -> Iterator[Row]:
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    for size in SIZES:
        yield from _at(size)
    yield _worst((1920, 1080))


def _at(size: tuple[int, int]) -> Iterator[Row]:
    import pygame

    from tests.conftest import ROOT

    pygame.display.init()
    window = pygame.Window("bench", size, hidden=True)
    surface = window.get_surface()

    from game.ui.screen import new_painter

    painter, stage = new_painter(ROOT / "assets"), _question()

    def show() -> None:
        painter.begin(size)
        stage.draw(painter)
        painter.finish(surface)

    def step() -> None:
        stage.tick(0.1)
        show()

    def anew() -> None:
        painter.forget()
        show()

    for work in (step, anew, show):
        work()
    moved, still, clock, whole = alternating(
        [
            lambda: took(_moving(size), TIMES),
            lambda: took(show, TIMES),
            lambda: took(step, TIMES),
            lambda: took(anew, TIMES),
        ],
        5,
    )
    window.destroy()
    name = f"{size[0]} x {size[1]}"
    yield Row(f"the same picture again, {name}", still, moved, "M")
    yield Row(f"a step of the clock, {name}", clock, moved, "M", 1.5)
    yield Row(f"all of it anew, {name}", whole, moved, "M", 4)


def _moving(size: tuple[int, int]) -> Callable[[], object]:
    count = size[0] * size[1] * 4
    here, there = ctypes.create_string_buffer(count), ctypes.create_string_buffer(count)
    ctypes.memmove(there, here, count)
    return lambda: ctypes.memmove(there, here, count)


def _question() -> Stage:
    from game.rules.deal import deal_card
    from game.rules.modes import CLOCKS
    from game.scenes.question import QuestionScene
    from game.scenes.scene import show
    from game.ui.props.header import Header
    from tests.rules.bank import question

    card = deal_card(question("q"), "s")
    # Nobody's time runs out before the last step.
    clock = replace(CLOCKS["standard"], limit=100_000.0)
    scene = QuestionScene(card, clock, Header("TRACK 1 OF 10", "Small", 0))
    scene.reading_left, scene.spent = 0.0, 3.0
    stage = Stage(show(scene))
    scene.age = 9.0
    return stage


def _worst(size: tuple[int, int]) -> Row:
    """The longest of a match's pictures, its changes of scene among them."""
    import pygame

    from game.ui.screen import new_painter
    from tests.conftest import ROOT
    from tests.story.drive import Player

    pygame.display.init()
    window = pygame.Window("bench", size, hidden=True)
    painter, surface = new_painter(ROOT / "assets"), window.get_surface()
    painter.art.patient = True
    player = Player()
    spent: list[float] = []

    def picture() -> None:
        painter.begin(size)
        player.stage.draw(painter)
        painter.finish(surface)
        painter.art.begin()

    for number in range(2000):
        if player.stage.over:
            break
        player.stage.tick(1 / SMOOTH)
        spent.append(took(picture))
        if number % SMOOTH == SMOOTH - 1:
            player.stage.handle(Choose(number // SMOOTH % 4))
            player.stage.handle(Action.CONFIRM)
    window.destroy()
    late = sum(each > PICTURE for each in spent)
    name = f"the longest of {len(spent)} pictures of a match, {size[0]} x {size[1]} ({late} late)"
    return Row(name, max(spent), PICTURE, "a 60th of a second", 1)

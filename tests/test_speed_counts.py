"""What must not be done, counted; how long the rest takes is for `python -m tests.bench`."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pygame

from game.records import Records
from tests.conftest import ROOT, Painters
from tests.records.play import NOW, PACK, answered, dealt
from tests.scenes.gallery import gallery

if TYPE_CHECKING:
    from pathlib import Path

    from game.packs.pack import Pack

# What the first picture has no use for.
NEVER = ("numpy", "pkg_resources", "asyncio", "importlib.metadata", "argparse", "yaml", "fsrs")
NOT_YET = ("json", "game.rules.match", "game.rules.distractors", "game.packs.parse")
# Opens the game on a window nobody sees, and says what is loaded once a picture is shown.
FIRST_PICTURE = """
import sys
from game.app import App
from game.cli import main

drawn = App._show

def show(self):
    drawn(self)
    print(" ".join(sys.modules))
    self.closing = 0

App._show = show
sys.exit(main([]))
"""
# Goes round the loop without resting until nothing moves, then so many times more.
AT_REST = """
import sys, time
from game.app import App
from game.cli import main

shown, rests = [], []
drawn = App._show

def show(self):
    drawn(self)
    shown.append(self._stage.scene.name)

def rest(self, now):
    time.sleep(0.002)
    self._last -= 0.1
    if self._stage.scene.pace == 0 and not self._dirty:
        if not rests:
            print(shown[0], len(shown) > 0)
            shown.clear()
        rests.append(now)
    if len(rests) == 40:
        print(len(shown))
        self.closing = 0

App._show, App._rest = show, rest
sys.exit(main([]))
"""


def said(code: str, folder: Path) -> str:
    """What a program of its own prints, with an empty home in `folder`."""
    homes = {name: str(folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    unseen = {
        "SDL_VIDEODRIVER": "dummy",
        "SDL_AUDIODRIVER": "dummy",
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | homes | unseen,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout


def test_the_first_picture_loads_nothing_it_has_no_use_for(tmp_path: Path) -> None:
    loaded = set(said(FIRST_PICTURE, tmp_path).split())
    assert "game.scenes.title" in loaded
    assert sorted(loaded.intersection((*NEVER, *NOT_YET))) == []


def test_a_title_at_rest_draws_no_pictures_and_presents_none(tmp_path: Path) -> None:
    assert said(AT_REST, tmp_path).split() == ["title", "True", "0"]


def test_a_turn_is_one_commit(tmp_path: Path) -> None:
    records = Records.open(tmp_path, now=lambda: NOW)
    match = dealt("a")
    match_id = records.begin("solo", PACK, match, {})
    store = records._ledger._store
    assert store is not None
    asked: list[str] = []
    store.connection.set_trace_callback(asked.append)
    for number in range(1, len(match.course)):
        match = answered(match)
        records.keep(match_id, match)
        assert sum(each.strip().upper().startswith("COMMIT") for each in asked) == number
    records.close()


class Canvas(pygame.Surface):
    """A surface that remembers what was laid on it."""

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__(size, 0, 32)
        self.laid: list[pygame.Surface] = []

    def blit(self, source: pygame.Surface, *given: object, **named: object) -> pygame.Rect:
        self.laid.append(source)
        return super().blit(source, *given, **named)  # type: ignore[arg-type]


def test_every_surface_is_in_the_windows_own_format(
    painters: Painters, almost_famous: Pack
) -> None:
    painter, canvas = painters(), Canvas((1280, 720))
    # One scene of each kind.
    for scene in {type(each): each for each in gallery(almost_famous).values()}.values():
        painter.begin(canvas.get_size())
        scene.draw(painter)
        painter.finish(canvas)
    pixel = pygame.Surface((1, 1))
    native = {each.get_masks() for each in (pixel.convert(), pixel.convert_alpha())}
    assert len(canvas.laid) > 200
    assert {each.get_masks() for each in canvas.laid} <= native

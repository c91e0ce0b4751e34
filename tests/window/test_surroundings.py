"""The game on machines that lack something."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.window.harness import PATIENCE, ROOT, Playing, playing, surroundings
from tests.window.moves import is_plain, press, started

WITHOUT_FONTS = """
import sys
from importlib.abc import MetaPathFinder

class NoFonts(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.startswith("font"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, NoFonts())
from game.cli import main
from game.ui.text.fonts import FontBook
assert len(FontBook().missing) == 7
raise SystemExit(main(["play"]))
"""


def play_a_turn(game: Playing) -> None:
    press(game, "space", scene="question", state="answer")
    press(game, "1", turn=1)
    press(game, "space", scene="reveal", state="told")


def test_without_a_screen_one_line_says_what_works(tmp_path: Path) -> None:
    fresh = surroundings(tmp_path)
    del fresh["SDL_VIDEODRIVER"]
    ended = subprocess.run(
        [sys.executable, "-m", "game"],
        cwd=ROOT,
        env=fresh,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert len(ended.stderr.splitlines()) == 1
    assert "`encore text`" in ended.stderr
    assert "`encore tour`" in ended.stderr


@pytest.mark.window
@pytest.mark.parametrize(
    "lack",
    [
        {"SDL_AUDIODRIVER": "nonsense"},
        {"HOME": "/nowhere"} | {f"XDG_{name}_HOME": "/nowhere" for name in ("CACHE", "CONFIG")},
        {"HOME": "/dev/null"}
        | {f"XDG_{name}_HOME": "/dev/null/x" for name in ("CACHE", "CONFIG", "DATA", "STATE")},
    ],
    ids=["sound", "home", "place to write"],
)
def test_a_turn_can_be_played_without(lack: dict[str, str], tmp_path: Path) -> None:
    with started(tmp_path, "--mode", "setlist", environment=lack) as game:
        play_a_turn(game)


@pytest.mark.window
def test_without_the_fonts_there_is_a_title_and_a_turn(tmp_path: Path) -> None:
    with playing([sys.executable, "-c", WITHOUT_FONTS], tmp_path) as game:
        game.wait_scene("title")
        game.wait_for(lambda: not is_plain(game.screenshot()), "a picture")
        game.key("Return")
        game.wait_scene("ways")
        play_a_turn(game)
        assert game.stderr == ""

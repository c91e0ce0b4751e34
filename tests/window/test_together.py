"""Several players at one keyboard, in a real window: keys held at once, by where they lie."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.window.harness import Playing, playing

pytestmark = pytest.mark.window

PROGRAM = """
import json, os, sys
from pathlib import Path

from game.app import App, open_window
from game.rules.deal import deal_card
from game.rules.modes import CLOCKS, DEAF
from game.scenes.key_check import KeyCheckScene
from game.scenes.scene import show
from game.scenes.together import TogetherScene
from game.ui.boards import ARRANGEMENTS
from game.ui.props.header import Header
from game.ui.props.stands import Contender
from game.ui.screen import new_painter
from game.ui.sound import Sound
from tests.rules.bank import question


def trace(**line):
    with open(os.environ["ENCORE_TRACE"], "a") as file:
        file.write(json.dumps(line) + "\\n")


class Check(KeyCheckScene):
    def tick(self, dt):
        before, done = self.trial.step, super().tick(dt)
        if self.trial.step != before:
            trace(scene="step", number=self.trial.step)
        return done

    def handle(self, meaning):
        done = super().handle(meaning)
        trace(scene="held", keys=list(self.trial.held))
        return done


class Together(TogetherScene):
    def tick(self, dt):
        before, done = self.spent, super().tick(dt)
        if before < DEAF <= self.spent:
            trace(scene="listening")
        return done


def story():
    people = (Contender(0, "Mia"), Contender(1, "Bo"))
    board = yield from show(Check(people, "letters"))
    trace(scene="board", name=board)
    keys = ARRANGEMENTS[board].dealt(2)
    card = deal_card(question("q"), "s")
    scene = Together(card, CLOCKS["standard"], Header("1", "", 0), people, keys)
    trace(scene="caps", caps=scene.keys.caps[0])
    picks = yield from show(scene)
    trace(scene="picks", picks=[each.pick for each in picks])


assets = Path("assets")
app = App(
    open_window((960, 540)),
    new_painter(assets),
    Sound(assets / "sounds", enabled=False),
    lambda name, state: trace(scene=name, phase=state),
)
sys.exit(app.run(story()))
"""


@pytest.fixture
def game(tmp_path: Path) -> Iterator[Playing]:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    root = {"PYTHONPATH": str(Path.cwd())}
    with playing([sys.executable, str(program)], tmp_path / "night", environment=root) as night:
        yield night


# The four keys of the first and of the last cluster, as X calls them on an English keyboard.
LEFT = ("q", "w", "a", "s")
RIGHT = ("p", "bracketleft", "semicolon", "apostrophe")


def test_two_hold_their_keys_at_once_and_answer_in_secret(game: Playing) -> None:
    game.wait_scene("keys-check", phase="trying")
    for number, pair in enumerate(zip(LEFT, RIGHT, strict=True), 1):
        game.hold(*pair)
        game.wait_scene("step", number=number)
        game.let_go(*pair)
    game.wait_scene("keys-check", phase="works")
    game.key("space")
    game.wait_scene("board", name="letters")
    game.wait_scene("together", phase="read")
    game.key("space")
    game.wait_scene("listening")
    game.hold("s", "p")
    assert game.wait_scene("picks")["picks"] == [3, 0]
    assert game.wait_exit() == 0


def test_no_key_stays_down_when_the_window_loses_the_keyboard(game: Playing) -> None:
    game.wait_scene("keys-check", phase="trying")
    game.hold("q")
    game.wait_scene("held", keys=[20])
    game.blur()
    game.wait_scene("held", keys=[])


@pytest.mark.skipif(shutil.which("setxkbmap") is None, reason="needs setxkbmap")
def test_on_a_french_keyboard_the_keys_lie_where_they_lie_and_are_called_french(
    game: Playing,
) -> None:
    game.wait_scene("keys-check", phase="trying")
    env = os.environ | {"DISPLAY": game.screen.display}
    subprocess.run(["setxkbmap", "fr"], env=env, check=True)
    # Where an English keyboard has its Q, this one has its A.
    game.hold("a", "p")
    game.wait_scene("step", number=1)
    game.let_go("a", "p")
    game.key("space")
    assert game.wait_scene("caps")["caps"] == ["A", "Z", "Q", "S"]

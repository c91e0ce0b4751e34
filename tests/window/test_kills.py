"""The game itself, killed at random moments: what it said was kept is there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from game.records import Records, Resumable
from game.scenes.title import TitleScene, Wish
from game.stage import Stage
from game.story.home import evening
from game.story.rack import Rack
from game.story.tonight import Tonight
from tests.window.harness import PATIENCE, POLL, ROOT, Line, surroundings

KILLS = 12
# Seconds after the first thing shown, or after the first turn kept.
LONGEST = 1.2
MATCH = 10


@dataclass(slots=True)
class Robots:
    """Starts the game over one home, again and again, and kills it."""

    folder: Path
    dice: Random = field(default_factory=lambda: Random(1))

    @property
    def trace(self) -> Path:
        return self.folder / "trace.jsonl"

    def lives_and_dies(self) -> list[Line]:
        """All that one of them said."""
        self.trace.unlink(missing_ok=True)
        own = surroundings(self.folder) | {"SDL_VIDEODRIVER": "dummy"}
        command = [sys.executable, "-m", "tests.window.robot"]
        with (self.folder / "stderr.txt").open("ab") as stderr:
            robot = subprocess.Popen(command, cwd=ROOT, env=own, stdout=stderr, stderr=stderr)
        try:
            self._wait(robot, '"turn"' if self.dice.random() < 0.7 else '"scene"')
            time.sleep(self.dice.random() * LONGEST)
        finally:
            robot.kill()
            robot.wait()
        whole = self.trace.read_text(encoding="utf-8")
        return [json.loads(line) for line in whole[: whole.rfind("\n") + 1].splitlines()]

    def _wait(self, robot: subprocess.Popen[bytes], word: str) -> None:
        end = time.monotonic() + PATIENCE
        while not (self.trace.exists() and word in self.trace.read_text(encoding="utf-8")):
            assert robot.poll() is None, (self.folder / "stderr.txt").read_text(encoding="utf-8")
            assert time.monotonic() < end
            time.sleep(POLL)

    def left(self) -> tuple[Resumable | None, int]:
        """What the next start finds: the match to carry on, and how many were finished."""
        data = Path(surroundings(self.folder)["XDG_DATA_HOME"]) / "encore"
        records = Records.open(data, now=time.time)
        try:
            assert (records.trouble, records.keeping) == (None, True)
            found = records.unfinished()
            assert offered(records) == (found is not None)
            states = [night.state for night in records.history(1000)]
            assert set(states) <= {"finished"}  # carried on each time, never given up
            return found, len(states)
        finally:
            records.close()


def offered(records: Records) -> bool:
    """Whether the title offers to carry on."""
    night = Tonight(Rack(ROOT / "questions", None), "almost-famous", str, records=records)
    title = Stage(evening(night)).scene
    assert isinstance(title, TitleScene)
    return title.lines[0].wish is Wish.CARRY_ON


def compare(turns: list[Line], before: int, found: Resumable | None, finished: int) -> int:
    """Look for the turns that a robot said were kept after the `before` there were; all there are.

    Every match has ten turns, and the last turn may have been kept and not yet told.
    """
    assert [line["turn"] for line in turns] == [
        (before + number) % MATCH + 1 for number in range(len(turns))
    ]
    kept = found.match.turns if found else ()
    now = MATCH * finished + len(kept)
    assert before + len(turns) <= now <= before + len(turns) + 1
    for number, line in enumerate(turns, before - MATCH * finished):
        if number >= 0:
            turn = kept[number]
            assert (turn.seat, turn.pick, turn.ms) == (line["seat"], line["pick"], line["ms"])
    return now


@pytest.mark.skipif(os.name != "posix", reason="nothing is killed here as it is elsewhere")
def test_a_game_killed_at_random_moments_loses_no_turn_and_is_carried_on(tmp_path: Path) -> None:
    robots = Robots(tmp_path)
    kept, carried = 0, 0
    for _ in range(KILLS):
        turns = [line for line in robots.lives_and_dies() if "turn" in line]
        carried += bool(turns) and kept % MATCH > 0
        kept = compare(turns, kept, *robots.left())
    assert kept >= KILLS
    assert carried > 3
    assert (tmp_path / "stderr.txt").read_text(encoding="utf-8") == ""

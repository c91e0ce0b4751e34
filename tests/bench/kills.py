"""Kill the writer of scores at random moments, and count what it had acknowledged and lost.

    python -m tests.bench.kills 500

Each kill ends a process that opens the file (two days later each time, so that it makes a backup),
carries on the match that the last one left or begins another, and says so after each kept turn.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from game.records import Records
from tests.records.play import DAY, NOW, PACK, answered, dealt

# Seconds: a kill comes this long after the start, or after the first turn was said to be kept.
LONGEST = 0.06
PATIENCE = 30.0
FINISHED = "finished"


@dataclass(slots=True)
class Tally:
    """What was said to be kept: turns by match, and which matches were finished."""

    kills: int = 0
    said: dict[int, int] = field(default_factory=dict)
    finished: set[int] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    resumed: int = 0

    @property
    def turns(self) -> int:
        return sum(self.said.values())


def play_on(folder: Path, trial: int, out: int) -> None:
    """Play until killed; `out` is told of every turn once it is kept."""
    records = Records.open(folder, now=lambda: NOW + trial * 2 * DAY)
    number = 0
    while True:
        found = records.unfinished()
        if found is None:
            match = dealt(f"{trial}.{number}")
            match_id = records.begin("solo", PACK, match, {"day": "2026-11-22"})
            number += 1
        else:
            match_id, match = found.id, found.match
        while not match.over:
            match = answered(match)
            records.keep(match_id, match)
            os.write(out, f"{match_id} {len(match.turns)}\n".encode())
        records.finish(match_id, match)
        os.write(out, f"{match_id} {FINISHED}\n".encode())


def killed(folder: Path, trial: int, dice: Random) -> list[str]:
    """Start a player, kill it after a while, return what it said."""
    hear, say = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(hear)
            play_on(folder, trial, say)
        finally:
            os._exit(1)
    os.close(say)
    if dice.random() < 0.7:
        select.select([hear], [], [], PATIENCE)
    time.sleep(dice.random() * LONGEST)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(hear, encoding="utf-8") as lines:
        said = lines.read().splitlines()
    return said if os.WIFSIGNALED(status) else [*said, "the player ended by itself"]


def note(tally: Tally, lines: list[str]) -> None:
    """Take down what a player said before it was killed."""
    for line in lines:
        match_id, _, what = line.partition(" ")
        if not match_id.isdigit():
            tally.faults.append(line)
        elif what == FINISHED:
            tally.finished.add(int(match_id))
        else:
            tally.said[int(match_id)] = max(int(what), tally.said.get(int(match_id), 0))


def compare(tally: Tally, folder: Path, trial: int) -> None:
    """Open the file as the next start would, and look for everything that was said."""
    records = Records.open(folder, now=lambda: NOW + trial * 2 * DAY)
    if records.trouble or not records.keeping:
        tally.faults.append(f"kill {trial}: {records.trouble}")
    found = records.unfinished()
    kept = {night.id: night.count for night in records.history(limit=1_000_000)}
    if found is not None:
        kept[found.id] = len(found.match.turns)
        tally.resumed += 1
        expected = dealt(found.match.seed)
        for _ in found.match.turns:
            expected = answered(expected)
        if found.match != expected:
            tally.faults.append(f"kill {trial}: match {found.id} is not as it was played")
        if not expected.over and expected.card.question.id not in records.seen(PACK):
            tally.faults.append(f"kill {trial}: a question was shown and not marked as seen")
    for match_id, turns in tally.said.items():
        if kept.get(match_id, 0) < turns:
            tally.faults.append(f"kill {trial}: match {match_id} lost {turns} turns")
    tally.faults += [
        f"kill {trial}: match {match_id} is no longer finished"
        for match_id in tally.finished
        if match_id not in kept or (found is not None and found.id == match_id)
    ]
    records.close()


def kills(count: int, seed: int = 1) -> Tally:
    """Kill `count` players, one after the other, over one file."""
    tally, dice = Tally(), Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "encore"
        for trial in range(count):
            note(tally, killed(folder, trial, dice))
            tally.kills += 1
            compare(tally, folder, trial)
        strange = [each.name for each in folder.iterdir() if "broken" in each.name]
        tally.faults += [f"set aside: {name}" for name in strange]
    return tally


def main() -> int:
    """Print the tally; 1 when anything was lost."""
    tally = kills(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
    print(
        f"{tally.kills} kills, {tally.turns} turns acknowledged in {len(tally.said)} matches, "
        f"{tally.resumed} times a match to carry on, {len(tally.faults)} faults"
    )
    for fault in tally.faults[:20]:
        print(fault)
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())

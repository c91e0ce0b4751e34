from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.bench.kills import kills


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need fork")
def test_sixty_kills_at_random_moments_lose_no_acknowledged_turn() -> None:
    tally = kills(60)
    assert tally.faults == []
    assert tally.turns > 100
    assert tally.resumed > 5


@pytest.mark.skipif(os.name != "posix", reason="an open file cannot be taken away here")
def test_no_failing_call_to_disk_or_database_comes_out_or_loses_what_was_kept() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.failing", "37"],
        check=True,
        capture_output=True,
        text=True,
    )
    first, *faults = done.stdout.split("\n")
    assert faults == [""] * len(faults)
    assert int(first.split()[0]) > 40

from __future__ import annotations

import os

import pytest

from tests.bench.kills import kills

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need fork")


def test_sixty_kills_at_random_moments_lose_no_acknowledged_turn() -> None:
    tally = kills(60)
    assert tally.faults == []
    assert tally.turns > 100
    assert tally.resumed > 5

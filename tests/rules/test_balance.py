"""The figures of ``python -m tests.bench balance`` are worked out as they say, of few nights."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from game.rules.house import PRESETS, USUAL, House
from tests.bench.balance import Night, as_table, balance, ended, houses, knows
from tests.rules.nights import POOL, go, night


@pytest.mark.parametrize("house", [USUAL, House(), PRESETS["marathon"].house])
def test_the_shares_of_a_win_sum_up_to_one(house: House) -> None:
    match = night(house, 4)
    for seed in range(20):
        end = ended(match, Random(seed))
        assert sum(end.seats) == pytest.approx(1)
        assert end.shared == (max(end.seats) < 1)
        assert 0 <= end.leader <= 1
        assert end.alone in (None, end.leader)
        assert end.score > 0
    few = balance("few", house, POOL, matches=40, nights=4)
    assert sum(few.seats) == pytest.approx(100)
    assert few.error == pytest.approx(50 / 40**0.5)


def test_a_leader_or_last_of_several_counts_for_a_part() -> None:
    # Two thirds of two rounds are both: the two who lead have won.
    end = ended(go(night(House(2), 4), "xxxx", "xx.."), Random(1))
    assert end == Night(0.5, 0.0, None, False, True, (0.0, 0.5, 0.5, 0.0), 175)
    end = ended(go(night(House(2), 4), "xxxx", "x..."), Random(1))
    assert end == Night(1.0, 0.0, 1.0, False, False, (0.0, 1.0, 0.0, 0.0), 137.5)
    # After two of three rounds all were equal.
    end = ended(go(night(House(3), 4), "....", "....", "x.."), Random(1))
    assert (end.leader, end.last, end.alone) == (0.25, 0.25, None)


def test_the_same_matches_come_to_the_same_figures() -> None:
    assert balance("a", USUAL, POOL, 12, 3) == balance("a", USUAL, POOL, 12, 3)


def test_a_known_answer_and_a_guess_together_are_as_often_right_as_the_level_says() -> None:
    cards = {card.question.level: card for card in night(House()).cards}
    for level, right in ((1, 0.8), (2, 0.6), (3, 0.45)):
        known = knows(cards[level])
        assert known + (1 - known) / 4 == pytest.approx(right)


def test_every_preset_is_in_the_table_and_the_default_is_marked_where_it_misses() -> None:
    assert {house for _, house in houses()} >= {preset.house for preset in PRESETS.values()}
    names = [name for name, _ in houses()]
    assert [name for name in names if "(the default)" in name] == ["friends (the default)"]
    row = balance("friends (the default)", USUAL, POOL, 12, 3)
    kept = replace(row, leader=50.0, last=10.0)
    for other in (replace(kept, leader=44.9), replace(kept, leader=60.1), replace(kept, last=4.9)):
        assert not other.kept
        assert as_table([other]).splitlines()[1].startswith("!")
    assert kept.kept
    assert not as_table([kept]).splitlines()[1].startswith("!")

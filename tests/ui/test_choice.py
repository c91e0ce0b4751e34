from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.actions import Action, Aim, Choose, Letter, Meaning, Typed
from game.ui.choice import moved

MEANINGS = st.one_of(
    st.sampled_from(list(Action)),
    st.builds(Aim, st.integers(-3, 12)),
    st.builds(Choose, st.integers(-3, 12)),
    st.builds(Letter, st.sampled_from("ab")),
    st.builds(Typed, st.text(max_size=2)),
)


@given(st.integers(1, 9), st.integers(1, 3), st.data(), st.lists(MEANINGS, max_size=12))
def test_the_highlight_is_always_on_something(
    count: int, columns: int, data: st.DataObject, meanings: list[Meaning]
) -> None:
    chosen = data.draw(st.integers(0, count - 1))
    for meaning in meanings:
        chosen = moved(chosen, meaning, count, columns)
        assert 0 <= chosen < count


@given(st.integers(1, 9), st.integers(1, 3), st.data())
def test_every_way_has_a_way_back(count: int, columns: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, count - 1))
    for there, back in ((Action.NEXT, Action.PREVIOUS), (Action.DOWN, Action.UP)):
        assert moved(moved(start, there, count, columns), back, count, columns) == start
        assert moved(moved(start, back, count, columns), there, count, columns) == start


@pytest.mark.parametrize("meaning", [Action.DOWN, Action.NEXT])
def test_going_down_a_list_comes_round(meaning: Action) -> None:
    assert [moved(n, meaning, 3) for n in range(3)] == [1, 2, 0]


@pytest.mark.parametrize("meaning", [Action.UP, Action.PREVIOUS])
def test_going_up_a_list_comes_round(meaning: Action) -> None:
    assert [moved(n, meaning, 3) for n in range(3)] == [2, 0, 1]


@pytest.mark.parametrize(
    ("meaning", "to"),
    [
        (Action.RIGHT, [1, 1, 3, 3]),
        (Action.LEFT, [0, 0, 2, 2]),
        (Action.DOWN, [2, 3, 0, 1]),
        (Action.UP, [2, 3, 0, 1]),
        (Action.NEXT, [1, 2, 3, 0]),
    ],
)
def test_four_answers_are_a_square(meaning: Action, to: list[int]) -> None:
    assert [moved(n, meaning, 4, 2) for n in range(4)] == to


@pytest.mark.parametrize(
    ("meaning", "to"),
    [
        (Action.RIGHT, [1, 1, 2]),
        (Action.LEFT, [0, 0, 2]),
        (Action.DOWN, [2, 1, 0]),
        (Action.UP, [2, 1, 0]),
    ],
)
def test_three_answers_have_an_empty_corner(meaning: Action, to: list[int]) -> None:
    assert [moved(n, meaning, 3, 2) for n in range(3)] == to


def test_left_and_right_mean_nothing_in_a_list() -> None:
    assert {moved(1, meaning, 3) for meaning in (Action.LEFT, Action.RIGHT)} == {1}


@pytest.mark.parametrize("kind", [Aim, Choose])
def test_pointing_goes_there_and_pointing_past_the_end_nowhere(kind: type[Aim | Choose]) -> None:
    assert [moved(1, kind(index), 3) for index in (-1, 0, 2, 3)] == [1, 0, 2, 1]


def test_among_nothing_there_is_nothing_to_choose() -> None:
    assert moved(4, Action.DOWN, 0) == 0

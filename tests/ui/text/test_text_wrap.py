from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.text import wrap as wrapping
from game.ui.text.clean import clean
from game.ui.text.clusters import clusters
from game.ui.text.wrap import SPACES, wrap
from tests.ui.text.strings import TEXTS


def letters(line: str) -> int:
    """Every cluster one wide, but marks of direction nothing."""
    return sum(cluster not in "\u200e\u200f" for cluster in clusters(line))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, ("",)),
        ("one two three", 7, ("one two", "three")),
        ("one\n\ntwo", 9, ("one", "", "two")),
        ("well-known band", 6, ("well-", "known", "band")),
        ("minus -5 and 10-12", 8, ("minus -5", "and", "10-12")),
        ("wonderful", 4, ("wond", "erfu", "l")),
        ("東京で「歌」を。", 4, ("東京で", "「歌」", "を。")),
        ("no\u00a0break here", 8, ("no\u00a0break", "here")),
        ("a  b", 2, ("a", "b")),
    ],
)
def test_lines_end_where_a_reader_expects_it(text: str, width: int, lines: tuple[str, ...]) -> None:
    assert wrap(text, letters, width).lines == lines


def test_a_word_in_two_pieces_is_told() -> None:
    assert wrap("wonderful", letters, 4).broken
    assert not wrap("one two", letters, 4).broken


def test_the_last_line_is_not_left_with_one_short_word() -> None:
    lines = wrap("Which singer opened the great show at it", letters, 38).lines
    assert lines == ("Which singer opened the", "great show at it")


def test_a_line_keeps_the_direction_of_its_paragraph() -> None:
    assert wrap("שלום Queen rocks", letters, 6).lines[1] == "\u200fQueen"
    assert wrap("Queen שלום", letters, 6).lines[1] == "\u200eשלום"


def test_no_more_lines_are_made_than_are_asked_for() -> None:
    assert len(wrap("word " * 5000, letters, 8, most=3).lines) == 3


@given(st.text("ab1 -.\\'(", max_size=30))
def test_the_short_way_for_ascii_breaks_as_the_long_way(text: str) -> None:
    # A letter beyond ASCII in front, held to the text by nothing, makes it go the long way.
    short, long = wrapping._units(f"x{text}"), wrapping._units(f"é{text}")
    assert [short[0][1:], *short[1:]] == [long[0][1:], *long[1:]]


@given(TEXTS, st.integers(1, 30))
def test_wrapping_keeps_every_cluster_in_order_within_the_width(text: str, width: int) -> None:
    text = clean(text)
    lines = wrap(text, letters, width).lines
    blanks = dict.fromkeys(map(ord, SPACES + "\n\u200e\u200f"))
    assert "".join(lines).translate(blanks) == text.translate(blanks)
    assert all(letters(line) <= max(1, width) for line in lines)
    whole = {cluster.rstrip(SPACES) for cluster in clusters(text)}
    assert all(whole.issuperset(cut(line)) for line in lines)


def cut(line: str) -> list[str]:
    # A mark of direction that was put in front is no part of the text.
    letters = clusters(line.lstrip("\u200e\u200f"))
    return [letter.rstrip(SPACES) for letter in letters]

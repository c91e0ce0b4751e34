from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from game.ui.text.clean import MARKS, clean, clean_name, has_ink
from game.ui.text.clusters import clusters
from tests.ui.text.strings import TEXTS


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain", "plain"),
        ("e\u0301", "é"),
        ("a\0b\x1b[31mc\x7f", "ab[31mc"),
        ("user\u202egnp.exe\u2066", "usergnp.exe"),
        ("lone \ud800", "lone \ufffd"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\tb", "a b"),
        ("\u200b\u200d\u3164\ufeff", ""),
        ("   ", "   "),
        ("👩\u200d👧", "👩\u200d👧"),
        ("שלום\u200f!", "שלום\u200f!"),
        ("ab\ufdd0\U0001fffe", "ab"),
    ],
)
def test_text_becomes_what_can_be_drawn(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_line_ends_become_spaces_where_one_line_is_wanted() -> None:
    assert clean("one\r\ntwo\u2029three", newlines=False) == "one two three"


def test_marks_without_end_are_bounded_and_do_not_take_quadratic_time() -> None:
    assert clean("q" + "\u0301\u0323" * 200_000).count("\u0323") <= MARKS


@given(TEXTS)
def test_cleaned_text_is_composed_and_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in cleaned if c != "\n")
    assert not set(cleaned) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Freddie \n Mercury\t", "Freddie Mercury"),
        ("", "Player 1"),
        ("\u200b\u3164\u2800 \u202e", "Player 1"),
        ("x" * 1_000_000, "x" * 24),
        ("Z" + "\u0334\u0335\u0336" * 50, "Z\u0334\u0335"),
        ("👩\u200d👩\u200d👧\u200d👦", "👩\u200d👩\u200d👧\u200d👦"),
        ("ann\u3164\u3164lee", "ann lee"),
    ],
)
def test_a_name_is_one_short_visible_line(typed: str, name: str) -> None:
    assert clean_name(typed, otherwise="Player 1") == name


@given(TEXTS)
def test_any_name_is_short_and_stays_as_it_is(text: str) -> None:
    name = clean_name(text, otherwise="Player 1")
    assert has_ink(name)
    assert len(clusters(name)) <= 24
    assert name == " ".join(name.split())
    assert clean_name(name, otherwise="Player 1") == name
    for letter in clusters(name):
        assert "MMM" not in "".join(unicodedata.category(c)[0] for c in letter)

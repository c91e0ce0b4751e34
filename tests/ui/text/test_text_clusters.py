from __future__ import annotations

import pytest
from hypothesis import given

from game.ui.text.clusters import clusters
from tests.ui.text.strings import TEXTS


@pytest.mark.parametrize(
    "letter",
    [
        "\r\n",
        "e\u0301\u0323",
        "👩\u200d👩\u200d👧\u200d👦",
        "👍🏽",
        "☎\ufe0f",
        "1\ufe0f\u20e3",
        "🇬🇧",
        "🏴\U000e0067\U000e0062\U000e0065\U000e007f",
        "\u1100\u1161\u11a8",
        "가\u11a8",
        "क्ष",
        "ক্ষ",
        "न्त्रि",
        "น้ำ",
        "\u0600١",
    ],
)
def test_what_a_reader_calls_one_letter_stays_whole(letter: str) -> None:
    assert clusters(f"x{letter}x") == ["x", letter, "x"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("🇬🇧🇫🇷🇩", ["🇬🇧", "🇫🇷", "🇩"]),
        ("कख", ["क", "ख"]),
        ("क्\u200cष", ["क्\u200c", "ष"]),
        ("👩👩", ["👩", "👩"]),
        ("a\u200d👩", ["a\u200d", "👩"]),
        ("\n\u0301", ["\n", "\u0301"]),
        ("각가", ["각", "가"]),
        ("\r\r\n", ["\r", "\r\n"]),
    ],
)
def test_what_only_stands_together_is_parted(text: str, parts: list[str]) -> None:
    assert clusters(text) == parts


@given(TEXTS)
def test_clusters_joined_are_the_text_and_none_can_be_cut_again(text: str) -> None:
    parts = clusters(text)
    assert "".join(parts) == text
    assert all(clusters(part) == [part] for part in parts)

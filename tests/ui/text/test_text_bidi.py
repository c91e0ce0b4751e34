from __future__ import annotations

import pytest
from bidi import get_display
from hypothesis import example, given
from hypothesis import strategies as st

from game.ui.text.bidi import base_level, levels, visual_order

# One letter or more of each class, and brackets of two kinds.
ALPHABET = "abשגعم12٣٤+-,.:/#$% !?&()[]\t"


def shown(text: str, base: int | None = None) -> str:
    return "".join(text[place] for place in visual_order(levels(text, base)))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain text (1975)", "plain text (1975)"),
        ("שלום", "םולש"),
        ("car (רכב) 5", "car (בכר) 5"),
        ("שנת 1975 כאן", "ןאכ 1975 תנש"),
        ("אב (cd) גד", "דג (cd) בא"),
        ("ab! אב.", "ab! בא."),
        ("אב ab!", "!ab בא"),
    ],
)
def test_mixed_lines_stand_in_the_order_a_reader_expects(text: str, seen: str) -> None:
    # Brackets and quotes turn when they are drawn, not when they are put in order.
    turned = seen.translate(str.maketrans("()", ")(")) if base_level(text) else seen
    assert shown(text) == turned


@pytest.mark.parametrize(
    "text",
    [
        "עלה ב-1,000.50$ היום",
        "سنة 1985-07-13 (ويمبلي)",
        "אב (cd [ef] גד) x",
        "Hebrew in English (שלום [עולם] 1975) ends here.",
        "مرحبا: Queen (1970–1991), “فرقة” 50%!",
        "שָׁלוֹם(a)\u0301ש",
        "x" + "(" * 80 + "ש" + ")" * 80,
    ],
)
def test_hard_lines_stand_as_the_reference_has_them(text: str) -> None:
    assert shown(text) == get_display(text)


@pytest.mark.parametrize(("text", "level"), [("abc", 0), ("12 שלום a", 1), ("123 !", 0), ("", 0)])
def test_the_first_letter_with_a_direction_leads_the_line(text: str, level: int) -> None:
    assert base_level(text) == level


@given(st.text(ALPHABET, max_size=24), st.sampled_from([0, 1]))
@example("(ש)a[1]", 0)
@example("a(ש1)", 1)
def test_any_line_stands_as_the_reference_has_it(text: str, base: int) -> None:
    assert shown(text, base) == get_display(text, base_dir="LR"[base])

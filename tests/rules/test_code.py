"""Duel codes say what they were told, and explain what is wrong with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.code import ALPHABET, STEP_MS, CodeError, Duel, read, stepped, write

answers = st.tuples(
    st.none() | st.integers(0, 3), st.integers(0, 1023).map(lambda steps: steps * STEP_MS)
)


@st.composite
def duels(draw: st.DrawFn) -> Duel:
    count = draw(st.integers(1, 20))
    played = draw(st.none() | st.lists(answers, min_size=count, max_size=count).map(tuple))
    return Duel(
        draw(st.integers(0, 2**16 - 1)),
        draw(st.integers(0, 2**32 - 1)),
        f"{draw(st.integers(0, 2**32 - 1)):08x}",
        draw(st.integers(0, 3)),
        count,
        played,
    )


PLAIN = Duel(0xBEEF, 0xDEADBEEF, "0badcafe", 1, 10)


@given(duels())
def test_a_code_read_back_says_the_same(duel: Duel) -> None:
    assert read(write(duel)) == duel


@given(duels())
def test_case_spaces_and_mistaken_letters_do_not_matter(duel: Duel) -> None:
    spoken = write(duel).lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert read(f"\n {spoken} ") == duel


@given(duels(), st.data())
def test_one_wrong_letter_is_never_taken_for_a_code(duel: Duel, data: st.DataObject) -> None:
    letters = write(duel).replace("-", "")
    at = data.draw(st.integers(0, len(letters) - 1))
    other = data.draw(st.sampled_from([each for each in ALPHABET if each != letters[at]]))
    with pytest.raises(CodeError, match="typo"):
        read(letters[:at] + other + letters[at + 1 :])


def test_a_code_without_answers_is_short() -> None:
    assert len(write(PLAIN)) == 28


def test_a_typo_is_named_with_its_group() -> None:
    letters = write(PLAIN).replace("-", "")
    wrong = letters[:5] + ("7" if letters[5] != "7" else "8") + letters[6:]
    with pytest.raises(CodeError, match=f"group 2: “{wrong[5]}” should be “{letters[5]}”"):
        read(wrong)


@pytest.mark.parametrize(
    ("text", "says"),
    [("", "no code"), ("ABC", "too short"), ("AB?C", "not “\\?”"), ("Z" * 40, "typo")],
)
def test_what_is_no_code_is_explained(text: str, says: str) -> None:
    with pytest.raises(CodeError, match=says):
        read(text)


def test_a_code_of_another_format_says_so() -> None:
    from game.rules.code import check

    body = "4" + write(PLAIN).replace("-", "")[1:-4]
    with pytest.raises(CodeError, match="another version of Encore"):
        read(body + check(body))


def test_times_are_rounded_up_to_whole_steps() -> None:
    assert [stepped(ms) for ms in (0, 1, 50, 51, 12_345)] == [0, 50, 50, 100, 12_350]

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.words import alike, folded, listed, plain, slug, stands_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Beyoncé", "BEYONCE"),
        ("“Golden God!”", "golden god"),
        ("don’t", "don't"),
        ("don’t", "DONT"),
        ("rock 'n' roll", "rock n roll"),
        ("AC/DC", "ac dc"),
        ("  two   words ", "two words"),
        ("Straße", "STRASSE"),
        ("Sigur Rós", "Sigur Ros"),
        ("Bjørk", "bjork"),
        ("ﬁne", "fine"),
        ("Motörhead", "Motorhead"),
        ("Simon & Garfunkel", "Simon, Garfunkel"),
    ],
)
def test_these_read_the_same(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+5", "5"),
        ("50 %", "50"),
        ("−1", "1"),
        ("हिन्दी", "हन्दी"),
        ("?", "!"),
        ("1973", "1974"),
        ("Blur", "Blue"),
        ("ที่", "ท"),
    ],
)
def test_these_do_not(one: str, other: str) -> None:
    assert plain(one) != plain(other)


def test_a_title_of_signs_alone_is_compared_as_it_stands() -> None:
    assert (plain(" ? "), plain("!!!")) == ("?", "!!!")


@pytest.mark.parametrize("name", ["The Who", "A Who", "An Who", "who", "WHO!"])
def test_a_leading_article_makes_no_difference_between_options(name: str) -> None:
    assert alike(name) == "who"


def test_an_article_alone_or_inside_stays() -> None:
    assert (alike("The"), alike("A"), alike("Bring the noise")) == ("the", "a", "bring the noise")


@given(st.text(max_size=40))
def test_plain_text_is_plain_already(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text(max_size=40))
def test_case_never_matters(text: str) -> None:
    assert plain(text.casefold()) == plain(text)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("Penny Lane", "Who plays Penny Lane?", True),
        ("the Who", "Which drummer left Who?", True),
        ("Penny", "What is Pennyroyal?", False),
        ("Lane Penny", "Who plays Penny Lane?", False),
        ("god", "I am a “golden god”!", True),
        ("", "anything", False),
    ],
)
def test_an_answer_is_found_in_a_stem_as_whole_words(words: str, text: str, found: bool) -> None:
    assert stands_in(words, text) is found


@pytest.mark.parametrize(
    ("text", "name"),
    [("Golden God!", "golden-god"), ("¿Qué?", "que"), ("", "row"), ("x" * 60, "x" * 48)],
)
def test_a_slug_is_lower_case_words_and_hyphens(text: str, name: str) -> None:
    assert slug(text) == name


@given(st.text(max_size=80), st.integers(1, 60))
def test_a_slug_is_never_empty_or_too_long(text: str, longest: int) -> None:
    made = slug(text, longest)
    assert made == "row" or 1 <= len(made) <= longest


def test_a_list_reads_as_a_sentence_in_english_alone() -> None:
    assert [listed(["A", "B", "C"][:n]) for n in range(4)] == ["", "A", "A and B", "A, B and C"]
    assert listed(["A", "B", "C"], "en-GB") == "A, B and C"
    assert listed(["A", "B", "C"], "de") == "A, B, C"


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_ascii_is_folded_in_one_step_to_the_same(text: str) -> None:
    assert plain(text).split() == folded(text).split() or not folded(text).strip()

"""Questions that quote one line never meet in a match."""

from __future__ import annotations

from game.rules.lines import share_lines
from game.rules.question import Option, Question, question_id


def asked(stem: str, key: str) -> Question:
    wrong = (Option("one thing"), Option("another"))
    return Question(
        question_id(stem, key), stem, Option(key), wrong, 1, (f"questions/{stem}",), "by hand"
    )


def test_a_line_and_the_same_line_with_a_gap_share_a_fact() -> None:
    who = asked("Who says “I am a golden god!”?", "Russell")
    finish = asked("Finish the line: “I am a ____!”", "golden god")
    other = asked("Who says “You’re not cool.”?", "Lester")
    first, second, third = share_lines([who, finish, other])
    assert set(first.facts) & set(second.facts)
    assert third == other


def test_a_line_that_nobody_else_quotes_gets_no_fact() -> None:
    finish = asked("Finish the line: “I am a ____!”", "golden god")
    assert share_lines([finish]) == (finish,)


def test_two_questions_that_quote_a_title_in_full_may_meet() -> None:
    wrote = asked("Who wrote “Tiny Dancer”?", "Elton John")
    year = asked("When did “Tiny Dancer” come out?", "1971")
    finish = asked("Finish the title: “Tiny ____”", "Dancer")
    first, second, third = share_lines([wrote, year, finish])
    assert not set(first.facts) & set(second.facts)
    assert set(third.facts) > {*first.facts, *second.facts}


def test_two_gaps_in_one_line_share_a_fact() -> None:
    one = asked("Finish it: “____ is all happening”", "It")
    two = asked("Fill the gap: “It is all ____”", "happening")
    first, second = share_lines([one, two])
    assert set(first.facts) & set(second.facts)

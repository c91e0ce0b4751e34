from __future__ import annotations

from dataclasses import replace

from game.rules.awards import Award, awards
from game.rules.match import Match
from game.rules.modes import CLOCKS, MODES
from game.rules.seating import deal_match
from tests.rules.bank import question

POOL = [question(f"q{n}", 1 + n % 3) for n in range(60)]


def night(*rounds: str, times: dict[int, int] | None = None) -> Match:
    """A party; a round is a letter a seat: `x` right, `.` wrong, in the order of the seats."""
    match = deal_match("f", POOL, MODES["party"], "ABCDEFGH"[: len(rounds[0])], "s")
    for number in range(len(match.plan[: len(rounds) * len(rounds[0])])):
        right = rounds[number // len(rounds[0])][match.next.seat] == "x"
        key, count = match.card.key, len(match.card.options)
        match = match.answer(key if right else (key + 1) % count, (times or {}).get(number, 5000))
    return match


def titles(match: Match) -> dict[str, Award]:
    return {award.title: award for award in awards(match)}


def test_the_fastest_right_answer_is_an_award() -> None:
    match = night("xx", "xx", times={1: 1234, 2: 1300})
    assert titles(match)["Fastest finger"] == Award("Fastest finger", 1, "1.2 s")


def test_a_fast_wrong_answer_is_none() -> None:
    match = night("x.", "x.", times={1: 100})
    assert titles(match)["Fastest finger"].seat == 0


def test_two_equally_fast_share_no_award() -> None:
    assert "Fastest finger" not in titles(night("xx", "xx"))


def test_the_fastest_keeps_the_award_who_was_as_fast_twice() -> None:
    match = night("xx", "xx", times={0: 900, 3: 900})
    assert {match.turns[0].seat, match.turns[3].seat} == {0}
    assert titles(match)["Fastest finger"].seat == 0


def test_nobody_is_fastest_where_nobody_is_timed() -> None:
    match = replace(night("xx", times={0: 10}), clock=CLOCKS["untimed"])
    assert "Fastest finger" not in titles(match)


def test_nobody_right_wins_nothing() -> None:
    assert awards(night("..", "..", "..", "..", "..")) == ()


def test_the_longest_roll_is_an_award_from_two_in_a_row() -> None:
    assert titles(night("x.", "x.", ".x"))["Longest roll"] == Award("Longest roll", 0, "2 in a row")
    assert "Longest roll" not in titles(night("x.", ".x"))


def test_two_equal_rolls_share_no_award() -> None:
    assert "Longest roll" not in titles(night("xx", "xx"))


def test_coming_from_last_to_first_is_a_comeback() -> None:
    match = night("xx.", "xx.", "..x", "..x", "..x")
    assert match.ranks(6) == (1, 1, 3)
    assert match.ranks() == (2, 2, 1)
    assert titles(match)["Comeback"] == Award("Comeback", 2, "up 2 places")


def test_a_step_of_one_place_is_none() -> None:
    assert "Comeback" not in titles(night("x.", ".x", ".x", ".x", ".x"))


def test_there_are_three_awards_at_most_each_for_one_seat_of_the_match() -> None:
    match = night("xx.", "xx.", "..x", "..x", "..x", times={6: 10})
    assert [award.title for award in awards(match)] == [
        "Fastest finger",
        "Longest roll",
        "Comeback",
    ]

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.modes import MODES
from game.rules.patches import (
    PATCHES,
    Answered,
    Deeds,
    Show,
    days_in_a_row,
    deeds_of,
    earned,
    show_of,
    together,
)
from game.rules.question import Question
from game.rules.seating import deal_match

PATCH = {patch.name: patch for patch in PATCHES}


def answers(verdicts: str, levels: str = "1", seats: int = 1, ms: int = 5000) -> list[Answered]:
    """`x` right, `.` wrong; facts a, b, c and on; the seats in turn."""
    return [
        Answered(
            at % seats,
            chr(97 + at % 26) * (1 + at // 26),
            int(levels[at % len(levels)]),
            v == "x",
            ms,
        )
        for at, v in enumerate(verdicts)
    ]


def show(
    verdicts: str, mode: str = "setlist", levels: str = "1", seats: int = 1, ms: int = 5000
) -> Show:
    given = answers(verdicts, levels, seats, ms)
    scores = [0] * seats
    for each in given:
        scores[each.seat] += 100 * each.right
    return Show(mode, "pack", True, seats, len(given), tuple(given), tuple(scores))


def worn(*shows: Show) -> set[str]:
    return set(earned(together(map(deeds_of, shows))))


def facts(show: Show, names: str) -> Show:
    """The show with its facts called by these letters."""
    told = zip(show.answers, names, strict=True)
    return replace(show, answers=tuple(replace(each, fact=name) for each, name in told))


def test_there_are_fifteen_and_no_two_are_alike() -> None:
    assert len(PATCHES) == 15
    for part in ("name", "title", "how", "sign"):
        assert len({getattr(patch, part) for patch in PATCHES}) == 15
    assert all(patch.how.endswith(".") and patch.how.count(".") == 1 for patch in PATCHES)


def test_who_has_done_nothing_wears_nothing() -> None:
    assert earned(Deeds()) == ()
    assert together(()) == Deeds()


def test_a_setlist_of_ten_without_a_miss_earns_it_and_one_miss_does_not() -> None:
    assert "perfect-set" in worn(show("x" * 10))
    assert "perfect-set" not in worn(show("x" * 9 + "."))
    assert "perfect-set" not in worn(show("x" * 5))
    assert "perfect-set" not in worn(show("x" * 10, mode="daily"))
    assert "perfect-set" not in worn(replace(show("x" * 10), finished=False))


def test_twenty_without_a_lifeline_and_fifteen_right_earn_it() -> None:
    long = show("x" * 15 + "." * 5)
    assert "no-net" in worn(long)
    assert "no-net" not in worn(show("x" * 14 + "." * 6))
    assert "no-net" not in worn(replace(long, swapped=1))
    helped = (replace(long.answers[0], aided=True), *long.answers[1:])
    assert "no-net" not in worn(replace(long, answers=helped))


def test_a_marathon_past_thirty_earns_it_and_thirty_do_not() -> None:
    assert "long-road" in worn(show("x" * 31, mode="marathon"))
    assert "long-road" not in worn(show("x" * 30, mode="marathon"))
    assert "long-road" not in worn(show("x" * 31))


def test_a_miss_that_came_back_and_was_known_earns_it() -> None:
    assert "second-chance" in worn(facts(show(".xxxxx", mode="marathon"), "abcdea"))
    assert "second-chance" not in worn(facts(show(".xxxx.", mode="marathon"), "abcdea"))
    assert "second-chance" not in worn(facts(show(".xxxxx"), "abcdea"))


def test_ten_in_a_row_on_the_last_life_earn_it() -> None:
    assert "last-string" in worn(show(".." + "x" * 10, mode="marathon"))
    assert "last-string" in worn(show(".x." + "x" * 10 + ".", mode="marathon"))
    assert "last-string" not in worn(show(".." + "x" * 9 + ".", mode="marathon"))
    assert "last-string" not in worn(show("." + "x" * 10, mode="marathon"))


def test_a_whole_pack_by_heart_earns_it() -> None:
    assert "every-word" in earned(Deeds(learned=frozenset({"pack"})))
    assert "every-word" not in earned(Deeds())


def test_seven_days_in_a_row_earn_it_and_six_do_not() -> None:
    assert "seven-nights" in earned(Deeds(days=days_in_a_row(range(100, 107))))
    broken = [*range(100, 106), *range(107, 113)]
    assert "seven-nights" not in earned(Deeds(days=days_in_a_row(broken)))


@pytest.mark.parametrize(("ms", "is_earned"), [(1999, True), (2000, False)])
def test_a_hard_question_in_less_than_two_seconds_earns_it(ms: int, is_earned: bool) -> None:
    assert ("feedback" in worn(show("x", levels="3", ms=ms))) is is_earned
    assert "feedback" not in worn(show(".", levels="3", ms=ms))
    assert "feedback" not in worn(show("x", levels="2", ms=ms))


def test_ten_in_a_row_with_every_level_earn_it() -> None:
    assert "whole-scale" in worn(show("x" * 10, levels="1111222223"))
    assert "whole-scale" in worn(show("." + "x" * 10, levels="31111222223"))
    assert "whole-scale" not in worn(show("x" * 10, levels="1111222222"))
    assert "whole-scale" not in worn(show("xxxx.xxxxxx", levels="11112222333"))
    assert "whole-scale" not in worn(show("x" * 10, levels="1111222223", seats=2, mode="party"))


def test_a_party_of_eight_played_to_its_end_earns_it() -> None:
    full = show("x" * 16, mode="party", seats=8)
    assert "full-bus" in worn(full)
    assert "full-bus" not in worn(replace(full, finished=False))
    assert "full-bus" not in worn(show("x" * 14, mode="party", seats=7))


def test_winning_alone_after_being_last_alone_earns_it() -> None:
    # Three seats; the first misses two rounds, then takes the night.
    behind = show(".xx.xxx..x..x..", mode="party", seats=3)
    assert "back-row" in worn(behind)
    assert "back-row" not in worn(replace(behind, finished=False))


@pytest.mark.parametrize(
    ("verdicts", "seats"),
    [
        (".xx" + "x.." * 4, 3),  # last after the first round only
        (".x" * 2 + "x." * 3, 2),  # two are no back row
        (".x." * 2 + "x.." * 3, 3),  # shared the last place
        (".xx.xxx..x..", 3),  # a tie at the top is no win
    ],
)
def test_less_than_that_is_no_comeback(verdicts: str, seats: int) -> None:
    assert "back-row" not in worn(show(verdicts, mode="party", seats=seats))


def test_a_duel_won_earns_it_and_a_draw_does_not() -> None:
    duel = show("x" * 5, mode="duel")
    assert "ghost" in worn(replace(duel, ghost=499))
    assert "ghost" not in worn(replace(duel, ghost=500))
    assert "ghost" not in worn(duel)


def test_a_question_thrown_out_earns_it() -> None:
    assert "good-ear" in worn(replace(show("x"), voided=1))
    assert "good-ear" not in worn(replace(show("x"), swapped=1))


def test_three_misses_of_what_is_known_now_earn_it_and_two_do_not() -> None:
    assert "turned" in earned(Deeds(turned=3))
    assert "turned" not in earned(Deeds(turned=2))


def test_a_perfect_ten_in_three_packs_earns_it_and_three_in_two_packs_do_not() -> None:
    perfect = [replace(show("x" * 10), pack=pack) for pack in "aabc"]
    assert "crossover" in worn(*perfect)
    assert "crossover" not in worn(*perfect[:3])


@given(st.lists(st.integers(0, 30), max_size=20))
def test_days_in_a_row_are_counted_whatever_their_order(days: list[int]) -> None:
    best = days_in_a_row(days)
    played = set(days)
    runs = [n for start in played for n in range(1, 22) if {*range(start, start + n)} <= played]
    assert best == max(runs, default=0)


@given(st.lists(st.text("x.", min_size=1, max_size=40), min_size=1, max_size=4))
def test_more_nights_never_take_a_patch_away(nights: list[str]) -> None:
    shows = [show(each, mode="marathon", levels="123") for each in nights]
    for count in range(len(shows)):
        assert worn(*shows[:count]) <= worn(*shows)


def test_a_match_is_told_in_short_as_it_was_played(small: tuple[Question, ...]) -> None:
    match = deal_match("f", small, MODES["setlist"], ("You",), "s")
    match = match.answer(match.card.key, 1000, ("half",))
    match = match.swap().answer(None, 20_000).void()
    told = show_of(match, "small", ghost=7)
    assert [(each.right, each.ms, each.aided) for each in told.answers] == [(True, 1000, True)]
    assert (told.swapped, told.voided, told.finished, told.ghost) == (1, 1, False, 7)
    assert (told.mode, told.pack, told.seats, told.length) == ("setlist", "small", 1, 10)
    assert told.answers[0].fact == match.cards[match.played[0].card].question.facts[0]

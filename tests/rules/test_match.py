from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.match import Match
from game.rules.modes import CLOCKS, MODES
from game.rules.question import Question
from game.rules.seating import deal_match, seating
from game.rules.turn import Slot, Turn
from tests.rules.bank import question, small_pack

POOL = small_pack()


def solo(clock: str = "standard") -> Match:
    return deal_match("f", POOL, MODES["setlist"], ("You",), "night one", CLOCKS[clock])


def party(players: int = 3) -> Match:
    return deal_match("f", POOL, MODES["party"], tuple("ABCDEFGH"[:players]), "night two")


def played(match: Match, verdicts: str, ms: int = 5000) -> Match:
    """`x` is right, `.` wrong, `-` too late."""
    for verdict in verdicts:
        key = match.card.key
        wrong = (key + 1) % len(match.card.options)
        match = match.answer({"x": key, ".": wrong, "-": None}[verdict], ms)
    return match


# -- whose turn ---------------------------------------------------------------


@given(st.integers(2, 8), st.integers(0, 8))
def test_each_round_everyone_plays_once_and_the_first_seat_moves_on(
    players: int, rounds: int
) -> None:
    cards = range(players * rounds)
    sets = [cards[number * players : (number + 1) * players] for number in range(rounds)]
    plan = seating(sets, range(players), 1)
    for number in range(rounds):
        seats = [slot.seat for slot in plan[number * players : (number + 1) * players]]
        assert seats == [(number + seat) % players for seat in range(players)]
    assert [slot.card for slot in plan] == list(cards)
    assert [slot.round for slot in plan] == [1 + card // players for card in cards]


def test_one_player_takes_every_card() -> None:
    assert solo().plan == tuple(Slot(0, card) for card in range(10))


@pytest.mark.parametrize("players", range(2, 9))
def test_everyone_has_as_many_turns_of_each_level(players: int) -> None:
    pool = [question(f"q{n}", 1 + n % 3) for n in range(120)]
    match = deal_match("f", pool, MODES["party"], "ABCDEFGH"[:players], "s")
    ledgers = {
        tuple(match.cards[slot.card].question.level for slot in match.plan if slot.seat == seat)
        for seat in range(players)
    }
    assert ledgers == {(1, 1, 2, 2, 3)}


def test_rounds_are_counted_from_one() -> None:
    match, seen = party(), []
    while not match.over:
        seen.append((match.round, match.round_count))
        match = played(match, "x")
    assert seen == [(1 + n // 3, 5) for n in range(15)]
    assert match.round == 5


# -- answers ------------------------------------------------------------------


def test_an_answer_after_the_end_is_refused() -> None:
    over = played(solo(), "x" * 10)
    assert over.over
    with pytest.raises(ValueError, match="over"):
        over.answer(0, 0)
    with pytest.raises(IndexError):
        _ = over.next


@pytest.mark.parametrize("pick", [-1, 4, 99])
def test_an_option_that_is_not_there_cannot_be_picked(pick: int) -> None:
    with pytest.raises(ValueError, match=f"no option {pick}"):
        solo().answer(pick, 0)


def test_three_options_have_no_fourth() -> None:
    match = played(solo(), "x" * 9)
    assert len(match.card.options) == 3
    with pytest.raises(ValueError, match="no option 3"):
        match.answer(3, 0)


def test_an_answer_leaves_the_match_before_it_as_it_was() -> None:
    before = solo()
    after = before.answer(1, 250)
    assert before.turns == ()
    assert after.turns == (Turn(0, 0, 1, 250),)


def test_a_clock_that_went_backwards_counts_as_no_time() -> None:
    assert solo().answer(None, -7).turns[0].ms == 0


@pytest.mark.parametrize(("mode", "players"), [("setlist", 2), ("party", 1), ("party", 9)])
def test_a_table_the_mode_has_no_seats_for_is_refused(mode: str, players: int) -> None:
    with pytest.raises(ValueError, match="is for"):
        deal_match("f", POOL, MODES[mode], "ABCDEFGHI"[:players], "s")


def test_a_pack_too_small_gives_a_match_that_is_over() -> None:
    assert deal_match("f", (), MODES["setlist"], ("You",), "s").over
    assert deal_match("f", POOL[:1], MODES["party"], ("A", "B"), "s").over


# -- points -------------------------------------------------------------------


def test_a_perfect_setlist_ends_in_this_score() -> None:
    match = played(solo(), "x" * 10)
    # 15 s of 20 left: 11/12 of 100, 150 and 200 a level; +10 % a step, 50 % at most.
    gained = [match.gained(number) for number in range(10)]
    assert gained == [92, 101, 110, 119, 193, 206, 206, 206, 275, 275]
    assert match.score() == sum(gained) == 1783


def test_a_setlist_with_misses_ends_in_this_score() -> None:
    match = played(solo(), "xx.x-xxx.x")
    assert [match.gained(number) for number in range(10)] == [
        *(92, 101, 0, 92),
        *(0, 138, 151, 165),
        *(0, 183),
    ]
    assert match.score() == 922


def test_an_untimed_setlist_ends_in_this_score() -> None:
    match = played(solo("untimed"), "xxxx......", ms=10**9)
    assert match.score() == 67 + 73 + 80 + 87


def test_at_a_party_neither_time_nor_streak_counts() -> None:
    match = played(party(), "x" * 15, ms=19_999)
    assert match.scores == (700, 700, 700)
    assert match.ranks() == (1, 1, 1)


@given(st.data())
def test_any_game_ends_in_the_points_of_the_formula(data: st.DataObject) -> None:
    match = deal_match("f", POOL, MODES["setlist"], ("You",), data.draw(st.text(max_size=5)))
    expected, roll = 0, 0
    while not match.over:
        pick = data.draw(st.none() | st.integers(0, len(match.card.options) - 1))
        ms = data.draw(st.integers(0, 20_000))
        roll = roll + 1 if pick == match.card.key else 0
        if roll:
            worth = Fraction(50 * (match.card.question.level + 1))
            left = Fraction(20_000 - ms, 20_000)
            more = 1 + Fraction(min(5, roll - 1), 10)
            exact = worth * (Fraction(2, 3) + Fraction(1, 3) * left) * more
            expected += floor(exact + Fraction(1, 2))
        match = match.answer(pick, ms)
        assert match.current_roll() == roll
    assert match.score() == expected


def test_the_score_after_some_turns_is_what_it_was_then() -> None:
    match, then = party(), []
    for verdict in "x.xxx-.xx.xxxxx":
        then.append((match.scores, match.ranks()))
        match = played(match, verdict)
    for turns, (scores, ranks) in enumerate(then):
        assert tuple(match.score(seat, turns) for seat in range(3)) == scores
        assert match.ranks(turns) == ranks


# -- ranks and rolls ------------------------------------------------------------


def test_equal_points_share_a_rank_and_the_next_is_left_out() -> None:
    # Round one: A and B right, C wrong.
    match = played(party(), "xx.")
    assert match.scores == (100, 100, 0)
    assert match.ranks() == (1, 1, 3)
    assert played(party(), "..x").ranks() == (2, 2, 1)
    assert party().ranks() == (1, 1, 1)


@given(st.text("x.", min_size=15, max_size=15))
def test_a_rank_is_one_more_than_how_many_have_more(verdicts: str) -> None:
    match = played(party(), verdicts)
    ordered = sorted(match.scores, reverse=True)
    assert match.ranks() == tuple(ordered.index(score) + 1 for score in match.scores)


def test_a_roll_counts_the_seats_own_turns_only() -> None:
    # The first seat moves on: rounds are ABC, BCA, CAB.
    match = played(party(), "x.." + "..x" + "xx.")
    assert [match.roll(number) for number in (0, 5, 7)] == [1, 2, 3]
    assert (match.current_roll(0), match.longest_roll(0)) == (3, 3)
    assert (match.current_roll(1), match.longest_roll(1)) == (0, 0)
    assert match.current_roll(2) == 1


def test_a_miss_ends_a_roll_and_the_longest_is_remembered() -> None:
    match = played(solo(), "xxx.x")
    assert [match.roll(number) for number in range(5)] == [1, 2, 3, 0, 1]
    assert (match.current_roll(), match.longest_roll()) == (1, 3)
    assert (solo().current_roll(), solo().longest_roll()) == (0, 0)


# -- the same turns, the same match ---------------------------------------------


def test_a_match_is_its_turns_again() -> None:
    match = played(party(), "x.-x.-x.-x.-x.-")
    again = party()
    for turn in match.turns:
        again = again.answer(turn.pick, turn.ms)
    assert again == match
    assert replace(party(), turns=match.turns) == match


def test_seen_questions_are_dealt_when_the_others_are_used_up(
    small: tuple[Question, ...],
) -> None:
    first = deal_match("f", small, MODES["setlist"], ("You",), "s")
    seen = [first.cards[slot.card].question.id for slot in first.plan]
    second = deal_match("f", small, MODES["setlist"], ("You",), "s", seen=seen)
    assert not set(seen) & {second.cards[slot.card].question.id for slot in second.plan}

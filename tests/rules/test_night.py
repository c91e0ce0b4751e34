"""What a table can switch on: steals, heckles, bets, the encore, sudden death, all together."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from game.rules import table
from game.rules.house import PASS, TEAMS, TOGETHER, House
from game.rules.night import HECKLED_FROM
from game.rules.question import MOST_WRONG
from game.rules.seating import deal_party
from game.rules.tally import Entry
from game.rules.turn import ANSWER, BET, STEAL, Due, Slot
from tests.rules.bank import question
from tests.rules.nights import POOL, dues, go, night

# Levels of five rounds: 1, 1, 2, 2, 3; of two: 1, 2.
STEALS = House(5, steal=True)
HECKLES = House(5, heckle=True)
BOTH = House(5, steal=True, heckle=True)
ENCORE = House(2, encore=True)
SUDDEN = House(2, sudden=True)


# -- steals -------------------------------------------------------------------


def test_a_miss_is_offered_to_the_next_player() -> None:
    assert dues(night(STEALS), ".x", "x.x", ".") == (
        "answer A steal B answer B answer C steal A answer B steal C"
    )


@pytest.mark.parametrize("miss", [".", "-"])
def test_a_right_steal_brings_half_and_the_miss_nothing(miss: str) -> None:
    match = go(night(STEALS), miss, "x")
    assert match.scores == (0, 50, 0)
    assert match.entries == (Entry(1, 50, STEAL, 0, 1),)


def test_half_of_a_medium_question_is_seventy_five_and_of_a_hard_one_a_hundred() -> None:
    match = go(night(STEALS), "x" * 6, ".x")
    assert (match.round, match.entries[-1].points) == (3, 75)
    assert go(match, "x" * 5, ".x").entries[-1].points == 100


def test_a_miss_is_offered_once() -> None:
    for thief in ".-":
        match = go(night(STEALS), ".", thief)
        assert match.due == Due(ANSWER, 1, match.next.card)
        assert match.scores == (0, 0, 0)


def test_a_right_answer_is_offered_to_nobody() -> None:
    assert dues(night(STEALS), "xx") == "answer A answer B answer C"


def test_whoever_has_left_is_passed_over() -> None:
    match = table.leave(night(STEALS), 1)
    assert dues(match, "..") == "answer A steal C answer C"


def test_the_option_that_was_missed_cannot_be_stolen_with() -> None:
    match = go(night(STEALS), ".")
    with pytest.raises(ValueError, match="cannot be picked"):
        table.steal(match, match.played[-1].pick, 0)
    for pick in (-1, 4):
        with pytest.raises(ValueError, match="cannot be picked"):
            table.steal(match, pick, 0)


def test_nothing_can_be_stolen_that_is_not_offered() -> None:
    with pytest.raises(ValueError, match="no steal is due"):
        table.steal(go(night(STEALS), "x"), 0, 0)


def test_nobody_answers_while_a_steal_is_offered() -> None:
    with pytest.raises(ValueError, match="no answer is due, but steal"):
        go(night(STEALS), ".").answer(0, 0)


def test_of_two_options_nothing_is_left_to_steal() -> None:
    def cut(count: int) -> str:
        match = night(STEALS)
        card = match.cards[0]
        options = tuple(o for o in card.options if o != card.question.key)[: count - 1]
        short = replace(card, options=(card.question.key, *options), key=0)
        return dues(replace(match, cards=(short, *match.cards[1:])), ".")

    assert cut(2) == "answer A answer B"
    assert cut(3) == "answer A steal B"


def test_the_last_miss_of_a_night_is_offered_too() -> None:
    match = go(night(House(2, steal=True), 2), "xxx.")
    assert not match.over
    assert match.due == Due(STEAL, 1, match.played[-1].card)
    assert go(match, "x").scores == (100, 100 + 150 + 75)
    assert go(match, "x").over


def test_a_miss_nobody_could_steal_is_offered_to_nobody_later() -> None:
    # B heckles A while C is away.
    match = table.leave(night(BOTH), 2)
    match = go(match, "h.", "hx").void()
    assert dues(table.back(match, 2)) == "heckle A"


# -- heckles ------------------------------------------------------------------


def test_the_player_before_chooses_the_wrong_options() -> None:
    assert dues(night(HECKLES), "hxhxhx") == (
        "heckle C answer A heckle A answer B heckle B answer C heckle A"
    )


def test_whoever_has_left_heckles_nobody() -> None:
    match = table.leave(night(HECKLES), 2)
    assert dues(match, "hx") == "heckle B answer A heckle A"


def test_a_heckle_changes_exactly_the_three_wrong_options() -> None:
    match = night(HECKLES)
    there = table.candidates(match)
    assert len(set(there)) == HECKLED_FROM == 6
    assert set(there) <= set(match.card.question.wrong)
    before = match.card
    after = table.heckle(match, (5, 0, 3)).card
    assert (after.question, after.key) == (before.question, before.key)
    wrong = [option for at, option in enumerate(after.options) if at != after.key]
    assert after.options[after.key] == before.question.key
    assert wrong == [there[5], there[0], there[3]]


def test_the_three_first_dealt_are_among_the_six() -> None:
    match = night(HECKLES)
    dealt = set(match.card.options) - {match.card.question.key}
    assert dealt <= set(table.candidates(match))


@pytest.mark.parametrize(
    "places", [(), (0, 1), (0, 1, 2, 3), (0, 0, 1), (0, 0, 1, 2), (0, 1, 6), (-1, 0, 1)]
)
def test_three_different_ones_of_those_there_are_chosen(places: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="3 of 6"):
        table.heckle(night(HECKLES), places)


@pytest.mark.parametrize(("wrong", "there"), [(4, 4), (5, 5), (6, 6), (24, 6)])
def test_of_fewer_wrong_options_there_are_fewer_to_choose_from(wrong: int, there: int) -> None:
    assert len(table.candidates(night(HECKLES, wrong=wrong))) == there


def test_a_card_with_three_wrong_options_is_not_heckled() -> None:
    match = night(HECKLES, wrong=MOST_WRONG)
    assert dues(match, "x") == "answer A answer B"
    with pytest.raises(ValueError, match="no heckle is due"):
        table.candidates(match)


@pytest.mark.parametrize(("verdict", "points"), [(".", 25), ("-", 0), ("x", 0)])
def test_a_heckler_scores_when_a_wrong_option_is_taken(verdict: str, points: int) -> None:
    match = go(night(HECKLES), "h", verdict)
    assert match.score(2) == points


def test_a_miss_is_not_offered_to_the_heckler() -> None:
    assert dues(night(BOTH), "h..") == "heckle C answer A steal B heckle A"
    gone = table.leave(go(night(BOTH), "h"), 1)
    assert dues(gone, ".") == "answer A heckle A"


def test_of_two_with_heckles_nobody_can_steal() -> None:
    match = night(BOTH, 2)
    assert dues(match, "h.h.h.") == (
        "heckle B answer A heckle A answer B heckle A answer B heckle B"
    )
    assert dues(night(BOTH, 2, wrong=3), ".") == "answer A steal B"


# -- the encore -----------------------------------------------------------------


def test_everyone_with_points_bets_before_the_last_round_in_its_order() -> None:
    match = night(ENCORE)
    assert dues(match, "xxx", "0", "50", "25") == (
        "answer A answer B answer C bet B bet C bet A answer B"
    )
    # C has nothing to bet.
    assert dues(match, "xx.", "0", "50") == "answer A answer B answer C bet B bet A answer B"
    assert dues(match, "...") == "answer A answer B answer C answer B"


def test_a_bet_comes_after_the_last_steal_of_the_round_before() -> None:
    match = night(House(2, steal=True, encore=True), 2)
    assert dues(match, "x.x", "50") == "answer A answer B steal A bet A answer B"
    assert go(match, "x.x", "50", "-", "-", ".").score(0) == 150 - 75


@pytest.mark.parametrize("percent", [-1, 51, 100])
def test_a_bet_is_half_of_the_points_at_most(percent: int) -> None:
    with pytest.raises(ValueError, match="0 to 50 percent"):
        table.bet(go(night(ENCORE), "xxx"), percent)


def test_nobody_bets_before_the_others_have_played() -> None:
    with pytest.raises(ValueError, match="no bet is due"):
        table.bet(go(night(ENCORE), "xx"), 10)


def test_a_bet_is_won_with_a_right_answer_and_lost_with_a_miss() -> None:
    # A hundred each; B bets 50, C 25 and A 10 percent. The last round is medium, doubled.
    match = go(night(ENCORE), "xxx", "50 25 10", "x.-")
    assert match.over
    assert match.scores == (100 - 10, 100 + 300 + 50, 100 - 25)
    bets = [(entry.seat, entry.points) for entry in match.entries if entry.what == BET]
    assert bets == [(1, 50), (2, -25), (0, -10)]


def test_a_stake_is_rounded_to_the_nearest_point() -> None:
    match = table.correct(night(ENCORE, 2), 1, 101)
    match = go(match, "x.", "50", "0")
    assert go(match, "x").score(1) == 101 + 300 + 51
    assert go(match, ".").score(1) == 101 - 51


def test_what_is_won_after_a_bet_is_not_staked() -> None:
    match = go(night(House(2, steal=True, encore=True), 2), "xx", "50 50")
    # The order of the last round is B, A: A steals B's before A's own turn.
    match = go(match, ".x")
    assert match.scores == (100 + 150, 50)
    assert go(match, ".-").scores == (250 - 50, 50)


def test_the_last_round_doubles_answers_steals_and_heckles() -> None:
    house = House(2, steal=True, heckle=True, encore=True)
    match = go(night(house), "hxhxhx", "0 0 0", "h")
    assert match.next == Slot(1, match.next.card, 2)
    assert [go(match, verdict).score(1) - 100 for verdict in "x."] == [300, 0]
    # A heckled B; C is the next who did not.
    stolen = go(match, ".x")
    assert stolen.scores == (100 + 50, 100, 100 + 150)


def test_without_the_encore_the_last_round_is_like_any_other() -> None:
    match = go(night(House(2)), "xxxxxx")
    assert match.scores == (250, 250, 250)
    assert not match.bets


# -- sudden death -----------------------------------------------------------------


def test_only_a_tie_for_first_is_played_off() -> None:
    assert go(night(SUDDEN), "x..x..").over
    assert dues(go(night(SUDDEN), "xx.xx"), ".") == "answer A over"
    match = go(night(SUDDEN), "xx.x.x")
    assert match.scores == (250, 250, 0)
    assert dues(match, "x.") == "answer A answer B over"


def test_those_tied_have_a_question_each_of_one_set_of_hard_ones() -> None:
    match = go(night(SUDDEN), "xxxxxx")
    coming = match.playoff[1]
    assert [slot.seat for slot in coming] == [0, 1, 2]
    assert [slot.card for slot in coming] == list(match.reserve[0])
    asked = [match.cards[slot.card].question for slot in coming]
    assert {(each.level, each.template) for each in asked} == {(3, asked[0].template)}


def test_sudden_death_brings_no_points_no_steals_and_no_heckles() -> None:
    house = House(2, steal=True, heckle=True, sudden=True)
    match = go(night(house), "hx" * 6)
    assert dues(match, ".x.") == "answer A answer B answer C over"
    assert go(match, ".x.").scores == (250, 250, 250)


@pytest.mark.parametrize("all_of_them", ["xxx", "...", "---"])
def test_where_all_are_right_or_none_a_second_set_is_played(all_of_them: str) -> None:
    match = go(night(SUDDEN), "xxxxxx", all_of_them)
    assert match.playoff[0] == (0, 1, 2)
    assert [slot.card for slot in match.playoff[1]] == list(match.reserve[1])
    assert go(match, ".x.").ranks() == (2, 1, 2)


def test_only_who_was_right_goes_on() -> None:
    match = go(night(SUDDEN), "xxxxxx", "x.x")
    assert match.playoff[0] == (0, 2)
    assert dues(match, "x.") == "answer A answer C over"
    done = go(match, "x.")
    assert done.ranks() == (1, 2, 2)
    assert done.scores == (250, 250, 250)


def test_a_sudden_death_leaves_those_behind_where_they_are() -> None:
    match = go(night(SUDDEN, 4), "xx..", "xx.x")
    assert match.scores == (250, 250, 150, 0)
    assert match.ranks() == (1, 1, 3, 4)
    assert go(match, ".x").ranks() == (2, 1, 3, 4)


def test_when_all_sets_are_played_the_first_place_is_shared() -> None:
    match = go(night(SUDDEN), "xxxxxx", "xxx" * 3)
    assert match.over
    assert match.ranks() == (1, 1, 1)
    assert go(night(SUDDEN), "xxxxxx", "xxx", "x.x", "..").ranks() == (1, 3, 1)


def test_a_set_too_small_for_all_who_are_tied_is_played_by_fewer_only() -> None:
    levels = [1, 1, 1, 2, 2, 2, 3, 3]
    few = [question(f"q{n}", level) for n, level in enumerate(levels)]
    match = deal_party("f", few, "ABC", "s", SUDDEN)
    assert [len(each) for each in match.reserve] == [2]
    all_tied = go(match, "xxxxxx")
    assert all_tied.over
    assert all_tied.ranks() == (1, 1, 1)
    assert go(match, "xx.x.x", "x.").ranks() == (1, 2, 3)


def test_a_tie_is_not_played_off_where_the_table_does_not_want_it() -> None:
    match = go(night(House(2)), "xxxxxx")
    assert match.over
    assert match.ranks() == (1, 1, 1)


def test_whoever_leaves_in_a_sudden_death_is_out_of_it() -> None:
    match = go(night(SUDDEN), "xxxxxx", "x")
    match = table.leave(match, 2)
    assert dues(match, ".") == "answer B over"
    assert go(match, ".").ranks() == (1, 2, 3)


def test_a_tie_of_one_with_nobody_is_won() -> None:
    match = table.leave(go(night(SUDDEN), "xx.x.x"), 0)
    assert match.over
    assert match.ranks() == (3, 1, 2)


def test_an_answer_taken_back_in_a_sudden_death_is_given_to_another_question() -> None:
    before = go(night(SUDDEN), "xxxxxx", "x.")
    match = before.void()
    assert match.due is not None
    assert (match.due.kind, match.due.seat) == (ANSWER, 1)
    assert match.due.card in match.spares
    assert match.next.round == 3
    assert dues(match, "x.") == "answer B answer C answer A"


def test_points_set_right_by_hand_open_and_close_a_sudden_death() -> None:
    match = go(night(SUDDEN), "xx.x.x")
    assert not match.over
    assert table.correct(match, 0, 10).over
    assert dues(table.correct(match, 2, 250)) == "answer A"
    assert table.correct(match, 2, 250).playoff[0] == (0, 1, 2)


# -- all together -----------------------------------------------------------------


def test_together_everyone_has_the_same_question_one_after_the_other() -> None:
    match = night(House(5, way=TOGETHER))
    for number in range(1, 6):
        slots = [slot for slot in match.plan if slot.round == number]
        assert len({slot.card for slot in slots}) == 1
        assert sorted(slot.seat for slot in slots) == [0, 1, 2]
    match = go(match, "x.x")
    assert [turn.seat for turn in match.turns] == [0, 1, 2]
    assert match.scores == (100, 0, 100)


def test_together_a_sudden_death_asks_everyone_the_same() -> None:
    match = go(night(House(2, way=TOGETHER, sudden=True)), "xxxxxx")
    assert {slot.card for slot in match.playoff[1]} == {match.reserve[0][0]}
    match = go(match, "x.x")
    assert {slot.card for slot in match.playoff[1]} == {match.reserve[1][0]}
    assert go(match, "x.").ranks() == (1, 2, 2)


def test_together_nobody_steals_or_heckles_but_everyone_bets() -> None:
    house = House(2, way=TOGETHER, steal=True, heckle=True, encore=True)
    assert dues(night(house), "xx.", "50 0") == "answer A answer B answer C bet B bet A answer B"


def test_together_an_answer_taken_back_is_taken_back_for_all() -> None:
    match = go(night(House(2, way=TOGETHER)), "x.x").void()
    assert match.scores == (0, 0, 0)
    assert match.played == ()
    slots = match.course[:3]
    assert [slot.seat for slot in slots] == [0, 1, 2]
    assert len({slot.card for slot in slots}) == 1
    assert slots[0].card in match.spares


def test_together_a_question_somebody_answered_is_not_skipped() -> None:
    match = night(House(2, way=TOGETHER))
    assert table.can_skip(match)
    assert not table.can_skip(go(match, "x"))
    assert table.can_skip(go(match, "xxx"))
    skipped = table.skip(match)
    assert len({slot.card for slot in skipped.course[:3]}) == 1


def test_together_is_for_four_and_teams_are_four() -> None:
    for way in (TOGETHER, TEAMS):
        deal_party("f", POOL, "ABCD", "s", House(2, way=way))
        with pytest.raises(ValueError, match="2 to 4"):
            deal_party("f", POOL, "ABCDE", "s", House(2, way=way))


# -- what is dealt ------------------------------------------------------------------


def test_a_round_has_one_level_one_template_and_texts_as_long() -> None:
    longer = tuple(
        question(f"q{n:03}", 1 + n % 3, template="abc"[n % 3 * 7 % 3], length=20 + n % 40)
        for n in range(300)
    )
    for seed in range(10):
        match = deal_party("f", longer, "ABCD", str(seed), House(5))
        for number in range(1, 6):
            asked = [match.cards[slot.card] for slot in match.plan if slot.round == number]
            lengths = [
                len(card.question.stem) + sum(len(option.text) for option in card.options)
                for card in asked
            ]
            assert len({(card.question.level, card.question.template) for card in asked}) == 1
            assert max(lengths) <= min(lengths) * 1.2
        levels = [match.cards[slot.card].question.level for slot in match.plan]
        assert all(one <= two for one, two in pairwise(levels))


@pytest.mark.parametrize("way", [PASS, TOGETHER])
def test_nothing_hard_is_asked_where_nothing_hard_is_wanted(way: str) -> None:
    match = night(House(5, way=way, gentle=True, sudden=True))
    assert {card.question.level for card in match.cards} == {1, 2}
    # Not even when one question after the other is taken back.
    match = go(match, "xxxxxx" * 2)
    while table.can_skip(match):
        match = table.skip(match)
        assert match.card.question.level < 3

"""What a table does besides answering: taking back, skipping, setting right, going and coming."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from game.rules import table
from game.rules.awards import Award, awards
from game.rules.deal import Card, deal_card
from game.rules.house import TEAMS, TOGETHER, House
from game.rules.likeness import nearest_stand_in, usual_length
from game.rules.match import Match
from game.rules.question import Option
from game.rules.seating import deal_party
from game.rules.turn import ANSWER, BACK, BET, CORRECT, NO_CARD, SWAP, VOID, Due, Turn
from tests.rules.bank import question
from tests.rules.nights import POOL, dues, go, night

PLAIN = House(5)
ALL = House(2, steal=True, heckle=True, encore=True)


# -- taking back --------------------------------------------------------------


def test_taking_back_an_answer_gives_its_seat_another_question() -> None:
    before = go(night(PLAIN), "xx")
    match = before.void()
    assert match.scores == (100, 0, 0)
    assert match.due == Due(ANSWER, 1, match.next.card)
    assert match.next.card in match.spares
    assert (match.next.round, len(match.course)) == (1, 15)


def test_taking_back_a_miss_takes_its_steal_back() -> None:
    match = go(night(House(5, steal=True)), ".x").void()
    assert match.scores == (0, 0, 0)
    assert dues(match, ".x") == "answer A steal B answer B"
    assert go(match, ".x").scores == (0, 50, 0)


def test_taking_back_a_heckled_answer_lets_the_new_question_be_heckled() -> None:
    match = go(night(House(5, heckle=True)), "h.").void()
    assert match.scores == (0, 0, 0)
    assert match.heckles == {}
    assert dues(match, "h.") == "heckle C answer A heckle A"


def test_taking_back_an_answer_that_was_bet_on_keeps_the_bet() -> None:
    match = go(night(House(2, encore=True)), "xxx", "50 50 50", "x").void()
    assert match.scores == (100, 100, 100)
    assert dues(match, ".") == "answer B answer C"
    assert go(match, ".").scores == (100, 50, 100)


def test_taking_back_what_came_before_the_bets_lets_everyone_bet_anew() -> None:
    match = go(night(House(2, encore=True)), "xxx", "50 50").void()
    assert match.scores == (100, 100, 0)
    assert dues(match, "x", "10", "20", "30") == "answer C bet B bet C bet A answer B"
    done = go(match, "x", "10 20 30", "x..")
    assert done.scores == (100 - 30, 100 + 300 + 10, 100 - 20)


def test_answers_are_taken_back_one_after_the_other() -> None:
    match = go(night(PLAIN), "xxxx").void().void()
    assert [turn.seat for turn in match.played] == [0, 1]
    assert dues(match, "xx") == "answer C answer B answer C"
    assert match.ahead[0].card != match.ahead[1].card


def test_it_can_be_undone_as_long_as_another_question_is_there() -> None:
    match = night(PLAIN)
    assert not table.can_undo(match)
    match = go(match, "x")
    undone = 0
    while table.can_undo(match):
        match = go(match.void(), "x")
        undone += 1
    assert undone == len(match.spares) == 9
    assert len(match.course) == 15
    # What is not to be undone is lost: the seat has a turn less.
    assert len(match.void().course) == 14


# -- skipping -------------------------------------------------------------------


def test_a_skipped_question_is_changed_for_another_of_its_level() -> None:
    match = go(night(PLAIN), "x")
    after = table.skip(match)
    assert after.next.seat == match.next.seat
    assert after.card.question.id != match.card.question.id
    assert after.card.question.level == match.card.question.level
    assert after.scores == match.scores


def test_a_skipped_question_is_heckled_anew() -> None:
    match = go(night(House(5, heckle=True)), "h")
    assert dues(table.skip(match), "h") == "heckle C answer A"


def test_nothing_is_skipped_while_a_steal_is_offered_or_after_the_end() -> None:
    match = go(night(House(2, steal=True), 2), ".")
    assert not table.can_skip(match)
    assert table.can_skip(go(match, "-"))
    over = go(night(House(2), 2), "xxxx")
    assert not table.can_skip(over)
    with pytest.raises(ValueError, match="no other question"):
        table.skip(over)


def test_when_no_question_is_left_nothing_is_skipped() -> None:
    match = night(PLAIN)
    for _ in range(9):
        match = table.skip(match)
    assert not table.can_skip(match)


def test_a_question_waiting_for_somebody_who_left_stands_in_for_no_other() -> None:
    match = table.leave(table.skip(go(night(PLAIN), "x")), 1)
    assert table.can_skip(match)
    for _ in range(8):
        match = table.skip(match)
    assert not table.can_skip(match)


def test_the_stand_in_is_nearest_in_level_then_template_then_length() -> None:
    def spare(name: str, level: int, template: str, length: int) -> Card:
        return deal_card(question(name, level, template=template, length=length), "s")

    cards = [
        spare("missed", 2, "a", 50),
        spare("far1", 1, "a", 50),
        spare("far2", 3, "a", 50),
        spare("other", 2, "b", 50),
        spare("short", 2, "a", 20),
        spare("long", 2, "a", 70),
    ]
    found, left = [], [1, 2, 3, 4, 5]
    while (place := nearest_stand_in(0, left, cards)) is not None:
        found.append(place)
        left.remove(place)
    assert found == [5, 4, 3, 1, 2]


def test_what_stands_in_at_a_night_is_the_nearest_there_is() -> None:
    match = go(night(PLAIN), "xxxxxxx")
    wanted = match.card
    found = match.stand_in(match.next.card)
    assert found is not None
    assert match.cards[found].question.level == wanted.question.level == 2
    assert usual_length(match.cards[found].question) == usual_length(wanted.question)


def test_what_stood_in_once_stays_however_its_wrong_options_are_chosen() -> None:
    texts = ("a", "bb" * 9, "c" * 40, "d", "e" * 30, "f" * 3, "g" * 25)
    options = [Option(text) for text in texts]
    many = [question(f"q{n}", 1, wrong=options, length=20 + n) for n in range(40)]
    match = go(deal_party("f", many, "AB", "s", House(2, heckle=True)), "hx").void()
    stood_in = match.next
    for places in combinations(range(6), 3):
        assert table.heckle(match, places).next == stood_in


# -- by hand --------------------------------------------------------------------


def test_points_by_hand_are_told_apart_from_points_won() -> None:
    match = table.correct(go(night(PLAIN), "xx"), 1, 30)
    assert match.scores == (100, 130, 0)
    assert match.entries[-1].what == CORRECT
    assert [table.corrected(match, seat) for seat in range(3)] == [0, 30, 0]
    assert match.score(1, 1) == 0
    assert match.score(1, 2) == 130


def test_nobody_is_taken_more_than_they_have() -> None:
    match = table.correct(go(night(PLAIN), "x"), 0, -999)
    assert match.scores == (0, 0, 0)
    assert table.corrected(match, 0) == -100


def test_a_correction_takes_no_more_when_what_it_took_is_taken_back() -> None:
    match = table.correct(go(night(PLAIN), "x"), 0, -60)
    assert match.void().scores == (0, 0, 0)


def test_nobody_loses_more_with_a_bet_than_is_left_to_them() -> None:
    match = go(night(House(2, encore=True)), "xxx", "0 0 50")
    match = table.correct(match, 0, -80)
    assert go(match, "xx.").score(0) == 0
    assert go(match, "xxx").score(0) == 20 + 300 + 20


# -- going and coming back --------------------------------------------------------


def test_whoever_leaves_is_passed_over_and_stands_last() -> None:
    match = table.leave(go(night(PLAIN), "xxx"), 0)
    assert {slot.seat for slot in match.ahead} == {1, 2}
    assert len(match.ahead) == 8
    assert match.ranks() == (3, 1, 1)


def test_two_stay_at_least() -> None:
    match = table.leave(night(PLAIN), 1)
    for seat in (0, 1, 2):
        with pytest.raises(ValueError, match="cannot leave"):
            table.leave(match, seat)
    with pytest.raises(ValueError, match="is there"):
        table.back(match, 0)


def test_whoever_comes_back_gets_what_the_others_won_on_average_in_the_rounds_missed() -> None:
    # A leaves after the first round; in the second B and C win one, in the third both.
    match = table.leave(go(night(PLAIN), "xxx"), 0)
    match = go(match, "x.", "xx")
    assert match.scores == (100, 100 + 100 + 150, 100 + 150)
    match = table.back(match, 0)
    assert match.turns[-1] == Turn(0, NO_CARD, None, 0, BACK, amount=(100 + 2 * 150) // 2)
    assert match.score(0) == 100 + 200
    assert [slot.seat for slot in match.ahead] == [0, 1, 2, 1, 2, 0]


def test_stolen_points_count_for_who_missed_a_round_and_gifts_and_bets_do_not() -> None:
    house = House(3, steal=True)
    match = table.leave(go(night(house), "xxx"), 0)
    match = table.correct(go(match, ".x", "x"), 1, 500)
    assert match.round == 3
    # B missed, C stole its half and had a question of its own right.
    assert table.back(match, 0).turns[-1].amount == (75 + 150 + 1) // 2


def test_whoever_is_back_before_their_turn_missed_nothing() -> None:
    # A begins the first round and ends the second: three questions of others lie between.
    match = table.leave(go(night(PLAIN), "x"), 0)
    match = table.back(go(match, "xx", "x"), 0)
    assert match.turns[-1].amount == 0
    assert len([slot for slot in match.course if slot.seat == 0]) == 5
    # With the last of the others' it is too late, and the round was missed.
    late = table.leave(go(night(PLAIN), "x"), 0)
    late = table.back(go(late, "xx", "x."), 0)
    assert late.turns[-1].amount == 50
    assert len([slot for slot in late.course if slot.seat == 0]) == 4


def test_whoever_is_back_at_once_lost_nothing_and_won_nothing() -> None:
    before = go(night(PLAIN), "xxxx")
    after = table.back(table.leave(before, 0), 0)
    assert after.scores == before.scores
    assert after.ahead == before.ahead


def test_a_round_is_paid_for_once_however_often_somebody_goes() -> None:
    match = go(night(PLAIN), "xxx")
    # The second round is B, C, A.
    match = table.back(go(table.leave(match, 1), "x"), 1)
    assert match.turns[-1].amount == 100
    match = table.back(go(table.leave(match, 1), "x"), 1)
    assert match.turns[-1].amount == 0
    assert match.next.round == 3


def test_a_question_taken_back_from_somebody_who_left_waits_for_them() -> None:
    match = table.leave(go(night(PLAIN), "x"), 0).void()
    assert dues(match) == "answer B"
    assert dues(table.back(match, 0)) == "answer A"


def test_an_offer_goes_on_when_its_player_leaves() -> None:
    match = go(night(House(5, steal=True)), ".")
    assert dues(table.leave(match, 1), "x") == "steal C answer C"
    assert table.leave(match, 2).due == match.due


# -- teams ------------------------------------------------------------------------


def teams(house: House) -> Match:
    members = (("Ann", "Abe"), ("Bea", "Bob", "Bix"))
    return deal_party("f", POOL, ("Reds", "Blues"), "s", house, teams=members)


def test_the_members_of_a_team_take_turns() -> None:
    match = teams(House(4, way=TEAMS))
    names = [table.performer(match, number) for number in range(8)]
    assert names == ["Ann", "Bea", "Bob", "Abe", "Ann", "Bix", "Bea", "Abe"]


def test_whose_answer_is_taken_back_has_the_next_one() -> None:
    match = go(teams(House(4, way=TEAMS)), "xx")
    assert table.performer(match.void(), 1) == "Bea"


def test_teams_steal_from_each_other() -> None:
    match = teams(House(4, way=TEAMS, steal=True))
    assert dues(match, ".x") == "answer Reds steal Blues answer Blues"


def test_without_teams_the_player_performs() -> None:
    assert table.performer(night(PLAIN), 1) == "B"


# -- awards -----------------------------------------------------------------------


def titles(match: Match) -> dict[str, Award]:
    return {award.title: award for award in awards(match)}


def test_whoever_stole_most_has_light_fingers() -> None:
    match = go(night(House(5, steal=True)), ".x", "x", ".x")
    assert "Light fingers" not in titles(match)
    match = go(match, ".x", "x", ".x")
    assert titles(match)["Light fingers"] == Award("Light fingers", 1, "2 stolen")


def test_whoever_fooled_most_is_the_loudest_heckler() -> None:
    match = go(night(House(5, heckle=True)), "h.", "h-", "hx")
    assert titles(match)["Loudest heckler"] == Award("Loudest heckler", 2, "1 fooled")
    assert "Loudest heckler" not in titles(go(match, "h."))


def test_the_best_bet_is_the_most_that_was_won_with_one() -> None:
    match = go(night(House(2, encore=True)), "xxx", "50 40 30")
    assert titles(go(match, ".xx"))["Best bet"] == Award("Best bet", 2, "40 points")
    assert "Best bet" not in titles(go(match, "..."))


def test_there_are_four_awards_at_most() -> None:
    match = night(ALL)
    match = go(match, "h.x", "hx", "hx", "50 40", "hx", "h.x", "h.x")
    match = replace(match, turns=tuple(replace(t, ms=n) for n, t in enumerate(match.turns)))
    assert [award.title for award in awards(match)] == [
        "Fastest finger",
        "Longest roll",
        "Light fingers",
        "Loudest heckler",
    ]


def test_every_kind_of_turn_leaves_the_match_before_it_as_it_was() -> None:
    match = go(night(ALL), "h")
    before = match.turns
    for after in (
        go(match, "."),
        table.skip(match),
        table.leave(match, 2),
        table.correct(match, 1, 10),
        match.after(Turn(0, match.next.card, None, 0, VOID)),
    ):
        assert after.turns[: len(before)] == before == match.turns


def test_a_party_knows_no_lifeline() -> None:
    match = night(House(2, way=TOGETHER))
    assert match.lifelines() == ()
    with pytest.raises(ValueError, match="no other question"):
        match.swap()
    assert SWAP not in {turn.kind for turn in table.skip(match).turns}
    assert BET not in {turn.kind for turn in go(match, "xxxxxx").turns}

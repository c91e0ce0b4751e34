"""Who sits where: sitting down and moving between rounds, and what is dealt for it."""

from __future__ import annotations

import pytest

from game.rules import table
from game.rules.awards import awards
from game.rules.house import TEAMS, TOGETHER, House
from game.rules.match import Match
from game.rules.seating import at_break, average, deal_party, joined, order_of, reordered
from game.rules.turn import JOIN, NO_CARD, Turn
from tests.rules.nights import POOL, dues, go, night, pool

PLAIN = House(5)


def asked(match: Match) -> list[str]:
    return [match.cards[slot.card].question.id for slot in match.course]


# -- a break ------------------------------------------------------------------


def test_a_break_is_before_the_first_question_and_after_each_round_but_the_last() -> None:
    match, breaks = night(House(2)), []
    while not match.over:
        breaks.append(at_break(match))
        match = go(match, "x")
    assert breaks == [True, False, False, True, False, False]
    assert not at_break(match)


@pytest.mark.parametrize(
    ("house", "done"),
    [
        (House(3, steal=True), "xx."),  # a steal is offered
        (House(3, heckle=True), "h"),  # a card's wrong options are chosen
        (House(2, encore=True), "xxx 10"),  # the bets are going on
        (House(2, sudden=True), "xxxxxx"),  # only those tied play on
    ],
)
def test_nobody_sits_down_or_moves_while_something_is_going_on(house: House, done: str) -> None:
    match = go(night(house), done)
    assert not at_break(match)
    with pytest.raises(ValueError, match="sit down between two rounds"):
        joined(match, "D", POOL)
    with pytest.raises(ValueError, match="order can be changed between two rounds"):
        reordered(match, (2, 1, 0))


@pytest.mark.parametrize("done", ["x", "xxxx"])
def test_a_round_whose_first_answer_was_taken_back_has_begun(done: str) -> None:
    match = go(night(PLAIN), done).void()
    assert not at_break(match)
    assert at_break(go(match, "xxx"))


# -- sitting down ---------------------------------------------------------------


def test_whoever_sits_down_has_the_average_and_the_last_seat() -> None:
    match = joined(go(night(PLAIN), "xx."), "Dee", POOL)
    assert match.players == ("A", "B", "C", "Dee")
    # Two hundred among three.
    assert match.turns[-1] == Turn(3, NO_CARD, None, 0, JOIN, amount=67)
    assert match.scores == (100, 100, 0, 67)
    assert match.ranks() == (1, 1, 4, 3)
    assert order_of(match) == (0, 1, 2, 3)


def test_the_rounds_to_come_are_dealt_for_one_more() -> None:
    before = go(night(PLAIN), "xxx")
    match = joined(before, "Dee", POOL)
    assert match.course[:3] == before.course[:3]
    for number in range(2, 6):
        slots = [slot for slot in match.plan if slot.round == number]
        there = [match.cards[slot.card].question for slot in slots]
        assert sorted(slot.seat for slot in slots) == [0, 1, 2, 3]
        assert {(each.level, each.template) for each in there} == {
            ((1, 1, 2, 2, 3)[number - 1], there[0].template)
        }
    assert [slot.seat for slot in match.ahead[:4]] == [1, 2, 3, 0]
    assert len(set(asked(match))) == len(asked(match)) == 3 + 16


@pytest.mark.parametrize("seed", range(10))
def test_nothing_is_asked_again_for_whoever_sits_down(seed: int) -> None:
    few = POOL[:72]
    match = deal_party("f", few, "ABC", str(seed), House(5, sudden=True))
    match = go(table.skip(go(match, "x")).void(), "xxx")
    first = {match.cards[turn.card].question.id for turn in match.turns}
    match = joined(match, "Dee", few)
    ahead = {match.cards[slot.card].question.id for slot in match.ahead}
    behind = {match.cards[card].question.id for each in match.reserve for card in each}
    spares = {match.cards[card].question.id for card in match.spares}
    assert (len(ahead), len(behind)) == (16, 12)
    assert not (first & ahead) | (first & behind) | (ahead & behind)
    assert not spares & (ahead | behind)


def test_somebody_can_sit_down_before_the_first_question_and_several_times() -> None:
    match = joined(joined(night(PLAIN, 2), "C", POOL), "D", POOL)
    assert match.scores == (0, 0, 0, 0)
    assert dues(match, "xxxx") == "answer A answer B answer C answer D answer B"
    match = joined(go(match, "xxxx"), "E", POOL)
    assert match.score(4) == 100
    assert dues(match, "xxxxx") == "answer B answer C answer D answer E answer A answer C"


def test_only_those_there_count_for_the_average() -> None:
    match = go(night(PLAIN), "xx.")
    assert average(match) == 67
    assert average(table.leave(match, 2)) == 100


def test_a_table_is_full_with_eight_or_four_around_one_screen_or_four_teams() -> None:
    for house, most in ((House(2), 8), (House(2, way=TOGETHER), 4), (House(2, way=TEAMS), 4)):
        full = deal_party("f", POOL, "ABCDEFGH"[:most], "s", house)
        with pytest.raises(ValueError, match="the table is full"):
            joined(full, "one more", POOL)
        joined(deal_party("f", POOL, "ABCDEFGH"[: most - 1], "s", house), "the last", POOL)


def test_whoever_sits_down_among_teams_is_a_team_of_one() -> None:
    members = (("Ann", "Abe"), ("Bea",))
    match = deal_party("f", POOL, ("Reds", "Blues"), "s", House(3, way=TEAMS), teams=members)
    match = joined(match, "Cy", POOL)
    assert [table.performer(match, number) for number in range(6)] == [
        *("Ann", "Bea", "Cy"),
        *("Bea", "Cy", "Abe"),
    ]


def test_a_pack_with_too_few_questions_seats_nobody_else() -> None:
    few = [each for each in POOL if each.level == 1][:8]
    match = deal_party("f", few, "AB", "s", House(2))
    with pytest.raises(ValueError, match="too few questions alike for 3"):
        joined(go(match, "xx"), "C", few[:2])


def test_whoever_sits_down_late_made_no_comeback() -> None:
    # All are always right: nobody was ever behind.
    match = go(joined(go(night(PLAIN, 4), "xxxx", "xxxx"), "E", POOL), "xxxxx" * 3)
    assert match.ranks() == (1, 1, 1, 1, 1)
    assert match.ranks(4) == (1, 1, 1, 1, 5)
    assert "Comeback" not in {award.title for award in awards(match)}


# -- moving ---------------------------------------------------------------------


def test_the_seats_play_in_their_new_order_from_the_next_round_on() -> None:
    match = reordered(go(night(PLAIN), "xxx"), (2, 1, 0))
    # The second round begins with the second in the order.
    assert dues(match, "xxx") == "answer B answer A answer C answer A"
    assert order_of(match) == (2, 1, 0)
    assert match.scores == (100, 100, 100)
    assert match.players == ("A", "B", "C")


def test_moving_deals_nothing_anew() -> None:
    before = go(night(PLAIN), "xxx")
    after = reordered(before, (1, 2, 0))
    assert asked(after) == asked(before)
    assert reordered(after, (0, 1, 2)) == before


def test_a_question_skipped_at_the_break_stays_skipped_when_seats_move() -> None:
    before = table.skip(go(night(PLAIN), "xxx"))
    assert asked(reordered(before, (1, 2, 0))) == asked(before)


@pytest.mark.parametrize("order", [(), (0, 1), (0, 1, 1), (0, 1, 2, 3), (1, 2, 3)])
def test_every_seat_is_named_once(order: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="order can be changed between two rounds"):
        reordered(night(PLAIN), order)


def test_together_everyone_still_has_the_same_question_after_moving_and_sitting_down() -> None:
    match = go(night(House(4, way=TOGETHER)), "xxx")
    match = reordered(joined(match, "D", POOL), (3, 2, 1, 0))
    for number in range(2, 5):
        slots = [slot for slot in match.ahead if slot.round == number]
        assert len({slot.card for slot in slots}) == 1
        assert len(slots) == 4
    assert dues(match, "xxxx") == "answer C answer B answer A answer D answer B"


def test_a_guest_is_seated_with_what_stands_by_where_the_pack_has_nothing_else() -> None:
    # Two rounds of three, the guest's round of four: with nine to stand by nothing else is left.
    questions = pool(count=15)
    match = go(deal_party("f", questions, "ABC", "s", House(2)), "xxx")
    later = joined(match, "Late", questions)
    asked = [slot.card for slot in later.plan if slot.round == 2]
    assert len(asked) == 4
    ids = [later.cards[card].question.id for card in (*asked, *(s.card for s in match.slots))]
    assert len(set(ids)) == 7
    standing = {later.cards[spare].question.id for spare in later.spares}
    assert standing.isdisjoint(ids)
    assert standing

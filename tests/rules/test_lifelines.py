"""Lifelines, voided questions and misses that come back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.match import Match
from game.rules.modes import CLOCKS, LIVES, MODES
from game.rules.seating import deal_match
from game.rules.turn import SWAP, VOID
from tests.rules.bank import question, small_pack

POOL = small_pack()


def solo(mode: str = "setlist", clock: str = "standard", seed: str = "night one") -> Match:
    return deal_match("f", POOL, MODES[mode], ("You",), seed, CLOCKS[clock])


def right(match: Match, ms: int = 5000) -> Match:
    return match.answer(match.card.key, ms)


def wrong(match: Match) -> Match:
    return match.answer((match.card.key + 1) % len(match.card.options), 5000)


def test_a_setlist_has_three_lifelines_each_once() -> None:
    match = solo()
    assert match.lifelines() == ("half", "time", "swap")
    match = match.answer(0, 10, ("half", "time"))
    assert match.lifelines() == ("swap",)
    match = match.swap()
    assert match.lifelines() == ()


def test_a_lifeline_used_twice_is_refused() -> None:
    match = solo().answer(0, 10, ("half",))
    with pytest.raises(ValueError, match="half"):
        match.answer(0, 10, ("half",))
    with pytest.raises(ValueError, match="no other question"):
        solo().swap().swap()


def test_extra_time_is_not_offered_where_nobody_is_timed() -> None:
    assert solo(clock="untimed").lifelines() == ("half", "swap")


def test_another_question_is_not_offered_where_the_pack_has_none_of_the_level() -> None:
    few = [question(f"q{n}", 1) for n in range(4)]
    match = deal_match("f", few, MODES["setlist"], ("You",), "s")
    assert "swap" not in match.lifelines()


def test_no_other_mode_has_lifelines() -> None:
    assert {name for name in MODES if MODES[name].lifelines} == {"setlist"}


def test_a_swapped_question_is_replaced_by_one_of_its_level_and_costs_no_turn() -> None:
    match = solo()
    before = match.card.question
    after = match.swap()
    assert after.card.question.id != before.id
    assert after.card.question.level == before.level
    assert set(after.card.question.facts).isdisjoint(before.facts)
    assert (len(after.played), len(after.course)) == (0, len(match.course))
    assert after.turns[-1].kind == SWAP


def test_a_voided_answer_takes_its_points_with_it_and_is_asked_anew() -> None:
    match = right(right(solo()))
    voided = match.void()
    assert voided.turns[-1].kind == VOID
    assert voided.score() == match.score(turns=1)
    assert voided.current_roll() == 1
    assert voided.card.question.id not in {c.question.id for c in (match.cards[0], match.cards[1])}
    assert voided.card.question.level == match.cards[match.played[1].card].question.level
    assert len(voided.course) == len(match.course)


def test_where_no_other_question_is_left_a_voided_one_shortens_the_match() -> None:
    few = [question(f"q{n}", 1) for n in range(4)]
    match = deal_match("f", few, MODES["setlist"], ("You",), "s")
    voided = right(match).void()
    assert len(voided.course) == 3
    while not voided.over:
        voided = right(voided)
    assert len(voided.played) == 3


def test_nothing_can_be_voided_before_it_is_answered() -> None:
    with pytest.raises(ValueError, match="nothing was answered"):
        solo().void()


def test_extra_time_earns_nothing_for_speed() -> None:
    slow = solo().answer(solo().card.key, 30_000, ("time",))
    assert slow.gained(0) == 67


# -- marathon -----------------------------------------------------------------


def test_a_marathon_ends_with_the_third_miss() -> None:
    match = solo("marathon")
    lives = []
    for verdict in "x.x.x.":
        lives.append(match.lives)
        match = right(match) if verdict == "x" else wrong(match)
    assert lives == [3, 3, 2, 2, 1, 1]
    assert match.over
    assert match.lives == 0


def test_a_marathon_without_a_miss_runs_the_pack_dry() -> None:
    match, facts = solo("marathon"), set[str]()
    while not match.over:
        assert facts.isdisjoint(match.card.question.facts)
        facts.update(match.card.question.facts)
        match = right(match)
    assert facts == {fact for each in POOL for fact in each.facts}


@given(st.integers(0, 25), st.text("abc", max_size=3))
def test_a_miss_comes_back_four_to_six_questions_later_about_the_same_fact(
    at: int, seed: str
) -> None:
    match = solo("marathon", seed=seed)
    for _ in range(min(at, len(match.course) - 8)):
        match = right(match)
    missed, number = match.card.question, len(match.played)
    match = wrong(match)
    gap = 0
    while missed.facts[0] not in match.card.question.facts:
        match, gap = right(match), gap + 1
    assert 4 <= gap <= 6
    assert len(match.played) == number + 1 + gap


def test_a_miss_comes_back_in_another_form_where_there_is_one() -> None:
    pool = [question(f"q{n}", 1, facts=[f"fact {n % 20}"]) for n in range(40)]
    match = deal_match("f", pool, MODES["marathon"], ("You",), "s")
    missed = match.card.question
    match = wrong(match)
    while missed.facts[0] not in match.card.question.facts:
        match = right(match)
    assert match.card.question.id != missed.id


@given(st.text("x.v", max_size=60))
def test_whatever_happens_a_marathon_ends_and_asks_nothing_twice_but_misses(verdicts: str) -> None:
    match = solo("marathon")
    for verdict in verdicts:
        if match.over:
            break
        if verdict == "v" and match.played:
            match = match.void()
        elif not match.over:
            match = wrong(match) if verdict == "." else right(match)
    asked = [turn.card for turn in match.played]
    missed = sum(not match.right(turn) for turn in match.played)
    assert missed <= LIVES
    assert len(asked) - len(set(asked)) <= missed


@given(st.text("x.-sv", max_size=40))
def test_a_match_rebuilt_from_its_turns_is_the_same_match(steps: str) -> None:
    match = solo()
    for step in steps:
        if step == "v" and match.played:
            match = match.void()
        elif match.over:
            break
        elif step == "s" and "swap" in match.lifelines():
            match = match.swap()
        else:
            match = {"x": right, ".": wrong}.get(step, lambda each: each.answer(None, 20_000))(
                match
            )
    import dataclasses

    again = dataclasses.replace(solo(), turns=match.turns)
    assert (again.score(), again.course, again.over) == (match.score(), match.course, match.over)
    assert len({slot.card for slot in match.course}) == len(match.course)

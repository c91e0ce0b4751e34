"""Two thousand nights and more, with every combination of house rules and every incident."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, islice, product
from pathlib import Path
from typing import Any

import pytest

from game.packs.library import open_pack
from game.records.coding import from_text, to_text
from game.rules.house import PASS, TEAMS, TOGETHER, House
from game.rules.likeness import LENGTH_TOLERANCE
from game.rules.match import Match
from game.rules.modes import MODES
from game.rules.question import Question
from game.rules.turn import ANSWER, BET, HECKLE, NO_CARD, STEAL, Turn
from tests.rules.bank import small_pack
from tests.rules.evenings import Evening, again, begun, play
from tests.rules.nights import POOL, pool
from tests.rules.recount import living, places, recount

SHIPPED = Path(__file__).resolve().parents[2] / "questions"
ROUNDS = range(2, 9)
WAYS = (PASS, TEAMS, TOGETHER)
MIXES = len(WAYS) * len(ROUNDS)
TIMES = 3


@pytest.fixture(scope="module")
def pools() -> list[tuple[Question, ...]]:
    """The shipped packs, and some that have too few of everything or all of one kind."""
    names = ("almost-famous", "night-sky", "rock-films", "albums-60s-70s")
    packs = [tuple(open_pack(SHIPPED / f"{n}.yaml", origin="shipped").questions) for n in names]
    return [packs[0], POOL, packs[1], small_pack(), packs[2], packs[0], pool(3, 60), packs[3]]


def houses() -> Iterator[House]:
    """Every combination there is of the switches, ways and lengths."""
    switches = ("steal", "heckle", "encore", "sudden", "gentle")
    for way, rounds in product(WAYS, ROUNDS):
        for on in product((False, True), repeat=len(switches)):
            turned: dict[str, Any] = dict(zip(switches, on, strict=True))
            yield House(rounds, way=way, **turned)


@pytest.mark.parametrize("mix", range(MIXES))
def test_a_night_ends_as_the_rules_say_whatever_comes_between(
    mix: int, pools: list[tuple[Question, ...]]
) -> None:
    for number, house in enumerate(islice(houses(), mix * 32, mix * 32 + 32)):
        for time in range(TIMES):
            most = MODES["party"].most if house.way == PASS else 4
            players = 2 + (number + mix + time * 3) % (most - 1)
            questions = pools[(number + mix + time) % len(pools)]
            evening = begun(house, players, questions, f"{mix} {number} {time}")
            match = play(evening)
            fits_together(evening)
            if time == 0:
                is_the_same_again(evening)
            assert match.over


def fits_together(evening: Evening) -> None:
    match = evening.match
    nothing_is_asked_twice(match)
    rounds_are_even(evening)
    everyone_had_their_turns(evening)
    only_what_is_switched_on_happened(evening)
    sums = recount(evening)
    assert list(match.scores) == sums
    assert min(sums) >= 0
    assert list(match.ranks()) == places(evening, sums)
    assert from_text(tuple[Turn, ...], to_text(match.turns)) == match.turns


def nothing_is_asked_twice(match: Match) -> None:
    shown = {turn.card for turn in match.turns if turn.card != NO_CARD}
    asked = [match.cards[card].question for card in shown]
    assert len({question.id for question in asked}) == len(asked)
    facts = Counter(fact for question in asked for fact in set(question.facts))
    assert not facts or max(facts.values()) == 1


def rounds_are_even(evening: Evening) -> None:
    """Of what was dealt; what comes in its place is only like it."""
    for dealt in evening.deals:
        for number in range(1, dealt.last_round + 1):
            cards = {slot.card for slot in dealt.plan if slot.round == number}
            if dealt is not evening.deals[0] and cards & {t.card for t in dealt.turns}:
                # Played before, and maybe heckled.
                continue
            there = [dealt.cards[card] for card in cards]
            lengths = [
                len(card.question.stem) + sum(len(option.text) for option in card.options)
                for card in there
            ]
            assert len({card.question.level for card in there}) == 1
            assert max(lengths) <= min(lengths) * (1 + LENGTH_TOLERANCE)
            if evening.pool is POOL:
                assert len({card.question.template for card in there}) == 1
            if dealt.house.gentle:
                assert there[0].question.level < 3


def everyone_had_their_turns(evening: Evening) -> None:
    """One in each round since they sat down, and exactly one, for whoever was never away."""
    match = evening.match
    had = Counter(
        (turn.seat, evening.rounds[at])
        for at, turn in living(evening)
        if turn.kind == ANSWER and evening.rounds[at] <= match.last_round
    )
    assert all(count == 1 for count in had.values())
    for seat, since in enumerate(evening.since):
        mine = {number for each, number in had if each == seat}
        whole = set(range(since, match.last_round + 1))
        assert mine == whole if seat not in evening.away else mine <= whole


def only_what_is_switched_on_happened(evening: Evening) -> None:
    match = evening.match
    kinds = {turn.kind for turn in match.turns}
    for kind, switch in ((STEAL, "steal"), (HECKLE, "heckle"), (BET, "encore")):
        assert kind not in kinds or match.house.plays(switch)
    if not match.house.sudden:
        assert max(evening.rounds.values(), default=0) <= match.last_round
    for turn in match.turns:
        steals = [t for t in match.turns if t.kind == STEAL and t.card == turn.card]
        if turn.kind == HECKLE:
            assert turn.seat not in {steal.seat for steal in steals}
            assert len(match.cards[turn.card].question.wrong) > 3


def is_the_same_again(evening: Evening) -> None:
    """Wherever it is left, it goes on where it stood: from the turns, and from the text of both."""
    for at, then in enumerate(evening.shells):
        taken_up = again(evening, at)
        assert taken_up.memo is not then.memo
        assert taken_up.due == then.due
        assert taken_up.ahead == then.ahead
    middle = evening.shells[len(evening.shells) // 2]
    read = from_text(Match, to_text(middle))
    assert read == middle
    assert (read.due, read.scores) == (middle.due, middle.scores)


def test_every_combination_of_house_rules_is_among_them() -> None:
    every = list(houses())
    assert len(set(every)) == len(every) == MIXES * 32 == 672
    pairs = combinations(("steal", "heckle", "encore", "sudden", "gentle"), 2)
    assert all(any(getattr(h, a) and getattr(h, b) for h in every) for a, b in pairs)


def test_every_incident_comes_up_in_such_nights(pools: list[tuple[Question, ...]]) -> None:
    kinds: set[str] = set()
    house = House(5, steal=True, heckle=True, encore=True, sudden=True)
    for seed in range(12):
        evening = begun(house, 4, pools[0], str(seed))
        kinds |= {turn.kind for turn in play(evening).turns}
    assert kinds == {
        *("answer", "steal", "heckle", "bet", "skip", "void"),
        *("join", "out", "back", "correct"),
    }

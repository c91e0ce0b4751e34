from __future__ import annotations

import csv
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from game.records import Records
from game.records.store import LONG_LOG
from game.rules.deal import deal_card
from game.rules.modes import CLOCKS, MODES
from game.rules.seating import deal_match
from tests.records.conftest import Opener
from tests.records.play import DAY, NOW, PACK, after, answered, asked, dealt, played
from tests.rules.bank import small_pack

PARTY = ("Mia", "Ben", "Zoë")


def test_importing_the_records_imports_no_database_and_no_memory_model() -> None:
    code = "import sys, game.records; print(sorted({'sqlite3', 'fsrs', 'json'} & {*sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("players", [("You",), PARTY])
@pytest.mark.parametrize("turns", [0, 1, 9])
def test_a_match_is_carried_on_exactly_as_it_stood(
    opened: Opener, players: tuple[str, ...], turns: int
) -> None:
    match = dealt("a", players)
    first = opened()
    match_id = first.begin("solo", PACK, match, {"day": "2026-11-22", "ghost": [1, 2]})
    for _ in range(turns):
        match = answered(match)
        first.keep(match_id, match)
    first.close()
    found = opened().unfinished()
    assert found is not None
    assert found.match == match
    assert found.match.scores == match.scores
    assert (found.id, found.kind, found.pack_id) == (match_id, "solo", PACK)
    assert found.extra == {"day": "2026-11-22", "ghost": [1, 2]}
    assert found.left_ms is None


def test_a_match_carried_on_ends_as_if_it_had_never_stopped(opened: Opener) -> None:
    first = opened()
    match_id = first.begin("solo", PACK, dealt("a"), {})
    first.keep(match_id, after(dealt("a"), 4))
    first.close()
    second = opened()
    found = second.unfinished()
    assert found is not None
    match = found.match
    while not match.over:
        match = answered(match)
        second.keep(found.id, match)
    second.finish(found.id, match)
    assert match == after(dealt("a"), 10)
    assert second.unfinished() is None
    (night,) = second.history()
    assert (night.score, night.count, night.state) == (match.score(), 10, "finished")


def test_the_time_left_at_a_pause_is_all_that_is_left_after_it(opened: Opener) -> None:
    match = after(dealt("a"), 2)
    first = opened()
    match_id = first.begin("solo", PACK, match, {})
    first.clock(match_id, match, 4321)
    first.close()
    second = opened()
    found = second.unfinished()
    assert found is not None
    assert found.left_ms == 4321
    second.keep(found.id, answered(match))
    later = second.unfinished()
    assert later is not None
    assert later.left_ms is None


def test_keeping_the_same_match_twice_writes_it_once(opened: Opener) -> None:
    records = opened()
    match_id = records.begin("solo", PACK, dealt("a"), {})
    match = after(dealt("a"), 1)
    records.keep(match_id, match)
    before = _changes(records)
    records.keep(match_id, match)
    records.shown(match_id, match)
    assert _changes(records) == before


def test_a_turn_is_one_commit(opened: Opener) -> None:
    records = opened()
    match_id = records.begin("solo", PACK, dealt("a"), {})
    said: list[str] = []
    _connection(records).set_trace_callback(said.append)
    records.keep(match_id, after(dealt("a"), 1))
    assert [each for each in said if each.startswith(("BEGIN", "COMMIT"))] == [
        "BEGIN IMMEDIATE",
        "COMMIT",
    ]


def test_a_turn_taken_back_is_taken_out(opened: Opener) -> None:
    records = opened()
    match_id = records.begin("party", PACK, dealt("a", PARTY), {})
    records.keep(match_id, after(dealt("a", PARTY), 3))
    records.keep(match_id, after(dealt("a", PARTY), 2))
    found = records.unfinished()
    assert found is not None
    assert found.match == after(dealt("a", PARTY), 2)


def test_a_card_dealt_instead_of_another_is_kept_and_seen(opened: Opener) -> None:
    records = opened()
    match = after(dealt("a"), 1)
    match_id = records.begin("solo", PACK, match, {})
    used = {card.question.id for card in match.cards}
    other = next(each for each in small_pack() if each.id not in used)
    cards = list(match.cards)
    cards[match.next.card] = deal_card(other, "a")
    changed = replace(match, cards=tuple(cards), clock=CLOCKS["relaxed"])
    records.shown(match_id, changed)
    found = records.unfinished()
    assert found is not None
    assert found.match == changed
    assert records.seen(PACK)[-1] == other.id


def test_the_next_question_and_its_facts_are_seen_before_it_is_shown(opened: Opener) -> None:
    records = opened()
    match = dealt("a")
    match_id = records.begin("solo", PACK, match, {})
    assert records.seen(PACK) == (match.cards[0].question.id,)
    records.keep(match_id, answered(match))
    assert records.seen(PACK) == tuple(card.question.id for card in match.cards[:2])
    facts = {fact for card in match.cards[:2] for fact in card.question.facts}
    assert set(records.seen_facts(PACK)) == facts
    assert records.seen("another") == ()


def test_seeing_a_question_again_makes_it_the_latest(opened: Opener) -> None:
    records = opened()
    for seed in "aab":
        played(records, seed)
    match = played(records, "a")
    assert list(records.seen(PACK)[-10:]) == asked(match)


def test_a_swap_is_no_answer_and_a_voided_answer_counts_no_more(opened: Opener) -> None:
    records = opened()
    match = dealt("a")
    match_id = records.begin("solo", PACK, match, {})
    match = answered(match).swap()
    records.keep(match_id, match)
    match = answered(match)
    records.keep(match_id, match)
    voided = match.played[-1]
    match = match.void()
    records.keep(match_id, match)
    found = records.unfinished()
    assert found is not None
    assert found.match == match
    facts = {match.cards[turn.card].question.facts[0] for turn in match.played}
    assert match.cards[voided.card].question.facts[0] not in facts
    assert set(records.fact_states(PACK)) == facts
    records.finish(match_id, match)
    assert records.history()[0].count == 1


def test_a_marathon_is_carried_on_with_its_lives_and_returns(opened: Opener) -> None:
    match = deal_match("f" * 64, small_pack(), MODES["marathon"], ("You",), "a")
    first = opened()
    match_id = first.begin("solo", PACK, match, {})
    wrong = (match.card.key + 1) % len(match.card.options)
    match = match.answer(wrong, 100)
    first.keep(match_id, match)
    first.close()
    found = opened().unfinished()
    assert found is not None
    assert found.match == match
    assert (found.match.lives, found.match.course) == (2, match.course)


def test_the_best_night_is_the_highest_score_and_the_earlier_of_two(opened: Opener) -> None:
    records = opened()
    scores = [played(records, seed).score() for seed in "abcdea"]
    best = records.best(PACK, "setlist", "standard")
    assert best is not None
    assert best.score == max(scores)
    same = [night for night in records.history(100) if night.score == best.score]
    assert best.id == same[-1].id
    assert records.best(PACK, "setlist", "quick") is None
    assert records.best(PACK, "setlist", "standard", count=5) is None


def test_an_abandoned_match_is_past_but_never_best_nor_resumed(opened: Opener) -> None:
    records = opened()
    match_id = records.begin("solo", PACK, dealt("a"), {})
    records.keep(match_id, after(dealt("a"), 3))
    records.abandon(match_id)
    assert records.unfinished() is None
    assert records.best(PACK, "setlist", "standard") is None
    assert [(night.state, night.count) for night in records.history()] == [("abandoned", 3)]


def test_history_is_newest_first_and_comes_in_pages(opened: Opener) -> None:
    records = opened()
    for seed in "abcde":
        played(records, seed)
    ids = [night.id for night in records.history(10)]
    assert [night.id for night in records.history(2, 1)] == ids[1:3]
    assert len(set(ids)) == 5


def test_the_first_try_at_a_daily_counts_even_when_it_was_left(opened: Opener) -> None:
    records = opened()
    first = records.begin("daily", PACK, dealt("a"), {"day": "2026-11-22"})
    records.abandon(first)
    records.begin("daily", PACK, dealt("a"), {"day": "2026-11-22"})
    night = records.daily("2026-11-22", "f" * 64)
    assert night is not None
    assert (night.id, night.state) == (first, "abandoned")
    assert records.daily("2026-11-23", "f" * 64) is None
    assert records.daily("2026-11-22", "e" * 64) is None


@pytest.mark.parametrize(
    ("days", "today", "streak"),
    [
        ((20, 21, 22), "2026-11-22", 3),
        ((20, 21), "2026-11-22", 2),
        ((20,), "2026-11-22", 0),
        ((19, 21, 22), "2026-11-22", 2),
        ((), "2026-11-22", 0),
        ((22,), "no day", 0),
    ],
)
def test_a_streak_ends_today_or_yesterday(
    opened: Opener, days: tuple[int, ...], today: str, streak: int
) -> None:
    records = opened()
    for day in days:
        match_id = records.begin("daily", PACK, dealt("a"), {"day": f"2026-11-{day}"})
        records.finish(match_id, after(dealt("a"), 10))
    records.begin("daily", PACK, dealt("a"), {"day": "2026-11-23"})
    assert records.streak_of_days(today) == streak


def test_facts_count_the_answers_of_a_player_alone(opened: Opener) -> None:
    records = opened()
    match = played(records, "a")
    played(records, "b", PARTY)
    states = records.fact_states(PACK)
    assert sum(state.attempts for state in states.values()) == 10
    for turn in match.turns:
        state = states[match.cards[turn.card].question.facts[0]]
        assert (state.attempts, state.right) == (1, int(match.right(turn)))
        assert state.last == NOW
        assert (state.due > NOW) == match.right(turn)


def test_facts_asked_for_in_between_are_those_asked_for_at_the_end(opened: Opener) -> None:
    records = opened()
    match = dealt("a")
    match_id = records.begin("solo", PACK, match, {})
    for step in range(12):
        match = match.void() if step in (4, 7) else answered(match)
        records.keep(match_id, match)
        records.fact_states(PACK)
    played(records, "b", PARTY)
    played(records, "c")
    between = records.fact_states(PACK)
    records.close()
    assert opened().fact_states(PACK) == between
    assert sum(state.attempts for state in between.values()) == len(match.played) + 10


def test_a_long_log_is_folded_in_between_matches(opened: Opener, tmp_path: Path) -> None:
    records = opened()
    log = tmp_path / "encore" / "encore.sqlite-wal"
    sizes = []
    for seed in range(12):
        played(records, str(seed))
        sizes.append(log.stat().st_size)
    assert max(sizes) < 2 * LONG_LOG
    assert sizes.count(0) >= 1


def test_a_clock_set_back_a_year_breaks_nothing(opened: Opener) -> None:
    opened(NOW).close()
    for at in (NOW, NOW - 365 * DAY, -1e12, 1e15, NOW):
        records = opened(at)
        match = played(records, "a")
        assert records.seen(PACK)[-1] == asked(match)[-1]
        assert records.history(1)[0].score == match.score()
        assert records.fact_states(PACK)
        assert records.keeping
        records.close()
    assert len(opened().history(100)) == 5


def test_nowhere_remembers_until_the_game_ends() -> None:
    records = Records.nowhere()
    match = played(records, "a")
    assert records.trouble is None
    assert not records.keeping
    assert records.path is None
    assert len(records.history()) == 1
    assert list(records.seen(PACK)) == asked(match)
    records.close()


def test_text_that_is_no_text_is_kept(opened: Opener) -> None:
    records = opened()
    match = dealt("a", ("\ud800 Mia", "Ben\0"))
    records.begin("par\udfffty", "pa\udcffck", match, {"note": "\ud800"})
    found = records.unfinished()
    assert found is not None
    assert found.match == match
    assert len(records.seen("pa\udcffck")) == 1
    assert records.keeping


def test_the_export_has_a_line_for_every_turn_and_no_formula(
    opened: Opener, tmp_path: Path
) -> None:
    records = opened()
    match = played(records, "a", ("=1+1", "@Ben"))
    assert records.export_csv(tmp_path / "out.csv") is None
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == len(match.turns)
    assert {line["player"] for line in lines} == {"'=1+1", "'@Ben"}
    assert [line["right"] == "yes" for line in lines] == [match.right(t) for t in match.turns]
    assert [line["question"] for line in lines] == [
        match.cards[turn.card].question.stem for turn in match.turns
    ]


def test_an_export_that_cannot_be_written_is_said(opened: Opener, tmp_path: Path) -> None:
    said = opened().export_csv(tmp_path / "nowhere" / "out.csv")
    assert said == "out.csv could not be written (No such file or directory)."


def _connection(records: Records) -> sqlite3.Connection:
    store = records._ledger._store
    assert store is not None
    return store.connection


def _changes(records: Records) -> int:
    return _connection(records).total_changes

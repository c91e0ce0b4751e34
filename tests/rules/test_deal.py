from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.packs.pack import Pack
from game.rules.deal import (
    Card,
    Hat,
    climbing,
    deal_card,
    deal_cards,
    draw_wrong,
    even_places,
    rank,
    setlist,
    shuffled,
)
from game.rules.likeness import rounds, text_length
from game.rules.modes import MODES
from game.rules.question import Option, Question
from game.rules.seating import deal_match
from game.rules.words import alike
from tests.rules.bank import dealt, question

ROOT = Path(__file__).resolve().parents[2]
SEEDS = st.text(max_size=12)
SETLIST = [
    "6463e373f0ca Ripon/Cork/Bath/York 3 0",
    "f65eccf9eaaf Cork/Leeds/Hull/Perth 3 0",
    "4bf2ed93526f Static Orchard/Seven Sheds/Harbour Lights/Night Ferry 3 0",
    "bdb40894b424 Dover/Wells/Hull/Ripon 0 0",
    "34caef173750 1972/1969/1982/1974 2 0",
    "48f384f74d3f 1982/1980/1979/1969 1 0",
    "236006434582 1975/1980/1985/1987 0 0",
    "1332760cbf92 1985/1983/1979/1974 1 0",
    "b4604805ba69 97/92/88/76 2 0",
    "feac02a79206 B flat/C/F sharp 1 0",
]
PARTY = [
    "14e09d36d9bc Wren & Rook/Harbour Lights/The Tin Parade/Static Orchard 0 0",
    "172e1bdc457f The Tin Parade/Static Orchard/Harbour Lights/Glass Harbour 3 1",
    "13f5f0c9d6b3 The Paper Lanterns/Harbour Lights/Seven Sheds/The Low Doors 2 2",
    "5bba10a8492d Hull/Bath/Derby/Ely 0 1",
    "9a3c4bd9a9cf Dover/Bath/Hull/Leeds 1 2",
    "996309a4b335 Bath/York/Wells/Perth 2 0",
    "9104c6c23a58 1985/1969/1982/1972 3 2",
    "f54b598fdd55 1969/1971/1974/1980 1 0",
    "48f384f74d3f 1985/1975/1971/1980 3 1",
    "e4043c5cb883 1983/1974/1985/1975 2 0",
    "263d64a1541f 1987/1975/1983/1980 0 1",
    "f29210ebe820 1980/1979/1971/1974 1 2",
    "feac02a79206 B flat/C/F sharp 1 1",
    "544b206d8710 The tom/The bass drum/The conga/The snare 1 2",
    "0bc6e8509704 Mutes it/Bends it/Raises its pitch/Lowers it 2 0",
]
DEALING = """
import json
from game.rules.seating import deal_match
from game.rules.modes import MODES
from tests.rules.bank import dealt, small_pack
pack = small_pack()
print(json.dumps([
    dealt(deal_match("f", pack, MODES["setlist"], ("You",), "night one")),
    dealt(deal_match("f", pack, MODES["party"], ("A", "B", "C"), "night two")),
]))
"""


# -- one seed, one match ------------------------------------------------------


def test_a_seed_gives_this_very_setlist(small: tuple[Question, ...]) -> None:
    assert dealt(deal_match("f", small, MODES["setlist"], ("You",), "night one")) == SETLIST


def test_a_seed_gives_this_very_party(small: tuple[Question, ...]) -> None:
    assert dealt(deal_match("f", small, MODES["party"], ("A", "B", "C"), "night two")) == PARTY


@pytest.mark.parametrize("hash_seed", ["0", "1", "random"])
def test_the_interpreters_own_hashes_deal_no_cards(hash_seed: str) -> None:
    assert _dealt_by([sys.executable], {"PYTHONHASHSEED": hash_seed}) == [SETLIST, PARTY]


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
def test_every_python_deals_the_same(version: str) -> None:
    found = shutil.which(f"python{version}")
    # A version manager's stand-in only runs when the version is named.
    chosen = {"PYENV_VERSION": version}
    if found is None or _run([found, "-c", "pass"], chosen).returncode:
        pytest.skip(f"no Python {version} here")
    assert _dealt_by([found], chosen) == [SETLIST, PARTY]


def test_the_order_in_a_pack_deals_no_cards(small: tuple[Question, ...]) -> None:
    for players, mode, expected in (
        (("You",), "setlist", SETLIST),
        (("A", "B", "C"), "party", PARTY),
    ):
        seed = "night one" if mode == "setlist" else "night two"
        turned = [replace(each, wrong=each.wrong[::-1]) for each in reversed(small)]
        assert dealt(deal_match("f", turned, MODES[mode], players, seed)) == expected


def test_other_seeds_give_other_matches(small: tuple[Question, ...]) -> None:
    nights = {
        tuple(dealt(deal_match("f", small, MODES["setlist"], ("You",), f"night {n}")))
        for n in range(20)
    }
    assert len(nights) == 20


def test_a_rank_is_the_first_eight_bytes_of_the_hash_of_its_parts() -> None:
    # printf 'seed|a|1' | sha256sum
    assert rank("seed", "a", 1) == 0x91FCADDB906398E8


def _run(command: Sequence[str], more: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | more, capture_output=True, text=True, check=False
    )


def _dealt_by(python: list[str], more: dict[str, str]) -> object:
    ran = _run([*python, "-c", DEALING], more)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


# -- places -------------------------------------------------------------------


@given(st.lists(st.integers(2, 5), max_size=60), SEEDS)
def test_every_place_holds_the_key_equally_often(sizes: list[int], seed: str) -> None:
    places = even_places(sizes, seed)
    assert len(places) == len(sizes)
    for size in set(sizes):
        counts = Counter(place for place, each in zip(places, sizes, strict=True) if each == size)
        assert set(counts) <= set(range(size))
        assert max(counts.values()) - min(counts[place] for place in range(size)) <= 1


def test_the_last_place_of_a_block_cannot_be_worked_out() -> None:
    """Were keys dealt in blocks of four, three of them would give away the fourth."""
    nights = [even_places([4] * 8, f"night {n}") for n in range(40)]
    assert sum(len(set(places[:4])) == 4 for places in nights) < 20


@given(
    questions=st.lists(st.integers(2, 6), max_size=12),
    seed=SEEDS,
)
def test_a_card_has_its_key_once_and_three_wrong_options_at_most(
    questions: list[int], seed: str
) -> None:
    pool = [
        question(f"q{n}", wrong=[Option(f"w{w}") for w in range(many)])
        for n, many in enumerate(questions)
    ]
    for each, card in zip(pool, deal_cards(pool, seed), strict=True):
        assert card.question is each
        assert len(card.options) == min(len(each.wrong), 3) + 1
        assert card.options[card.key] == each.key
        assert len(set(card.options)) == len(card.options)
        assert set(card.options) <= {each.key, *each.wrong}


@given(seed=SEEDS, place=st.integers(0, 30))
def test_a_place_past_the_last_option_comes_round(seed: str, place: int) -> None:
    each = question("q", wrong=[Option("a"), Option("b")])
    assert deal_card(each, seed, place).key == place % 3


def test_without_a_wish_the_seed_places_the_key() -> None:
    places = {deal_card(question("q"), f"night {n}").key for n in range(40)}
    assert places == {0, 1, 2, 3}


@given(st.lists(st.text(max_size=5), unique=True, max_size=20), SEEDS)
def test_shuffling_loses_nothing_and_does_not_depend_on_the_order(
    things: list[str], seed: str
) -> None:
    dealt_ = shuffled(things, seed)
    assert sorted(dealt_) == sorted(things)
    assert shuffled(reversed(things), seed) == dealt_


# -- options ------------------------------------------------------------------

NEARS = st.lists(st.integers(0, 4), min_size=2, max_size=12)


@given(NEARS, SEEDS)
def test_an_easy_question_takes_the_farthest_and_a_hard_one_the_nearest(
    nears: list[int], seed: str
) -> None:
    wrong = [Option(f"w{n}", near=near) for n, near in enumerate(nears)]
    easy = draw_wrong(question("q", 1, wrong=wrong), seed)
    hard = draw_wrong(question("q", 3, wrong=wrong), seed)
    assert sorted(option.near for option in easy) == sorted(nears)[:3]
    assert sorted(option.near for option in hard) == sorted(sorted(nears)[-3:])


def test_a_question_of_medium_level_takes_whatever_the_seed_gives() -> None:
    wrong = [Option(f"w{n}", near=n) for n in range(6)]
    each = question("q", 2, wrong=wrong)
    drawn = Counter(o.text for n in range(300) for o in draw_wrong(each, f"night {n}"))
    assert min(drawn.values()) > 100  # 150 expected of each


def test_where_an_option_stands_says_nothing_of_how_near_it_is() -> None:
    wrong = [Option(f"w{n}", near=n) for n in range(3)]
    each = question("q", 3, wrong=wrong)
    first = Counter(draw_wrong(each, f"night {n}")[0].near for n in range(300))
    assert min(first[near] for near in range(3)) > 60  # 100 expected of each


# -- which questions ----------------------------------------------------------


@st.composite
def pools(draw: st.DrawFn) -> list[Question]:
    """Up to 30 questions that share facts, answers and templates, of very different lengths."""
    count = draw(st.integers(0, 30))
    return [
        question(
            f"q{n}",
            draw(st.integers(1, 3)),
            template=draw(st.sampled_from("ab")),
            facts=draw(st.lists(st.sampled_from("uvwxyzUVWXYZ"), min_size=1, max_size=2)),
            key=draw(st.sampled_from(["", "common", "The Common", "usual"])),
            length=draw(st.sampled_from([0, 0, 20, 90])),
        )
        for n in range(count)
    ]


def _assert_nothing_twice(questions: Sequence[Question]) -> None:
    ids = [each.id for each in questions]
    facts = [fact for each in questions for fact in set(each.facts)]
    assert len(set(ids)) == len(ids)
    assert len(set(facts)) == len(facts)


@given(pools(), st.integers(1, 20), SEEDS)
def test_a_setlist_climbs_and_asks_no_question_and_no_fact_twice(
    pool: list[Question], count: int, seed: str
) -> None:
    chosen = setlist(Hat(pool, seed), count)
    _assert_nothing_twice(chosen)
    assert len(chosen) <= count
    assert [each.level for each in chosen] == sorted(each.level for each in chosen)


@given(pools(), st.integers(1, 20), SEEDS)
def test_a_setlist_is_short_only_where_no_fresh_fact_is_left(
    pool: list[Question], count: int, seed: str
) -> None:
    chosen = setlist(Hat(pool, seed), count)
    asked = {fact for each in chosen for fact in each.facts}
    if len(chosen) < count:
        assert all(asked.intersection(each.facts) for each in pool)


@given(st.integers(0, 200))
def test_levels_climb_from_easy_to_hard(count: int) -> None:
    levels = climbing(count)
    assert len(levels) == count
    assert levels == sorted(levels)


def test_ten_questions_are_four_easy_four_medium_and_two_hard() -> None:
    assert climbing(10) == [1, 1, 1, 1, 2, 2, 2, 2, 3, 3]
    assert climbing(5) == [1, 1, 2, 2, 3]


@given(pools(), st.data(), SEEDS)
def test_what_was_seen_is_drawn_last_and_what_was_seen_longest_ago_first(
    pool: list[Question], data: st.DataObject, seed: str
) -> None:
    ids = [each.id for each in pool]
    seen = data.draw(st.lists(st.sampled_from(ids), unique=True) if ids else st.just([]))
    hat = Hat(pool, seed, seen)
    for level in climbing(10):
        free = {each.id for each in hat.fresh()}
        unseen = {each.id: each.level for each in hat.fresh() if each.id not in seen}
        drawn = hat.draw(level)
        if drawn is None:
            assert not free
        else:
            assert drawn.id not in seen or not unseen
            assert drawn.level == level or level not in unseen.values()


def test_a_fact_met_lately_waits_though_it_was_asked_in_other_words() -> None:
    pool = [question("a", facts=["one"]), question("b", facts=["one"]), question("c")]
    drawn = [Hat(pool, seed, seen=["a"]).draw(1) for seed in range(20)]
    assert {each.id for each in drawn if each} == {"c"}


def test_of_those_seen_the_oldest_comes_back_first() -> None:
    pool = [question(name) for name in "abcde"]
    hat = Hat(pool, "s", seen=["d", "b", "e", "a"])
    drawn = [hat.draw(1) for _ in pool]
    assert [each.id for each in drawn if each] == ["c", "d", "b", "e", "a"]


@given(SEEDS)
def test_an_answer_that_was_a_key_waits_while_there_are_others(seed: str) -> None:
    pool = [
        question(f"q{n}", key=("Russell", "russell!", "Penny", "The Penny")[n]) for n in range(4)
    ]
    first, second = setlist(Hat(pool, seed), 2)
    assert alike(first.key.text) != alike(second.key.text)


def test_a_used_answer_comes_before_a_question_seen_lately() -> None:
    pool = [question("a", key="X"), question("b", key="X"), question("c", key="Y")]
    hat = Hat(pool, "s", seen=["c"])
    drawn = [hat.draw(1) for _ in pool]
    assert [each.key.text for each in drawn if each] == ["X", "X", "Y"]


def test_a_level_that_is_used_up_is_filled_from_the_one_next_to_it() -> None:
    hat = Hat([question("easy", 1), question("hard", 3)], "s")
    drawn = [hat.draw(3), hat.draw(3), hat.draw(3)]
    assert [each and each.id for each in drawn] == ["hard", "easy", None]


def test_a_fact_is_drawn_once() -> None:
    pool = [question(f"q{n}", facts=["one"]) for n in range(3)]
    hat = Hat(pool, "s")
    assert [hat.draw(1) is not None for _ in range(4)] == [True, False, False, False]
    assert len(hat.remaining()) == 2


# -- an edit of the pack moves little -------------------------------------------

MANY = [question(f"q{n}", 1 + n % 3) for n in range(90)]


@given(st.sampled_from(MANY), SEEDS)
def test_removing_a_question_moves_no_other_in_or_out_but_its_stand_in(
    gone: Question, seed: str
) -> None:
    before = setlist(Hat(MANY, seed), 10)
    after = setlist(Hat([each for each in MANY if each is not gone], seed), 10)
    if gone in before:
        assert len({each.id for each in before} - {each.id for each in after}) == 1
    else:
        assert after == before


@given(st.integers(1, 3), st.text(min_size=1, max_size=9), SEEDS)
def test_a_new_question_takes_one_place_at_most(level: int, name: str, seed: str) -> None:
    new = question(f"new {name}", level)
    before = setlist(Hat(MANY, seed), 10)
    after = setlist(Hat([*MANY, new], seed), 10)
    moved = {each.id for each in before} - {each.id for each in after}
    assert len(moved) == (1 if new in after else 0)


def test_losing_a_question_of_the_night_costs_the_shipped_pack_that_one_alone(
    almost_famous: Pack,
) -> None:
    for night in range(4):
        before = setlist(Hat(almost_famous.questions, night), 10)
        for gone in before:
            rest = [each for each in almost_famous.questions if each is not gone]
            after = {each.id for each in setlist(Hat(rest, night), 10)}
            assert {each.id for each in before} - after == {gone.id}


# -- matched sets -------------------------------------------------------------


def _assert_matched(sets: Sequence[Sequence[Question]], players: int, seed: object) -> None:
    _assert_nothing_twice([each for one in sets for each in one])
    for one in sets:
        assert len(one) == players
        assert len({each.level for each in one}) == 1
        lengths = [text_length(each, seed) for each in one]
        assert max(lengths) <= min(lengths) * 1.2
    assert [one[0].level for one in sets] == sorted(one[0].level for one in sets)


@given(pools(), st.integers(2, 8), SEEDS)
@settings(max_examples=60)
def test_a_round_has_one_level_and_texts_alike_in_length(
    pool: list[Question], players: int, seed: str
) -> None:
    _assert_matched(rounds(Hat(pool, seed), players, climbing(5), seed), players, seed)


@pytest.mark.parametrize("players", range(2, 9))
def test_the_shipped_pack_holds_a_whole_night_for_any_table(
    almost_famous: Pack, players: int
) -> None:
    for seed in range(8):
        sets = rounds(Hat(almost_famous.questions, seed), players, climbing(5), seed)
        assert len(sets) == 5
        assert [one[0].level for one in sets] == [1, 1, 2, 2, 3]
        _assert_matched(sets, players, seed)


@given(st.integers(2, 8), SEEDS)
@settings(max_examples=40)
def test_a_round_has_one_template_where_there_are_enough(players: int, seed: str) -> None:
    pool = [
        question(f"{template}{n}", level, template=template)
        for template, level in zip("abcdef", (1, 1, 2, 2, 3, 3), strict=True)
        for n in range(16)
    ]
    sets = rounds(Hat(pool, seed), players, climbing(5), seed)
    assert len(sets) == 5
    assert [len({each.template for each in one}) for one in sets] == [1] * 5


def test_templates_are_mixed_where_none_is_large_enough() -> None:
    pool = [question(f"{n}", template=f"t{n}") for n in range(4)]
    (one,) = rounds(Hat(pool, "s"), 4, climbing(1), "s")
    assert len({each.template for each in one}) == 4


def test_texts_too_different_in_length_make_no_round() -> None:
    pool = [question("a"), question("b" * 60)]
    assert rounds(Hat(pool, "s"), 2, climbing(1), "s") == []


@pytest.mark.parametrize(("longer", "sets"), [(120, 1), (121, 0)])
def test_a_fifth_longer_is_alike_and_a_letter_more_is_not(longer: int, sets: int) -> None:
    wrong = [Option("w" * 10), Option("v" * 10)]
    pool = [
        question(name, length=length - 30, key="k" * 9 + name, wrong=wrong)
        for name, length in (("a", 100), ("b", longer))
    ]
    assert [text_length(each, "s") for each in pool] == [100, longer]
    assert len(rounds(Hat(pool, "s"), 2, climbing(1), "s")) == sets


def test_the_length_that_counts_is_the_stem_and_the_options_that_are_dealt() -> None:
    each = question("q", wrong=[Option("x" * n, near=n) for n in (1, 2, 3, 90)], key="key")
    card: Card = deal_card(each, "s")
    assert text_length(each, "s") == len(each.stem) + sum(len(o.text) for o in card.options)
    assert text_length(each, "s") == 2 + 3 + 6

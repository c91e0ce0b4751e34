"""The numbers page is built from what the records say, and patches are sewn on once."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from game.packs.pack import Pack
from game.records import Records
from game.rules.match import Match
from game.rules.memory import DAY, known
from game.rules.modes import CLOCKS, MODES
from game.rules.patches import PATCHES
from game.rules.seating import deal_match
from game.scenes.numbers import NumbersScene, Tab
from game.scenes.patches import PatchesScene
from game.stage import Stage
from game.story.numbers import company, export, numbers, told, wall
from game.story.patches import badges, new_patches, sew_on
from game.story.tonight import Tonight
from game.ui.actions import Action, Letter
from tests.rules.bank import small_pack
from tests.story.drive import rack

START = 1_790_000_000.0
ALONE = ("You",)


class Evenings:
    """Plays matches of a small pack on the days that it is told, into records of its own."""

    def __init__(self) -> None:
        self.at = START
        self.records = Records.nowhere(now=lambda: self.at)
        self.pack = Pack("small", Path("small.yaml"), title="Small", questions=small_pack())
        self.tonight = Tonight(
            rack(), "almost-famous", lambda: "s", records=self.records, now=lambda: self.at
        )

    def play(
        self,
        verdicts: str = "x",
        mode: str = "setlist",
        players: Sequence[str] = ALONE,
        *,
        seed: str = "s",
        pack: str = "small",
        stop: int = 999,
        clock: str = "standard",
    ) -> Match:
        """Answer `verdicts` over and over, to the end or until so many answers are given."""
        match = deal_match("f" * 64, self.pack.questions, MODES[mode], players, seed, CLOCKS[clock])
        extra = {"day": self.tonight.day()} if mode == "daily" else {}
        match_id = self.records.begin(mode, pack, match, extra)
        while not match.over and len(match.played) < stop:
            right = verdicts[len(match.played) % len(verdicts)] == "x"
            key = match.card.key
            match = match.answer(key if right else (key + 1) % len(match.card.options), 3000)
            self.records.keep(match_id, match)
        if match.over:
            self.records.finish(match_id, match)
        else:
            self.records.abandon(match_id)
        return match

    def new(self, match: Match) -> list[str]:
        return [patch.name for patch in new_patches(self.tonight, self.pack, match)]


@pytest.fixture
def evenings() -> Evenings:
    return Evenings()


def test_the_wall_shows_each_fact_as_it_is_known(evenings: Evenings) -> None:
    for night in range(6):
        evenings.play("xxx.", seed=f"{night % 2}")
        evenings.at += 3 * DAY
    states, at = evenings.records.fact_states("small"), evenings.at
    shown = wall(evenings.tonight, evenings.pack)
    facts = {question.facts[0] for question in evenings.pack.questions}
    by = [known(state.memory, at) for state in states.values()]
    assert shown.count("full") == by.count("heart") > 0
    assert shown.count("half") == by.count("shaky") > 0
    assert shown.count("empty") == len(facts) - len(states) > 0
    fills = [sleeve.fill for sleeve in shown.sleeves]
    assert fills == sorted(fills, key=("full", "half", "empty").index)


def test_a_fact_never_asked_gives_nothing_away(evenings: Evenings) -> None:
    stems = [question.stem for question in evenings.pack.questions]
    for sleeve in wall(evenings.tonight, evenings.pack).sleeves:
        assert not any(stem in sleeve.words for stem in stems)


def test_nights_are_told_newest_first_and_those_left_are_marked(evenings: Evenings) -> None:
    evenings.play("x.")
    evenings.at += DAY
    evenings.play("x", "party", ("Mia", "Ben", "Zoë"), clock="relaxed")
    evenings.at += DAY
    evenings.play("x", "marathon", stop=4, pack="gone")
    left, party, first = told(evenings.tonight, ()).nights
    assert (left.title, left.pack, left.torn, left.score) == ("Marathon", "gone", "left early", "–")
    assert (left.right, left.count, left.who) == (4, 4, "Standard clock")
    assert (party.title, party.who, party.torn) == ("Party", "Mia, Ben and Zoë", "")
    assert (first.title, first.right, first.count) == ("Setlist", 5, 10)
    assert [first.day, party.day, left.day] == ["21 Sep", "22 Sep", "23 Sep"]
    assert first.year == "2026"


def test_a_night_of_a_clock_that_ran_wrong_has_some_day(evenings: Evenings) -> None:
    evenings.at = 1e15
    evenings.play()
    (stub,) = told(replace(evenings.tonight, now=lambda: START), ()).nights
    assert (stub.day, stub.right) == ("some day", 10)


def test_only_the_best_night_of_each_kind_is_framed(evenings: Evenings) -> None:
    evenings.play("x.")
    best = evenings.play("x", seed="t")
    evenings.play("xx.", seed="u")
    quick = evenings.play("xx.", clock="quick")
    evenings.play("x", "soundcheck")
    evenings.play("x", "marathon", stop=3)
    evenings.play(".")
    framed = told(evenings.tonight, ()).best
    assert [each.score for each in framed] == [f"{each.score():,}" for each in (best, quick)]
    assert framed[0].what == "Setlist of 10 · Standard"


def test_the_totals_count_answers_and_the_longest_roll(evenings: Evenings) -> None:
    evenings.play("xxx.")
    evenings.play("x", "party", ("Mia", "Ben"))
    evenings.play("x", "marathon", stop=7)
    totals = dict(told(evenings.tonight, ()).totals)
    assert totals["Nights to the end"] == "2"
    assert totals["Questions answered"] == str(10 + 10 + 7)
    assert totals["Of these right"] == f"{100 * (8 + 10 + 7) // 27} %"
    assert totals["Longest roll"] == "7"


def test_nothing_played_gives_no_share_of_nothing(evenings: Evenings) -> None:
    empty = told(evenings.tonight, ())
    assert (empty.nights, empty.best, empty.days) == ((), (), 0)
    assert dict(empty.totals)["Of these right"] == "–"
    assert not any(badge.sewn for badge in empty.badges)


@pytest.mark.parametrize(
    ("players", "line"),
    [
        (("Mia", "Ben"), "Mia and Ben"),
        (
            ("Mia", "Ben", "Zoë", "Ida", "Tom", "Eva", "Max", "Lea"),
            "Mia, Ben, Zoë, Ida, Tom and 3 others",
        ),
        (("M" * 24, "B" * 24, "Z" * 24), f"{'M' * 24} and 2 others"),
        (("M" * 24, "B" * 24), f"{'M' * 24} and 1 other"),
    ],
)
def test_a_company_is_named_as_far_as_there_is_room(players: tuple[str, ...], line: str) -> None:
    assert company(players) == line


def test_the_story_saves_a_table_says_where_and_goes_back(
    evenings: Evenings, tmp_path: Path
) -> None:
    evenings.play("x.")
    stage = Stage(numbers(evenings.tonight, tmp_path))
    stage.handle(Letter("e"))
    (saved,) = tmp_path.iterdir()
    assert saved.name == "encore-numbers-2026-09-21.csv"
    assert isinstance(stage.scene, NumbersScene)
    assert stage.scene.said == f"Saved as {saved}"
    with saved.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 1 + 10
    stage.handle(Action.BACK)
    assert stage.over


def test_the_page_opens_at_the_pack_in_hand(evenings: Evenings) -> None:
    stage = Stage(numbers(evenings.tonight))
    assert isinstance(stage.scene, NumbersScene)
    titles = [each.title for each in stage.scene.numbers.walls]
    assert titles[stage.scene.at[Tab.WALL]] == "Almost Famous"


def test_a_folder_that_is_not_there_is_told(evenings: Evenings, tmp_path: Path) -> None:
    said = export(evenings.tonight, tmp_path / "none")
    assert said == "encore-numbers-2026-09-21.csv could not be written (No such file or directory)."


def test_without_documents_the_table_goes_to_the_games_own_folder(
    evenings: Evenings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path / "none"))
    monkeypatch.setattr("game.records.data_folder", lambda: tmp_path)
    assert export(evenings.tonight) == f"Saved as {tmp_path / 'encore-numbers-2026-09-21.csv'}"


# -- patches --------------------------------------------------------------------


def test_a_patch_is_new_once_and_then_sewn_on(evenings: Evenings) -> None:
    match = evenings.play("x", seed="a")
    assert evenings.new(match) == ["perfect-set", "whole-scale"]
    again = evenings.play("x", seed="b")
    assert evenings.new(again) == []
    sewn = [badge.title for badge in badges(evenings.tonight, ()) if badge.sewn]
    assert sewn == ["Not one wrong note", "The whole scale"]


def test_a_duel_is_won_against_the_friends_points(evenings: Evenings) -> None:
    match = evenings.play("x.", "duel")
    friend = replace(match, turns=())
    while not friend.over:
        friend = friend.answer(None, 0)
    assert "ghost" in [
        patch.name for patch in new_patches(evenings.tonight, evenings.pack, match, friend)
    ]
    assert "ghost" not in evenings.new(match)


def test_seven_daily_gigs_in_a_row_are_counted_by_their_days(evenings: Evenings) -> None:
    for number in range(7):
        assert "seven-nights" not in evenings.records.patches()
        match = evenings.play("x.", "daily", seed=str(number))
        new = evenings.new(match)
        evenings.at += DAY
        assert ("seven-nights" in new) is (number == 6)


def test_what_was_wrong_three_times_and_is_known_now_turns_a_patch(evenings: Evenings) -> None:
    new: list[str] = []
    for verdict in "..." + "x" * 20:
        match = evenings.play(verdict, seed="same")
        new = evenings.new(match)
        if "turned" in new:
            break
        evenings.at += 4 * DAY
    states = evenings.records.fact_states("small").values()
    assert "turned" in new
    assert max(state.attempts - state.right for state in states) == 3


def test_a_pack_known_by_heart_stays_a_patch_when_it_is_forgotten(evenings: Evenings) -> None:
    few = evenings.pack.questions[:10]
    evenings.pack = replace(evenings.pack, questions=few)
    new: list[str] = []
    for _ in range(4):
        new += evenings.new(evenings.play("x", seed="all"))
        evenings.at += 4 * DAY
    asked = {question.facts[0] for question in few}
    assert asked == set(evenings.records.fact_states("small"))
    assert new.count("every-word") == 1
    evenings.new(evenings.play(".", seed="all"))
    assert "every-word" in evenings.records.patches()


def test_new_patches_are_shown_and_without_any_nothing_is(evenings: Evenings) -> None:
    match = evenings.play("x")
    stage = Stage(sew_on(evenings.tonight, evenings.pack, match))
    assert isinstance(stage.scene, PatchesScene)
    assert [PATCHES[n].name for n in stage.scene.new] == ["perfect-set", "whole-scale"]
    assert all(stage.scene.badges[n].when == "21 Sep 2026" for n in stage.scene.new)
    assert Stage(sew_on(evenings.tonight, evenings.pack, match)).over

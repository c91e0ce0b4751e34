"""Whole matches alone, in every way there is to play, from the title to exact figures."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from game.cli import main
from game.records import Records
from game.rules import code
from game.rules.match import Match
from game.rules.memory import DAY
from game.rules.modes import CLOCKS
from game.scenes.challenge import ChallengeScene
from game.scenes.entry import EntryScene
from game.scenes.results import After
from game.scenes.title import Wish
from game.scenes.ways import WaysScene
from game.story.sharing import share_text
from game.ui.actions import Action, Choose, Letter, Typed
from tests.conftest import ROOT
from tests.scenes.look import described, reading
from tests.story.drive import Player, rack
from tests.story.shelves import by_hand, cast, shelf

NOW = 1_795_370_000.0  # 2026-11-22, 17:53 UTC
TODAY = "2026-11-22"
WAYS = ("setlist", "marathon", "daily", "soundcheck", "duel")

# The gig of TODAY from the pack that ships. An edit of the pack may move one or two of these.
GIG = (
    "9c779565b843",
    "0e1b56b577ef",
    "521c90caac7b",
    "b8658fe91c5f",
    "2ed611101ed3",
    "73022e9e2eb1",
    "261a935a136c",
    "d90d552276ec",
    "ca0a1025bb39",
    "d5a3a7981bc1",
)
DEALT = """
from game.rules.seating import deal_match
from game.rules.modes import MODES
from game.packs.library import open_pack
from pathlib import Path

pack = open_pack(Path("questions/almost-famous.yaml"), origin="shipped")
match = deal_match("", pack.questions, MODES["daily"], ("You",), "daily|2026-11-22")
for card in match.cards:
    print(card.question.id, card.key, *(option.text for option in card.options))
"""


class Days:
    """A clock that is set by hand."""

    def __init__(self, at: float = NOW) -> None:
        self.at = at

    def __call__(self) -> float:
        return self.at


def player(days: Days | None = None, **options: object) -> Player:
    """At the title, with records that last as long as the player."""
    now = days or Days()
    records = options.pop("records", None) or Records.nowhere(now=now)
    return Player(None, now=now, records=records, **options)  # type: ignore[arg-type]


def choose(who: Player, mode: str, *change: Action) -> None:
    """From the title to the first question of `mode`, after so many changes of its length."""
    who.wish(Wish.SOLO)
    assert who.here == "ways"
    who.press(*[Action.DOWN] * WAYS.index(mode), *change, Action.CONFIRM)
    if mode == "duel":
        who.press(Action.CONFIRM)


def home(who: Player) -> None:
    """From the results to the title, with nothing said yet."""
    who.press(Action.BACK)
    who.past_patches()
    assert who.here == "title"
    who.said.clear()


def choosing(who: Player) -> WaysScene:
    scene = who.stage.scene
    assert isinstance(scene, WaysScene)
    return scene


def figures(who: Player, mode: str) -> dict[str, str]:
    """What the ways to play say about `mode`, looked up from the title and back."""
    who.wish(Wish.SOLO)
    found = next(way.figures for way in choosing(who).ways if way.mode == mode)
    who.press(Action.BACK)
    return dict(found)


def asked(match: Match) -> list[str]:
    """The ids of the questions answered, in order."""
    return [match.cards[turn.card].question.id for turn in match.played]


def facts(match: Match) -> list[str]:
    """The facts they were about, in order."""
    return [match.cards[turn.card].question.facts[0] for turn in match.played]


# -- setlist ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "length"), [((Action.LEFT,), 5), ((), 10), ((Action.RIGHT,), 20)]
)
def test_a_setlist_of_any_length_with_its_lifelines_ends_in_the_points_of_the_formula(
    change: tuple[Action, ...], length: int
) -> None:
    who = player()
    choose(who, "setlist", *change)
    before = who.question
    who.answer("x", seconds=7.25)
    who.press(Action.READY, Action.READY)

    who.help("h")
    shown = set(range(len(who.question.card.options))) - who.question.hidden
    assert len(shown) == 2
    assert who.question.card.key in shown
    for gone in who.question.hidden:
        who.press(Choose(gone))
    assert who.here == "question"
    who.answer(".", seconds=12.0)
    who.press(Action.READY, Action.READY)

    who.help("x")
    who.answer("x", seconds=34.5)
    who.press(Action.READY, Action.READY)

    swapped = who.question.card
    who.help("s")
    assert who.question.card.question.id != swapped.question.id
    assert who.question.card.question.level == swapped.question.level
    assert who.question.header.over == f"TRACK 4 OF {length}"
    assert (before.lifelines.free, who.question.lifelines.free) == (("half", "time", "swap"), ())
    who.play("xx.x-x", seconds=3.5)

    assert len(who.said) == len(who.results.tracks) == length
    assert who.results.cover.score == who.match.score() == who.points()
    assert [turn.aids for turn in who.match.played[:4]] == [(), ("half",), ("time",), ()]
    assert swapped.question.id not in asked(who.match)


def test_the_clock_that_was_chosen_is_played_against_and_stays_chosen() -> None:
    who = player(clock="")
    who.wish(Wish.SOLO)
    who.press(Action.UP, Action.RIGHT, Action.DOWN, Action.CONFIRM)
    who.play("x", seconds=12.5)
    assert who.match.clock.name == "relaxed"
    assert who.results.cover.score == who.points(limit_ms=40_000)
    home(who)
    choose(who, "marathon")
    who.play(".", seconds=1.0)
    assert who.match.clock.name == "relaxed"


def test_a_better_night_is_the_best_one_and_a_worse_one_is_told_of_it() -> None:
    who = player()
    closings = []
    for verdicts in ("x.", "x", "."):
        choose(who, "setlist")
        who.play(verdicts)
        closings.append(who.results.cover.closing)
        home(who)
    best = f"{max(match.score() for match in who.kept):,}"
    first = f"{who.kept[9].score():,}"
    assert closings == [
        "The first night of its kind",
        f"A new best night. The old one: {first}",
        f"Best night so far: {best}",
    ]
    assert figures(who, "setlist") == {"Best night": best}


def test_ten_nights_of_ten_from_a_pack_of_two_hundred_repeat_no_question(tmp_path: Path) -> None:
    who = player(shelf=shelf(tmp_path, by_hand(200)), pack="small")
    seen: list[str] = []
    for night in range(10):
        choose(who, "setlist")
        who.play("x.", seconds=0.5)
        assert len(who.match.played) == 10, night
        seen += asked(who.match)
        home(who)
    assert len(set(seen)) == 100


# -- marathon -----------------------------------------------------------------------


@pytest.mark.parametrize(("verdicts", "turns"), [("...", 3), ("x.xx.xxxxxxxx-", 14)])
def test_a_marathon_ends_with_the_third_miss_in_the_points_of_the_formula(
    verdicts: str, turns: int
) -> None:
    who = player()
    choose(who, "marathon")
    lives = []
    while who.here != "results":
        lives.append(who.question.header.done.count("life"))
        who.play(verdicts, seconds=4.0, turns=1)
        who.press(Action.READY)
    assert len(who.said) == turns
    assert lives == [3 - verdicts[:n].count(".") for n in range(turns)]
    assert who.results.cover.score == who.points()


def test_a_miss_in_a_marathon_comes_back_four_to_six_questions_later_in_another_form(
    tmp_path: Path,
) -> None:
    who = player(shelf=shelf(tmp_path, cast(6) + by_hand(20)), pack="small")
    choose(who, "marathon")
    while not who.question.card.question.facts[0].startswith("people/"):
        who.play("x", turns=1)
        who.press(Action.READY)
    missed = who.question.card.question
    at = len(who.said)
    who.play("." * 60, turns=1)
    who.press(Action.READY)
    who.play("x" * 60)
    again = [n for n, fact in enumerate(facts(who.match)) if fact in missed.facts]
    assert again[0] == at
    assert 5 <= again[1] - at <= 7
    assert asked(who.match)[again[1]] != missed.id


def test_a_marathon_without_a_miss_runs_a_small_pack_dry(tmp_path: Path) -> None:
    who = player(shelf=shelf(tmp_path, cast(6) + by_hand(8)), pack="small")
    choose(who, "marathon")
    who.play("x", seconds=2.0)
    assert len(who.said) == 14
    assert len(set(facts(who.match))) == 14
    assert who.match.lives == 3
    assert who.results.cover.score == who.points()


# -- daily --------------------------------------------------------------------------


def test_the_gig_of_a_pinned_day_is_these_ten_questions() -> None:
    who = player(clock="standard")
    choose(who, "daily")
    who.play("xx.x", seconds=5.0)
    assert tuple(asked(who.match)) == GIG
    assert who.results.cover.score == who.points()


def test_the_gig_is_the_same_whatever_python_hashes_with() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", DEALT],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout.decode()
        for seed in ("0", "1", "random")
    ]
    assert [line.split()[0] for line in said[0].splitlines()][:10] == list(GIG)
    assert said[1:] == said[:2]


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_gig_is_that_of_the_utc_day_in_every_time_zone(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        who = player()
        choose(who, "daily")
        who.play("x")
        assert tuple(asked(who.match)) == GIG
        assert who.records.daily(TODAY, who.match.pack) is not None
        home(who)
        assert figures(who, "daily")["Next gig in"] == "6 h 6 min"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_first_try_of_a_day_is_the_one_that_counts() -> None:
    who = player()
    assert figures(who, "daily")["Today"] == "not played yet"
    choose(who, "daily")
    who.play("x.")
    first = who.results.cover.score
    home(who)
    choose(who, "daily")
    who.play("x")
    assert who.results.cover.score > first
    home(who)
    assert figures(who, "daily")["Today"] == f"{first:,}"


def test_days_in_a_row_are_counted_and_a_clock_set_back_breaks_nothing() -> None:
    days = Days()
    who = player(days)
    for _ in range(3):
        choose(who, "daily")
        who.play("x")
        home(who)
        days.at += DAY
    days.at -= DAY
    third = figures(who, "daily")
    assert third["Days in a row"] == "3"
    days.at -= 365 * DAY
    choose(who, "daily")
    who.play(".")
    assert who.results.cover.score == 0
    home(who)
    assert figures(who, "daily")["Days in a row"] == "1"
    days.at += 365 * DAY
    assert figures(who, "daily") == third
    choose(who, "setlist")
    who.play("x")
    assert who.results.cover.score == who.points()


def test_a_gig_played_past_midnight_is_shared_as_that_of_its_day() -> None:
    days = Days()
    who = player(days)
    choose(who, "daily")
    who.play("x", turns=9)
    days.at += DAY
    who.press(Action.READY)
    who.play("x")
    assert TODAY in who.results.share.splitlines()[0]


# -- soundcheck ---------------------------------------------------------------------


def test_a_soundcheck_asks_what_was_missed_in_another_form_and_ends_in_plain_points(
    tmp_path: Path,
) -> None:
    who = player(shelf=shelf(tmp_path, cast(6) + by_hand(20)), pack="small", clock="")
    choose(who, "setlist", Action.RIGHT)
    who.play("x..")
    missed = {
        each.question.facts[0]: each.question.id
        for turn in who.match.played
        for each in (who.match.cards[turn.card],)
        if not who.match.right(turn)
    }
    home(who)
    due = len(missed)
    assert figures(who, "soundcheck") == {"Due now": str(due)}
    choose(who, "soundcheck")
    assert who.question.limit is None
    who.play("xx.", seconds=60.0)
    assert who.results.cover.score == who.points(plain=True)
    assert set(facts(who.match)) <= set(missed)
    assert len(who.match.played) == 10
    for turn in who.match.played:
        question = who.match.cards[turn.card].question
        if question.facts[0].startswith("people/"):
            assert question.id != missed[question.facts[0]]


def test_a_soundcheck_leaves_alone_what_is_known_by_heart_until_it_is_due(tmp_path: Path) -> None:
    days = Days()
    who = player(days, shelf=shelf(tmp_path, cast(6)), pack="small")
    for _ in range(2):
        choose(who, "soundcheck")
        who.play("x")
        assert len(who.said) == 6
        home(who)
        days.at += 3 * DAY
    choose(who, "soundcheck")
    assert (who.here, who.stage.scene.state) == ("ask", "notice")
    who.press(Action.CONFIRM)
    days.at += 60 * DAY
    assert figures(who, "soundcheck") == {"Due now": "6"}
    choose(who, "soundcheck")
    who.play("x")
    assert len(who.said) == 6


def test_what_was_missed_can_be_practised_at_once_in_another_form(tmp_path: Path) -> None:
    who = player(shelf=shelf(tmp_path, cast(6)), pack="small")
    choose(who, "setlist", Action.LEFT)
    who.play("x.")
    match = who.match
    missed = [
        match.cards[turn.card].question.facts[0] for turn in match.played if not match.right(turn)
    ]
    assert who.results.wishes[1] is After.PRACTISE
    who.press(Action.RIGHT, Action.CONFIRM)
    who.past_patches()
    who.said.clear()
    who.play("x")
    assert facts(who.match) == missed
    assert who.match.mode.name == "soundcheck"
    assert set(asked(who.match)).isdisjoint(asked(match))
    who.press(Action.CONFIRM)
    who.past_patches()
    assert who.question.header.over == "TRACK 1 OF 5"


# -- duel ---------------------------------------------------------------------------


def friends_code(verdicts: str = "xx.x-", clock: str = "standard") -> Player:
    """A friend who has just played a duel; the code is on the results."""
    friend = player(clock=clock, seed="friend")
    choose(friend, "duel")
    friend.play(verdicts, seconds=7.125)
    return friend


def code_of(who: Player) -> str:
    """The code that the results tell."""
    said = re.fullmatch(r"Your duel code: ([0-9A-Z-]+)", who.results.strip)
    assert said
    return said[1]


def entering(who: Player, text: str) -> EntryScene:
    """Enter a friend's code, from the title."""
    who.wish(Wish.SOLO)
    who.press(*[Action.DOWN] * 4, Action.CONFIRM, Action.DOWN, Action.CONFIRM)
    scene = who.stage.scene
    assert isinstance(scene, EntryScene)
    who.press(Typed(text), Action.CONFIRM)
    return scene


@pytest.mark.parametrize("clock", ["standard", "quick", "relaxed", "untimed"])
def test_a_duel_is_the_same_questions_against_a_ghost_with_exactly_the_friends_points(
    clock: str,
) -> None:
    friend = friends_code("xx.x", clock)
    theirs = friend.results.cover.score
    limit = friend.match.limit_ms
    assert theirs == friend.points(limit_ms=limit, step_ms=50)
    who = player(clock="", seed="mine")
    entering(who, code_of(friend).lower().replace("-", " "))
    assert who.question.limit == CLOCKS[clock].limit
    ghost = []
    for turn in friend.match.played:
        who.play("x..x", seconds=8.0, turns=1)
        ghost.append(who.stage.scene.verdict.ghost)  # type: ignore[attr-defined]
        done = len(who.said)
        told = f"the ghost has {friend.match.score(turns=done):,}"
        assert who.stage.scene.after.note == told  # type: ignore[attr-defined]
        assert turn.card == who.match.played[-1].card
        who.press(Action.READY)
    assert who.match.cards[:10] == friend.match.cards[:10]
    assert ghost == [turn.pick for turn in friend.match.played]
    mine = who.results.cover.score
    assert mine == who.points(limit_ms=limit, step_ms=50)
    assert who.results.cover.closing.startswith(f"You {mine:,}, the ghost {theirs:,}: ")


@pytest.mark.usefixtures("hidden_window")
def test_the_ghost_is_seen_to_answer_when_the_friend_did() -> None:
    friend = friends_code("x")
    who = player(seed="mine")
    entering(who, code_of(friend))
    who.press(Action.READY)
    painter, _ = reading()

    def seen() -> bool:
        shown = {line.words for line in described(painter, who.stage.scene, (1280, 720))}
        return "the ghost has answered" in shown

    who.wait(7.125)
    assert not seen()  # a code counts in twentieths of a second, rounded up
    who.wait(0.125)
    assert seen()


def test_a_disputed_question_of_a_duel_is_noted_and_the_code_stays_whole(tmp_path: Path) -> None:
    friend = player(seed="friend", folder=tmp_path)
    choose(friend, "duel")
    friend.play("x", turns=3)
    friend.press(Letter("d"), Action.RIGHT, Action.CONFIRM, Action.READY)
    friend.play("x.")
    assert len(friend.said) == len(friend.results.tracks) == 10
    assert (tmp_path / "review" / "almost-famous.txt").exists()
    said = code.read(code_of(friend))
    assert said.answers == tuple((turn.pick, turn.ms) for turn in friend.match.played)
    who = player(seed="mine")
    entering(who, code_of(friend))
    who.play("x")
    assert f"the ghost {friend.match.score():,}" in who.results.cover.closing


def test_a_code_with_a_typo_of_another_version_or_of_another_pack_is_explained() -> None:
    letters = code_of(friends_code())
    said = code.read(letters)
    older = code.write(replace(said, version=said.version ^ 1))
    away = code.write(replace(said, pack=said.pack ^ 1))
    typo = letters[:-1] + ("0" if letters[-1] != "0" else "1")
    sentences = {
        older: "Your friend has another version of the pack “Almost Famous”.",
        away: "This duel is played with a pack that is not on your rack.",
        "": "There is no code here.",
    }
    for text, sentence in sentences.items():
        assert entering(player(), text).trouble == sentence
    assert "typo" in entering(player(), typo).trouble
    corrected = player()
    scene = entering(corrected, typo)
    corrected.press(Action.REMOVE, Typed(letters), Action.CONFIRM)
    assert (scene.trouble, corrected.here) == ("", "question")


# -- challenges ---------------------------------------------------------------------


def test_a_challenge_voids_the_answer_deals_another_and_writes_what_opens_it_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    who = player(folder=tmp_path)
    choose(who, "setlist")
    who.play("xx", turns=2)
    disputed = who.stage.scene.verdict.card  # type: ignore[attr-defined]
    who.press(Letter("d"))
    assert isinstance(who.stage.scene, ChallengeScene)
    assert [proof.right for proof in who.stage.scene.proofs].index(True) == disputed.key
    assert all(proof.why for proof in who.stage.scene.proofs)
    who.press(Action.RIGHT, Action.CONFIRM)
    who.said.pop()
    assert who.question.header.over == "TRACK 2 OF 10"
    assert who.question.header.score == who.points()
    assert who.question.card.question.level == disputed.question.level
    who.play("xx.")
    assert len(who.results.tracks) == 10
    assert who.results.cover.score == who.points()
    assert disputed.question.id not in asked(who.match)
    note = (tmp_path / "review" / "almost-famous.txt").read_text(encoding="utf-8")
    assert all(option.text in note for option in disputed.options)
    again = next(line.partition("again:")[2] for line in note.splitlines() if "again:" in line)
    program, *arguments = shlex.split(again)
    assert program == "encore"
    assert main(arguments) == 0
    shown = capsys.readouterr().out
    assert shown.count(disputed.question.id) == 1
    assert disputed.question.stem in shown


def test_a_challenge_withdrawn_changes_nothing(tmp_path: Path) -> None:
    who = player(folder=tmp_path)
    choose(who, "setlist")
    who.play("x", turns=1)
    reveal = who.stage.scene
    who.press(Letter("d"), Action.CONFIRM)
    assert who.stage.scene is reveal
    who.press(Action.READY)
    assert who.question.header.over == "TRACK 2 OF 10"
    assert not (tmp_path / "review").exists()


# -- what is told to friends ----------------------------------------------------------

SHARE = re.compile(
    r"Encore · Almost Famous · (Setlist|Marathon|Daily gig 2026-11-22|Soundcheck|Duel)\n"
    r"[\d,]+ points, \d+ of \d+ right(  ★{1,5})?\n"
    r"[●○]{1,10}(\n[●○]{1,10})*"
    r"(\nBeat me: [0-9A-Z-]+)?"
)


@pytest.mark.parametrize("mode", WAYS)
def test_what_is_shared_has_nothing_of_any_question_in_it(mode: str) -> None:
    who = player()
    choose(who, mode)
    who.play("xx.x")
    assert SHARE.fullmatch(who.results.share)
    marks = "".join("●" if each.right else "○" for each in who.said)
    assert who.results.share.replace("\n", "").count(marks[:10]) == 1
    assert who.results.share == share_text(
        rack().open("almost-famous"), who.match, TODAY if mode == "daily" else ""
    )


# -- one seed, one match --------------------------------------------------------------


@pytest.mark.parametrize("mode", WAYS)
def test_one_seed_gives_the_same_match_in_every_mode(mode: str) -> None:
    nights = []
    for seed in ("7", "7", "8"):
        who = player(seed=seed)
        choose(who, mode)
        who.play("xx.x")
        nights.append(who.match)
    first, again, other = nights
    assert first == again
    assert (first.cards == other.cards) == (mode == "daily")

"""What is left in the middle is carried on another evening, exactly as it stood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.records import Records, Resumable
from game.rules.match import Match
from game.scenes.title import TitleScene, Wish
from game.story.rack import Rack
from game.story.sharing import duel_code
from game.ui.actions import Action, Letter, Typed
from tests.conftest import ROOT
from tests.story.drive import Player, rack
from tests.story.shelves import by_hand, cast, shelf

NOW = 1_795_370_000.0
TABLE = ("Penny", "Russell", "William")
MODES = ("setlist", "marathon", "daily", "soundcheck", "duel", "party")
Evening = Callable[..., Player]


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    """Starts another evening over the same file, as another start of the game does."""
    opened: list[Records] = []

    def start(mode: str | None = None, **options: object) -> Player:
        for each in opened:
            each.close()
        records = Records.open(tmp_path / "encore", now=lambda: NOW)
        opened.append(records)
        options = {"players": TABLE if mode == "party" else (), "clock": ""} | options
        return Player(mode, records=records, now=lambda: NOW, **options)  # type: ignore[arg-type]

    yield start
    for each in opened:
        each.close()


def unfinished(who: Player) -> Resumable:
    found = who.records.unfinished()
    assert found is not None
    return found


def dealt(match: Match) -> list[tuple[str, int, tuple[str, ...]]]:
    """Question, key and options of every card, in the order in which they come."""
    cards = (match.cards[slot.card] for slot in match.course)
    return [(each.question.id, each.key, tuple(o.text for o in each.options)) for each in cards]


def carry_on(who: Player) -> None:
    """Take the title's first line, which must offer it; through a party's gate."""
    title = who.stage.scene
    assert isinstance(title, TitleScene)
    assert title.lines[0].wish is Wish.CARRY_ON
    who.wish(Wish.CARRY_ON)
    if who.here == "gate":
        who.press(Action.READY)


def to_question(who: Player, turns: int, verdicts: str = "x.x") -> None:
    """So many turns, then on until the next question stands there."""
    who.play(verdicts, seconds=2.0, turns=turns)
    while who.here != "question":
        who.press(Action.READY)


# -- every mode -----------------------------------------------------------------------


@pytest.mark.parametrize("mode", MODES)
def test_a_match_left_in_the_middle_is_carried_on_exactly_as_it_stood(
    mode: str, evening: Evening
) -> None:
    before = evening(mode)
    to_question(before, 4)
    left = before.match
    before.leave()
    assert before.here == "title"

    later = evening()
    found = unfinished(later).match
    assert found == left
    assert dealt(found) == dealt(left)
    carry_on(later)
    assert later.question.card == left.card
    assert later.question.header.score == left.score(left.next.seat)
    later.said = before.said.copy()
    later.play("x.", seconds=2.0)
    assert later.match.turns[: len(left.turns)] == left.turns
    assert len(later.match.played) == len(later.said)
    if mode == "party":
        assert later.here == "poster"
        assert list(later.match.scores) == [later.points(seat) for seat in range(3)]
    else:
        points = {"soundcheck": {"plain": True}, "duel": {"step_ms": 50}}.get(mode, {})
        assert later.results.cover.score == later.points(**points)  # type: ignore[arg-type]
    assert later.records.unfinished() is None
    later.press(Action.BACK)
    later.past_patches()
    assert Wish.CARRY_ON not in later.stage.scene.wishes  # type: ignore[attr-defined]


@pytest.mark.parametrize("mode", ["setlist", "daily", "party"])
def test_the_clock_of_the_question_that_was_left_goes_on_where_it_stood(
    mode: str, evening: Evening
) -> None:
    before = evening(mode)
    to_question(before, 2)
    before.press(Action.READY)
    before.wait(4 - before.question.spent)
    before.leave()  # which takes a second
    later = evening()
    carry_on(later)
    assert (later.question.state, later.question.left) == ("answer", 15.0)
    later.answer("x", seconds=7.0)
    assert later.match.played[-1].ms == 7000


def test_closing_the_window_in_a_question_or_in_a_break_stops_its_clock(evening: Evening) -> None:
    for pauses in (0, 1):
        before = evening("setlist")
        before.press(Action.READY)
        before.wait(4 - before.question.spent)
        before.press(*[Action.PAUSE] * pauses)
        spent = 4.0 + pauses
        before.stage.close()
        later = evening()
        carry_on(later)
        assert later.question.left == 20.0 - spent


def test_a_question_left_while_it_was_read_has_all_its_time(evening: Evening) -> None:
    before = evening("setlist")
    to_question(before, 1)
    before.leave()
    later = evening()
    carry_on(later)
    assert (later.question.state, later.question.left) == ("read", 20.0)


def test_lifelines_that_were_used_stay_used(evening: Evening) -> None:
    before = evening("setlist")
    before.help("h")
    before.answer("x")
    before.press(Action.READY, Action.READY)
    before.help("s")
    swapped = before.question.card
    before.leave()
    later = evening()
    carry_on(later)
    assert later.question.card == swapped
    assert later.question.lifelines.free == ("time",)


def test_a_void_question_stays_void(evening: Evening) -> None:
    before = evening("setlist")
    before.play("x", turns=2)
    before.press(Letter("d"), Action.RIGHT, Action.CONFIRM)
    replacement = before.question.card
    before.leave()
    later = evening()
    carry_on(later)
    assert later.question.card == replacement
    assert later.question.header.over == "TRACK 2 OF 10"


def test_a_duel_is_carried_on_with_its_ghost(evening: Evening) -> None:
    friend = evening("duel", seed="friend", clock="standard")
    friend.play("x.", seconds=4.0)
    letters = duel_code(rack().open("almost-famous"), friend.match)
    before = evening(seed="mine")
    before.wish(Wish.SOLO)
    before.press(*[Action.DOWN] * 4, Action.CONFIRM, Action.DOWN, Action.CONFIRM)
    before.press(Typed(letters), Action.CONFIRM)
    to_question(before, 3)
    before.leave()
    later = evening()
    carry_on(later)
    assert later.question.ghost is not None
    assert later.question.ghost.pick == friend.match.played[3].pick
    later.play("x")
    theirs = friend.match.score()
    assert f"the ghost {theirs:,}" in later.results.cover.closing


def test_a_match_whose_last_answer_was_kept_goes_straight_to_its_results(evening: Evening) -> None:
    before = evening("setlist")
    before.play("x", turns=10)
    assert before.here == "reveal"
    later = evening()
    carry_on(later)
    assert later.results.cover.score == before.points()
    assert later.records.unfinished() is None


@pytest.mark.parametrize("turns", [0, 1, 9])
def test_a_game_that_just_ended_is_carried_on_from_its_last_answer(
    turns: int, evening: Evening
) -> None:
    before = evening("setlist")
    if turns:
        before.play("x.", seconds=2.0, turns=turns)
    later = evening()
    carry_on(later)
    later.said = before.said.copy()
    later.play("x.", seconds=2.0)
    assert later.results.cover.score == later.points()
    assert len(later.said) == 10


def test_a_party_carried_on_is_followed_by_another_for_the_same_table(evening: Evening) -> None:
    before = evening("party")
    to_question(before, 7)
    before.leave()
    later = evening()
    carry_on(later)
    later.play("x")
    later.press(Action.CONFIRM)
    later.past_patches()
    assert later.here == "gate"
    assert unfinished(later).match.players == TABLE


# -- what ends it ---------------------------------------------------------------------


@pytest.mark.parametrize("mode", MODES)
def test_a_match_is_given_up_when_another_one_begins_and_only_when_asked(
    mode: str, evening: Evening
) -> None:
    before = evening("setlist")
    to_question(before, 3)
    old = unfinished(before).id
    before.leave()
    kept = evening(mode)
    assert kept.stage.scene.state == "waiting"
    kept.press(Action.CONFIRM)
    assert kept.here == "title"
    assert unfinished(kept).id == old
    later = evening(mode)
    later.press(Action.DOWN, Action.CONFIRM)
    assert unfinished(later).id != old
    states = {night.id: night.state for night in later.records.history()}
    assert states == {old: "abandoned"}


def test_looking_round_gives_nothing_up(evening: Evening) -> None:
    before = evening("setlist")
    to_question(before, 3)
    old = unfinished(before)
    before.leave()
    later = evening()
    later.wish(Wish.SOLO)
    later.press(Action.BACK)
    later.wish(Wish.PARTY)
    later.press(Action.BACK)
    later.wish(Wish.PACKS)
    later.press(Action.BACK)
    assert unfinished(later) == old


# -- the pack has gone on -------------------------------------------------------------


@pytest.mark.parametrize("fate", ["edited", "gone", "broken"])
def test_a_match_outlives_its_pack(fate: str, evening: Evening, tmp_path: Path) -> None:
    text = cast(6) + by_hand(20)
    before = evening("setlist", shelf=shelf(tmp_path / "packs", text), pack="small")
    to_question(before, 3)
    left = before.match
    before.leave()
    if fate == "gone":
        now = Rack(ROOT / "questions", None)
    else:
        now = shelf(tmp_path / "packs", by_hand(12) if fate == "edited" else "questions: {")
    later = evening(shelf=now, pack=now.first)
    carry_on(later)
    assert later.question.card == left.card
    later.said = before.said.copy()
    later.play("x", seconds=2.0)
    assert later.results.cover.score == later.points()
    assert dealt(later.match) == dealt(left)
    later.press(Action.CONFIRM)
    later.past_patches()
    assert later.here in ("question", "ask")

from __future__ import annotations

import pytest

from game.scenes.poster import PosterScene
from game.scenes.results import ResultsScene
from game.stage import LONGEST_STEP, Stage
from game.ui.actions import Action, Choose, Typed
from tests.scenes.look import reading
from tests.story.drive import Player

TABLE = ("Penny", "Russell", "William", "Lester", "Elaine", "Anita", "Jeff", "Sapphire")


def results_of(player: Player) -> ResultsScene:
    assert isinstance(player.stage.scene, ResultsScene)
    return player.stage.scene


def scores_of(player: Player) -> dict[int, int]:
    assert isinstance(player.stage.scene, PosterScene)
    return {act.seat: act.score for act in player.stage.scene.acts}


# -- alone --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verdicts", "seconds"), [("x", 0.5), ("x", 19.875), ("xx.x-x", 7.25), (".-", 5.0)]
)
def test_a_setlist_ends_in_the_points_of_the_formula(verdicts: str, seconds: float) -> None:
    player = Player()
    player.play(verdicts, seconds)
    assert len(player.said) == 10
    assert results_of(player).cover.score == player.points()
    assert [track.right for track in results_of(player).tracks] == [s.right for s in player.said]


def test_a_setlist_without_a_clock_ends_in_two_thirds_of_the_points() -> None:
    player = Player(clock="untimed")
    player.play("x", seconds=100)
    assert results_of(player).cover.score == player.points(limit_ms=None)


def test_a_quick_setlist_counts_twelve_seconds() -> None:
    player = Player(clock="quick")
    player.play("xx-x", seconds=4.0)
    assert results_of(player).cover.score == player.points(limit_ms=12_000)


def test_the_levels_climb_and_the_questions_differ() -> None:
    player = Player()
    player.play("x")
    assert [each.level for each in player.said] == sorted(each.level for each in player.said)
    stems = [track.stem for track in results_of(player).tracks]
    assert len(set(stems)) == 10


def test_an_encore_deals_another_match_and_esc_goes_home() -> None:
    player = Player()
    player.play("x")
    first = {card.question.id for card in player.kept[-1].cards}
    player.press(Action.CONFIRM)
    player.past_patches()
    assert player.here == "question"
    player.play(".")
    assert player.kept[-1].seed != player.kept[0].seed
    assert {card.question.id for card in player.kept[-1].cards} != first
    player.press(Action.BACK)
    player.past_patches()
    assert player.here == "title"


# -- together -----------------------------------------------------------------------


@pytest.mark.parametrize("count", [2, 3, 8])
def test_a_party_ends_in_the_points_of_the_book(count: int) -> None:
    player = Player("party", TABLE[:count])
    player.play("xx.x-x.")
    assert len(player.said) == 5 * count
    expected = {seat: player.points(seat) for seat in range(count)}
    assert scores_of(player) == expected
    assert sum(expected.values()) > 0


def test_everyone_plays_each_round_and_another_seat_begins_it() -> None:
    player = Player("party", TABLE[:3])
    player.play("x")
    seats = [each.seat for each in player.said]
    assert seats == [0, 1, 2, 1, 2, 0, 2, 0, 1, 0, 1, 2, 1, 2, 0]


def test_a_gate_stands_before_every_turn_and_the_table_after_every_round_but_the_last() -> None:
    player = Player("party", TABLE[:3])
    player.play("x")
    shown = [event[1] for event in player.events if event[0] == "scene"]
    assert shown.count("gate") == 15
    assert shown.count("standings") == 4
    turn = ["gate", "question", "question", "reveal", "reveal"]
    assert shown[:16] == [*turn * 3, "standings"]
    assert shown[-6:] == [*turn, "poster"]


def test_names_are_asked_for_and_kept_for_the_next_party() -> None:
    player = Player(None)
    player.press(Action.DOWN, Action.CONFIRM)
    assert player.here == "lobby"
    for name in ("Mia", "Bo"):
        player.press(Typed(name), Action.CONFIRM)
    player.press(Action.CONFIRM, Action.CONFIRM)
    assert player.here == "gate"
    player.play("x")
    assert player.kept[-1].players == ("Mia", "Bo")
    assert player.tonight.names == ("Mia", "Bo")
    assert player.tonight.settings.tables == (("Mia", "Bo"),)


def test_an_encore_keeps_the_table() -> None:
    player = Player("party", TABLE[:2])
    player.play("x")
    player.press(Action.CONFIRM)
    player.past_patches()
    assert player.here == "gate"
    player.play(".")
    assert player.kept[-1].players == TABLE[:2]


# -- what is kept, and when -----------------------------------------------------------


@pytest.mark.parametrize(("mode", "players"), [("setlist", ()), ("party", TABLE[:3])])
def test_every_turn_is_kept_once_before_it_is_revealed(mode: str, players: tuple[str, ...]) -> None:
    player = Player(mode, players)
    player.play("x.-")
    kept = [event for event in player.events if event[0] == "keep"]
    assert kept == [("keep", number + 1) for number in range(len(player.said))]
    for before, event in zip(player.events, player.events[1:], strict=False):
        if event[:2] == ("scene", "reveal") and before[:2] != ("scene", "reveal"):
            assert before[0] == "keep"
    said = [(each.right, each.ms) for each in player.said]
    last = player.kept[-1]
    assert [(last.right(turn), turn.ms) for turn in last.turns] == said


def test_one_seed_gives_the_same_scenes_and_another_seed_another_match() -> None:
    nights = [Player("party", TABLE[:3], seed=seed) for seed in ("7", "7", "8")]
    for player in nights:
        player.play("xx.-")
    first, again, other = nights
    assert first.events == again.events
    assert first.kept == again.kept
    assert first.kept[-1].cards != other.kept[-1].cards


# -- breaks and leaving ---------------------------------------------------------------


def test_after_a_break_the_very_same_question_goes_on_where_its_clock_stood() -> None:
    player = Player()
    player.press(Action.READY)
    player.wait(4)
    scene, before = player.stage.scene, dict(vars(player.stage.scene))
    for meaning in (Action.BACK, Action.PAUSE):
        player.stage.handle(meaning)
        assert (player.here, player.stage.scene.state) == ("ask", "pause")
        player.wait(60)
        player.press(Action.BACK)
        assert player.stage.scene is scene
        assert vars(scene) == before
    player.answer("x", seconds=6)
    assert player.said[0].ms == 6000
    assert player.kept[0].turns[0].ms == 6000


@pytest.mark.parametrize("number", range(4))
def test_a_party_can_be_paused_in_every_scene_and_goes_on_in_it(number: int) -> None:
    player = Player("party", TABLE[:2])
    scenes = ("gate", "question", "reveal", "standings")
    while player.here != scenes[number]:
        if player.here == "question":
            player.answer("x")
        else:
            player.press(Action.READY)
    player.wait(2)
    scene = player.stage.scene
    player.stage.handle(Action.PAUSE)
    assert player.here == "ask"
    player.press(Action.CONFIRM)
    assert player.stage.scene is scene


@pytest.mark.parametrize(("mode", "players"), [("setlist", ()), ("party", TABLE[:2])])
def test_leaving_is_asked_and_leads_to_the_title_without_another_turn(
    mode: str, players: tuple[str, ...]
) -> None:
    player = Player(mode, players)
    player.press(Action.BACK)
    player.choose("Leave the match")
    assert (player.here, player.stage.scene.state) == ("ask", "leave")
    player.press(Action.DOWN, Action.CONFIRM)
    assert player.here == "title"
    assert player.kept == []


def test_staying_leads_back_into_the_match() -> None:
    player = Player()
    scene = player.stage.scene
    player.press(Action.BACK, Action.DOWN, Action.CONFIRM)
    player.press(Action.CONFIRM)
    assert player.stage.scene.state == "pause"
    player.press(Action.BACK)
    assert player.stage.scene is scene


def test_a_double_click_on_leave_leaves_nothing() -> None:
    player = Player()
    player.press(Action.BACK)
    player.wait(1)
    player.stage.handle(Choose(1))
    player.stage.handle(Choose(1))
    assert (player.here, player.stage.scene.state) == ("ask", "leave")


def test_quitting_ends_the_evening() -> None:
    player = Player(None)
    player.press(Action.BACK, Action.CONFIRM)
    assert player.stage.over
    player.stage.handle(Action.CONFIRM)
    player.stage.tick(1)


# -- the stage ------------------------------------------------------------------------


@pytest.mark.parametrize("gap", [10.0, 3600.0, 0.2501])
def test_a_long_gap_counts_a_quarter_of_a_second_at_most(gap: float) -> None:
    player = Player()
    player.press(Action.READY)
    before = (player.stage.scene.age, player.stage.scene.spent)  # type: ignore[attr-defined]
    player.stage.tick(gap)
    after = (player.stage.scene.age, player.stage.scene.spent)  # type: ignore[attr-defined]
    assert after == (before[0] + LONGEST_STEP, before[1] + LONGEST_STEP)
    assert LONGEST_STEP == 0.25


def test_time_never_runs_backwards() -> None:
    player = Player()
    age = player.stage.scene.age
    player.stage.tick(-5)
    assert player.stage.scene.age == age


def test_a_closed_stage_is_over_and_hears_nothing() -> None:
    player = Player()
    player.stage.close()
    player.stage.handle(Action.PAUSE)
    player.stage.tick(1)
    assert player.stage.over
    assert player.here == "question"


# -- every picture of a night -----------------------------------------------------------


@pytest.mark.usefixtures("hidden_window")
@pytest.mark.parametrize(("mode", "players"), [("setlist", ()), ("party", TABLE[:3])])
def test_no_text_of_a_night_has_a_brace_or_is_cut(mode: str, players: tuple[str, ...]) -> None:
    painter, reader = reading()

    def watch(stage: Stage) -> None:
        painter.begin((1280, 720))
        stage.draw(painter)

    player = Player(mode, players, watch=watch)
    player.play("xx.-")
    # Every text of the night was set, each at least once: what stands still is not set again.
    said = {text for text, _ in reader.said}
    options = {
        option.text
        for turn in player.match.played
        for option in player.match.cards[turn.card].options
    }
    assert options <= said
    assert [text for text, block in reader.said if set(text) & set("{}") or block.cut] == []

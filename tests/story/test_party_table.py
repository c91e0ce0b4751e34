from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.rules.house import PLAIN, TEAMS, House
from game.scenes.ask import AskScene
from game.scenes.poster import PosterScene
from game.scenes.standings import StandingsScene
from game.scenes.table import TableScene
from game.ui.actions import Action, Choose, Letter, Typed
from tests.story.guests import TABLE, Guests

if TYPE_CHECKING:
    from pathlib import Path

EVERYTHING = House(4, "standard", steal=True, heckle=True, encore=True, sudden=True)


def at(scene: str, house: House = PLAIN, count: int = 4) -> Guests:
    """A night that has come to `scene` with at least one answer given."""
    player = Guests(players=TABLE[:count], house=house)
    while player.here != scene or not player.kept:
        player.scene()
    return player


def desk(player: Guests) -> TableScene:
    """The table's desk: by its letter at the standings, in a break anywhere else."""
    if player.here == "standings":
        player.press(Letter("t"))
    else:
        player.press(Action.PAUSE)
        player.choose("The table")
    assert isinstance(player.stage.scene, TableScene)
    return player.stage.scene


def sure(player: Guests, letter: str) -> None:
    player.press(Letter(letter), Letter(letter))


def close(player: Guests) -> None:
    """From the desk back to where it was opened, or to whatever has come of it."""
    player.press(Action.BACK)


# -- who is there -------------------------------------------------------------------------


def test_who_joins_starts_with_the_average_and_plays_every_round_to_come() -> None:
    player = at("standings", EVERYTHING)
    before = player.match
    scene = desk(player)
    player.press(Letter("n"), Typed("Polexia"), Action.CONFIRM)
    joined = player.match
    assert joined.players == (*TABLE[:4], "Polexia")
    assert joined.score(4) == scene.join_score == round(sum(before.scores) / 4)
    close(player)
    table = player.stage.scene
    assert isinstance(table, StandingsScene)
    assert [place.name for place in table.places if place.seat == 4] == ["Polexia"]
    player.night()
    assert isinstance(player.stage.scene, PosterScene)
    turns = [turn.seat for turn in player.match.played]
    assert turns.count(4) == 3
    ids = [player.match.cards[turn.card].question.id for turn in player.match.played]
    assert len(set(ids)) == len(ids)


def test_a_namesake_who_joins_is_asked_for_a_letter_more() -> None:
    player = at("standings")
    scene = desk(player)
    player.press(Letter("n"), Typed("penny"), Action.CONFIRM)
    assert scene.said == "There is a penny already: add a letter."
    player.press(Typed("x"), Action.CONFIRM)
    assert player.match.players[4] == "pennyx"


def test_nobody_joins_in_the_middle_of_a_round() -> None:
    player = at("gate")
    desk(player)
    player.press(Letter("n"))
    assert player.stage.scene.state == ""


def test_who_drops_out_is_passed_over_and_comes_back_with_what_the_others_won() -> None:
    player = at("standings")
    desk(player)
    player.press(Choose(1))
    sure(player, "d")
    assert player.match.out == {1}
    close(player)
    round_two = len(player.match.played)
    player.press(Action.READY)
    while player.here != "standings":
        player.scene()
    seats = [turn.seat for turn in player.match.played[round_two:]]
    assert sorted(seats) == [0, 2, 3]
    won = sum(player.match.score(seat) - player.match.score(seat, round_two) for seat in (0, 2, 3))
    had = player.match.score(1)
    desk(player)
    player.press(Choose(1), Letter("d"))
    assert player.match.out == frozenset()
    assert player.match.score(1) - had == round(won / 3)
    close(player)
    player.night()
    assert player.here == "poster"


def test_two_at_least_stay() -> None:
    player = at("standings", count=2)
    desk(player)
    sure(player, "d")
    assert player.here == "table"
    assert player.match.out == frozenset()


def test_the_player_at_the_gate_can_leave_and_the_next_is_asked_instead() -> None:
    player = at("gate")
    seat = player.match.next.seat
    desk(player)
    player.press(Choose(seat))
    sure(player, "d")
    close(player)
    assert player.here == "gate"
    assert player.stage.scene.seat == (seat + 1) % 4  # type: ignore[attr-defined]


def test_a_miss_is_revealed_when_whoever_it_was_offered_to_leaves() -> None:
    player = at("steal", replace(PLAIN, steal=True, heckle=True), count=3)
    for _ in range(2):
        thief = player.stage.scene.seat  # type: ignore[attr-defined]
        desk(player)
        order = [each.seat for each in player.stage.scene.people]  # type: ignore[attr-defined]
        player.press(Choose(order.index(thief)))
        sure(player, "d")
        close(player)
        if player.here != "steal":
            break
    assert player.here == "reveal"
    player.night()
    assert player.here == "poster"


def test_the_order_is_changed_between_rounds_and_only_there() -> None:
    player = at("standings")
    desk(player)
    player.press(Choose(0), Letter("o"), Action.DOWN, Action.CONFIRM)
    close(player)
    begun = len(player.match.played)
    player.press(Action.READY)
    while player.here != "standings":
        player.scene()
    # Russell plays before Penny now, and the second of the order begins the second round.
    assert [turn.seat for turn in player.match.played[begun:]] == [0, 2, 3, 1]
    player.press(Action.READY, Action.READY)
    player.scene()
    desk(player)
    player.press(Choose(0), Letter("o"), Action.DOWN, Action.CONFIRM)
    assert isinstance(player.stage.scene, AskScene)
    assert "between two rounds" in player.stage.scene.below


def test_nobody_joins_or_moves_while_a_question_is_open() -> None:
    player = at("question")
    while player.here != "question" or not player.match.round_over:
        player.scene()
    scene = desk(player)
    assert not scene.can_join
    player.press(Choose(0), Letter("o"), Action.DOWN, Action.CONFIRM)
    assert isinstance(player.stage.scene, AskScene)
    assert "between two rounds" in player.stage.scene.below


# -- what is set right --------------------------------------------------------------------


def test_the_last_turn_is_taken_back_and_asked_anew_with_another_question() -> None:
    player = at("gate")
    last = player.match.played[-1]
    desk(player)
    sure(player, "u")
    close(player)
    assert player.here == "gate"
    assert player.stage.scene.seat == last.seat  # type: ignore[attr-defined]
    assert player.match.next.card != last.card
    assert player.match.score(last.seat) == 0
    player.night()
    counts = [sum(turn.seat == seat for turn in player.match.played) for seat in range(4)]
    assert counts == [5, 5, 5, 5]


def test_the_table_is_shown_again_when_the_turn_that_ended_the_round_was_taken_back() -> None:
    player = at("standings")
    desk(player)
    sure(player, "u")
    close(player)
    assert player.here == "gate"
    for _ in range(3):
        player.scene()
    assert player.here == "standings"


@pytest.mark.parametrize("answers", [0, 1])
def test_a_turn_before_the_bets_stands_and_one_after_them_can_be_taken_back(answers: int) -> None:
    player = Guests(house=replace(PLAIN, rounds=2, encore=True), right=1.0)
    while not player.kept or len(player.match.bets) < 4:
        player.scene()
    while player.here != "gate" or len(player.match.played) < 4 + answers:
        player.scene()
    assert bool(desk(player).can_undo) == (answers == 1)


def test_a_turn_that_was_stolen_is_taken_back_with_the_steal() -> None:
    player = at("steal", replace(PLAIN, steal=True))
    player.habits, player.right = "thieves", 1.0
    while not player.match.steals:
        player.scene()
    thief = next(iter(player.match.steals.values())).seat
    stolen = player.match.score(thief)
    while player.here != "gate":
        player.scene()
    desk(player)
    sure(player, "u")
    assert player.match.steals == {}
    assert player.match.score(thief) < stolen


def test_an_open_question_is_skipped_by_consent_and_cannot_be_made_to_undo_the_last_turn() -> None:
    player = at("question")
    card, seat = player.match.next.card, player.match.next.seat
    scene = desk(player)
    assert (scene.can_skip, scene.can_undo) == (True, "")
    sure(player, "s")
    close(player)
    assert player.here == "gate"
    assert player.match.next.seat == seat
    assert player.match.next.card != card


def test_a_score_is_set_right_by_hand_and_marked_as_such() -> None:
    player = at("standings")
    had = player.match.score(2)
    desk(player)
    player.press(Choose(2), Letter("c"), Typed("7"), Typed("0"), Action.CONFIRM)
    assert player.match.score(2) == had + 70
    close(player)
    table = player.stage.scene
    assert isinstance(table, StandingsScene)
    assert {place.seat: place.corrected for place in table.places} == {0: 0, 1: 0, 2: 70, 3: 0}
    player.night()
    assert isinstance(player.stage.scene, PosterScene)
    assert {act.seat for act in player.stage.scene.acts if act.corrected} == {2}


def test_a_look_at_the_table_changes_nothing_and_the_question_goes_on() -> None:
    player = at("question")
    scene = player.stage.scene
    desk(player)
    close(player)
    assert (player.here, player.stage.scene.state) == ("ask", "pause")
    player.press(Action.CONFIRM)
    assert player.stage.scene is scene


def test_a_score_set_right_in_an_open_question_leaves_it_its_clock() -> None:
    player = at("question")
    player.press(Action.READY)
    player.wait(4 - player.question.spent)
    left, card = 20 - 4 - 1, player.question.card  # another second goes until the break
    desk(player)
    player.press(Letter("c"), Typed("1"), Typed("0"), Action.CONFIRM)
    close(player)
    assert player.here == "gate"
    player.press(Action.READY)
    assert player.question.card == card
    assert player.question.left == pytest.approx(left)


# -- teams ----------------------------------------------------------------------------------


def team_night() -> Guests:
    """Two teams of three and two, seated in the lobby."""
    player = Guests(None, (), house=replace(EVERYTHING, way=TEAMS))
    player.tonight.names = TABLE[:5]
    player.press(Action.DOWN, Action.CONFIRM, Action.CONFIRM)
    return player


def test_members_of_a_team_take_turns_inside_it() -> None:
    player = team_night()
    names: dict[int, list[str]] = {}
    while player.here != "poster":
        if player.here == "question":
            header = player.question.header
            assert header.seat is not None
            names.setdefault(header.seat, []).append(header.player)
        player.scene()
    match = player.match
    assert sorted(len(team) for team in match.teams) == [2, 3]
    for seat, team in enumerate(match.teams):
        turns = names[seat][:4]
        assert turns == [team[number % len(team)] for number in range(4)]
    assert isinstance(player.stage.scene, PosterScene)
    acts = {act.name: act.members for act in player.stage.scene.acts}
    assert acts == {
        name: ", ".join(team) for name, team in zip(match.players, match.teams, strict=True)
    }


def test_a_late_guest_joins_a_team_and_the_last_of_one_takes_it_along() -> None:
    player = team_night()
    while player.here != "standings":
        player.scene()
    before = player.match.teams
    desk(player)
    player.press(Letter("n"), Typed("Polexia"), Action.CONFIRM)
    assert player.match.teams == ((*before[0], "Polexia"), before[1])
    close(player)
    player.night()
    assert player.here == "poster"


def test_an_encore_keeps_the_teams() -> None:
    player = team_night()
    teams = set()
    for _ in range(2):
        player.night()
        assert player.here == "poster"
        teams.add(player.match.teams)
        player.press(Action.CONFIRM)
        player.past_patches()
    assert len(teams) == 1


# -- the end --------------------------------------------------------------------------------


@pytest.mark.usefixtures("hidden_window")
def test_the_poster_is_saved_copied_and_leads_to_the_whole_set_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.ui.print.pictures_folder", lambda: tmp_path)
    player = at("poster", EVERYTHING)
    player.wait(2)
    for number in (1, 2):
        player.press(Letter("s"))
        assert len(list(tmp_path.glob("encore-*.png"))) == number
    poster = player.stage.scene
    assert isinstance(poster, PosterScene)
    assert poster.said.startswith("Saved as ")
    player.press(Letter("l"))
    assert player.here == "set-list"
    assert len(player.stage.scene.played) == len(player.match.played)  # type: ignore[attr-defined]
    player.press(Action.BACK)
    assert player.stage.scene is poster


def test_the_share_text_has_places_points_and_no_question() -> None:
    player = at("poster", EVERYTHING)
    assert isinstance(player.stage.scene, PosterScene)
    lines = player.stage.scene.share.splitlines()
    ranks, scores = player.match.ranks(), player.match.scores
    assert lines[0] == "Encore · Almost Famous · four acts"
    assert {f"{ranks[seat]}. {TABLE[seat]}  {scores[seat]:,}" for seat in range(4)} == set(
        lines[1:5]
    )
    for turn in player.match.played:
        assert player.match.cards[turn.card].question.stem not in player.stage.scene.share

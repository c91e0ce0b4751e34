"""A table that is changed at a moment when nobody would."""

from __future__ import annotations

from dataclasses import replace

from game.rules.house import PLAIN, TEAMS, TOGETHER, House
from game.scenes.lobby import Team
from game.scenes.standings import StandingsScene
from game.ui.actions import Action, Choose, Letter, Typed
from tests.story.guests import TABLE, Guests
from tests.story.test_party_table import at, close, desk, sure


def seated(house: House, right: float = 0.6, teams: tuple[Team, ...] = ()) -> Guests:
    """A night that was begun in the lobby, where alone one can play otherwise than in turn."""
    player = Guests(None, (), house=house, right=right)
    player.tonight.names, player.tonight.teams = TABLE[:4], teams
    player.press(Action.DOWN, Action.CONFIRM, Action.CONFIRM)
    return player


def until(player: Guests, *scenes: str) -> Guests:
    """Play on until one of the scenes is shown."""
    for _ in range(500):
        if player.here in scenes:
            return player
        player.scene()
    raise AssertionError(f"none of {scenes} came")


def give(player: Guests, person: int, points: str) -> None:
    """Set a score right by hand at the desk."""
    player.press(Choose(person), Letter("c"), *map(Typed, points), Action.CONFIRM)


def test_a_question_that_takes_the_place_of_a_skipped_one_has_all_of_its_time() -> None:
    player = at("question")
    player.press(Action.READY)
    player.wait(9)
    card = player.question.card
    desk(player)
    sure(player, "s")
    close(player)
    player.press(Action.READY)
    assert player.question.card != card
    assert (player.question.state, player.question.spent) == ("read", 0.0)


def test_who_is_asked_instead_of_somebody_who_left_has_all_the_time() -> None:
    player = at("question")
    player.press(Action.READY)
    player.wait(9)
    desk(player)
    player.press(Choose(player.match.next.seat))
    sure(player, "d")
    close(player)
    player.press(Action.READY)
    assert (player.question.state, player.question.spent) == ("read", 0.0)


def test_everyone_has_all_the_time_for_what_takes_the_place_of_a_skipped_question() -> None:
    player = until(seated(House(rounds=3, way=TOGETHER)), "together")
    player.press(Action.READY)
    player.wait(9)
    desk(player)
    sure(player, "s")
    close(player)
    assert player.here == "together"
    assert player.stage.scene.state == "read"


def test_a_round_that_is_ended_once_more_is_followed_by_the_table_once_more() -> None:
    player = at("standings")
    player.press(Action.READY)
    assert player.here == "gate"
    desk(player)
    sure(player, "u")
    close(player)
    until(player, "standings")
    assert len(player.match.played) == 4


def test_the_desk_opens_between_the_bets_and_the_only_round() -> None:
    house = replace(PLAIN, rounds=1, encore=True)
    player = until(Guests(house=house), "gate")
    desk(player)
    give(player, 0, "90")
    close(player)
    player.press(Action.READY)
    until(player, "bet")
    player.scene()
    assert player.match.bets
    assert desk(player).can_undo == ""


def test_only_who_has_not_bet_yet_bets_when_points_are_given_after_the_bets() -> None:
    player = seated(House(rounds=2, way=TOGETHER, encore=True), right=0.0)
    until(player, "standings")
    desk(player)
    give(player, 0, "90")
    close(player)
    while not player.kept or not player.match.bets:
        player.scene()
    assert set(player.match.bets) == {0}
    desk(player)
    give(player, 1, "50")
    close(player)
    assert player.here == "together-bet"
    assert [each.seat for each in player.stage.scene.contenders] == [1]  # type: ignore[attr-defined]
    player.scene()
    assert set(player.match.bets) == {0, 1}


def test_what_comes_after_a_reveal_for_everyone_is_told_as_it_comes() -> None:
    house = House(rounds=4, way=TOGETHER, encore=True, sudden=True)
    promised, came = [], []
    player = seated(house, right=1.0)
    while player.here != "poster":
        here = player.here
        told = player.stage.scene.go_on if here == "together-reveal" else ""  # type: ignore[attr-defined]
        player.scene()
        if told:
            promised.append(told)
            came.append(player.here)
    assert dict(zip(promised, came, strict=True)) == {
        "to the next question": "together",
        "to the standings": "standings",
        "to the poster": "poster",
    }


def test_the_newcomer_of_a_team_that_had_left_brings_it_back() -> None:
    sides = (Team("Night", TABLE[:2]), Team("Bus", TABLE[2:3]), Team("Band", TABLE[3:4]))
    player = until(seated(House(rounds=3, way=TEAMS), teams=sides), "standings")
    desk(player)
    player.press(Choose(2))
    sure(player, "d")
    assert player.match.out == {1}
    player.press(Letter("n"), Typed("Polexia"), Action.NEXT, Action.CONFIRM)
    assert player.match.out == frozenset()
    assert player.match.teams == (TABLE[:2], ("Polexia",), TABLE[3:4])


def test_a_tie_that_is_taken_back_to_before_it_came_is_told_once_more() -> None:
    player = Guests(players=TABLE[:2], house=replace(PLAIN, rounds=2, sudden=True), right=0.0)
    while not player.kept or len(player.match.played) < 5:
        player.scene()
    until(player, "gate")
    desk(player)
    sure(player, "u")
    sure(player, "u")
    close(player)
    until(player, "standings")
    scene = player.stage.scene
    assert isinstance(scene, StandingsScene)
    assert scene.below == "Penny and Russell play off the first place"

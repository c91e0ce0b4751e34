from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from game.records import Records
from game.rules.estimate import heckled_share, night_length
from game.rules.house import PLAIN, PRESETS, TOGETHER, USUAL, House
from game.rules.modes import DEAF
from game.rules.turn import BET, HECKLE, STEAL
from game.scenes.poster import PosterScene
from game.scenes.question import QuestionScene
from game.scenes.standings import StandingsScene
from game.story.party import bill
from game.ui.actions import Action, Choose
from tests.rules.nights import go, night
from tests.scenes.look import reading
from tests.story.drive import rack
from tests.story.guests import TABLE, Guests

if TYPE_CHECKING:
    from pathlib import Path

    from game.rules.match import Match
    from game.stage import Stage

EVERYTHING = House(4, "standard", steal=True, heckle=True, encore=True, sudden=True)
SHARED = replace(EVERYTHING, way=TOGETHER, steal=False, heckle=False)
NOW = 1_795_370_000.0


def poster(player: Guests) -> PosterScene:
    assert isinstance(player.stage.scene, PosterScene)
    return player.stage.scene


# -- whole nights ---------------------------------------------------------------------


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("count", [2, 4, 8])
def test_every_preset_is_played_to_its_poster(name: str, count: int) -> None:
    player = Guests(players=TABLE[:count], house=PRESETS[name].house, clock="")
    player.night()
    assert player.here == "poster"
    assert player.match.over
    assert player.match.clock.name == PRESETS[name].house.clock
    assert {act.seat: act.score for act in poster(player).acts} == dict(
        enumerate(player.match.scores)
    )


@pytest.mark.parametrize("count", [2, 3, 4])
def test_all_together_is_played_to_its_poster(count: int) -> None:
    player = shared_night(count)
    player.night()
    assert player.here == "poster"
    asked = [turn.card for turn in player.match.played]
    rounds = asked[: 4 * count]
    assert rounds == [card for card in dict.fromkeys(rounds) for _ in range(count)]
    shown = list(player.shown())
    assert shown.count("together") == len(set(asked))
    assert "gate" not in shown


def shared_night(count: int, **more: object) -> Guests:
    """A night all together: its way is chosen in the lobby alone."""
    given = Guests(None, (), house=SHARED, **more)  # type: ignore[arg-type]
    given.tonight.names = TABLE[:count]
    given.press(Action.DOWN, Action.CONFIRM, Action.CONFIRM)
    return given


def test_whatever_comes_up_is_explained_the_first_time_and_no_more() -> None:
    player = Guests(house=EVERYTHING)
    told = []
    while player.here != "poster":
        if player.here == "explain":
            told.append(player.stage.scene.what)  # type: ignore[attr-defined]
        player.scene()
    assert told[:3] in (["heckle", "steal", "encore"], ["heckle", "encore", "steal"])
    assert len(told) == len(set(told))


def test_an_encore_explains_nothing_to_the_same_table_again() -> None:
    player = Guests(house=EVERYTHING)
    player.night()
    player.wait(DEAF + 1)
    player.press(Action.CONFIRM)
    assert player.here == "gate"
    player.night()
    shown = list(player.shown())
    assert shown.count("poster") == 2
    assert "explain" not in shown[shown.index("poster") :]


def test_a_miss_is_revealed_once_it_was_offered_to_the_next() -> None:
    player = Guests(house=replace(PLAIN, steal=True), right=0.0)
    player.night(40)
    shown = list(player.shown())
    first = shown.index("steal")
    assert shown[first - 2 : first + 2] == ["question", "explain", "steal", "reveal"]


def test_a_miss_that_ends_a_round_is_offered_and_revealed_before_the_standings() -> None:
    player = Guests(house=replace(PLAIN, steal=True), right=0.0)
    player.night()
    shown = list(player.shown())
    breaks = [at for at, name in enumerate(shown) if name == "standings"]
    assert [shown[at - 2 : at] for at in breaks] == [["steal", "reveal"]] * 4


def test_bets_are_all_placed_before_the_last_round() -> None:
    player = Guests(house=replace(PLAIN, rounds=2, encore=True), right=1.0)
    player.night()
    kinds = [turn.kind for turn in player.match.turns]
    assert kinds == ["answer"] * 4 + [BET] * 4 + ["answer"] * 4


def test_a_tie_for_first_is_played_off_and_the_poster_says_so() -> None:
    player = Guests(players=TABLE[:2], house=replace(PLAIN, rounds=2, sudden=True), right=1.0)
    while player.here != "explain":
        player.scene()
    player.right = 0.5
    player.night()
    acts = poster(player).acts
    assert [act.rank for act in acts] == [1, 2]
    assert acts[0].score == acts[1].score
    assert acts[0].note == "in sudden death"


def test_a_tie_that_the_pack_cannot_play_off_is_told_on_the_poster() -> None:
    tie = go(replace(night(replace(PLAIN, rounds=2, sudden=True)), reserve=()), "xx. x.x")
    assert tie.over
    notes = [act.note for act in bill.poster(rack().open("almost-famous"), tie).acts]
    assert notes == ["undivided: no questions left"] * 2 + [""]


def test_before_a_sudden_death_the_table_shows_who_is_level_even_after_bets() -> None:
    house = replace(PLAIN, rounds=2, encore=True, sudden=True)
    player = Guests(players=TABLE[:2], house=house)
    while not player.kept or len(player.match.played) < 4 or player.here == "reveal":
        if player.here == "question":
            player.answer("x")
        elif player.here == "bet":
            player.press(Choose(0), Action.CONFIRM)
        else:
            player.press(Action.READY)
    assert len(player.match.bets) == 2
    assert isinstance(player.stage.scene, StandingsScene)
    assert player.stage.scene.below == "Penny and Russell play off the first place"
    player.press(Action.READY)
    assert player.here == "explain"


# -- what the next player must not see -------------------------------------------------


@pytest.mark.usefixtures("hidden_window")
@pytest.mark.parametrize("house", [EVERYTHING, PLAIN])
def test_nothing_of_a_question_is_shown_before_its_player_is_ready(house: House) -> None:
    painter, reader = reading()
    looked: list[str] = []

    def watch(stage: Stage) -> None:
        if stage.scene.name not in ("gate", "bet", "standings", "explain"):
            return
        reader.said.clear()
        painter.begin((1280, 720))
        stage.draw(painter)
        looked.append(stage.scene.name)
        match = player.match if player.kept else None
        if match is None or match.over:
            return
        said = "\n".join(text for text, _ in reader.said)
        card = match.card
        assert card.question.stem not in said
        for option in card.options:
            # A short answer such as "one" may stand in any sentence.
            assert len(option.text) < 6 or option.text not in said

    player = Guests(house=house, watch=watch)
    player.night()
    assert {"gate", "standings"} <= set(looked)


def test_the_gate_makes_no_sound_that_tells_one_question_from_another() -> None:
    """What is heard until a question is opened depends on nothing but who is up."""
    heard = []
    for seed in ("7", "8"):
        player = Guests(seed=seed, house=PLAIN)
        player.wait(3)
        heard.append([str(cue) for cue in player.stage.scene.cues])
    assert heard[0] == heard[1]


# -- left and carried on ----------------------------------------------------------------


@pytest.mark.parametrize("house", [EVERYTHING, SHARED])
def test_a_night_left_at_any_scene_ends_as_it_would_have(house: House, tmp_path: Path) -> None:
    whole = shared_night(3) if house is SHARED else Guests(players=TABLE[:3], house=house)
    whole.night()
    scenes = len(whole.seen)
    assert scenes > 12
    for stop in range(5, scenes, 5 if house is EVERYTHING else 3):
        folder = tmp_path / str(stop)
        assert scores_after_a_break(folder, house, stop) == plain_turns(whole.match)


def plain_turns(match: Match) -> list[tuple[object, ...]]:
    """What was done in a match, but not how fast: who comes back to a question needs longer."""
    return [(turn.kind, turn.seat, turn.card, turn.pick, turn.amount) for turn in match.turns]


def scores_after_a_break(folder: Path, house: House, stop: int) -> list[tuple[object, ...]]:
    records = Records.open(folder, now=lambda: NOW)
    if house is SHARED:
        before = shared_night(3, records=records)
    else:
        before = Guests(players=TABLE[:3], house=house, records=records)
    before.night(stop)
    left = before.here
    before.stage.close()
    records.close()
    again = Records.open(folder, now=lambda: NOW)
    after = Guests(None, (), records=again, house=house)
    if left == "poster":
        return plain_turns(before.match)
    assert after.records.unfinished() is not None
    after.kept.append(after.records.unfinished().match)  # type: ignore[union-attr]
    after.press(Action.CONFIRM)
    after.night()
    assert after.here == "poster"
    again.close()
    return plain_turns(after.match)


@pytest.mark.parametrize("kind", [BET, HECKLE, STEAL])
def test_a_night_stopped_in_the_middle_of_an_act_offers_that_very_act(
    kind: str, tmp_path: Path
) -> None:
    records = Records.open(tmp_path, now=lambda: NOW)
    before = Guests(house=EVERYTHING, records=records)
    while before.here != kind or not before.kept:
        before.scene()
    seat, turns = before.stage.scene.seat, len(before.match.turns)  # type: ignore[attr-defined]
    before.stage.close()
    records.close()
    again = Records.open(tmp_path, now=lambda: NOW)
    after = Guests(None, (), records=again)
    after.press(Action.CONFIRM)
    while after.here in ("gate", "explain", "standings"):
        after.press(Action.READY)
    assert (after.here, after.stage.scene.seat) == (kind, seat)  # type: ignore[attr-defined]
    found = again.unfinished()
    assert found is not None
    assert len(found.match.turns) == turns
    after.kept.append(found.match)
    after.scene()
    assert after.here == ("reveal" if kind == STEAL else "gate")
    again.close()


# -- the next night ---------------------------------------------------------------------


def test_an_encore_with_the_same_table_asks_nothing_of_tonight_again() -> None:
    player = Guests(house=USUAL, seed="named")
    player.tonight.fresh = False  # as with a seed named on the command line
    asked: list[str] = []
    for _ in range(4):
        player.night()
        assert player.here == "poster"
        asked += [player.match.cards[turn.card].question.id for turn in player.match.played]
        player.press(Action.CONFIRM)
        player.past_patches()
    assert len(asked) >= 80
    assert len(set(asked)) == len(asked)
    assert player.match.players == TABLE[:4]


def test_an_encore_that_must_ask_again_says_so() -> None:
    player = Guests(players=TABLE[:8], house=replace(PLAIN, rounds=12))
    told = []
    for _ in range(4):
        player.night()
        player.press(Action.CONFIRM)
        player.past_patches()
        while player.here == "ask":
            told.append(player.stage.scene.heading)  # type: ignore[attr-defined]
            player.press(Action.CONFIRM)
    assert told[-1] == "Heard before"
    assert player.here == "gate"


def test_a_host_starts_a_night_for_four_in_under_ten_keys() -> None:
    player = Guests(None, ())
    player.tonight.set(names=TABLE[:4], tables=(TABLE[:4],))
    keys = [Action.DOWN, Action.CONFIRM, Action.CONFIRM, Action.READY]
    player.press(*keys)
    assert len(keys) < 10
    assert isinstance(player.stage.scene, QuestionScene)
    assert player.stage.scene.header.player == TABLE[0]


# -- how long it takes -------------------------------------------------------------------

# Seconds, on average; drawn anew each time from half to one and a half of it.
HUMAN = {
    "gate": 6.0,
    "reveal": 6.0,
    "standings": 10.0,
    "explain": 8.0,
    "answer": 8.0,
    "offer": 3.0,
    "steal": 4.0,
    "heckle": 14.0,
    "bet": 8.0,
    "together-reveal": 6.0,
}


# How much longer an answer takes than against the standard clock.
PATIENCE = {"quick": 0.6, "standard": 1.0, "relaxed": 1.3, "untimed": 1.3}


def guests(name: str, count: int, habits: str) -> Guests:
    """Guests who take their time, playing by a preset."""
    house = PRESETS[name].house

    def human(what: str, roll: Random) -> float:
        slower = PATIENCE[house.clock] if what == "answer" else 1.0
        return HUMAN[what] * roll.uniform(0.5, 1.5) * slower

    return Guests(players=TABLE[:count], house=house, clock="", human=human, habits=habits)


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("count", [2, 4, 8])
def test_the_estimate_of_a_night_is_true_within_a_fifth(name: str, count: int) -> None:
    player = guests(name, count, "habits")
    player.night()
    share = heckled_share(player.tonight.rack.open("almost-famous").questions)
    estimate = night_length(PRESETS[name].house, count, share)
    assert abs(estimate / player.elapsed - 1) < 0.2

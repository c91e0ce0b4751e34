from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from game.scenes.nightlist import SHOWN, NightListScene
from game.scenes.poster import Act, Ending, PosterScene
from game.scenes.scene import PAUSED, Scene
from game.scenes.standings import Between, LedgerLine, Place, StandingsScene
from game.scenes.table import (
    SURE,
    Change,
    Correct,
    Join,
    Leave,
    Person,
    Reorder,
    Return,
    Skip,
    TableScene,
    Undo,
)
from game.ui.actions import Action, Aim, Choose, Letter, Meaning, Typed
from game.ui.props.evenness import evenly
from game.ui.props.poster import Bill, draw_bill
from game.ui.props.poster import _parted as parted
from game.ui.sound import Cue
from tests.scenes.between_page import acts, ledger, members, night, people
from tests.scenes.look import described, lines, reading
from tests.scenes.watch import Watch

UP, DOWN, CONFIRM, BACK = Action.UP, Action.DOWN, Action.CONFIRM, Action.BACK
TEAMS = ("Red", "Blue", "Green", "Gold")
D, U, S = Letter("d"), Letter("u"), Letter("s")


def old(scene: Scene[Any]) -> Watch:
    watch = Watch(scene)
    watch.wait(3)
    return watch


def meant(scene: Scene[Any], *meanings: Meaning) -> Watch:
    """The scene after these, each long enough after the one before."""
    watch = old(scene)
    for meaning in meanings:
        if not watch.over:
            watch.mean(meaning)
            watch.wait(SURE + 0.1)
    return watch


# -- standings ----------------------------------------------------------------------


def standings(lines_of_it: tuple[LedgerLine, ...] = ()) -> StandingsScene:
    return StandingsScene("After round 1", "", (Place(1, 0, "Mia", 10, 10, 0),), lines_of_it)


def test_the_ledger_lies_over_the_scores_and_is_put_away_again() -> None:
    scene = standings(ledger(2))
    watch = old(scene)
    for meaning, state in ((Letter("l"), "ledger"), (Letter("l"), ""), (Letter("l"), "ledger")):
        watch.mean(meaning)
        assert (scene.state, watch.over) == (state, False)
    watch.mean(BACK)
    assert (scene.state, watch.over) == ("", False)
    watch.mean(BACK)
    assert watch.result == PAUSED


def test_there_is_no_ledger_to_open_where_none_was_kept() -> None:
    scene = standings()
    old(scene).mean(Letter("l"))
    assert scene.state == ""


@pytest.mark.parametrize(
    ("meaning", "result"),
    [
        (Letter("t"), Between.TABLE),
        (Action.READY, None),
        (CONFIRM, None),
        (Action.PAUSE, PAUSED),
    ],
)
def test_the_standings_lead_on_from_the_scores_and_from_the_ledger(
    meaning: Meaning, result: object
) -> None:
    for before in ((), (Letter("l"),)):
        watch = old(standings(ledger(2)))
        watch.mean(*before, meaning)
        assert (watch.over, watch.result) == (True, result)


def test_the_ledger_says_that_it_was_even_only_where_it_was() -> None:
    assert evenly(ledger(3)) == "Everyone had 12 easy, 12 medium and 2 hard"
    assert evenly(ledger(3, even=False)) == "What each has been asked so far"
    one = replace(ledger(1)[0], easy=2, medium=0, hard=0)
    assert evenly((one, one)) == "Everyone had 2 easy"
    assert evenly((replace(one, easy=0),)) == "Nobody has been asked anything yet"


@pytest.mark.usefixtures("hidden_window")
def test_who_dropped_out_has_no_rank_and_a_hand_is_shown() -> None:
    painter, _ = reading()
    place = Place(7, 0, "Mia", 10, 0, 0, corrected=50, out=True)
    scene = StandingsScene("", "", (place,))
    scene.age = 9.0
    said = {line.words for line in described(painter, scene, (1280, 720))}
    assert {"–", "dropped out", "by hand +50"} <= said
    assert "7" not in said


# -- the table -----------------------------------------------------------------------


def table(count: int = 3) -> TableScene:
    return TableScene(people(count), "Mia’s answer", can_skip=True)


@pytest.mark.parametrize(
    ("meanings", "change"),
    [
        ((D, D), Leave(0)),
        ((DOWN, D, D), Leave(1)),
        ((Choose(2), D, D), Leave(2)),
        ((U, U), Undo()),
        ((S, S), Skip()),
        ((Action.RIGHT, CONFIRM, CONFIRM), Leave(0)),
        ((Action.RIGHT, UP, Action.READY, CONFIRM), Skip()),
        ((Aim(4), CONFIRM, U), Undo()),
    ],
)
def test_what_cannot_be_taken_back_is_asked_for_twice(
    meanings: tuple[Meaning, ...], change: Change
) -> None:
    watch = meant(table(), *meanings[:-1])
    assert (watch.over, watch.scene.state) == (False, "sure")
    watch.mean(meanings[-1])
    assert watch.result == change


@pytest.mark.parametrize("between", [DOWN, BACK, Choose(1), U, Action.RIGHT, Aim(4)])
def test_anything_else_in_between_is_no_sure(between: Meaning) -> None:
    watch = meant(table(), D, between, D)
    assert not watch.over


def test_a_bounced_key_is_no_sure() -> None:
    watch = old(table())
    watch.mean(D, D)
    watch.wait(SURE - 0.1)
    watch.mean(D)
    assert not watch.over


def test_the_last_two_cannot_drop_out_and_the_others_can() -> None:
    for out, leaves in (((), True), ((0,), False)):
        scene = TableScene(people(3, out))
        watch = meant(scene, DOWN, D, D)
        assert watch.over is leaves
        assert ("two have to stay" in scene.said) is not leaves


def test_of_two_teams_nobody_may_leave_one_empty() -> None:
    three = (Person(0, "A", 0, team=0), Person(1, "B", 0, team=0), Person(2, "C", 0, team=1))
    assert not meant(TableScene(three, teams=TEAMS[:2]), Choose(2), D, D).over
    assert meant(TableScene(three, teams=TEAMS[:2]), Choose(1), D, D).result == Leave(1)


def test_who_dropped_out_comes_back_at_one_press() -> None:
    assert meant(TableScene(people(3, (1,))), DOWN, D).result == Return(1)


@pytest.mark.parametrize(
    ("meanings", "order"),
    [
        ((Letter("o"), DOWN, CONFIRM), (1, 0, 2)),
        ((Letter("o"), DOWN, DOWN, DOWN, Letter("o")), (1, 2, 0)),
        ((DOWN, DOWN, Letter("o"), UP, UP, UP, Action.READY), (2, 0, 1)),
        ((Letter("o"), DOWN, Choose(2), UP, CONFIRM), (1, 2, 0)),
    ],
)
def test_the_order_is_applied_when_it_is_left(
    meanings: tuple[Meaning, ...], order: tuple[int, ...]
) -> None:
    assert meant(table(), *meanings).result == Reorder(order)


@pytest.mark.parametrize("meanings", [(DOWN, BACK), (CONFIRM,), (DOWN, UP, CONFIRM)])
def test_an_order_that_is_as_it_was_changes_nothing(meanings: tuple[Meaning, ...]) -> None:
    scene = table()
    watch = meant(scene, Letter("o"), *meanings)
    assert (watch.over, scene.state, scene.order) == (False, "", [0, 1, 2])


@pytest.mark.parametrize(
    ("meanings", "points"),
    [
        ((UP, UP), 20),
        ((Action.LEFT,), -10),
        ((Typed("5"), Typed("0")), 50),
        ((Typed("-"), Typed("5"), Typed("0")), -50),
        ((Typed("50"), Typed("-")), -50),
        ((Typed("50-"), Typed("-")), 50),
        ((Typed("507"), Action.ERASE), 50),
        ((Typed("-57"), Action.ERASE), -5),
        ((Typed("-99999"),), -123),
        ((Typed("9" * 40),), 999_999 - 123),
        ((Typed("x٣²1 0"),), 10),
    ],
)
def test_a_score_is_corrected_by_what_was_entered_and_never_below_nothing(
    meanings: Sequence[Meaning], points: int
) -> None:
    scene = TableScene((Person(3, "Mia", 123), Person(1, "Bo", 0)))
    assert meant(scene, Letter("c"), *meanings, CONFIRM).result == Correct(3, points)


def test_a_correction_is_left_without_one() -> None:
    for meanings in ((UP, BACK), (CONFIRM,), (UP, Action.REMOVE, CONFIRM), (UP, Choose(1))):
        scene = table()
        watch = meant(scene, Letter("c"), *meanings)
        assert (watch.over, scene.state, scene.typing) == (False, "", False)


def test_the_score_of_a_member_is_that_of_the_team() -> None:
    scene = TableScene(members(7), teams=TEAMS)
    assert meant(scene, Choose(5), Letter("c"), UP, CONFIRM).result == Correct(1, 10)


def test_a_new_player_joins_by_name() -> None:
    scene = table(3)
    assert meant(scene, Letter("n"), Typed(" Pia "), CONFIRM).result == Join("Pia", None)


def test_the_key_that_opens_the_line_is_no_part_of_the_name() -> None:
    watch = old(table(3))
    watch.mean(Letter("n"), Typed("n"))
    watch.wait(0.1)
    watch.mean(Typed("Pia"), CONFIRM)
    assert watch.result == Join("Pia", None)


def test_a_new_member_joins_the_team_chosen() -> None:
    scene = TableScene(members(5), teams=TEAMS)
    watch = meant(scene, Letter("n"), Typed("Pia"), Action.NEXT, DOWN, UP, CONFIRM)
    assert watch.result == Join("Pia", 1)


def test_a_name_that_is_taken_is_refused_until_it_is_another() -> None:
    scene = table()
    watch = meant(scene, Letter("n"), Typed("mIA"), CONFIRM)
    assert (watch.over, scene.said) == (False, "There is a mIA already: add a letter.")
    watch.mean(Typed("2"), CONFIRM)
    assert watch.result == Join("mIA2", None)


def test_a_ninth_does_not_join() -> None:
    scene = table(8)
    watch = meant(scene, Letter("n"))
    assert (scene.state, Cue.WRONG in watch.cues) == ("", True)


def test_what_is_not_to_be_had_is_not_offered() -> None:
    scene = TableScene(people(3), can_join=False)
    assert [deed.key for deed in scene.deeds] == ["D", "C", "O", "U"]
    assert [deed.key for deed in scene.deeds if deed.off] == ["U"]
    meant(scene, S, S, Letter("n"), U, U)
    assert scene.state == ""
    assert "O" not in [deed.key for deed in TableScene(members(5), teams=TEAMS).deeds]


def test_the_table_is_left_by_esc_and_not_by_losing_the_focus() -> None:
    watch = meant(table(), Action.PAUSE)
    assert not watch.over
    watch.mean(BACK)
    assert (watch.over, watch.result) == (True, None)


# -- poster --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("meaning", "ending"),
    [
        (CONFIRM, Ending.AGAIN),
        (Letter("s"), Ending.SAVE),
        (Letter("c"), Ending.COPY),
        (Letter("l"), Ending.SETLIST),
        (BACK, Ending.TITLE),
    ],
)
def test_the_poster_leads_where_its_keys_say_and_space_nowhere(
    meaning: Meaning, ending: Ending
) -> None:
    watch = old(PosterScene("strap", acts(3), (), "text"))
    watch.mean(Action.READY, DOWN, Choose(0), Choose(1), Letter("x"))
    assert not watch.over
    watch.mean(meaning)
    assert watch.result is ending


def sizes(bill: Bill) -> list[tuple[int, float]]:
    """Each act's rank, and the height of its name's letters in the picture."""
    from game.ui.layout import Box
    from game.ui.props.poster import PAPER_HEIGHT, PAPER_WIDTH

    painter, _ = reading()
    painter.begin((3840, 2160))
    draw_bill(painter, Box(0, 0, PAPER_WIDTH, PAPER_HEIGHT), bill)
    tall = {line.words: line.ink.h for line in lines(painter)}
    return [(act.rank, tall[act.name.upper()]) for act in bill.acts]


@pytest.mark.usefixtures("hidden_window")
@pytest.mark.parametrize(
    "ranks", [(1, 2), (1, 1), (1, 2, 2), (1, 2, 2, 4, 5, 6, 7, 7), (1,) * 8, (1, 2, 3, 4, 5, 6)]
)
def test_equal_ranks_are_of_one_size_and_a_better_one_is_larger(ranks: tuple[int, ...]) -> None:
    names = ("HILT", "TILE", "LIFT", "FELT", "HEFT", "FILE", "TELE", "HILL")
    bill = Bill("", tuple(Act(rank, 0, name, 9) for rank, name in zip(ranks, names, strict=False)))
    seen = sizes(bill)
    of = {rank: {size for each, size in seen if each == rank} for rank in ranks}
    assert all(len(each) == 1 for each in of.values())
    in_order = [min(of[rank]) for rank in sorted(of)]
    assert all(one > other for one, other in pairwise(in_order))


def test_equals_stand_in_one_row_where_that_can_be_had() -> None:
    for ranks, rows in (
        ((2, 3, 4), (1, 2)),
        ((2, 2, 4), (2, 1)),
        ((2, 2, 2), (3,)),
        ((2, 3, 3, 3), (1, 3)),
        ((2, 2, 4, 4, 4, 4, 4), (2, 2, 3)),
    ):
        bill = [Act(rank, 0, "", 0) for rank in ranks]
        assert tuple(map(len, parted(bill))) == rows


@pytest.mark.usefixtures("hidden_window")
def test_a_hand_on_the_points_is_owned_up_to_on_the_poster() -> None:
    painter, _ = reading()
    for corrected in (True, False):
        scene = PosterScene("", (Act(1, 0, "Mia", 90, corrected=corrected),), ())
        scene.age = 9.0
        said = {line.words for line in described(painter, scene, (1280, 720))}
        assert {"* corrected by hand", "90*"}.issubset(said) is corrected
        assert ("90" in said) is not corrected


# -- the whole night -----------------------------------------------------------------


def test_the_entry_in_hand_is_in_sight_and_the_first_of_a_round_with_its_heading() -> None:
    scene = NightListScene(night(120, 8))
    watch = old(scene)
    for meaning in [DOWN] * 130 + [UP] * 130 + [Action.RIGHT] * 20 + [Action.LEFT] * 20:
        watch.mean(meaning)
        shown = scene.lines[scene.first : scene.first + SHOWN]
        assert scene.chosen in shown
        assert 0 <= scene.first <= len(scene.lines) - SHOWN
        if scene.chosen % 8 == 0:
            assert scene.played[scene.chosen].round in shown
    assert (scene.chosen, scene.first, watch.over) == (0, 0, False)


def test_left_and_right_go_from_round_to_round_and_stop_at_the_ends() -> None:
    scene = NightListScene(night(12, 3))
    watch = old(scene)
    places = []
    for meaning in (Action.RIGHT,) * 6 + (UP,) + (Action.LEFT,) * 5:
        watch.mean(meaning)
        places.append(scene.chosen)
    assert places == [3, 6, 9, 10, 11, 11, 10, 9, 6, 3, 0, 0]


def test_the_night_is_left_by_agreeing_or_esc() -> None:
    for meaning in (BACK, CONFIRM, Action.READY):
        watch = old(NightListScene(night(2, 2)))
        watch.mean(Aim(1), Choose(0), Action.PAUSE)
        assert not watch.over
        watch.mean(meaning)
        assert (watch.over, watch.result) == (True, None)

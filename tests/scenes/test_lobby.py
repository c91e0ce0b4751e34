from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.house import (
    FEWEST,
    FEWEST_TEAMS,
    MOST_PEOPLE,
    MOST_ROUNDS,
    MOST_TEAMS,
    PRESETS,
    SWITCHES,
    TEAMS,
    TOGETHER,
    USUAL,
    House,
    preset_of,
)
from game.rules.modes import CLOCKS, MODES
from game.scenes.lobby import (
    ARROW,
    RULE,
    START,
    TAG,
    CheckKeys,
    LobbyScene,
    Start,
    Table,
    Team,
)
from game.ui.actions import Action, Aim, Choose, Letter, Meaning, Recall, Typed
from game.ui.lineup import FEWEST_SIDES, SEATS, SIDE, SIDES
from game.ui.props.outlook import about
from game.ui.sound import Cue
from game.ui.text.clusters import clusters
from tests.scenes.lobby_page import FOUR, LONG, lobby
from tests.scenes.look import described, reading
from tests.scenes.watch import Watch

IN_TEAMS, AT_ONCE = replace(USUAL, way=TEAMS), replace(USUAL, way=TOGETHER)
KIDS = PRESETS["kids"].house


def watched(scene: LobbyScene) -> Watch:
    watch = Watch(scene)
    watch.wait(0.5)
    return watch


def typed(*names: str) -> Watch:
    watch = watched(LobbyScene())
    for name in names:
        watch.mean(Typed(name), Action.CONFIRM)
    return watch


def scene_of(watch: Watch) -> LobbyScene:
    assert isinstance(watch.scene, LobbyScene)
    return watch.scene


def row_of(scene: LobbyScene, name: str) -> int:
    return tuple(scene.clauses).index(name)


def pressed(scene: LobbyScene, *meanings: Meaning) -> LobbyScene:
    for meaning in meanings:
        scene.handle(meaning)
    return scene


# -- starting ---------------------------------------------------------------------


def test_a_remembered_table_starts_with_one_enter_by_the_rules_it_is_given() -> None:
    watch = watched(LobbyScene(FOUR, KIDS))
    assert not watch.scene.typing
    watch.mean(Action.CONFIRM)
    assert watch.result == Start(Table(FOUR, KIDS))


def test_a_double_press_on_the_way_here_starts_nothing() -> None:
    watch = Watch(LobbyScene(FOUR))
    watch.wait(0.2)
    watch.mean(Action.CONFIRM, Choose(START))
    assert not watch.over


def test_names_are_typed_one_after_the_other_and_a_second_enter_starts() -> None:
    watch = typed("Mia", "Bo", "Penny")
    watch.mean(Action.CONFIRM)
    assert (watch.over, scene_of(watch).chosen) == (False, START)
    watch.mean(Action.CONFIRM)
    assert watch.result == Start(Table(("Mia", "Bo", "Penny"), USUAL))


def test_enter_on_the_last_of_eight_names_goes_to_the_start() -> None:
    watch = typed(*"ABCDEFGH")
    assert (scene_of(watch).chosen, watch.over) == (START, False)


@pytest.mark.parametrize("names", [(), ("Mia",)])
def test_fewer_than_two_names_start_nothing_and_the_next_line_is_in_hand(
    names: tuple[str, ...],
) -> None:
    watch = watched(LobbyScene(names))
    watch.mean(Choose(START))
    assert not watch.over
    assert (scene_of(watch).state, scene_of(watch).chosen) == ("short", len(names))
    assert Cue.WRONG in watch.cues


def test_esc_goes_back() -> None:
    watch = typed("Mia", "Bo")
    watch.mean(Action.BACK)
    assert (watch.over, watch.result) == (True, None)


@pytest.mark.parametrize(
    "meaning", [Aim(3), Aim(START), Letter("x"), Action.PAUSE, Action.ERASE, Typed("x")]
)
def test_what_means_nothing_at_the_start_changes_nothing(meaning: Meaning) -> None:
    watch = watched(LobbyScene(FOUR))
    before = scene_of(watch).draft
    watch.mean(meaning)
    assert (scene_of(watch).draft, scene_of(watch).chosen, watch.over) == (before, START, False)


# -- names ------------------------------------------------------------------------


def test_the_letters_are_text_on_a_name_and_commands_elsewhere() -> None:
    scene = LobbyScene(FOUR)
    assert [scene.typing, pressed(scene, Action.UP).typing] == [False, True]
    assert not pressed(scene, Action.NEXT).typing


def test_a_name_may_have_spaces_and_any_script_and_is_erased_by_whole_letters() -> None:
    scene = pressed(LobbyScene(), *map(Typed, " Zoe\u0308  👩‍🚀"))
    assert scene.table.names == ("Zoë 👩‍🚀",)
    assert pressed(scene, Action.ERASE, Action.ERASE, Action.ERASE).table.names == ("Zo",)


def test_namesakes_are_told_apart() -> None:
    assert scene_of(typed("Mia", "mia", "MIA")).table.names == ("Mia", "mia 2", "MIA 3")


def test_a_paste_of_a_megabyte_is_a_short_name() -> None:
    (name,) = pressed(LobbyScene(), Typed("word " * 200_000)).table.names
    assert len(clusters(name)) <= 24
    assert name.startswith("word word")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\t", "\u2028"])
def test_a_pasted_line_end_is_a_space(end: str) -> None:
    assert pressed(LobbyScene(), Typed(f"Mia{end}Bo")).table.names == ("Mia Bo",)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("👩‍👩‍👧‍👦 Fam", ("👩‍👩‍👧‍👦 Fam",)),
        ("أم كلثوم", ("أم كلثوم",)),
        ("שׁלום", ("שׁלום",)),
        ("क्षत्रिय", ("क्षत्रिय",)),
        ("\u202eevil", ("evil",)),
        ("a\x00b\x1b", ("ab",)),
        ("\u200b\u2060", ()),
        ("\ud800x", ("\ufffdx",)),
    ],
)
def test_names_of_any_script_are_kept_and_what_hides_is_not(
    written: str, kept: tuple[str, ...]
) -> None:
    assert pressed(LobbyScene(), Typed(written)).table.names == kept


def test_the_number_that_tells_namesakes_apart_may_be_taken_itself() -> None:
    assert scene_of(typed("Mia 3", "Mia", "Mia")).table.names == ("Mia 3", "Mia", "Mia 4")


def test_a_seat_left_empty_is_not_played() -> None:
    assert LobbyScene(("Mia", "", "Lu")).table.names == ("Mia", "Lu")


@given(
    st.lists(
        st.sampled_from(["Mia", "mia", "Mia 2", "Mia 3", "Mia 4", "W" * 24, "ẞ", "ss", "é", "É"])
        | st.text(max_size=30),
        min_size=SEATS,
        max_size=SEATS,
    )
)
@settings(max_examples=300)
def test_no_two_players_are_called_alike_and_nobody_is_called_nothing(written: list[str]) -> None:
    players = LobbyScene(tuple(written)).table.names
    assert len({name.casefold() for name in players}) == len(players)
    assert all(1 <= len(clusters(name)) <= 24 for name in players)
    assert all(name == name.strip() and "\n" not in name for name in players)


def test_a_line_left_empty_closes_up_and_what_was_aimed_at_is_in_hand() -> None:
    scene = pressed(LobbyScene(FOUR), Choose(1), Action.ERASE, Action.ERASE, Action.DOWN)
    assert scene.table.names == ("Mia", "Penny", "Lu")
    assert scene.draft.lineup.at(scene.chosen) == "Penny"


def test_an_empty_line_in_the_middle_holds_up_nobody() -> None:
    scene = pressed(LobbyScene(FOUR, IN_TEAMS), Choose(1), Action.ERASE, Action.ERASE)
    assert [team.members for team in scene.table.teams] == [("Mia", "Penny"), ("Lu",)]


def test_a_player_moves_past_a_neighbour_and_stays_in_hand() -> None:
    scene = pressed(LobbyScene(FOUR), Choose(0), Action.LOWER, Action.LOWER)
    assert (scene.table.names, scene.chosen) == (("Bo", "Penny", "Mia", "Lu"), 2)
    assert pressed(scene, Action.RAISE, Action.RAISE, Action.RAISE).table.names == FOUR
    assert scene.chosen == 0


def test_who_is_taken_out_comes_back_with_undo_to_the_same_seat() -> None:
    scene = pressed(LobbyScene(FOUR), Choose(1), Action.REMOVE)
    assert scene.table.names == ("Mia", "Penny", "Lu")
    assert pressed(scene, Action.UNDO).table.names == FOUR


def test_undo_takes_back_letters_as_one_step_and_then_what_was_before() -> None:
    scene = pressed(LobbyScene(FOUR), Choose(3), Action.REMOVE, *map(Typed, "Anna"))
    assert scene.table.names == ("Mia", "Bo", "Penny", "Anna")
    assert pressed(scene, Action.UNDO).table.names == ("Mia", "Bo", "Penny")
    assert pressed(scene, Action.UNDO).table.names == FOUR
    assert pressed(scene, Action.UNDO).table.names == FOUR


def test_a_table_of_another_night_sits_down_while_a_name_is_typed_and_can_be_sent_away() -> None:
    tables = (("Ada", "Grace"), FOUR)
    scene = pressed(lobby(tables=tables), Typed("M"), Recall(1))
    assert (scene.table.names, scene.chosen) == (FOUR, START)
    assert pressed(scene, Recall(0)).table.names == ("Ada", "Grace")
    assert pressed(scene, Recall(3)).table.names == ("Ada", "Grace")
    assert pressed(scene, Action.UNDO, Action.UNDO).table.names == ("M",)


# -- from place to place ----------------------------------------------------------


def test_tab_goes_from_names_to_rules_to_the_start_and_back_to_where_each_was_left() -> None:
    scene = pressed(LobbyScene(FOUR), Choose(2), Action.NEXT, Action.DOWN)
    assert scene.chosen == RULE + 1
    places = [pressed(scene, Action.NEXT).chosen for _ in range(3)]
    assert places == [START, 2, RULE + 1]
    assert [pressed(scene, Action.PREVIOUS).chosen for _ in range(3)] == [2, START, RULE + 1]


@pytest.mark.parametrize("house", [USUAL, IN_TEAMS, AT_ONCE])
@pytest.mark.parametrize("column", [Action.LEFT, Action.RIGHT])
def test_down_and_up_go_through_a_column_and_the_start_and_come_round(
    house: House, column: Action
) -> None:
    scene = pressed(LobbyScene(FOUR, house), column)
    there = [scene.chosen]
    while scene.chosen != START:
        there.append(pressed(scene, Action.DOWN).chosen)
    first = SIDE if house == IN_TEAMS and column is Action.LEFT else there[0]
    assert pressed(scene, Action.DOWN).chosen == first
    back = [pressed(scene, Action.UP).chosen for _ in there]
    assert back == there[::-1] if first == there[0] else [START, *there[:0:-1]]


def test_sideways_leads_from_the_start_to_either_column_and_from_a_name_to_the_rules() -> None:
    scene = pressed(LobbyScene(FOUR), Action.LEFT)
    assert scene.chosen == 0
    assert pressed(scene, Action.LEFT).chosen == 0
    assert pressed(scene, Action.RIGHT).chosen == RULE


# -- teams ------------------------------------------------------------------------


def test_everyone_is_in_one_of_two_teams_from_the_start() -> None:
    table = LobbyScene(FOUR, IN_TEAMS).table
    assert table.teams == (Team(SIDES[0], ("Mia", "Penny")), Team(SIDES[1], ("Bo", "Lu")))


@pytest.mark.parametrize("change", [Action.RIGHT, Action.LEFT, Choose(TAG)])
def test_one_key_or_click_changes_a_players_team(change: Meaning) -> None:
    scene = pressed(LobbyScene(FOUR, IN_TEAMS), Choose(0), change)
    assert [team.members for team in scene.table.teams] == [("Penny",), ("Mia", "Bo", "Lu")]


def test_a_team_goes_with_the_player_who_moves() -> None:
    scene = pressed(LobbyScene(FOUR, IN_TEAMS), Choose(0), Action.LOWER)
    assert [team.members for team in scene.table.teams] == [("Mia", "Penny"), ("Bo", "Lu")]


def test_an_empty_team_starts_nothing_and_is_named() -> None:
    watch = watched(LobbyScene(FOUR[:2], IN_TEAMS))
    watch.mean(Choose(0), Action.RIGHT, Choose(START))
    assert not watch.over
    assert SIDES[0] in scene_of(watch).trouble


def test_a_third_team_takes_players_and_gives_them_back_when_it_goes() -> None:
    scene = LobbyScene(FOUR, IN_TEAMS)
    before, arrow = scene.table, ARROW + 2 * row_of(scene, "teams")
    pressed(scene, Choose(arrow + 1))
    assert [team.members for team in scene.table.teams] == [("Mia", "Lu"), ("Bo",), ("Penny",)]
    assert pressed(scene, Choose(arrow)).table == before


def test_there_are_two_to_four_teams() -> None:
    scene = LobbyScene(LONG, IN_TEAMS)
    arrow = ARROW + 2 * row_of(scene, "teams")
    assert len(pressed(scene, *[Choose(arrow)] * 5).table.teams) == 2
    assert len(pressed(scene, *[Choose(arrow + 1)] * 5).table.teams) == 4


def test_a_team_is_called_what_is_typed_and_the_usual_name_where_that_is_taken_away() -> None:
    scene = pressed(LobbyScene(FOUR, IN_TEAMS), Choose(SIDE + 1), *map(Typed, "The cats "))
    assert scene.table.teams[1].name == "The cats"
    assert pressed(scene, Action.REMOVE).table.teams[1].name == SIDES[1]


def test_two_teams_cannot_have_one_name() -> None:
    scene = LobbyScene(FOUR, IN_TEAMS)
    pressed(scene, Choose(SIDE), Typed("Cats"), Choose(SIDE + 1), Typed("cats"))
    assert [team.name for team in scene.table.teams] == ["Cats", "cats 2"]


def test_teams_of_the_last_night_are_together_again() -> None:
    teams = (Team("A", ("Lu",)), Team("B", ("Mia", "Bo")), Team("C", ("Penny",)))
    assert LobbyScene(FOUR, IN_TEAMS, teams=teams).table.teams == teams


@pytest.mark.parametrize("house", [USUAL, AT_ONCE])
def test_there_are_no_teams_in_another_way(house: House) -> None:
    assert LobbyScene(FOUR, house).table.teams == ()
    assert pressed(LobbyScene(FOUR, house), Choose(SIDE), Choose(TAG)).chosen != SIDE


# -- house rules ------------------------------------------------------------------


@pytest.mark.parametrize("name", SWITCHES)
def test_every_mechanic_has_its_own_switch_with_its_sentence(name: str) -> None:
    scene = LobbyScene(FOUR)
    row, before = row_of(scene, name), getattr(scene.draft.house, name)
    for meaning in (Choose(RULE + row), Action.CONFIRM, Action.READY, Action.LEFT, Action.RIGHT):
        pressed(scene, meaning)
        before = not before
        assert getattr(scene.draft.house, name) is before
    assert scene.clauses[name].says == SWITCHES[name].says


@pytest.mark.parametrize("name", [name for name, each in SWITCHES.items() if len(each.ways) < 3])
def test_a_switch_without_meaning_says_why_and_keeps_what_it_was(name: str) -> None:
    house = House(way=TOGETHER, steal=name == "steal", heckle=name == "heckle")
    scene = LobbyScene(FOUR, house)
    clause = scene.clauses[name]
    assert clause.void
    assert clause.says != SWITCHES[name].says
    pressed(scene, Choose(RULE + row_of(scene, name)), Action.RIGHT)
    assert scene.table.house == house


def test_all_rounds_and_clocks_can_be_had() -> None:
    scene = pressed(LobbyScene(FOUR), Choose(RULE + row_of(LobbyScene(), "rounds")))
    pressed(scene, *[Action.LEFT] * 20)
    rounds = [scene.table.house.rounds]
    while scene.table.house.rounds < MOST_ROUNDS:
        rounds.append(pressed(scene, Action.RIGHT).table.house.rounds)
    assert rounds == list(range(2, 16))
    assert pressed(scene, Action.RIGHT).table.house.rounds == 15
    assert pressed(scene, Action.CONFIRM).table.house.rounds == 2
    pressed(scene, Action.DOWN)
    clocks = {pressed(scene, Action.RIGHT).table.house.clock for _ in CLOCKS}
    assert clocks == set(CLOCKS)


def test_the_presets_go_round_and_show_their_names() -> None:
    scene = pressed(LobbyScene(FOUR, IN_TEAMS), Choose(RULE))
    seen = []
    for _ in PRESETS:
        pressed(scene, Action.RIGHT)
        seen.append((scene.clauses["preset"].value, scene.table.house.way))
    titles = [preset.title for preset in PRESETS.values()]
    assert seen == [(title, TEAMS) for title in (*titles[1:], titles[0])]


def test_rules_of_ones_own_are_called_so_and_are_not_lost_among_the_presets() -> None:
    scene = pressed(LobbyScene(FOUR), Choose(RULE + row_of(LobbyScene(), "heckle")))
    own = scene.table.house
    assert (scene.clauses["preset"].value, preset_of(own)) == ("your own", None)
    pressed(scene, Choose(RULE), *[Action.RIGHT] * 3)
    assert scene.table.house == KIDS
    pressed(scene, *[Action.LEFT] * 3)
    assert scene.table.house == own


def test_more_than_four_cannot_play_all_together_and_the_start_says_how_many_to_take_out() -> None:
    watch = watched(LobbyScene(LONG[:6], AT_ONCE))
    watch.mean(Choose(START))
    assert (watch.over, scene_of(watch).chosen) == (False, 4)
    assert "take two names out" in scene_of(watch).trouble
    watch.mean(Action.REMOVE, Action.REMOVE, Choose(START))
    assert watch.result == Start(Table(LONG[:4], AT_ONCE))


def test_the_key_check_is_there_all_together_only_and_results_in_the_table() -> None:
    assert "keys" not in LobbyScene(FOUR).clauses | LobbyScene(FOUR, IN_TEAMS).clauses
    watch = watched(LobbyScene(FOUR, AT_ONCE))
    watch.mean(Choose(RULE + row_of(scene_of(watch), "keys")))
    assert watch.result == CheckKeys(Table(FOUR, AT_ONCE))


def test_changing_the_way_loses_no_rule_and_no_name() -> None:
    scene = pressed(LobbyScene(LONG), Choose(RULE + row_of(LobbyScene(), "way")))
    ways = [pressed(scene, Action.RIGHT).table.house.way for _ in range(3)]
    assert ways == [TEAMS, TOGETHER, USUAL.way]
    assert (scene.table.names, scene.table.house) == (LobbyScene(LONG).table.names, USUAL)


# -- what is shown ----------------------------------------------------------------


@pytest.mark.usefixtures("hidden_window")
def test_the_length_of_the_night_follows_every_change() -> None:
    painter, _ = reading()
    scene = LobbyScene(FOUR, estimate=lambda house, seats: 60.0 * house.rounds * seats)
    scene.age = 9.0

    def said() -> set[str]:
        return {line.words for line in described(painter, scene, (1280, 720))}

    assert "about 20 minutes" in said()
    pressed(scene, Choose(0), Action.REMOVE)
    assert "about 15 minutes" in said()
    row = ARROW + 2 * row_of(scene, "rounds")
    pressed(scene, *[Choose(row)] * 3)
    assert "about 6 minutes" in said()
    pressed(scene, Choose(ARROW + 3))
    assert "about 4 minutes" in said()


@pytest.mark.usefixtures("hidden_window")
def test_how_the_key_check_went_stands_there_all_together_only() -> None:
    painter, _ = reading()
    for house, there in ((USUAL, False), (IN_TEAMS, False), (AT_ONCE, True)):
        scene = lobby(FOUR, house, board="All is well.")
        said = {line.words for line in described(painter, scene, (1280, 720))}
        assert ("All is well." in said) is there


@pytest.mark.usefixtures("hidden_window")
@pytest.mark.parametrize("house", [USUAL, IN_TEAMS, AT_ONCE])
def test_everything_that_can_be_clicked_is_understood(house: House) -> None:
    painter, _ = reading()
    for first in (START, 0, SIDE, RULE):
        scene = lobby(FOUR, house, Choose(first) if first != START else Aim(0), tables=(LONG,))
        described(painter, scene, (1280, 720))
        for target in painter.targets:
            again = lobby(FOUR, house, Choose(first) if first != START else Aim(0), tables=(LONG,))
            before = again.draft, again.chosen
            done = again.handle(target.press)
            at_rest = (again.draft, again.chosen) == before and not again.cues
            at_home = isinstance(target.press, Choose) and target.press.index == again.chosen
            assert done is not None or at_home or not at_rest, target.press


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (20, "about 1 minute"),
        (240, "about 4 minutes"),
        (2040, "about 35 minutes"),
        (3600, "about 1 hour"),
        (5400, "about 1½ hours"),
        (7300, "about 2 hours"),
    ],
)
def test_a_length_is_said_as_one_says_it(seconds: float, words: str) -> None:
    assert about(seconds) == words


# -- whatever is pressed ----------------------------------------------------------

MEANINGS = st.one_of(
    st.sampled_from([each for each in Action if each is not Action.BACK]),
    st.integers(0, 90).map(Choose),
    st.integers(0, 5).map(Recall),
    (st.sampled_from(["Mia", " ", "é", "👩‍🚀", "\u200b", "W" * 30]) | st.text(max_size=4)).map(
        Typed
    ),
)


@given(st.lists(MEANINGS, max_size=60), st.sampled_from([USUAL, IN_TEAMS, AT_ONCE]))
@settings(max_examples=200)
def test_whatever_is_pressed_a_table_that_starts_can_be_played(
    meanings: list[Meaning], house: House
) -> None:
    scene = LobbyScene(FOUR, house, (LONG, ("Ada", "Grace")))
    for meaning in meanings:
        done = scene.handle(meaning)
        assert scene.chosen in {*range(SEATS + 1), *range(RULE, RULE + 10), *range(SIDE, SIDE + 4)}
        names = scene.table.names
        assert len({name.casefold() for name in names}) == len(names) <= SEATS
        assert all(1 <= len(clusters(name)) <= 24 for name in names)
        if done is not None and isinstance(done.result, Start):
            table = done.result.table
            assert 2 <= len(names) <= (4 if table.house.way == TOGETHER else 8)
            if table.house.way == TEAMS:
                assert all(team.members for team in table.teams)
                assert sorted(sum((team.members for team in table.teams), ())) == sorted(names)


def test_the_lobby_has_room_for_all_who_may_play_and_no_more() -> None:
    party = MODES["party"]
    assert (party.fewest, party.most, SEATS) == (FEWEST, MOST_PEOPLE, MOST_PEOPLE)
    assert (FEWEST_SIDES, len(SIDES)) == (FEWEST_TEAMS, MOST_TEAMS)

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenes.names import MOST, START, NamesScene
from game.ui.actions import Action, Choose, Typed
from game.ui.sound import Cue
from game.ui.text.clusters import clusters
from tests.scenes.watch import Watch


def names(*typed: str) -> Watch:
    watch = Watch(NamesScene())
    for name in typed:
        watch.mean(Typed(name), Action.CONFIRM)
    return watch


def scene_of(watch: Watch) -> NamesScene:
    assert isinstance(watch.scene, NamesScene)
    return watch.scene


def test_names_are_typed_one_after_the_other_and_enter_on_an_empty_line_starts() -> None:
    watch = names("Mia", "Bo", "Penny")
    assert (scene_of(watch).players, watch.scene.state) == (("Mia", "Bo", "Penny"), "ready")
    watch.mean(Action.CONFIRM)
    assert watch.result == ("Mia", "Bo", "Penny")


def test_one_name_is_not_enough() -> None:
    watch = names("Mia")
    watch.mean(Action.CONFIRM, Choose(START))
    assert not watch.over
    assert watch.cues.count(Cue.WRONG) == 2


def test_eight_names_start_with_enter_on_the_last() -> None:
    watch = names(*"ABCDEFGH")
    assert watch.result == tuple("ABCDEFGH")


def test_letters_arrive_one_by_one_and_spaces_between_them_stay() -> None:
    watch = Watch(NamesScene())
    for letter in " Mia  Lu ":
        watch.mean(Typed(letter))
    assert scene_of(watch).typed[0] == "Mia Lu "
    assert scene_of(watch).players == ("Mia Lu",)


def test_erasing_takes_a_whole_letter() -> None:
    watch = Watch(NamesScene())
    watch.mean(Typed("Zoe\u0308👩‍🚀"), Action.ERASE)
    assert scene_of(watch).typed[0] == "Zoë"
    watch.mean(*[Action.ERASE] * 9)
    assert scene_of(watch).typed[0] == ""


def test_a_paste_of_a_megabyte_is_a_short_name() -> None:
    watch = Watch(NamesScene())
    watch.mean(Typed("word " * 200_000))
    assert len(clusters(scene_of(watch).typed[0])) <= 24
    assert scene_of(watch).typed[0].startswith("word word")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\t", "\u2028"])
def test_a_pasted_line_end_is_a_space(end: str) -> None:
    watch = Watch(NamesScene())
    watch.mean(Typed(f"Mia{end}Bo"))
    assert scene_of(watch).typed[0] == "Mia Bo"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("👩‍👩‍👧‍👦 Fam", "👩‍👩‍👧‍👦 Fam"),
        ("أم كلثوم", "أم كلثوم"),
        ("שׁלום", "שׁלום"),
        ("क्षत्रिय", "क्षत्रिय"),
        ("\u202eevil", "evil"),
        ("a\x00b\x1b", "ab"),
        ("\u200b\u2060", ""),
        ("\ud800x", "\ufffdx"),
    ],
)
def test_names_of_any_script_are_kept_and_what_hides_is_not(typed: str, kept: str) -> None:
    watch = Watch(NamesScene())
    watch.mean(Typed(typed))
    assert scene_of(watch).typed[0] == kept


def test_the_order_of_seats_is_moved_through_and_comes_round() -> None:
    watch = Watch(NamesScene())
    watch.mean(Action.UP)
    assert scene_of(watch).chosen == START
    watch.mean(Typed("lost"), Action.ERASE, Action.REMOVE, Action.NEXT)
    assert (scene_of(watch).chosen, scene_of(watch).typed) == (0, [""] * MOST)


def test_removing_a_name_closes_the_row() -> None:
    watch = names("Mia", "Bo", "Lu")
    watch.mean(Choose(1), Action.REMOVE)
    assert scene_of(watch).players == ("Mia", "Lu")


def test_a_seat_left_empty_is_not_played() -> None:
    watch = Watch(NamesScene(("Mia", "", "Lu")))
    assert scene_of(watch).players == ("Mia", "Lu")


def test_names_of_last_time_are_there_and_the_next_empty_seat_is_chosen() -> None:
    scene = NamesScene(("Mia", "Bo"))
    assert (scene.players, scene.chosen) == (("Mia", "Bo"), 2)


def test_esc_goes_back_without_names() -> None:
    watch = names("Mia", "Bo")
    watch.mean(Action.BACK)
    assert (watch.over, watch.result) == (True, None)


def test_namesakes_are_told_apart_by_a_number() -> None:
    assert scene_of(names("Mia", "mia", "MIA")).players == ("Mia", "mia 2", "MIA 3")


def test_the_number_itself_may_be_taken() -> None:
    assert scene_of(names("Mia 3", "Mia", "Mia")).players == ("Mia 3", "Mia", "Mia 4")


@given(
    st.lists(
        st.sampled_from(["Mia", "mia", "Mia 2", "Mia 3", "Mia 4", "W" * 24, "ẞ", "ss", "é", "É"])
        | st.text(max_size=30),
        min_size=MOST,
        max_size=MOST,
    )
)
@settings(max_examples=300)
def test_no_two_players_are_called_alike_and_nobody_is_called_nothing(typed: list[str]) -> None:
    players = NamesScene(tuple(typed)).players
    assert len({name.casefold() for name in players}) == len(players)
    assert all(1 <= len(clusters(name)) <= 24 for name in players)
    assert all(name == name.strip() and "\n" not in name for name in players)

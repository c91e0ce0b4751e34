from __future__ import annotations

from itertools import combinations as pairs
from itertools import product

import pygame
import pytest

from game.ui import keys
from game.ui.actions import Action, Struck
from game.ui.boards import ARRANGEMENTS, SPOTS, USUAL_BOARD, combinations, labels
from game.ui.layout import Box
from game.ui.props.board import seats_of

NAMES = pytest.mark.parametrize("name", ARRANGEMENTS)
# The keys of a finger share a wire on most boards: so these columns, from 1 Q A Z on.
COLUMNS = ("1QAZ", "2WSX", "3EDC", "4RFV5TGB", "6YHN7UJM", "8IK,", "9OL.", "0P;/")


def test_the_usual_board_is_one_of_them() -> None:
    assert USUAL_BOARD in ARRANGEMENTS
    assert len(ARRANGEMENTS) >= 3


@NAMES
def test_no_key_is_in_two_clusters_nor_one_that_all_share(name: str) -> None:
    taken = [key for cluster in ARRANGEMENTS[name].clusters for key in cluster]
    common = {pygame.KSCAN_SPACE, pygame.KSCAN_RETURN, pygame.KSCAN_ESCAPE, pygame.KSCAN_F11}
    assert len(set(taken)) == 16
    assert not common & set(taken)


@NAMES
def test_a_cluster_lies_as_the_answers_stand(name: str) -> None:
    for cluster in ARRANGEMENTS[name].clusters:
        first, second, third, fourth = (SPOTS[key] for key in cluster)
        assert (second.x, second.y) == (first.right, first.y)
        assert (fourth.x, fourth.y) == (third.right, third.y)
        assert first.bottom == third.y
        # Rows of a keyboard are shifted, by half a key at most.
        assert abs(third.x - first.x) <= 0.5


@NAMES
def test_clusters_follow_each_other_from_left_to_right(name: str) -> None:
    middles = [
        sum(SPOTS[key].centre[0] for key in cluster) for cluster in ARRANGEMENTS[name].clusters
    ]
    assert middles == sorted(middles)


@NAMES
def test_two_clusters_never_share_a_column(name: str) -> None:
    column = {
        getattr(pygame, f"KSCAN_{_SIGNS.get(sign, sign)}"): number
        for number, signs in enumerate(COLUMNS)
        for sign in signs
    }
    for one, other in pairs(ARRANGEMENTS[name].clusters, 2):
        # The number pad has columns of its own.
        assert not {column[key] for key in one if key in column} & {
            column[key] for key in other if key in column
        }, (one, other)


_SIGNS = {",": "COMMA", ".": "PERIOD", ";": "SEMICOLON", "/": "SLASH"}


@NAMES
@pytest.mark.parametrize(("count", "dealt"), [(1, (0,)), (2, (0, 3)), (3, (0, 2, 3))])
def test_fewer_players_sit_far_apart(name: str, count: int, dealt: tuple[int, ...]) -> None:
    arrangement = ARRANGEMENTS[name]
    assert arrangement.dealt(count) == tuple(arrangement.clusters[n] for n in dealt)
    assert arrangement.dealt(4) == arrangement.clusters


@pytest.mark.parametrize("count", [2, 3, 4])
def test_everyone_holds_every_key_of_theirs_once_with_the_others(count: int) -> None:
    asked = combinations(count)
    for number in range(count):
        places = [each[number] for each in asked]
        assert sorted(places) == sorted([0, 1, 2, 3] * (len(asked) // 4))
    assert len(set(asked)) == len(asked)


def test_the_mixed_keys_lie_in_both_rows() -> None:
    for places in combinations(4)[4:]:
        assert sorted(place // 2 for place in places) == [0, 0, 1, 1]


def test_no_two_keys_of_the_drawn_board_overlap() -> None:
    for one, other in pairs(SPOTS.values(), 2):
        apart = (
            one.right <= other.x
            or other.right <= one.x
            or one.bottom <= other.y
            or other.bottom <= one.y
        )
        assert apart, (one, other)
    assert all(Box(0, 0, 22.8, 5).w >= spot.right and spot.bottom <= 5 for spot in SPOTS.values())


def test_each_key_has_its_players_seat() -> None:
    clusters = ARRANGEMENTS[USUAL_BOARD].dealt(2)
    seats = seats_of(clusters, (4, 7))
    assert [seats[key] for key in (*clusters[0], *clusters[1])] == [4] * 4 + [7] * 4


@pytest.mark.usefixtures("hidden_window")
def test_labels_are_what_the_layout_writes() -> None:
    written = labels()
    for key in (pygame.K_q, pygame.K_SEMICOLON, pygame.K_1):
        event = next(code for code, text in written.items() if text == chr(key).upper())
        assert written[event] == pygame.key.name(key).upper()
    assert written[pygame.KSCAN_KP_7] == "7"


# -- struck keys ------------------------------------------------------------------


def event(kind: int, key: int, scancode: int, mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(kind, key=key, mod=mod, scancode=scancode, unicode="")


@pytest.mark.parametrize("key", [pygame.K_q, pygame.K_a, pygame.K_ASTERISK, 0x0439])
def test_a_key_is_struck_by_its_place_whatever_is_written_there(key: int) -> None:
    down = keys.struck(event(pygame.KEYDOWN, key, pygame.KSCAN_Q))
    up = keys.struck(event(pygame.KEYUP, key, pygame.KSCAN_Q))
    assert (down, up) == (Struck(pygame.KSCAN_Q, True), Struck(pygame.KSCAN_Q, False))


@pytest.mark.parametrize(
    ("key", "action"),
    [
        (pygame.K_ESCAPE, Action.BACK),
        (pygame.K_PAUSE, Action.PAUSE),
        (pygame.K_F11, Action.FULL_SCREEN),
        (pygame.K_SPACE, Action.READY),
        (pygame.K_RETURN, Action.CONFIRM),
        (pygame.K_KP_ENTER, Action.CONFIRM),
    ],
)
def test_keys_that_all_share_keep_their_meaning_and_say_it_once(key: int, action: Action) -> None:
    assert keys.struck(event(pygame.KEYDOWN, key, 0)) is action
    assert keys.struck(event(pygame.KEYUP, key, 0)) is None


def test_alt_enter_is_full_screen_and_the_mouse_strikes_nothing() -> None:
    enter = event(pygame.KEYDOWN, pygame.K_RETURN, pygame.KSCAN_RETURN, pygame.KMOD_LALT)
    assert keys.struck(enter) is Action.FULL_SCREEN
    assert keys.struck(pygame.event.Event(pygame.TEXTINPUT, text="q")) is None


def test_modifiers_take_no_key_from_a_player() -> None:
    for mod, kind in product((pygame.KMOD_CTRL, pygame.KMOD_SHIFT), (pygame.KEYDOWN, pygame.KEYUP)):
        said = keys.struck(event(kind, pygame.K_z, pygame.KSCAN_Z, mod))
        assert said == Struck(pygame.KSCAN_Z, kind == pygame.KEYDOWN)

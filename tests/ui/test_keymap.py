from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.actions import Action, Choose, Letter, Pressed, Typed
from game.ui.bindings import DEFAULTS, FIXED, Bindings, KeyRefused, called
from game.ui.keys import KEYS, KeyMap, caught

pytestmark = pytest.mark.usefixtures("hidden_window")


def press(key: int, mod: int = 0, scancode: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, scancode=scancode, unicode="")


def test_without_a_change_every_key_says_what_it_always_did() -> None:
    assert {key: KeyMap().meaning(press(key)) for key in KEYS} == dict(KEYS)
    assert {pygame.key.key_code(name): action for action, name in DEFAULTS.items()}.items() <= (
        KEYS.items()
    )


def test_a_changed_key_says_its_new_meaning_and_the_old_key_nothing() -> None:
    keys = KeyMap({"mute": "F9"})
    assert keys.meaning(press(pygame.K_F9)) is Action.MUTE
    assert keys.meaning(press(pygame.K_m)) == Letter("m")


def test_two_keys_change_places() -> None:
    keys = KeyMap({"confirm": "Space"})
    assert keys.meaning(press(pygame.K_SPACE)) is Action.CONFIRM
    assert keys.meaning(press(pygame.K_RETURN)) is Action.READY


@pytest.mark.parametrize(
    "overrides",
    [
        {"confirm": "Warp"},
        {"confirm": ""},
        {"confirm": "\0"},
        {"confirm": "\ud800"},
        {"dance": "X"},
        {"confirm": "Escape"},
        {"up": "Tab", "down": "1", "left": "Keypad 8"},
    ],
)
def test_a_key_that_nobody_has_or_that_is_not_free_is_left_out(overrides: dict[str, str]) -> None:
    assert KeyMap(overrides).bindings == Bindings()


def test_the_page_keys_leaf_unless_they_are_given_another_meaning() -> None:
    pages = (pygame.K_PAGEUP, pygame.K_PAGEDOWN)
    for overrides in ({}, {"left": "J", "right": "K"}):
        said = [KeyMap(overrides).meaning(press(key)) for key in pages]
        assert said == [Action.LEFT, Action.RIGHT]
    given_away = KeyMap({"mute": "PageUp"})
    assert [given_away.meaning(press(key)) for key in pages] == [Action.MUTE, Action.RIGHT]


def test_a_name_is_known_however_it_is_spelled() -> None:
    assert KeyMap({"up": "page up"}).bindings.overrides == {"up": "PageUp"}


NAMES = st.sampled_from([*DEFAULTS.values(), *FIXED, "W", "P", "F1", "PageUp", "é", "x" * 99, ""])
OVERRIDES = st.dictionaries(st.sampled_from([called(each) for each in DEFAULTS]), NAMES)


@given(OVERRIDES)
def test_no_key_has_two_meanings_and_escape_always_goes_back(overrides: dict[str, str]) -> None:
    keys = KeyMap(overrides)
    names = list(keys.bindings.names.values())
    assert len(set(names)) == len(names) == len(DEFAULTS)
    said = {
        action: keys.meaning(press(pygame.key.key_code(name)))
        for action, name in keys.bindings.names.items()
    }
    assert said == {action: action for action in DEFAULTS}
    assert keys.meaning(press(pygame.K_ESCAPE)) is Action.BACK
    assert keys.meaning(press(pygame.K_KP_ENTER)) is Action.CONFIRM


@given(st.lists(st.tuples(st.sampled_from(list(DEFAULTS)), NAMES), max_size=30))
def test_what_was_changed_one_by_one_is_read_back_the_same(
    changes: list[tuple[Action, str]],
) -> None:
    bindings = Bindings()
    for action, name in changes:
        if pygame_knows(name):
            try:
                bindings = bindings.bound(action, name)
            except KeyRefused:
                continue
    assert Bindings.of(bindings.overrides) == bindings
    assert KeyMap(bindings.overrides).bindings == bindings


def pygame_knows(name: str) -> bool:
    try:
        return pygame.key.name(pygame.key.key_code(name), use_compat=False) == name
    except ValueError:
        return False


@pytest.mark.parametrize("name", FIXED)
def test_a_fixed_key_is_refused_with_a_sentence_that_names_it(name: str) -> None:
    with pytest.raises(KeyRefused, match=r"always|of its number|takes a"):
        Bindings().bound(Action.UP, name)


def test_back_takes_no_key_from_another_since_that_could_not_have_escape() -> None:
    with pytest.raises(KeyRefused, match="means “confirm”; give that another key first"):
        Bindings().bound(Action.BACK, "Return")
    free = Bindings().bound(Action.BACK, "B")
    keys = KeyMap(free.overrides)
    assert [keys.meaning(press(key)) for key in (pygame.K_b, pygame.K_ESCAPE)] == [Action.BACK] * 2


def test_while_typing_letters_are_text_and_the_default_keys_still_move() -> None:
    keys = KeyMap({"up": "I", "confirm": "Space", "mute": "Keypad +", "full_screen": "F9"})
    typed = [pygame.K_i, pygame.K_SPACE, pygame.K_KP_PLUS]
    assert [keys.meaning(press(key), typing=True) for key in typed] == [None] * 3
    assert keys.meaning(press(pygame.K_UP), typing=True) is Action.UP
    assert keys.meaning(press(pygame.K_RETURN), typing=True) is Action.CONFIRM
    assert keys.meaning(press(pygame.K_F9), typing=True) is Action.FULL_SCREEN
    text = pygame.event.Event(pygame.TEXTINPUT, text="i")
    assert keys.meaning(text, typing=True) == Typed("i")


def test_a_digit_chooses_whatever_is_printed_on_its_key() -> None:
    keys = KeyMap({"up": "&"})
    assert keys.meaning(press(pygame.K_AMPERSAND, scancode=pygame.KSCAN_1)) == Choose(0)


def test_hints_name_the_players_own_keys() -> None:
    assert Bindings.of({"confirm": "Space", "up": "I"}).labels == {
        "↑": "I",
        "Enter": "Space",
        "Space": "Enter",
    }
    assert Bindings.of({"back": "B"}).labels == {}


@pytest.mark.parametrize(
    ("key", "scancode", "said"),
    [
        (pygame.K_x, 0, Pressed("X")),
        (pygame.K_RETURN, 0, Pressed("Return")),
        (pygame.K_AMPERSAND, pygame.KSCAN_1, Pressed("1")),
        (pygame.K_ESCAPE, 0, Action.BACK),
        (pygame.K_LSHIFT, 0, None),
        (99_999_999, 0, None),
    ],
)
def test_the_key_itself_is_caught(key: int, scancode: int, said: object) -> None:
    assert caught(press(key, scancode=scancode)) == said


@given(st.integers(0, 2**31 - 1), st.integers(0, 600))
def test_whatever_is_caught_can_be_kept(key: int, scancode: int) -> None:
    said = caught(press(key, scancode=scancode))
    if isinstance(said, Pressed):
        assert pygame.key.key_code(said.name) >= 0

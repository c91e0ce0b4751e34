from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.actions import Action, Choose, Letter, Meaning, Recall, Typed
from game.ui.keys import KEYS, KeyMap, pastes

meaning = KeyMap().meaning


def press(key: int, mod: int = 0, scancode: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, scancode=scancode, unicode="")


@pytest.mark.parametrize(("key", "action"), KEYS.items())
def test_every_key_of_the_table_says_its_meaning(key: int, action: Action) -> None:
    assert meaning(press(key)) is action


@pytest.mark.parametrize("key", [key for key in KEYS if key not in (pygame.K_SPACE, pygame.K_m)])
def test_keys_that_type_nothing_mean_the_same_while_typing(key: int) -> None:
    assert meaning(press(key), typing=True) is KEYS[key]


@pytest.mark.parametrize("key", [pygame.K_SPACE, pygame.K_a, pygame.K_m, pygame.K_1])
def test_keys_that_type_are_no_commands_while_typing(key: int) -> None:
    assert meaning(press(key, scancode=pygame.KSCAN_1), typing=True) is None


@pytest.mark.parametrize(("first", "count"), [(pygame.KSCAN_1, 8), (pygame.KSCAN_KP_1, 8)])
def test_digits_choose_by_where_they_lie(first: int, count: int) -> None:
    # On a French keyboard the key of the 1 says "&".
    said = [meaning(press(pygame.K_AMPERSAND, scancode=first + n)) for n in range(count)]
    assert said == [Choose(n) for n in range(count)]
    assert meaning(press(pygame.K_9, scancode=first + count)) is None


def test_letters_are_commands_and_m_is_the_sound() -> None:
    assert [meaning(press(ord(letter))) for letter in "adz"] == [
        Letter("a"),
        Letter("d"),
        Letter("z"),
    ]
    assert meaning(press(pygame.K_m)) is Action.MUTE


@pytest.mark.parametrize("mod", [pygame.KMOD_CTRL, pygame.KMOD_ALT, pygame.KMOD_META])
def test_a_letter_with_a_modifier_is_left_to_the_system(mod: int) -> None:
    assert meaning(press(pygame.K_a, mod)) is None


@pytest.mark.parametrize("typing", [False, True])
def test_ctrl_and_a_digit_recalls_something_and_ctrl_z_takes_back_also_while_typing(
    typing: bool,
) -> None:
    held = [press(pygame.K_AMPERSAND, pygame.KMOD_LCTRL, pygame.KSCAN_1 + n) for n in range(4)]
    assert [meaning(event, typing=typing) for event in held] == [Recall(n) for n in range(4)]
    assert meaning(press(pygame.K_z, pygame.KMOD_RCTRL), typing=typing) is Action.UNDO
    assert meaning(press(pygame.K_z), typing=typing) is not Action.UNDO


def test_altgr_and_a_digit_is_left_to_type() -> None:
    altgr = pygame.KMOD_LCTRL | pygame.KMOD_RALT
    assert meaning(press(pygame.K_2, altgr, pygame.KSCAN_2), typing=True) is None


def test_shift_and_an_arrow_moves_the_line_that_is_typed_and_elsewhere_only_the_highlight() -> None:
    arrows = ((pygame.K_UP, Action.RAISE, Action.UP), (pygame.K_DOWN, Action.LOWER, Action.DOWN))
    for key, moved, plain in arrows:
        assert meaning(press(key, pygame.KMOD_LSHIFT), typing=True) is moved
        assert meaning(press(key, pygame.KMOD_LSHIFT)) is plain
        assert meaning(press(key), typing=True) is plain


def test_tab_goes_on_and_shift_tab_back() -> None:
    assert meaning(press(pygame.K_TAB)) is Action.NEXT
    assert meaning(press(pygame.K_TAB, pygame.KMOD_LSHIFT)) is Action.PREVIOUS


def test_alt_enter_is_full_screen() -> None:
    assert meaning(press(pygame.K_RETURN, pygame.KMOD_LALT)) is Action.FULL_SCREEN


@pytest.mark.parametrize(
    ("text", "typing", "said"),
    [("é", True, Typed("é")), (" ", True, Typed(" ")), ("", True, None), ("a", False, None)],
)
def test_typed_text_is_text_only_where_text_is_wanted(
    text: str, typing: bool, said: Meaning | None
) -> None:
    assert meaning(pygame.event.Event(pygame.TEXTINPUT, text=text), typing=typing) == said


def test_letting_go_of_a_key_says_nothing() -> None:
    event = pygame.event.Event(pygame.KEYUP, key=pygame.K_RETURN, mod=0, scancode=0)
    assert meaning(event) is None


@given(st.integers(0, 2**31 - 1), st.integers(0, 2**16 - 1), st.integers(0, 600), st.booleans())
def test_any_key_there_is_means_something_or_nothing(
    key: int, mod: int, scancode: int, typing: bool
) -> None:
    said = meaning(press(key, mod, scancode), typing=typing)
    assert said is None or isinstance(said, Action | Choose | Letter | Recall)


@pytest.mark.parametrize("scancode", [0, pygame.KSCAN_7])
def test_a_stroke_is_a_command_wherever_it_lies(scancode: int) -> None:
    # On a German keyboard it is typed with Shift and the key of the 7.
    event = pygame.event.Event(
        pygame.KEYDOWN, key=pygame.K_7, mod=pygame.KMOD_SHIFT, scancode=scancode, unicode="/"
    )
    assert meaning(event) == Letter("/")
    assert meaning(event, typing=True) is None


@pytest.mark.parametrize(
    ("key", "mod", "wanted"),
    [
        (pygame.K_v, pygame.KMOD_LCTRL, True),
        (pygame.K_INSERT, pygame.KMOD_RSHIFT, True),
        (pygame.K_v, 0, False),
        (pygame.K_v, pygame.KMOD_SHIFT, False),
        (pygame.K_INSERT, 0, False),
        (pygame.K_c, pygame.KMOD_LCTRL, False),
    ],
)
def test_what_is_copied_is_asked_for_by_the_keys_of_the_system(
    key: int, mod: int, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert pastes(press(key, mod)) is wanted

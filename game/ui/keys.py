"""From the keyboard to what the player means: one table, of which the player can change a part."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pygame

from game.ui.actions import Action, Choose, Letter, Meaning, Pressed, Recall, Struck, Typed
from game.ui.bindings import DEFAULTS, Bindings

if TYPE_CHECKING:
    from collections.abc import Mapping

KEYS: Mapping[int, Action] = {
    pygame.K_UP: Action.UP,
    pygame.K_DOWN: Action.DOWN,
    pygame.K_LEFT: Action.LEFT,
    pygame.K_RIGHT: Action.RIGHT,
    pygame.K_RETURN: Action.CONFIRM,
    pygame.K_KP_ENTER: Action.CONFIRM,
    pygame.K_SPACE: Action.READY,
    pygame.K_ESCAPE: Action.BACK,
    pygame.K_PAUSE: Action.PAUSE,
    pygame.K_BACKSPACE: Action.ERASE,
    pygame.K_DELETE: Action.REMOVE,
    pygame.K_F11: Action.FULL_SCREEN,
    pygame.K_m: Action.MUTE,
    pygame.K_PAGEUP: Action.LEFT,
    pygame.K_PAGEDOWN: Action.RIGHT,
}
_FIXED = {
    pygame.K_ESCAPE,
    pygame.K_KP_ENTER,
    pygame.K_PAUSE,
    pygame.K_BACKSPACE,
    pygame.K_DELETE,
}
# They leaf, sideways as the arrows do, unless the player has another use for them.
_LEAFING = (pygame.K_PAGEUP, pygame.K_PAGEDOWN)
# What an arrow says while a name is typed and Shift is held: the line itself moves.
_SHIFTED = {Action.UP: Action.RAISE, Action.DOWN: Action.LOWER}
# No player's cluster lies on these: they keep their meaning where all others are struck.
_COMMON = {
    *(pygame.K_ESCAPE, pygame.K_PAUSE, pygame.K_F11),
    *(pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER),
}
_SILENT = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META
_MODIFIERS = {
    *(pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT),
    *(pygame.K_RALT, pygame.K_LMETA, pygame.K_RMETA, pygame.K_MODE, pygame.K_CAPSLOCK),
    *(pygame.K_NUMLOCK, pygame.K_SCROLLLOCK),
}

# Digits by where they lie: on a French keyboard the bare top row types no digits.
_DIGITS = (pygame.KSCAN_1, pygame.KSCAN_8)
_KEYPAD = (pygame.KSCAN_KP_1, pygame.KSCAN_KP_8)
# With Ctrl so many of them recall something: it types nothing on any keyboard, and needs no Fn.
_RECALLED = 4
# SDL gives keys that type nothing codes with this bit, and so the keypad, which does type.
_NO_LETTER = 1 << 30


class KeyMap:
    """What every key says; `overrides` are a player's own keys as settings keep them.

    Names of keys are SDL's, so the display must be open for overrides to be understood. Unknown
    ones are left out. Escape goes back whatever is asked for.
    """

    def __init__(self, overrides: Mapping[str, str] | None = None) -> None:
        self.bindings = Bindings.of(overrides or {}, _proper)
        self._table = _table(self.bindings) if self.bindings.overrides else dict(KEYS)

    def meaning(self, event: pygame.event.Event, *, typing: bool = False) -> Meaning | None:
        """What an event says; with `typing`, letters and digits are text, not commands."""
        if event.type != pygame.KEYDOWN:
            types = typing and event.type == pygame.TEXTINPUT and event.text
            return Typed(event.text) if types else None
        if event.key == pygame.K_TAB:
            return Action.PREVIOUS if event.mod & pygame.KMOD_SHIFT else Action.NEXT
        if event.key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT:
            return Action.FULL_SCREEN
        if (said := _controlled(event)) is not None:
            return said
        if typing:
            return self._while_typing(event)
        # By what it types: on many keyboards it shares a key with a digit.
        if getattr(event, "unicode", "") == "/":
            return Letter("/")
        if (digit := _digit(event)) is not None:
            return Choose(digit)
        return self._command(event)

    def _while_typing(self, event: pygame.event.Event) -> Action | None:
        if _types(event.key):
            return None
        # Who moves and confirms with letters still needs keys for it here: the default ones.
        action = KEYS.get(event.key) or self._table.get(event.key)
        if action is not None and event.mod & pygame.KMOD_SHIFT:
            return _SHIFTED.get(action, action)
        return action

    def _command(self, event: pygame.event.Event) -> Meaning | None:
        silent = event.mod & _SILENT
        if not (silent and _types(event.key)) and (action := self._table.get(event.key)):
            return action
        if not silent and pygame.K_a <= event.key <= pygame.K_z:
            return Letter(chr(event.key))
        return None


def pastes(event: pygame.event.Event) -> bool:
    """Whether an event asks for what is on the clipboard."""
    if event.type != pygame.KEYDOWN:
        return False
    held = event.mod & (pygame.KMOD_META if sys.platform == "darwin" else pygame.KMOD_CTRL)
    shifted = event.key == pygame.K_INSERT and event.mod & pygame.KMOD_SHIFT
    return bool((event.key == pygame.K_v and held) or shifted)


def caught(event: pygame.event.Event) -> Meaning | None:
    """The key itself, for a page that gives keys their meaning; Escape still goes back."""
    if event.type != pygame.KEYDOWN or event.key in _MODIFIERS:
        return None
    if event.key == pygame.K_ESCAPE:
        return Action.BACK
    if (digit := _digit(event)) is not None:
        return Pressed(str(digit + 1))
    name = _name(event.key)
    # A key that its name does not lead back to could not be kept.
    return Pressed(name) if _proper(name) else None


def struck(event: pygame.event.Event) -> Meaning | None:
    """The key by its place, going down or up, where many play at once on one board.

    A few keys that no player has for themselves say what they say at first, whatever is set: a
    player's own key for it may lie in another player's cluster.
    """
    if event.type not in (pygame.KEYDOWN, pygame.KEYUP):
        return None
    down = event.type == pygame.KEYDOWN
    if event.key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT:
        return Action.FULL_SCREEN if down else None
    if event.key in _COMMON:
        return KEYS[event.key] if down else None
    return Struck(event.scancode, down)


def _controlled(event: pygame.event.Event) -> Meaning | None:
    """What a key says while Ctrl is held, None where that makes no difference."""
    held = pygame.KMOD_CTRL | (pygame.KMOD_META if sys.platform == "darwin" else 0)
    # Together with Alt it may be AltGr, which types.
    if not event.mod & held or event.mod & pygame.KMOD_ALT:
        return None
    if event.key == pygame.K_z:
        return Action.UNDO
    digit = _digit(event)
    return Recall(digit) if digit is not None and digit < _RECALLED else None


def _digit(event: pygame.event.Event) -> int | None:
    for first, last in (_DIGITS, _KEYPAD):
        if first <= event.scancode <= last:
            return int(event.scancode - first)
    return None


def _types(key: int) -> bool:
    if key & _NO_LETTER:
        return pygame.KSCAN_KP_DIVIDE <= key ^ _NO_LETTER <= pygame.KSCAN_KP_PERIOD and (
            key != pygame.K_KP_ENTER
        )
    return key >= pygame.K_SPACE and key != pygame.K_DELETE


def _table(bindings: Bindings) -> dict[int, Action]:
    table = {key: action for key, action in KEYS.items() if key in _FIXED}
    for action in DEFAULTS:
        table.setdefault(pygame.key.key_code(bindings.names[action]), action)
    for key in _LEAFING:
        table.setdefault(key, KEYS[key])
    return table


def _name(key: int) -> str:
    try:
        return pygame.key.name(key, use_compat=False)
    except (UnicodeError, ValueError, pygame.error):
        return ""


def _proper(name: str) -> str | None:
    """SDL's own spelling of a key's name, None for a key that it does not know."""
    try:
        return _name(pygame.key.key_code(name)) or None if name else None
    except (UnicodeError, ValueError, pygame.error):
        return None

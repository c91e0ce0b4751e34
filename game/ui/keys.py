"""From the keyboard and the mouse to what the player means: one table each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.actions import Action, Choose, Letter, Meaning, Typed

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
}

# Digits by where they lie: on a French keyboard the bare top row types no digits.
_DIGITS = (pygame.KSCAN_1, pygame.KSCAN_8)
_KEYPAD = (pygame.KSCAN_KP_1, pygame.KSCAN_KP_8)


def meaning(event: pygame.event.Event, *, typing: bool = False) -> Meaning | None:
    """What a key event says; with `typing`, letters and digits are text, not commands."""
    if event.type == pygame.TEXTINPUT:
        return Typed(event.text) if typing and event.text else None
    if event.type != pygame.KEYDOWN:
        return None
    if event.key == pygame.K_TAB:
        return Action.PREVIOUS if event.mod & pygame.KMOD_SHIFT else Action.NEXT
    if event.key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT:
        return Action.FULL_SCREEN
    if typing and event.key == pygame.K_SPACE:
        return None
    if action := KEYS.get(event.key):
        return action
    return None if typing else _command(event)


def _command(event: pygame.event.Event) -> Meaning | None:
    for first, last in (_DIGITS, _KEYPAD):
        if first <= event.scancode <= last:
            return Choose(event.scancode - first)
    if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META):
        return None
    if event.key == pygame.K_m:
        return Action.MUTE
    if pygame.K_a <= event.key <= pygame.K_z:
        return Letter(chr(event.key))
    return None

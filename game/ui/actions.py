"""What a player can mean, whichever key, button or pointer said it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Action(Enum):
    """Meanings that carry nothing else."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    NEXT = auto()
    PREVIOUS = auto()
    CONFIRM = auto()
    READY = auto()
    BACK = auto()
    PAUSE = auto()
    ERASE = auto()
    REMOVE = auto()
    RAISE = auto()
    LOWER = auto()
    UNDO = auto()
    MUTE = auto()
    FULL_SCREEN = auto()


@dataclass(frozen=True, slots=True)
class Aim:
    """The pointer rests on thing number `index` (from 0) of the scene."""

    index: int


@dataclass(frozen=True, slots=True)
class Choose:
    """Thing number `index` (from 0) is wanted: by its digit, or by a click."""

    index: int


@dataclass(frozen=True, slots=True)
class Recall:
    """Remembered thing number `index` (from 0) is wanted; works where digits are text, too."""

    index: int


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter key as a command, lower case; scenes that take text get `Typed` instead."""

    letter: str


@dataclass(frozen=True, slots=True)
class Typed:
    """Text that was typed or pasted into a scene that takes text."""

    text: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file or folder that was dropped on the window."""

    path: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A key by SDL's name for it, in a scene that gives keys their meaning."""

    name: str


@dataclass(frozen=True, slots=True)
class Struck:
    """A key by the place where it lies, going down or up, where many play on one board at once."""

    scancode: int
    down: bool


Meaning = Action | Aim | Choose | Recall | Letter | Typed | Dropped | Pressed | Struck

AGREE = (Action.CONFIRM, Action.READY)

"""Who plays with which keys of one keyboard, by where the keys lie, and what is written on them.

Keys are SDL's scancodes: places on the board, the same whatever a layout writes there.

A keyboard without a diode at every key is a grid of wires. Three held keys that are corners of a
rectangle of that grid look as if the fourth corner were held as well; some boards then report it
(ghosting), most hold back the third key (blocking). On most boards the keys of a column, such as
1 Q A Z, share a wire, and so do many of a row. Clusters that have no column in common cannot make
such a corner between two players: all of these are chosen so. Boards differ, so they are tried.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import pygame

from game.ui.actions import Struck
from game.ui.layout import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from game.ui.actions import Meaning

# Four keys: upper left, upper right, lower left, lower right, as the answers stand on the screen.
Cluster = tuple[int, int, int, int]
PLACES = ("upper left", "upper right", "lower left", "lower right")

# Which clusters fewer players take, from left to right, so that they sit far apart.
_DEALT = {1: (0,), 2: (0, 3), 3: (0, 2, 3), 4: (0, 1, 2, 3)}


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Four clusters from left to right. `says` is where they lie, in a few words."""

    name: str
    title: str
    says: str
    clusters: tuple[Cluster, Cluster, Cluster, Cluster]

    def dealt(self, count: int) -> tuple[Cluster, ...]:
        """The clusters of 1 to 4 players, from left to right, as far apart as they can be."""
        return tuple(self.clusters[place] for place in _DEALT[count])


def _scancode(name: str) -> int:
    return int(getattr(pygame, f"KSCAN_{name}"))


def _cluster(names: str) -> Cluster:
    first, second, third, fourth = map(_scancode, names.split())
    return first, second, third, fourth


ARRANGEMENTS: Mapping[str, Arrangement] = {
    each.name: each
    for each in (
        Arrangement(
            "letters",
            "Across the letters",
            "two rows of letters, a key between two players",
            (
                _cluster("Q W A S"),
                _cluster("R T F G"),
                _cluster("U I J K"),
                _cluster("P LEFTBRACKET SEMICOLON APOSTROPHE"),
            ),
        ),
        Arrangement(
            "stairs",
            "High and low",
            "by turns on the upper and the lower rows",
            (
                _cluster("1 2 Q W"),
                _cluster("D F C V"),
                _cluster("7 8 U I"),
                _cluster("SEMICOLON APOSTROPHE PERIOD SLASH"),
            ),
        ),
        Arrangement(
            "pad",
            "With the number pad",
            "more room, for a keyboard that has a number pad",
            (
                _cluster("Q W A S"),
                _cluster("T Y G H"),
                _cluster("O P L SEMICOLON"),
                _cluster("KP_7 KP_8 KP_4 KP_5"),
            ),
        ),
    )
}
USUAL_BOARD = "letters"


def combinations(count: int) -> tuple[tuple[int, ...], ...]:
    """What `count` players hold down together to try a board: a place of the cluster for each.

    First everyone the same place: so each finds their own keys. Then, from three players on, places
    that lie in both rows, for only such keys can be the corners of a rectangle.
    """
    same = tuple((place,) * count for place in range(4))
    mixed = tuple(tuple(place ^ seat for seat in range(count)) for place in range(4))
    return same + mixed if count > 2 else same


# -- the board as it lies on the table ---------------------------------------------

# Left edge, top and keys of each row, in key widths; "BACKSPACE:2" is two wide.
_ROWS = (
    (0.0, 0, "GRAVE 1 2 3 4 5 6 7 8 9 0 MINUS EQUALS BACKSPACE:2"),
    (0.0, 1, "TAB:1.5 Q W E R T Y U I O P LEFTBRACKET RIGHTBRACKET BACKSLASH:1.5"),
    (0.0, 2, "CAPSLOCK:1.75 A S D F G H J K L SEMICOLON APOSTROPHE RETURN:2.25"),
    (0.0, 3, "LSHIFT:2.25 Z X C V B N M COMMA PERIOD SLASH RSHIFT:2.75"),
    (0.0, 4, "LCTRL:1.25 LSUPER:1.25 LALT:1.25 SPACE:6.25 RALT:1.25 RSUPER:1.25 MENU:1.25"),
    (13.75, 4, "RCTRL:1.25"),
    (15.4, 0, "INSERT HOME PAGEUP"),
    (15.4, 1, "DELETE END PAGEDOWN"),
    (16.4, 3, "UP"),
    (15.4, 4, "LEFT DOWN RIGHT"),
    (18.8, 0, "NUMLOCK KP_DIVIDE KP_MULTIPLY KP_MINUS"),
    (18.8, 1, "KP_7 KP_8 KP_9 KP_PLUS"),
    (18.8, 2, "KP_4 KP_5 KP_6"),
    (18.8, 3, "KP_1 KP_2 KP_3 KP_ENTER"),
    (18.8, 4, "KP_0:2 KP_PERIOD"),
)
_TALL = ("KP_PLUS", "KP_ENTER")
WIDE, HIGH = 22.8, 5.0


def _spots() -> dict[int, Box]:
    spots = {}
    for left, top, row in _ROWS:
        x = left
        for key in row.split():
            name, _, wide = key.partition(":")
            spots[_scancode(name)] = Box(x, top, float(wide or 1), 2 if name in _TALL else 1)
            x += float(wide or 1)
    return spots


# Where the keys lie, in key widths from the upper left corner of a board WIDE x HIGH.
SPOTS: Mapping[int, Box] = _spots()

# -- what is written on the keys -----------------------------------------------------

# Far enough for the scripts that keyboards are made with, from Latin to Georgian.
_CHARACTERS = range(0x21, 0x1100)
_PAD = {_scancode(f"KP_{digit}"): str(digit) for digit in range(10)}


def labels() -> Mapping[int, str]:
    """What the player's own layout writes on the keys, by scancode; nothing without a display.

    The answer is as new as the layout: ask again for each scene.
    """
    # There is no function for this, but a table of all keys is looked up through the layout: one
    # that holds at every place its own number tells which place a character lies at.
    places = pygame.key.ScancodeWrapper(cast("Iterable[bool]", range(512)))
    written: dict[int, str] = {}
    try:
        for character in map(chr, _CHARACTERS):
            if place := int(places[ord(character)]):
                capital = character.upper()
                written.setdefault(place, capital if len(capital) == 1 else character)
    except pygame.error:
        return {}
    return {place: text for place, text in written.items() if text.isprintable()} | _PAD


@dataclass(frozen=True, slots=True)
class Keys:
    """The clusters of those who play, and in `caps` what is written on each key."""

    clusters: tuple[Cluster, ...]
    caps: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, clusters: tuple[Cluster, ...]) -> Keys:
        """These keys as the player's own layout labels them."""
        written = labels()
        caps = (tuple(written.get(key, "") for key in cluster) for cluster in clusters)
        return cls(clusters, tuple(caps))

    def whose(self, meaning: Meaning) -> tuple[int, int] | None:
        """The contender's number and the place of the key in the cluster, when one goes down."""
        if isinstance(meaning, Struck) and meaning.down:
            for number, cluster in enumerate(self.clusters):
                if meaning.scancode in cluster:
                    return number, cluster.index(meaning.scancode)
        return None

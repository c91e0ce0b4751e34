"""What a player has set, each by itself: one broken value never takes the others with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from game.rules.house import MOST_PEOPLE, USUAL, House, can_be_played
from game.rules.modes import CLOCKS

TEXT_SIZES = (100, 125, 150)
# Tables that are remembered.
MOST_TABLES = 4
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Settings:
    """Volumes are percent, `text_size` too; `keys` maps an action's name to a key's name.

    `clock` is a name of `rules.modes.CLOCKS`, empty for the one a mode brings. `theme` is a theme's
    name and may name one that is no more. `names` are those of the last table, `tables` all that
    are remembered, the latest first; `house` is what they played by, and `board` the name of the
    arrangement of keys that this keyboard can report.
    """

    clock: str = ""
    theme: str = "golden-hour"
    text_size: int = 100
    reduce_motion: bool = False
    effects: int = 80
    music: int = 60
    muted: bool = False
    names: tuple[str, ...] = ()
    tables: tuple[tuple[str, ...], ...] = ()
    house: House = USUAL
    board: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)


def _sensible(name: str, value: object) -> bool:
    match name:
        case "clock":
            return value == "" or value in CLOCKS
        case "theme":
            return bool(value) and isinstance(value, str) and len(value) <= _LONGEST_NAME
        case "text_size":
            return value in TEXT_SIZES
        case "effects" | "music":
            return isinstance(value, int) and 0 <= value <= 100
        case "names":
            return _are_names(value)
        case "tables":
            return (
                isinstance(value, tuple)
                and len(value) <= MOST_TABLES
                and all(_are_names(each) and each for each in value)
            )
        case "house":
            return isinstance(value, House) and can_be_played(value)
    return True


def _are_names(value: object) -> bool:
    return (
        isinstance(value, tuple)
        and len(value) <= MOST_PEOPLE
        and all(isinstance(each, str) and 0 < len(each) <= _LONGEST_NAME for each in value)
    )


def from_texts(texts: Mapping[str, str]) -> Settings:
    """Settings from JSON by name; what is unknown, broken or out of range takes its default."""
    from typing import get_type_hints

    from game.records.coding import from_text

    hints = get_type_hints(Settings)
    found: dict[str, object] = {}
    for each in fields(Settings):
        try:
            value: object = from_text(hints[each.name], texts[each.name])
        except (KeyError, ValueError, TypeError, RecursionError):
            continue
        if _sensible(each.name, value):
            found[each.name] = value
    return Settings(**found)  # type: ignore[arg-type]  # each was checked against its annotation


def to_texts(settings: Settings) -> dict[str, str]:
    """Settings as JSON by name."""
    from game.records.coding import to_text

    return {each.name: to_text(getattr(settings, each.name)) for each in fields(Settings)}

"""Moving a highlight through a few things: the same in every menu."""

from __future__ import annotations

from game.ui.actions import Action, Aim, Choose, Meaning

_FORWARD = (Action.DOWN, Action.NEXT)
_BACKWARD = (Action.UP, Action.PREVIOUS)


def moved(chosen: int, meaning: Meaning, count: int, columns: int = 1) -> int:
    """Where the highlight is after `meaning`, among `count` things in rows of `columns`.

    Up, down and Tab go round at the ends; left and right stay in their row.
    """
    if count <= 0:
        return 0
    if isinstance(meaning, Aim | Choose):
        return meaning.index if 0 <= meaning.index < count else chosen
    if meaning in (Action.NEXT, Action.PREVIOUS):
        return (chosen + (1 if meaning is Action.NEXT else -1)) % count
    if meaning in _FORWARD:
        return chosen + columns if chosen + columns < count else chosen % columns
    if meaning in _BACKWARD:
        return chosen - columns if chosen >= columns else _last_in_column(chosen, count, columns)
    if meaning is Action.RIGHT and columns > 1 and (chosen + 1) % columns and chosen + 1 < count:
        return chosen + 1
    if meaning is Action.LEFT and columns > 1 and chosen % columns:
        return chosen - 1
    return chosen


def _last_in_column(chosen: int, count: int, columns: int) -> int:
    rows = (count - 1 - chosen) // columns
    return chosen + rows * columns

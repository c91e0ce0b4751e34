"""What can be done at the table, and why some of it cannot be done now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.house import FEWEST
from game.ui.actions import Letter
from game.ui.props.desk import Deed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.scenes.table.changes import Person


def about_person(
    person: Person, people: Sequence[Person], teams: Sequence[str], armed: str
) -> tuple[Deed, ...]:
    """What can be done for one of the people; `armed` is the key of what was asked for once."""
    whose = "score"
    if teams and person.team is not None:
        whose = f"score of {teams[person.team]}"
    if person.out:
        note = "keeps the points, and gets the average of what was missed"
        leave = _deed("D", "Come back", note, armed)
    elif can_leave(person, people):
        leave = _deed("D", "Drop out", "the points stay; coming back is possible", armed)
    else:
        least = "two teams have to stay" if teams else "two have to stay in"
        leave = _deed("D", "Drop out", least, armed, off=True)
    note = "by hand; the table and the poster say so"
    score = _deed("C", f"Correct the {whose}", note, armed)
    order = _deed("O", "Change the order", "who answers after whom", armed)
    return (leave, score) if teams else (leave, score, order)


def about_table(joins: str, undo: str, armed: str, *, full: bool, skips: bool) -> tuple[Deed, ...]:
    """What can be done for the table: how somebody new `joins`, and which turn to `undo`.

    Both are empty where that cannot be.
    """
    deeds = []
    if joins:
        note = "eight is a full table" if full else joins
        deeds.append(_deed("N", "New player", note, armed, off=full))
    note = undo or "there is none yet"
    deeds.append(_deed("U", "Undo the last turn", note, armed, off=not undo))
    if skips:
        deeds.append(_deed("S", "Skip this question", "only if everyone agrees", armed))
    return tuple(deeds)


def can_leave(person: Person, people: Sequence[Person]) -> bool:
    """Whether the person is there, and enough would stay: in two teams where there are teams."""
    staying = [each for each in people if not each.out and each is not person]
    sides = {each.seat if each.team is None else each.team for each in staying}
    return not person.out and len(sides) >= FEWEST


def _deed(key: str, title: str, note: str, armed: str, *, off: bool = False) -> Deed:
    return Deed(key, title, note, Letter(key.lower()), off, sure=armed == key)

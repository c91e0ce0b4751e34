"""How the table's desk is told: who comes and goes, the order, the points, and the last turn."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from game.rules.house import MOST_PEOPLE
from game.scenes.table import Correct, Join, Leave, Person, Reorder, Return, Skip, Undo
from game.terminal.talk import Command, agreed, choose, listen
from game.terminal.terminal import points
from game.ui.entries import HIGHEST
from game.ui.text.clean import clean_name

if TYPE_CHECKING:
    from game.scenes.table import Change, TableScene
    from game.terminal.terminal import Terminal

Deed: TypeAlias = "Callable[[TableScene, Terminal], Change | None]"
_POINTS = re.compile(r"[+-]?[0-9]{1,7}")


def table(scene: TableScene, terminal: Terminal) -> Change | None:
    """Who is there; then one change to it, or None for going back to the match."""
    deeds = _deeds(scene)
    words = [*(title for title, _ in deeds), "Back to the match"]

    def tell() -> None:
        terminal.gap()
        terminal.say("The table, in the order in which everyone answers.")
        terminal.say(*(f"{_line(scene, person)}." for person in scene.people))
        terminal.number(words)

    tell()
    while True:
        typed = choose(terminal, "What is to be done? (q goes back)", words, tell)
        if isinstance(typed, Command) or typed == len(deeds):
            return None
        if (change := deeds[typed][1](scene, terminal)) is not None:
            return change
        tell()


def _deeds(scene: TableScene) -> list[tuple[str, Deed]]:
    """What can be done now."""
    deeds: list[tuple[str, Deed]] = [("Somebody drops out", _leave)]
    if any(person.out for person in scene.people):
        deeds.append(("Somebody comes back", _return))
    deeds.append(("Correct a score", _correct))
    if not scene.teams:
        deeds.append(("Change the order", _reorder))
    if scene.can_join and len(scene.people) < MOST_PEOPLE:
        deeds.append(("Somebody new plays", _join))
    if scene.can_undo:
        deeds.append((f"Undo the last turn: {scene.can_undo}", _undo))
    if scene.can_skip:
        deeds.append(("Skip this question, if everyone agrees", _skip))
    return deeds


def _line(scene: TableScene, person: Person) -> str:
    team = f", {scene.teams[person.team]}" if scene.teams and person.team is not None else ""
    out = ", dropped out" if person.out else ""
    return f"{person.name}{team}, {points(person.score)}{out}"


def _chosen(terminal: Terminal, prompt: str, words: Sequence[str]) -> int | None:
    """The place of one of `words`; None for leaving it."""

    def tell() -> None:
        terminal.number(words)

    tell()
    typed = choose(terminal, f"{prompt} (q leaves it)", words, tell)
    return None if isinstance(typed, Command) else typed


def _whom(terminal: Terminal, prompt: str, people: Sequence[Person]) -> Person | None:
    place = _chosen(terminal, prompt, [person.name for person in people])
    return None if place is None else people[place]


def _leave(scene: TableScene, terminal: Terminal) -> Change | None:
    there = [person for person in scene.people if not person.out]
    person = _whom(terminal, "Who drops out?", there)
    if person is None:
        return None
    scene.chosen = scene.people.index(person)
    if not scene.can_leave:
        least = "Two teams have to stay." if scene.teams else "Two have to stay in."
        terminal.say(least)
        return None
    asked = f"Does {person.name} drop out? The points stay, and coming back is possible."
    return Leave(person.seat) if agreed(terminal, asked, lambda: None) else None


def _return(scene: TableScene, terminal: Terminal) -> Change | None:
    person = _whom(terminal, "Who comes back?", [each for each in scene.people if each.out])
    return None if person is None else Return(person.seat)


def _correct(scene: TableScene, terminal: Terminal) -> Change | None:
    """By hand; it is told with every score from then on."""
    if scene.teams:
        of_team = {person.team: person.score for person in scene.people}
        place = _chosen(terminal, "Whose score?", scene.teams)
        found = None if place is None else (place, scene.teams[place], of_team.get(place, 0))
    else:
        person = _whom(terminal, "Whose score?", scene.people)
        found = None if person is None else (person.seat, person.name, person.score)
    if found is None:
        return None
    seat, name, score = found
    change = _points(terminal, name, score)
    return Correct(seat, change) if change else None


def _points(terminal: Terminal, name: str, score: int) -> int:
    """Points to give, or below 0 to take; no more than there are."""
    asked = (
        f"How many points more for {name}, who has {points(score)}? A minus takes them, as in "
        "-20. Enter leaves it."
    )
    while not isinstance(typed := listen(terminal, asked, lambda: None), Command) and typed:
        plain = typed.replace("−", "-")
        if _POINTS.fullmatch(plain):
            return min(max(int(plain), -score), HIGHEST - score)
        terminal.say("Please type a number of points, or ? for help.")
    return 0


def _reorder(scene: TableScene, terminal: Terminal) -> Change | None:
    names = [person.name for person in scene.people]
    terminal.number(names)
    count = len(names)
    example = " ".join(str(number) for number in range(count, 0, -1))
    asked = f"The numbers in the new order, as in {example}? Enter leaves it."
    while not isinstance(typed := listen(terminal, asked, lambda: None), Command) and typed:
        numbers = [int(number) - 1 for number in re.findall(r"[0-9]{1,3}", typed)]
        if sorted(numbers) == list(range(count)):
            if numbers == sorted(numbers):
                return None
            return Reorder(tuple(scene.people[number].seat for number in numbers))
        terminal.say(f"Please type each number from 1 to {count} once, or ? for help.")
    return None


def _join(scene: TableScene, terminal: Terminal) -> Change | None:
    taken = {person.name.casefold() for person in scene.people}
    start = "" if scene.teams else f" They start with {points(scene.join_score)}, the average."
    asked = f"What is the name of the new player?{start} Enter leaves it."
    while not isinstance(typed := listen(terminal, asked, lambda: None), Command) and typed:
        name = clean_name(typed)
        if name.casefold() in taken:
            terminal.say(f"There is a {name} already: add a letter.")
        elif not scene.teams:
            return Join(name, None)
        else:
            team = _chosen(terminal, f"Which team does {name} play for?", scene.teams)
            return None if team is None else Join(name, team)
    return None


def _undo(scene: TableScene, terminal: Terminal) -> Change | None:
    asked = f"Take back {scene.can_undo}, and all that came of it?"
    return Undo() if agreed(terminal, asked, lambda: None) else None


def _skip(_scene: TableScene, terminal: Terminal) -> Change | None:
    asked = "Is another question asked in the place of this one?"
    return Skip() if agreed(terminal, asked, lambda: None) else None

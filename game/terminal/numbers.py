"""How the numbers are told: what is known, what was played, what was best, and the jacket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.numbers import Next, Tab
from game.terminal.talk import Command, choose, go_on
from game.terminal.terminal import sentence, spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenes.numbers import Numbers, NumbersScene
    from game.scenes.patches import PatchesScene
    from game.terminal.terminal import Terminal
    from game.ui.props.jacket import Badge
    from game.ui.props.stubs import Stub

_NEWEST = 20
_EXPORT, _BACK = "Save it all as a table", "Back"


def numbers(scene: NumbersScene, terminal: Terminal) -> Next:
    """A page at a time, until the table is saved or the player goes back."""
    pages: list[tuple[str, Callable[[Numbers], list[str]]]] = [
        ("What you know", _walls),
        (Tab.NIGHTS.value, _nights),
        (Tab.BEST.value, _best),
        (Tab.JACKET.value, _jacket),
    ]
    words = [*(name for name, _ in pages), _EXPORT, _BACK]

    def tell() -> None:
        terminal.gap()
        terminal.say(scene.said or "Your numbers.")
        terminal.number(words)

    tell()
    while True:
        typed = choose(terminal, "Which page? (q goes back)", words, tell)
        if typed is Command.LEAVE:
            return Next.BACK
        if not isinstance(typed, int):
            terminal.say("Nothing is being played, so there is nothing to pause.")
        elif typed < len(pages):
            terminal.gap()
            terminal.say(*pages[typed][1](scene.numbers))
        else:
            return Next.EXPORT if words[typed] == _EXPORT else Next.BACK


def patches(scene: PatchesScene, terminal: Terminal) -> None:
    """What was earned, and for what."""
    new = [scene.badges[number] for number in scene.new]

    def tell() -> None:
        terminal.gap()
        terminal.say(*(f"A new patch for the jacket: {each.title}. {each.how}" for each in new))

    tell()
    go_on(terminal, "Press Enter to go on.", tell)


def _walls(page: Numbers) -> list[str]:
    lines = []
    for wall in page.walls:
        figures = ", ".join(f"{count} {name.lower()}" for name, count in wall.figures)
        lines.append(f"{wall.title}: {len(wall.sleeves)} facts; {figures}.")
    return lines or ["There is no pack to learn."]


def _nights(page: Numbers) -> list[str]:
    lines = [_night(stub) for stub in page.nights[:_NEWEST]]
    if len(page.nights) > _NEWEST:
        lines.append(f"And {len(page.nights) - _NEWEST} nights before these.")
    return lines or ["No night has been played yet. The stage is yours."]


def _night(stub: Stub) -> str:
    end = f"{stub.torn}" if stub.torn else f"{stub.score} points"
    who = f", {stub.who}" if stub.who else ""
    when = f"{stub.day} {stub.year}".strip()
    return f"{when}: {stub.title}, {stub.pack}{who}. {stub.right} of {stub.count} right, {end}."


def _best(page: Numbers) -> list[str]:
    lines = [
        sentence(f"{each.score} points: {spoken(each.what)}, {each.pack}, {each.when}")
        for each in page.best
    ]
    days = "1 day" if page.days == 1 else f"{page.days} days"
    lines.append(f"In a row at the daily gig: {days}.")
    lines += [f"{name}: {figure}." for name, figure in page.totals]
    return [line.replace(" %", " percent").replace(": –.", ": none yet.") for line in lines]


def _jacket(page: Numbers) -> list[str]:
    sewn = sum(badge.sewn for badge in page.badges)
    return [f"{sewn} of {len(page.badges)} patches are sewn on.", *map(_badge, page.badges)]


def _badge(badge: Badge) -> str:
    end = f"Sewn on, {badge.when}." if badge.sewn else "Not yet earned."
    return f"{badge.title}. {badge.how} {end}"

"""How a match is told: the gate, the question, the standings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.modes import LIFELINES
from game.scenes.question import Swapped
from game.scenes.scene import PAUSED, Answered, Paused
from game.terminal.talk import Command, go_on, listen, picked, worded
from game.terminal.terminal import points, spoken

if TYPE_CHECKING:
    from game.scenes.gate import GateScene
    from game.scenes.question import QuestionScene
    from game.scenes.standings import Place, StandingsScene
    from game.terminal.terminal import Terminal
    from game.ui.props.header import Header

_AIDS = {"half": "fifty-fifty", "time": "extra time", "swap": "another question"}


def paused(command: Command, terminal: Terminal) -> Paused:
    """A break; leaving goes through one, and coming back from "leave?" goes straight on."""
    terminal.breaks = [True, False] if command is Command.LEAVE else []
    return PAUSED


def gate(scene: GateScene, terminal: Terminal) -> Paused | None:
    """The keyboard is passed on; nothing of the question is said."""

    def tell() -> None:
        terminal.gap()
        rules = ", ".join(f"{what.lower()} {value}" for what, value in scene.rules)
        terminal.say("----", f"{scene.heading.capitalize()}: {spoken(rules)}.")

    tell()
    prompt = f"Pass the keyboard to {scene.player}. {scene.player}, press Enter when you are ready."
    command = go_on(terminal, prompt, tell)
    return paused(command, terminal) if command else None


def question(scene: QuestionScene, terminal: Terminal) -> Answered | Swapped | Paused:
    """The stem, then the answers; a clock runs from when the answers are there."""
    terminal.gap()
    terminal.say(_where(scene.header))
    terminal.say(scene.card.question.stem)
    if not scene.answering and scene.limit is not None:
        prompt = f"Press Enter for the answers. You have {scene.limit:.0f} seconds then."
        if command := go_on(terminal, prompt, lambda: terminal.say(scene.card.question.stem)):
            return paused(command, terminal)
    scene.reading_left = 0.0
    outcome = _answer(scene, terminal)
    if isinstance(outcome, Answered) and scene.ghost is not None and scene.limit is not None:
        yours, ghosts = outcome.ms / 1000, scene.ghost.ms / 1000
        terminal.say(f"You took {yours:.1f} seconds, the ghost {ghosts:.1f}.")
    return outcome


def _answer(scene: QuestionScene, terminal: Terminal) -> Answered | Swapped | Paused:
    count = len(scene.card.options)

    def again() -> None:
        terminal.say(scene.card.question.stem)
        _tell_options(scene, terminal)

    _tell_options(scene, terminal)
    while True:
        begun = terminal.clock()
        typed = listen(terminal, f"Your answer, 1 to {count}?", again)
        scene.spent += max(0.0, terminal.clock() - begun)
        if isinstance(typed, Command):
            return paused(typed, terminal)
        if scene.left is not None and scene.left <= 0:
            return _too_late(scene, terminal)
        if aid := _aids(scene).get(typed.casefold()):
            if aid == "swap":
                return Swapped(scene.aids)
            _use(scene, aid, terminal)
        elif (pick := _pick(scene, typed, terminal)) is not None:
            return Answered(pick, round(scene.spent * 1000), scene.aids)


def _tell_options(scene: QuestionScene, terminal: Terminal) -> None:
    """The options by their numbers, which stay the same when some are taken away."""
    for place, option in enumerate(scene.card.options):
        if place not in scene.hidden:
            terminal.say(f"{place + 1}. {option.text}")
    if aids := _aids(scene):
        offered = (f"{letter} for {_AIDS[aid]}" for letter, aid in aids.items())
        terminal.say(f"Lifelines: {', '.join(offered)}.")


def _aids(scene: QuestionScene) -> dict[str, str]:
    """The lifelines that can be used now, by the letters that call them."""
    free = (aid for aid in scene.lifelines.free if aid not in scene.aids)
    return {LIFELINES[aid][1]: aid for aid in free}


def _use(scene: QuestionScene, aid: str, terminal: Terminal) -> None:
    scene.aids = (*scene.aids, aid)
    if aid == "time":
        terminal.say(f"Extra time. You have {scene.left:.0f} seconds now.")
    else:
        terminal.say("Fifty-fifty.")
        _tell_options(scene, terminal)


def _pick(scene: QuestionScene, typed: str, terminal: Terminal) -> int | None:
    """The option that is meant; None, and the reason said, where there is none."""
    words = [option.text for option in scene.card.options]
    pick = picked(typed, words)
    if typed.isdecimal() and pick != worded(typed, words) is not None:
        # A bare 3 might be the third line, or the answer 3 on another.
        terminal.say(f"{typed} is also an answer. Please type a letter, A for the first line.")
    elif pick is None:
        terminal.say(f"Please type a number from 1 to {len(words)}, or ? for help.")
    elif pick in scene.hidden:
        terminal.say("Fifty-fifty has taken that one away. Please type another.")
    else:
        return pick
    return None


def _too_late(scene: QuestionScene, terminal: Terminal) -> Answered:
    limit = scene.limit or 0.0
    terminal.say(f"That took {scene.spent:.1f} seconds, and there were {limit:.0f}.")
    return Answered(None, round(limit * 1000), scene.aids)


def _where(header: Header) -> str:
    # In a party the gate has just said which round it is.
    if header.player:
        return f"For {header.player}."
    left = lives(header)
    return f"{header.over.capitalize()}{', ' * bool(left)}{left}."


def lives(header: Header) -> str:
    """How many misses a marathon still has room for; empty where they are not counted."""
    if not {"life", "lost"}.intersection(header.done):
        return ""
    left = header.done.count("life")
    return {0: "no lives left", 1: "1 life left"}.get(left, f"{left} lives left")


def standings(scene: StandingsScene, terminal: Terminal) -> Paused | None:
    """The table after a round."""

    def tell() -> None:
        terminal.gap()
        terminal.say(f"{scene.heading}. {scene.below}.")
        terminal.say(*map(_line, scene.places))

    tell()
    command = go_on(terminal, "Press Enter: next round.", tell)
    return paused(command, terminal) if command else None


def _line(place: Place) -> str:
    moved = ""
    if place.moved:
        places = "1 place" if abs(place.moved) == 1 else f"{abs(place.moved)} places"
        moved = f", {'up' if place.moved > 0 else 'down'} {places}"
    return f"{place.rank}. {place.name}, {points(place.score)}, {place.gained} this round{moved}."

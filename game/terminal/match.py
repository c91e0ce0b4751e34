"""How a match is told: the gate, the question, the reveal, the standings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.words import stands_in
from game.scenes.question import Answered
from game.scenes.reveal import RED_HERRING
from game.scenes.scene import PAUSED, Paused
from game.terminal.talk import Command, go_on, listen, picked, worded
from game.terminal.terminal import points, sentence, spoken

if TYPE_CHECKING:
    from game.scenes.gate import GateScene
    from game.scenes.question import QuestionScene
    from game.scenes.reveal import RevealScene
    from game.scenes.standings import Place, StandingsScene
    from game.terminal.terminal import Terminal
    from game.ui.props.header import Header


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


def question(scene: QuestionScene, terminal: Terminal) -> Answered | Paused:
    """The stem, then the answers; a clock runs from when the answers are there."""
    terminal.gap()
    _tell_header(scene.header, terminal)
    terminal.say(scene.card.question.stem)
    if not scene.answering and scene.clock.limit is not None:
        prompt = f"Press Enter for the answers. You have {scene.clock.limit:.0f} seconds then."
        if command := go_on(terminal, prompt, lambda: terminal.say(scene.card.question.stem)):
            return paused(command, terminal)
    scene.reading_left = 0.0
    return _answer(scene, terminal)


def _answer(scene: QuestionScene, terminal: Terminal) -> Answered | Paused:
    words = [option.text for option in scene.card.options]
    terminal.number(words)

    def again() -> None:
        terminal.say(scene.card.question.stem)
        terminal.number(words)

    while True:
        begun = terminal.clock()
        typed = listen(terminal, f"Your answer, 1 to {len(words)}?", again)
        scene.spent += max(0.0, terminal.clock() - begun)
        if isinstance(typed, Command):
            return paused(typed, terminal)
        if scene.left is not None and scene.left <= 0:
            return _too_late(scene, terminal)
        pick = picked(typed, words)
        if typed.isdecimal() and pick != worded(typed, words) is not None:
            # A bare 3 might be the third line, or the answer 3 on another.
            terminal.say(f"{typed} is also an answer. Please type a letter, A for the first line.")
        elif pick is not None:
            return Answered(pick, round(scene.spent * 1000))
        else:
            terminal.say(f"Please type a number from 1 to {len(words)}, or ? for help.")


def _too_late(scene: QuestionScene, terminal: Terminal) -> Answered:
    limit = scene.clock.limit or 0.0
    terminal.say(f"That took {scene.spent:.1f} seconds, and there were {limit:.0f}.")
    return Answered(None, round(limit * 1000))


def _tell_header(header: Header, terminal: Terminal) -> None:
    # In a party the gate has just said which round it is.
    terminal.say(f"For {header.player}." if header.player else f"{header.over.capitalize()}.")


def reveal(scene: RevealScene, terminal: Terminal) -> Paused | None:
    """What was right and why, what it brought, and why a wrong pick was wrong."""

    def tell() -> None:
        terminal.gap()
        terminal.say(*_verdict(scene))

    tell()
    command = go_on(terminal, f"Press Enter: {scene.go_on}.", tell)
    return paused(command, terminal) if command else None


def _verdict(scene: RevealScene) -> list[str]:
    verdict = scene.verdict
    key = verdict.card.options[verdict.card.key]
    won = points(verdict.gained) if verdict.gained else "No points"
    fact = verdict.card.question.why or key.fact
    lines = [f"Right! {won}." if scene.right else f"{verdict.word}. {won}."]
    # Who was right need not hear the answer twice.
    if not scene.right or not stands_in(key.text, fact):
        lines.append(sentence(f"The answer is {verdict.card.key + 1}, {key.text}"))
    if fact:
        lines.append(sentence(fact))
    if verdict.pick is not None and not scene.right:
        pick = verdict.card.options[verdict.pick]
        lines.append(f"You said: {sentence(pick.text)} {sentence(pick.fact or RED_HERRING)}")
    lines.append(f"{sentence(spoken(verdict.note))} Your score: {points(scene.after.score)}.")
    return lines


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

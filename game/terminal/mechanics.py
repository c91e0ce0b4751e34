"""How the mechanics of a party are told: what they are, the bet, the heckle and the steal.

What only one player may read is moved out of sight by empty lines, and what only one player may
know is not shown while it is typed, where the terminal can do that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.scenes.bet import PERCENTS
from game.scenes.explain import EXPLAINED
from game.scenes.scene import Answered
from game.terminal.match import option, paused, tell_options, too_late
from game.terminal.talk import Command, go_on, listen, picked
from game.terminal.terminal import points, sentence, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.scenes.bet import BetScene
    from game.scenes.explain import ExplainScene
    from game.scenes.heckle import HeckleScene
    from game.scenes.scene import Paused
    from game.scenes.steal import StealScene
    from game.terminal.terminal import Terminal

_NUMBER = re.compile(r"[0-9]+")
_COUNTS = {1: "one", 2: "two", 3: "three", 4: "four"}


def explain(scene: ExplainScene, terminal: Terminal) -> Paused | None:
    """What a mechanic does, the first time that it comes up."""
    shown = EXPLAINED[scene.what]

    def tell() -> None:
        terminal.gap()
        terminal.say(f"A house rule: {shown.title}.", spoken(shown.says))

    tell()
    command = go_on(terminal, "Press Enter to go on.", tell)
    return paused(command, terminal) if command else None


def bet(scene: BetScene, terminal: Terminal) -> int | Paused:
    """A part of one's own points; what is typed is nobody else's business."""
    words = [f"{percent} percent" for percent in PERCENTS]
    lines = [f"{word}: {points(scene.stake(p))}" for word, p in zip(words, PERCENTS, strict=True)]
    lines[0] = "Nothing"

    def tell() -> None:
        terminal.gap()
        article = "An" if scene.level[:1] in "aeiou" else "A"
        terminal.say(
            f"{scene.player}, you have {points(scene.score)}. {article} {scene.level} question "
            "comes next, and it counts double. What do you bet? Right wins the bet, wrong "
            "loses it."
        )
        terminal.number(lines)
        if terminal.veils:
            terminal.say("What you type is not shown.")

    tell()
    while True:
        typed = listen(terminal, f"Your bet, 1 to {len(lines)}?", tell, unseen=True)
        place = None if isinstance(typed, Command) else stake(typed, PERCENTS)
        if isinstance(typed, Command) or place is not None:
            terminal.clear()
        if isinstance(typed, Command):
            return paused(typed, terminal)
        if place is not None:
            terminal.say("The bet is in.")
            return PERCENTS[place]
        terminal.say(f"Please type a number from 1 to {len(lines)}, or ? for help.")


def stake(typed: str, percents: Sequence[int]) -> int | None:
    """The place of the bet that a line means: its line's number, or its percent, 10 or 10 %."""
    return picked(typed.removesuffix("%"), ["nothing", *map(str, percents[1:])])


def heckle(scene: HeckleScene, terminal: Terminal) -> tuple[int, ...] | Paused:
    """The wrong answers for the next player, by their numbers on one line."""
    wanted = _COUNTS.get(scene.wanted, str(scene.wanted))

    def tell() -> None:
        terminal.gap()
        terminal.say(
            f"{scene.player} heckles {scene.victim}, who neither looks nor listens now. "
            f"This is the question: {scene.stem}",
            f"All of these are wrong answers. Choose {wanted} of them. If {scene.victim} falls "
            f"for one, you get {points(scene.prize)}.",
        )
        terminal.number(scene.candidates)

    tell()
    example = " ".join(str(number + 1) for number in range(scene.wanted))
    while True:
        typed = listen(terminal, f"Which {wanted}? For example {example}.", tell)
        if isinstance(typed, Command):
            terminal.clear()
            return paused(typed, terminal)
        places = _places(typed, len(scene.candidates))
        if len(places) == scene.wanted:
            terminal.clear()
            terminal.say(f"They are sent to {scene.victim}.")
            return tuple(sorted(places))
        least = f"Please type {wanted} different numbers from 1 to {len(scene.candidates)}"
        terminal.say(f"{least} on one line, or ? for help.")


def _places(typed: str, count: int) -> frozenset[int]:
    """The places that a line names; none where a number in it means nothing or comes twice."""
    # Digits without blanks between them are as clear: there are fewer than ten of them.
    numbers = list(typed) if typed.isdecimal() else _NUMBER.findall(typed)
    places = frozenset(int(number) - 1 for number in numbers if len(number) == 1)
    sound = len(places) == len(numbers) and all(0 <= place < count for place in places)
    return places if sound else frozenset()


# -- the steal -------------------------------------------------------------------------


def steal(scene: StealScene, terminal: Terminal) -> Answered | Paused:
    """The miss and the offer, no option told; taken, it runs against half of the clock."""
    if not scene.taken:
        command = _offered(scene, terminal)
        if command is not None:
            return paused(command, terminal) if isinstance(command, Command) else command
    scene.taken = True
    return _answer(scene, terminal)


def _offered(scene: StealScene, terminal: Terminal) -> Answered | Command | None:
    """None where the offer is taken."""

    def tell() -> None:
        terminal.gap()
        terminal.say(_miss(scene), scene.card.question.stem)
        limit = scene.limit
        time = f" You would have {limit:g} seconds." if limit is not None else ""
        terminal.say(
            f"{scene.player}, it is yours for {points(scene.worth)}. One go; a wrong try costs "
            f"nothing.{time}"
        )

    tell()
    while True:
        typed = listen(terminal, f"{scene.player}, do you steal it? (y or n)", tell)
        if isinstance(typed, Command):
            return typed
        if typed[:1].casefold() == "y":
            return None
        if typed[:1].casefold() == "n":
            return Answered(None, 0)
        terminal.say("Please type y for yes or n for no, and press Enter.")


def _miss(scene: StealScene) -> str:
    if scene.missed is None:
        return f"{scene.loser} was too late."
    said = sentence(scene.card.options[scene.missed].text)
    return f"{scene.loser} said: {said} That is wrong."


def _answer(scene: StealScene, terminal: Terminal) -> Answered | Paused:
    gone = frozenset() if scene.missed is None else frozenset({scene.missed})

    def again() -> None:
        terminal.say(scene.card.question.stem)
        tell_options(scene.card, gone, terminal)

    tell_options(scene.card, gone, terminal)
    limit = scene.limit
    while True:
        begun = terminal.clock()
        count = len(scene.card.options)
        typed = listen(terminal, f"{scene.player}, your answer, 1 to {count}?", again)
        scene.spent += max(0.0, terminal.clock() - begun)
        if isinstance(typed, Command):
            return paused(typed, terminal)
        if limit is not None and scene.spent >= limit:
            return too_late(scene.spent, limit, terminal)
        pick = option(scene.card, typed, terminal)
        if pick in gone:
            terminal.say(f"That was the answer of {scene.loser}. Please type another.")
        elif pick is not None:
            return Answered(pick, round(scene.spent * 1000))

"""How a match is told: the gate, the question, the standings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.modes import LIFELINES
from game.scenes.question import Swapped
from game.scenes.scene import PAUSED, Answered, Paused
from game.scenes.standings import Between
from game.terminal.talk import Command, go_on, listen, picked, worded
from game.terminal.terminal import points, sentence, signed, spoken
from game.ui.props.evenness import evenly

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from game.rules.deal import Card
    from game.scenes.gate import GateScene
    from game.scenes.question import QuestionScene
    from game.scenes.standings import LedgerLine, Place, StandingsScene
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
        terminal.say("----", f"{spoken(scene.heading).capitalize()}: {spoken(rules)}.")

    tell()
    task = f", {scene.task}" if scene.task else ""
    whom = f"{scene.player} of {scene.team}" if scene.team else scene.player
    others = f" {sentence(scene.others)}" if scene.others else ""
    asked = f"{scene.player}, press Enter when you are ready."
    command = go_on(terminal, f"Pass the keyboard to {whom}{task}.{others} {asked}", tell)
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
            return too_late(scene.spent, scene.limit or 0.0, terminal, scene.aids)
        if aid := _aids(scene).get(typed.casefold()):
            if aid == "swap":
                return Swapped(scene.aids)
            _use(scene, aid, terminal)
        elif (pick := _pick(scene, typed, terminal)) is not None:
            return Answered(pick, round(scene.spent * 1000), scene.aids)


def _tell_options(scene: QuestionScene, terminal: Terminal) -> None:
    """The options by their numbers, which stay the same when some are taken away."""
    tell_options(scene.card, scene.hidden, terminal)
    if aids := _aids(scene):
        offered = (f"{letter} for {_AIDS[aid]}" for letter, aid in aids.items())
        terminal.say(f"Lifelines: {', '.join(offered)}.")


def _aids(scene: QuestionScene) -> dict[str, str]:
    """The lifelines that can be used now, by the letters that call them."""
    free = (aid for aid in scene.lifelines.free if aid not in scene.aids)
    return {LIFELINES[aid][1]: aid for aid in free}


def _use(scene: QuestionScene, aid: str, terminal: Terminal) -> None:
    scene.use(aid)
    if aid == "time":
        terminal.say(f"Extra time. You have {scene.left:.0f} seconds now.")
    else:
        terminal.say("Fifty-fifty.")
        _tell_options(scene, terminal)


def _pick(scene: QuestionScene, typed: str, terminal: Terminal) -> int | None:
    """The option that is meant and still there; None, and the reason said, where there is none."""
    pick = option(scene.card, typed, terminal)
    if pick in scene.hidden:
        terminal.say("Fifty-fifty has taken that one away. Please type another.")
        return None
    return pick


def tell_options(card: Card, hidden: Collection[int], terminal: Terminal) -> None:
    """The options that are not hidden, by their numbers."""
    for place, each in enumerate(card.options):
        if place not in hidden:
            terminal.say(f"{place + 1}. {each.text}")


def option(card: Card, typed: str, terminal: Terminal) -> int | None:
    """The option that a line means; None, and the reason said, where there is none."""
    words = [each.text for each in card.options]
    pick = picked(typed, words)
    if typed.isdecimal() and pick != worded(typed, words) is not None:
        # A bare 3 might be the third line, or the answer 3 on another.
        terminal.say(f"{typed} is also an answer. Please type a letter, A for the first line.")
        return None
    if pick is None:
        terminal.say(f"Please type a number from 1 to {len(words)}, or ? for help.")
    return pick


def too_late(
    spent: float, limit: float, terminal: Terminal, aids: tuple[str, ...] = ()
) -> Answered:
    """No answer, and by how many seconds there is none."""
    terminal.say(f"That took {spent:.1f} seconds, and there were {limit:g}.")
    return Answered(None, round(limit * 1000), aids)


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


def standings(scene: StandingsScene, terminal: Terminal) -> Between | Paused | None:
    """The table after a round; its ledger, and the desk where it can be changed, on demand."""

    def tell() -> None:
        terminal.gap()
        terminal.say(f"{scene.heading}. {scene.below}.")
        terminal.say(*map(_line, scene.places))

    tell()
    ledger = ", l: what everyone was asked" if scene.ledger else ""
    asked = f"Press Enter: next round. t: change the table{ledger}."
    while not isinstance(typed := listen(terminal, asked, tell), Command):
        if typed.casefold() == "t":
            return Between.TABLE
        if typed.casefold() == "l" and scene.ledger:
            _tell_ledger(scene.ledger, terminal)
        else:
            return None
    return paused(typed, terminal)


def _line(place: Place) -> str:
    members = f" ({place.members})" if place.members else ""
    by_hand = f", {signed(place.corrected)} of them by hand" if place.corrected else ""
    if place.out:
        return f"{place.name}{members} dropped out with {points(place.score)}{by_hand}."
    moved = ""
    if place.moved:
        places = "1 place" if abs(place.moved) == 1 else f"{abs(place.moved)} places"
        moved = f", {'up' if place.moved > 0 else 'down'} {places}"
    return (
        f"{place.rank}. {place.name}{members}, {points(place.score)}, {place.gained} this round"
        f"{moved}{by_hand}."
    )


def _tell_ledger(ledger: Sequence[LedgerLine], terminal: Terminal) -> None:
    """What each was asked, by level, and what came of it."""
    terminal.gap()
    terminal.say(f"The ledger. {evenly(ledger)}.")
    for line in ledger:
        counts = [(line.easy, "easy"), (line.medium, "medium"), (line.hard, "hard")]
        counts += [(line.right, "right"), (line.stolen, "stolen"), (line.heckled, "heckled")]
        parts = [f"{count} {what}" for count, what in counts if count or what == "right"]
        parts += [f"a bet of {points(line.bet)}"] if line.bet else []
        terminal.say(f"{line.name}: {', '.join(parts)}.")

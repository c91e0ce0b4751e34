"""How a night of everyone at once is told, where one that was begun in a window is carried on.

A terminal is not told of keys that are held at once: each answers in turn, in secret, and all
the others look away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.tally import staked
from game.rules.words import listed
from game.scenes.scene import Answered, Challenged
from game.terminal.match import option, paused, tell_options, too_late
from game.terminal.mechanics import stake
from game.terminal.reveal import disputed
from game.terminal.talk import Command, go_on, listen
from game.terminal.terminal import points, sentence, signed, spoken
from game.ui.props.plates import RED_HERRING

if TYPE_CHECKING:
    from game.scenes.key_check import KeyCheckScene
    from game.scenes.scene import Paused
    from game.scenes.together import TogetherScene
    from game.scenes.together_bet import TogetherBetScene
    from game.scenes.together_reveal import Pick, TogetherRevealScene
    from game.terminal.terminal import Terminal
    from game.ui.props.stands import Contender


def question(scene: TogetherScene, terminal: Terminal) -> tuple[Answered, ...] | Paused:
    """The stem for everyone; then each hears the options and answers in time of their own."""
    limit = scene.limit

    def tell() -> None:
        terminal.gap()
        terminal.say(f"{spoken(scene.header.over).capitalize()}, for everyone, in secret.")
        terminal.say(scene.card.question.stem)

    tell()
    if not scene.answering:
        time = f" Each has {limit:.0f} seconds then." if limit is not None else ""
        asked = f"Press Enter for the answers.{time}"
        if command := go_on(terminal, asked, tell):
            return paused(command, terminal)
    scene.reading_left = 0.0
    tell_options(scene.card, frozenset(), terminal)
    for number, contender in enumerate(scene.contenders):
        if number not in scene.locked:
            outcome = _answer(scene, contender, terminal)
            if not isinstance(outcome, Answered):
                return outcome
            scene.locked[number], scene.spent = outcome, 0.0
    return tuple(scene.locked[number] for number in range(len(scene.contenders)))


def _answer(scene: TogetherScene, contender: Contender, terminal: Terminal) -> Answered | Paused:
    """One of them in secret; what is typed goes out of sight, and the options come again."""
    limit = scene.limit

    def again() -> None:
        terminal.say(scene.card.question.stem)
        tell_options(scene.card, frozenset(), terminal)

    if command := go_on(terminal, _hands_on(contender), again):
        return paused(command, terminal)
    while True:
        begun = terminal.clock()
        count = len(scene.card.options)
        asked = f"{contender.name}, your answer, 1 to {count}?"
        typed = listen(terminal, asked, again, unseen=True)
        scene.spent += max(0.0, terminal.clock() - begun)
        if isinstance(typed, Command):
            terminal.clear()
            return paused(typed, terminal)
        late = limit is not None and scene.spent >= limit
        pick = None if late else option(scene.card, typed, terminal)
        if not late and pick is None:
            continue
        terminal.clear()
        if late and limit is not None:
            return too_late(scene.spent, limit, terminal)
        again()
        return Answered(pick, round(scene.spent * 1000))


def _hands_on(contender: Contender) -> str:
    name = contender.name
    return f"Everyone but {name} looks away. {name}, press Enter when you are ready."


def bets(scene: TogetherBetScene, terminal: Terminal) -> tuple[int, ...] | Paused:
    """Everyone's bet, one after the other, in secret."""

    def tell() -> None:
        terminal.gap()
        terminal.say(
            f"The encore. The question to come is {scene.level} and counts double. How much does "
            "everyone bet on knowing it? Right wins the bet, wrong loses it."
        )

    tell()
    for number, contender in enumerate(scene.contenders):
        if number not in scene.bets:
            outcome = _bet(contender, terminal)
            if not isinstance(outcome, int):
                return outcome
            scene.bets[number] = outcome
    return tuple(scene.bets[number] for number in range(len(scene.contenders)))


def _bet(contender: Contender, terminal: Terminal) -> int | Paused:
    # It needs a window's library, which may not be here; where there is such a scene, it is.
    from game.scenes.together_bet import STAKES

    lines = [f"{p} percent: {points(staked(contender.score, p))}" for p in STAKES]
    lines[0] = "Nothing"

    def tell() -> None:
        terminal.number(lines)

    if command := go_on(terminal, _hands_on(contender), tell):
        return paused(command, terminal)
    tell()
    while True:
        asked = f"{contender.name}, your bet, 1 to {len(lines)}?"
        typed = listen(terminal, asked, tell, unseen=True)
        place = None if isinstance(typed, Command) else stake(typed, STAKES)
        if isinstance(typed, Command) or place is not None:
            terminal.clear()
        if isinstance(typed, Command):
            return paused(typed, terminal)
        if place is not None:
            return STAKES[place]
        terminal.say(f"Please type a number from 1 to {len(lines)}, or ? for help.")


def reveal(scene: TogetherRevealScene, terminal: Terminal) -> Challenged | Paused | None:
    """What was right and why, and what each said and got."""
    key = scene.card.options[scene.card.key]
    fact = scene.card.question.why or key.fact

    def tell() -> None:
        terminal.gap()
        terminal.say(sentence(f"The answer is {scene.card.key + 1}, {key.text}"))
        terminal.say(*([sentence(fact)] if fact else []))
        terminal.say(*(_pick(scene, each) for each in scene.picks))
        terminal.say(*_wrong(scene))

    tell()
    return disputed(terminal, scene.go_on, tell, offered=True)


def _pick(scene: TogetherRevealScene, pick: Pick) -> str:
    if pick.pick is None:
        said = "too late"
    else:
        word = "right" if pick.pick == scene.card.key else "wrong"
        said = f"{scene.card.options[pick.pick].text}, {word}"
    extra = f", {spoken(pick.extra)}" if pick.extra else ""
    return f"{pick.name}: {said}, {signed(pick.gained)}{extra}. {points(pick.total)} now."


def _wrong(scene: TogetherRevealScene) -> list[str]:
    """Why each wrong option that somebody took is wrong."""
    taken = sorted({each.pick for each in scene.picks if each.pick is not None})
    options = [scene.card.options[pick] for pick in taken if pick != scene.card.key]
    return [f"{sentence(each.text)} {sentence(each.fact or RED_HERRING)}" for each in options]


def key_check(scene: KeyCheckScene, terminal: Terminal) -> None:
    """Keys can be tried in the window only; what is set stays as it is."""

    def tell() -> None:
        terminal.gap()
        names = listed([each.name for each in scene.contenders])
        terminal.say(
            f"Whether this keyboard reports the keys of {names} at once can be tried in the "
            f"game’s window only. Set now: {scene.arrangement.title}, {scene.arrangement.says}."
        )

    tell()
    go_on(terminal, "Press Enter to go back.", tell)

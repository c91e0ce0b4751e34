"""How an answer is told: what was right, what it brought, and the dispute about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.words import stands_in
from game.scenes.scene import Challenged
from game.terminal.match import lives, paused
from game.terminal.talk import Command, agreed, listen
from game.terminal.terminal import points, sentence, signed, spoken
from game.ui.props.plates import RED_HERRING

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenes.challenge import ChallengeScene, Proof
    from game.scenes.reveal import Beside, RevealScene, Verdict
    from game.scenes.scene import Paused
    from game.terminal.terminal import Terminal


def reveal(scene: RevealScene, terminal: Terminal) -> Challenged | Paused | None:
    """What was right and why, what it brought, and why a wrong pick was wrong."""

    def tell() -> None:
        terminal.gap()
        terminal.say(*_verdict(scene))

    tell()
    # Who was right has little to dispute, and need not hear of it every time.
    return disputed(terminal, scene.go_on, tell, offered=not scene.right)


def disputed(
    terminal: Terminal, go_on: str, tell: Callable[[], None], *, offered: bool
) -> Challenged | Paused | None:
    """Wait for Enter, or for a dispute, which is `offered` or only understood."""
    dispute = " d disputes the question." if offered else ""
    typed = listen(terminal, f"Press Enter: {go_on}.{dispute}", tell)
    if isinstance(typed, Command):
        return paused(typed, terminal)
    return Challenged() if typed.casefold() == "d" else None


def _verdict(scene: RevealScene) -> list[str]:
    verdict = scene.verdict
    key = verdict.card.options[verdict.card.key]
    fact = verdict.card.question.why or key.fact
    # After an offer it is not the player of the turn who holds the keyboard.
    offered, player = verdict.thief is not None, scene.after.player
    who, whose = (player, f"{player}’s") if offered else ("You", "Your")
    lines = [_stolen(verdict) if offered else _word(verdict)]
    # Who was right need not hear the answer twice.
    if not scene.right or not stands_in(key.text, fact):
        lines.append(sentence(f"The answer is {verdict.card.key + 1}, {key.text}"))
    if fact:
        lines.append(sentence(fact))
    if verdict.pick is not None and not scene.right:
        pick = verdict.card.options[verdict.pick]
        lines.append(f"{who} said: {sentence(pick.text)} {sentence(pick.fact or RED_HERRING)}")
    if verdict.stolen is not None and verdict.stolen != verdict.card.key:
        tried = verdict.card.options[verdict.stolen]
        lines.append(f"The steal: {sentence(tried.text)} {sentence(tried.fact or RED_HERRING)}")
    if verdict.haunted:
        lines.append(_ghost(verdict))
    lines += [f"{each.name}: {spoken(each.what)}{_points(each)}." for each in verdict.beside]
    score = f"{sentence(spoken(verdict.note))} {whose} score: {points(scene.after.score)}."
    if verdict.haunted:
        score += f" {sentence(scene.after.note)}"
    if lives(scene.after) != lives(scene.before):
        score += f" {sentence(lives(scene.after))}"
    return [*lines, score]


def _word(verdict: Verdict) -> str:
    """Right or not, and what it brought; nothing of that where nothing could be won."""
    word = "Right!" if verdict.pick == verdict.card.key else f"{verdict.word}."
    if verdict.scoreless:
        return word
    won = points(verdict.gained) if verdict.gained else "No points"
    return f"{word} {won}{', counted double' if verdict.doubled and verdict.gained else ''}."


def _stolen(verdict: Verdict) -> str:
    """What became of the offer: that the answer before it was a miss is known."""
    if verdict.stolen is None:
        return "It was not stolen."
    return "Stolen!" if verdict.stolen == verdict.card.key else "The steal is wrong, too."


def _points(beside: Beside) -> str:
    return f", {signed(beside.points)}" if beside.points else ""


def _ghost(verdict: Verdict) -> str:
    if verdict.ghost is None:
        return "The ghost had no answer in time."
    return f"The ghost said: {sentence(verdict.card.options[verdict.ghost].text)}"


def challenge(scene: ChallengeScene, terminal: Terminal) -> bool:
    """The proof of every option, and whether the player still stands by the challenge."""

    def tell() -> None:
        terminal.gap()
        terminal.say(f"The proof. {scene.stem}")
        terminal.number([_proof(proof) for proof in scene.proofs])
        terminal.say(sentence(spoken(scene.source).capitalize()))

    tell()
    so = "so that the question does not count" if scene.voids else "so that it is noted"
    stands = agreed(terminal, f"Do you stand by it, {so}?", tell)
    if stands:
        void = "void, and " if scene.voids else ""
        terminal.say(f"The question is {void}noted for whoever mends the pack.")
    return stands


def _proof(proof: Proof) -> str:
    word = "Right" if proof.right else "Wrong"
    return f"{sentence(proof.words)} {word}. {sentence(proof.why)}"

"""How an answer is told: what was right, what it brought, and the dispute about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.words import stands_in
from game.scenes.scene import Challenged
from game.terminal.match import lives, paused
from game.terminal.talk import Command, agreed, listen
from game.terminal.terminal import points, sentence, spoken
from game.ui.props.plates import RED_HERRING

if TYPE_CHECKING:
    from game.scenes.challenge import ChallengeScene, Proof
    from game.scenes.reveal import RevealScene, Verdict
    from game.scenes.scene import Paused
    from game.terminal.terminal import Terminal


def reveal(scene: RevealScene, terminal: Terminal) -> Challenged | Paused | None:
    """What was right and why, what it brought, and why a wrong pick was wrong."""

    def tell() -> None:
        terminal.gap()
        terminal.say(*_verdict(scene))

    tell()
    # Who was right has little to dispute, and need not hear of it every time.
    dispute = "" if scene.right else " d disputes the question."
    typed = listen(terminal, f"Press Enter: {scene.go_on}.{dispute}", tell)
    if isinstance(typed, Command):
        return paused(typed, terminal)
    return Challenged() if typed.casefold() == "d" else None


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
    if verdict.haunted:
        lines.append(_ghost(verdict))
    score = f"{sentence(spoken(verdict.note))} Your score: {points(scene.after.score)}."
    if verdict.haunted:
        score += f" {sentence(scene.after.note)}"
    if lives(scene.after) != lives(scene.before):
        score += f" {sentence(lives(scene.after))}"
    return [*lines, score]


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

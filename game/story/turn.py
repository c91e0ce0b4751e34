"""One turn: the question, the answer written down, the reveal, and the dispute about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from game.rules.deal import halved
from game.rules.modes import LEVEL_NAMES
from game.rules.score import bonus
from game.rules.tally import is_sudden, worth
from game.scenes.challenge import ChallengeScene, Proof
from game.scenes.question import Ghost, Lifelines, QuestionScene, Swapped
from game.scenes.reveal import RevealScene, Verdict
from game.scenes.scene import Challenged, show
from game.story.breaks import Changed, Left, take_five, through_breaks
from game.story.proof import proofs
from game.ui.media.slide import NOTHING

if TYPE_CHECKING:
    from game.rules.deal import Card
    from game.rules.match import Match
    from game.rules.question import Question
    from game.scenes.scene import Story
    from game.ui.media.slide import Exhibit
    from game.ui.props.header import Header

# Who leaves in extra time comes back to at least so many seconds.
LEAST_LEFT = 1.0

HeaderOf = Callable[["Match", int], "Header"]
"""A header from the match and the number of the answer in hand."""


def nothing(_question: Question) -> Exhibit:
    """Nothing is shown with any question."""
    return NOTHING


def plain(verdict: Verdict, _match: Match, _number: int) -> Verdict:
    """A verdict with nothing beside it."""
    return verdict


def no_note(_match: Match, _card: Card) -> None:
    """Nobody writes the dispute down."""


def all_proofs(_match: Match, card: Card) -> tuple[Proof, ...]:
    """Why each option of a disputed card is right or wrong, nothing held back."""
    return proofs(card)


def a_break(_open: bool) -> Story[None]:
    """A break like any other."""
    return take_five()


@dataclass(frozen=True, slots=True)
class Conduct:
    """How the turns of a match are played.

    `keep` is told of every turn before it is revealed, `clock` how many
    milliseconds are left when a running question is left, `dispute` of every
    question disputed, which is void then, unless `voids` is False. `ghosts` has
    a friend's answer to each question in order; times are counted in steps of
    `step_ms`. `exhibit` begins to fetch what goes with a question. `judge` adds
    to a verdict what else the answer brought. `pause` is the break at an answer
    of which the question is still open, or not. `proofs` tells why each option of
    a disputed card is right or wrong.
    """

    header: HeaderOf
    keep: Callable[[Match], None]
    go_on: Callable[[Match], str]
    clock: Callable[[Match, int], None]
    dispute: Callable[[Match, Card], None] = no_note
    ghosts: tuple[Ghost, ...] = ()
    step_ms: int = 1
    voids: bool = True
    exhibit: Callable[[Question], Exhibit] = nothing
    judge: Callable[[Verdict, Match, int], Verdict] = plain
    pause: Callable[[bool], Story[None]] = a_break
    proofs: Callable[[Match, Card], tuple[Proof, ...]] = all_proofs


def play_turn(match: Match, conduct: Conduct, left_ms: int | None = None) -> Story[Match]:
    """Ask the next question and reveal it; the match with its answer.

    A match whose question was disputed and voided comes back without it.

    Raises:
        Left: when the player leaves.
    """
    match = yield from ask(match, conduct, left_ms)
    return (yield from reveal(match, conduct))


def ask(match: Match, conduct: Conduct, left_ms: int | None = None) -> Story[Match]:
    """Ask the next question; the match with its answer, which is kept and not yet revealed.

    Raises:
        Left: when the player leaves.
    """
    number, card = len(match.played), match.card
    header = conduct.header(match, number)
    ghost = conduct.ghosts[number] if number < len(conduct.ghosts) else None
    lifelines = Lifelines(match.lifelines(), halved(card, match.seed))
    exhibit = conduct.exhibit(card.question)
    scene = QuestionScene(card, match.clock, header, lifelines, ghost, exhibit)
    if left_ms is not None and match.clock.limit is not None:
        scene.carry_on(left_ms / 1000)
    outcome: Any = yield from _asked(scene, match, conduct)
    if isinstance(outcome, Swapped):
        match = match.swap(outcome.aids)
        conduct.keep(match)
        return (yield from ask(match, conduct))
    ms = -(-outcome.ms // conduct.step_ms) * conduct.step_ms
    match = match.answer(outcome.pick, ms, outcome.aids)
    conduct.keep(match)
    return match


def reveal(match: Match, conduct: Conduct) -> Story[Match]:
    """Reveal the last answer; the match, without it where it was disputed and voided.

    Raises:
        Left: when the player leaves.
    """
    number, card = len(match.played) - 1, match.cards[match.played[-1].card]
    ghost = conduct.ghosts[number] if number < len(conduct.ghosts) else None
    verdict = Verdict(
        card,
        match.played[-1].pick,
        match.gained(number),
        _note(match, number),
        ghost=ghost.pick if ghost else None,
        haunted=ghost is not None,
    )
    scene = RevealScene(
        conduct.judge(verdict, match, number),
        conduct.header(before_last(match), number),
        conduct.header(match, number),
        conduct.go_on(match),
        conduct.exhibit(card.question),
    )
    fetch_next(match, conduct)
    while isinstance((yield from through_breaks(scene, _pause(conduct, False))), Challenged):
        if (voided := (yield from dispute(match, card, conduct))) is not None:
            return voided
    return match


def before_last(match: Match) -> Match:
    """The match as it stood before its last answer that counts, and all that came of it."""
    last = match.played[-1]
    first = min(at for at, turn in enumerate(match.turns) if turn is last)
    return replace(match, turns=match.turns[:first])


def fetch_next(match: Match, conduct: Conduct) -> None:
    """While an answer is read, what the next question shows is fetched."""
    if match.asks:
        conduct.exhibit(match.card.question)


def dispute(match: Match, card: Card, conduct: Conduct) -> Story[Match | None]:
    """Show why the last answer was right or wrong; the match without it where it is voided."""
    if not (yield from show(_challenge(match, card, conduct))):
        return None
    conduct.dispute(match, card)
    if not conduct.voids:
        return None
    match = match.void()
    conduct.keep(match)
    return match


def _pause(conduct: Conduct, is_open: bool) -> Callable[[], Story[None]]:
    return lambda: conduct.pause(is_open)


def _asked(scene: QuestionScene, match: Match, conduct: Conduct) -> Story[Any]:
    """The question through all breaks; when it is left, what its clock says is kept."""
    try:
        return (yield from through_breaks(scene, _pause(conduct, True)))
    except (Left, Changed, GeneratorExit):
        # Left for the title, for the table, or by closing the window.
        if scene.answering and match.clock.limit is not None:
            # A lifeline of an unanswered question is free again, so its extra time is not kept.
            left = max(match.clock.limit - scene.spent, LEAST_LEFT)
            conduct.clock(match, round(left * 1000))
        raise


def _challenge(match: Match, card: Card, conduct: Conduct) -> ChallengeScene:
    question = card.question
    source = f"question {question.id}  ·  {question.template}"
    return ChallengeScene(question.stem, source, conduct.proofs(match, card), voids=conduct.voids)


def _note(match: Match, number: int) -> str:
    turn = match.played[number]
    parts = []
    if turn.pick is None:
        parts.append("No answer in time")
    elif match.clock.limit is not None:
        parts.append(f"Answered in {turn.ms / 1000:.1f} s")
    level = match.cards[turn.card].question.level
    parts.append(f"{LEVEL_NAMES[level]} question")
    if match.mode.streak and (more := bonus(match.roll(number))):
        parts.append(f"{match.roll(number)} in a row, +{more} %")
    return " · ".join(parts)


def small_print(match: Match, number: int) -> str:
    """What stands at the foot of the ticket for answer `number`: its level and its worth."""
    slot = match.course[number]
    level = LEVEL_NAMES[match.cards[slot.card].question.level].upper()
    if is_sudden(match, slot):
        return f"{level}  ·  sudden death"
    up_to = "up to " if match.mode.speed and match.limit_ms else ""
    return f"{level}  ·  {up_to}{worth(match, slot)} points"


def verdicts(match: Match, answers: list[int], total: int) -> tuple[str, ...]:
    """The little marks of a header: how the answers went, which is on now, how many come."""
    marks = ["right" if match.right(match.played[number]) else "wrong" for number in answers]
    now = ["now"] if len(marks) < total else []
    return (*marks, *now, *[""] * (total - len(marks) - len(now)))

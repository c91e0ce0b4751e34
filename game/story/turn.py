"""One turn: the question, the answer written down, the reveal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.rules.modes import LEVEL_NAMES
from game.rules.score import bonus, points
from game.scenes.question import QuestionScene
from game.scenes.reveal import RevealScene, Verdict
from game.story.breaks import through_breaks

if TYPE_CHECKING:
    from game.rules.match import Match
    from game.scenes.scene import Story
    from game.ui.props.header import Header

HeaderOf = Callable[["Match", int], "Header"]
"""A header from the match and the number of the turn in hand."""


def play_turn(
    match: Match, header: HeaderOf, keep: Callable[[Match], None], go_on: Callable[[Match], str]
) -> Story[Match]:
    """Ask the next question; the match with its answer, which is kept before it is revealed.

    Raises:
        Left: when the player leaves.
    """
    number, card = len(match.turns), match.card
    before = header(match, number)
    answered = yield from through_breaks(QuestionScene(card, match.clock, before))
    match = match.answer(answered.pick, answered.ms)
    keep(match)
    verdict = Verdict(card, answered.pick, match.gained(number), _note(match, number))
    yield from through_breaks(RevealScene(verdict, before, header(match, number), go_on(match)))
    return match


def _note(match: Match, number: int) -> str:
    turn = match.turns[number]
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
    """What stands at the foot of the ticket for turn `number`: its level and its worth."""
    level = match.cards[match.plan[number].card].question.level
    most = points(level, match.limit_ms or 0, match.limit_ms, speed=match.mode.speed)
    up_to = "up to " if match.mode.speed and match.limit_ms else ""
    return f"{LEVEL_NAMES[level].upper()}  ·  {up_to}{most} points"


def verdicts(match: Match, turns: list[int], total: int) -> tuple[str, ...]:
    """The little marks of a header: how the turns went, which is on now, how many are to come."""
    marks = ["right" if match.right(match.turns[number]) else "wrong" for number in turns]
    now = ["now"] if len(marks) < total else []
    return (*marks, *now, *[""] * (total - len(marks) - len(now)))

"""Packs as the player sees them: what stands on a pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.memory import due, known
from game.ui.props.passes import Pass

if TYPE_CHECKING:
    from game.packs.library import Entry
    from game.packs.pack import Pack
    from game.story.tonight import Tonight

_MOTTO = "It’s all happening"


def card(tonight: Tonight, entry: Entry | None, pack: Pack | None) -> Pass:
    """The pass of a pack: what is known of it, or, before it was played, what it holds."""
    if entry is None:
        return Pass("No pack", "nothing to play yet")
    if pack is None:
        return Pass(entry.title, "", motto=_MOTTO)
    return Pass(
        pack.title or entry.title,
        counted(len(pack.questions)),
        _figures(tonight, pack),
        over="ALL ACCESS" if entry.origin == "shipped" else "YOUR OWN PACK",
        motto=_MOTTO,
    )


def counted(questions: int) -> str:
    """How many questions, in words that fit one as well as many."""
    return "1 question" if questions == 1 else f"{questions} questions"


def _figures(tonight: Tonight, pack: Pack) -> tuple[tuple[str, str], ...]:
    states, at = tonight.records.fact_states(pack.id), tonight.now()
    if not states:
        levels = (sum(each.level == level for each in pack.questions) for level in (1, 2, 3))
        return tuple(zip(("Easy", "Medium", "Hard"), map(str, levels), strict=True))
    facts = _facts(pack)
    memories = [state.memory for fact, state in states.items() if fact in facts]
    best = tonight.records.best(pack.id, "setlist", tonight.settings.clock or "standard")
    return (
        ("Best night", f"{best.score:,}" if best else "–"),
        ("By heart", f"{percent_known(tonight, pack)} %"),
        ("Due now", str(sum(due(memory, at) for memory in memories))),
    )


def percent_known(tonight: Tonight, pack: Pack) -> int | None:
    """How much of a pack is known by heart; None before it was played."""
    states, at = tonight.records.fact_states(pack.id), tonight.now()
    if not states:
        return None
    facts = _facts(pack)
    mine = [state.memory for fact, state in states.items() if fact in facts]
    heart = sum(known(memory, at) == "heart" for memory in mine)
    return round(100 * heart / max(1, len(facts)))


def _facts(pack: Pack) -> frozenset[str]:
    return frozenset(question.facts[0] for question in pack.questions)


def trouble(pack: Pack) -> str:
    """Why a pack cannot be played: its first problem."""
    if not pack.problems:
        return "It makes no question. “encore pack check” says why."
    first = pack.problems[0]
    return f"Line {first.line}: {first.message}"

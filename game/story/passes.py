"""Packs as the player sees them: what stands on a pass, and the choice among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.memory import due, known
from game.scenes.packs import Choice, PacksScene
from game.scenes.scene import show
from game.story.breaks import tell
from game.ui.props.passes import Pass

if TYPE_CHECKING:
    from game.packs.library import Entry
    from game.packs.pack import Pack
    from game.scenes.scene import Story
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
    facts = {question.facts[0] for question in pack.questions}
    memories = [state.memory for fact, state in states.items() if fact in facts]
    heart = sum(known(memory, at) == "heart" for memory in memories)
    best = tonight.records.best(pack.id, "setlist", tonight.settings.clock or "standard")
    return (
        ("Best night", f"{best.score:,}" if best else "–"),
        ("Known cold", f"{round(100 * heart / max(1, len(facts)))} %"),
        ("Due now", str(sum(due(memory, at) for memory in memories))),
    )


def choose_pack(tonight: Tonight) -> Story[None]:
    """Let the player choose the pack to play; packs are read while the rack is looked at."""
    rack = tonight.rack
    if not rack.entries:
        yield from tell("note", "No packs", "The game came without its question packs.")
        return
    ids = [entry.id for entry in rack.entries]

    def choices() -> tuple[Choice, ...]:
        return tuple(_choice(tonight, entry, rack.glance(entry.id)) for entry in rack.entries)

    rack.begin(*ids)
    at = ids.index(tonight.pack) if tonight.pack in ids else 0
    chosen = yield from show(PacksScene(choices(), at, choices))
    if chosen is not None:
        tonight.pack = chosen


def _choice(tonight: Tonight, entry: Entry, pack: Pack | None) -> Choice:
    if pack is None:
        return Choice(entry.id, entry.title, "being read", card(tonight, entry, None), read=False)
    name = pack.title or entry.title
    if not pack.playable:
        away = Pass(name, entry.path.name, band="NOT TONIGHT", over="THIS PACK CANNOT BE PLAYED")
        return Choice(entry.id, name, "cannot be played", away, trouble(pack))
    whose = "yours · " if entry.origin == "own" else ""
    note = f"{whose}{counted(len(pack.questions))}"
    return Choice(entry.id, name, note, card(tonight, entry, pack))


def trouble(pack: Pack) -> str:
    """Why a pack cannot be played: its first problem."""
    if not pack.problems:
        return "It makes no question. “encore pack check” says why."
    first = pack.problems[0]
    return f"Line {first.line}: {first.message}"

"""What each way to play alone deals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.rules.deal import rank
from game.rules.memory import due, known
from game.rules.modes import MODES
from game.rules.practice import practice
from game.rules.seating import deal_match, match_of

if TYPE_CHECKING:
    from game.packs.pack import Pack
    from game.rules.match import Match
    from game.story.tonight import Tonight

ALONE = ("You",)
_GIG = "daily|"
# The same for everyone, with or without a sound device or a window: in words alone.
SHARED = ("daily", "duel")


def deck(tonight: Tonight, pack: Pack, name: str, length: int | None = None) -> Match:
    """A match for one player, dealt as the mode `name` wants it; over where nothing can be."""
    mode = MODES[name]
    if length is not None and length in mode.lengths:
        mode = replace(mode, length=length)
    seed = f"{_GIG}{tonight.day()}" if name == "daily" else tonight.seed()
    if name == "soundcheck":
        return rehearsal(tonight, pack, seed)
    if name == "duel":
        seed = duel_seed(seed)
    seen = tonight.seen(pack.id) if mode.fresh else ()
    clock = tonight.clock_for(mode)
    questions = tonight.questions(pack, shared=name in SHARED)
    return deal_match(pack.fingerprint, questions, mode, ALONE, seed, clock, seen)


def gig_day(match: Match) -> str:
    """The UTC date of a daily gig, which may be over after midnight; empty for other matches."""
    return match.seed.removeprefix(_GIG) if match.mode.name == "daily" else ""


def duel_seed(seed: str) -> str:
    """Eight hexadecimal digits, which a duel code has room for."""
    return f"{rank(seed, 'duel') % 2**32:08x}"


def rehearsal(tonight: Tonight, pack: Pack, seed: str, facts: tuple[str, ...] = ()) -> Match:
    """Practice: of `facts`, or else of those that are due, shaky, never asked, in that order."""
    mode = MODES["soundcheck"]
    wanted = facts or to_practise(tonight, pack)
    count = max(mode.length, len(facts))
    chosen = practice(tonight.questions(pack), wanted, tonight.records.seen(pack.id), seed, count)
    clock = tonight.clock_for(mode)
    return match_of(pack.fingerprint, chosen, (), mode, ALONE, seed, clock)


def to_practise(tonight: Tonight, pack: Pack) -> tuple[str, ...]:
    """The pack's facts by how much they want practice; those known by heart are left out."""
    states, at = tonight.records.fact_states(pack.id), tonight.now()
    facts = tuple(dict.fromkeys(question.facts[0] for question in tonight.questions(pack)))
    ripe = [fact for fact in facts if fact in states and due(states[fact].memory, at)]
    ripe.sort(key=lambda fact: (states[fact].memory.stability, states[fact].due))
    shaky = [
        fact
        for fact in facts
        if fact in states and fact not in ripe and known(states[fact].memory, at) == "shaky"
    ]
    new = sorted((fact for fact in facts if fact not in states), key=lambda fact: rank("new", fact))
    return (*ripe, *shaky, *new)


def count_due(tonight: Tonight, pack_id: str) -> int:
    """How many of the pack's facts are due for practice."""
    at = tonight.now()
    states = tonight.records.fact_states(pack_id).values()
    return sum(due(state.memory, at) for state in states)

"""The jacket: which patches were earned, and the moment when they are sewn on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from game.rules.memory import HEART_DAYS
from game.rules.patches import (
    PATCHES,
    Deeds,
    Patch,
    days_in_a_row,
    deeds_of,
    earned,
    show_of,
    together,
)
from game.scenes.patches import PatchesScene
from game.scenes.scene import show
from game.ui.props.jacket import Badge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.packs.pack import Pack
    from game.records import Night
    from game.rules.match import Match
    from game.scenes.scene import Story
    from game.story.tonight import Tonight

_ALL = 1_000_000


def new_patches(
    tonight: Tonight, pack: Pack, match: Match, friend: Match | None = None
) -> tuple[Patch, ...]:
    """The patches that `match` has just earned; from now on they are sewn on.

    Call it once, after the match was finished in the records. `friend` is the
    match of the friend whose ghost played along.
    """
    played = show_of(match, pack.id, friend.score() if friend else None)
    done = together((deeds_so_far(tonight, (pack,)), deeds_of(played)))
    before = tonight.records.patches()
    new = tuple(
        patch for patch in PATCHES if patch.name in earned(done) and patch.name not in before
    )
    tonight.records.keep_patches(patch.name for patch in new)
    return new


def sew_on(tonight: Tonight, pack: Pack, match: Match, friend: Match | None = None) -> Story[None]:
    """Show the patches that `match` has just earned, if there are any."""
    new = new_patches(tonight, pack, match, friend)
    if new:
        numbers = tuple(PATCHES.index(patch) for patch in new)
        yield from show(PatchesScene(badges(tonight, ()), numbers))


def badges(tonight: Tonight, packs: Iterable[Pack]) -> tuple[Badge, ...]:
    """All patches for the jacket; those earned before there was a jacket are sewn on now."""
    tonight.records.keep_patches(earned(deeds_so_far(tonight, packs)))
    sewn = tonight.records.patches()
    return tuple(
        Badge(
            patch.title, patch.how, patch.sign, day(sewn[patch.name]) if patch.name in sewn else ""
        )
        for patch in PATCHES
    )


def deeds_so_far(tonight: Tonight, packs: Iterable[Pack]) -> Deeds:
    """Everything in the records; what is known by heart is asked for `packs` alone."""
    shows = tonight.records.shows()
    nights = tonight.records.history(_ALL)
    known = [_knowledge(tonight, pack) for pack in packs]
    days = Deeds(days=longest_streak(nights))
    return together((*map(deeds_of, shows), *known, days))


def longest_streak(nights: Iterable[Night]) -> int:
    """The most days in a row with a finished daily gig."""
    ordinals = []
    for night in nights:
        if night.mode == "daily" and night.day and night.state == "finished":
            try:
                ordinals.append(date.fromisoformat(night.day).toordinal())
            except ValueError:
                continue
    return days_in_a_row(ordinals)


def day(at: float) -> str:
    """UTC seconds as 22 Nov 2026; empty for a time that no calendar has."""
    try:
        when = datetime.fromtimestamp(at, UTC)
    except (ValueError, OverflowError, OSError):
        return "some day"
    return f"{when.day} {when:%b %Y}"


def _knowledge(tonight: Tonight, pack: Pack) -> Deeds:
    """What is known by heart, whether or not it is due: it was learned."""
    states = tonight.records.fact_states(pack.id)
    held = {fact for fact, state in states.items() if state.memory.stability >= HEART_DAYS}
    facts = {question.facts[0] for question in pack.questions}
    turned = max((states[fact].attempts - states[fact].right for fact in held), default=0)
    return Deeds(
        learned=frozenset({pack.id}) if facts and facts <= held else frozenset(), turned=turned
    )

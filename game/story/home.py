"""The evening: the title, and where its lines lead.

What the title itself does not need is imported when a line is taken: the first
picture does not wait for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from game.rules.modes import MODES
from game.scenes.scene import show
from game.scenes.title import Line, TitleScene, Wish
from game.story.saved import settle
from game.ui.props.passes import Pass

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.packs.pack import Pack
    from game.scenes.scene import Story
    from game.story.tonight import Tonight


def evening(
    tonight: Tonight, mode: str | None = None, players: tuple[str, ...] = ()
) -> Story[None]:
    """From the title through matches and back, until the player goes home.

    With `mode` the first match starts at once, for `players` if it is a party.
    """
    yield from settle(tonight)
    if mode is not None:
        yield from _play(tonight, mode, players)
    chosen: Wish | None = None
    while True:
        title = _title(tonight, chosen)
        wanted = yield from show(title)
        if wanted is Wish.QUIT:
            return
        if isinstance(wanted, Wish):
            chosen = wanted
            yield from _follow(tonight, wanted)
        else:
            from game.story.dropping import take_in

            yield from take_in(tonight, wanted)


def _follow(tonight: Tonight, wish: Wish) -> Story[None]:
    match wish:
        case Wish.PACKS:
            from game.story.choosing import choose_pack

            yield from choose_pack(tonight)
        case Wish.PARTY:
            yield from _play(tonight, "party", ())
        case Wish.SOLO:
            yield from _play(tonight, "", ())
        case Wish.CARRY_ON:
            yield from _carry_on(tonight)
        case Wish.NUMBERS:
            from game.story.numbers import numbers

            yield from numbers(tonight)
        case Wish.SETTINGS:
            from game.story.settings import settings

            yield from settings(tonight)


def after_fault(tonight: Tonight, report: str) -> Story[None]:
    """Say that something broke, then go on from the title."""
    from game.scenes.ask import AskScene

    where = f"What happened is written down in {report}." if report else ""
    go_on = yield from show(
        AskScene(
            "fault",
            "bolt",
            "A string has snapped",
            f"Something in the game broke; the fault is ours. {where}",
            (("Back to the title", True), ("Quit", False)),
            back=True,
        )
    )
    if go_on:
        yield from evening(tonight)


def _play(tonight: Tonight, mode: str, players: tuple[str, ...]) -> Story[None]:
    """Play `mode` with the pack in hand; without a mode, choose how to play alone."""
    from game.story.breaks import tell

    if not tonight.pack:
        yield from tell("note", "No pack to play", "The game came without its question packs.")
        return
    pack = tonight.rack.open(tonight.pack)
    if not pack.playable:
        from game.story.passes import trouble

        yield from tell("cross", "This pack cannot be played", trouble(pack))
    elif not mode:
        from game.story.alone import alone

        yield from alone(tonight, pack)
    elif MODES[mode].is_party:
        from game.story import party

        yield from party.party(tonight, pack, players)
    else:
        from game.story.alone import start

        yield from start(tonight, pack, mode)


def _carry_on(tonight: Tonight) -> Story[None]:
    from game.story import party
    from game.story.alone import carry_on

    found = tonight.records.unfinished()
    if found is None:
        return
    entry = tonight.rack.entry(found.pack_id)
    # Everything that was dealt is kept with the match: its pack may be gone by now.
    pack = tonight.rack.open(entry.id) if entry else _departed(found.pack_id)
    if found.match.mode.is_party:
        yield from party.carry_on(tonight, pack, found)
    else:
        yield from carry_on(tonight, pack, found)


def _departed(pack_id: str) -> Pack:
    from pathlib import Path

    from game.packs.pack import Pack

    return Pack(pack_id, Path(), title=pack_id)


def _title(tonight: Tonight, chosen: Wish | None) -> TitleScene:
    count = len(tonight.rack.entries)
    lines = (
        *_unfinished(tonight),
        Line(Wish.SOLO, "a night alone, five ways to play it"),
        Line(Wish.PARTY, MODES["party"].blurb),
        Line(Wish.PACKS, "1 pack" if count == 1 else f"{count} packs"),
    )
    title = TitleScene(lines, *_pass(tonight), tonight.notice)
    if chosen in title.wishes:
        title.chosen = title.wishes.index(chosen)
    return title


def _pass(tonight: Tonight) -> tuple[Pass, Callable[[], Pass | None]]:
    """The pass of the pack in hand, and what gives it anew once the pack has been read."""
    entry = tonight.rack.entry(tonight.pack)

    def news() -> Pass | None:
        from game.story.passes import card

        tonight.rack.begin(tonight.pack)
        pack = tonight.rack.glance(tonight.pack)
        if pack is None:
            return None
        # While nobody waits: one of these lines will be taken next.
        import_module("game.story.alone")
        import_module("game.story.party")
        return card(tonight, entry, pack)

    if tonight.rack.glance(tonight.pack) and (known := news()):
        return known, news
    title = entry.title if entry else "No pack"
    return Pass(title, "" if entry else "nothing to play yet", motto="It’s all happening"), news


def _unfinished(tonight: Tonight) -> tuple[Line, ...]:
    found = tonight.records.unfinished()
    if found is None:
        return ()
    match = found.match
    if match.mode.is_party:
        first, *others = match.players
        company = (
            f"{first} and {len(others)} more" if len(others) > 1 else f"{first} and {others[0]}"
        )
        where = f"{company}, round {min(match.round, match.round_count)} of {match.round_count}"
    else:
        where = f"{match.mode.title}, track {min(len(match.played) + 1, len(match.course))}"
    return (Line(Wish.CARRY_ON, where),)

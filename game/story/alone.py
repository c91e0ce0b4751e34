"""What to play alone: the modes on offer, and where each leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules import code
from game.rules.modes import CLOCKS, MODES, SOLO
from game.rules.seating import deal_match
from game.scenes.ask import AskScene
from game.scenes.entry import EntryScene
from game.scenes.scene import show
from game.scenes.ways import Way, WaysScene
from game.story.decks import ALONE, count_due, deck
from game.story.magazine import until_tomorrow
from game.story.sharing import friend_of
from game.story.solo import Gig, solo

if TYPE_CHECKING:
    from game.packs.pack import Pack
    from game.records import Resumable
    from game.rules.match import Match
    from game.scenes.scene import Story
    from game.story.tonight import Tonight

_ABOUT = {
    "setlist": "Tracks that get harder as the night goes on. Three lifelines, each once: "
    "fifty-fifty, extra time, another question.",
    "marathon": "On and on until the third miss, or until the pack runs dry. What you miss comes "
    "back a few questions later in other words.",
    "daily": "The same ten questions for everyone who has this pack, all over the world, until "
    "midnight UTC. Your first try is the one that counts.",
    "soundcheck": "No clock, and the score goes in no book. It asks what you keep missing, in "
    "other words where there are some, and leaves in peace what you know by heart.",
    "duel": "Play ten questions and send the code to a friend, who plays the same ten against "
    "your ghost. No server, no account.",
}


def alone(tonight: Tonight, pack: Pack) -> Story[None]:
    """Choose a way to play alone, then play it."""
    clocks = tuple(CLOCKS.values())
    names = [clock.name for clock in clocks]
    set_clock = tonight.clock.name if tonight.clock else tonight.settings.clock or "standard"
    chosen = yield from show(
        WaysScene(
            _ways(tonight, pack),
            tuple(clock.title for clock in clocks),
            names.index(set_clock),
        )
    )
    if chosen is None:
        return
    if tonight.clock is not None:
        tonight.clock = clocks[chosen.clock]
    elif names[chosen.clock] != tonight.settings.clock:
        tonight.set(clock=names[chosen.clock])
    if chosen.mode == "duel":
        yield from duel(tonight, pack)
    else:
        yield from start(tonight, pack, chosen.mode, chosen.length)


def start(tonight: Tonight, pack: Pack, mode: str, length: int | None = None) -> Story[None]:
    """Play `mode` at once."""

    def gig() -> Gig:
        extra = {"day": tonight.day()} if mode == "daily" else {}
        return Gig(deck(tonight, pack, mode, length), extra)

    yield from solo(tonight, pack, gig(), gig)


def carry_on(tonight: Tonight, pack: Pack, found: Resumable) -> Story[None]:
    """Go on with a match of an earlier evening."""
    match, mode = found.match, found.match.mode
    friend = _friend(match, found.extra.get("code"))
    gig = Gig(match, found.extra, friend, found.id, found.left_ms)

    def again() -> Gig:
        return Gig(deck(tonight, pack, mode.name, mode.length))

    yield from solo(tonight, pack, gig, again)


def _ways(tonight: Tonight, pack: Pack) -> tuple[Way, ...]:
    return tuple(
        Way(
            mode.name,
            mode.title,
            mode.blurb,
            _ABOUT[mode.name],
            _figures(tonight, pack, mode.name),
            mode.lengths,
            mode.length,
        )
        for mode in SOLO
    )


def _figures(tonight: Tonight, pack: Pack, mode: str) -> tuple[tuple[str, str], ...]:
    records = tonight.records
    if mode == "soundcheck":
        return (("Due now", str(count_due(tonight, pack.id))),)
    if mode == "daily":
        today = records.daily(tonight.day(), pack.fingerprint)
        days = records.streak_of_days(tonight.day())
        played = f"{today.score:,}" if today else "not played yet"
        streak = (("Days in a row", str(days)),) if days else ()
        return ("Today", played), ("Next gig in", until_tomorrow(tonight)), *streak
    clock = tonight.clock_for(MODES[mode])
    best = records.best(pack.id, mode, clock.name)
    return (("Best night", f"{best.score:,}" if best else "none yet"),)


def duel(tonight: Tonight, pack: Pack) -> Story[None]:
    """Start a duel, or take one up with a friend's code."""
    entering = yield from show(
        AskScene(
            "duel",
            "bolt",
            "A duel",
            "Play first and get a code to send, or enter the code that a friend sent you.",
            (("Start a duel", False), ("Enter a code", True), ("Back", None)),
            back=None,
        )
    )
    if entering is None:
        return
    if not entering:
        yield from start(tonight, pack, "duel")
        return
    typed = yield from show(
        EntryScene(
            "Your friend’s code",
            "Type or paste it; case, spaces and hyphens do not matter.",
            lambda text: _trouble(tonight, text),
        )
    )
    if typed is not None:
        yield from _taken_up(tonight, typed)


def _trouble(tonight: Tonight, text: str) -> str:
    """Why a code cannot be played here; empty when it can."""
    try:
        said = code.read(text)
    except code.CodeError as fault:
        return str(fault)
    pack = _pack_of(tonight, said)
    if pack is None:
        return "This duel is played with a pack that is not on your rack."
    if code.version_mark(pack.fingerprint) != said.version:
        return f"Your friend has another version of the pack “{pack.title}”."
    return ""


def _pack_of(tonight: Tonight, said: code.Duel) -> Pack | None:
    ids = [entry.id for entry in tonight.rack.entries if code.pack_mark(entry.id) == said.pack]
    return tonight.rack.open(ids[0]) if ids else None


def _taken_up(tonight: Tonight, text: str) -> Story[None]:
    said = code.read(text)
    pack = _pack_of(tonight, said)
    if pack is None:
        return

    def gig() -> Gig:
        clock = tuple(CLOCKS.values())[said.clock]
        questions = tonight.questions(pack, shared=True)
        match = deal_match(pack.fingerprint, questions, MODES["duel"], ALONE, said.seed, clock)
        return Gig(match, {"code": text}, friend_of(match, said))

    yield from solo(tonight, pack, gig(), gig)


def _friend(match: Match, text: object) -> Match | None:
    """The ghost of a duel carried on."""
    from dataclasses import replace

    if not isinstance(text, str):
        return None
    try:
        return friend_of(replace(match, turns=()), code.read(text))
    except code.CodeError:
        return None

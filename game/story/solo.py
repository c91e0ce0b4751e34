"""A night alone: one match after the other, each ending in the magazine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.rules.score import bonus
from game.scenes.question import Ghost
from game.scenes.results import After
from game.scenes.scene import show
from game.story.breaks import Left, tell
from game.story.decks import rehearsal
from game.story.magazine import magazine
from game.story.patches import sew_on
from game.story.turn import Conduct, play_turn, small_print, verdicts
from game.story.waiting import place_for_another
from game.ui.props.header import Header

if TYPE_CHECKING:
    from game.packs.pack import Pack
    from game.records import Night
    from game.rules.match import Match
    from game.scenes.results import ResultsScene
    from game.scenes.scene import Story
    from game.story.tonight import Tonight

# Duel codes count time in such steps: milliseconds.
_DUEL_STEP = 50


@dataclass(frozen=True, slots=True)
class Gig:
    """A match to play: dealt now, or carried on from `id` with `left_ms` on its clock.

    `friend` is the match of a friend whose ghost plays along; `extra` is kept
    with the match, so that it can be carried on as it was.
    """

    match: Match
    extra: Mapping[str, object] = field(default_factory=dict)
    friend: Match | None = None
    id: int | None = None
    left_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Played:
    """A match played to its end, with the best night there was before it."""

    match: Match
    gig: Gig
    best: Night | None


def solo(tonight: Tonight, pack: Pack, gig: Gig, again: Callable[[], Gig]) -> Story[None]:
    """Play `gig`, then those that `again` deals, until the player has had enough."""
    current: Gig | None = gig
    while current is not None:
        played = yield from play(tonight, pack, current)
        if played is None:
            return
        current = yield from after(tonight, pack, played, again)


def play(tonight: Tonight, pack: Pack, gig: Gig) -> Story[Played | None]:
    """Play a match to its end, every turn kept; None when it was left or has nothing to ask."""
    match, records = gig.match, tonight.records
    if match.over and not match.played:
        yield from tell("note", "An empty set list", "There is no question to ask just now.")
        return None
    match_id = gig.id
    if match_id is None:
        if not (yield from place_for_another(tonight)):
            return None
        match_id = records.begin(match.mode.name, pack.id, match, gig.extra)
    conduct = _conduct(tonight, pack, match_id, gig)
    left_ms = gig.left_ms
    try:
        while not match.over:
            match = yield from play_turn(match, conduct, left_ms)
            left_ms = None
    except Left:
        return None
    best = records.best(pack.id, match.mode.name, match.clock.name, count=len(match.plan))
    records.finish(match_id, match)
    return Played(match, gig, best)


def _conduct(tonight: Tonight, pack: Pack, match_id: int, gig: Gig) -> Conduct:
    def keep(match: Match) -> None:
        tonight.records.keep(match_id, match)
        tonight.keep(match)

    friend = gig.friend.played if gig.friend else ()
    duel = gig.match.mode.name == "duel"
    return Conduct(
        header=lambda match, number: header(pack, match, number, gig.friend),
        keep=keep,
        go_on=lambda match: "to the results" if match.over else "next track",
        clock=lambda match, left: tonight.records.clock(match_id, match, left),
        dispute=lambda match, card: tonight.review(pack, match, card),
        exhibit=lambda question: tonight.exhibit(pack, question),
        ghosts=tuple(Ghost(turn.pick, turn.ms) for turn in friend),
        step_ms=_DUEL_STEP if duel else 1,
        # The friend plays these very questions, and knows nothing of a dispute.
        voids=not duel,
    )


def header(pack: Pack, match: Match, number: int, friend: Match | None = None) -> Header:
    """What stands above answer `number` (from 0), before or after it was given."""
    done, count = len(match.played), len(match.course)
    roll = match.current_roll()
    note = f"{roll} in a row" if roll > 1 else ""
    if note and match.mode.streak and (more := bonus(roll)):
        note += f"  +{more} %"
    if friend is not None:
        note = f"the ghost has {friend.score(turns=done):,}"
    marks = verdicts(match, list(range(done)), count)
    over = f"TRACK {number + 1} OF {count}"
    if match.lives is not None:
        over = f"TRACK {number + 1}"
        marks = tuple(["life"] * match.lives + ["lost"] * ((match.mode.lives or 0) - match.lives))
    return Header(
        over=over,
        under=f"{pack.title} · {match.mode.title}",
        score=match.score(),
        note=note,
        done=marks,
        print=small_print(match, number),
    )


def after(
    tonight: Tonight, pack: Pack, played: Played, again: Callable[[], Gig]
) -> Story[Gig | None]:
    """The magazine; the next match to play, or None for the title."""
    scene = magazine(tonight, pack, played.match, played.gig.friend, played.best)
    while True:
        wish = yield from show(scene)
        if wish is After.COPY:
            _copy(scene)
        else:
            break
    yield from sew_on(tonight, pack, played.match, played.gig.friend)
    if wish is After.PRACTISE:
        return Gig(rehearsal(tonight, pack, tonight.seed(), missed_facts(played.match)))
    return again() if wish is After.AGAIN else None


def missed_facts(match: Match) -> tuple[str, ...]:
    """The facts that were asked and not known, each once."""
    missed = (turn for turn in match.played if not match.right(turn))
    return tuple(dict.fromkeys(match.cards[turn.card].question.facts[0] for turn in missed))


def _copy(scene: ResultsScene) -> None:
    # Needs what the game in a terminal can do without.
    from game.ui import clipboard

    copied = clipboard.put(scene.share)
    scene.said = "Copied: paste it where your friends are." if copied else "No clipboard is here."
    scene.track = None

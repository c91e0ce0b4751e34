"""A night alone: ten tracks, then the magazine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.match import deal_match
from game.rules.modes import MODES
from game.rules.score import bonus
from game.scenes.results import Cover, ResultsScene, Track
from game.scenes.scene import show
from game.story import headlines
from game.story.breaks import Left, tell
from game.story.turn import play_turn, small_print, verdicts
from game.ui.props.header import Header

if TYPE_CHECKING:
    from game.packs.pack import Pack
    from game.rules.match import Match
    from game.scenes.scene import Story
    from game.story.tonight import Tonight


def solo(tonight: Tonight, pack: Pack, mode: str = "setlist") -> Story[None]:
    """Play matches until the player has had enough."""
    again = True
    while again:
        match = deal_match(
            pack.fingerprint,
            pack.questions,
            MODES[mode],
            ("You",),
            tonight.seed(),
            tonight.clock,
        )
        if match.over:
            yield from tell("note", "An empty set list", "This pack makes no question to play.")
            return
        try:
            match = yield from _tracks(tonight, pack, match)
        except Left:
            return
        again = yield from show(results(pack, match))


def _tracks(tonight: Tonight, pack: Pack, match: Match) -> Story[Match]:
    while not match.over:
        match = yield from play_turn(
            match,
            lambda now, number: header(pack, now, number),
            tonight.keep,
            lambda now: "to the results" if now.over else "next track",
        )
    return match


def header(pack: Pack, match: Match, number: int) -> Header:
    """What stands above track `number` (from 0), before or after its answer."""
    roll, count = match.current_roll(), len(match.plan)
    note = f"{roll} in a row" if roll > 1 else ""
    if note and (more := bonus(roll)):
        note += f"  +{more} %"
    return Header(
        over=f"TRACK {number + 1} OF {count}",
        under=f"{pack.title} · {match.mode.title}",
        score=match.score(),
        note=note,
        done=verdicts(match, list(range(len(match.turns))), count),
        print=small_print(match, number),
    )


def results(pack: Pack, match: Match) -> ResultsScene:
    """The magazine and the set list of a finished match."""
    line = headlines.headline(match)
    cover = Cover(
        issue=f"THE MUSIC PAPER OF RECORD  ·  {pack.title.upper()} ISSUE",
        headline=f"“{line.headline}”",
        lead=line.lead,
        score=match.score(),
        inside=headlines.inside(match),
        stars=headlines.stars(match),
        closing=f"{headlines.right_count(match)} of {len(match.turns)} right, "
        f"{match.clock.title.lower()} clock",
    )
    tracks = tuple(
        Track(
            stem=match.cards[turn.card].question.stem,
            answer=match.cards[turn.card].question.key.text,
            right=match.right(turn),
            seconds=None if turn.pick is None else turn.ms / 1000,
        )
        for turn in match.turns
    )
    return ResultsScene(cover, tracks)

"""What the magazine says about a match that was played alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.results import ResultsScene, Track
from game.story import headlines
from game.story.decks import gig_day
from game.story.sharing import duel_code, share_text
from game.ui.props.cover import Cover

if TYPE_CHECKING:
    from game.packs.pack import Pack
    from game.records import Night
    from game.rules.match import Match
    from game.story.tonight import Tonight

_DAY = 86_400


def magazine(
    tonight: Tonight, pack: Pack, match: Match, friend: Match | None, best: Night | None
) -> ResultsScene:
    """The results of `match`; `best` is the best night there was before it."""
    line = headlines.headline(match, friend)
    cover = Cover(
        issue=f"THE MUSIC PAPER OF RECORD  ·  {pack.title.upper()} ISSUE",
        headline=f"“{line.headline}”",
        lead=line.lead,
        score=match.score(),
        inside=headlines.inside(match),
        stars=headlines.stars(match),
        closing=_closing(tonight, match, friend, best),
    )
    tracks = tuple(
        Track(
            stem=match.cards[turn.card].question.stem,
            answer=match.cards[turn.card].question.key.text,
            right=match.right(turn),
            seconds=None if turn.pick is None or match.clock.limit is None else turn.ms / 1000,
            fact=match.cards[turn.card].question.why,
            late=turn.pick is None,
        )
        for turn in match.played
    )
    strip = f"Your duel code: {duel_code(pack, match)}" if match.mode.name == "duel" else ""
    return ResultsScene(cover, tracks, strip, share_text(pack, match, gig_day(match)))


def _closing(tonight: Tonight, match: Match, friend: Match | None, best: Night | None) -> str:
    score = match.score()
    if friend is not None:
        return _duel(score, friend.score())
    if match.mode.name == "daily":
        return f"{_days(tonight)}Tomorrow’s gig in {until_tomorrow(tonight)}"
    if match.mode.name == "soundcheck":
        right = headlines.right_count(match)
        return f"{right} of {len(match.played)} sat; the others come back soon"
    if best is None:
        return "The first night of its kind"
    if score > best.score:
        return f"A new best night. The old one: {best.score:,}"
    return f"Best night so far: {best.score:,}"


def _duel(mine: int, theirs: int) -> str:
    if mine == theirs:
        return f"{mine:,} all: you and the ghost share the bill"
    won = "the night is yours" if mine > theirs else "the ghost takes the night"
    return f"You {mine:,}, the ghost {theirs:,}: {won}"


def _days(tonight: Tonight) -> str:
    days = tonight.records.streak_of_days(tonight.day())
    return f"{days} days in a row · " if days > 1 else ""


def until_tomorrow(tonight: Tonight) -> str:
    """How long it is until the next UTC day, as "5 h 12 min"."""
    left = _DAY - int(tonight.now()) % _DAY
    hours, minutes = left // 3600, left % 3600 // 60
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"

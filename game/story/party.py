"""A night with one keyboard: names, rounds with a gate before every turn, the poster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.awards import awards
from game.rules.modes import LEVEL_NAMES, MODES
from game.rules.seating import deal_match
from game.scenes.gate import GateScene, Standing
from game.scenes.names import NamesScene
from game.scenes.poster import Act, PosterScene
from game.scenes.scene import show
from game.scenes.standings import Place, StandingsScene
from game.story.breaks import Left, tell, through_breaks
from game.story.patches import sew_on
from game.story.turn import Conduct, play_turn, small_print, verdicts
from game.story.waiting import place_for_another
from game.ui.props.header import Header

if TYPE_CHECKING:
    from game.packs.pack import Pack
    from game.records import Resumable
    from game.rules.match import Match
    from game.scenes.scene import Story
    from game.story.tonight import Tonight

_WORDS = ("", "", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT")


def party(tonight: Tonight, pack: Pack, players: tuple[str, ...] = ()) -> Story[None]:
    """Ask for names unless they are given, then play nights until the table has had enough."""
    if not players:
        named = yield from show(NamesScene(tonight.names or tonight.settings.names))
        if named is None:
            return
        players = tonight.names = named
        tonight.set(names=named)
    again = True
    while again:
        match = _deal(tonight, pack, players)
        if match.over:
            few = f"This pack has too few questions alike for {len(players)} players."
            yield from tell("note", "Not enough for everyone", few)
            return
        if not (yield from place_for_another(tonight)):
            return
        match_id = tonight.records.begin("party", pack.id, match, {})
        again = yield from _night(tonight, pack, match, match_id)


def carry_on(tonight: Tonight, pack: Pack, found: Resumable) -> Story[None]:
    """Go on with a night of an earlier evening, then with new ones for the same table."""
    if (yield from _night(tonight, pack, found.match, found.id, found.left_ms)):
        yield from party(tonight, pack, found.match.players)


def _deal(tonight: Tonight, pack: Pack, players: tuple[str, ...]) -> Match:
    mode = MODES["party"]
    return deal_match(
        pack.fingerprint,
        tonight.questions(pack),
        mode,
        players,
        tonight.seed(),
        tonight.clock_for(mode),
        tonight.seen(pack.id),
    )


def _night(
    tonight: Tonight, pack: Pack, match: Match, match_id: int, left_ms: int | None = None
) -> Story[bool]:
    """Play a night to its poster; whether the table wants another."""

    def keep(now: Match) -> None:
        tonight.records.keep(match_id, now)
        tonight.keep(now)

    conduct = Conduct(
        header=header,
        keep=keep,
        go_on=_next_name,
        clock=lambda now, left: tonight.records.clock(match_id, now, left),
        dispute=lambda now, card: tonight.review(pack, now, card),
        exhibit=lambda question: tonight.exhibit(pack, question),
    )
    try:
        while not match.over:
            before = match.round
            yield from through_breaks(gate(match))
            match = yield from play_turn(match, conduct, left_ms)
            left_ms = None
            if not match.over and match.round != before:
                yield from through_breaks(standings(match))
    except Left:
        return False
    tonight.records.finish(match_id, match)
    again = yield from show(poster(match))
    yield from sew_on(tonight, pack, match)
    return again


def _next_name(match: Match) -> str:
    if match.over:
        return "to the poster"
    at_break = len(match.played) % len(match.players) == 0
    return "to the standings" if at_break else f"pass to {match.players[match.next.seat]}"


def gate(match: Match) -> GateScene:
    """The gate before the turn to come."""
    seat, level = match.next.seat, match.card.question.level
    limit = match.clock.limit
    rules = (
        ("Level", LEVEL_NAMES[level]),
        ("Worth", f"{50 * (level + 1)} points"),
        ("Time", f"{limit:.0f} s" if limit is not None else "no clock"),
    )
    order = sorted(range(len(match.players)), key=lambda each: (-match.score(each), each))
    table = tuple(Standing(each, match.players[each], match.score(each)) for each in order)
    return GateScene(
        seat,
        match.players[seat],
        f"ROUND {match.round} OF {match.round_count}",
        table,
        "So far tonight" if match.played else "On stage tonight",
        rules,
    )


def header(match: Match, number: int) -> Header:
    """What stands above turn `number` (from 0), before or after its answer."""
    slot = match.course[number]
    own = [n for n, turn in enumerate(match.played) if turn.seat == slot.seat]
    return Header(
        over=f"ROUND {number // len(match.players) + 1} OF {match.round_count}",
        under="",
        score=match.score(slot.seat),
        seat=slot.seat,
        player=match.players[slot.seat],
        done=verdicts(match, own, match.round_count),
        print=small_print(match, number),
    )


def standings(match: Match) -> StandingsScene:
    """The table after a round."""
    players, played = len(match.players), len(match.played)
    now, then = match.ranks(), match.ranks(played - players)
    first = played <= players
    places = sorted(
        (
            Place(
                rank=now[seat],
                seat=seat,
                name=match.players[seat],
                score=match.score(seat),
                gained=match.score(seat) - match.score(seat, played - players),
                moved=0 if first else then[seat] - now[seat],
            )
            for seat in range(players)
        ),
        key=lambda place: (place.rank, place.seat),
    )
    done = played // players
    left = match.round_count - done
    below = "The last round comes next" if left == 1 else f"{left} rounds to play"
    return StandingsScene(f"After round {done}", below, tuple(places))


def poster(match: Match) -> PosterScene:
    """The bill of a finished night."""
    ranks, scores = match.ranks(), match.scores
    acts = sorted(
        (Act(ranks[seat], seat, name, scores[seat]) for seat, name in enumerate(match.players)),
        key=lambda act: (act.rank, act.seat),
    )
    won = tuple(
        (award.title, f"{match.players[award.seat]}, {award.detail}") for award in awards(match)
    )
    strap = f"TONIGHT ONLY · ONE KEYBOARD · {_WORDS[len(match.players)]} ACTS"
    return PosterScene(strap, tuple(acts), won)

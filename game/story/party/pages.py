"""What a night shows between its questions: gates, headers, the table after a round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.awards import rounds_end
from game.rules.modes import LEVEL_NAMES
from game.rules.night import leaders
from game.rules.table import corrected, performer
from game.rules.tally import is_encore, is_sudden, worth
from game.rules.turn import BET, HECKLE, STEAL
from game.scenes.gate import GateScene, Standing
from game.scenes.standings import LedgerLine, Place, StandingsScene
from game.story.turn import small_print, verdicts
from game.ui.props.header import Header

if TYPE_CHECKING:
    from game.rules.match import Match
    from game.rules.turn import Slot

LOOK_AWAY = "everyone else looks away"
_OPEN = "One question is still to be answered"


def gate(match: Match) -> GateScene:
    """The gate before the question to come."""
    slot, number = match.next, len(match.played)
    limit = match.clock.limit
    points = worth(match, slot)
    rules = (
        ("Level", LEVEL_NAMES[match.card.question.level]),
        ("Worth", f"{points} points" if points else "staying in"),
        ("Time", f"{limit:.0f} s" if limit is not None else "no clock"),
    )
    name = performer(match, number)
    return GateScene(
        slot.seat,
        name,
        _round(match, slot),
        table_so_far(match),
        "So far tonight" if match.played else "On stage tonight",
        rules,
        team=match.players[slot.seat] if match.teams else "",
    )


def heckle_gate(match: Match, heckler: int, victim: str) -> GateScene:
    """The gate before somebody chooses the wrong options of the question to come."""
    return GateScene(
        heckler,
        match.players[heckler],
        _round(match, match.next),
        table_so_far(match),
        "So far tonight" if match.played else "On stage tonight",
        (("Level", LEVEL_NAMES[match.card.question.level]),),
        task=f"to heckle {victim}",
        others=LOOK_AWAY,
    )


def bet_gate(match: Match, seat: int) -> GateScene:
    """The gate before a bet."""
    return GateScene(
        seat,
        match.players[seat],
        "ENCORE · THE BETS",
        table_so_far(match),
        "Before the encore",
        (("Bet", "0 to 50 %"), ("Right", "wins the bet"), ("Wrong", "loses it")),
        task="to place a secret bet",
        others=LOOK_AWAY,
    )


def table_so_far(match: Match) -> tuple[Standing, ...]:
    """Who is there, the best first."""
    there = [seat for seat in range(len(match.players)) if seat not in match.out]
    order = sorted(there, key=lambda each: (-match.score(each), each))
    return tuple(Standing(each, match.players[each], match.score(each)) for each in order)


def _round(match: Match, slot: Slot) -> str:
    """Which round a slot is in, as it is announced."""
    if is_sudden(match, slot):
        return "SUDDEN DEATH"
    number = slot.round or match.round
    return f"{'ENCORE · ' if is_encore(match, slot) else ''}ROUND {number} OF {match.round_count}"


def header(match: Match, number: int) -> Header:
    """What stands above turn `number` (from 0), before or after its answer."""
    slot = match.course[number]
    own = [n for n, turn in enumerate(match.played) if turn.seat == slot.seat]
    team = match.players[slot.seat] if match.teams else ""
    return Header(
        over=_round(match, slot),
        under="",
        score=match.score(slot.seat),
        note=team,
        seat=slot.seat,
        player=performer(match, number),
        done=verdicts(match, own, max(match.round_count, len(own))),
        print=small_print(match, number),
    )


def together_header(match: Match, number: int) -> Header:
    """What stands above a question for everyone, the first of whose answers is `number`."""
    slot = match.course[number]
    return Header(
        over=_round(match, slot),
        under="everyone, in secret",
        score=max(match.scores),
        note=_lead(match),
        print=small_print(match, number),
    )


def _lead(match: Match) -> str:
    """Who leads, and with how many points; empty while nobody does."""
    best = max(match.scores)
    first = [each.name for each in table_so_far(match) if each.score == best]
    if not best or not first:
        return ""
    if len(first) == 1:
        return f"{first[0]} leads with {best:,}"
    who = f"{first[0]} and {first[1]}" if len(first) == 2 else f"{len(first)} of you"
    return f"{who} lead with {best:,}"


def next_name(match: Match) -> str:
    """What comes after a reveal, in a few words."""
    if match.due is None:
        return "to the poster"
    if match.due.kind == STEAL:
        return "to the steal"
    if has_standings(match):
        return "to the standings"
    if match.due.kind == BET:
        return "to the bets"
    if match.house.shared:
        return "to the next question"
    if match.due.kind == HECKLE:
        return f"pass to {match.players[match.due.seat]}, who heckles"
    return f"pass to {performer(match, len(match.played))}"


def has_standings(match: Match) -> bool:
    """Whether the table is shown now: a round is over, and no bets were made, which come after.

    After the last round it is shown where a sudden death follows: who is level stands there.
    """
    if not match.round_over or is_sudden(match, match.slots[-1]):
        return False
    if match.bets and not is_sudden(match, match.next):
        return False
    # A miss that ends the round is offered first, and revealed.
    if match.due is not None and match.due.kind == STEAL:
        return False
    # Where a round is one question for all, its reveal has shown how everyone stands.
    return not match.house.shared or match.next.round >= match.last_round


def standings(match: Match) -> StandingsScene:
    """The table after a round."""
    ends = rounds_end(match)
    before = ends[-2] if len(ends) > 1 else 0
    now, then = match.ranks(), match.ranks(before)
    places = (
        Place(
            rank=now[seat],
            seat=seat,
            name=match.players[seat],
            score=match.score(seat),
            gained=match.score(seat) - match.score(seat, before),
            moved=then[seat] - now[seat] if before else 0,
            corrected=corrected(match, seat),
            members=", ".join(match.teams[seat]) if match.teams else "",
            out=seat in match.out,
        )
        for seat in range(len(match.players))
    )
    in_order = sorted(places, key=lambda place: (place.out, place.rank, place.seat))
    done = match.slots[-1].round or before // len(match.players) + 1
    return StandingsScene(f"After round {done}", _to_come(match), tuple(in_order), ledger(match))


def _to_come(match: Match) -> str:
    if is_sudden(match, match.next):
        # Not those the rules say are in: an answer of theirs may have been taken back.
        *others, last = (match.players[seat] for seat in leaders(match))
        return f"{', '.join(others)} and {last} play off the first place" if others else _OPEN
    left = match.round_count - match.next.round + 1
    if left == 1:
        double = match.house.plays("encore")
        return "The last round comes next" + (", and counts double" if double else "")
    return f"{left} rounds to play"


def ledger(match: Match) -> tuple[LedgerLine, ...]:
    """What each has been asked, and what has come of it."""
    return tuple(_ledger_line(match, seat) for seat in range(len(match.players)))


def _ledger_line(match: Match, seat: int) -> LedgerLine:
    own = [turn for turn in match.played if turn.seat == seat]
    levels = [match.cards[turn.card].question.level for turn in own]
    won = [entry.what for entry in match.entries if entry.seat == seat]
    bets = (entry.points for entry in match.entries if (entry.seat, entry.what) == (seat, BET))
    return LedgerLine(
        seat,
        match.players[seat],
        easy=levels.count(1),
        medium=levels.count(2),
        hard=levels.count(3),
        right=sum(map(match.right, own)),
        stolen=won.count(STEAL),
        heckled=won.count(HECKLE),
        bet=sum(map(abs, bets)),
    )

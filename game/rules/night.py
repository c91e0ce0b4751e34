"""A party's night: who is to do what next, and who is first when points do not say it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from game.rules.question import MOST_WRONG
from game.rules.tally import is_encore, is_sudden
from game.rules.turn import ANSWER, BET, HECKLE, STEAL, VOID, Due, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.rules.scored import Scored

# Of so many proven wrong options a heckler chooses three.
HECKLED_FROM = 6
# With fewer options left there is nothing to think about.
LEAST_TO_STEAL = 3
# Once one of these came after a miss, it is offered no more, whoever is back meanwhile.
_GOES_ON = (ANSWER, VOID, BET, HECKLE)


def due(match: Scored, course: Sequence[Slot]) -> Due | None:
    """What is to happen next; None when the night is over. `course` has the slots to come, too."""
    if (thief := to_steal(match)) is not None:
        return Due(STEAL, thief, match.played[-1].card)
    if len(match.played) >= len(course):
        return None
    slot = course[len(match.played)]
    if is_encore(match, slot) and (bettors := to_bet(match)):
        return Due(BET, bettors[0])
    if (heckler := to_heckle(match, slot)) is not None:
        return Due(HECKLE, heckler, slot.card)
    return Due(ANSWER, slot.seat, slot.card)


def circle(match: Scored, slot: Slot) -> tuple[int, ...]:
    """The seats in the order in which they play, from the slot's own seat on, who is there only."""
    round_of = [each.seat for each in match.plan if each.round == slot.round]
    if slot.seat not in round_of:
        round_of = list(range(len(match.players)))
    at = round_of.index(slot.seat)
    turned = (*round_of[at:], *round_of[:at])
    return tuple(seat for seat in turned if seat == slot.seat or seat not in match.out)


def to_steal(match: Scored) -> int | None:
    """Whom the last question, missed, is now offered to; None when to nobody."""
    if not match.played or not match.house.plays("steal"):
        return None
    last, slot, turns = match.played[-1], match.slots[-1], reversed(match.turns)
    few = len(match.cards[last.card].options) < LEAST_TO_STEAL
    if match.right(last) or last.card in match.steals or is_sudden(match, slot) or few:
        return None
    if any(turn.kind in _GOES_ON for turn in takewhile(lambda each: each is not last, turns)):
        return None
    heckle = match.heckles.get(last.card)
    # A heckler has seen which options are wrong.
    others = (seat for seat in circle(match, slot)[1:] if heckle is None or seat != heckle.seat)
    return next(others, None)


def to_bet(match: Scored) -> list[int]:
    """Who is still to bet before the last round begins: whoever has points, and has not bet."""
    if not before_encore(match):
        return []
    seats = [slot.seat for slot in match.ahead if is_encore(match, slot)]
    return [seat for seat in seats if match.score(seat) > 0 and seat not in match.bets]


def before_encore(match: Scored) -> bool:
    """Whether nothing of a last round that counts double has been answered, up to now."""
    return match.house.plays("encore") and not any(is_encore(match, each) for each in match.slots)


def bets_stand(match: Scored) -> bool:
    """Whether somebody has bet on a last round that has not begun: what was before it stands."""
    return bool(match.bets) and before_encore(match)


def to_heckle(match: Scored, slot: Slot) -> int | None:
    """Who chooses the wrong options of the slot's card; None when nobody does, any more."""
    if not match.house.plays("heckle") or is_sudden(match, slot) or slot.card in match.heckles:
        return None
    if len(match.cards[slot.card].question.wrong) <= MOST_WRONG:
        return None
    others = circle(match, slot)[1:]
    return others[-1] if others else None


def playoff(match: Scored) -> tuple[tuple[int, ...], tuple[Slot, ...]]:
    """Who of those tied for first is still in, and what of the sudden death is to be played.

    Nobody is in where there is no such tie, or none that is played off.
    """
    if match.ahead or not match.house.plays("sudden") or to_steal(match) is not None:
        return (), ()
    tied = leaders(match)
    if len(tied) < 2:
        return (), ()
    for number, cards in enumerate(match.reserve):
        # Everybody gets one of the set, or the same one.
        shared = match.house.shared
        there = match.standing(cards)
        if len(there) < (1 if shared else len(tied)):
            continue
        round_number = match.last_round + 1 + number
        answers = {
            turn.seat: turn
            for turn, slot in zip(match.played, match.slots, strict=True)
            if slot.round == round_number
        }
        left = [seat for seat in tied if seat not in answers]
        if left:
            asked = {turn.card for turn in answers.values()}
            free = there[:1] * len(left) if shared else [c for c in there if c not in asked]
            pairs = zip(left, free, strict=False)
            return tied, tuple(Slot(seat, card, round_number) for seat, card in pairs)
        # Where all were right, or none, everyone goes on.
        tied = tuple(seat for seat in tied if match.right(answers[seat])) or tied
        if len(tied) == 1:
            break
    return tied, ()


def leaders(match: Scored) -> tuple[int, ...]:
    """Who has the most points, of those who are there, in the order of their seats."""
    there = [seat for seat in range(len(match.players)) if seat not in match.out]
    best = max((match.score(seat) for seat in there), default=0)
    return tuple(seat for seat in there if match.score(seat) == best)

"""What a table does in a night besides answering: each gives the match after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import floor

from game.rules.deal import Card, shuffled
from game.rules.match import Match
from game.rules.night import HECKLED_FROM
from game.rules.question import MOST_WRONG, Option
from game.rules.tally import EARNED, MOST_BET
from game.rules.turn import (
    BACK,
    BET,
    CORRECT,
    HECKLE,
    NO_CARD,
    OUT,
    SKIP,
    STEAL,
    Due,
    Slot,
    Turn,
)


def steal(match: Match, pick: int | None, ms: int) -> Match:
    """The match after the miss was stolen, or was to be: `pick` is None where nobody wanted it.

    Raises:
        ValueError: when nothing is to be stolen, or not with this option.
    """
    due = _due(match, STEAL)
    card = match.cards[due.card]
    if pick is not None and (not 0 <= pick < len(card.options) or pick == match.played[-1].pick):
        raise ValueError(f"option {pick} cannot be picked")
    return match.after(Turn(due.seat, due.card, pick, max(0, ms), STEAL))


def candidates(match: Match) -> tuple[Option, ...]:
    """The proven wrong options that a heckler chooses from.

    Raises:
        ValueError: when nobody is to heckle.
    """
    card = match.cards[_due(match, HECKLE).card]
    offered = [option for option in card.options if option != card.question.key]
    rest = [option for option in card.question.wrong if option not in offered]
    more = shuffled(rest, match.seed, lambda option: (card.question.id, "heckle", option.text))
    several = [*offered, *more][:HECKLED_FROM]
    return tuple(
        shuffled(several, match.seed, lambda option: (card.question.id, "rack", option.text))
    )


def heckle(match: Match, places: Sequence[int]) -> Match:
    """The match after the wrong options were chosen, by their places among the `candidates`.

    Raises:
        ValueError: when nobody is to heckle, or not so many or not these are to be chosen.
    """
    there = candidates(match)
    if not len(places) == len(set(places)) == MOST_WRONG or not all(
        0 <= place < len(there) for place in places
    ):
        raise ValueError(f"{MOST_WRONG} of {len(there)} are to be chosen")
    due = _due(match, HECKLE)
    card = match.cards[due.card]
    chosen = iter([there[place] for place in places])
    options = tuple(
        option if place == card.key else next(chosen) for place, option in enumerate(card.options)
    )
    cards = list(match.cards)
    cards[due.card] = Card(card.question, options, card.key)
    turned = replace(match, cards=tuple(cards))
    return turned.after(Turn(due.seat, due.card, None, 0, HECKLE))


def bet(match: Match, *percents: int) -> Match:
    """The match after the next to bet have bet so many percent of their points, in turn.

    Raises:
        ValueError: when nobody is to bet, or not so much.
    """
    for percent in percents:
        if not 0 <= percent <= MOST_BET:
            raise ValueError(f"0 to {MOST_BET} percent can be bet")
        match = match.after(Turn(_due(match, BET).seat, NO_CARD, None, 0, BET, amount=percent))
    return match


def skip(match: Match) -> Match:
    """The match after the question to come was changed for another, as everyone wished.

    Raises:
        ValueError: when no other is left.
    """
    if not can_skip(match):
        raise ValueError("there is no other question to be had")
    slot = match.next
    return match.after(Turn(slot.seat, slot.card, None, 0, SKIP))


def can_skip(match: Match) -> bool:
    """Whether the question to come can be changed for another: not once somebody answered it."""
    if match.due is None or match.due.kind == STEAL:
        return False
    begun = any(slot.card == match.next.card for slot in match.slots)
    return not begun and match.stand_in(match.next.card) is not None


def can_undo(match: Match) -> bool:
    """Whether the last answer can be taken back, another question taking its place."""
    return bool(match.played) and match.stand_in(match.played[-1].card) is not None


def leave(match: Match, seat: int) -> Match:
    """The match without this seat, until it is `back`.

    Raises:
        ValueError: when it is not there, or too few would be left.
    """
    if seat in match.out or len(match.players) - len(match.out) <= match.mode.fewest:
        raise ValueError("this seat cannot leave")
    return match.after(Turn(seat, NO_CARD, None, 0, OUT))


def back(match: Match, seat: int) -> Match:
    """The match with this seat in it again.

    It gets what the others won, on average, in each of the rounds whose turn it missed.

    Raises:
        ValueError: when it is there.
    """
    if seat not in match.out:
        raise ValueError("this seat is there")
    again = match.after(Turn(seat, NO_CARD, None, 0, BACK))
    last = again.turns[-1]
    return match.after(replace(last, amount=_missed(match, seat, again)))


def _missed(match: Match, seat: int, again: Match) -> int:
    """The points for the rounds that the seat would have played, had it not left."""
    left = max(at for at, turn in enumerate(match.turns) if turn.seat == seat and turn.kind == OUT)
    waiting = {slot.round for slot in _slots(replace(match, turns=match.turns[:left]), seat)}
    rounds = waiting - {slot.round for slot in _slots(again, seat)}
    share = Fraction(0)
    for number in rounds:
        answers = [at for at, slot in enumerate(match.slots) if slot.round == number]
        won = sum(
            row.points for row in match.entries if row.number in answers and row.what in EARNED
        )
        share += Fraction(won, max(1, len({match.slots[at].seat for at in answers})))
    return floor(share + Fraction(1, 2))


def _slots(match: Match, seat: int) -> list[Slot]:
    return [slot for slot in match.ahead if slot.seat == seat]


def correct(match: Match, seat: int, points: int) -> Match:
    """The match after a score was set right by hand: `points` more, or less but never below 0."""
    change = max(points, -match.score(seat))
    return match.after(Turn(seat, NO_CARD, None, 0, CORRECT, amount=change))


def corrected(match: Match, seat: int) -> int:
    """The points that a seat has by hand."""
    return sum(row.points for row in match.entries if row.seat == seat and row.what == CORRECT)


def performer(match: Match, number: int) -> str:
    """Whose turn answer `number` is (from 0), to come or done: the members of a team take turns."""
    seat = match.course[number].seat
    if not match.teams:
        return match.players[seat]
    before = sum(slot.seat == seat for slot in match.course[:number])
    members = match.teams[seat]
    return members[before % len(members)]


def _due(match: Match, kind: str) -> Due:
    due = match.due
    if due is None or due.kind != kind:
        raise ValueError(f"no {kind} is due")
    return due

"""Whether a match fits together: one that was dealt does, one that was read from a file may not."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from game.rules.house import TEAMS, can_be_played
from game.rules.question import LEVELS, MOST_WRONG
from game.rules.seating import most_seats
from game.rules.turn import CARDLESS, NO_CARD, Slot, Turn

if TYPE_CHECKING:
    from game.rules.deal import Card
    from game.rules.match import Match


def check(match: Match) -> None:
    """Look at everything that is counted on when a match is carried on.

    Raises:
        ValueError, LookupError: for what nobody can have dealt or played.
    """
    if not (match.players and match.cards and match.plan):
        raise ValueError("nothing was dealt")
    for card in match.cards:
        _check_card(card)
    for turn in match.turns:
        _check_turn(match, turn)
    for slot in match.plan:
        _check_place(match, slot)
    if any(spare not in range(len(match.cards)) for spare in _standing_by(match)):
        raise ValueError("a spare is missing")
    if match.mode.is_party:
        _check_night(match)
    # Working it out meets whatever else is wrong.
    if match.due is not None and len(match.scores) == len(match.players):
        match.lifelines()


def _standing_by(match: Match) -> chain[int]:
    return chain(match.spares, *match.reserve)


def _check_card(card: Card) -> None:
    if card.key not in range(len(card.options)) or len(card.options) > MOST_WRONG + 1:
        raise ValueError("a key is missing")
    if card.question.level not in LEVELS:
        raise ValueError("a level is unknown")


def _check_turn(match: Match, turn: Turn) -> None:
    _check_place(match, turn)
    if turn.pick is not None and turn.pick not in range(len(match.cards[turn.card].options)):
        raise ValueError("an option is missing")


def _check_place(match: Match, place: Slot | Turn) -> None:
    cardless = isinstance(place, Turn) and place.card == NO_CARD and place.kind in CARDLESS
    if place.card not in range(len(match.cards)) and not cardless:
        raise ValueError("a card is missing")
    if place.seat not in range(len(match.players)):
        raise ValueError("a seat is missing")


def _check_night(match: Match) -> None:
    """A party: its house rules, its seats, and rounds that follow each other to one for all."""
    if not can_be_played(match.house):
        raise ValueError("these house rules cannot be played")
    seats = range(len(match.players))
    if not match.mode.fewest <= len(seats) <= most_seats(match):
        raise ValueError("too few or too many sit at the table")
    in_teams = match.house.way == TEAMS
    if len(match.teams) != len(seats) * in_teams or not all(match.teams):
        raise ValueError("a team is missing")
    rounds = {slot.round for slot in match.plan}
    last = [slot.seat for slot in match.plan if slot.round == match.last_round]
    if rounds != set(range(1, match.last_round + 1)) or sorted(last) != list(seats):
        raise ValueError("a round is missing")

"""Nights to be played by hand: a pool with enough of everything, and what is done in a letter."""

from __future__ import annotations

from game.rules import table
from game.rules.house import House
from game.rules.match import Match
from game.rules.question import Option, Question
from game.rules.seating import deal_party
from game.rules.turn import BET, HECKLE, STEAL
from tests.rules.bank import question


def pool(wrong: int = 7, count: int = 240) -> tuple[Question, ...]:
    """As many of each level, of two templates, all as long; each with so many wrong options."""
    options = [Option(f"wrong {n}") for n in range(wrong)]
    return tuple(
        question(
            f"q{n:03}",
            1 + n % 3,
            template="ab"[n // 3 % 2],
            key=f"key {n:03}",
            wrong=options,
            length=20,
        )
        for n in range(count)
    )


POOL = pool()


def night(house: House, players: int = 3, seed: str = "s", wrong: int = 7) -> Match:
    """A night that is about to begin."""
    return deal_party("f", POOL if wrong == 7 else pool(wrong), "ABCDEFGH"[:players], seed, house)


def go(match: Match, *letters: str) -> Match:
    """The match after what the letters say, one each for what is due.

    An answer or a steal is `x` right, `.` wrong, `-` too late or not wanted; a heckle is `h`; a bet
    is the percent, as a word of its own. Spaces only divide.
    """
    for word in " ".join(letters).split():
        for letter in [word] if word.isdigit() else word:
            match = _done(match, letter)
    return match


def _done(match: Match, letter: str) -> Match:
    due = match.due
    assert due is not None, f"nothing is due for {letter}"
    if due.kind == BET:
        return table.bet(match, int(letter))
    if due.kind == HECKLE:
        assert letter == "h"
        return table.heckle(match, (0, 1, 2))
    card = match.cards[due.card]
    missed = match.played[-1].pick if due.kind == STEAL else None
    wrong = [at for at in range(len(card.options)) if at not in (card.key, missed)]
    pick = {"x": card.key, ".": wrong[0], "-": None}[letter]
    return table.steal(match, pick, 900) if due.kind == STEAL else match.answer(pick, 5000)


def dues(match: Match, *letters: str) -> str:
    """What is due before each letter and after the last: a letter each, and whose seat it is."""
    seen = [_due(match)]
    for word in " ".join(letters).split():
        for letter in [word] if word.isdigit() else word:
            match = _done(match, letter)
            seen.append(_due(match))
    return " ".join(seen)


def _due(match: Match) -> str:
    return "over" if match.due is None else f"{match.due.kind} {match.players[match.due.seat]}"

"""Matches that play themselves, the same wherever they are played, for the tests of the records."""

from __future__ import annotations

from game.records import Records
from game.rules.deal import rank
from game.rules.match import Match
from game.rules.modes import MODES
from game.rules.seating import deal_match
from tests.rules.bank import small_pack

PACK = "small"
NOW = 1_795_370_000.0
DAY = 86_400.0


def clock(at: float = NOW) -> float:
    """A time that stands still."""
    return at


def dealt(seed: str, players: tuple[str, ...] = ("You",)) -> Match:
    """A match of the small pack with nothing played."""
    mode = MODES["setlist" if len(players) == 1 else "party"]
    return deal_match("f" * 64, small_pack(), mode, players, seed)


def answered(match: Match) -> Match:
    """The match after the turn to come, answered as its seed says."""
    number, seed = len(match.turns), match.seed
    pick = rank(seed, number, "pick") % (len(match.card.options) + 1)
    late = pick == len(match.card.options)
    return match.answer(None if late else pick, rank(seed, number, "ms") % 20_000)


def after(match: Match, turns: int) -> Match:
    """The match after so many more turns."""
    for _ in range(turns):
        match = answered(match)
    return match


def played(records: Records, seed: str, players: tuple[str, ...] = ("You",)) -> Match:
    """Play a whole match and keep every turn of it."""
    match = dealt(seed, players)
    match_id = records.begin("solo", PACK, match, {})
    while not match.over:
        match = answered(match)
        records.keep(match_id, match)
    records.finish(match_id, match)
    return match


def asked(match: Match) -> list[str]:
    """The ids of the questions that the match asks, in order."""
    return [match.cards[slot.card].question.id for slot in match.course]

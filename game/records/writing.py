"""A match as statements: only what has changed since it was last written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from game.records.coding import pack_up, to_text

if TYPE_CHECKING:
    from game.records.store import Statement
    from game.rules.deal import Card
    from game.rules.match import Match
    from game.rules.turn import Turn

_BIGGEST = 2**62
_COLUMNS = ("seat", "card", "pick", "ms")
_APART = ("cards", "players", "turns")


_PUT_MATCH = (
    "INSERT INTO match (id, kind, pack, fingerprint, mode, clock, players, seats, setup, extra,"
    " day, began, plan) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET setup = excluded.setup, plan = excluded.plan"
)
_PUT_CARD = (
    "INSERT OR REPLACE INTO card (match, number, question, fact, card) VALUES (?, ?, ?, ?, ?)"
)
_PUT_TURN = (
    "INSERT OR REPLACE INTO turn (match, number, seat, card, pick, ms, correct, at, more)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_PUT_SEEN = "INSERT OR REPLACE INTO seen (pack, kind, name, at) VALUES (?, ?, ?, ?)"
_END_MATCH = (
    "UPDATE match SET state = ?, ended = ?, score = ?, scores = ?, correct = ?,"
    " left_turn = NULL, left_ms = NULL WHERE id = ?"
)


@dataclass(frozen=True, slots=True)
class Live:
    """A match as it was last written: enough to write all of it again, into another file."""

    id: int
    kind: str
    pack: str
    extra: Mapping[str, object]
    match: Match
    began: int


def beginning(live: Live) -> list[Statement]:
    """Everything: the match as dealt, its turns so far, and what is about to be seen."""
    match = live.match
    day = live.extra.get("day")
    row = (
        live.id,
        live.kind,
        live.pack,
        match.pack,
        match.mode.name,
        match.clock.name,
        to_text(match.players),
        len(match.players),
        setup(match),
        to_text(live.extra),
        day if isinstance(day, str) else None,
        live.began,
        len(match.plan),
    )
    return [
        (_PUT_MATCH, row),
        *changes(live, replace(match, cards=(), turns=()), match, live.began),
        *seen(live.pack, match, live.began),
    ]


def changes(live: Live, old: Match, new: Match, at: int) -> Iterator[Statement]:
    """What makes the file hold `new` where it held `old`: cards, turns, and the rest."""
    if old.cards is not new.cards:
        yield from _cards(live.id, old.cards, new.cards)
    was, now = _verdicts(old), _verdicts(new)
    if len(now) < len(was):
        yield "DELETE FROM turn WHERE match = ? AND number >= ?", (live.id, len(now))
    for number, verdict in enumerate(now):
        if number >= len(was) or was[number] != verdict:
            yield _turn(live.id, number, *verdict, at)
    if replace(new, cards=(), turns=()) != replace(old, cards=(), turns=()):
        yield (
            "UPDATE match SET setup = ?, players = ?, seats = ?, plan = ? WHERE id = ?",
            (setup(new), to_text(new.players), len(new.players), len(new.plan), live.id),
        )


def _common(old: Sequence[object], new: Sequence[object]) -> int:
    pairs = zip(old, new, strict=False)
    return next(
        (at for at, (a, b) in enumerate(pairs) if a is not b and a != b),
        min(len(old), len(new)),
    )


def _cards(match_id: int, old: Sequence[Card], new: Sequence[Card]) -> Iterator[Statement]:
    same = _common(old, new)
    if same < len(old):
        yield "DELETE FROM card WHERE match = ? AND number >= ?", (match_id, same)
    for number in range(same, len(new)):
        yield _card(match_id, number, new[number])


def _card(match_id: int, number: int, card: Card) -> Statement:
    question = card.question
    fact = question.facts[0] if question.facts else question.id
    return _PUT_CARD, (match_id, number, question.id, fact, to_text(card))


def _verdicts(match: Match) -> list[tuple[Turn, bool | None]]:
    """Each turn, and whether it was right; None for what is no answer, or was taken back."""
    counting = {id(turn) for turn in match.played}
    return [(turn, match.right(turn) if id(turn) in counting else None) for turn in match.turns]


def _turn(match_id: int, number: int, turn: Turn, right: bool | None, at: int) -> Statement:
    return (
        _PUT_TURN,
        (
            match_id,
            number,
            turn.seat,
            turn.card,
            turn.pick,
            min(turn.ms, _BIGGEST),
            right,
            at,
            _more(turn),
        ),
    )


def _more(turn: Turn) -> str | None:
    """Whatever a turn has beyond its columns; nothing where that is all defaults."""
    rest = {
        each.name: getattr(turn, each.name)
        for each in fields(turn)
        if each.name not in _COLUMNS and getattr(turn, each.name) != each.default
    }
    return to_text(rest) if rest else None


def setup(match: Match) -> str:
    """All of the match but cards, players and turns, which have places of their own."""
    rest = {each.name: getattr(match, each.name) for each in fields(match) if each.compare}
    return to_text({name: pack_up(value) for name, value in rest.items() if name not in _APART})


def seen(pack: str, match: Match, at: int) -> Iterator[Statement]:
    """Mark the question that comes next, and its facts, as seen."""
    if not match.asks:
        return
    question = match.card.question
    for kind, name in (("question", question.id), *(("fact", fact) for fact in question.facts)):
        yield (
            _PUT_SEEN,
            (pack, kind, name, at),
        )


def ending(live: Live, state: str, at: int) -> Iterator[Statement]:
    """The match is over or given up: its result, and only the cards and options that were seen."""
    from game.rules.turn import NO_CARD

    match = live.match
    scores = match.scores
    yield (
        _END_MATCH,
        (
            state,
            at,
            max(scores, default=0),
            to_text(scores),
            sum(map(match.right, match.played)),
            live.id,
        ),
    )
    touched = sorted({turn.card for turn in match.turns if turn.card != NO_CARD})
    yield "DELETE FROM card WHERE match = ?", (live.id,)
    for number in touched:
        card = match.cards[number]
        slim = replace(card, question=replace(card.question, wrong=()))
        yield _card(live.id, number, slim)

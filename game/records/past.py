"""Every match in short, as the patches look at it: from the rows alone, without its cards."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from game.records.history import sound
from game.rules.patches import Answered, Show

if TYPE_CHECKING:
    from game.records.history import Read

_LEVEL = re.compile(r'"level":\s*([123])\b')
_MATCHES = (
    "SELECT id, mode, pack, state, seats, plan, scores FROM match"
    " WHERE state <> 'playing' ORDER BY number"
)
# The level stands in the card's text, of which only the few characters about it are looked at.
_TURNS = (
    "SELECT turn.match, turn.seat, card.fact, substr(card.card, instr(card.card, '\"level\"'), 16),"
    " turn.correct, turn.ms, turn.more FROM turn"
    " JOIN card ON card.match = turn.match AND card.number = turn.card ORDER BY turn.id"
)


def shows(read: Read) -> tuple[Show, ...]:
    """Finished and abandoned matches, oldest first."""
    turns: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for match_id, *rest in read(_TURNS, ()):
        if isinstance(match_id, int):
            turns[match_id].append(tuple(rest))
    return tuple(sound(lambda row: _show(row, turns[row[0]]), read(_MATCHES, ())))


def _show(row: tuple[Any, ...], turns: list[tuple[Any, ...]]) -> Show:
    import json

    _, mode, pack, state, seats, plan, scores = row
    more = [json.loads(turn[-1] or "{}") for turn in turns]
    kinds = [each.get("kind") for each in more]
    return Show(
        mode=str(mode),
        pack=str(pack),
        finished=state == "finished",
        seats=int(seats),
        length=int(plan),
        answers=tuple(
            _answered(turn, each)
            for turn, each in zip(turns, more, strict=True)
            if turn[3] is not None
        ),
        # A match given up has no scores.
        scores=tuple(map(int, json.loads(scores))) or (0,) * int(seats),
        swapped=kinds.count("swap"),
        voided=kinds.count("void"),
    )


def _answered(turn: tuple[Any, ...], more: dict[str, Any]) -> Answered:
    seat, fact, level, right, ms, _ = turn
    found = _LEVEL.search(str(level))
    if found is None:
        raise ValueError("a level is missing")
    return Answered(
        int(seat), str(fact), int(found[1]), bool(right), int(ms), bool(more.get("aids"))
    )

"""What was played, asked of the file: unfinished, best, past, seen, known.

Rows are ordered by their numbers, never by time. A row that a broken disk has changed is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from game.records.coding import unpack

if TYPE_CHECKING:
    from game.records.store import Value
    from game.rules.match import Match
    from game.rules.memory import Memory

Read: TypeAlias = "Callable[[str, Sequence[Value]], list[tuple[Value, ...]]]"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Resumable:
    """A match to carry on: `left_ms` is what is left of the clock of the turn to come.

    None where that turn's clock had not been stopped: it has its full time. `extra` is what the
    story gave when the match began, as JSON gives it back.
    """

    id: int
    kind: str
    pack_id: str
    match: Match
    extra: Mapping[str, object]
    left_ms: int | None
    began: int


@dataclass(frozen=True, slots=True)
class Night:
    """A match that was played: times in UTC seconds, `ended` None while it is unfinished.

    `state` is "playing", "finished" or "abandoned". `score` is the best seat's, `correct` counts
    everyone's right answers among `count`; what was swapped or voided is in neither.
    """

    id: int
    kind: str
    pack_id: str
    mode: str
    clock: str
    players: tuple[str, ...]
    scores: tuple[int, ...]
    score: int
    correct: int
    count: int
    began: int
    ended: int | None
    state: str
    day: str | None
    extra: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FactState:
    """One fact of a pack as one player alone has answered it; `last` and `due` in UTC seconds."""

    fact: str
    attempts: int
    right: int
    last: float
    due: float
    memory: Memory


_NIGHT = (
    "SELECT id, kind, pack, mode, clock, players, scores, score, correct,"
    " (SELECT count(correct) FROM turn WHERE turn.match = match.id),"
    " began, ended, state, day, extra"
    " FROM match "
)


def _json(text: Any) -> Any:  # noqa: ANN401  (JSON of any shape; `unpack` looks at it)
    import json

    return json.loads(text)


def sound(make: Callable[[tuple[Any, ...]], T], rows: Sequence[tuple[Value, ...]]) -> Iterator[T]:
    """What can be made of the rows."""
    for row in rows:
        try:
            yield make(row)
        except (ValueError, TypeError, KeyError, IndexError, RecursionError, OverflowError):
            continue


def nights(read: Read, where: str, values: Sequence[Value]) -> tuple[Night, ...]:
    """The matches that a condition of SQL chooses."""
    return tuple(sound(_night, read(_NIGHT + where, values)))


def _night(row: tuple[Any, ...]) -> Night:
    plain = dict(
        zip(
            ("id", "kind", "pack_id", "mode", "clock", "players", "scores", "score", "correct"),
            row[:9],
            strict=True,
        )
    )
    plain |= dict(zip(("count", "began", "ended", "state", "day", "extra"), row[9:], strict=True))
    for name in ("players", "scores", "extra"):
        plain[name] = _json(plain[name])
    night: Night = unpack(Night, plain)
    return night


def unfinished(read: Read) -> Resumable | None:
    """The newest match that was neither finished nor given up, exactly as it stood."""
    rows = read(
        "SELECT id, kind, pack, extra, setup, players, began, left_turn, left_ms FROM match"
        " WHERE state = 'playing' ORDER BY number DESC",
        (),
    )
    return next(sound(lambda row: _resumable(read, row), rows), None)


def _resumable(read: Read, row: tuple[Any, ...]) -> Resumable:
    match_id, kind, pack, extra, setup, players, began, left_turn, left_ms = row
    cards = read("SELECT number, card FROM card WHERE match = ? ORDER BY number", (match_id,))
    turns = read(
        "SELECT number, seat, card, pick, ms, more FROM turn WHERE match = ? ORDER BY number",
        (match_id,),
    )
    _gapless(cards)
    _gapless(turns)
    data = _json(setup)
    data["players"] = _json(players)
    data["cards"] = [_json(str(card)) for _, card in cards]
    data["turns"] = [
        {"seat": seat, "card": card, "pick": pick, "ms": ms, **_json(str(more or "{}"))}
        for _, seat, card, pick, ms, more in turns
    ]
    from game.rules.match import Match
    from game.rules.whole import check

    match: Match = unpack(Match, data)
    check(match)
    stopped = left_turn == len(match.turns) and isinstance(left_ms, int)
    return Resumable(
        match_id, kind, pack, match, dict(_json(extra)), left_ms if stopped else None, began
    )


def _gapless(rows: Sequence[tuple[Value, ...]]) -> None:
    if [row[0] for row in rows] != list(range(len(rows))):
        raise ValueError("rows are missing")


def seen(read: Read, pack_id: str, kind: str) -> tuple[str, ...]:
    """Names of questions or facts, longest ago first."""
    rows = read("SELECT name FROM seen WHERE pack = ? AND kind = ? ORDER BY id", (pack_id, kind))
    return tuple(str(name) for (name,) in rows)


@dataclass(slots=True)
class Learned:
    """What has been worked out of one pack's turns so far: the last turn's id, how many there were.

    An answer takes 25 microseconds to work out: a heavy player's thousands are not worked out anew
    each time the pass is drawn.
    """

    last: int = 0
    count: int = 0
    memories: dict[str, Memory] = field(default_factory=dict)


def fact_states(read: Read, pack_id: str, learned: Learned) -> dict[str, FactState]:
    """Every fact that was asked of a player alone, worked out from the turns in their order."""
    _catch_up(read, pack_id, learned)
    return {
        fact: FactState(fact, memory.asked, memory.right, memory.last, memory.due, memory)
        for fact, memory in learned.memories.items()
    }


def _catch_up(read: Read, pack_id: str, learned: Learned) -> None:
    counts = read(
        "SELECT count(*), coalesce(max(id), 0), coalesce(sum(id > ?), 0) FROM turn", (learned.last,)
    )
    if not counts or counts[0] == (learned.count, learned.last, 0):
        return
    count, last, new = (int(each or 0) for each in counts[0])
    if count != learned.count + new:
        # Turns were taken back: what they taught is not to be told from the rest.
        learned.last, learned.memories = 0, {}
    rows = read(
        "SELECT card.fact, turn.correct, turn.at FROM turn JOIN match ON match.id = turn.match"
        " JOIN card ON card.match = turn.match AND card.number = turn.card"
        " WHERE turn.id > ? AND match.pack = ? AND match.seats = 1 AND turn.correct IS NOT NULL"
        " ORDER BY turn.id",
        (learned.last, pack_id),
    )
    from game.rules.memory import NEW, after

    learned.count, learned.last = count, last
    for fact, correct, at in rows:
        if isinstance(fact, str) and isinstance(at, int):
            known = learned.memories.get(fact, NEW)
            learned.memories[fact] = after(known, bool(correct), at)


def streak(read: Read, today: str) -> int:
    """How many days in a row, up to `today` or the day before, have a finished daily gig."""
    from datetime import date

    rows = read("SELECT DISTINCT day FROM match WHERE day <> '' AND state = 'finished'", ())
    played = set(sound(lambda row: date.fromisoformat(row[0]).toordinal(), rows))
    try:
        last = date.fromisoformat(today).toordinal()
    except ValueError:
        return 0
    last -= last not in played
    count = 0
    while last - count in played:
        count += 1
    return count

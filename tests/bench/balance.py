"""Who wins a night between equals: simulated nights of four, played through the real rules.

The players are equal. Each answers a question of four options right with the chance of its level
in `RIGHT`; with three options or two the chance to guess is better, and so is theirs. Somebody
heckled is right a little less often (`HECKLED`). One miss in `LATE_ONE_IN` is a clock run out.
Whoever is offered a steal always tries: either they know it, as often as anybody would, or they
guess among what is left. Bets lean on how a player stands (`BETS`): who is behind dares more.

One row has players who are not equal: `SKILLS` is added to what each of them knows.

Dealing costs more than playing, so a few dozen nights are dealt and each is played many times
with other answers. The answers come from `random.Random` with a fixed seed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from pathlib import Path
from random import Random
from statistics import mean

from game.packs.library import open_pack
from game.rules import table
from game.rules.deal import Card
from game.rules.house import PRESETS, USUAL, House
from game.rules.match import Match
from game.rules.question import Question
from game.rules.seating import deal_party
from game.rules.tally import is_sudden
from game.rules.turn import ANSWER, BET, HECKLE, Due

RIGHT = {1: 0.80, 2: 0.60, 3: 0.45}
HECKLED = 0.05
LATE_ONE_IN = 12
# Percent, for who is first, in between and last.
BETS = {"first": (0, 10, 20), "between": (10, 20, 30, 40), "last": (30, 40, 50)}
PLAYERS = "ABCD"
# For the row in which they are not equals.
SKILLS = (0.12, 0.04, -0.04, -0.12)
EQUALS = (0.0, 0.0, 0.0, 0.0)
MATCHES, NIGHTS = 10_000, 48
# What the default rules are to keep to, in percent.
LEADER_WINS, LAST_WINS = (45.0, 60.0), 5.0

PACK = Path(__file__).resolve().parents[2] / "questions" / "almost-famous.yaml"


@dataclass(frozen=True, slots=True)
class Night:
    """One night's end: shares of a win, 0 to 1, and what else is counted.

    `leader` is that of whoever led after two thirds of the rounds, `last` of whoever was last then;
    of several, each counts for its part. `alone` is the leader's where there was one alone (None:
    there was not). `seats` are everyone's shares of the win.
    """

    leader: float
    last: float
    alone: float | None
    sudden: bool
    shared: bool
    seats: tuple[float, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Balance:
    """What many nights by the same rules came to, in percent; `score` in points.

    `error` is the standard error of a share of one half.
    """

    rules: str
    leader: float
    alone: float
    last: float
    sudden: float
    shared: float
    seats: tuple[float, ...]
    score: float
    error: float

    @property
    def kept(self) -> bool:
        """Whether the leader is neither sure to win nor bound to lose, and the last is in it."""
        fewest, most = LEADER_WINS
        return fewest <= self.leader <= most and self.last >= LAST_WINS


def text() -> str:
    """The table, for every set of rules there is a name for."""
    questions = open_pack(PACK, origin="shipped").questions
    rows = [balance(name, house, questions) for name, house in houses()]
    unequal = balance("default, unequal", USUAL, questions, skills=SKILLS)
    return as_table([*rows, unequal])


def houses() -> Iterator[tuple[str, House]]:
    yield "plain", House()
    yield "steal only", House(steal=True)
    yield "encore only", House(encore=True)
    for name, preset in PRESETS.items():
        yield f"{name}{' (the default)' if preset.house == USUAL else ''}", preset.house
    yield "default and heckle", House(5, steal=True, heckle=True, encore=True, sudden=True)


def balance(
    name: str,
    house: House,
    questions: Sequence[Question],
    matches: int = MATCHES,
    nights: int = NIGHTS,
    skills: Sequence[float] = EQUALS,
) -> Balance:
    """Play so many matches by the rules of `house`, dealt as so many nights."""
    dealt = [deal_party("f", questions, PLAYERS, str(n), house) for n in range(nights)]
    chance = Random(f"{name}|{matches}")
    played = [ended(dealt[n % nights], chance, skills) for n in range(matches)]
    return Balance(
        name,
        _percent(night.leader for night in played),
        _percent(night.alone for night in played if night.alone is not None),
        _percent(night.last for night in played),
        _percent(night.sudden for night in played),
        _percent(night.shared for night in played),
        tuple(map(_percent, zip(*(night.seats for night in played), strict=True))),
        mean(night.score for night in played),
        50 / sqrt(matches),
    )


def _percent(shares: Iterable[float]) -> float:
    found = list(shares)
    return 100 * mean(found) if found else 0.0


def ended(match: Match, chance: Random, skills: Sequence[float] = EQUALS) -> Night:
    """The end of a night that is played as the module says."""
    while (due := match.due) is not None:
        match = _played(match, due, chance, skills[due.seat])
    seats = range(len(match.players))
    turns = ceil(match.last_round * 2 / 3) * len(match.players)
    then = [match.score(seat, turns) for seat in seats]
    first = [seat for seat in seats if match.ranks()[seat] == 1]
    won = tuple(1 / len(first) if seat in first else 0.0 for seat in seats)
    leaders = [won[seat] for seat in seats if then[seat] == max(then)]
    return Night(
        leader=mean(leaders),
        last=mean(won[seat] for seat in seats if then[seat] == min(then)),
        alone=leaders[0] if len(leaders) == 1 else None,
        sudden=any(is_sudden(match, slot) for slot in match.slots),
        shared=len(first) > 1,
        seats=won,
        score=mean(match.scores),
    )


def _played(match: Match, due: Due, chance: Random, skill: float) -> Match:
    if due.kind == BET:
        return table.bet(match, chance.choice(BETS[_standing(match, due.seat)]))
    if due.kind == HECKLE:
        count = len(table.candidates(match))
        return table.heckle(match, chance.sample(range(count), 3))
    card = match.cards[due.card]
    share = max(0.0, knows(card) + skill)
    if due.kind == ANSWER:
        share *= 1 - (HECKLED if due.card in match.heckles else 0)
        pick = _pick(card, share, None, chance)
        late = pick != card.key and chance.randrange(LATE_ONE_IN) == 0
        return match.answer(None if late else pick, 5000)
    return table.steal(match, _pick(card, share, match.played[-1].pick, chance), 5000)


def knows(card: Card) -> float:
    """How often the answer is known, and not guessed: `RIGHT` is both, with four options."""
    return (RIGHT[card.question.level] - 1 / 4) / (1 - 1 / 4)


def _pick(card: Card, known: float, missed: int | None, chance: Random) -> int:
    """The key where it is known, and else any option that is left."""
    if chance.random() < known:
        return card.key
    return chance.choice([at for at in range(len(card.options)) if at != missed])


def _standing(match: Match, seat: int) -> str:
    score, scores = match.score(seat), match.scores
    if score == max(scores):
        return "first"
    return "last" if score == min(scores) else "between"


def as_table(rows: Iterable[Balance]) -> str:
    """The rows as text, a mark before the default where it misses its goal."""
    heads = ("", "rules", "leader wins", "alone", "last wins", "sudden death", "shared first")
    lines: list[tuple[str, ...]] = [(*heads, "by seat", "mean score")]
    for row in rows:
        missed = "default)" in row.rules and not row.kept
        shares = (row.leader, row.alone, row.last, row.sudden, row.shared)
        by_seat = " ".join(f"{share:.1f}" for share in row.seats)
        cells = [f"{share:.1f} %" for share in shares]
        lines.append(("!" if missed else "", row.rules, *cells, by_seat, f"{row.score:.0f}"))
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell.ljust(wide) for cell, wide in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )

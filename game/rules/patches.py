"""Patches for the jacket: what each is earned for, as a table. None is for playing much.

A match is looked at as a `Show`, which the records can give without the cards that nobody saw;
many shows are summed up as `Deeds`, and each patch asks the deeds one question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import TYPE_CHECKING

from game.rules.modes import LIVES
from game.rules.question import LEVELS
from game.rules.score import points
from game.rules.turn import SWAP, VOID

if TYPE_CHECKING:
    from game.rules.match import Match

HARD = max(LEVELS)
PERFECT = 10
LONG = 20


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer: `ms` milliseconds after the options, `aided` by a lifeline or not."""

    seat: int
    fact: str
    level: int
    right: bool
    ms: int
    aided: bool = False


@dataclass(frozen=True, slots=True)
class Show:
    """A match in short. `length` is how many questions were dealt to be asked.

    `scores` are the final points by seat. `swapped` and `voided` count
    questions. `ghost` is what the friend scored in a duel just played, else None.
    """

    mode: str
    pack: str
    finished: bool
    seats: int
    length: int
    answers: tuple[Answered, ...]
    scores: tuple[int, ...]
    swapped: int = 0
    voided: int = 0
    ghost: int | None = None


@dataclass(frozen=True, slots=True)
class Deeds:
    """What has been done so far, at its best; nothing in it ever grows smaller.

    `perfect` and `learned` name packs: in which a setlist of ten or more was
    played without a miss, and of which every fact was known by heart.
    `unaided` is the most right answers in a finished setlist of twenty without
    a lifeline, `marathon` the most answers in one marathon, `returned` the
    misses that came back and were known, `last_life` the longest roll with one
    life left, `scale` the longest roll with questions of every level, `days`
    the most days in a row with a daily gig, `quickest_ms` the fastest right
    answer to a hard question, `table` the largest party played to its end,
    `from_last` the parties won from the last place, `duels` those won against
    a ghost, `voided` the questions thrown out, `turned` the most misses of a
    fact that is now known by heart.
    """

    perfect: frozenset[str] = frozenset()
    learned: frozenset[str] = frozenset()
    unaided: int = 0
    marathon: int = 0
    returned: int = 0
    last_life: int = 0
    scale: int = 0
    days: int = 0
    quickest_ms: int | None = None
    table: int = 0
    from_last: int = 0
    duels: int = 0
    voided: int = 0
    turned: int = 0


@dataclass(frozen=True, slots=True)
class Patch:
    """One of the jacket's patches: `how` says what earns it, `sign` which icon is on it."""

    name: str
    title: str
    how: str
    sign: str
    worn: Callable[[Deeds], bool]


PATCHES: tuple[Patch, ...] = (
    Patch(
        "perfect-set",
        "Not one wrong note",
        "Play a setlist of ten or more without a miss.",
        "star",
        lambda deeds: len(deeds.perfect) >= 1,
    ),
    Patch(
        "no-net",
        "No safety net",
        "Play a setlist of twenty without a lifeline and get fifteen right at least.",
        "mic",
        lambda deeds: deeds.unaided >= 15,
    ),
    Patch(
        "long-road",
        "The long road",
        "Get past thirty questions in one marathon.",
        "road",
        lambda deeds: deeds.marathon > 30,
    ),
    Patch(
        "second-chance",
        "Second chance",
        "Miss a question in a marathon, and know the answer when it comes back.",
        "loop",
        lambda deeds: deeds.returned >= 1,
    ),
    Patch(
        "last-string",
        "On the last string",
        "Get ten right in a row in a marathon with one life left.",
        "flame",
        lambda deeds: deeds.last_life >= 10,
    ),
    Patch(
        "every-word",
        "Every word",
        "Know every fact of a pack by heart.",
        "heart",
        lambda deeds: len(deeds.learned) >= 1,
    ),
    Patch(
        "seven-nights",
        "Seven nights running",
        "Play the daily gig on seven days in a row.",
        "moon",
        lambda deeds: deeds.days >= 7,
    ),
    Patch(
        "feedback",
        "Faster than feedback",
        "Answer a hard question right in less than two seconds.",
        "bolt",
        lambda deeds: deeds.quickest_ms is not None and deeds.quickest_ms < 2000,
    ),
    Patch(
        "whole-scale",
        "The whole scale",
        "Get ten right in a row, with easy, medium and hard ones among them.",
        "steps",
        lambda deeds: deeds.scale >= 10,
    ),
    Patch(
        "full-bus",
        "Full bus",
        "Play a party of eight to its end.",
        "bus",
        lambda deeds: deeds.table >= 8,
    ),
    Patch(
        "back-row",
        "From the back row",
        "Win a party of three or more after being last after the second round or later.",
        "arrow-up",
        lambda deeds: deeds.from_last >= 1,
    ),
    Patch(
        "ghost",
        "Ghost of a chance",
        "Win a duel against a friend’s ghost.",
        "ghost",
        lambda deeds: deeds.duels >= 1,
    ),
    Patch(
        "good-ear",
        "A good ear",
        "Challenge a question, stand by it, and have it thrown out.",
        "speech",
        lambda deeds: deeds.voided >= 1,
    ),
    Patch(
        "turned",
        "Turned around",
        "Know by heart what you once had wrong three times.",
        "turn",
        lambda deeds: deeds.turned >= 3,
    ),
    Patch(
        "crossover",
        "Crossover",
        "Play a perfect setlist of ten or more in three different packs.",
        "trio",
        lambda deeds: len(deeds.perfect) >= 3,
    ),
)


def earned(deeds: Deeds) -> tuple[str, ...]:
    """The names of the patches that these deeds earn, in the order of the table."""
    return tuple(patch.name for patch in PATCHES if patch.worn(deeds))


def show_of(match: Match, pack_id: str, ghost: int | None = None) -> Show:
    """A match in short, as it stands."""
    answers = tuple(
        Answered(
            turn.seat,
            match.cards[turn.card].question.facts[0],
            match.cards[turn.card].question.level,
            match.right(turn),
            turn.ms,
            bool(turn.aids),
        )
        for turn in match.played
    )
    return Show(
        match.mode.name,
        pack_id,
        match.over,
        len(match.players),
        len(match.plan),
        answers,
        match.scores,
        sum(turn.kind == SWAP for turn in match.turns),
        sum(turn.kind == VOID for turn in match.turns),
        ghost,
    )


def together(many: Iterable[Deeds]) -> Deeds:
    """All of these deeds as one."""
    kept = list(many)
    sums: dict[str, object] = {}
    for name in (each.name for each in fields(Deeds)):
        values = [getattr(deeds, name) for deeds in kept]
        if name in ("perfect", "learned"):
            sums[name] = frozenset().union(*values)
        elif name == "quickest_ms":
            sums[name] = min((each for each in values if each is not None), default=None)
        else:
            sums[name] = max(values, default=0)
    return Deeds(**sums)  # type: ignore[arg-type]  # each field from its own kind of values


def deeds_of(show: Show) -> Deeds:
    """What one match adds."""
    right = sum(answer.right for answer in show.answers)
    setlist = show.mode == "setlist" and show.finished
    perfect = setlist and len(show.answers) >= PERFECT and right == len(show.answers)
    unaided = setlist and show.length >= LONG and not show.swapped
    unaided = unaided and not any(answer.aided for answer in show.answers)
    marathon = show.mode == "marathon"
    party = show.seats > 1 and show.finished
    won = show.ghost is not None and show.finished and max(show.scores) > show.ghost
    return Deeds(
        perfect=frozenset({show.pack}) if perfect else frozenset(),
        unaided=right if unaided else 0,
        marathon=len(show.answers) if marathon else 0,
        returned=_returned(show.answers) if marathon else 0,
        last_life=_last_life(show.answers) if marathon else 0,
        scale=_scale(show.answers) if show.seats == 1 else 0,
        quickest_ms=_quickest(show.answers),
        table=show.seats if party else 0,
        from_last=int(party and _from_last(show)),
        duels=int(won),
        voided=show.voided,
    )


def days_in_a_row(days: Iterable[int]) -> int:
    """The longest run in numbers of days, such as ordinals of dates."""
    best = run = 0
    played = sorted(set(days))
    for before, day in pairwise([-1, *played]):
        run = run + 1 if day == before + 1 and run else 1
        best = max(best, run)
    return best


def _returned(answers: Sequence[Answered]) -> int:
    """Misses whose fact was known later in the same match."""
    missed: set[str] = set()
    known = 0
    for answer in answers:
        known += answer.right and answer.fact in missed
        if answer.right:
            missed.discard(answer.fact)
        else:
            missed.add(answer.fact)
    return known


def _last_life(answers: Sequence[Answered]) -> int:
    """The longest roll after the last miss but one."""
    misses = best = run = 0
    for answer in answers:
        misses += not answer.right
        run = run + 1 if answer.right and misses == LIVES - 1 else 0
        best = max(best, run)
    return best


def _scale(answers: Sequence[Answered]) -> int:
    """The longest roll that holds every level."""
    best = 0
    roll: list[int] = []
    for answer in answers:
        roll = [*roll, answer.level] if answer.right else []
        if set(roll) >= set(LEVELS):
            best = max(best, len(roll))
    return best


def _quickest(answers: Sequence[Answered]) -> int | None:
    return min((each.ms for each in answers if each.right and each.level == HARD), default=None)


def _from_last(show: Show) -> bool:
    """Whether the one winner was last, alone, after the second round or a later one."""
    best = max(show.scores)
    if show.seats <= 2 or show.scores.count(best) > 1:
        return False
    winner, table = show.scores.index(best), [0] * show.seats
    for number, answer in enumerate(show.answers, 1):
        # What counts on the way is the plain worth of the questions.
        table[answer.seat] += answer.right * points(answer.level, 0, None, speed=False)
        at_break = number % show.seats == 0 and number >= 2 * show.seats
        if at_break and number < len(show.answers):
            others = [score for seat, score in enumerate(table) if seat != winner]
            if table[winner] < min(others):
                return True
    return False

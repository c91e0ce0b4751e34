"""The numbers page: what the records say, put in plain words and pictures."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from game.rules.memory import DAY, due, known
from game.rules.modes import CLOCKS, MODES
from game.rules.words import listed
from game.scenes.numbers import Next, Numbers, NumbersScene, Wall
from game.scenes.scene import show
from game.story.patches import badges, day, longest_streak
from game.ui.props.stubs import Stub
from game.ui.props.trophies import Trophy
from game.ui.props.wall import Fill, Sleeve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.packs.pack import Pack
    from game.records import FactState, Night
    from game.rules.patches import Show
    from game.rules.question import Question
    from game.scenes.scene import Story
    from game.story.tonight import Tonight

_ALL = 1_000_000
_SIGNS = {
    "setlist": "note",
    "marathon": "road",
    "daily": "moon",
    "soundcheck": "sound",
    "duel": "ghost",
    "party": "trio",
}
_FILLS: dict[str, Fill] = {"heart": "full", "shaky": "half", "never": "empty"}
_ORDER = ("full", "half", "empty")


def numbers(tonight: Tonight, folder: Path | None = None) -> Story[None]:
    """Show the numbers until the player goes back; tables are saved to `folder`.

    None is the player's documents folder, or that of the game where there is none.
    """
    packs = _packs(tonight)
    here = next((at for at, pack in enumerate(packs) if pack.id == tonight.pack), 0)
    scene = NumbersScene(told(tonight, packs), here)
    while (yield from show(scene)) is Next.EXPORT:
        scene.said = export(tonight, folder)


def told(tonight: Tonight, packs: Sequence[Pack]) -> Numbers:
    """All that the pages show."""
    nights = tonight.records.history(_ALL)
    return Numbers(
        walls=tuple(wall(tonight, pack) for pack in packs),
        nights=tuple(stub(night, _title(tonight, night.pack_id)) for night in nights),
        best=_best(tonight, nights),
        totals=_totals(tonight, nights),
        days=tonight.records.streak_of_days(tonight.day()),
        badges=badges(tonight, packs),
    )


def wall(tonight: Tonight, pack: Pack) -> Wall:
    """One place for each fact of the pack: known best first, then by how long it will hold."""
    states, at = tonight.records.fact_states(pack.id), tonight.now()
    asked: dict[str, Question] = {}
    for question in pack.questions:
        asked.setdefault(question.facts[0], question)
    hung = [
        (_sleeve(states.get(fact), question, at), states.get(fact))
        for fact, question in asked.items()
    ]
    hung.sort(key=lambda each: (_ORDER.index(each[0].fill), -_holds(each[1])))
    return Wall(pack.title, tuple(sleeve for sleeve, _ in hung))


def _holds(state: FactState | None) -> float:
    return state.memory.stability if state else 0.0


def _sleeve(state: FactState | None, question: Question, at: float) -> Sleeve:
    if state is None:
        return Sleeve("empty", words="Never asked yet: nothing to give away.")
    ripe = due(state.memory, at)
    times = f"right {state.right} of {state.attempts} times"
    when = "due now" if ripe else f"due {_ahead(state.due - at)}"
    words = f"{question.stem} {question.key.text}  ·  {times}, {when}"
    return Sleeve(_FILLS[known(state.memory, at)], ripe, words)


def _ahead(seconds: float) -> str:
    days = round(seconds / DAY)
    return {0: "later today", 1: "tomorrow"}.get(max(0, days), f"in {days} days")


def stub(night: Night, pack: str) -> Stub:
    """A night as its ticket stub."""
    mode = MODES.get(night.mode)
    title = mode.title if mode else night.mode.capitalize()
    try:
        when = datetime.fromtimestamp(night.began, UTC)
        date, year = f"{when.day} {when:%b}", f"{when:%Y}"
    except (ValueError, OverflowError, OSError):
        date, year = "some day", ""
    party = len(night.players) > 1
    return Stub(
        day=date,
        year=year,
        sign=_SIGNS.get(night.mode, "note"),
        title=title,
        pack=pack,
        who=company(night.players) if party else _clock(night),
        right=night.correct,
        count=night.count,
        score=f"{night.score:,}" if night.state == "finished" else "–",
        torn="" if night.state == "finished" else "left early",
    )


# So many letters of names have room on a stub.
_NAMES = 36


def company(players: Sequence[str]) -> str:
    """Who played, those named first who have room: “Mia, Ben and 3 others”."""
    for count in range(len(players), 1, -1):
        others = len(players) - count
        rest = () if not others else ("1 other",) if others == 1 else (f"{others} others",)
        if len(line := listed((*players[:count], *rest))) <= _NAMES:
            return line
    return listed((players[0], "1 other" if len(players) == 2 else f"{len(players) - 1} others"))


def _clock(night: Night) -> str:
    clock = CLOCKS.get(night.clock)
    if clock is None:
        return ""
    return clock.title if clock.limit is None else f"{clock.title} clock"


def _best(tonight: Tonight, nights: Sequence[Night]) -> tuple[Trophy, ...]:
    """The best night of each pack, mode, length and clock, most points first; no practice."""
    best: dict[tuple[str, str, str, int], Night] = {}
    for night in reversed(nights):
        if night.state != "finished" or not night.score or night.mode == "soundcheck":
            continue
        length = night.count if night.mode == "setlist" else 0
        kind = (night.pack_id, night.mode, night.clock, length)
        if kind not in best or night.score > best[kind].score:
            best[kind] = night
    ranked = sorted(best.values(), key=lambda night: -night.score)
    return tuple(
        Trophy(
            f"{night.score:,}",
            _what(night),
            _title(tonight, night.pack_id),
            day(night.began),
            _SIGNS.get(night.mode, "note"),
        )
        for night in ranked
    )


def _what(night: Night) -> str:
    mode, clock = MODES.get(night.mode), CLOCKS.get(night.clock)
    title = mode.title if mode else night.mode
    if night.mode == "setlist":
        title = f"{title} of {night.count}"
    if len(night.players) > 1:
        title = f"{title} of {len(night.players)}"
    return f"{title} · {clock.title if clock else night.clock}"


def _totals(tonight: Tonight, nights: Sequence[Night]) -> tuple[tuple[str, str], ...]:
    shows = tonight.records.shows()
    answers = sum(len(each.answers) for each in shows)
    right = sum(answer.right for each in shows for answer in each.answers)
    share = f"{100 * right // answers} %" if answers else "–"
    finished = sum(night.state == "finished" for night in nights)
    return (
        ("Longest streak of days", str(longest_streak(nights))),
        ("Nights to the end", f"{finished:,}"),
        ("Questions answered", f"{answers:,}"),
        ("Of these right", share),
        ("Longest roll", str(_longest_roll(shows))),
        ("Packs played", str(len({night.pack_id for night in nights}))),
    )


def _longest_roll(shows: Sequence[Show]) -> int:
    """The most right answers in a row of one player in one match."""
    best = 0
    for each in shows:
        rolls = [0] * each.seats
        for answer in each.answers:
            rolls[answer.seat] = rolls[answer.seat] + 1 if answer.right else 0
            best = max(best, rolls[answer.seat])
    return best


def export(tonight: Tonight, folder: Path | None = None) -> str:
    """Write the table of all turns; a sentence that says where it is, or why it is not."""
    name = f"encore-numbers-{tonight.day()}.csv"
    trouble = None
    for place in (folder,) if folder else _folders():
        path = place / name
        trouble = tonight.records.export_csv(path)
        if trouble is None:
            return f"Saved as {path}"
    return trouble or f"{name} could not be written."


def _folders() -> tuple[Path, ...]:
    from platformdirs import user_documents_dir

    from game.records import data_folder

    return Path(user_documents_dir()), data_folder()


def _packs(tonight: Tonight) -> tuple[Pack, ...]:
    packs = (tonight.rack.open(entry.id) for entry in tonight.rack.entries)
    return tuple(pack for pack in packs if pack.questions)


def _title(tonight: Tonight, pack_id: str) -> str:
    pack, entry = tonight.rack.glance(pack_id), tonight.rack.entry(pack_id)
    return (pack.title if pack else "") or (entry.title if entry else "") or pack_id

"""Between rounds and the end of a night as the tests see them: made up, with the longest texts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.scenes.nightlist import NightListScene, Played
from game.scenes.poster import Act, PosterScene
from game.scenes.standings import LedgerLine, Place, StandingsScene
from game.scenes.table import Person, TableScene
from game.ui.actions import Action, Letter, Typed

if TYPE_CHECKING:
    from game.scenes.scene import Scene
    from game.ui.actions import Meaning

Gallery = dict[str, "Scene[Any]"]
NAMES = (
    "Maximiliana Wolkenbruchs",
    "Mia",
    "Penny Lane of San Diego",
    "🎸🎸 Jeff & the rest 🎸🎸",
    "Russell Hammond, guitar",
    "William",
    "أم كلثوم إبراهيم",
    "Élodie",
)
TEAMS = ("The Stillwaters of Michi", "Band Aids", "أم كلثوم إبراهيم", "Topeka and surroundings")
MEMBERS = (
    "Maximiliana Wolkenbruchs, Penny Lane of San Diego, Russell Hammond, guitar, William, Élodie",
    "Mia, Bo",
    "אסתר המלכה, دنيا",
    "Polexia Aphrodisia",
)
LAST = "Mia’s answer in round 12, stolen by Maximiliana Wolkenbruchs"
AWARDS = (
    ("22:15", "Fastest finger", "Maximiliana Wolkenbruchs, 12.4 s"),
    ("22:30", "Longest roll", "Penny Lane of San Diego, 12 in a row"),
    ("22:45", "Biggest steal", "🎸🎸 Jeff & the rest 🎸🎸, +450"),
    ("23:00", "Comeback", "أم كلثوم إبراهيم, up 3 places"),
)
QUESTION = (
    "Which line does the head of the fan club say about the music, on the telephone at night, "
    "while the rain comes down on the roof of the house where nobody sleeps any more, and why?"
)
FACT = (
    "The head of the fan club says it on the telephone at night: the critic is at home, because "
    "those who write about the music are at home when the music is played, and so he always picks "
    "up, whoever it is that calls, and whatever it is that they have to say about it. "
)
ENTRY = Played("Round 12 of 15", 0, NAMES[0], QUESTION, "It is all happening", "", True, 12.4, 200)


def gallery() -> Gallery:
    """The standings with their ledger, the table, posters and the whole night."""
    return {**_standings(), **_tables(), **_posters(), **_nights()}


def ledger(count: int, *, even: bool = True) -> tuple[LedgerLine, ...]:
    """So many lines; `even` where everyone has had the same."""
    extra = 1000 if count > 2 else 0
    return tuple(
        LedgerLine(seat, NAMES[seat], 12, 12, 2 if even else seat, 20, extra, extra, extra * 10)
        for seat in range(count)
    )


def _standings() -> Gallery:
    scenes: Gallery = {}
    for count in (2, 8):
        places = [
            Place(row + 1, row, NAMES[row], 123_456 - 9999 * row, 1234, (7, 0, -7)[row % 3])
            for row in range(count)
        ]
        places = [replace(each, corrected=-1250) for each in places[:-1]] + places[-1:]
        scenes[f"between standings {count}"] = StandingsScene(
            "After round 12", "The last round comes next", tuple(places), ledger(count)
        )
        places[-1] = replace(places[-1], out=True, corrected=50)
        scenes[f"between out {count}"] = StandingsScene("After round 12", "", tuple(places))
        for even in (True, False):
            scene = StandingsScene("After round 12", "", (), ledger(count, even=even))
            scene.opened = 1.0
            scenes[f"between ledger {count} {even}"] = scene
    teams = tuple(
        Place(row + 1, row, name, 12_345, 500, 1, corrected=500, members=MEMBERS[row])
        for row, name in enumerate(TEAMS)
    )
    below = "2 rounds to play"
    return scenes | {"between teams": StandingsScene("After round 3", below, teams, ledger(4))}


def people(count: int, out: tuple[int, ...] = ()) -> tuple[Person, ...]:
    """So many players, some of them out."""
    return tuple(
        Person(seat, NAMES[seat], 123_456 - 9999 * seat, seat in out) for seat in range(count)
    )


def members(count: int) -> tuple[Person, ...]:
    """So many players in four teams; the fourth player is out."""
    return tuple(Person(n, NAMES[n], 12_345, n == 3, n % 4) for n in range(count))


def _tables() -> Gallery:
    keys: dict[str, tuple[Meaning, ...]] = {
        "look": (),
        "sure out": (Letter("d"),),
        "sure undo": (Letter("u"),),
        "sure skip": (Letter("s"),),
        "no": (Action.DOWN, Letter("n"), Action.BACK, Action.RIGHT),
        "order": (Letter("o"), *([Action.DOWN] * 3)),
        "score": (Letter("c"), Typed("-99999")),
        "name": (Letter("n"), Typed("W" * 24)),
        "same": (Letter("n"), Typed(NAMES[0]), Action.CONFIRM),
    }
    scenes: Gallery = {}
    for name, meanings in keys.items():
        for count in (2, 7, 8):
            out = (0, 4) if count == 8 else ()
            scene = TableScene(people(count, out), LAST, can_skip=True, join_score=12_345)
            scenes[f"table {name} {count}"] = _after(scene, meanings)
        told = TableScene(members(7), LAST, can_skip=True, teams=TEAMS)
        scenes[f"table {name} teams"] = _after(told, meanings)
    return scenes | {"table quiet": TableScene(people(3), can_join=False)}


def _after(scene: TableScene, meanings: tuple[Meaning, ...]) -> TableScene:
    for meaning in meanings:
        scene.age += 1.0
        scene.handle(meaning)
    scene.cues.clear()
    return scene


def acts(count: int, ranks: tuple[int, ...] = (), note: str = "") -> tuple[Act, ...]:
    """So many acts, of ranks 1, 2, 3 and so on if not told otherwise."""
    return tuple(
        Act(ranks[n] if ranks else n + 1, n, NAMES[n], 123_456 - n, corrected=bool(note), note=note)
        for n in range(count)
    )


def _posters() -> Gallery:
    strap = "TONIGHT ONLY · ONE KEYBOARD · EIGHT ACTS"
    scenes: Gallery = {}
    for count in range(2, 9):
        scenes[f"bill {count}"] = PosterScene(strap, acts(count), AWARDS[: count % 5])
        level = acts(count, (1,) * count)
        scenes[f"bill level {count}"] = PosterScene(strap, level, AWARDS)
        full = acts(count, note="out after round 12")
        scenes[f"bill full {count}"] = PosterScene(strap, full, AWARDS)
        equal = acts(count, (1, 2, 2, 2, 5, 5, 5, 8)[:count])
        scenes[f"bill equal {count}"] = PosterScene(strap, equal, AWARDS)
    teams = tuple(
        Act(n + 1, n, name, 9999, MEMBERS[n], True, "in sudden death")
        for n, name in enumerate(TEAMS)
    )
    told = PosterScene(strap, teams, AWARDS)
    told.said = "Saved as /home/maximiliana.wolkenbruch/Pictures/encore-2026-11-22-12.png"
    return scenes | {"bill teams": told}


def night(count: int, seats: int) -> tuple[Played, ...]:
    """So many entries, every question asked of each seat in turn."""
    return tuple(
        replace(
            ENTRY,
            round=f"Round {n // seats + 1} of {count // seats}"
            if n < count - 2
            else "Sudden death",
            seat=n % seats,
            name=NAMES[n % seats],
            picked=("", QUESTION[:60])[n % 2],
            right=n % 3 == 0,
            seconds=None if n % 5 == 0 else 120.4,
            points=(200, 0, -12_345)[n % 3],
            beside="stolen by Maximiliana Wolkenbruchs, +12,345" if n % 2 else "",
            why=FACT * (n % 3),
        )
        for n in range(count)
    )


def _nights() -> Gallery:
    scenes: Gallery = {"night one": NightListScene((ENTRY,))}
    for count, seats, steps in ((6, 2, 5), (120, 8, 0), (120, 8, 59), (120, 8, 119)):
        scene = NightListScene(night(count, seats))
        for _ in range(steps):
            scene.handle(Action.DOWN)
        scene.cues.clear()
        scenes[f"night {count} {steps}"] = scene
    return scenes

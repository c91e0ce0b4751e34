"""The scenes of who writes packs, with the longest texts that they may have to show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.packs.library import check_text
from game.packs.problem import Problem
from game.packs.reading import Reading
from game.scenes.drop import Decision, DropScene, Parcel
from game.scenes.packs import Choice, PacksScene
from game.scenes.problems import ProblemsScene
from game.scenes.workbench import Bench, WorkbenchScene
from game.story.faults import fault_of
from game.story.workbench import Workpiece
from game.ui.actions import Letter, Typed
from game.ui.props.bench import Note
from game.ui.props.passes import Pass
from tests.conftest import ROOT

if TYPE_CHECKING:
    from game.scenes.scene import Scene

Gallery = dict[str, "Scene[Any]"]
FILE = "songs-that-were-sung-on-the-bus-between-two-towns.yaml"
MESSAGE = (
    "quotes row 12: nothing is called 'rusell' (did you mean 'russell'?), and the other rows of "
    "this table that name him stand in lines 289, 290, 293, 297, 301, 305, 309, 313, 317 and 321; "
    "put one of these right and the others will play as well, as"
)
HELP = (
    "the fields are format, title, about, language, authors, licence, standard, bank, complete, "
    "decoys, templates, questions; take out what stands here, or write it as one of these, and "
    "save the file again: it is read as soon as it is saved, and the"
)
SOURCE = "    - {text: “It is all happening”, who: rusell, when: on the bus, fame: hit, art: bus}"
LONG = Problem(FILE, 1289, 41, "error", "link", MESSAGE, HELP, SOURCE)
SHORT = Problem(FILE, 0, 0, "warning", "no-licence", "`licence` is missing")
FAULTS = tuple(map(fault_of, (LONG, replace(LONG, severity="warning"), SHORT)))
NOTES = (
    Note(
        "Line 1289 makes none: `moments.who` holds lists, so who is not listed may still be "
        "right: put `moments.who` under `complete` if its lists name everyone.",
        good=False,
    ),
    Note("Line 1290 makes none: needs 2 more people with another `who.actor.name`.", good=False),
    Note("The template in line 1291 makes 120 questions.", good=True),
)


def gallery() -> Gallery:
    """Every scene of the workbench, of the rack and of packs handed in."""
    return {**_benches(), **_racks(), **_problems(), **_drops()}


def bench() -> Bench:
    """Almost Famous on the workbench, every template of it."""
    text = (ROOT / "questions" / "almost-famous.yaml").read_text(encoding="utf-8")
    return Workpiece().take(Reading(text, check_text(text, Path(FILE))))


def _benches() -> Gallery:
    clean = bench()
    longest = max(clean.slips, key=lambda slip: len(clean.show(slip.id, 0).stem))
    widest = max(
        clean.slips, key=lambda s: max(len(t.words + t.why) for t in clean.show(s.id, 0).options)
    )
    lines = "lines 1289 to 1301"
    busy = replace(clean, faults=FAULTS, notes=NOTES, what=lines, changed=(longest.id, widest.id))
    scenes: Gallery = {"bench reading": WorkbenchScene(lambda: None)}
    stale = replace(busy, stale=True, changed=())
    for name, each in {"clean": clean, "busy": busy, "stale": stale}.items():
        for place, slip in {"stem": longest, "option": widest}.items():
            scene = WorkbenchScene(lambda: None)
            scene.take(replace(each, stale=False))
            scene.here = slip
            scene.bench = each
            scenes[f"bench {name} {place}"] = scene
    for name, fault in {"warning": 1, "whole": 2}.items():
        scene = WorkbenchScene(lambda: None)
        scene.take(replace(busy, notes=NOTES[:1]))
        scene.fault = fault
        scenes[f"bench {name}"] = scene
    scene = WorkbenchScene(lambda: None)
    scene.take(busy)
    scene.handle(Letter("t"))
    scenes["bench template"] = scene
    empty = WorkbenchScene(lambda: None)
    empty.take(Bench(FILE, faults=FAULTS))
    for first in (0, 99):
        scene = WorkbenchScene(lambda: None)
        scene.take(busy)
        scene.handle(Letter("c"))
        scene.first = first and 20
        scenes[f"coverage {first}"] = scene
    return scenes | {"bench empty": empty}


def choices(count: int) -> tuple[Choice, ...]:
    """So many packs of one's own and of the game's, some of them broken or unread."""
    card = Pass("A night in Topeka", "120 questions", (("Easy", "40"), ("Due now", "13")))
    broken = Pass(
        "Half a pack", f"{FILE[:29]}…", band="NOT TONIGHT", over="THIS PACK CANNOT BE PLAYED"
    )
    found = []
    for number in range(count):
        name = f"Songs of the road between Cleveland and Topeka, {1900 + number}"
        bad, own = number % 5 == 4, number % 3 == 0
        found.append(
            Choice(
                f"own:{number}" if own else str(number),
                name,
                "cannot be played" if bad else "1,234 questions",
                broken if bad else card,
                f"Line 1289: {MESSAGE}"[:160] if bad else "",
                questions=number * 7 % 31,
                known=number * 9 % 101 if number % 2 else None,
                problems=number % 4 * 50,
                own=own,
            )
        )
    return tuple(found)


def _racks() -> Gallery:
    where = "~/.local/share/encore/packs/" + "friday/" * 8
    scenes: Gallery = {}
    for count, chosen in ((1, 0), (7, 3), (200, 0), (200, 99), (200, 199), (200, 54)):
        scenes[f"rack {count} {chosen}"] = PacksScene(choices(count), chosen, where=where)
    for name, typed in {"nothing": "", "some": "1973", "none": "W" * 40}.items():
        scene = PacksScene(choices(200), where=where)
        scene.age = 1.0
        scene.handle(Letter("/"))
        scene.age = 2.0
        scene.handle(Typed(typed))
        scenes[f"rack search {name}"] = scene
    return scenes


def _problems() -> Gallery:
    scenes: Gallery = {}
    for name, faults in {"one": FAULTS[:1], "three": FAULTS, "many": FAULTS * 67}.items():
        scene = ProblemsScene("Songs of the road between Cleveland and Topeka", faults)
        scene.chosen = len(faults) - 1
        scene.first = max(0, len(faults) - 7)
        scenes[f"problems {name}"] = scene
    return scenes


def _drops() -> Gallery:
    title = "Songs of the road between Cleveland and Topeka"
    card = Pass(title, "120 questions", (("Easy", "40"),), over="HANDED IN", motto="Let me in")
    lines = (
        ("By", "Penny Lane, Polexia Aphrodisia, Estrella Starr and Sapphire of San Diego"),
        ("Licence", "CC-BY-SA-4.0"),
        ("Language", "en"),
        ("Questions", "1,234: 400 easy, 434 medium, 400 hard"),
        ("Problems", "12 errors, 120 warnings"),
    )
    said = "You have a pack called songs-of-the-road already. It is replaced only if you say so."
    there = (Decision.NOT_NOW, Decision.REPLACE, Decision.PROBLEMS)
    about = "Ten songs for every mile of it, and who sang along when the bus broke down. " * 2
    parcels = {
        "new": Parcel(title, "", card, lines, decisions=(Decision.KEEP, Decision.NOT_NOW)),
        "there": Parcel(title, about, card, lines, said, decisions=there),
        "bad": Parcel(title, "Nothing has been kept.", card, (), MESSAGE + HELP, bad=True),
    }
    scenes: Gallery = {"drop reading": DropScene(FILE, lambda: None)}
    for name, parcel in parcels.items():
        scenes[f"drop {name}"] = DropScene(FILE, [parcel].pop)
    return scenes

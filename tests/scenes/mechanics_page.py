"""The scenes of a party's mechanics, with the longest texts that they may have to show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.rules.deal import Card
from game.rules.modes import CLOCKS, HOLD
from game.rules.question import Option, Question
from game.scenes.bet import BetScene
from game.scenes.explain import EXPLAINED, ExplainScene
from game.scenes.gate import GateScene, Standing
from game.scenes.heckle import HeckleScene
from game.scenes.reveal import Beside, RevealScene, Verdict
from game.scenes.steal import StealScene
from game.ui.media.plain import Picture
from game.ui.media.slide import NOTHING, Exhibit, Slide
from game.ui.props.header import Header

if TYPE_CHECKING:
    from game.scenes.scene import Scene

Gallery = dict[str, "Scene[Any]"]
TABLE = (
    "Maximiliana Wolkenbruchs",
    "Mia",
    "Penny Lane of San Diego",
    "Bo",
    "Russell 🎸 Hammond 👩‍👩‍👧‍👦",
    "William",
    "أم كلثوم إبراهيم",
    "Élodie",
)
LONG = (
    "Which of the many things that lie about on a stage between the first song and the last, and "
    "that nobody ever puts away although everybody stumbles over it at least once a night, is this "
    "one here, please?"
)
QUOTE = "Who says “I always tell the girls, never take it seriously”, and to whom, on the bus?"
OPTIONS = tuple(
    f"a long wrong answer of eighty letters, which goes on for quite a while, number {n}"
    for n in range(6)
)
QUESTION = Question(
    "id",
    LONG,
    Option("a box that fits an instrument to the mixing desk, and is called a DI box, is it"),
    tuple(Option(words) for words in OPTIONS[:3]),
    3,
    ("thing/a:name",),
    "by hand",
    why="It is a box that fits an instrument to the desk, and it stands where feet go. " * 2,
)
CARD = Card(QUESTION, (*QUESTION.wrong[:2], QUESTION.key, QUESTION.wrong[2]), 2)
SHORT = Card(replace(QUESTION, stem=QUOTE, why="Penny says it."), tuple(map(Option, "ABC")), 0)
HEAD = Header(
    "ROUND 12 OF 12",
    "",
    12_340,
    "hard",
    seat=0,
    player=TABLE[0],
    done=("right",) * 11 + ("now",),
    print="HARD  ·  400 points",
)
RULES = (("Level", "medium"), ("Worth", "300 points"), ("Time", "20 s"))


def picture() -> Exhibit:
    """A picture that is there."""
    slide = Slide("a red one", lambda: Picture(4, 2, b"\xff\x00\x00\xff" * 8))
    slide.fetch()
    return Exhibit(slide)


def table(players: int) -> tuple[Standing, ...]:
    """So many lines of the table."""
    return tuple(Standing(n, TABLE[n], 12_340 - 1_107 * n) for n in range(players))


def gallery() -> Gallery:
    """Every scene of the mechanics, and what gate and reveal say of them."""
    return {**_explained(), **_bets(), **_heckles(), **_steals(), **_gates(), **_reveals()}


def pictured() -> Gallery:
    """Those that show what was asked about, when that is a picture."""
    scenes = {**_steals(picture()), **_reveals(picture())}
    for scene in scenes.values():
        scene.age = 30.0
    return scenes


def _explained() -> Gallery:
    return {f"explain {what}": ExplainScene(what) for what in EXPLAINED}


def _bets() -> Gallery:
    scenes: Gallery = {}
    for players in (2, 8):
        for chosen in (None, 0, 3, 5):
            seat = players - 2
            scene = BetScene(
                seat, TABLE[seat], 123_456, "medium", "THE ENCORE · ROUND 12 OF 12", table(players)
            )
            scene.chosen = chosen
            scenes[f"bet {players} {chosen}"] = scene
    scene = BetScene(1, "Mia", 0, "easy", "THE ENCORE", table(2))
    scene.chosen = 5
    return scenes | {"bet of nothing": scene}


def _heckles() -> Gallery:
    scenes: Gallery = {}
    for name, stem in {"long": LONG, "quote": QUOTE}.items():
        for count in (4, 5, 6):
            for picked in (0, 1, 3):
                victim = {4: 6, 5: 4, 6: 2}[count]
                candidates = OPTIONS[:count] if name == "long" else tuple("ABCDEF"[:count])
                scene = HeckleScene(0, TABLE[0], victim, TABLE[victim], stem, candidates)
                scene.picked = frozenset(range(picked))
                scene.chosen = picked or None
                scenes[f"heckle {name} {count} {picked}"] = scene
    return scenes


def steal(
    missed: int | None,
    exhibit: Exhibit = NOTHING,
    *,
    clock: str = "standard",
    card: Card = CARD,
    names: tuple[str, str] = (TABLE[0], TABLE[6]),
) -> StealScene:
    """A steal at its very beginning."""
    return StealScene(card, missed, 6, names[1], names[0], 200, CLOCKS[clock], HEAD, exhibit)


def _steals(exhibit: Exhibit = NOTHING) -> Gallery:
    scenes: Gallery = {"hold steal": steal(1, exhibit)}
    for name, missed in {"miss": 1, "late": None}.items():
        offer = steal(missed, exhibit)
        offer.held, offer.offered, offer.missing = HOLD, 30.0, True
        scenes[f"steal offer {name}"] = offer
        for spent in (3.0, 8.5):
            scene = steal(missed, exhibit)
            scene.held, scene.taken, scene.spent, scene.chosen = HOLD, True, spent, 3
            scenes[f"answer steal {name} {spent}"] = scene
    other = steal(2, exhibit, card=SHORT, clock="untimed", names=(TABLE[6], TABLE[0]))
    other.held, other.offered, other.missing = HOLD, 30.0, True
    return scenes | {"steal offer untimed": other}


def _gates() -> Gallery:
    scenes: Gallery = {}
    for name, more in {
        "bet": {"task": "to place a secret bet", "others": "everyone else looks away"},
        "heckle": {
            "task": f"to heckle {TABLE[0]}",
            "others": f"{TABLE[0]} looks away until you are done",
        },
        "team": {"team": "The Golden Gods of Topeka"},
        "all": {
            "task": f"to heckle {TABLE[6]}",
            "others": f"{TABLE[6]} looks away",
            "team": TABLE[0],
        },
    }.items():
        for seat in (0, 6):
            scenes[f"gate {name} {seat}"] = GateScene(
                seat, TABLE[seat], "ROUND 12 OF 12", table(8), "So far tonight", RULES, **more
            )
    return scenes


def lines(count: int) -> tuple[Beside, ...]:
    """So many lines about more than the answer."""
    every = (
        Beside(6, TABLE[6], "a steal for half the points", 12_350),
        Beside(0, TABLE[0], "the heckle worked", 25),
        Beside(4, TABLE[4], "a bet of 30 % on the encore", -12_120),
    )
    return every[:count]


def _reveals(exhibit: Exhibit = NOTHING) -> Gallery:
    scenes: Gallery = {}
    note = "Answered in 19.9 s · medium question · in the encore, counts double"
    verdicts = {
        f"beside {count}": Verdict(CARD, 1, 0, note, beside=lines(count), doubled=True)
        for count in (1, 2, 3)
    }
    verdicts |= {
        "doubled": Verdict(CARD, 2, 600, note, doubled=True),
        "stolen": Verdict(CARD, 1, 0, note, beside=lines(1), stolen=2, thief=6),
        "stolen in vain": Verdict(CARD, 1, 0, note, doubled=True, stolen=3, thief=0),
        "not stolen": Verdict(CARD, None, 0, note, thief=0),
        "sudden in": Verdict(CARD, 2, 0, "Still in", scoreless=True),
        "sudden out": Verdict(CARD, 1, 0, "Out", scoreless=True, beside=lines(1)),
    }
    for name, verdict in verdicts.items():
        told = RevealScene(verdict, HEAD, HEAD, "to the standings", exhibit)
        told.held, told.told, told.opened = HOLD, 30.0, True
        scenes[f"told {name}"] = told
        scenes[f"hold {name}"] = RevealScene(verdict, HEAD, HEAD, "on", exhibit)
    return scenes

"""Everyone at one question at once, with the longest texts that these scenes may have to show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.rules.deal import Card, deal_card
from game.rules.modes import CLOCKS, HOLD
from game.scenes.key_check import KeyCheckScene
from game.scenes.scene import Answered
from game.scenes.together import TogetherScene
from game.scenes.together_bet import TogetherBetScene
from game.scenes.together_reveal import Pick, TogetherRevealScene
from game.ui.actions import Struck
from game.ui.boards import ARRANGEMENTS, USUAL_BOARD
from game.ui.media.plain import Picture, Plain, Samples
from game.ui.media.slide import Exhibit, Slide
from game.ui.props.header import Header
from game.ui.props.stands import Contender
from game.ui.trial import PATIENCE, SETTLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.rules.question import Question
    from game.scenes.scene import Scene

Gallery = dict[str, "Scene[Any]"]
REST = 30.0
TABLE = (
    Contender(0, "Maximiliana Wolkenbruchs", 1234),
    Contender(6, "أم كلثوم إبراهيم", 980),
    Contender(2, "👩‍👩‍👧‍👦 Die Löwenzahns", 12_345),
    Contender(7, "Bo", 0),
)
HEAD = Header("ENCORE · QUESTION 15 OF 15", "Almost Famous · everyone at once", 0, "hard · double")
USUAL = ARRANGEMENTS[USUAL_BOARD]


def gallery(questions: Mapping[str, Question]) -> Gallery:
    """Every scene in every state, for two players and for four; `questions` are hard to fit."""
    scenes: Gallery = {}
    for name, question in questions.items():
        card = deal_card(question, "s")
        for people in (TABLE[:2], TABLE) if name in ("option", "three") else (TABLE,):
            scenes |= _asked(f"{len(people)} {name}", card, people)
            scenes |= _told(f"{len(people)} {name}", card, people)
    return scenes | _bets() | _checks()


def _asked(name: str, card: Card, people: tuple[Contender, ...]) -> Gallery:
    read, answer = (
        TogetherScene(card, CLOCKS["standard"], HEAD, people, USUAL.dealt(len(people)))
        for _ in range(2)
    )
    answer.reading_left, answer.spent = 0.0, 16.0
    answer.locked = {0: Answered(1, 900)}
    return {f"read together {name}": read, f"answer together {name}": answer}


def exhibits(card: Card) -> Gallery:
    """A question with a picture, and one with a sound; what is shown is no copy of itself."""
    picture, sound = (
        _slide(each) for each in (Picture(4, 2, b"\xff" * 32), Samples(b"\1\0" * 400))
    )
    clusters, clock = USUAL.dealt(4), CLOCKS["standard"]
    scenes: Gallery = {}
    for name, exhibit in {"picture": Exhibit(picture), "sound": Exhibit(None, sound)}.items():
        answer = TogetherScene(card, clock, HEAD, TABLE, clusters, exhibit)
        answer.reading_left, answer.spent, answer.played = 0.0, 5.0, True
        picks = tuple(Pick(each.seat, each.name, 0, 900, 0, 12) for each in TABLE)
        told = TogetherRevealScene(card, picks, HEAD, "next question", exhibit)
        told.held, told.told, told.opened = HOLD, REST, True
        scenes |= {f"answer together {name}": answer, f"told together {name}": told}
        scenes[f"hold together {name}"] = TogetherRevealScene(card, picks, HEAD, "on", exhibit)
    return scenes


def _slide(made: Plain) -> Slide:
    slide = Slide(f"digest of {made}", lambda: made)
    slide.fetch()
    return slide


def _told(name: str, card: Card, people: tuple[Contender, ...]) -> Gallery:
    """All on the key, all on one wrong answer, everyone elsewhere; and the breath before."""
    count = len(card.options)
    scenes: Gallery = {}
    picks: tuple[Pick, ...] = ()
    wrong = (card.key + 1) % count
    for way, places in {
        "right": (card.key,) * 4,
        "wrong": (wrong,) * 4,
        "mixed": (card.key, wrong, (card.key + 2) % count, None),
    }.items():
        picks = tuple(
            Pick(
                each.seat,
                each.name,
                place,
                19_900,
                2_000 if place == card.key else -6_172 if place is not None else 0,
                each.score,
                "bet 50 % of 12,345",
            )
            for each, place in zip(people, places, strict=False)
        )
        told = TogetherRevealScene(card, picks, HEAD, "to the standings")
        told.held, told.told, told.opened = HOLD, REST, True
        scenes[f"told together {way} {name}"] = told
    scenes[f"hold together {name}"] = TogetherRevealScene(card, picks, HEAD, "next question")
    return scenes


def _bets() -> Gallery:
    begun, some, all_ = (TogetherBetScene(TABLE, "medium", USUAL.dealt(4)) for _ in range(3))
    some.bets = {1: 15, 2: 50}
    all_.bets = dict.fromkeys(range(4), 15)
    two = TogetherBetScene(TABLE[:2], "hard", USUAL.dealt(2))
    return {"bets begun": begun, "bets some": some, "bets all": all_, "bets two": two}


def _checks() -> Gallery:
    scenes: Gallery = {}
    for name in ARRANGEMENTS:
        for count in (2, 3, 4):
            scenes[f"check {name} {count}"] = KeyCheckScene(TABLE[:count], name)
    scenes["hold check some"] = held(KeyCheckScene(TABLE, USUAL_BOARD), 2)
    scenes["hold check missing"] = waited(held(KeyCheckScene(TABLE, USUAL_BOARD), 3), PATIENCE)
    scenes["hold check two missing"] = waited(held(KeyCheckScene(TABLE, USUAL_BOARD), 2), PATIENCE)
    strange = held(KeyCheckScene(TABLE, USUAL_BOARD), 4)
    for scancode in (USUAL.clusters[1][3], 8):
        strange.handle(Struck(scancode, True))
    scenes["hold check strange"] = waited(strange, SETTLE)
    last = waited(held(KeyCheckScene(TABLE, "pad"), 3), PATIENCE)
    last.failed = frozenset(ARRANGEMENTS)
    mixed = KeyCheckScene(TABLE, "stairs")
    mixed.trial.step = 5
    works = KeyCheckScene(TABLE, USUAL_BOARD)
    works.trial.step = 8
    nameless = waited(held(KeyCheckScene(TABLE, USUAL_BOARD), 3), PATIENCE)
    nameless.labels = {}
    stuck = {"hold check last": last, "hold check nameless": nameless}
    return scenes | {"check mixed": mixed, "check works": works, **stuck}


def held(scene: KeyCheckScene, count: int) -> KeyCheckScene:
    """The scene with the first so many of the keys that it asks for held down."""
    for scancode in scene.trial.wanted[:count]:
        scene.handle(Struck(scancode, True))
    return scene


def waited(scene: KeyCheckScene, seconds: float) -> KeyCheckScene:
    """The scene so many seconds later."""
    scene.tick(seconds + 0.01)
    scene.cues.clear()
    return scene

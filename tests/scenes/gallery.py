"""Every scene in every state, with the longest texts that it may have to show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from game.rules.deal import deal_card
from game.rules.match import Match, deal_match
from game.rules.modes import CLOCKS, HOLD, MODES
from game.scenes.ask import AskScene
from game.scenes.names import NamesScene
from game.scenes.packs import Choice, PacksScene
from game.scenes.question import QuestionScene
from game.scenes.reveal import RevealScene, Verdict
from game.scenes.scene import Scene
from game.scenes.title import Line, TitleScene, Wish
from game.story import party, solo
from game.ui.props.header import Header
from game.ui.props.passes import Pass

if TYPE_CHECKING:
    from game.packs.pack import Pack
    from game.rules.question import Question

Gallery = dict[str, Scene[Any]]
TABLE = (
    "Maximiliana Wolkenbruchs",
    "Mia",
    "Penny Lane of San Diego",
    "Bo",
    "Russell Hammond, guitar",
    "William",
    "أم كلثوم إبراهيم",
    "Élodie",
)
REST = 30.0


def gallery(pack: Pack) -> Gallery:
    """The scenes by name, each come to rest."""
    scenes: Gallery = {
        **_front(pack),
        **_questions(pack),
        **_ends(pack),
        **_party(pack),
        **_breaks(),
    }
    for scene in scenes.values():
        scene.age = REST
    return scenes


def longest(questions: Sequence[Question]) -> dict[str, Question]:
    """The questions that are hardest to fit, by what is long about them."""
    sizes: dict[str, Callable[[Question], int]] = {
        "stem": lambda each: len(each.stem),
        "quote": lambda each: len(each.stem) if "“" in each.stem else 0,
        "option": lambda each: max(len(o.text) for o in (each.key, *each.wrong)),
        "why": lambda each: len(each.why),
        "quote and why": lambda each: len(each.why) if "“" in each.stem else 0,
        "fact": lambda each: max(len(o.fact) for o in (each.key, *each.wrong)),
        "three": lambda each: len(each.stem) if len(each.wrong) == 2 else 0,
    }
    return {name: max(questions, key=size) for name, size in sizes.items()}


def played(match: Match, verdicts: str = "xx.x-x", ms: int = 19_900) -> Match:
    """The match to its end: `x` right, `.` wrong, `-` too late, over and over."""
    while not match.over:
        verdict = verdicts[len(match.turns) % len(verdicts)]
        key = match.card.key
        pick = {"x": key, ".": (key + 1) % len(match.card.options), "-": None}[verdict]
        match = match.answer(pick, ms)
    return match


def _front(pack: Pack) -> Gallery:
    lines = (
        Line(Wish.SOLO, MODES["setlist"].blurb),
        Line(Wish.PARTY, MODES["party"].blurb),
        Line(Wish.PACKS, "12 packs"),
        Line(Wish.QUIT, "good night"),
    )
    figures = (("Easy", "130"), ("Medium", "108"), ("Hard", "61"))
    card = Pass(pack.title, "299 questions", figures, motto="It’s all happening")
    broken = Pass(
        "My first pack", "my-first-pack.yaml", band="NOT TONIGHT", over="CANNOT BE PLAYED"
    )
    trouble = (
        "Line 41: quotes row 12: nobody is called 'rusell' (did you mean 'russell'?); "
        "nothing of this pack can be played before that is put right."
    )
    choices = (
        Choice(pack.id, pack.title, f"{len(pack.questions)} questions", card),
        *(
            Choice(f"own:{n}", f"Songs of the year 19{n}", "yours · 120 questions", card)
            for n in range(60, 66)
        ),
        Choice("own:broken", "My first pack", "cannot be played", broken, trouble),
    )
    notice = "No sound device was found; Encore plays silently. Nothing is kept: the disk is full."
    names = NamesScene(TABLE)
    names.chosen = 4
    return {
        "title": TitleScene(lines, card, notice=notice),
        "packs": PacksScene(choices),
        "packs broken": PacksScene(choices, len(choices) - 1),
        "names empty": NamesScene(),
        "names": names,
    }


def _questions(pack: Pack) -> Gallery:
    head = Header(
        "TRACK 10 OF 10",
        f"{pack.title} · Setlist",
        1234,
        "9 in a row  +50 %",
        done=("right",) * 9 + ("now",),
    )
    guest = Header(
        "ROUND 5 OF 5",
        "",
        700,
        "medium",
        seat=0,
        player=TABLE[0],
        done=("right", "wrong", "right", "wrong", "now"),
    )
    scenes: Gallery = {}
    for name, each in longest(pack.questions).items():
        card = deal_card(each, "s")
        scenes[f"read {name}"] = QuestionScene(card, CLOCKS["standard"], head)
        for state, header, spent in (("answer", head, 3.0), ("hurry", guest, 16.5)):
            scene = QuestionScene(card, CLOCKS["standard"], header)
            scene.reading_left, scene.spent, scene.chosen = 0.0, spent, 1
            scenes[f"{state} {name}"] = scene
        untimed = QuestionScene(card, CLOCKS["untimed"], head)
        untimed.reading_left, untimed.spent = 0.0, 3.0
        scenes[f"untimed {name}"] = untimed
        wrong = (card.key + 1) % len(card.options)
        for state, pick, gained in (
            ("right", card.key, 300),
            ("wrong", wrong, 0),
            ("late", None, 0),
        ):
            verdict = Verdict(
                card, pick, gained, "Answered in 19.9 s · medium question · 9 in a row, +50 %"
            )
            told = RevealScene(verdict, head, guest if pick == wrong else head, "to the standings")
            told.held, told.told, told.opened = HOLD, REST, True
            scenes[f"{state} {name}"] = told
            if pick == wrong:
                scenes[f"hold {name}"] = RevealScene(verdict, head, head, "next track")
    return scenes


def _ends(pack: Pack) -> Gallery:
    scenes: Gallery = {}
    for name, verdicts in (("perfect", "x"), ("mixed", "xx.x-x"), ("nothing", ".-")):
        match = deal_match(pack.fingerprint, pack.questions, MODES["setlist"], ("You",), name)
        scenes[f"results {name}"] = solo.results(pack, played(match, verdicts))
    return scenes


def _party(pack: Pack) -> Gallery:
    scenes: Gallery = {}
    for players in (2, 3, 5, 8):
        table = TABLE[:players]
        match = deal_match(pack.fingerprint, pack.questions, MODES["party"], table, "night")
        scenes[f"gate first {players}"] = party.gate(match)
        over = played(match)
        for rounds in (1, 4):
            turns = over.turns[: rounds * players]
            now = Match(
                match.pack,
                match.seed,
                match.mode,
                match.clock,
                table,
                match.cards,
                match.plan,
                turns,
            )
            scenes[f"standings {rounds} {players}"] = party.standings(now)
            scenes[f"gate {rounds} {players}"] = party.gate(now)
        scenes[f"poster {players}"] = party.poster(over)
        scenes[f"poster level {players}"] = party.poster(played(match, "x"))
    return scenes


def _breaks() -> Gallery:
    choices = (("Go on", False), ("Leave the match", True))
    below = "The clock stands still, and the question is out of sight until you are back."
    few = "This pack has too few questions alike for 8 players."
    return {
        "pause": AskScene("pause", "pause", "Take five", below, choices, back=False),
        "notice": AskScene(
            "notice", "note", "Not enough for everyone", few, (("All right", None),), None
        ),
    }

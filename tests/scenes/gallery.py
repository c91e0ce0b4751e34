"""Every scene in every state, with the longest texts that it may have to show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.records import Records
from game.rules import code
from game.rules.deal import Card, deal_card, halved
from game.rules.match import Match
from game.rules.modes import CLOCKS, HOLD, MODES
from game.rules.seating import deal_match, match_of
from game.scenes.ask import AskScene
from game.scenes.entry import LONGEST, EntryScene
from game.scenes.packs import Choice, PacksScene
from game.scenes.question import Ghost, Lifelines, QuestionScene
from game.scenes.reveal import RevealScene, Verdict
from game.scenes.scene import Scene
from game.scenes.title import Line, TitleScene, Wish
from game.scenes.ways import WaysScene
from game.story import alone, solo, turn
from game.story.breaks import take_five as breaks
from game.story.decks import deck
from game.story.home import after_fault
from game.story.magazine import magazine
from game.story.party import bill, pages
from game.story.rack import Rack
from game.story.sharing import duel_code
from game.story.solo import Gig
from game.story.tonight import Tonight
from game.ui.props.header import Header
from game.ui.props.passes import Pass
from tests.conftest import ROOT
from tests.scenes import (
    bench_page,
    between_page,
    lobby_page,
    mechanics_page,
    numbers_page,
    together_page,
)

if TYPE_CHECKING:
    from game.packs.pack import Pack
    from game.rules.question import Question
    from game.scenes.scene import Story

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
NOW = 1_795_370_000.0
DAY = 86_400.0


def gallery(pack: Pack) -> Gallery:
    """The scenes by name, each come to rest."""
    scenes: Gallery = {
        **_front(pack),
        **_ways(pack),
        **_entries(pack),
        **_questions(pack),
        **_aided(pack),
        **_haunted(pack),
        **_marathon(pack),
        **_ends(pack),
        **_party(pack),
        **_breaks(),
        **numbers_page.gallery(),
        **bench_page.gallery(),
        **together_page.gallery(longest(pack.questions)),
        **between_page.gallery(),
        **mechanics_page.gallery(),
        **lobby_page.gallery(),
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


def evening(pack: Pack) -> Tonight:
    """An evening on which nothing was played yet, near enough to midnight for the longest words."""
    rack = Rack(ROOT / "questions", None)
    now = NOW - NOW % DAY + 60.0
    return Tonight(rack, pack.id, lambda: "night", records=Records.nowhere(), now=lambda: now)


def first(story: Story[Any]) -> Scene[Any]:
    """The scene that a story begins with."""
    return next(story)


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
        Line(Wish.SOLO, "a night alone, five ways to play it"),
        Line(Wish.PARTY, MODES["party"].blurb),
        Line(Wish.PACKS, "12 packs"),
    )
    left = Line(Wish.CARRY_ON, "Soundcheck, track 10")
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
    return {
        "title": TitleScene(lines, card, notice=notice),
        "title carry on": TitleScene((left, *lines), card, notice=notice),
        "packs": PacksScene(choices),
        "packs broken": PacksScene(choices, len(choices) - 1),
    }


def _ways(pack: Pack) -> Gallery:
    """Every way to play alone in hand, on the first evening and after a dozen; one in trouble."""
    new, later = evening(pack), evening(pack)
    for day in range(12):
        past = deck(later, pack, "daily")
        extra = {"day": later.day(day - 11)}
        later.records.finish(later.records.begin("daily", pack.id, past, extra), played(past, "x"))
    scenes: Gallery = {}
    for name, tonight in (("first", new), ("later", later)):
        for place in range(len(MODES)):
            scene = _choosing(tonight, pack)
            scene.chosen, scene.clock = place, 1
            scenes[f"ways {name} {scene.state}"] = scene
    trouble = "Nothing of this pack can be played in this way before it has ten questions."
    broken = _choosing(new, pack)
    broken.ways = tuple(replace(way, trouble=trouble) for way in broken.ways)
    return scenes | {"ways trouble": broken}


def _choosing(tonight: Tonight, pack: Pack) -> WaysScene:
    scene = first(alone.alone(tonight, pack))
    assert isinstance(scene, WaysScene)
    return scene


def _entries(pack: Pack) -> Gallery:
    """The duel's question, then a code: none yet, one that can be played, and all that cannot."""
    tonight = evening(pack)
    own = duel_code(pack, played(deck(tonight, pack, "duel")))
    said = code.read(own)
    away = code.write(replace(said, pack=said.pack ^ 1))
    older = code.write(replace(said, version=said.version ^ 1))
    typo = own[:-1] + ("0" if own[-1] != "0" else "1")
    codes = {"played": own, "away": away, "older": older, "typo": typo}
    codes |= {"short": "AB", "longest": "8CR3-" * (LONGEST // 5), "wide": "W" * LONGEST}
    scenes: Gallery = {"duel": first(alone.duel(tonight, pack))}
    for name, typed in {"empty": "", **codes}.items():
        story = alone.duel(tonight, pack)
        next(story)
        scene = story.send(True)
        assert isinstance(scene, EntryScene)
        scene.typed = typed
        scene.trouble = scene.check(typed) if typed else ""
        scenes[f"entry {name}"] = scene
    return scenes


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


def _asked(card: Card, header: Header, spent: float) -> QuestionScene:
    """The question with all lifelines at hand, so many seconds after its options came in."""
    lifelines = Lifelines(MODES["setlist"].lifelines, halved(card, "s"))
    scene = QuestionScene(card, CLOCKS["standard"], header, lifelines)
    scene.reading_left, scene.spent = 0.0, spent
    return scene


def _aided(pack: Pack) -> Gallery:
    """Lifelines at hand, and used; and the proof of every question that is hard to fit."""
    head = Header("TRACK 10 OF 20", f"{pack.title} · Setlist", 1234, done=("right",) * 20)
    tonight = evening(pack)
    match = deck(tonight, pack, "duel")
    conduct = solo._conduct(tonight, pack, 1, Gig(match))
    scenes: Gallery = {}
    for name, each in longest(pack.questions).items():
        card = deal_card(each, "s")
        for aids in ((), ("half",), ("time",), ("half", "time")):
            scene = _asked(card, head, 3.0)
            for aid in aids:
                scene.use(aid)
            scenes[f"answer aided {name} {' '.join(aids)}"] = scene
        scenes[f"challenge {name}"] = turn._challenge(match, card, conduct)
    return scenes


def _haunted(pack: Pack) -> Gallery:
    """A duel with a friend's ghost, before and after the ghost has answered; and its pick."""
    tonight = evening(pack)
    match = deck(tonight, pack, "duel")
    friend = played(match, "x")
    head = solo.header(pack, match, 0, friend)
    after = solo.header(pack, match.answer(match.card.key, 900), 0, friend)
    scenes: Gallery = {}
    for name, each in longest(pack.questions).items():
        card = deal_card(each, "s")
        for state, spent in (("before", 3.0), ("after", 16.0)):
            scene = QuestionScene(card, match.clock, head, ghost=Ghost(0, 12_000))
            scene.reading_left, scene.spent = 0.0, spent
            scenes[f"answer ghost {state} {name}"] = scene
        wrong = (card.key + 1) % len(card.options)
        for state, ghost in (("right", card.key), ("wrong", wrong), ("late", None)):
            for pick in (card.key, wrong):
                verdict = Verdict(card, pick, 0, "Answered in 9.9 s", ghost, haunted=True)
                told = RevealScene(verdict, head, after, "to the results")
                told.held, told.told, told.opened = HOLD, REST, True
                scenes[f"ghost {state} {pick == card.key} {name}"] = told
    return scenes


def _marathon(pack: Pack) -> Gallery:
    """A marathon with three lives, with two, with one and in its hundredth track."""
    match = deck(evening(pack), pack, "marathon")
    scenes: Gallery = {}
    for misses in range(3):
        head = solo.header(pack, match, len(match.played))
        scenes[f"answer marathon {misses} lost"] = _asked(match.card, head, 3.0)
        match = match.answer(None, 20_000)
    long = deck(evening(pack), pack, "marathon")
    while len(long.played) < 99:
        long = long.answer(long.card.key, 10)
    head = solo.header(pack, long, len(long.played))
    return scenes | {"answer marathon 100": _asked(long.card, head, 3.0)}


def _ends(pack: Pack) -> Gallery:
    tonight, scenes = evening(pack), Gallery()
    for name, verdicts in (("perfect", "x"), ("mixed", "xx.x-x"), ("nothing", ".-")):
        for length in (10, 20):
            mode = replace(MODES["setlist"], length=length)
            match = deal_match(pack.fingerprint, pack.questions, mode, ("You",), name)
            end = magazine(tonight, pack, played(match, verdicts), None, None)
            scenes[f"results {name} {length}"] = end
    for mode_name in ("marathon", "daily", "soundcheck", "duel"):
        match = played(deck(tonight, pack, mode_name), "xx.x-x")
        scenes[f"results {mode_name}"] = magazine(tonight, pack, match, None, None)
    duel = deck(tonight, pack, "duel")
    for name, mine, theirs in (("won", "x", "."), ("lost", ".", "x"), ("level", "x", "x")):
        one, other = played(duel, mine), played(duel, theirs)
        scenes[f"results ghost {name}"] = magazine(tonight, pack, one, other, None)
    copied = magazine(tonight, pack, played(duel), None, None)
    copied.said = "Copied: paste it where your friends are."
    return scenes | {"results copied": copied} | _looked_through(pack)


def _looked_through(pack: Pack) -> Gallery:
    """The set list with its first, its eleventh and its last track looked at; the longest fact."""
    facts = sorted(pack.questions, key=lambda each: len(each.why))
    mode = replace(MODES["setlist"], length=20)
    scenes: Gallery = {}
    for place in (0, 10, 19):
        match = match_of(pack.fingerprint, facts[-20:][::-1], (), mode, ("You",), "s")
        scene = magazine(evening(pack), pack, played(match), None, None)
        scene.track = place
        scenes[f"results looking {place}"] = scene
    return scenes


def _party(pack: Pack) -> Gallery:
    scenes: Gallery = {}
    for players in (2, 3, 5, 8):
        table = TABLE[:players]
        match = deal_match(pack.fingerprint, pack.questions, MODES["party"], table, "night")
        scenes[f"gate first {players}"] = pages.gate(match)
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
            scenes[f"standings {rounds} {players}"] = pages.standings(now)
            scenes[f"gate {rounds} {players}"] = pages.gate(now)
        scenes[f"poster {players}"] = bill.poster(pack, over)
        scenes[f"poster level {players}"] = bill.poster(pack, played(match, "x"))
    return scenes


def _breaks() -> Gallery:
    few = "This pack has too few questions alike for 8 players."
    fault = after_fault(Tonight(Rack(ROOT, None), "", str), "/home/penny/.local/share/encore/r.txt")
    leave = breaks()
    scenes: Gallery = {"pause": next(leave), "leave": leave.send(True), "fault": first(fault)}
    notice = AskScene(
        "notice", "note", "Not enough for everyone", few, (("All right", None),), None
    )
    return scenes | {"notice": notice}

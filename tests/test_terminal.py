"""Stories told in the terminal, answered by lists of lines."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import game.scenes
from game.cli.night import plan, seeds
from game.records import Records, Settings
from game.rules.deal import Card
from game.rules.house import House
from game.rules.match import Match
from game.rules.modes import CLOCKS, MODES, Clock
from game.rules.question import Option, Question
from game.rules.seating import deal_match
from game.scenes.question import QuestionScene
from game.scenes.scene import PAUSED, Answered, Scene, TellingScene, TimedScene
from game.story.home import evening
from game.story.tonight import Tonight
from game.terminal import Terminal, run
from game.terminal.dialogues import DIALOGUES
from game.terminal.match import question
from game.terminal.talk import picked
from game.ui.props.header import Header

PARTY = ("Mia", "Ben", "Zoë")
GOOD_NIGHT = "Good night.\n"
QUIT = "6"
# From a magazine to the title, past the patches there may be, and out.
HOME = ("back to the title", "", QUIT)


@pytest.fixture(scope="module")
def shelf() -> Tonight:
    tonight, _, _ = plan(pack="almost-famous")
    tonight.rack.open("almost-famous")
    return tonight


def night(shelf: Tonight, clock: str = "untimed", seed: str = "seed") -> Tonight:
    records = Records.nowhere()
    return replace(shelf, clock=CLOCKS[clock], seed=seeds(seed), names=(), records=records)


def dealt(
    shelf: Tonight, mode: str = "setlist", clock: str = "untimed", seed: str = "seed"
) -> Match:
    pack = shelf.rack.open("almost-famous")
    players = PARTY if MODES[mode].is_party else ("You",)
    return deal_match(pack.fingerprint, pack.questions, MODES[mode], players, seed, CLOCKS[clock])


class Typist:
    """Types lines, each after so many seconds; keeps all that was written."""

    def __init__(self, lines: list[str], seconds: list[float] | None = None) -> None:
        self.lines = iter(lines)
        self.seconds = iter(seconds or [])
        self.now = 100.0
        self.parts: list[str] = []
        self.terminal = Terminal(self.read, self.parts.append, clock=lambda: self.now)

    def read(self) -> str | None:
        self.now += next(self.seconds, 0.0)
        line = next(self.lines, None)
        if line is None:
            return None
        # What a terminal shows of Enter.
        self.parts.append("\n")
        return line + "\n"

    @property
    def transcript(self) -> str:
        return "".join(self.parts)


def told(story: Generator[Any, Any, Any], lines: list[str]) -> str:
    typist = Typist(lines)
    run(story, typist.terminal)
    return typist.transcript


def unwrapped(transcript: str) -> str:
    return " ".join(transcript.replace("____", "[blank]").split())


def some_right(number: int, card: Card) -> int:
    """The key in two of three turns, else the option after it."""
    return card.key if number % 3 else (card.key + 1) % len(card.options)


def played(match: Match) -> Iterator[Match]:
    while not match.over:
        match = match.answer(some_right(len(match.turns), match.card), 0)
        yield match


def typed_picks(match: Match) -> list[int]:
    return [
        some_right(number, match.cards[slot.card]) + 1 for number, slot in enumerate(match.plan)
    ]


def test_every_scene_has_a_dialogue() -> None:
    found: set[type[Scene[Any]]] = set()
    for module in pkgutil.iter_modules(game.scenes.__path__, "game.scenes."):
        for each in vars(importlib.import_module(module.name)).values():
            if isinstance(each, type) and issubclass(each, Scene):
                found.add(each)
    found -= {Scene, TimedScene, TellingScene}
    assert sorted(each.__name__ for each in found) == sorted(DIALOGUES)


def test_a_solo_match_ends_in_the_score_that_the_rules_give(shelf: Tonight) -> None:
    match = dealt(shelf)
    *_, over = played(match)
    lines = [line for pick in typed_picks(match) for line in (str(pick), "")]
    transcript = told(evening(night(shelf), "setlist"), [*lines, *HOME])
    assert 0 < over.score() < 670
    assert f"\nYour score: {over.score():,} points. " in transcript
    assert transcript.endswith(GOOD_NIGHT)


def test_the_set_list_at_the_end_has_every_question_and_its_answer(shelf: Tonight) -> None:
    match = dealt(shelf)
    lines = [line for pick in typed_picks(match) for line in (str(pick), "")]
    end = unwrapped(told(evening(night(shelf), "setlist"), lines).split("The set list")[1])
    for number, slot in enumerate(match.plan, 1):
        asked = match.cards[slot.card].question
        word = "Right" if (number - 1) % 3 else "Wrong"
        line = unwrapped(f"{number}. {word}. {asked.stem} Answer: {asked.key.text}")
        assert line.casefold() in end.casefold()


def test_a_party_ends_in_the_scores_that_the_rules_give(shelf: Tonight) -> None:
    match = dealt(shelf, "party")
    *_, over = played(match)
    plain = replace(night(shelf), settings=Settings(house=House()))
    lines: list[str] = []
    for number, pick in enumerate(typed_picks(match), 1):
        lines += ["", str(pick), ""]
        if number % len(PARTY) == 0 and number < len(match.plan):
            lines.append("")
    transcript = told(evening(plain, "party", PARTY), [*lines, *HOME])
    bill = transcript.rpartition("----")[2]
    for name, score in zip(PARTY, over.scores, strict=True):
        assert f"{name}, {score:,} points." in bill
    assert transcript.endswith(GOOD_NIGHT)


def test_a_seed_asks_the_questions_that_the_rules_deal_for_it(shelf: Tonight) -> None:
    match = dealt(shelf, seed="friday")
    transcript = told(evening(night(shelf, seed="friday"), "setlist"), ["1", ""] * 10)
    asked = unwrapped(transcript.split("The set list")[0])
    places = []
    for card in (match.cards[slot.card] for slot in match.plan):
        options = " ".join(f"{n}. {option.text}" for n, option in enumerate(card.options, 1))
        places.append(asked.index(unwrapped(f"{card.question.stem} {options}")))
    assert places == sorted(places)


def test_a_second_match_has_a_seed_of_its_own(shelf: Tonight) -> None:
    match = dealt(shelf, seed="seed#2")
    lines = [*["1", ""] * 10, "another night", ""]
    second = told(evening(night(shelf), "setlist"), lines).split("What comes next?")[1]
    assert unwrapped(match.card.question.stem) in unwrapped(second)


def test_nothing_of_a_question_is_said_before_its_gate_is_passed(shelf: Tonight) -> None:
    match = dealt(shelf, "party")
    before = told(evening(night(shelf), "party", PARTY), [])
    after = told(evening(night(shelf), "party", PARTY), [""])
    stem = unwrapped(match.card.question.stem)
    assert "Pass the keyboard to Mia. Mia, press Enter when you are ready." in unwrapped(before)
    assert stem not in unwrapped(before)
    assert stem in unwrapped(after)


# They are come to with packs of one's own, in `test_terminal_packs`.
OWN_PACKS = {"WorkbenchScene", "ProblemsScene", "DropScene"}
# They are come to in a party, in `test_terminal_party`, or told of one that was begun in a window.
PARTY_SCENES = {
    *("ExplainScene", "GateScene", "BetScene", "HeckleScene", "StealScene", "StandingsScene"),
    *("TableScene", "PosterScene", "NightListScene", "PatchesScene"),
}
TOGETHER_SCENES = {"TogetherScene", "TogetherRevealScene", "TogetherBetScene", "KeyCheckScene"}
# Everything else: pages, codes, a match left, disputed and carried on, a table set and left.
TOUR = [
    *["?", "p", "packs", "almost famous", "numbers", "1", "q", "settings", "keys", "n", "q"],
    *["solo", "setlist", "q", "duel", "", "enter a code", "1F", ""],
    *["solo", "setlist", "5", "", "q", "1", "p", "1", "r", "h", "99", "s", "2"],
    *["d", "r", "n", "", "q", "2"],
    *["carry on", *["2", ""] * 4, "r", "a text to share", "back to the title", ""],
    *["party", "", "Mia", "\u200b", "mia", "", "q", QUIT],
]


def watched(story: Generator[Any, Any, None], shown: list[str]) -> Generator[Any, Any, None]:
    """`story`, every scene of it noted."""
    result = None
    while True:
        try:
            scene = story.send(result)
        except StopIteration:
            return
        shown.append(type(scene).__name__)
        result = yield scene


def test_the_input_may_end_in_every_scene(shelf: Tonight) -> None:
    ends: set[str] = set()
    for length in range(len(TOUR)):
        shown: list[str] = []
        # Keys that stand as they did at first are told and not asked about.
        tonight = replace(night(shelf), settings=Settings(keys={"up": "I"}))
        transcript = told(watched(evening(tonight), shown), TOUR[:length])
        assert transcript.endswith("\n" + GOOD_NIGHT)
        ends.add(shown[-1])
    assert ends == set(DIALOGUES) - OWN_PACKS - PARTY_SCENES - TOGETHER_SCENES


@pytest.fixture(scope="module")
def wide(shelf: Tonight) -> Callable[[list[str]], str]:
    return lambda lines: told(evening(night(shelf)), lines)


COMMON = st.sampled_from(["1", "2", "3", "4", "a", "B", "", "?", "r", "p", "q", "y", "n", "Mia"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(COMMON, st.text()), max_size=60))
def test_whatever_is_typed_the_night_ends_well(
    wide: Callable[[list[str]], str], lines: list[str]
) -> None:
    transcript = wide(lines)
    assert transcript.endswith(GOOD_NIGHT)
    assert all(len(line) <= 79 for line in transcript.split("\n"))
    assert "\x1b" not in transcript


def test_a_megabyte_on_one_line_is_one_wrong_line(shelf: Tonight) -> None:
    transcript = told(evening(night(shelf), "setlist"), ["x" * 1_000_000, "\x00\x1b[2J\udcff"])
    assert transcript.count("Please type a number from 1 to ") == 2


def test_p_takes_a_break_and_comes_back_to_the_question(shelf: Tonight) -> None:
    stem = unwrapped(dealt(shelf).card.question.stem)
    transcript = unwrapped(told(evening(night(shelf), "setlist"), ["p", "1"]))
    assert transcript.count(stem) == 2
    assert "Take five. 1. Go on 2. Leave the match" in transcript


def test_q_asks_and_staying_goes_straight_back(shelf: Tonight) -> None:
    stem = unwrapped(dealt(shelf).card.question.stem)
    transcript = unwrapped(told(evening(night(shelf), "setlist"), ["q", "1", "q", "2", "q"]))
    assert transcript.count(stem) == 2
    assert transcript.count("Leave the match?") == 2
    assert "Take five" not in transcript
    assert "The pack tonight" in transcript


def test_two_players_of_one_name_are_told_apart(shelf: Tonight) -> None:
    transcript = told(evening(night(shelf), "party"), ["Mia", "mia", ""])
    assert "On stage tonight: Mia and mia 2." in transcript


def test_the_same_players_need_not_type_their_names_again(shelf: Tonight) -> None:
    tonight = replace(night(shelf), names=PARTY)
    transcript = told(evening(tonight, "party"), [""])
    assert "Players: Mia, Ben and Zoë." in transcript
    assert "Name of player" not in transcript
    assert "Pass the keyboard to Mia." in transcript


def card(*texts: str, key: int = 0) -> Card:
    options = tuple(Option(text) for text in texts)
    wrong = tuple(option for at, option in enumerate(options) if at != key)
    return Card(
        Question("id", "How many?", options[key], wrong, 1, ("f",), "by hand"), options, key
    )


def asked(typist: Typist, scene: QuestionScene) -> object:
    return question(scene, typist.terminal)


def scene_of(clock: Clock, *texts: str) -> QuestionScene:
    return QuestionScene(card(*texts), clock, Header("TRACK 1 OF 1", "", 0))


def test_time_counts_from_the_answers_to_enter() -> None:
    scene = scene_of(CLOCKS["standard"], "red", "green", "blue")
    typist = Typist(["", "huh", "2"], [60.0, 4.0, 3.25])
    assert asked(typist, scene) == Answered(1, 7250)


@pytest.mark.parametrize("seconds", [20.0, 500.0])
def test_an_answer_after_the_limit_is_too_late(seconds: float) -> None:
    scene = scene_of(CLOCKS["standard"], "red", "green", "blue")
    typist = Typist(["", "1"], [0.0, seconds])
    assert asked(typist, scene) == Answered(None, 20_000)
    assert f"That took {seconds:.1f} seconds, and there were 20." in typist.transcript


def test_an_answer_just_in_time_counts() -> None:
    scene = scene_of(CLOCKS["standard"], "red", "green", "blue")
    assert asked(Typist(["", "1"], [0.0, 19.999]), scene) == Answered(0, 19_999)


def test_a_break_stops_the_clock_and_gives_no_time_back() -> None:
    scene = scene_of(CLOCKS["standard"], "red", "green", "blue")
    assert asked(Typist(["", "p"], [0.0, 12.0]), scene) is PAUSED
    assert asked(Typist(["3"], [5.0]), scene) == Answered(2, 17_000)


def test_without_a_clock_no_answer_is_too_late() -> None:
    scene = scene_of(CLOCKS["untimed"], "red", "green", "blue")
    assert asked(Typist(["1"], [86_400.0]), scene) == Answered(0, 86_400_000)


@pytest.mark.parametrize("line", ["2", "2.", " b ", "B", "b)", "GREEN", "the green"])
def test_an_answer_is_its_number_its_letter_or_itself(line: str) -> None:
    assert picked(line.strip(), ("red", "green", "blue")) == 1


@pytest.mark.parametrize("line", ["0", "4", "d", "²", "-1", "1000000", "gre", ".", "Ω"])
def test_anything_else_is_no_answer(line: str) -> None:
    assert picked(line, ("red", "green", "blue")) is None


def test_a_number_that_is_a_line_and_another_answer_is_asked_for_again() -> None:
    scene = scene_of(CLOCKS["untimed"], "4", "3", "2")
    typist = Typist(["3", "b"])
    assert asked(typist, scene) == Answered(1, 0)
    assert typist.transcript.count("3 is also an answer.") == 1


def test_a_number_that_is_only_an_answer_is_that_answer() -> None:
    scene = scene_of(CLOCKS["untimed"], "14", "13", "12")
    assert asked(Typist(["12"]), scene) == Answered(2, 0)


def test_a_gap_is_said_as_a_word() -> None:
    typist = Typist([])
    typist.terminal.say("To begin with, ____.")
    assert typist.transcript == "To begin with, [blank].\n"

from __future__ import annotations

import time
from pathlib import Path

import pytest

from game.rules.modes import CLOCKS, DEAF, HOLD
from game.scenes.results import ResultsScene
from game.story.magazine import magazine
from tests.conftest import Painters
from tests.window.expected import Ledger, an_evening, dealt, pack
from tests.window.harness import Line, Playing
from tests.window.moves import SEED, arrows, outlast, picture, press, started, wait_picture

pytestmark = pytest.mark.window

# How each track is answered, and whether rightly.
TRACKS = (
    ("digit", True),
    ("letter", True),
    ("arrows", True),
    ("digit", False),
    ("letter", True),
    ("nothing", False),
    ("arrows", True),
    ("digit", True),
    ("arrows", False),
    ("letter", True),
)


def answered(game: Playing, number: int, way: str, place: int) -> Line:
    if way == "arrows":
        outlast(DEAF)
        game.key(*arrows(place), "Return")
    elif way != "nothing":
        return press(game, {"digit": "1234", "letter": "abcd"}[way][place], turn=number)
    return game.wait_trace(turn=number)


def test_a_night_alone_brings_exactly_the_points_of_the_book(
    tmp_path: Path, painters: Painters
) -> None:
    ledger = Ledger(dealt("setlist", ("You",), SEED, "quick"))
    with started(tmp_path, "--clock", "quick") as game:
        game.wait_scene("title")
        game.key("Down", "Up", "Return")
        game.wait_scene("ways")
        game.key("Return")
        for number, (way, right) in enumerate(TRACKS, 1):
            if number > 1:
                press(game, "space", scene="question", state="read")
            press(game, "space", scene="question", state="answer")
            card = ledger.match.card
            place = card.key if right else (card.key + 1) % len(card.options)
            line = answered(game, number, way, place)
            assert line["pick"] == (None if way == "nothing" else place)
            assert way != "nothing" or line["ms"] == ledger.match.limit_ms
            ledger.book(line)
            press(game, "space", scene="reveal", state="told")
        press(game, "space", scene="results")
        end = magazine(an_evening(), pack(), ledger.match, None, None)
        assert end.cover.score == ledger.scores[0] > 0
        wait_picture(game, picture(painters(), end), "the results")
        outlast(ResultsScene.deaf)
        game.key("Left", "Return")
        press(game, "Escape", scene="title")  # past the patches of a first night
        game.key("Escape", "Return")
        assert game.wait_exit() == 0


def test_the_clock_stands_still_during_a_break(tmp_path: Path) -> None:
    with started(tmp_path, "--mode", "setlist") as game:
        game.wait_scene("question", state="read")
        begun = time.monotonic()
        press(game, "space", scene="question", state="answer")
        game.key("Escape")
        game.wait_scene("ask", state="pause")
        ran = time.monotonic() - begun
        time.sleep(HOLD)
        begun = time.monotonic()
        game.key("Return")
        game.wait_scene("question", state="answer")
        line = press(game, "1", turn=1)
        ran += time.monotonic() - begun
        assert isinstance(line["ms"], int)
        assert line["ms"] <= ran * 1000 < (CLOCKS["standard"].limit or 0) * 1000

"""Ways to play alone, in a real window."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.rules.deal import halved
from game.rules.modes import DEAF
from game.story.magazine import magazine
from tests.conftest import Painters
from tests.window.expected import Ledger, an_evening, dealt, pack
from tests.window.harness import Playing
from tests.window.moves import SEED, outlast, picture, press, skip_reading, started, wait_picture

pytestmark = pytest.mark.window


def turn(game: Playing, ledger: Ledger, verdict: str) -> None:
    """From the question on the screen to its told answer: `x` right, `.` wrong."""
    skip_reading(game)
    card = ledger.match.card
    place = card.key if verdict == "x" else (card.key + 1) % len(card.options)
    line = press(game, "abcd"[place], turn=len(ledger.match.turns) + 1)
    assert line["pick"] == place
    ledger.book(line)
    press(game, "space", scene="reveal", state="told")


def test_a_marathon_is_lost_with_the_third_miss(tmp_path: Path, painters: Painters) -> None:
    ledger = Ledger(dealt("marathon", ("You",), SEED))
    with started(tmp_path) as game:
        game.wait_scene("title")
        game.key("Return")
        game.wait_scene("ways", state="setlist")
        game.key("Down")
        game.wait_scene("ways", state="marathon")
        game.key("Return")
        game.wait_scene("question", state="read")
        for verdict in "x.x..":
            turn(game, ledger, verdict)
            if not ledger.match.over:
                press(game, "space", scene="question", state="read")
        assert ledger.match.lives == 0
        press(game, "space", scene="results")
        end = magazine(an_evening(), pack(), ledger.match, None, None)
        assert end.cover.score == ledger.scores[0] > 0
        wait_picture(game, picture(painters(), end), "the results")


def test_lifelines_are_used_by_their_keys(tmp_path: Path) -> None:
    match = dealt("setlist", ("You",), SEED)
    hidden = halved(match.card, SEED)
    with started(tmp_path, "--mode", "setlist") as game:
        skip_reading(game)
        outlast(DEAF)
        game.key("h", *(str(place + 1) for place in hidden))
        with pytest.raises(TimeoutError):
            game.wait_trace(DEAF, turn=1)  # what is taken away cannot be picked
        line = press(game, "s", turn=1)
        assert line["kind"] == "swap"
        ledger = Ledger(match.swap())
        assert ledger.match.card.question.id != match.card.question.id
        turn(game, ledger, "x")


def test_a_match_is_carried_on_after_its_window_was_closed(tmp_path: Path) -> None:
    ledger = Ledger(dealt("setlist", ("You",), SEED))
    with started(tmp_path, "--mode", "setlist") as game:
        for verdict in "x.":
            turn(game, ledger, verdict)
            press(game, "space", scene="question", state="read")
        skip_reading(game)
        outlast(DEAF)
        game.close()
        assert game.wait_exit() == 0
    with started(tmp_path) as game:
        game.wait_scene("title")
        game.key("Return")
        game.wait_scene("question", state="answer")
        card = ledger.match.card
        line = press(game, str(card.key + 1), turn=3)
        assert isinstance(line["ms"], int)
        assert line["ms"] >= 3 * DEAF * 1000  # before the window was closed, and after
        ledger.book(line)
        press(game, "space", scene="reveal", state="told")
        press(game, "space", scene="question", state="read")
        turn(game, ledger, "x")

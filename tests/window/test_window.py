from __future__ import annotations

import random
import signal
from pathlib import Path

import pytest

from game.rules.modes import DEAF, HOLD
from game.rules.turn import ANSWER
from game.scenes.question import QuestionScene
from game.scenes.reveal import RevealScene, Verdict
from game.story.solo import header
from game.ui.actions import Action, Choose
from game.ui.painter import SMALLEST
from tests.conftest import Painters
from tests.window.expected import Ledger, dealt, pack
from tests.window.harness import Playing
from tests.window.moves import (
    SEED,
    SIZE,
    TITLE,
    WAYS,
    carefully,
    click,
    is_plain,
    lines,
    place_of,
    press,
    started,
)

pytestmark = pytest.mark.window

HITS = 300
PLAYING_KEYS = (
    *"12345678abcdmxyz",
    *("Up", "Down", "Left", "Right", "Return", "space", "Tab", "BackSpace", "Delete", "KP_1"),
)
ALL_KEYS = (*PLAYING_KEYS, *("Escape", "Pause", "shift+Tab", "ctrl+a", "F1", "F5", "Insert"))


@pytest.mark.parametrize(
    "size", [(960, 540), (960, 720), (640, 480), (700, 720), (1280, 300), SMALLEST]
)
def test_a_window_of_any_size_is_filled_and_can_be_clicked(
    size: tuple[int, int], tmp_path: Path, painters: Painters
) -> None:
    with started(tmp_path) as game:
        game.wait_scene("title")
        game.resize(*size)
        game.wait_for(lambda: game.screenshot().get_size() == size, f"a window of {size}")
        game.wait_for(lambda: not is_plain(game.screenshot()), "a picture")
        # The screen knows the new size before the game does.
        click(game, place_of(painters(), TITLE, Choose(2), size), scene="packs")


def test_a_window_too_small_for_words_is_plain_until_it_grows(tmp_path: Path) -> None:
    with started(tmp_path) as game:
        game.wait_scene("title")
        game.wait_for(lambda: not is_plain(game.screenshot()), "a picture")
        game.resize(SMALLEST[0] - 1, SMALLEST[1] - 1)
        game.wait_for(lambda: is_plain(game.screenshot()), "one colour")
        game.key("Down", "Up")
        game.resize(*SIZE)
        game.wait_for(lambda: game.screenshot().get_size() == SIZE, "the old size")
        game.wait_for(lambda: not is_plain(game.screenshot()), "a picture again")
        game.key("Return")
        game.wait_scene("ways")


def test_a_question_is_out_of_sight_while_the_player_is_elsewhere(tmp_path: Path) -> None:
    with started(tmp_path, "--mode", "setlist") as game:
        press(game, "space", scene="question", state="answer")
        game.blur()
        game.wait_scene("ask", state="pause")
        game.key("Return")
        game.wait_scene("question", state="answer")


def test_f11_goes_and_comes_and_the_game_goes_on(tmp_path: Path) -> None:
    with started(tmp_path) as game:
        game.wait_scene("title")
        game.key("F11")
        game.key("Down", "Return")
        game.wait_scene("lobby")
        game.key("F11")
        game.wait_for(lambda: game.screenshot().get_size() == SIZE, "a window again")
        carefully(game, "Escape", scene="title")
        game.wait_for(lambda: not is_plain(game.screenshot()), "a picture")


def is_sounding(game: Playing, heard: Path) -> bool:
    """Whether the game has its sound device, here a file, open."""
    handles = Path(f"/proc/{game.process.pid}/fd")
    return heard in [each.readlink() for each in handles.iterdir() if each.is_symlink()]


def test_m_lets_go_of_the_sound_and_takes_it_up_again(tmp_path: Path) -> None:
    heard = tmp_path / "heard.raw"
    disk = {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": str(heard), "SDL_LOGGING": "*=quiet"}
    with started(tmp_path, environment=disk) as game:
        game.wait_scene("title")
        game.wait_for(lambda: heard.exists() and any(heard.read_bytes()), "music")
        game.key("m")
        game.wait_for(lambda: not is_sounding(game, heard), "silence")
        game.key("Down")
        game.key("m")
        game.wait_for(lambda: is_sounding(game, heard) and any(heard.read_bytes()), "music again")


@pytest.mark.parametrize("options", [(), ("--mode", "setlist")], ids=["title", "question"])
@pytest.mark.parametrize("end", ["close", "SIGTERM", "SIGINT"])
def test_the_game_ends_when_it_is_asked_to(
    end: str, options: tuple[str, ...], tmp_path: Path
) -> None:
    with started(tmp_path, *options) as game:
        game.wait_scene("question" if options else "title")
        if end == "close":
            game.close()
        else:
            game.signal(signal.Signals[end])
        assert game.wait_exit() == (130 if end == "SIGINT" else 0)


@pytest.mark.parametrize(
    ("options", "keys"),
    [
        (("--mode", "setlist"), PLAYING_KEYS),
        (("--players", "Mia,Ben,Ada"), ALL_KEYS),
    ],
    ids=["setlist", "party"],
)
def test_mashed_keys_answer_no_question_twice_and_break_nothing(
    options: tuple[str, ...], keys: tuple[str, ...], tmp_path: Path
) -> None:
    with started(tmp_path, *options) as game:
        game.wait_trace()
        game.key(*random.Random(SEED).choices(keys, k=HITS))
        game.signal(signal.SIGTERM)
        assert game.wait_exit() == 0
        told, asked = lines(game), 0
        for line in told:
            asked += line.get("state") == "answer" and not asked
            if line.get("kind") == ANSWER:
                assert asked, told
                assert isinstance(line["ms"], int)
                assert line["ms"] >= DEAF * 1000
                asked = 0
        assert keys is ALL_KEYS or any(line.get("kind") == ANSWER for line in told)


def test_a_turn_needs_nothing_but_a_mouse(tmp_path: Path, painters: Painters) -> None:
    painter = painters()
    ledger = Ledger(dealt("setlist", ("You",), SEED))
    card, before = ledger.match.card, header(pack(), ledger.match, 0)
    question = QuestionScene(card, ledger.match.clock, before)
    with started(tmp_path) as game:
        game.wait_scene("title")
        game.click(*place_of(painter, TITLE, Choose(0)))
        game.wait_scene("ways")
        game.click(*place_of(painter, WAYS, Choose(0)))
        game.wait_scene("question", state="read")
        click(game, place_of(painter, question, Action.READY), scene="question", state="answer")
        question.reading_left = 0.0
        line = click(game, place_of(painter, question, Choose(card.key)), turn=1)
        assert line["pick"] == card.key
        ledger.book(line)
        game.wait_scene("reveal", state="told")
        verdict = Verdict(card, card.key, ledger.scores[0], "")
        reveal = RevealScene(verdict, before, header(pack(), ledger.match, 0), "next track")
        reveal.held = HOLD
        click(game, place_of(painter, reveal, Action.READY), scene="question", state="read")

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tests.window.harness import Playing, playing

pytestmark = pytest.mark.window

PROGRAM = """
import json, os, sys
import pygame

def trace(**line):
    with open(os.environ["ENCORE_TRACE"], "a") as file:
        file.write(json.dumps(line) + "\\n")

pygame.init()
window = pygame.Window("a little game", (320, 240), resizable=True)
window.get_surface().fill("navy")
window.flip()
trace(scene="ready", home=os.environ["HOME"])
while True:
    event = pygame.event.wait()
    if event.type == pygame.QUIT:
        trace(scene="quit")
        print("good night", file=sys.stderr)
        sys.exit(3)
    if event.type == pygame.KEYDOWN:
        trace(scene="key", key=pygame.key.name(event.key))
    if event.type == pygame.TEXTINPUT:
        trace(scene="text", text=event.text)
    if event.type == pygame.MOUSEMOTION:
        trace(scene="moved", at=event.pos)
    if event.type == pygame.MOUSEBUTTONDOWN:
        window.get_surface().fill("orange", (event.pos, (10, 10)))
        window.flip()
        trace(scene="clicked", at=event.pos)
    if event.type == pygame.WINDOWRESIZED:
        trace(scene="resized", size=[event.x, event.y])
    if event.type == pygame.WINDOWFOCUSLOST:
        trace(scene="blurred")
"""
NAVY = (0, 0, 128)
ORANGE = (255, 165, 0)


def colour(picture: pygame.Surface, x: int, y: int) -> tuple[int, ...]:
    return tuple(picture.get_at((x, y)))[:3]


@pytest.fixture
def game(tmp_path: Path) -> Iterator[Playing]:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    with playing([sys.executable, str(program)], tmp_path / "played", size=(400, 300)) as game:
        game.wait_scene("ready")
        yield game


def test_a_key_pressed_is_a_key_seen(game: Playing) -> None:
    game.key("Return")
    game.wait_scene("key", key="return")
    game.key("Escape", "F11")
    game.wait_scene("key", key="escape")
    game.wait_scene("key", key="f11")


def test_typed_text_arrives_letter_by_letter(game: Playing) -> None:
    game.type("aB-c")
    assert [game.wait_scene("text")["text"] for _ in "aB-c"] == list("aB-c")


def test_text_that_no_key_types_is_refused(game: Playing) -> None:
    with pytest.raises(ValueError, match="cannot type"):
        game.type("é")


def test_a_click_is_where_it_was_aimed_and_can_be_seen(game: Playing, tmp_path: Path) -> None:
    game.move(20, 30)
    game.wait_scene("moved", at=[20, 30])
    game.click(100, 50)
    game.wait_scene("clicked", at=[100, 50])
    game.wait_for(lambda: colour(game.screenshot(), 105, 55) == ORANGE, "orange")
    picture = game.screenshot(tmp_path / "picture.png")
    assert picture.get_size() == (320, 240)
    assert colour(picture, 95, 55) == colour(picture, 319, 239) == NAVY
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")


def test_a_resized_window_is_told_its_size(game: Playing) -> None:
    game.resize(200, 150)
    game.wait_scene("resized", size=[200, 150])


def test_a_blurred_window_has_the_keyboard_again_at_the_next_key(game: Playing) -> None:
    game.blur()
    game.wait_scene("blurred")
    game.key("x")
    game.wait_scene("key", key="x")


def test_a_window_asked_to_close_ends_as_it_likes(game: Playing) -> None:
    game.close()
    assert game.wait_exit() == 3
    game.wait_scene("quit")
    assert "good night" in game.stderr


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 3), (signal.SIGKILL, -9)])
def test_a_signal_reaches_the_program(game: Playing, number: int, code: int) -> None:
    assert game.returncode is None
    game.signal(number)
    assert game.wait_exit() == code == game.returncode


def test_a_scene_that_never_comes_is_named_with_what_came(game: Playing) -> None:
    game.key("a")
    game.wait_scene("key")
    with pytest.raises(TimeoutError, match=r"'question'[\s\S]*it runs[\s\S]*\"key\": \"a\""):
        game.wait_scene("question", timeout=0.1)


def test_a_line_is_waited_for_once(game: Playing) -> None:
    game.key("a")
    game.wait_scene("key", key="a")
    with pytest.raises(TimeoutError):
        game.wait_scene("key", timeout=0.1)


def test_a_program_finds_its_own_home_again_in_the_same_folder(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    home = tmp_path / "played" / "home"
    for start in ("first", "second"):
        with playing([sys.executable, str(program)], tmp_path / "played") as game:
            assert game.wait_scene("ready")["home"] == str(home), start
        kept = home / "kept.txt"
        assert kept.exists() == (start == "second")
        kept.touch()


def test_a_program_that_ends_at_once_is_not_waited_for(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "raise SystemExit('no tune')"]
    with (
        pytest.raises(TimeoutError, match=r"ended with 1[\s\S]*no tune"),
        playing(command, tmp_path),
    ):
        pytest.fail("it has no window")


def test_nothing_runs_on_after_the_block(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    with playing([sys.executable, str(program)], tmp_path / "played") as game:
        display = game.screen.display
        assert Path(f"/tmp/.X11-unix/X{display[1:]}").exists()
    assert game.returncode == -signal.SIGKILL
    assert not Path(f"/tmp/.X11-unix/X{display[1:]}").exists()

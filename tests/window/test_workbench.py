from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.story.test_workbench import PACK
from tests.window.harness import playing
from tests.window.moves import lines, press, started

pytestmark = pytest.mark.window

BROKEN = PACK.replace('[golden god]!"', "[golden god]!")


def own(folder: Path, text: str = PACK) -> Path:
    """A pack in the player's own folder."""
    path = folder / "home" / ".local" / "share" / "encore" / "packs" / "five-moments.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_edited_beside_the_window_is_seen_save_by_save(tmp_path: Path) -> None:
    file = tmp_path / "five-moments.yaml"
    file.write_text(PACK, encoding="utf-8")
    command = [sys.executable, "-m", "game", "pack", "watch", str(file)]
    with playing(command, tmp_path / "player") as game:
        game.wait_scene("workbench", state="clean")
        before = game.screenshot()
        file.write_text(PACK.replace("not cool", "not so cool"), encoding="utf-8")
        game.wait_for(
            lambda: game.screenshot().get_buffer().raw != before.get_buffer().raw,
            "the question of the changed line",
        )
        file.write_text(BROKEN, encoding="utf-8")
        game.wait_scene("workbench", state="broken")
        file.write_text(PACK, encoding="utf-8")
        game.wait_scene("workbench", state="clean")
        press(game, "c", scene="workbench", state="coverage")
        press(game, "Escape", scene="workbench", state="clean")
        game.key("Escape")
        assert game.wait_exit() == 0
        assert game.stderr == ""


def test_a_pack_at_the_rack_is_watched_and_taken_off(tmp_path: Path) -> None:
    file = own(tmp_path)
    with started(tmp_path, "--pack", "five-moments") as game:
        game.wait_scene("title")
        game.key("Down", "Down", "Return")
        game.wait_scene("packs")
        press(game, "w", scene="workbench", state="clean")
        file.write_text(BROKEN, encoding="utf-8")
        game.wait_scene("workbench", state="broken")
        file.write_text(PACK, encoding="utf-8")
        game.wait_scene("workbench", state="clean")
        press(game, "Escape", scene="packs", state="")
        press(game, "Delete", scene="ask", state="remove")
        game.key("Down")
        press(game, "Return", scene="packs", state="")
        assert not file.exists()
        assert (file.parent.parent / "removed" / file.name).is_file()


def test_a_stroke_begins_a_search_and_what_is_typed_is_looked_for(tmp_path: Path) -> None:
    own(tmp_path)
    with started(tmp_path) as game:
        game.wait_scene("title")
        game.key("Down", "Down", "Return")
        game.wait_scene("packs")
        press(game, "slash", scene="packs", state="search")
        game.type("moments")
        game.key("Return")
        game.wait_scene("title")
        game.key("Return")
        game.wait_scene("packs")
        # Only the pack that was found, and is in hand now, can be watched.
        press(game, "w", scene="workbench", state="clean")
        assert {"scene": "packs", "state": "broken"} not in lines(game)

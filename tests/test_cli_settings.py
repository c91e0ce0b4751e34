"""The game as a player starts it, with a home of their own: what is set is there the next time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
import pytest

from game.app import App
from game.cli import kept
from game.cli.applied import apply, follow
from game.cli.doctor import findings
from game.cli.night import plan
from game.records import Records, Settings, data_folder
from game.scenes.scene import Scene
from game.ui.screen import new_painter
from game.ui.sound import Sound
from game.ui.theme import DAYLIGHT, GOLDEN_HOUR, HIGH_CONTRAST
from tests.conftest import ROOT

if TYPE_CHECKING:
    from game.scenes.scene import Story
    from game.story.tonight import Tonight


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own; where its data folder will be."""
    for name in ("HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return data_folder()


@pytest.fixture
def app() -> Iterator[App]:
    pygame.display.init()
    window = pygame.Window("Encore", (320, 180), hidden=True)
    yield App(window, new_painter(ROOT / "assets"), Sound(ROOT / "nothing"))
    window.destroy()


def evening() -> Tonight:
    """As `encore` begins: the plan, and what was kept."""
    tonight, _, _ = plan()
    kept.remember(tonight, kept.open_records())
    return tonight


def pressing(*keys: int) -> Story[None]:
    """A scene that is over when these keys have been pressed, one in every turn."""

    class Pressing(Scene[None]):
        def tick(self, dt: float) -> None:
            pass

        @property
        def pace(self) -> float:
            return 60.0

    for key in keys:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, scancode=0))
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    yield Pressing()


def test_everything_that_is_set_reaches_the_window(app: App) -> None:
    apply(
        Settings(
            theme="daylight",
            text_size=150,
            reduce_motion=True,
            effects=40,
            music=0,
            muted=True,
            keys={"mute": "F9"},
        ),
        app,
    )
    painter, sound = app.painter, app.sound
    assert (painter.theme, painter.text_scale, painter.still) == (DAYLIGHT, 1.5, True)
    assert (sound.effects_volume, sound.music_volume, sound.muted) == (0.4, 0.0, True)
    assert app.keys.bindings.overrides == {"mute": "F9"}
    assert painter.keys("M") == "F9"


def test_a_theme_that_is_no_more_is_the_first_one(app: App) -> None:
    apply(Settings(theme="disco"), app)
    assert app.painter.theme is GOLDEN_HOUR


def test_a_change_is_seen_at_once_and_is_there_the_next_evening(home: Path, app: App) -> None:
    tonight = evening()
    follow(tonight, app)
    tonight.set(theme="high-contrast", keys={"up": "I"})
    assert app.painter.theme is HIGH_CONTRAST
    tonight.records.close()
    following = evening()
    assert following.settings == Settings(theme="high-contrast", keys={"up": "I"})
    assert following.records.path is not None
    assert following.records.path.parent == home
    following.records.close()


def test_the_mute_key_is_remembered(home: Path, app: App) -> None:
    tonight = evening()
    follow(tonight, app)
    assert app.run(pressing(pygame.K_m)) == 0
    tonight.records.close()
    following = evening()
    assert following.settings.muted
    following.records.close()
    assert home.is_dir()


def test_a_key_that_was_given_mute_mutes(app: App) -> None:
    tonight, _, _ = plan()
    follow(tonight, app)
    tonight.set(keys={"mute": "F9"})
    app.run(pressing(pygame.K_m, pygame.K_F9))
    assert tonight.settings.muted


def test_the_names_of_the_last_table_are_back_unless_others_are_given(home: Path) -> None:
    records = Records.open(home, now=lambda: 0.0)
    records.keep_settings(Settings(names=("Mia", "Ben")))
    records.close()
    tonight = evening()
    assert tonight.names == ("Mia", "Ben")
    tonight.records.close()
    others, _, _ = plan(players="Ada,Bo")
    kept.remember(others, kept.open_records())
    assert others.names == ("Ada", "Bo")
    others.records.close()


def test_opening_beside_other_work_gives_the_same_records(home: Path) -> None:
    opened = kept.opening()
    records = opened()
    assert opened() is records
    assert records.path == home / "encore.sqlite"
    records.close()


def test_without_a_home_the_game_plays_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.records.data_folder", lambda: Path("~/.local/share/encore"))
    tonight = evening()
    assert tonight.notice == kept.NO_HOME
    assert tonight.records.path is None
    assert tonight.folder is None
    tonight.set(theme="daylight")
    assert tonight.records.settings().theme == "daylight"
    assert ("note", "save file", kept.NO_HOME) in list(findings())


@pytest.mark.usefixtures("home")
def test_a_home_that_cannot_be_written_to_is_said_and_played_in(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in the way", encoding="utf-8")
    tonight = evening()
    assert tonight.notice.startswith("Not saved yet (a file stands where the folder should be).")
    tonight.set(theme="daylight")
    assert tonight.settings.theme == "daylight"
    tonight.records.close()


# -- what leaves the player's records alone ------------------------------------------


def encore(*words: str, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "game", *words],
        input=typed,
        capture_output=True,
        cwd=ROOT,
        env=env,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("words", [("--help",), ("text", "--help"), ("--version",), ("doctor",)])
def test_help_and_the_doctor_touch_no_records(home: Path, words: tuple[str, ...]) -> None:
    assert encore(*words).returncode in (0, 1)
    assert not home.exists()


def save_file() -> tuple[str, str]:
    return next((state, found) for state, what, found in findings() if what == "save file")


def test_the_doctor_says_where_scores_are_and_how_many(home: Path) -> None:
    path = home / "encore.sqlite"
    assert save_file() == ("ok", f"{path} (not made yet)")
    records = Records.open(home, now=lambda: 0.0)
    before = {each: each.read_bytes() for each in home.iterdir() if each.is_file()}
    assert save_file() == ("ok", f"{path}, version 1, 0 matches")
    assert {each: each.read_bytes() for each in home.iterdir() if each.is_file()} == before
    records.close()
    path.write_bytes(b"something else entirely" * 50)
    assert save_file()[0] == "note"
    assert path.read_bytes().startswith(b"something else")


def test_settings_made_in_the_terminal_are_there_the_next_time(home: Path) -> None:
    from game.story.settings import settings
    from game.terminal import Terminal, run

    tonight = evening()
    tonight.set(keys={"up": "I"})
    typed = iter(["Theme", "3", "keys", "y", "1", "q", "q"])
    written: list[str] = []
    run(settings(tonight), Terminal(lambda: next(typed, None), written.append))
    said = "".join(written)
    assert "\n2. Theme: Golden hour\n" in said
    assert "\n2. Theme: Daylight\n" in said
    assert "\nUp: I.\n" in said
    tonight.records.close()
    records = Records.open(home, now=lambda: 0.0)
    assert records.settings() == Settings(theme="daylight")
    records.close()

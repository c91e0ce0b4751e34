"""What is set counts at once, and is there again after a restart."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from game.records import Records, Settings
from game.records.store import NAME
from game.rules.modes import CLOCKS, MODES
from game.scenes.settings import DIALS, Errand, SettingsScene
from game.stage import Stage
from game.story.rack import Rack
from game.story.saved import settle
from game.story.settings import settings
from game.story.tonight import Tonight
from game.ui.actions import Action, Aim, Choose, Pressed
from tests.conftest import ROOT

NAMES = [dial.name for dial in DIALS]


def now() -> float:
    return 1_795_000_000.0


def night(records: Records) -> Tonight:
    return Tonight(
        rack=Rack(ROOT / "questions", ROOT / "nowhere"),
        pack="almost-famous",
        seed=lambda: "s",
        records=records,
        settings=records.settings(),
        now=now,
    )


def test_a_change_is_applied_at_once_and_kept_across_a_restart(tmp_path: Path) -> None:
    records = Records.open(tmp_path, now=now)
    applied: list[Settings] = []
    tonight = night(records)
    tonight.apply = applied.append
    stage = Stage(settings(tonight))
    page = stage.scene
    stage.handle(Aim(NAMES.index("theme")))
    stage.handle(Action.RIGHT)
    stage.handle(Aim(NAMES.index("text_size")))
    stage.handle(Action.RIGHT)
    assert stage.scene is page
    wanted = Settings(theme="high-contrast", text_size=125)
    assert applied == [Settings(theme="high-contrast"), wanted]
    assert tonight.settings == wanted
    records.close()
    again = Records.open(tmp_path, now=now)
    assert again.settings() == wanted
    again.close()


def test_a_broken_value_takes_its_default_and_no_other_with_it(tmp_path: Path) -> None:
    records = Records.open(tmp_path, now=now)
    records.keep_settings(Settings(theme="daylight", text_size=150, effects=30))
    records.close()
    connection = sqlite3.connect(tmp_path / NAME)
    connection.execute("UPDATE setting SET value = '{' WHERE name = 'theme'")
    connection.execute("UPDATE setting SET value = '151' WHERE name = 'text_size'")
    connection.commit()
    connection.close()
    again = Records.open(tmp_path, now=now)
    assert again.settings() == Settings(effects=30)
    again.close()


def test_the_clock_that_is_set_is_the_one_that_is_played_against() -> None:
    tonight = night(Records.nowhere())
    tonight.clock = CLOCKS["quick"]
    stage = Stage(settings(tonight))
    stage.handle(Action.RIGHT)
    stage.handle(Action.RIGHT)
    assert tonight.clock_for(MODES["setlist"]) == CLOCKS["standard"]
    stage.handle(Action.LEFT)
    assert tonight.clock_for(MODES["setlist"]) == CLOCKS["quick"]


def test_keys_are_changed_on_a_page_of_their_own(tmp_path: Path) -> None:
    records = Records.open(tmp_path, now=now)
    tonight = night(records)
    stage = Stage(settings(tonight))
    stage.handle(Choose(len(NAMES)))
    assert stage.scene.name == "keys"
    stage.handle(Choose(0))
    stage.handle(Pressed("I"))
    assert stage.scene.name == "keys"
    stage.handle(Action.BACK)
    assert stage.scene.name == "settings"
    records.close()
    again = Records.open(tmp_path, now=now)
    assert again.settings().keys == {"up": "I"}
    again.close()


def test_looking_for_the_sound_takes_the_line_away_when_it_is_found() -> None:
    tonight = night(Records.nowhere())
    trouble = ["No device."]
    tonight.silence = lambda: trouble[0]
    tonight.listen = lambda: trouble.__setitem__(0, "")
    stage = Stage(settings(tonight))
    page = stage.scene
    assert isinstance(page, SettingsScene)
    stage.handle(Choose(page.lines.index(Errand.RETRY)))
    assert stage.scene.name == "settings"
    assert Errand.RETRY not in page.lines
    stage.handle(Action.BACK)
    assert stage.over


# -- before the evening -----------------------------------------------------------


def kept(folder: Path) -> None:
    """A file of scores with a theme in it and a backup of that, and then no file."""
    records = Records.open(folder, now=now)
    records.keep_settings(Settings(theme="daylight"))
    records.close()
    records = Records.open(folder, now=lambda: now() + 90_000)
    records.close()
    for side in ("", "-wal", "-shm"):
        (folder / f"{NAME}{side}").unlink(missing_ok=True)


@pytest.mark.parametrize(("answer", "theme"), [(0, "daylight"), (1, "golden-hour")])
def test_a_backup_on_offer_is_put_back_or_not_as_the_player_says(
    tmp_path: Path, answer: int, theme: str
) -> None:
    kept(tmp_path)
    records = Records.open(tmp_path, now=now)
    assert records.offer is not None
    tonight = night(records)
    applied: list[Settings] = []
    tonight.apply = applied.append
    stage = Stage(settle(tonight))
    assert stage.scene.state == "backup"
    stage.tick(0.25)
    stage.handle(Aim(answer))
    stage.handle(Action.CONFIRM)
    while not stage.over:
        stage.handle(Action.CONFIRM)
    assert records.offer is None
    assert tonight.settings.theme == applied[-1].theme == theme
    records.close()


def test_a_damaged_file_is_told_of_once_and_is_no_notice_afterwards(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"no database at all" * 40)
    records = Records.open(tmp_path, now=now)
    tonight = night(records)
    stage = Stage(settle(tonight))
    assert stage.scene.state == "notice"
    stage.handle(Action.CONFIRM)
    assert stage.over
    assert tonight.notice == ""
    assert Stage(settle(tonight)).over
    records.close()


def test_what_stays_wrong_is_the_titles_notice(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    records = Records.open(tmp_path / "file", now=now)
    tonight = night(records)
    assert Stage(settle(tonight)).over
    assert tonight.notice == records.trouble
    assert tonight.notice.startswith("Not saved yet")


def test_without_trouble_nothing_is_asked_and_another_notice_stays() -> None:
    tonight = night(Records.nowhere())
    tonight.notice = "No home folder."
    assert Stage(settle(tonight)).over
    assert tonight.notice == "No home folder."

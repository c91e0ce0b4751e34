"""Backups: one a day and before every migration; the last seven days and four weeks are kept.

They are ordered by the number in their names, never by time: clocks are set back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.records.fault import opened, troubles
from game.records.files import SIDES, beside, last, look

if TYPE_CHECKING:
    import sqlite3

FOLDER = "backups"
DAYS = 7
WEEKS = 4
DAY = 86_400
# The end of the year 9999, in UTC seconds.
LAST = 253_402_300_799
_NAME = re.compile(r"encore-(\d{6,9})-v(\d{1,4})-(\d{1,12})\.sqlite", re.ASCII)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup's file, its number in order, the version of its tables, when it was made (UTC)."""

    path: Path
    number: int
    version: int
    at: int

    @property
    def day(self) -> int:
        return self.at // DAY

    @property
    def week(self) -> int:
        # 1 January 1970 was a Thursday: weeks begin on Monday.
        return (self.day + 3) // 7


def backups(path: Path) -> list[Backup]:
    """The backups of the database at `path`, newest first, good or not."""
    folder = path.parent / FOLDER
    if not folder.is_dir():
        return []
    named = ((each, _NAME.fullmatch(each.name)) for each in folder.iterdir())
    found = [Backup(each, *map(int, name.groups())) for each, name in named if name]
    return sorted(found, key=lambda backup: backup.number, reverse=True)


def newest_good(path: Path, version: int) -> Backup | None:
    """The newest backup that is sound and that a game of this version can read."""
    return next((each for each in backups(path) if each.version <= version and good(each)), None)


def good(backup: Backup) -> bool:
    """Whether every page of the backup is as it was written."""
    try:
        header = look(backup.path)
        if header is None or not header.ours or header.version != backup.version:
            return False
        return whole(backup.path)
    except troubles():
        return False


def whole(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with a file that nobody has open; never writes to it."""
    import sqlite3

    address = f"{path.absolute().as_uri()}?immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))


def is_due(path: Path, now: float) -> bool:
    """Whether the last backup is over a day old, or of a day that has not come yet."""
    made = backups(path)
    return not made or abs(now - made[0].at) > DAY


def back_up(connection: sqlite3.Connection, path: Path, version: int, now: float) -> Backup:
    """Copy the open database beside itself, and let go of backups that are too old.

    Raises:
        sqlite3.Error, OSError: when it cannot be written; then nothing was let go.
    """
    made = backups(path)
    number = made[0].number + 1 if made else 1
    at = int(min(max(now, 0), LAST))
    folder = path.parent / FOLDER
    folder.mkdir(exist_ok=True)
    target = folder / f"encore-{number:06}-v{version}-{at}.sqlite"
    copy_open(connection, target)
    new = Backup(target, number, version, at)
    kept = keepers([new, *made])
    for each in made:
        if each not in kept:
            with suppress(OSError):
                each.path.unlink()
    return new


def keepers(made: list[Backup]) -> set[Backup]:
    """Which of these, newest first, to keep: the last of each day, week and version."""
    days = _last_of(((each.version, each.day), each) for each in made)[:DAYS]
    older = [each for each in made if each.number < min(day.number for day in days)]
    return {*days, *_last_of(((each.version, each.week), each) for each in older)[:WEEKS]}


def _last_of(groups: Iterable[tuple[tuple[int, int], Backup]]) -> list[Backup]:
    first: dict[tuple[int, int], Backup] = {}
    for group, backup in groups:
        first.setdefault(group, backup)
    return list(first.values())


def copy_open(connection: sqlite3.Connection, target: Path) -> None:
    """Copy an open database into a file of its own, whole or not at all."""
    half = target.with_name(target.name + ".half")
    for side in SIDES:
        beside(half, side).unlink(missing_ok=True)
    try:
        with closing(opened(half)) as copy:
            connection.backup(copy)
        last(half, target)
    finally:
        half.unlink(missing_ok=True)

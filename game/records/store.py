"""The one SQLite file, open: written, read, and rescued where it is taken away.

WAL with synchronous FULL and an exclusive lock: of 1,000 kills and 2,000 simulated power cuts none
lost what was acknowledged, where synchronous NORMAL lost answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from game.records import backups, files
from game.records.fault import explained, opened, troubles

if TYPE_CHECKING:
    import sqlite3

NAME = "encore.sqlite"

Value: TypeAlias = "str | int | float | None"
Statement: TypeAlias = "tuple[str, tuple[Value, ...]]"

# Some ten matches, in bytes.
LONG_LOG = 1024 * 1024


def bindable(values: Sequence[Value]) -> list[Value]:
    """Values that SQLite can hold: text without lone surrogates."""
    return [
        each.encode("utf-8", "replace").decode() if isinstance(each, str) else each
        for each in values
    ]


@dataclass(slots=True)
class Store:
    """An open file of scores. Its methods raise `Fault` and nothing else.

    `notice` is what the player should hear about how it was opened.
    """

    path: Path
    connection: sqlite3.Connection
    notice: str = ""
    marks: list[tuple[int, int] | None] = field(default_factory=list)

    def apply(self, statements: Sequence[Statement]) -> None:
        """Write all of them or none, and return when they are on the disk."""
        run = self.connection.execute
        try:
            run("BEGIN IMMEDIATE")
            for sql, values in statements:
                run(sql, bindable(values))
            run("COMMIT")
        except troubles() as error:
            with suppress(*troubles()):
                run("ROLLBACK")
            raise explained(error) from error

    def read(self, sql: str, values: Sequence[Value] = ()) -> list[tuple[Value, ...]]:
        """Every row."""
        try:
            return self.connection.execute(sql, bindable(values)).fetchall()
        except troubles() as error:
            raise explained(error) from error

    def tidy(self) -> None:
        """Fold the log into the file once it is long: between matches, not before a reveal."""
        with suppress(*troubles()):
            if files.beside(self.path, "-wal").stat().st_size > LONG_LOG:
                self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @property
    def taken_away(self) -> bool:
        """Whether another file, or none, stands where the open one was."""
        return self.marks != marks(self.path)

    def rescue(self, now: float) -> str:
        """Write the open database back to where it was taken away from, and close it.

        What stands in its place is set aside. Returns what to tell the player.
        """
        fresh = files.beside(self.path, ".anew")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            backups.copy_open(self.connection, fresh)
            stranger = stranger_aside(self.path, self.marks, now)
            # The name first, the log last: the log repeats what the copy holds, so that a kill in
            # between leaves a sound pair.
            files.last(fresh, self.path)
        except troubles() as error:
            raise explained(error) from error
        self.close()
        with suppress(OSError):
            for side in files.SIDES[1:]:
                files.beside(self.path, side).unlink(missing_ok=True)
        told = "The file of scores was taken away while the game ran; it is written anew."
        return f"{told} What stood in its place is kept as {stranger.name}." if stranger else told

    def mirror(self) -> sqlite3.Connection:
        """A copy in memory of all that is in the file."""
        copy = opened(Path(":memory:"))
        try:
            self.connection.backup(copy)
        except troubles() as error:
            raise explained(error) from error
        return copy

    def give_up(self, now: float) -> str:
        """Keep a copy of what turned out to be damaged, and close; the name of the copy."""
        try:
            name = files.copy_aside(self.path, "broken", now).name
        except troubles() as error:
            raise explained(error) from error
        self.close()
        with suppress(OSError):
            files.remove(self.path)
        return name

    def close(self) -> None:
        with suppress(*troubles()):
            self.connection.close()


def marks(path: Path) -> list[tuple[int, int] | None]:
    """What tells the file and its log from others of their names."""
    return [files.identity(path), files.identity(files.beside(path, "-wal"))]


def stranger_aside(path: Path, own: list[tuple[int, int] | None], now: float) -> Path | None:
    """Set aside what took the place of the open file, with a log that is not the open file's."""
    if files.identity(path) is None or files.identity(path) == own[0]:
        return None
    own_log = files.identity(files.beside(path, "-wal")) == own[1]
    sides = [side for side in files.SIDES if not (own_log and side == "-wal")]
    return files.set_aside(path, "replaced", now, sides)

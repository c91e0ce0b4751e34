"""What can be wrong with the file of scores, as exceptions that never leave this room."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


class Fault(Exception):
    """The file cannot be used as it should be; the text is a sentence for the player."""


class Unsaved(Fault):
    """Nothing can be written just now; another try may succeed."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Not saved yet ({reason}). The game keeps trying.")


class Refused(Fault):
    """The file is somebody else's to write, now and for the rest of the evening."""


class Damaged(Fault):
    """What stands in the file cannot be read as it was written."""


class Missing(Fault):
    """There is no file, or an empty one, where backups say that there was one."""

    def __init__(self, backup: Path, what: str) -> None:
        super().__init__(what)
        self.backup = backup


_BUSY = frozenset({5, 6})
_DAMAGED = frozenset({1, 11, 26})
_REASONS = {
    3: "the folder cannot be written to",
    8: "the folder cannot be written to",
    10: "the disk reports a fault",
    13: "the disk is full",
    14: "the folder cannot be written to",
    23: "the folder cannot be written to",
}


def explained(error: Exception) -> Fault:
    """The fault behind an exception of SQLite or of the system.

    Codes are SQLite's primary result codes (sqlite.org/rescode.html). SQLITE_ERROR counts as
    damage: every statement is the game's own, so it fails only where a table is not what it was.
    """
    if isinstance(error, Fault):
        return error
    if isinstance(error, OSError):
        return Unsaved(_system(error))
    if isinstance(error, UnicodeError):
        # SQLite's own message quotes a broken table.
        return Damaged(str(error))
    code = getattr(error, "sqlite_errorcode", -1) & 0xFF
    if code in _BUSY:
        return Refused(
            "Another copy of the game keeps the scores; what is played in this one is not saved."
        )
    if code in _DAMAGED:
        return Damaged(str(error))
    return Unsaved(_REASONS.get(code, "the file cannot be written"))


def _system(error: OSError) -> str:
    from errno import EACCES, EDQUOT, EEXIST, EFBIG, ENOSPC, ENOTDIR, EPERM, EROFS

    if error.errno == ENOSPC:
        return "the disk is full"
    if error.errno in (EDQUOT, EFBIG):
        return "there is no more room for you on the disk"
    if error.errno in (EACCES, EPERM, EROFS):
        return "the folder cannot be written to"
    if error.errno in (ENOTDIR, EEXIST):
        return "a file stands where the folder should be"
    return "the disk reports a fault"


def troubles() -> tuple[type[Exception], ...]:
    """All that can come of the file: SQLite's exceptions, the system's, `Fault`, huge numbers."""
    import sqlite3

    return (Fault, sqlite3.Error, OSError, UnicodeError, OverflowError, MemoryError)


def opened(path: Path) -> sqlite3.Connection:
    """A connection that writes its own transactions, reads any bytes as text, and waits little."""
    import sqlite3

    connection = sqlite3.connect(path, timeout=0.2, isolation_level=None, check_same_thread=False)
    connection.text_factory = _lenient
    return connection


def _lenient(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")

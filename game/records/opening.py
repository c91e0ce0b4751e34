"""Opening the file of scores: looked at, checked, migrated, backed up, and mended if it must be."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from game.records import backups, files, schema
from game.records.fault import Damaged, Missing, Refused, explained, opened, troubles
from game.records.store import Store, marks

if TYPE_CHECKING:
    import sqlite3

# Files up to this size are read before SQLite may touch them, to be kept as they were found.
_MOST_KEPT = 64 * 1024 * 1024


def open_store(path: Path, now: float, *, anew: bool = False) -> Store:
    """Open the file of scores, or make it; damage is set aside and mended from a backup.

    With `anew` a missing file is made even though there are backups.

    Raises:
        Fault: when it cannot be opened: `Unsaved`, `Refused` or `Missing`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path = path.resolve()
        return _open_sound(path, now, anew=anew)
    except Damaged:
        try:
            return _open_mended(path, now)
        except troubles() as error:
            raise explained(error) from error
    except troubles() as error:
        raise explained(error) from error


def _open_sound(path: Path, now: float, *, anew: bool) -> Store:
    header = files.look(path)
    if header is None or not header.size:
        if not anew:
            _offer(path, "missing" if header is None else "empty")
        if any(files.beside(path, side).exists() for side in files.SIDES[1:]):
            # A log whose file is gone would be deleted.
            files.set_aside(path, "broken", now)
    else:
        _refuse_others(path, header)
    found = _found(path)
    if path in found:
        # SQLite would open it to be read, and fail later with less to say.
        path.open("r+b").close()
    try:
        return _open_checked(path, now, anew=anew)
    except troubles() as error:
        fault = explained(error)
        if isinstance(fault, Damaged):
            _put_back(path, found)
        raise fault from error


def _open_checked(path: Path, now: float, *, anew: bool) -> Store:
    connection, notice = _connected(path), ""
    try:
        version = _checked(connection, path, now)
        if not version and not anew:
            _offer(path, "empty")
        _migrate(connection, path, version, now)
        if version and backups.is_due(path, now):
            notice = _backed_up(connection, path, now)
    except troubles():
        connection.close()
        raise
    return Store(path, connection, notice, marks(path))


def _offer(path: Path, what: str) -> None:
    """Raises `Missing` where there is a backup to offer instead."""
    if found := backups.newest_good(path, len(schema.MIGRATIONS)):
        raise Missing(
            found.path, f"The file of scores is {what}, but there is a backup of {day(found.at)}."
        )


def day(at: float) -> str:
    """A UTC time as a date to read, such as 22 November 2026."""
    import time

    return time.strftime("%d %B %Y", time.gmtime(min(max(at, 0), 253402300799))).lstrip("0")


def _refuse_others(path: Path, header: files.Header) -> None:
    """Raises `Refused` for a file to keep away from, `Damaged` for one that is no database."""
    if not header.sound:
        raise Damaged("no database")
    newest = len(schema.MIGRATIONS)
    if header.ours and newest < header.version < files.FARTHEST:
        raise Refused(
            "The scores are kept by a newer version of the game. "
            "They are left as they are; what is played now is not saved."
        )
    if header.ours and header.version <= newest:
        return
    tables = _tables(path)
    if not tables and not header.application:
        return  # killed before the first table was made
    if tables is None or {"match", "card", "turn"} <= tables:
        raise Damaged("the header is not the game's")
    raise Refused(
        f"{path.name} belongs to another program. "
        "It is left as it is; what is played now is not saved."
    )


def _tables(path: Path) -> set[str] | None:
    """The names of the tables, without touching the file; None where they cannot be read."""
    import sqlite3

    try:
        with closing(sqlite3.connect(_unwritten(path), uri=True)) as connection:
            return {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_master")}
    except troubles():
        return None


def _found(path: Path) -> dict[Path, bytes]:
    """The files as found: opening them may already fold the log in or undo half a transaction."""
    sides = [each for side in files.SIDES if (each := files.beside(path, side)).is_file()]
    if sum(each.stat().st_size for each in sides) > _MOST_KEPT:
        return {}
    return {each: each.read_bytes() for each in sides}


def _put_back(path: Path, found: dict[Path, bytes]) -> None:
    if found:
        files.remove(path)
    for each, content in found.items():
        each.write_bytes(content)


def _connected(path: Path) -> sqlite3.Connection:
    connection = opened(path)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("PRAGMA synchronous = FULL")
        # The log is folded in between matches, not while somebody waits for a reveal.
        connection.execute("PRAGMA wal_autocheckpoint = 4000").fetchall()
    except troubles():
        connection.close()
        raise
    return connection


def _checked(connection: sqlite3.Connection, path: Path, now: float) -> int:
    """The version of the tables, once SQLite has found every page in order.

    Content is compared with the indexes once a day, before the backup is made of it.
    """
    check = "integrity_check" if backups.is_due(path, now) else "quick_check"
    said = connection.execute(f"PRAGMA {check}(1)").fetchone()
    if said != ("ok",):
        raise Damaged(str(said))
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version == len(schema.MIGRATIONS):
        for table, columns in schema.COLUMNS.items():
            connection.execute(f"SELECT {columns} FROM {table} LIMIT 1").fetchall()  # noqa: S608
    return version


def _migrate(connection: sqlite3.Connection, path: Path, version: int, now: float) -> None:
    newest = len(schema.MIGRATIONS)
    if version > newest:
        raise Refused("The scores are kept by a newer version of the game; they are left alone.")
    if version == newest:
        return
    if version:
        backups.back_up(connection, path, version, now)
    try:
        migrate(connection, version)
    except troubles() as error:
        if version and isinstance(explained(error), Damaged):
            # Every page was found in order: it is the step that failed, not the file.
            raise Refused(
                "The scores could not be brought up to this version of the game. "
                "They are left as they are; what is played now is not saved."
            ) from error
        raise
    # The header is read without the log: it must never tell of a version that is no more.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring tables of `version` up to the newest, all steps or none; 0 is an empty file."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for migration in schema.MIGRATIONS[version:]:
            for statement in migration:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS)}")
        connection.execute("COMMIT")
    except troubles():
        with suppress(*troubles()):
            connection.execute("ROLLBACK")
        raise


def _backed_up(connection: sqlite3.Connection, path: Path, now: float) -> str:
    """A missing backup stops nobody from playing."""
    try:
        backups.back_up(connection, path, len(schema.MIGRATIONS), now)
    except troubles():
        return "No backup of the scores could be made."
    return ""


def glimpse(path: Path) -> sqlite3.Connection:
    """A copy in memory of a file that cannot be written, or an empty one."""
    import sqlite3

    copy = opened(Path(":memory:"))
    with suppress(*troubles()):
        header = files.look(path)
        if header and header.ours and header.version == len(schema.MIGRATIONS):
            with closing(sqlite3.connect(_unwritten(path), uri=True)) as source:
                source.backup(copy)
            return copy
    copy.close()
    return nothing_yet()


def nothing_yet() -> sqlite3.Connection:
    """Empty tables in memory."""
    empty = opened(Path(":memory:"))
    try:
        migrate(empty, 0)
    except troubles():
        empty.close()
        raise
    return empty


def _unwritten(path: Path) -> str:
    """The address by which SQLite neither writes nor locks."""
    return f"{path.absolute().as_uri()}?immutable=1"


def _open_mended(path: Path, now: float) -> Store:
    """Set the damaged file aside, put the newest good backup in its place, open that."""
    broken = files.set_aside(path.resolve(), "broken", now).name
    return open_restored(path, now, broken)


def open_restored(path: Path, now: float, broken: str) -> Store:
    """Open the newest good backup, or a new file where there is none; `broken` is named."""
    notice = f"The file of scores was damaged; it is kept as {broken}."
    found = backups.newest_good(path, len(schema.MIGRATIONS))
    if found:
        files.lasting_copy(found.path, path)
        notice += f" The backup of {day(found.at)} ({found.path.name}) is back in its place."
    else:
        notice += " There was no backup, so the game starts a new one."
    store = _open_sound(path, now, anew=True)
    store.notice = notice
    return store


def put_back(backup: Path, path: Path, now: float) -> None:
    """Copy a backup to its place; what little stands there is set aside."""
    if any(files.beside(path, side).exists() for side in files.SIDES):
        files.set_aside(path, "empty", now)
    files.lasting_copy(backup, path)

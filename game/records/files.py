"""The files beside each other: what stands there, moved aside, copied so that it lasts.

Nothing here is called while this process has the database open, but where it says so: closing any
handle of a file drops every lock that the process holds on it (POSIX).
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.records.fault import Unsaved
from game.records.schema import APPLICATION_ID

# Beside a database SQLite may keep these.
SIDES = ("", "-wal", "-shm", "-journal")
_MAGIC = b"SQLite format 3\0"
_HEADER = 100

# A version this far ahead is no newer game but a flipped bit.
FARTHEST = 1000


@dataclass(frozen=True, slots=True)
class Header:
    """What the first 100 bytes of a database say (sqlite.org/fileformat.html, 1.3)."""

    size: int
    sound: bool
    application: int = 0
    version: int = 0

    @property
    def ours(self) -> bool:
        return self.application == APPLICATION_ID


def look(path: Path) -> Header | None:
    """The header of the file at `path`, read without SQLite; None where there is no file.

    Raises:
        Unsaved: when something else than a file stands there.
        OSError: when it cannot be read.
    """
    from stat import S_ISREG

    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if not S_ISREG(found.st_mode):
        raise Unsaved("something that is no file stands in its place")
    with path.open("rb") as file:
        head = file.read(_HEADER)
    if not head.startswith(_MAGIC) or len(head) < _HEADER:
        return Header(found.st_size, sound=False)
    application, version = (int.from_bytes(head[at : at + 4]) for at in (68, 60))
    return Header(found.st_size, True, application, version)


def beside(path: Path, side: str) -> Path:
    """The file that SQLite keeps beside `path`."""
    return path.with_name(path.name + side)


def identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another of the same name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def stamp(at: float) -> str:
    """`at` (UTC seconds) as 2026-11-22-174552, whatever a broken clock says."""
    import time

    return time.strftime("%Y-%m-%d-%H%M%S", time.gmtime(min(max(at, 0), 253402300799)))


def aside_name(path: Path, word: str, at: float) -> Path:
    """A free name for `path` and its sides, such as `encore.sqlite.broken-2026-11-22-174552`."""
    stem = f"{path.name}.{word}-{stamp(at)}"
    for number in range(1, 10_000):
        name = path.with_name(stem if number == 1 else f"{stem}-{number}")
        if not any(beside(name, side).exists() for side in SIDES):
            return name
    raise Unsaved("the folder is full of broken files")


def set_aside(path: Path, word: str, at: float, sides: Iterable[str] = SIDES) -> Path:
    """Move the file and its sides out of the way, every byte as it was; where it is now."""
    name = aside_name(path, word, at)
    for side in sides:
        if beside(path, side).exists():
            beside(path, side).rename(beside(name, side))
    settle(path.parent)
    return name


def copy_aside(path: Path, word: str, at: float) -> Path:
    """As `set_aside`, but a copy: for a database that is still open and about to be given up."""
    name = aside_name(path, word, at)
    for side in SIDES:
        if beside(path, side).exists():
            lasting_copy(beside(path, side), beside(name, side))
    return name


def remove(path: Path) -> None:
    """Take the file and its sides away."""
    for side in SIDES:
        beside(path, side).unlink(missing_ok=True)


def lasting_copy(source: Path, target: Path) -> None:
    """Copy a file whole or not at all, so that a power cut does not undo it."""
    from shutil import copyfile

    half = target.with_name(target.name + ".half")
    try:
        copyfile(source, half)
        last(half, target)
    finally:
        half.unlink(missing_ok=True)


def last(half: Path, target: Path) -> None:
    """Give a finished file its name, the bytes on the disk first."""
    with half.open("rb+") as file:
        os.fsync(file.fileno())
    half.replace(target)
    settle(target.parent)


def settle(folder: Path) -> None:
    """Wait until the folder's list of names is on the disk, where a system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""What a report says of the file of scores; nothing is made, mended or locked by looking."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from game.records.fault import opened, troubles
from game.records.files import SIDES, Header, beside, look
from game.records.schema import MIGRATIONS
from game.records.store import NAME


def glance(folder: Path) -> tuple[bool, str]:
    """Whether scores are or will be kept in the player's `folder`, and a line about the file."""
    path = folder / NAME
    try:
        header = look(path)
    except troubles() as error:
        return False, f"{path} cannot be read ({getattr(error, 'strerror', None) or error})"
    if header is None or not header.size:
        return _to_come(path)
    return _there(path, header)


def _to_come(path: Path) -> tuple[bool, str]:
    import os

    above = next((each for each in path.parents if each.exists()), None)
    if above is not None and above.is_dir() and os.access(above, os.W_OK):
        return True, f"{path} (not made yet)"
    return False, f"{path} cannot be made: scores will not be kept"


def _there(path: Path, header: Header) -> tuple[bool, str]:
    if not header.sound or not header.ours:
        return False, f"{path} is not the game's, or damaged; the next game says what it does"
    if header.version > len(MIGRATIONS):
        return False, f"{path} is of a newer game (version {header.version}): nothing is kept"
    try:
        count = _matches(path)
    except troubles():
        return False, f"{path} is damaged; the next game puts the newest backup back"
    matches = "1 match" if count == 1 else f"{count:,} matches"
    return True, f"{path}, version {header.version}, {matches}"


def _matches(path: Path) -> int:
    """How many matches there are, counted in a copy: another game may have the file open.

    Raises:
        sqlite3.Error, OSError: when they cannot be counted.
    """
    from shutil import copyfile
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        copy = Path(folder, NAME)
        for side in SIDES[:2]:
            if beside(path, side).exists():
                copyfile(beside(path, side), beside(copy, side))
        with closing(opened(copy)) as connection:
            return int(connection.execute("SELECT count(*) FROM match").fetchone()[0])

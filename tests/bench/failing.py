"""Let the first, second, third ... call to disk or database fail, until a night goes through.

    python -m tests.bench.failing [stride]

A program of its own, because what listens to the interpreter's audit events can never be removed.
With a stride of 29 only every 29th call fails. Prints how many nights and faults, and each fault.
"""

from __future__ import annotations

import errno
import shutil
import sqlite3
import sys
import tempfile
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count, product
from pathlib import Path
from typing import Any

from game.records import Records
from tests.records.play import DAY, NOW, after, dealt, played

EVENTS = frozenset(
    {"open", "os.rename", "os.remove", "os.mkdir", "os.listdir", "os.scandir"}
    | {"sqlite3.connect", "shutil.copyfile"}
)
LATER = NOW + 2 * DAY


class Saboteur:
    """Counts what is done in a folder, and lets one of it fail."""

    def __init__(self) -> None:
        self.folder = ""
        self.left = -1
        self.failed = False

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        if self.folder and event in EVENTS and self.folder in str(args) and self.strikes():
            raise OSError(errno.EIO, "sabotage")

    def strikes(self) -> bool:
        """Whether it is this call's turn to fail."""
        self.left -= bool(self.folder)
        if self.left or self.failed or not self.folder:
            return False
        self.failed = True
        return True


SABOTEUR = Saboteur()
CODES = {"full": 13, "fault": 10, "damage": 11}


class Sabotaged(sqlite3.Connection):
    """A connection whose calls fail when the saboteur says so, with one of SQLite's codes."""

    code = CODES["fault"]

    def execute(self, *args: Any) -> sqlite3.Cursor:  # noqa: ANN401
        self._fail()
        return super().execute(*args)

    def backup(self, *args: Any) -> None:  # type: ignore[override]  # noqa: ANN401
        self._fail()
        super().backup(*args)

    def _fail(self) -> None:
        if SABOTEUR.strikes():
            error = sqlite3.OperationalError("sabotage")
            error.sqlite_errorcode = self.code
            raise error


def plain(_folder: Path) -> None:
    """A night like any other, with a backup due."""


def damaged(folder: Path) -> None:
    file = folder / "encore.sqlite"
    file.write_bytes(b"X" * 100 + file.read_bytes()[100:])


def missing(folder: Path) -> None:
    (folder / "encore.sqlite").unlink()


def night(folder: Path) -> tuple[Records, int]:
    """Play, lose the file in between, play on; the records, and a match that was played."""
    records = Records.open(folder, now=lambda: LATER)
    records.decide(backup=True)
    played(records, "b")
    with suppress(OSError):
        (folder / "encore.sqlite").unlink()
    match_id = records.begin("solo", "small", dealt("c"), {})
    records.keep(match_id, after(dealt("c"), 5))
    records.finish(match_id, after(dealt("c"), 10))
    return records, match_id


def fault(folder: Path, at: int) -> str:
    """What went wrong in the night in which call number `at` failed, if anything."""
    SABOTEUR.folder, SABOTEUR.left, SABOTEUR.failed = str(folder), at, False
    try:
        records, match_id = night(folder)
        kept = records.keeping
        records.close()
        SABOTEUR.folder = ""
        again = Records.open(folder, now=lambda: LATER)
        again.decide(backup=True)
        found = [each.id for each in again.history(1000)]
        again.close()
    except Exception:  # noqa: BLE001  (whatever it is, it should not have come out)
        SABOTEUR.folder = ""
        return traceback.format_exc()
    if not again.path or (kept and match_id not in found):
        return f"call {at}: said to be kept, and is not ({records.trouble}; {again.trouble})"
    return ""


def main() -> None:
    sys.addaudithook(SABOTEUR)
    vars(sqlite3)["connect"] = partial(sqlite3.connect, factory=Sabotaged)
    stride = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    nights, faults = 0, []
    ways: tuple[Callable[[Path], None], ...] = (plain, damaged, missing)
    with tempfile.TemporaryDirectory() as name:
        model = Path(name) / "model"
        for start in (NOW, LATER):
            records = Records.open(model, now=partial(float, start))
            played(records, "a")
            records.close()
        for way, kind in product(ways, CODES):
            Sabotaged.code = CODES[kind]
            for at in count(1, stride):
                folder = Path(name) / f"{way.__name__}{kind}{at}"
                shutil.copytree(model, folder)
                way(folder)
                said = fault(folder, at)
                nights += 1
                faults += [f"{way.__name__}, {kind}: {said}"] * bool(said)
                shutil.rmtree(folder)
                if not SABOTEUR.failed:
                    break
    print(nights, len(faults))
    print("\n".join(faults))


if __name__ == "__main__":
    main()

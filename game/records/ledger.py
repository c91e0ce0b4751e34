"""What is to be written, until it is written: nothing is dropped when the disk says no.

While the file cannot be written, a copy of it in memory takes everything, so that questions about
what was played are still answered; the statements wait, and are tried again with every turn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from game.records.fault import (
    Damaged,
    Fault,
    Missing,
    Refused,
    Unsaved,
    explained,
    troubles,
)
from game.records.opening import glimpse, nothing_yet, open_restored, open_store, put_back
from game.records.store import Statement, Store, Value, bindable

if TYPE_CHECKING:
    import sqlite3

# Twenty thousand turns and more: no evening is as long.
MOST_WAITING = 100_000


class Ledger:
    """Statements in, rows out; it never raises.

    `live` gives statements that write the match being played from its beginning: it is asked when
    the file had to be replaced by an older one.
    """

    def __init__(
        self,
        path: Path | None,
        now: Callable[[], float],
        live: Callable[[], Sequence[Statement]] = tuple,
    ) -> None:
        self._store: Store | None = None
        self._mirror: sqlite3.Connection | None = None
        self.missing: Missing | None = None
        self.notice = ""
        self._path = path
        self._now = now
        self._live = live
        self._waiting: list[Statement] = []
        self._fault: Fault | None = None
        self._refused = path is None
        self._broken = ""
        self._try(self._reach)
        if self._store is None and path is not None:
            self._reflect(())

    @property
    def keeping(self) -> bool:
        """Whether everything so far is on the disk."""
        return self._store is not None and not self._waiting

    @property
    def trouble(self) -> str | None:
        """What the player should know, in one sentence or two."""
        return str(self._fault) if self._fault else self.notice or None

    @property
    def path(self) -> Path | None:
        """Where the file of scores is, if anything is kept."""
        return None if self._refused else self._path

    def write(self, statements: Sequence[Statement]) -> None:
        """Put these on the disk before returning, with all that has been waiting, or wait.

        Where a backup is on offer and nobody has decided, it is put back.
        """
        if self.missing:
            self.decide(backup=True)
        if self._refused:
            self._reflect(statements)
            return
        if len(self._waiting) < MOST_WAITING:
            self._waiting += statements
        if not self._try(self._flush):
            self._reflect(statements)

    def retry(self) -> None:
        """Try again what is waiting, if anything is."""
        if self._waiting and self.missing:
            self.decide(backup=True)
        elif self._waiting:
            self._try(self._flush)

    def read(self, sql: str, values: Sequence[Value] = ()) -> list[tuple[Value, ...]]:
        """Every row; none where the file cannot be read."""
        if self._path is None and self._mirror is None:
            # Made when it is first asked: most are replaced by a file before that.
            self._reflect(())
        try:
            if self._mirror is not None:
                return self._mirror.execute(sql, bindable(values)).fetchall()
            return self._store.read(sql, values) if self._store is not None else []
        except troubles() as error:
            if isinstance(explained(error), Damaged):
                self._mend()
            return []

    def decide(self, *, backup: bool) -> None:
        """Put the offered backup back, or start anew without it."""
        if self.missing is None or self._path is None:
            return
        chosen, path = self.missing.backup, self._path
        self.missing = self._fault = None
        if backup and not self._try(lambda: put_back(chosen, path, self._now())):
            return
        self._try(lambda: self._reach(anew=True))
        self.retry()
        self._drop_mirror_if_kept()

    def tidy(self) -> None:
        """Fold the log in: call it where nobody waits."""
        if self._store is not None and not self._waiting:
            self._store.tidy()

    def close(self) -> None:
        """Try a last time, and let the file go."""
        self.retry()
        self._let_go()

    def __del__(self) -> None:
        self._let_go()

    def _let_go(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
        if self._mirror is not None:
            self._mirror.close()
            self._mirror = None

    def _try(self, work: Callable[[], None]) -> bool:
        try:
            work()
        except troubles() as error:
            fault = explained(error)
            return self._mend() if isinstance(fault, Damaged) else self._note(fault)
        return True

    def _note(self, fault: Fault) -> bool:
        self._fault = fault
        if isinstance(fault, Missing):
            self.missing = fault
        elif isinstance(fault, Refused):
            self._refused = True
            self._waiting.clear()
        return False

    def _reach(self, *, anew: bool = False) -> None:
        """Open the file, if it is not open."""
        if self._refused or self._store is not None or self._path is None:
            return
        if self._broken:
            self._store = open_restored(self._path, self._now(), self._broken)
            self._broken = ""
        else:
            self._store = open_store(self._path, self._now(), anew=anew)
        self._fault = None
        self.notice = self._store.notice or self.notice

    def _flush(self) -> None:
        self._reach()
        if self._store is not None and self._store.taken_away:
            self.notice = self._store.rescue(self._now())
            self._store = None
            self._reach(anew=True)
        if self._store is None:
            return
        self._store.apply(self._waiting)
        self._waiting.clear()
        self._fault = None
        self._drop_mirror_if_kept()

    def _drop_mirror_if_kept(self) -> None:
        if self._mirror is not None and self.keeping:
            self._mirror.close()
            self._mirror = None

    def _reflect(self, statements: Sequence[Statement]) -> None:
        """Bring the copy in memory up to date, making it first."""
        with suppress(*troubles()):
            if self._mirror is None:
                self._mirror, statements = self._new_mirror(), self._waiting or statements
            for sql, values in statements:
                self._mirror.execute(sql, bindable(values))

    def _new_mirror(self) -> sqlite3.Connection:
        if self._store is not None:
            return self._store.mirror()
        if self._path is not None and not self._refused:
            return glimpse(self._path)
        return nothing_yet()

    def _mend(self) -> bool:
        """The open file has turned out to be damaged: keep it, go on with the backup."""
        if self._store is None:
            return self._note(Unsaved("the file of scores cannot be read"))
        try:
            self._broken = self._store.give_up(self._now())
            self._store = None
            self._waiting[:0] = self._live()
            self._flush()
        except troubles() as error:
            return self._note(explained(error))
        return True

"""The packs at hand, opened when they are wanted and not before."""

from __future__ import annotations

from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from game.packs.library import Entry
    from game.packs.pack import Pack

FIRST = "almost-famous"


class Rack:
    """The packs that ship with the game and the player's own.

    Opened packs are kept until the game ends.
    """

    def __init__(self, shipped: Path, own: Path | None) -> None:
        from game.packs.library import shelf

        self.shipped, self.own = shipped, own
        self.entries: tuple[Entry, ...] = shelf(shipped, own)
        self._open: dict[str, Pack] = {}
        self._reading: dict[str, Event] = {}
        self._queue: list[str] = []
        self._busy, self._lock = False, Lock()

    def look_again(self) -> None:
        """Packs have come, gone or changed: list them anew, and read the player's own again."""
        from game.packs.library import shelf

        changing = {entry.id for entry in self.entries if entry.origin == "own"}
        with self._lock:
            # What is being read just now is what was there before: it goes into the old shelf.
            self._open = {name: pack for name, pack in self._open.items() if name not in changing}
            self._reading, self._queue = {}, []
        self.entries = shelf(self.shipped, self.own)

    @property
    def first(self) -> str:
        """The id of the pack to start with; empty when there is none."""
        ids = [entry.id for entry in self.entries]
        return FIRST if FIRST in ids else next(iter(ids), "")

    def entry(self, wanted: str) -> Entry | None:
        """The pack called `wanted`, not yet read."""
        from game.packs.library import find

        return find(wanted, self.entries)

    def begin(self, *pack_ids: str) -> None:
        """Start reading packs beside the main loop, one after the other, these before others."""
        with self._lock:
            new = [each for each in pack_ids if each and each not in self._open]
            self._queue = list(dict.fromkeys([*new, *self._queue]))
            for each in new:
                self._reading.setdefault(each, Event())
            idle, self._busy = not self._busy, self._busy or bool(self._queue)
        if idle and self._busy:
            Thread(target=self._read_all, name="rack", daemon=True).start()

    def glance(self, pack_id: str) -> Pack | None:
        """The pack, if it has been read by now."""
        return self._open.get(pack_id)

    def open(self, pack_id: str) -> Pack:
        """The pack, read now if need be.

        Raises:
            KeyError: when no pack is called so.
        """
        if reading := self._reading.get(pack_id):
            if not reading.is_set():
                self.begin(pack_id)
            reading.wait()
        if pack_id not in self._open:
            self._read(pack_id, self._open)
        return self._open[pack_id]

    def _read_all(self) -> None:
        while True:
            with self._lock:
                if not self._queue:
                    self._busy = False
                    return
                each = self._queue.pop(0)
                shelf, reading = self._open, self._reading[each]
            try:
                if each not in shelf and self.entry(each):
                    self._read(each, shelf)
            except BaseException:
                # Whoever wants the others begins anew.
                self._busy = False
                raise
            finally:
                reading.set()

    def _read(self, pack_id: str, shelf: dict[str, Pack]) -> None:
        from game.packs.library import ILLUSTRATIONS, open_pack

        entry = self.entry(pack_id)
        if entry is None:
            raise KeyError(pack_id)
        shelf[pack_id] = open_pack(entry.path, art=ILLUSTRATIONS, origin=entry.origin)

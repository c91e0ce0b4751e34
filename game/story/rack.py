"""The packs at hand, opened when they are wanted and not before."""

from __future__ import annotations

from threading import Event, Thread
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

    def look_again(self) -> None:
        """Packs have come, gone or changed: list them anew, and read the player's own again."""
        from game.packs.library import shelf

        changing = {entry.id for entry in self.entries if entry.origin == "own"}
        # What a thread still reads is what was there before: it goes into the old shelf.
        self._open = {name: pack for name, pack in self._open.items() if name not in changing}
        self._reading = {}
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
        """Start reading packs beside the main loop, one after the other."""
        known = {*self._open, *self._reading}
        new = [each for each in pack_ids if each and each not in known]
        if new:
            self._reading |= {each: Event() for each in new}
            Thread(
                target=self._read_all, args=(new, self._open, self._reading), daemon=True
            ).start()

    def glance(self, pack_id: str) -> Pack | None:
        """The pack, if it has been read by now."""
        return self._open.get(pack_id)

    def open(self, pack_id: str) -> Pack:
        """The pack, read now if need be.

        Raises:
            KeyError: when no pack is called so.
        """
        if reading := self._reading.get(pack_id):
            reading.wait()
        if pack_id not in self._open:
            self._read(pack_id, self._open)
        return self._open[pack_id]

    def _read_all(
        self, pack_ids: list[str], shelf: dict[str, Pack], reading: dict[str, Event]
    ) -> None:
        for each in pack_ids:
            try:
                if reading is self._reading and self.entry(each):
                    self._read(each, shelf)
            finally:
                reading[each].set()

    def _read(self, pack_id: str, shelf: dict[str, Pack]) -> None:
        from game.packs.library import ILLUSTRATIONS, open_pack

        entry = self.entry(pack_id)
        if entry is None:
            raise KeyError(pack_id)
        shelf[pack_id] = open_pack(entry.path, art=ILLUSTRATIONS, origin=entry.origin)

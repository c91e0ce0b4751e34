"""The files that lie beside a pack's text, in its folder or its zip."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from game.packs.source import Unreadable, read_bytes

LARGEST = 8 * 2**20
_PACK = "pack.yaml"


class Files(Protocol):
    """What a pack brings along, by name."""

    def read(self, name: str) -> bytes:
        """The bytes of the file `name`, `/` between its folders.

        Raises:
            Unreadable: where there is none, or it is out of bounds.
        """


@dataclass(frozen=True, slots=True)
class Folder:
    """The files below a pack's own folder; links are not followed."""

    root: Path

    def read(self, name: str) -> bytes:
        here = self.root
        *folders, _ = name.split("/")
        for step in folders:
            here /= step
            if here.is_symlink():
                raise Unreadable("link", "lies behind a link, and links are not followed")
        try:
            return read_bytes(self.root / name, LARGEST)
        except Unreadable as fault:
            if fault.code == "too-large":
                message = f"is larger than {LARGEST // 2**20} MB"
                raise Unreadable(fault.code, message, "make it smaller") from None
            raise


def files_of(path: Path) -> Files | None:
    """What lies beside the text of the pack in the file or zip `path`; None for a single file."""
    if path.name == _PACK:
        return Folder(path.parent)
    if path.suffix.casefold() == ".zip":
        from game.packs.archive import archive

        try:
            return archive(path)
        except Unreadable:
            return None
    return None

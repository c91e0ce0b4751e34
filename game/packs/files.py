"""The files that lie beside a pack's text, in its folder or its zip."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from game.packs.source import Unreadable, read_bytes

if TYPE_CHECKING:
    from game.rules.media import Media
    from game.ui.media.keeper import Keeper
    from game.ui.media.plain import Plain

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


def fetch(path: Path, media: Media) -> Plain | None:
    """A file of the pack in `path`, in the plain form; None if it is no longer what it was."""
    from game.ui.media.keeper import Keeper
    from game.ui.media.refused import Refused, Unavailable

    with Keeper() as keeper:
        try:
            return keeper.known(media.digest) or _decoded(path, media, keeper)
        except (Refused, Unavailable, Unreadable):
            return None


def _decoded(path: Path, media: Media, keeper: Keeper) -> Plain | None:
    files = files_of(path)
    if files is None:
        return None
    data = files.read(media.name)
    if hashlib.sha256(data).hexdigest() != media.digest:
        return None
    return keeper.made(data, media.kind)

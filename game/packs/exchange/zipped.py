"""Single files out of a stranger's zip; nothing is ever unpacked to disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from game.packs.exchange.notes import Unusable

MOST_ENTRIES = 2_000
LARGEST_ENTRY = 32 * 2**20
RATIO = 200
# Below this nobody need care how well something was packed.
_SMALL = 2**20
_END, _END64 = b"PK\x05\x06", b"PK\x06\x07"
_LONGEST_END = 22 + 2**16
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, NotImplementedError,
    OSError, RuntimeError, ValueError,
)  # fmt: skip


class Zipped:
    """A zip in memory, whose end record was looked at before anything else.

    Raises:
        Unusable: for anything but a plain zip of at most `MOST_ENTRIES` entries.
    """

    def __init__(self, data: bytes) -> None:
        _check_end(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except _BROKEN:
            raise Unusable("is a damaged zip") from None
        if len(infos) > MOST_ENTRIES:
            raise _too_many()
        self._infos: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            self._infos.setdefault(info.filename, info)

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all entries, as the archive has them."""
        return tuple(self._infos)

    def read(self, name: str) -> bytes:
        """The entry `name`.

        Raises:
            Unusable: where it is missing, encrypted, packed in an odd way, damaged
                or larger than it may be.
        """
        info = self._infos.get(name)
        if info is None:
            raise Unusable(f"has no {name} in it")
        if info.flag_bits & 1:
            raise Unusable("is encrypted", "save it without a password")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Unusable(f"packs {name} in a way that is not read")
        if info.file_size > LARGEST_ENTRY or info.file_size > max(
            _SMALL, RATIO * info.compress_size
        ):
            raise Unusable(f"unpacks {name} to far too much")
        try:
            with self._zip.open(info) as entry:
                data = entry.read(info.file_size + 1)
        except _BROKEN:
            raise Unusable(f"is damaged ({name} in it cannot be read)") from None
        if len(data) > info.file_size:
            raise Unusable(f"unpacks {name} to far too much")
        return data


def _check_end(data: bytes) -> None:
    at = data.rfind(_END, max(0, len(data) - _LONGEST_END))
    if at < 0 or at + 22 > len(data):
        raise Unusable("is no zip, or a damaged one")
    if _END64 in data[max(0, at - 20) : at]:
        raise Unusable("is a zip of the kind for giant archives, which is not read")
    if struct.unpack_from("<H", data, at + 10)[0] > MOST_ENTRIES:
        raise _too_many()


def _too_many() -> Unusable:
    return Unusable(f"has more than {MOST_ENTRIES:,} entries")

"""Packs in a zip, read in place: nothing is ever extracted.

The end record comes first, then the table of entries, and both must be what they claim before a
single byte is unpacked. A name in a pack is a key in that table, or there is no such file. The
reader is our own: Python's is made for archives that mean well (an 838-byte bzip2 entry unpacks
to 1.9 GB, entries may overlap, what stands before or behind the archive is passed over).
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from game.packs.media import is_file_name
from game.packs.source import Unreadable, decoded, opened

INSIDE = "pack.yaml"
MOST_ENTRIES = 2_000
LARGEST = 100 * 2**20
"""Bytes, of all entries together, packed or unpacked."""
LARGEST_ENTRY = 8 * 2**20
RATIO = 200
# Below this nobody need care how well something was packed: a short text of one letter.
_SMALL = 2**16
_LARGEST_TABLE = 2**20
_END, _ENTRY, _LOCAL, _END64 = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04", b"PK\x06\x07"
_LONGEST_END = 22 + 2**16
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x1 | 0x40 | 0x2000
# What file managers put beside a person's own files.
_LITTER = ("__macosx", ".ds_store", "thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Packed:
    """Where one entry lies: `offset` is that of its own header; sizes in bytes, packed and not."""

    raw: bytes
    offset: int
    packed: int
    size: int
    method: int
    checksum: int


@dataclass(frozen=True, slots=True)
class Archive:
    """The table of a zip: names in NFC, relative to the folder that holds `pack.yaml`.

    `read` opens the file anew and reads no more than the one entry.
    """

    path: Path
    stamp: tuple[int, int]
    entries: Mapping[str, Packed]

    def read(self, name: str) -> bytes:
        """The whole entry `name`.

        Raises:
            Unreadable: where it is missing, damaged, or not what the table says.
        """
        found = self.entries.get(unicodedata.normalize("NFC", name))
        if found is None:
            raise Unreadable("missing", f"has no {name} in it")
        with opened(self.path) as file:
            if _stamp(file) != self.stamp:
                raise Unreadable("changed", "changed while it was being read", "try again")
            return _unpacked(file, found, name)

    def head(self, length: int) -> bytes:
        """At most the first `length` bytes of the pack's text, unproven.

        Raises:
            Unreadable: where they cannot be read at all.
        """
        found = self.entries[INSIDE]
        with opened(self.path) as file:
            _seek_data(file, found)
            data = file.read(min(found.packed, length))
        return _inflated(data, length) if found.method == _DEFLATED else data

    def text(self, name: str = INSIDE) -> str:
        """The entry as text in NFC.

        Raises:
            Unreadable: as `read` does, and where it is not UTF-8.
        """
        return decoded(self.read(name))


def archive(path: Path) -> Archive:
    """The zip at `path`, its table looked through and found sound.

    Raises:
        Unreadable: for anything but a plain zip within the bounds of a pack.
    """
    with opened(path) as file:
        stamp = _stamp(file)
        if stamp[0] > LARGEST:
            raise _too_large("is")
        entries = _table(file, stamp[0])
    return Archive(path, stamp, _rooted(entries))


def _stamp(file: BinaryIO) -> tuple[int, int]:
    import os

    found = os.fstat(file.fileno())
    return found.st_size, found.st_mtime_ns


def _too_large(verb: str) -> Unreadable:
    most = LARGEST // 2**20
    return Unreadable("zip", f"{verb} larger than {most} MB, the most for a pack")


def _table(file: BinaryIO, length: int) -> dict[str, Packed]:
    count, size, start = _end(file, length)
    file.seek(start)
    table = file.read(size)
    found: dict[str, Packed] = {}
    seen: set[str] = set()
    total = 0
    extents: list[tuple[int, int]] = []
    for name, packed in _entries(table, count):
        extents.append((packed.offset, packed.offset + 30 + len(packed.raw) + packed.packed))
        total += packed.size
        if total > LARGEST:
            raise _too_large("unpacks to something")
        if _is_litter(name):
            continue
        _check_name(name, seen)
        if not name.endswith("/"):
            _check_size(name, packed)
            found[name] = packed
    _check_extents(extents, start)
    return found


def _end(file: BinaryIO, length: int) -> tuple[int, int, int]:
    """How many entries there are, and the size and place of their table."""
    first = max(0, length - _LONGEST_END)
    file.seek(first)
    tail = file.read(length - first)
    at = tail.rfind(_END)
    if at < 0 or at + 22 > len(tail):
        raise Unreadable("zip", "is no zip, or a damaged one")
    disk, table_disk, here, count, size, start, comment = struct.unpack_from("<4H2IH", tail, at + 4)
    if tail[max(0, at - 20) : at].startswith(_END64) or count == 0xFFFF or start == 0xFFFFFFFF:
        raise Unreadable("zip", "is a zip of the kind for giant archives, which is not read")
    if at + 22 + comment != len(tail):
        raise Unreadable("zip", "has something behind its end", "make the zip anew")
    if disk or table_disk or here != count:
        raise Unreadable("zip", "is one part of several", "make one zip of it")
    if count > MOST_ENTRIES:
        raise Unreadable("zip", f"has more than {MOST_ENTRIES:,} entries")
    if size > _LARGEST_TABLE or start + size != first + at:
        raise Unreadable("zip", "has a table of contents that does not fit", "make the zip anew")
    return count, size, start


def _entries(table: bytes, count: int) -> Iterator[tuple[str, Packed]]:
    at = 0
    for _ in range(count):
        if table[at : at + 4] != _ENTRY or at + 46 > len(table):
            raise _damaged()
        flags, method = struct.unpack_from("<2H", table, at + 8)
        checksum, packed, size, name, extra, comment = struct.unpack_from("<3I3H", table, at + 16)
        offset = struct.unpack_from("<I", table, at + 42)[0]
        raw = table[at + 46 : at + 46 + name]
        at += 46 + name + extra + comment
        if at > len(table):
            raise _damaged()
        said = _named(raw)
        if flags & _ENCRYPTED:
            raise Unreadable("zip", "is encrypted", "make the zip without a password")
        if method not in (_STORED, _DEFLATED):
            raise Unreadable("zip", f"packs '{said}' in a way that is not read", "use plain zip")
        if 0xFFFFFFFF in (packed, size, offset):
            raise Unreadable("zip", "is a zip of the kind for giant archives, which is not read")
        yield said, Packed(raw, offset, packed, size, method, checksum)
    if at != len(table):
        raise _damaged()


def _damaged() -> Unreadable:
    return Unreadable("zip", "is a damaged zip", "make it anew")


def _named(raw: bytes) -> str:
    """UTF-8 whatever the flag says: half of all programs that write it do not say so."""
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode("cp437")
    return unicodedata.normalize("NFC", name)


def _is_litter(name: str) -> bool:
    steps = name.casefold().rstrip("/").split("/")
    return steps[0] == _LITTER[0] or steps[-1] in _LITTER or steps[-1].startswith("._")


def _check_name(name: str, seen: set[str]) -> None:
    bare = name.removesuffix("/")
    if not is_file_name(bare):
        message = f"holds '{bare[:80]}', which is no name for a file of a pack"
        tip = "use letters, digits and _ . ( ) + -, in folders up to four levels deep"
        raise Unreadable("zip", message, tip)
    folded = unicodedata.normalize("NFC", bare.casefold())
    if folded in seen:
        message = f"holds '{bare[:80]}' twice; names that differ only in case count as one"
        raise Unreadable("zip", message)
    seen.add(folded)


def _check_size(name: str, packed: Packed) -> None:
    if packed.size > LARGEST_ENTRY:
        most = LARGEST_ENTRY // 2**20
        raise Unreadable("zip", f"holds '{name[:80]}', which is larger than {most} MB")
    if packed.size > max(_SMALL, RATIO * packed.packed):
        raise Unreadable("zip", f"unpacks '{name[:80]}' to more than {RATIO} times its size")
    if packed.method == _STORED and packed.packed != packed.size:
        raise _damaged()


def _check_extents(extents: list[tuple[int, int]], end: int) -> None:
    """No entry reaches into another or into the table: one byte is packed once."""
    extents.sort()
    for (_, last), (first, _) in zip(extents, [*extents[1:], (end, end)], strict=True):
        if last > first:
            raise Unreadable("zip", "holds files that overlap", "make the zip anew")


def _rooted(entries: dict[str, Packed]) -> dict[str, Packed]:
    """The names as seen from where the pack is.

    Zips are made of a folder, of what is in it, or of one YAML file: all are understood.
    """
    if INSIDE in entries:
        return entries
    tops = {name.partition("/")[0] for name in entries}
    if len(tops) == 1 and f"{(top := tops.pop())}/{INSIDE}" in entries:
        return {name.removeprefix(f"{top}/"): packed for name, packed in entries.items()}
    texts = [name for name in entries if "/" not in name and name.endswith((".yaml", ".yml"))]
    if len(texts) == 1:
        return {INSIDE if name == texts[0] else name: each for name, each in entries.items()}
    tip = f"put the pack's text into it as {INSIDE}"
    raise Unreadable("zip", f"has no {INSIDE} in it", tip)


def _seek_data(file: BinaryIO, found: Packed) -> None:
    """Go to where the entry's data begin; its own header must tell the table's story."""
    file.seek(found.offset)
    head = file.read(30)
    if len(head) < 30 or head[:4] != _LOCAL:
        raise _damaged()
    method, named, extra = struct.unpack("<8xH16x2H", head)
    if method != found.method or file.read(named) != found.raw:
        raise _damaged()
    file.seek(extra, 1)


def _unpacked(file: BinaryIO, found: Packed, name: str) -> bytes:
    _seek_data(file, found)
    data = file.read(found.packed)
    if found.method == _DEFLATED:
        data = _inflated(data, found.size)
    if len(data) != found.size or zlib.crc32(data) != found.checksum:
        raise Unreadable("zip", f"is damaged ('{name[:80]}' in it cannot be read)", "get it anew")
    return data


def _inflated(data: bytes, size: int) -> bytes:
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        # One byte more than was promised shows that the promise was false.
        return engine.decompress(data, size + 1)
    except zlib.error:
        return b""

"""Zips for tests, honest and hostile, put together byte by byte."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from game.packs.archive import INSIDE
from tests.packs.packing import HEADER, QUESTION

TEXT = (HEADER + QUESTION).encode()


@dataclass(frozen=True, slots=True)
class Part:
    """One entry; what is None is as it should be."""

    name: bytes = INSIDE.encode()
    data: bytes = TEXT
    method: int = 8
    flags: int = 0x800
    size: int | None = None
    packed: bytes | None = None
    offset: int | None = None
    local: bytes | None = None


def zipped(
    *parts: Part, before: bytes = b"", end: bytes | None = None, behind: bytes = b""
) -> bytes:
    """The parts as a zip; `end` replaces its end record."""
    body, table = bytearray(before), bytearray()
    for part in parts or (Part(),):
        packed = _packed(part)
        size = len(part.data) if part.size is None else part.size
        offset = len(body) if part.offset is None else part.offset
        sums = struct.pack("<3I", zlib.crc32(part.data), len(packed), size)
        start = struct.pack("<5H", 20, part.flags, part.method, 0, 0x21)
        name = part.name if part.local is None else part.local
        if part.offset is None:
            body += b"PK\x03\x04" + start + sums + struct.pack("<2H", len(name), 0) + name + packed
        table += b"PK\x01\x02\x14\x00" + start + sums
        table += struct.pack("<5H2I", len(part.name), 0, 0, 0, 0, 0, offset) + part.name
    count = len(parts) or 1
    last = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(table), len(body), 0)
    return bytes(body + table + (last if end is None else end)) + behind


def _packed(part: Part) -> bytes:
    if part.packed is not None:
        return part.packed
    if part.method != 8:
        return part.data
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    return engine.compress(part.data) + engine.flush()

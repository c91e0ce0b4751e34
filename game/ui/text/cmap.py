"""Which letters a font file can draw, read from its own character map.

pygame's `Font.metrics` gives figures for letters that a font lacks, so the `cmap` table of the
file is read instead: formats 4 and 12 of the OpenType specification, in TTF, OTF and TTC files.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

LARGEST_CMAP = 4 << 20
"""Bytes; the largest fonts of Chinese have 300,000."""
_TABLES = 256
_SUBTABLES = 64


@dataclass(frozen=True, slots=True)
class Coverage:
    """Code points in sorted ranges `starts[i]..ends[i]`; `bitmap` when the glyphs are pictures."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    bitmap: bool = False

    def __contains__(self, code: int) -> bool:
        place = bisect_right(self.starts, code) - 1
        return place >= 0 and code <= self.ends[place]

    def __len__(self) -> int:
        return sum(end - start + 1 for start, end in zip(self.starts, self.ends, strict=True))


NOTHING = Coverage()


def read_coverage(path: str, index: int = 0) -> Coverage:
    """Read what face `index` of the font file at `path` covers; NOTHING when it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return _read(file, index)
    except (OSError, ValueError, struct.error, IndexError, OverflowError):
        return NOTHING


def _read(file: BinaryIO, index: int) -> Coverage:
    tables = _tables(file, index)
    offset, length = tables.get("cmap", (0, 0))
    if not 4 <= length <= LARGEST_CMAP:
        return NOTHING
    file.seek(offset)
    table = file.read(length)
    ranges = _ranges(table)
    outlines = tables.keys() & {"glyf", "CFF ", "CFF2"}
    bitmap = not outlines and bool(tables.keys() & {"CBDT", "sbix", "EBDT"})
    return Coverage(tuple(r[0] for r in ranges), tuple(r[1] for r in ranges), bitmap)


def _tables(file: BinaryIO, index: int) -> dict[str, tuple[int, int]]:
    start = 0
    head = file.read(12)
    if head[:4] == b"ttcf":
        (faces,) = struct.unpack(">I", head[8:12])
        if not 0 <= index < faces:
            raise ValueError("no such face")
        file.seek(12 + 4 * index)
        (start,) = struct.unpack(">I", file.read(4))
        file.seek(start)
        head = file.read(12)
    (count,) = struct.unpack(">H", head[4:6])
    count = min(count, _TABLES)
    records = file.read(16 * count)
    return {
        tag.decode("latin-1"): (offset, length)
        for tag, _, offset, length in struct.iter_unpack(">4sIII", records)
    }


def _ranges(table: bytes) -> list[tuple[int, int]]:
    """The ranges of the fullest Unicode subtable, sorted and merged."""
    (count,) = struct.unpack_from(">H", table, 2)
    best: list[tuple[int, int]] = []
    for place in range(min(count, _SUBTABLES)):
        platform, encoding, offset = struct.unpack_from(">HHI", table, 4 + 8 * place)
        if platform != 0 and (platform, encoding) not in ((3, 1), (3, 10)):
            continue
        (kind,) = struct.unpack_from(">H", table, offset)
        if kind == 12:
            return _merged(_format_12(table, offset))
        if kind == 4 and not best:
            best = _merged(_format_4(table, offset))
    return best


def _format_12(table: bytes, offset: int) -> list[tuple[int, int]]:
    (groups,) = struct.unpack_from(">I", table, offset + 12)
    first = offset + 16
    groups = min(groups, (len(table) - first) // 12)
    found = struct.iter_unpack(">III", table[first : first + 12 * groups])
    return [
        # Glyph 0 is "no such letter".
        (start + (glyph == 0), end)
        for start, end, glyph in found
        if start + (glyph == 0) <= end <= 0x10FFFF
    ]


def _format_4(table: bytes, offset: int) -> list[tuple[int, int]]:
    (doubled,) = struct.unpack_from(">H", table, offset + 6)
    count = doubled // 2
    shape = f">{count}H"
    size = 2 * count
    ends = struct.unpack_from(shape, table, offset + 14)
    starts = struct.unpack_from(shape, table, offset + 16 + size)
    deltas = struct.unpack_from(shape, table, offset + 16 + 2 * size)
    shifts = struct.unpack_from(shape, table, offset + 16 + 3 * size)
    found: list[tuple[int, int]] = []
    # A broken file could claim the whole plane in each of 32,767 segments.
    budget = 0x20000
    for place, (start, end, delta, shift) in enumerate(
        zip(starts, ends, deltas, shifts, strict=True)
    ):
        budget -= max(end - start + 1, 0)
        if start > end or start == 0xFFFF or budget < 0:
            continue
        if shift == 0:
            found += _without(start, min(end, 0xFFFE), (0x10000 - delta) & 0xFFFF)
            continue
        base = offset + 16 + 3 * size + 2 * place + shift
        wanted = end - start + 1
        here = max(0, min(wanted, (len(table) - base) // 2))
        glyphs = struct.unpack_from(f">{here}H", table, base)
        found += [(start + i, start + i) for i, glyph in enumerate(glyphs) if glyph]
    return found


def _without(start: int, end: int, hole: int) -> list[tuple[int, int]]:
    if not start <= hole <= end:
        return [(start, end)] if start <= end else []
    return [r for r in ((start, hole - 1), (hole + 1, end)) if r[0] <= r[1]]


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged

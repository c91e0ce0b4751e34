from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.text.cmap import NOTHING, Coverage, read_coverage
from game.ui.text.fonts import pygame_font_file


def font_of(subtable: bytes, *, tables: tuple[bytes, ...] = (b"glyf",)) -> bytes:
    """A font file with this one Unicode subtable and nothing else of use."""
    cmap = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + subtable
    names = (b"cmap", *tables)
    start = 12 + 16 * len(names)
    head = struct.pack(">IHHHH", 0x10000, len(names), 0, 0, 0)
    records = b"".join(struct.pack(">4sIII", name, 0, start, len(cmap)) for name in names)
    return head + records + cmap


def format_12(*groups: tuple[int, int, int]) -> bytes:
    body = b"".join(struct.pack(">III", *group) for group in groups)
    return struct.pack(">HHIII", 12, 0, 16 + len(body), 0, len(groups)) + body


def read(tmp_path: Path, content: bytes, index: int = 0) -> Coverage:
    path = tmp_path / "font"
    path.write_bytes(content)
    return read_coverage(str(path), index)


def test_pygames_own_font_has_latin_letters_and_no_kanji() -> None:
    covered = read_coverage(pygame_font_file())
    assert all(ord(letter) in covered for letter in "Az09é“”…")
    assert ord("日") not in covered
    assert 300 < len(covered) < 5000


def test_format_12_leaves_out_the_missing_glyph(tmp_path: Path) -> None:
    covered = read(tmp_path, font_of(format_12((0x41, 0x43, 0), (0x1F600, 0x1F601, 9))))
    assert [code for code in range(0x20000) if code in covered] == [0x42, 0x43, 0x1F600, 0x1F601]


def test_format_4_reads_deltas_and_arrays_of_glyphs(tmp_path: Path) -> None:
    ends, starts = (0x42, 0x63, 0xFFFF), (0x41, 0x61, 0xFFFF)
    deltas, shifts, glyphs = (0x10000 - 0x41, 0, 1), (0, 4, 0), (5, 0, 7)
    body = struct.pack(">HHHH", 6, 0, 0, 0) + struct.pack(">3H", *ends) + bytes(2)
    body += struct.pack(">3H", *starts) + struct.pack(">3H", *deltas)
    body += struct.pack(">3H", *shifts) + struct.pack(">3H", *glyphs)
    covered = read(tmp_path, font_of(struct.pack(">HHH", 4, 6 + len(body), 0) + body))
    assert [code for code in range(0x10000) if code in covered] == [0x42, 0x61, 0x63]


def test_a_font_without_outlines_is_one_of_pictures(tmp_path: Path) -> None:
    table = format_12((0x1F600, 0x1F601, 9))
    assert read(tmp_path, font_of(table, tables=(b"CBDT",))).bitmap
    assert not read(tmp_path, font_of(table, tables=(b"CBDT", b"glyf"))).bitmap


def test_a_collection_is_read_by_face(tmp_path: Path) -> None:
    single = font_of(format_12((0x41, 0x41, 1)))
    header = struct.pack(">4sIII", b"ttcf", 0x10000, 1, 16)
    moved = bytearray(header + single)
    for record in range(2):
        place = 16 + 12 + 16 * record + 8
        (offset,) = struct.unpack_from(">I", moved, place)
        struct.pack_into(">I", moved, place, offset + 16)
    assert 0x41 in read(tmp_path, bytes(moved), 0)
    assert read(tmp_path, bytes(moved), 1) == NOTHING


@pytest.mark.parametrize("content", [b"", b"not a font", b"ttcf", bytes(4000)])
def test_what_is_no_font_covers_nothing(tmp_path: Path, content: bytes) -> None:
    assert len(read(tmp_path, content)) == 0


def test_a_file_that_is_not_there_covers_nothing(tmp_path: Path) -> None:
    assert read_coverage(str(tmp_path / "none.ttf")) == NOTHING


@given(data=st.data())
def test_a_broken_font_never_raises(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    broken = bytearray(Path(pygame_font_file()).read_bytes()[:20_000])
    for _ in range(data.draw(st.integers(1, 30))):
        broken[data.draw(st.integers(0, 600))] = data.draw(st.integers(0, 255))
    read(tmp_path_factory.getbasetemp(), bytes(broken[: data.draw(st.integers(0, 20_000))]))

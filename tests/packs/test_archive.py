from __future__ import annotations

import bz2
import io
import struct
import subprocess
import sys
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.packs.archive import LARGEST, LARGEST_ENTRY, MOST_ENTRIES, archive
from game.packs.library import check_pack, open_pack, shelf
from game.packs.problem import LONGEST
from game.packs.source import Unreadable
from tests.packs.zipping import TEXT, Part, zipped

ZEROS = bytes(LARGEST_ENTRY)
# A megabyte that packs to a 150th: many of them stay below the ratio and unpack to too much.
LONG = (bytes(range(256)) + bytes(40_000)) * 26
PICTURE = Part(b"roof.png", b"\x89PNG", method=0)


def end64() -> bytes:
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, 0, 1)
    return locator + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, 0, 0, 0)


def lying_end(**lies: int) -> bytes:
    good = zipped()
    names = ("disk", "table_disk", "here", "count", "size", "start", "comment")
    said = dict(zip(names, struct.unpack_from("<4H2IH", good, len(good) - 18), strict=True))
    return struct.pack("<4s4H2IH", b"PK\x05\x06", *(said | lies).values())


HOSTILE = {
    "no zip": (b"format: 1\n", "is no zip, or a damaged one"),
    "empty": (b"", "is no zip, or a damaged one"),
    "no entry": (zipped(end=lying_end(count=0, here=0)), "is a damaged zip"),
    "truncated": (zipped()[:-30], "is no zip, or a damaged one"),
    "begins late": (zipped()[10:], "has a table of contents that does not fit"),
    "trailing data": (zipped(behind=b"PK"), "has something behind its end"),
    "trailing zip": (zipped(behind=zipped()), "has a table of contents that does not fit"),
    "something before": (b"#!/bin/sh\n" + zipped(), "has a table of contents that does not fit"),
    "several disks": (zipped(end=lying_end(disk=1)), "is one part of several"),
    "huge table": (zipped(end=lying_end(size=2**31)), "has a table of contents that does not fit"),
    "many entries": (
        zipped(*(Part(b"%d.png" % n, b"") for n in range(MOST_ENTRIES + 1))),
        "has more than 2,000 entries",
    ),
    "many claimed": (zipped(end=lying_end(count=60_000, here=60_000)), "has more than 2,000"),
    "zip64": (zipped(end=end64()), "is a zip of the kind for giant archives"),
    "zip64 entry": (zipped(Part(size=0xFFFFFFFF)), "is a zip of the kind for giant archives"),
    "bzip2": (
        zipped(Part(data=ZEROS, method=12, packed=bz2.compress(ZEROS))),
        "packs 'pack.yaml' in a way that is not read",
    ),
    "lzma": (zipped(Part(method=14)), "packs 'pack.yaml' in a way that is not read"),
    "encrypted": (zipped(Part(flags=0x801)), "is encrypted"),
    "hidden names": (zipped(Part(flags=0x2000)), "is encrypted"),
    "ratio": (zipped(Part(data=ZEROS)), "unpacks 'pack.yaml' to more than 200 times its size"),
    "large entry": (
        zipped(Part(data=b"", packed=b"\x01" * 50_000, size=LARGEST_ENTRY + 1)),
        "holds 'pack.yaml', which is larger than 8 MB",
    ),
    "large in all": (
        zipped(Part(), *(Part(b"%d.png" % n, LONG) for n in range(LARGEST // len(LONG) + 1))),
        "unpacks to something larger than 100 MB",
    ),
    "says less": (zipped(Part(data=TEXT * 9, size=len(TEXT))), "is damaged ('pack.yaml' in it"),
    "says more": (zipped(Part(size=len(TEXT) + 5)), "is damaged ('pack.yaml' in it"),
    "stored lie": (zipped(Part(method=0, size=5)), "is a damaged zip"),
    "not deflate": (zipped(Part(packed=b"\xff" * 90)), "is damaged ('pack.yaml' in it"),
    "other name inside": (zipped(Part(local=b"evil.yaml")), "is a damaged zip"),
    "overlap": (zipped(Part(), Part(b"b.png", TEXT, offset=0)), "holds files that overlap"),
    "into the table": (zipped(Part(offset=5)), "holds files that overlap"),
    "far away": (zipped(Part(offset=2**31)), "holds files that overlap"),
    "twice": (zipped(Part(), Part()), "holds 'pack.yaml' twice"),
    "other case": (zipped(Part(), PICTURE, Part(b"ROOF.png")), "holds 'ROOF.png' twice"),
    "composed": (
        zipped(Part(), Part("é.png".encode()), Part("e\u0301.png".encode())),
        "holds 'é.png' twice",
    ),
    "no pack": (zipped(PICTURE), "has no pack.yaml in it"),
    "two texts": (zipped(Part(b"a.yaml"), Part(b"b.yaml")), "has no pack.yaml in it"),
    "not utf-8": (zipped(Part(data=b"title: \x93x\x94\n")), "is not UTF-8 text (byte 0x93"),
}
NAMES = (
    "../pack.yaml", "/etc/passwd", "a/../../b.png", "a\\b.png", "C:\\b.png", "c:b.png", "a//b.png",
    "./a.png", "a/./b.png", "a.png.", "a.png ", "nul.png", "b/COM1", "a\0b.png", "a\nb.png",
    ".hidden.png", "a/b/c/d/e.png", "a?.png", "a*.png", "\u202egnp.exe", "", "/",
)  # fmt: skip


def written(data: bytes, folder: Path) -> Path:
    path = folder / "a-pack.zip"
    path.write_bytes(data)
    return path


def refused(data: bytes, folder: Path) -> str:
    pack = open_pack(written(data, folder))
    (problem,) = pack.problems
    assert not pack.playable
    assert problem.message.isprintable()
    assert len(str(problem)) <= LONGEST
    return problem.message


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_zip_is_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    data, sentence = HOSTILE[name]
    assert refused(data, tmp_path).startswith(sentence)


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_that_leads_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    said = refused(zipped(Part(), Part(name.encode())), tmp_path)
    assert "which is no name for a file of a pack" in said


@pytest.mark.parametrize("name", HOSTILE)
def test_no_hostile_zip_takes_much_memory(name: str, tmp_path: Path) -> None:
    path = written(HOSTILE[name][0], tmp_path)
    open_pack(path)
    tracemalloc.start()
    try:
        open_pack(path)
        assert tracemalloc.get_traced_memory()[1] < 20 * 2**20
    finally:
        tracemalloc.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no limits for a process")
def test_all_hostile_zips_together_take_less_than_five_seconds_of_work(tmp_path: Path) -> None:
    for number, (data, _) in enumerate(HOSTILE.values()):
        (tmp_path / f"{number}.zip").write_bytes(data)
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from game.packs.library import open_pack\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (5, 5))\n"
        "for path in Path(sys.argv[1]).iterdir(): open_pack(path)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert done.returncode == 0


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(zipped(Part(), PICTURE)) - 1), st.binary(min_size=1, max_size=4))
def test_a_zip_damaged_anywhere_gets_an_answer(
    tmp_path_factory: pytest.TempPathFactory, at: int, bytes_there: bytes
) -> None:
    good = zipped(Part(), PICTURE)
    data = good[:at] + bytes_there + good[at + len(bytes_there) :]
    pack = open_pack(written(data, tmp_path_factory.getbasetemp()))
    assert pack.questions or pack.problems


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_called_a_zip_get_an_answer(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    assert open_pack(written(data, tmp_path_factory.getbasetemp())).problems


@pytest.mark.parametrize(
    "parts",
    [
        (Part(), PICTURE),
        (Part(method=0), PICTURE),
        (Part(b"a-pack/"), Part(b"a-pack/pack.yaml"), Part(b"a-pack/roof.png", b"\x89PNG")),
        (Part(b"quiz.yaml"), PICTURE),
        (Part(), PICTURE, Part(b"__MACOSX/._pack.yaml", b"\0"), Part(b".DS_Store", b"\0")),
    ],
    ids=["contents", "stored", "folder", "one file", "litter"],
)
def test_a_zip_of_a_folder_its_contents_or_one_file_is_a_pack(
    parts: tuple[Part, ...], tmp_path: Path
) -> None:
    path = written(zipped(*parts), tmp_path)
    pack = check_pack(path)
    assert (pack.id, pack.path, pack.problems) == ("a-pack", path, ())
    assert len(pack.questions) == 1
    assert archive(path).read("roof.png") == b"\x89PNG"
    assert set(archive(path).entries) == {"pack.yaml", "roof.png"}


def test_a_zip_made_by_another_program_is_read(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.comment = b"made by hand"
        made.writestr("pack.yaml", TEXT)
        made.writestr("pictures/Größe (1).png", b"\x89PNG")
    path = written(buffer.getvalue(), tmp_path)
    assert len(open_pack(path).questions) == 1
    assert archive(path).read("pictures/Gro\u0308ße (1).png") == b"\x89PNG"


def test_problems_in_a_zip_name_the_file_inside_it(tmp_path: Path) -> None:
    text = TEXT.replace(b"answer", b"anwser")
    (first, *_) = open_pack(written(zipped(Part(data=text)), tmp_path)).problems
    assert str(first).startswith(f"{tmp_path}/a-pack.zip/pack.yaml:7:5: error: question 1:")


def test_what_is_not_in_the_table_is_not_there(tmp_path: Path) -> None:
    found = archive(written(zipped(), tmp_path))
    with pytest.raises(Unreadable, match=r"has no \.\./pack.yaml in it"):
        found.read("../pack.yaml")


def test_a_zip_that_changed_since_its_table_was_read_is_not_read(tmp_path: Path) -> None:
    path = written(zipped(), tmp_path)
    found = archive(path)
    path.write_bytes(zipped(Part(data=TEXT * 2)))
    with pytest.raises(Unreadable, match="changed while it was being read"):
        found.read("pack.yaml")


def test_the_shelf_shows_zips_with_their_titles(tmp_path: Path) -> None:
    written(zipped(), tmp_path)
    (tmp_path / "broken.zip").write_bytes(b"PK")
    found = [(entry.id, entry.title) for entry in shelf(tmp_path, tmp_path)]
    assert found == [
        ("a-pack", "A pack"), ("broken", "broken"),
        ("own:a-pack", "A pack"), ("own:broken", "broken"),
    ]  # fmt: skip


def test_a_checksum_that_is_wrong_is_damage(tmp_path: Path) -> None:
    data = zipped().replace(struct.pack("<I", zlib.crc32(TEXT)), b"\1\2\3\4")
    assert refused(data, tmp_path).startswith("is damaged ('pack.yaml' in it")

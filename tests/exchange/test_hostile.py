"""Files made to do harm get one sentence, never a traceback."""

from __future__ import annotations

import os
import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from game.packs.exchange.formats import FORMATS
from game.packs.exchange.incoming import incoming
from game.packs.exchange.notes import Unusable
from game.packs.exchange.xml_tree import DEEPEST, tree
from game.packs.exchange.zipped import LARGEST_ENTRY, MOST_ENTRIES, Zipped
from tests.exchange.bring import bring, sheet, zipped
from tests.exchange.test_incoming_tables import ANKI, KAHOOT, V4, V5
from tests.exchange.test_incoming_text import AIKEN, GIFT, OPEN_TRIVIA_QA, RED

LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><package>&b;</package>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><package>&x;</package>'


@pytest.mark.parametrize("text", [LAUGHS, OUTSIDE, LAUGHS.encode("utf-16")])
def test_xml_with_a_document_type_is_refused(tmp_path: Path, text: str | bytes) -> None:
    with pytest.raises(Unusable, match="document type"):
        bring(tmp_path, "a.siq", zipped({"content.xml": text}))


@pytest.mark.parametrize(
    "text",
    ["", "<a", "<a>&b;</a>", "<a/><b/>", '<?xml version="1.0" encoding="x-none"?><a/>', "\0\0"],
)
def test_what_is_no_xml_is_refused(text: str) -> None:
    with pytest.raises(Unusable):
        tree(text.encode(), "it")


def test_xml_nested_too_deep_is_refused() -> None:
    deep = DEEPEST + 1
    with pytest.raises(Unusable, match="too many"):
        tree(b"<a>" * deep + b"</a>" * deep, "it")


def test_a_zip_that_unpacks_to_far_too_much_is_not_unpacked(tmp_path: Path) -> None:
    bomb = zipped({"content.xml": b" " * (LARGEST_ENTRY + 1)})
    assert len(bomb) < 2**18
    with pytest.raises(Unusable, match="far too much"):
        bring(tmp_path, "a.siq", bomb)
    with pytest.raises(Unusable, match="far too much"):
        bring(tmp_path, "b.siq", zipped({"content.xml": b" " * 2**22}))


def test_a_zip_that_lies_about_its_size_is_found_out(tmp_path: Path) -> None:
    data = bytearray(zipped({"content.xml": b"<a>" + b"x" * 5000 + b"</a>"}))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)
    with pytest.raises(Unusable):
        bring(tmp_path, "a.siq", bytes(data))


def test_a_zip_of_too_many_entries_or_an_odd_kind_is_refused() -> None:
    with pytest.raises(Unusable, match="entries"):
        Zipped(zipped({str(number): "" for number in range(MOST_ENTRIES + 1)}))
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("content.xml", "<package/>")
    with pytest.raises(Unusable, match="not read"):
        Zipped(made.getvalue()).read("content.xml")


def test_a_link_a_folder_and_a_pipe_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("question,answer\nWho?,Ann\n", encoding="utf-8")
    (tmp_path / "link.csv").symlink_to(tmp_path / "secret")
    os.mkfifo(tmp_path / "pipe.csv")
    for name in ("link.csv", "pipe.csv", "", "none.csv"):
        with pytest.raises(Unusable):
            incoming(tmp_path / name, "tried")


SEEDS = [
    AIKEN.encode(), ANKI.encode(), GIFT.encode(), OPEN_TRIVIA_QA.encode("cp1252"), RED.encode(),
    b'{"results": [{"question": "Who?", "correct_answer": "A", "incorrect_answers": ["B", "C"]}]}',
    sheet(KAHOOT), zipped({"content.xml": V4}), zipped({"content.xml": V5}),
]  # fmt: skip


@st.composite
def _damaged(draw: st.DrawFn) -> bytes:
    """A good file with a few of its bytes changed, cut or said twice."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        piece = draw(st.one_of(st.binary(max_size=6), st.just(bytes(data[at : at + 40]))))
        data[at : at + draw(st.integers(0, 8))] = piece
    return bytes(data)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(_damaged(), st.binary(max_size=300)), st.sampled_from([None, *FORMATS]))
@example(b"[" * 200_000, "opentdb")
@example(b'{"results": ' + b"9" * 5_000 + b"}", "opentdb")
@example(b"a: " + b"[" * 60_000, "red")
@example(b"question,answer\n" + b'"' + b"x" * 200_000, "csv")
@example(b"{" * 50_000, "gift")
@example(b"\xff\xfe\x00\xd8", "csv")
def test_no_file_however_damaged_raises_anything_but_a_sentence(
    tmp_path: Path, data: bytes, kind: str | None
) -> None:
    assert _sentence(tmp_path, data, kind).isprintable()


def _sentence(folder: Path, data: bytes, kind: str | None) -> str:
    """What is said of the file: why it cannot be used, or what it makes."""
    try:
        pack = bring(folder, "a", data, kind).pack
    except Unusable as fault:
        return fault.message
    assert pack.playable
    return f"{len(pack.questions)} questions"

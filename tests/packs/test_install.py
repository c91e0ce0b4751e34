from __future__ import annotations

import os
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from game.packs.archive import archive
from game.packs.install import PASTED, NotKept, consider, install
from game.packs.library import open_pack, read_pack_text, shelf
from game.packs.parcel import pack_files, zip_bytes
from game.packs.source import Unreadable
from tests.packs.packing import HEADER, QUESTION
from tests.packs.zipping import Part, zipped

TEXT = HEADER + QUESTION
PICTURE = Part(b"roof.png", b"\x89PNG", method=0)
OTHER = TEXT.replace("The sky", "The roof")


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """A folder of things that friends sent."""
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "roofs.yaml").write_text(TEXT, "utf-8")
    (folder / "zipped.zip").write_bytes(zipped(Part(), PICTURE))
    (folder / "quiz").mkdir()
    (folder / "quiz" / "pack.yaml").write_text(TEXT, "utf-8")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own" / "packs"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("roofs.yaml", "roofs.yaml"),
        ("zipped.zip", "zipped.zip"),
        ("quiz", "quiz.yaml"),
        ("quiz/pack.yaml", "quiz.yaml"),
    ],
)
def test_a_file_a_folder_and_a_zip_are_kept_under_their_id(
    name: str, kept: str, given: Path, own: Path
) -> None:
    considered = consider(given / name, own)
    assert not considered.exists
    assert not own.exists()
    assert install(considered) == own / kept
    pack = open_pack(own / kept)
    assert pack.fingerprint == considered.pack.fingerprint
    assert (pack.id, pack.path) == (considered.pack.id, considered.target)
    assert [path.name for path in own.iterdir()] == [kept]


def test_pasted_text_is_kept_under_its_title(own: Path) -> None:
    considered = consider(TEXT.replace("A pack", "Über roofs – 2"), own)
    assert considered.target == own / "uber-roofs-2.yaml"
    assert read_pack_text(install(considered)) == TEXT.replace("A pack", "Über roofs – 2")


def test_problems_are_named_where_the_pack_came_from(given: Path, own: Path) -> None:
    bad = TEXT.replace("answer", "anwser")
    assert consider(bad, own).problems[0].file == PASTED
    (given / "bad.yaml").write_text(bad, "utf-8")
    assert consider(given / "bad.yaml", own).problems[0].file == str(given / "bad.yaml")


@pytest.mark.parametrize(
    ("file", "kept"),
    [
        ("My Roofs (2).yaml", "my-roofs"),
        ("roofs - copy.yaml", "roofs"),
        ("屋根.yaml", "a-pack"),
        (".yaml", "yaml"),
    ],
)
def test_a_name_that_is_no_id_becomes_one(file: str, kept: str, given: Path, own: Path) -> None:
    (given / file).write_text(TEXT, "utf-8")
    assert consider(given / file, own).pack.id == kept


def test_a_pack_without_any_latin_letter_gets_an_id_all_the_same(own: Path) -> None:
    considered = consider(TEXT.replace("A pack", "屋根"), own)
    assert considered.pack.id.startswith("pack-")
    assert considered.pack.playable


@pytest.mark.parametrize("ending", [".yaml", ".yml", ".zip"])
def test_a_pack_of_the_same_id_is_replaced_only_when_asked(
    ending: str, given: Path, own: Path
) -> None:
    own.mkdir(parents=True)
    old = own / f"roofs{ending}"
    old.write_bytes(zipped() if ending == ".zip" else TEXT.encode())
    before = old.read_bytes()
    (given / "roofs.yaml").write_text(OTHER, "utf-8")
    considered = consider(given / "roofs.yaml", own)
    assert considered.exists
    with pytest.raises(NotKept, match="you have a pack roofs already"):
        install(considered)
    assert old.read_bytes() == before
    install(considered, replace=True)
    (entry,) = shelf(own)
    assert read_pack_text(entry.path) == OTHER


def test_a_folder_of_ones_own_is_never_replaced(given: Path, own: Path) -> None:
    (own / "roofs").mkdir(parents=True)
    with pytest.raises(NotKept, match="is a folder and is not replaced"):
        install(consider(given / "roofs.yaml", own), replace=True)
    assert [path.name for path in own.iterdir()] == ["roofs"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "the file is empty"),
        ("title: x\n" + QUESTION, "`format` is missing"),
        (TEXT.replace("format: 1", "format: 2"), "the game knows format 1"),
        (HEADER, "the pack makes no question"),
        ("\udc80", "is not UTF-8 text"),
        ("\0" * 99, "nobody can see"),
    ],
)
def test_what_cannot_be_played_is_not_kept(text: str, sentence: str, own: Path) -> None:
    considered = consider(text, own)
    assert not considered.pack.playable
    with pytest.raises(NotKept, match=sentence):
        install(considered, replace=True)
    assert not own.exists()


def test_what_is_not_there_or_hostile_is_a_problem_and_no_exception(given: Path, own: Path) -> None:
    (given / "evil.zip").write_bytes(zipped(Part(), Part(b"../x.png")))
    for name in ("none.yaml", "none.zip", "evil.zip", "", "a\0b"):
        considered = consider(given / name if name else given, own)
        assert considered.problems
        with pytest.raises(NotKept):
            install(considered)


def test_a_disk_that_will_not_have_it_changes_nothing(
    given: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = install(consider(given / "roofs.yaml", own))
    (given / "roofs.yaml").write_text(OTHER, "utf-8")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotKept, match=r"cannot be written \(no space left on device\)"):
        install(consider(given / "roofs.yaml", own), replace=True)
    assert kept.read_text("utf-8") == TEXT
    assert [path.name for path in own.iterdir()] == ["roofs.yaml"]


def test_a_link_is_not_followed(given: Path, own: Path) -> None:
    try:
        (given / "link.yaml").symlink_to(given / "roofs.yaml")
    except OSError:
        pytest.skip("links cannot be made here")
    assert consider(given / "link.yaml", own).problems[0].code == "link"


def test_of_a_folder_only_what_belongs_to_a_pack_is_taken(given: Path) -> None:
    quiz = given / "quiz"
    (quiz / "pictures").mkdir()
    for name in ("roof.png", "pictures/Bus.JPG", "notes.txt"):
        (quiz / name).write_bytes(b"x")
    for name in (".hidden.png", "secret.key", "pack.yaml~", "a*b.png"):
        (quiz / name).write_bytes(b"x")
    deep = quiz / "1" / "2" / "3" / "4"
    deep.mkdir(parents=True)
    (deep / "deep.png").write_bytes(b"x")
    with suppress(OSError):
        (quiz / "link.png").symlink_to(quiz / "roof.png")
    found = set(pack_files(quiz))
    assert found == {"pack.yaml", "roof.png", "pictures/Bus.JPG", "notes.txt"}


def test_a_folder_with_a_file_over_its_bound_is_refused_by_name(given: Path) -> None:
    with (given / "quiz" / "big.png").open("wb") as file:
        file.truncate(9 * 2**20)
    with pytest.raises(Unreadable, match=r"holds big.png, which is 9 MB"):
        pack_files(given / "quiz")


def test_the_same_files_make_the_same_zip_whatever_their_order_and_age(given: Path) -> None:
    files = {"pack.yaml": TEXT.encode(), "b.png": b"b", "a/c.ogg": b"c"}
    backwards = dict(reversed(files.items()))
    assert zip_bytes(files) == zip_bytes(backwards)
    (given / "same.zip").write_bytes(zip_bytes(files))
    with zipfile.ZipFile(given / "same.zip") as made:
        assert made.testzip() is None
        assert made.namelist() == ["a/c.ogg", "b.png", "pack.yaml"]
        assert {info.date_time for info in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_folder_with_pictures_is_kept_as_a_zip_with_all_of_them(given: Path, own: Path) -> None:
    (given / "quiz" / "pictures").mkdir()
    (given / "quiz" / "pictures" / "roof.png").write_bytes(b"\x89PNG")
    kept = install(consider(given / "quiz", own))
    assert kept == own / "quiz.zip"
    assert archive(kept).read("pictures/roof.png") == b"\x89PNG"
    assert open_pack(kept).fingerprint == open_pack(given / "quiz").fingerprint


def test_a_zip_packed_again_keeps_every_byte(given: Path) -> None:
    again = zip_bytes(pack_files(given / "zipped.zip"))
    (given / "again.zip").write_bytes(again)
    assert archive(given / "again.zip").read("roof.png") == b"\x89PNG"
    assert zip_bytes(pack_files(given / "again.zip")) == again

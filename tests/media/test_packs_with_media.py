"""Pictures and sounds named in packs: found, shown, compared, and named where they cannot be."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from game.packs.library import check_pack, open_pack
from game.packs.media import UNAVAILABLE
from game.packs.pack import Pack
from game.packs.parse import parse_pack
from game.packs.report import Report
from game.resources import folder
from game.rules.question import Question, askable
from game.ui.media.decoder import Decoder
from game.ui.media.keeper import Keeper
from tests.media import samples as made
from tests.packs.packing import HEADER

TABLE = """bank:
  things:
    - {name: a bell, image: bell.svg, after: deep/bell.png}
    - {name: a drum, image: drum.svg, after: drum.svg}
    - {name: a horn, image: horn.svg, sound: horn.wav}
"""
ASKED = 'templates:\n  - {each: things, ask: "Which is this?", answer: name}\n'
BY_HAND = """questions:
  - {ask: Which is this?, answer: A bell, wrong: [A drum, A horn], image: bell.svg}
  - {ask: Which is this?, answer: A drum, wrong: [A bell, A horn], image: drum.svg}
"""
FILES = {
    "bell.svg": made.SVG,
    "drum.svg": made.drawing('<rect width="4" height="4" fill="black"/>'),
    "horn.svg": made.drawing('<rect width="9" height="4" fill="black"/>'),
    "horn.wav": made.tone("WAV", "PCM_16", 0.1),
    "deep/bell.png": made.png(1, 1, b"\0\0"),
}


def pack(place: Path, text: str, files: dict[str, bytes] | None = None) -> Pack:
    """The pack of this text in a folder of its own, with its files."""
    root = place / "my-pack"
    for name, data in (FILES if files is None else files).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    root.mkdir(exist_ok=True)
    (root / "pack.yaml").write_text(HEADER + text, "utf-8")
    return open_pack(root)


def shown(question: Question) -> tuple[str | None, ...]:
    files = (question.image, question.sound, question.reveal)
    return tuple(media.name if media else None for media in files)


def said(found: Pack) -> list[str]:
    return [problem.message for problem in found.problems]


def test_rows_show_their_own_files_with_every_question_about_them(tmp_path: Path) -> None:
    found = pack(tmp_path, "standard: false\n" + TABLE + ASKED)
    assert said(found) == []
    assert {q.key.text: shown(q) for q in found.questions} == {
        "a bell": ("bell.svg", None, None),
        "a drum": ("drum.svg", None, None),
        "a horn": ("horn.svg", "horn.wav", None),
    }


def test_one_stem_under_different_pictures_is_several_questions(tmp_path: Path) -> None:
    found = pack(tmp_path, "standard: false\n" + TABLE + ASKED)
    assert len({q.id for q in found.questions}) == 3
    assert all(len(q.wrong) == 2 for q in found.questions)


def test_under_the_same_picture_nothing_that_is_right_is_offered_as_wrong(tmp_path: Path) -> None:
    files = {**FILES, "drum.svg": FILES["bell.svg"]}
    found = pack(tmp_path, "standard: false\n" + TABLE + ASKED, files)
    bell = [q for q in found.questions if q.key.text in ("a bell", "a drum")]
    assert bell == []
    assert "2 rows make no question: needs 1 more row" in said(found)[0]


def test_a_template_may_show_and_reveal_what_it_likes(tmp_path: Path) -> None:
    text = TABLE + ASKED.replace("answer: name", "answer: name, show: sound, reveal: after")
    found = pack(tmp_path, "standard: false\n" + text)
    assert [shown(q) for q in found.questions] == [(None, "horn.wav", None)]
    text = TABLE + ASKED.replace("answer: name", "answer: name, show: image, reveal: after")
    found = pack(tmp_path, "standard: false\n" + text)
    assert shown(found.questions[0]) == ("bell.svg", None, "deep/bell.png")


def test_only_a_reveal_shows_nothing_beforehand(tmp_path: Path) -> None:
    asked = ASKED.replace("Which is this?", "What is {name} like?")
    text = TABLE + asked.replace("answer: name", "answer: sort, reveal: image")
    for name, sort in (("bell", "bronze"), ("drum", "skin"), ("horn", "brass")):
        text = text.replace(f"a {name},", f"a {name}, sort: {sort},")
    found = pack(tmp_path, "standard: false\n" + text)
    assert {shown(q) for q in found.questions} == {
        (None, None, "bell.svg"),
        (None, None, "drum.svg"),
        (None, None, "horn.svg"),
    }


def test_questions_by_hand_show_files(tmp_path: Path) -> None:
    found = pack(tmp_path, BY_HAND)
    assert said(found) == []
    assert [shown(q)[0] for q in found.questions] == ["bell.svg", "drum.svg"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("gone.png", None, "cannot be opened: there is no such file"),
        ("a.png", b"GIF89a", "is not a PNG, JPEG, WebP or SVG picture, whatever its name"),
        ("a.png", made.png(60_000, 60_000), "is 60000 x 60000 pixels; 40 million are the most"),
        ("a.png", made.raster(".png")[:50], "cannot be read: it is damaged"),
        ("a.svg", made.drawing("<text/>"), "cannot be drawn: <text> is not drawn by the loader"),
        ("a.jpg", b"\0" * (2**23 + 1), "cannot be opened: it is larger than 8 MB"),
        ("a.gif", b"GIF89a", "is no image the game can use"),
        ("horn.wav", made.wav(8_000, b"\0" * 100), "is no image the game can use"),
        ("../a.png", None, "is not a file of this pack"),
    ],
)
def test_a_file_that_cannot_be_shown_is_named_and_its_question_left_out(
    tmp_path: Path, name: str, data: bytes | None, message: str
) -> None:
    files = {**FILES, **({name: data} if data is not None else {})}
    found = pack(tmp_path, BY_HAND.replace("drum.svg", name), files)
    assert [shown(q)[0] for q in found.questions] == ["bell.svg"]
    (problem,) = found.problems
    assert problem.message.startswith(f"question 2: '{name}' {message}")
    assert problem.line == 7


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "my-pack"
    root.mkdir()
    (tmp_path / "secret.svg").write_bytes(made.SVG)
    (root / "drum.svg").symlink_to(tmp_path / "secret.svg")
    (root / "deep").symlink_to(tmp_path)
    files = {"bell.svg": made.SVG}
    found = pack(tmp_path, BY_HAND, files)
    assert "links are not followed" in said(found)[0]
    found = pack(tmp_path, BY_HAND.replace("drum.svg", "deep/secret.svg"), files)
    assert "links are not followed" in said(found)[0]


def test_a_pack_in_one_file_is_told_to_become_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "my-pack.yaml"
    path.write_text(HEADER + BY_HAND, "utf-8")
    found = open_pack(path)
    assert not found.playable
    assert "a pack in a single file has no pictures and sounds" in said(found)[0]
    assert found.problems[0].help.startswith("make a folder")


def test_a_zip_shows_what_its_folder_shows(tmp_path: Path) -> None:
    found = pack(tmp_path, BY_HAND)
    shutil.make_archive(str(tmp_path / "my-pack"), "zip", tmp_path / "my-pack")
    zipped = open_pack(tmp_path / "my-pack.zip")
    assert said(zipped) == []
    assert zipped.questions == found.questions
    assert zipped.fingerprint == found.fingerprint


def test_the_fingerprint_is_moved_by_a_pictures_bytes(tmp_path: Path) -> None:
    first = pack(tmp_path, BY_HAND).fingerprint
    assert pack(tmp_path, BY_HAND).fingerprint == first
    assert pack(tmp_path, BY_HAND, {**FILES, "drum.svg": FILES["horn.svg"]}).fingerprint != first


def test_where_nothing_can_be_decoded_the_rest_plays_and_it_is_said_once(tmp_path: Path) -> None:
    text = BY_HAND + "  - {ask: What is up?, answer: The sky, wrong: [The sea, The road]}\n"
    known = pack(tmp_path, text)
    root = tmp_path / "my-pack" / "pack.yaml"
    report = Report("pack.yaml", root.read_text("utf-8"))
    deaf = Keeper(decoder=Decoder([sys.executable, "-c", "1/0"]))
    (tmp_path / "my-pack" / "bell.svg").write_bytes(FILES["bell.svg"] + b"\n")
    (tmp_path / "my-pack" / "drum.svg").write_bytes(FILES["drum.svg"] + b"\n")
    found = parse_pack(report, name="a", path=root, origin="own", art=(), keeper=deaf)
    assert [q.stem for q in found.questions] == ["What is up?"]
    assert said(found) == [UNAVAILABLE]
    assert found.fingerprint != known.fingerprint


def test_without_sound_or_a_screen_only_what_can_be_asked_is_dealt(tmp_path: Path) -> None:
    found = pack(tmp_path, "standard: false\n" + TABLE + ASKED).questions
    everything = askable(found, sees=True, hears=lambda: True)
    silent = askable(found, sees=True, hears=lambda: False)
    assert [q.key.text for q in everything] == ["a bell", "a drum", "a horn"]
    assert [q.key.text for q in silent] == ["a bell", "a drum"]
    assert list(askable(found, sees=False, hears=lambda: True)) == []


def test_the_shipped_pictures_and_sounds_are_all_asked_about() -> None:
    root = folder("questions") / "stage-and-strings"
    found = check_pack(root)
    assert found.problems == ()
    asked = {name for q in found.questions for name in shown(q) if name}
    held = {
        path.relative_to(root).as_posix() for path in root.glob("*/*.*") if path.suffix != ".py"
    }
    assert asked == held
    assert sum(q.image is not None for q in found.questions) >= 12
    assert sum(q.sound is not None for q in found.questions) >= 10

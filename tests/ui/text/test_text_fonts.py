from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.ui.text.fonts import OPEN_FONTS, Face, FontBook, package_folder, pygame_font_file
from game.ui.text.system import SystemFonts
from game.ui.text.typeset import Typesetter
from tests.ui.text.conftest import NoSystemFonts

SIGNS = "Łódź “quoted” ‘so’ — – … × · é ñ"


@pytest.mark.parametrize("face", Face)
def test_every_face_draws_the_signs_of_european_text(face: Face, book: FontBook) -> None:
    assert all(book.file_for(letter, face) is not None for letter in SIGNS)


def test_the_pinned_fonts_are_all_there(book: FontBook) -> None:
    assert book.missing == ()
    assert all(book.file(face) != pygame_font_file() for face in Face)


def test_without_font_packages_pygames_font_draws_all_faces() -> None:
    book = FontBook(find=lambda _: None, system=NoSystemFonts())
    assert {book.file(face) for face in Face} == {pygame_font_file()}
    assert "fontpkg_righteous/files/Righteous-Regular.ttf" in book.missing
    assert len(book.missing) == len(Face)
    picture = Typesetter(book).render(SIGNS, Face.TITLE, 32, (255, 255, 255))
    assert picture.get_bounding_rect().width > 100


def test_the_few_arabic_letters_of_pygames_font_are_not_used() -> None:
    bare = FontBook(find=lambda _: None, system=NoSystemFonts())
    assert bare.file_for("س", Face.TEXT) is None
    assert bare.file_for("Ж", Face.TEXT) == pygame_font_file()


def test_a_package_without_its_file_counts_as_missing(tmp_path: Path) -> None:
    book = FontBook(find=lambda _: str(tmp_path), system=NoSystemFonts())
    assert len(book.missing) == len(Face)


def test_a_font_file_that_cannot_be_opened_is_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "Righteous-Regular.ttf").write_bytes(b"no font at all")
    book = FontBook(find=lambda _: str(tmp_path), system=NoSystemFonts())
    typesetter = Typesetter(book)
    picture = typesetter.render("Encore", Face.TITLE, 32, (255, 255, 255))
    assert picture.get_bounding_rect().width > 20
    assert typesetter.line_height(Face.TITLE, 32) > 10


def test_a_font_package_is_found_without_importing_it() -> None:
    found = "import sys; from game.ui.text.fonts import package_folder as p"
    check = "print(p('fontpkg_righteous') is not None, 'fontpkg_righteous' in sys.modules)"
    answer = subprocess.run(
        [sys.executable, "-c", f"{found}; {check}"], capture_output=True, text=True, check=True
    )
    assert answer.stdout.split()[-2:] == ["True", "False"]


def test_a_package_that_is_not_installed_has_no_folder() -> None:
    assert package_folder("no_such_font_package") is None


def test_open_fonts_are_bounded(book: FontBook) -> None:
    fonts = [book.font(book.file(Face.TEXT), px) for px in range(8, 8 + 2 * OPEN_FONTS)]
    assert len(set(map(id, fonts))) == 2 * OPEN_FONTS
    assert len(book._open) == OPEN_FONTS


class Answers:
    """Fontconfig, played by a list of files."""

    def __init__(self, *files: str) -> None:
        self.files = files
        self.asked = 0

    def __call__(self, *args: object, **kwargs: object) -> subprocess.CompletedProcess[bytes]:
        self.asked += 1
        file = self.files[min(self.asked, len(self.files)) - 1]
        return subprocess.CompletedProcess((), 0, stdout=file.encode())


def test_an_answer_of_fontconfig_is_believed_only_if_its_map_agrees(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(subprocess, "run", Answers(pygame_font_file()))
    system = SystemFonts("linux")
    assert system.file_for("日") is None
    assert system.file_for("a") == pygame_font_file()


def test_a_letter_that_nobody_knows_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = Answers(pygame_font_file())
    monkeypatch.setattr(subprocess, "run", answers)
    system = SystemFonts("linux")
    for _ in range(5):
        assert system.file_for("日") is None
    assert answers.asked == 1


def test_a_hostile_text_cannot_ask_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = Answers(pygame_font_file())
    monkeypatch.setattr(subprocess, "run", answers)
    system = SystemFonts("linux")
    for code in range(0x20000, 0x2A000, 0x80):
        system.file_for(chr(code))
    assert answers.asked < 60


def test_a_silent_fontconfig_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def silent(*args: object, **_: object) -> None:
        asked.append(args)
        raise subprocess.TimeoutExpired("fc-match", 1)

    monkeypatch.setattr(subprocess, "run", silent)
    system = SystemFonts("linux")
    assert [system.file_for(letter) for letter in "日ש★"] == [None] * 3
    assert len(asked) == 1


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_fonts_are_looked_up_by_name(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pygame.font

    looked: list[str] = []

    def match(name: str) -> str | None:
        looked.append(name)
        return pygame_font_file() if len(looked) == 3 else None

    monkeypatch.setattr(pygame.font, "match_font", match)
    system = SystemFonts(platform)
    assert system.file_for("é") == pygame_font_file()
    assert len(looked) == 3
    assert system.file_for("日") is None
    assert len(looked) > 10

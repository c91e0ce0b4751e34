from __future__ import annotations

import pytest

from game.ui.text.fonts import Face, FontBook
from game.ui.text.runs import visual_runs
from game.ui.text.scripts import script_of


@pytest.mark.parametrize(
    ("letter", "script"),
    [
        ("a", "Latn"),
        ("é", "Latn"),
        ("Ω", "Grek"),
        ("Ж", "Cyrl"),
        ("ש", "Hebr"),
        ("ع", "Arab"),
        ("ﷺ", "Arab"),
        ("क", "Deva"),
        ("ক", "Beng"),
        ("த", "Taml"),
        ("ไ", "Thai"),
        ("漢", "Hani"),
        ("か", "Hira"),
        ("한", "Hang"),
        ("1", ""),
        (" ", ""),
        ("“", ""),
        ("।", ""),
        ("\U0010ffff", ""),
    ],
)
def test_a_letter_knows_its_script(letter: str, script: str) -> None:
    assert script_of(letter) == script


def test_a_line_of_two_directions_is_cut_where_it_turns(book: FontBook) -> None:
    runs = visual_runs("אב 12 cd", Face.TEXT, book)
    read = ["".join(run.text.split()) for run in runs if run.text.strip()]
    assert read[0] == "cd"
    assert [run.rtl for run in runs if "א" in run.text] == [True]
    assert [run.rtl for run in runs if "1" in run.text] == [False]


def test_runs_carry_the_script_that_shapes_them(book: FontBook) -> None:
    scripts = {run.script for run in visual_runs("हिन्दी, عربي, latin", Face.TEXT, book)}
    assert {"Deva", "Arab", "Latn"} <= scripts


def test_letters_that_the_face_has_come_from_the_face(book: FontBook) -> None:
    runs = visual_runs("abc \U0010fffd abc", Face.TITLE, book)
    assert [run.file for run in runs] == [book.file(Face.TITLE), None, book.file(Face.TITLE)]


def test_a_base_is_drawn_without_the_mark_that_nobody_has(book: FontBook) -> None:
    (run,) = visual_runs("x\U0001e944", Face.TEXT, book)
    assert (run.text, run.file) == ("x", book.file(Face.TEXT))


def test_invisible_letters_alone_make_no_run(book: FontBook) -> None:
    assert visual_runs("\u200f\u200b", Face.TEXT, book) == []

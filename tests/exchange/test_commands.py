from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.cli import main
from game.packs.exchange.sheet import dealt, sheet
from game.packs.library import open_pack
from tests.exchange.bring import bring

ROOT = Path(__file__).resolve().parent.parent.parent
CARDS = "question,answer\nWho <b>sang</b> & hummed?,Ann\nWho drummed?,Bo\nWho sat?,Cy\nOff?,Di\n"


def test_import_writes_a_pack_that_opens_and_says_what_was_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "My Cards.csv"
    file.write_text(CARDS + ",Ed\n", encoding="utf-8")
    words = ["pack", "import", str(file), "--out", str(tmp_path), "--title", "Roofs: a quiz"]
    assert main(words) == 0
    out, err = capsys.readouterr()
    pack = open_pack(tmp_path / "roofs-a-quiz.yaml")
    assert (pack.title, len(pack.questions), pack.problems) == ("Roofs: a quiz", 4, ())
    assert out.startswith("4 entries carried over, 1 left out (listed above): 4 questions.\n")
    assert err == f"{file}:6:1: error: left out: the question is empty\n"
    assert main(words) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["import", "none.csv"], "encore: none.csv: there is no such file\n"),
        (["import", "x", "--from", "giff"], "no format is called 'giff' (did you mean 'gift'?)"),
        (["import", "x", "--name", "No!"], "'No!' is no name"),
        (["export", "almost-famous", "--out", "/none/x.zip"], "cannot be written"),
        (["export", "almost-famous", "--to", "kahoot"], "invalid choice: 'kahoot'"),
        (["print", "almost-famous", "--count", "0"], "--count is a number from 1 to 500, not 0"),
        (["print", "almost-famous", "--out", "/none/x.html"], "cannot be written"),
        (["print", "famous"], "there is no file and no pack 'famous'"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", *words]) == 2
    assert sentence in capsys.readouterr().err


def test_export_prints_where_no_file_is_named(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["pack", "export", "almost-famous", "--to", "csv"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"question,answer,wrong 1,wrong 2,wrong 3")


def test_print_gives_the_same_sheet_for_the_same_seed(tmp_path: Path) -> None:
    texts = []
    for number, seed in enumerate(("roof", "roof", "bus")):
        out = tmp_path / f"{number}.html"
        words = ["pack", "print", "almost-famous", "--count", "12", "--seed", seed]
        assert main([*words, "--out", str(out)]) == 0
        texts.append(out.read_text(encoding="utf-8"))
    assert texts[0] == texts[1]
    assert texts[0] != texts[2]


def test_the_answer_sheet_names_the_letter_under_which_the_answer_stands(tmp_path: Path) -> None:
    pack = bring(tmp_path, "a.csv", CARDS).pack
    cards = dealt(pack, 4, "roof")
    text = sheet(pack, cards, "roof")
    questions, _, answers = text.partition('<section class="answers">')
    letters = re.findall(r'<span class="box">([A-D])</span><div class="body"><b', answers)
    assert letters == ["ABCD"[card.key] for card in cards]
    assert questions.count('<p class="stem"') == len(cards) == 4
    assert "Who &lt;b&gt;sang&lt;/b&gt; &amp; hummed?" in questions
    assert "<b>sang" not in text


def test_the_sheet_needs_nothing_but_itself_and_parts_its_pages() -> None:
    pack = open_pack(ROOT / "questions" / "almost-famous.yaml", origin="shipped")
    text = sheet(pack, dealt(pack, 20, "roof"), "roof")
    assert not re.search(r"https?:|url\(|<link|<script|src=", text)
    assert "@media print" in text
    assert "size: A4" in text
    assert "break-before: page" in text
    assert text.count("<h2>") == 4
    assert "seed roof" in text

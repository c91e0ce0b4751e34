from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from game.cli import main
from game.packs.exchange.sheet import dealt, sheet
from game.packs.library import open_pack
from tests.exchange.bring import bring

ROOT = Path(__file__).resolve().parent.parent.parent
FILM = ROOT / "questions" / "almost-famous.yaml"
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


def test_the_sheet_needs_nothing_but_itself_and_takes_whatever_paper_there_is() -> None:
    pack = open_pack(FILM, origin="shipped")
    text = sheet(pack, dealt(pack, 20, "roof"), "roof")
    assert not re.search(r"https?:|url\(|<link|<script|src=", text)
    assert "@media print" in text
    assert "size: " not in re.findall(r"@page \{.*?\}", text)[0]
    assert "main .round + .round { break-before: page" in text
    assert ".answers { break-before: page" in text
    assert "seed roof" in text


@pytest.mark.parametrize(
    ("count", "rounds"), [(1, [1]), (10, [10]), (12, [6, 6]), (20, [10, 10]), (23, [8, 8, 7])]
)
def test_every_round_is_of_ten_at_most_and_has_a_line_for_its_points(
    count: int, rounds: list[int]
) -> None:
    pack = open_pack(FILM, origin="shipped")
    text = sheet(pack, dealt(pack, count, "roof"), "roof")
    questions, _, answers = text.partition('<section class="answers">')
    pages = questions.split("<section")[1:]
    assert [page.count('<p class="stem"') for page in pages] == rounds
    assert [int(points) for points in re.findall(r"</i> of (\d+)<", questions)] == rounds
    assert answers.count('<section class="round">') == len(rounds)


def test_every_answer_stands_with_its_question() -> None:
    pack = open_pack(FILM, origin="shipped")
    cards = dealt(pack, 20, "roof")
    answers = sheet(pack, cards, "roof").partition('<section class="answers">')[2]
    asked = re.findall(r'<span class="asked" dir="auto">(.*?)</span>', answers)
    assert [unescape(stem) for stem in asked] == [card.question.stem for card in cards]


@pytest.mark.parametrize("seed", ["roof", "bus", "1"])
def test_no_two_questions_of_one_template_stand_side_by_side(seed: str) -> None:
    pack = open_pack(FILM, origin="shipped")
    cards = dealt(pack, 20, seed)
    for part in (cards[:10], cards[10:]):
        kinds = [card.question.template for card in part]
        most = max(kinds.count(kind) for kind in kinds if kind != "by hand")
        assert most <= 5
        assert not [a for a, b in pairwise(kinds) if a == b != "by hand"]


def test_a_round_of_long_questions_is_set_smaller(tmp_path: Path) -> None:
    pack = bring(tmp_path, "a.csv", CARDS).pack
    assert 'class="round"' in sheet(pack, dealt(pack, 4, "roof"), "roof").partition('answers">')[0]
    rows = "".join(f"Who {'very ' * 40}hummed {'la' * at}?,Ann{at}\n" for at in range(1, 11))
    pack = bring(tmp_path, "c.csv", "question,answer\n" + rows).pack
    assert 'class="round tight"' in sheet(pack, dealt(pack, 10, "roof"), "roof")


def test_print_says_what_it_wrote_and_replaces_a_sheet_only_when_told_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cards.csv").write_text(CARDS, encoding="utf-8")
    assert main(["pack", "import", str(tmp_path / "cards.csv"), "--out", str(tmp_path)]) == 0
    capsys.readouterr()
    out = tmp_path / "q.html"
    words = ["pack", "print", str(tmp_path / "cards.yaml"), "--seed", "1", "--out", str(out)]
    assert main([*words, "--count", "4"]) == 0
    assert capsys.readouterr() == (f"Written: {out}, 4 questions.\n", "")
    out.write_text("mine", encoding="utf-8")
    assert main(words) == 2
    assert f"{out} is there already; name another file with --out" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "mine"
    assert main([*words, "--replace"]) == 0
    said, short = capsys.readouterr()
    assert said == f"Written: {out}, 4 questions.\n"
    assert short == "You asked for 20; the pack has 4 that do not overlap.\n"
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import main
from tests.packs.packing import HEADER, QUESTION

BAD = """format: 1
title: Bad
questions:
  - ask: What is up?
    anwser: The sky
    wrong: [A, B]
"""


@pytest.fixture
def good(tmp_path: Path) -> str:
    path = tmp_path / "good.yaml"
    path.write_text(HEADER + QUESTION, "utf-8")
    return str(path)


@pytest.fixture
def bad(tmp_path: Path) -> str:
    path = tmp_path / "bad.yaml"
    path.write_text(BAD, "utf-8")
    return str(path)


def test_a_clean_pack_ends_with_zero_and_a_summary(
    good: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "check", good]) == 0
    said = capsys.readouterr().out
    assert "1 question\n" in said
    assert "0 errors, 0 warnings" in said


def test_an_error_ends_with_one_and_points_at_it(
    bad: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "check", bad]) == 1
    lines = capsys.readouterr().out.splitlines()
    at = lines.index(
        f"{bad}:5:5: error: question 1: nothing is called `anwser` here (did you mean `answer`?)"
    )
    assert lines[at + 1 : at + 3] == ["    anwser: The sky", "    ^"]


def test_warnings_alone_count_only_when_strict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plain.yaml"
    path.write_text("format: 1\ntitle: Plain\n" + QUESTION, "utf-8")
    assert main(["pack", "check", str(path)]) == 0
    assert main(["pack", "check", "--strict", str(path)]) == 1
    assert "licence: CC-BY-4.0" in capsys.readouterr().out


def test_what_is_not_there_ends_with_two_and_one_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["pack", "check", "almost-famos"]) == 2
    assert capsys.readouterr().err == (
        "encore: there is no file and no pack 'almost-famos' (did you mean 'almost-famous'?)\n"
    )


def test_json_is_one_object_a_line(bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["pack", "check", "--format", "json", bad])
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert list(first) == ["file", "line", "column", "severity", "code", "message", "help"]


def test_github_gets_annotations(bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["pack", "check", "--format", "github", bad])
    lines = capsys.readouterr().out.splitlines()
    assert f"::error file={bad},line=5,col=5,title=unknown::question 1: nothing is" in lines[0]


def test_show_prints_a_question_as_json(good: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "show", good, "--format", "json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    shown = json.loads(line)
    assert list(shown) == [
        "id", "stem", "options", "key", "level", "facts", "template", "why"
    ]  # fmt: skip
    assert shown["key"] == "The sky"
    assert "The sky" in shown["options"]
    assert len(shown["options"]) == 4


def test_show_finds_one_question(good: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["pack", "show", good, "--format", "json"])
    name = json.loads(capsys.readouterr().out)["id"]
    assert main(["pack", "show", good, "--question", name]) == 0
    assert main(["pack", "show", good, "--question", "nothing"]) == 2


def test_the_shipped_packs_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "check", "--strict"]) == 0
    assert main(["pack", "list"]) == 0
    assert re.search("almost-famous +Almost Famous", capsys.readouterr().out)


@pytest.mark.parametrize(
    "words", [["pack"], ["pack", "chek"], ["nonsense"], ["pack", "check", "\0"]]
)
def test_a_mistake_is_one_sentence_and_two(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    said = capsys.readouterr().err
    assert said.startswith("encore: ")
    assert said.count("\n") == 1


def test_checking_packs_never_imports_pygame(good: str) -> None:
    code = (
        "import sys; from game.cli import main; main(['pack', 'check', sys.argv[1]]);"
        "main(['pack', 'show', sys.argv[1]]); main(['pack', 'list']);"
        "sys.exit('pygame' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, good], capture_output=True, check=False)
    assert done.returncode == 0


def test_the_command_line_imports_neither_yaml_nor_argparse_by_itself() -> None:
    code = "import sys, game.cli; sys.exit(bool({'yaml', 'argparse', 'json'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

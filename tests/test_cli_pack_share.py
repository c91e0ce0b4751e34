from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.cli import letters, main
from game.cli.letters import Letters
from game.packs import library
from game.packs.library import check_pack
from game.packs.schema import FILE, MODELINE
from game.ui.text import fonts
from tests.packs.packing import HEADER, QUESTION

ROOT = Path(__file__).resolve().parent.parent
TEXT = HEADER + QUESTION


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The player's own folder, and another one to stand in."""
    folder = tmp_path / "data" / "packs"
    monkeypatch.setattr(library, "own_folder", lambda: folder)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return folder


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What somebody types on a terminal, and in the end what they were asked."""
    answers: list[str] = []
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        if not answers:
            raise EOFError
        return answers.pop(0)

    monkeypatch.setattr("builtins.input", ask)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    yield answers
    assert len(asked) <= 2


@pytest.mark.parametrize("kind", ["simple", "bank"])
def test_a_new_pack_plays_and_the_checker_has_nothing_to_say(kind: str, own: Path) -> None:
    assert main(["pack", "new", "my-pack", "--kind", kind, "--title", "Mine: #1"]) == 0
    pack = check_pack(own / "my-pack.yaml")
    assert pack.problems == ()
    assert pack.title == "Mine: #1"
    assert len(pack.questions) >= 5


def test_a_new_pack_begins_with_the_line_for_editors_and_the_schema_lies_beside_it(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "new", "my-pack"]) == 0
    said = capsys.readouterr().out
    assert f"Written: {own / 'my-pack.yaml'}\n" in said
    assert "Then:  encore pack check my-pack\nAnd:   encore play --pack my-pack\n" in said
    first = (own / "my-pack.yaml").read_text("utf-8").splitlines()[0]
    assert first == MODELINE
    assert (own / FILE).is_file()


def test_next_steps_name_ones_own_pack_where_one_of_that_name_ships(
    own: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["pack", "new", "almost-famous"])
    assert "encore pack check own:almost-famous\n" in (own / "almost-famous.yaml").read_text(
        "utf-8"
    )
    assert "encore play --pack own:almost-famous" in capsys.readouterr().out


def test_here_means_the_folder_one_stands_in(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "new", "my-pack", "--here"]) == 0
    assert "encore pack check my-pack.yaml\n" in Path("my-pack.yaml").read_text("utf-8")
    assert check_pack(Path("my-pack.yaml")).title == "My pack"
    assert "encore pack install my-pack.yaml" in capsys.readouterr().out
    assert not own.exists()


@pytest.mark.parametrize(
    "there", ["my-pack.yaml", "my-pack.yml", "my-pack.zip", "my-pack/pack.yaml"]
)
def test_nothing_is_overwritten(there: str, own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = own / there
    path.parent.mkdir(parents=True)
    path.write_text("mine", "utf-8")
    assert main(["pack", "new", "my-pack"]) == 2
    assert "is there already; choose another name" in capsys.readouterr().err
    assert [each.name for each in own.iterdir()] == [there.partition("/")[0]]
    assert path.read_text("utf-8") == "mine"


def test_a_schema_that_is_there_is_left_alone_by_new_and_renewed_by_install(own: Path) -> None:
    own.mkdir(parents=True)
    (own / FILE).write_text("mine", "utf-8")
    main(["pack", "new", "my-pack"])
    assert (own / FILE).read_text("utf-8") == "mine"
    assert main(["pack", "schema", "--install"]) == 0
    assert json.loads((own / FILE).read_text("utf-8"))["type"] == "object"


@pytest.mark.parametrize("name", ["My Pack", "../x", "", "a_b", "x" * 300, "ü"])
def test_a_name_that_is_none_is_refused(
    name: str, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "new", name]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not own.exists()


def test_on_a_terminal_two_questions_are_asked(typed: list[str], own: Path) -> None:
    typed += ["Roofs and pools", "2"]
    assert main(["pack", "new", "roofs"]) == 0
    pack = check_pack(own / "roofs.yaml")
    assert pack.title == "Roofs and pools"
    assert "songs" in pack.bank.tables


def test_enter_alone_takes_what_is_usual(typed: list[str], own: Path) -> None:
    typed += ["", ""]
    assert main(["pack", "new", "my-roofs"]) == 0
    pack = check_pack(own / "my-roofs.yaml")
    assert (pack.title, pack.bank.tables) == ("My roofs", {})


@pytest.mark.parametrize("answers", [[], ["A title"], ["A title", "3"]])
def test_an_answer_that_is_none_writes_nothing(
    answers: list[str], typed: list[str], own: Path
) -> None:
    typed += answers
    assert main(["pack", "new", "roofs"]) == 2
    assert not own.exists()


def test_the_schema_is_printed_or_written_where_it_is_wanted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["pack", "schema"]) == 0
    printed = capsys.readouterr().out
    assert json.loads(printed)["additionalProperties"] is False
    assert main(["pack", "schema", "--out", "s.json"]) == 0
    assert Path("s.json").read_text("utf-8") == printed
    assert "$schema=s.json" in capsys.readouterr().out


def test_a_pack_is_exported_sent_and_installed(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("roofs.yaml").write_text(TEXT, "utf-8")
    assert main(["pack", "export", "roofs.yaml"]) == 0
    assert main(["pack", "install", "roofs.zip"]) == 0
    said = capsys.readouterr().out
    assert "A pack\n  by A. Fan · licence CC0-1.0 · en\n  1 question: easy 1\n" in said
    assert "  0 errors, 0 warnings\n" in said
    assert f"Kept: {own / 'roofs.yaml'}\nNext: encore play --pack own:roofs\n" in said
    assert main(["pack", "show", "roofs"]) == 0


def test_export_overwrites_only_a_file_that_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("roofs.yaml").write_text(TEXT, "utf-8")
    Path("roofs.zip").write_bytes(b"mine")
    assert main(["pack", "export", "roofs.yaml"]) == 2
    assert "name another file with --out" in capsys.readouterr().err
    assert Path("roofs.zip").read_bytes() == b"mine"
    assert main(["pack", "export", "roofs.yaml", "--out", "roofs.zip"]) == 0
    assert len(library.open_pack(Path("roofs.zip")).questions) == 1


def test_a_second_install_says_how_to_replace(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("roofs.yaml").write_text(TEXT, "utf-8")
    assert main(["pack", "install", "roofs.yaml"]) == 0
    assert main(["pack", "install", "roofs.yaml"]) == 2
    assert "--replace puts this one in its place\n" in capsys.readouterr().err
    assert main(["pack", "install", "roofs.yaml", "--replace"]) == 0
    assert [path.name for path in own.iterdir()] == ["roofs.yaml"]


def test_a_pack_comes_in_on_the_standard_input(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["pack", "install", "-"]) == 0
    assert (own / "a-pack.yaml").read_text("utf-8") == TEXT


def test_a_broken_pack_is_shown_with_its_problems_and_not_kept(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("bad.yaml").write_text("format: 1\n" + QUESTION, "utf-8")
    assert main(["pack", "install", "bad.yaml"]) == 2
    out, err = capsys.readouterr()
    assert "bad.yaml:1:1: error: `title` is missing\n" in out
    assert err == "encore: this cannot be played and is not kept: `title` is missing\n"
    assert not own.exists()


def test_the_quiz_of_another_program_is_sent_to_import(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("cards.csv").write_text("question,answer\nWho?,Ann\n", "utf-8")
    assert main(["pack", "install", "cards.csv"]) == 2
    assert "`encore pack import` takes the quizzes of other programs" in capsys.readouterr().err


def test_check_names_a_character_that_nobody_will_see(
    capsys: pytest.CaptureFixture[str],
) -> None:
    # A sign of the private use area: what a font has there, another has not.
    Path("odd.yaml").write_text(TEXT.replace("The sea", "The \U0010f123"), "utf-8")
    assert main(["pack", "check", "odd.yaml"]) == 0
    said = "warning: no font of the game can show '\\U0010f123' (U+10F123)"
    assert said in capsys.readouterr().out


def test_letters_of_the_games_own_fonts_are_known() -> None:
    known = Letters()
    assert [char for char in "aÄßŁñ“’…–αЖ" if not known.drawable(char)] == []
    assert known.drawable("\u200d")


def test_where_no_one_can_be_asked_the_fonts_of_the_system_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    font = next(fonts.installed())
    (tmp_path / "deep").mkdir()
    shutil.copy(font, tmp_path / "deep" / "Any.TTF")
    monkeypatch.setattr(letters, "_FOLDERS", {sys.platform: (str(tmp_path),)})
    monkeypatch.setattr(fonts, "installed", lambda: iter(()))
    known = Letters()
    assert known.drawable("A")
    assert not known.drawable("\U0010f123")


def test_without_any_font_every_letter_is_named_and_no_more_than_five(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(TEXT, "utf-8")
    pack = check_pack(path, drawable=Letters(lambda: iter(())).drawable)
    said = [problem.message for problem in pack.problems]
    assert len(said) == 5
    assert said[-1].endswith("others")


def test_writing_and_sharing_packs_never_imports_pygame(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from game.packs import library;"
        "own = Path(sys.argv[1]); pack, zipped = str(own / 'a.yaml'), str(own.parent / 'b.zip');"
        "library.own_folder = lambda: own; from game.cli import main;"
        "main(['pack', 'new', 'a']); main(['pack', 'check', pack]);"
        "main(['pack', 'export', pack, '--out', zipped]); main(['pack', 'install', zipped]);"
        "main(['pack', 'schema']); sys.exit('pygame' in sys.modules)"
    )
    words = [sys.executable, "-c", code, str(tmp_path / "own")]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert {"a.yaml", "b.yaml"} <= {path.name for path in (tmp_path / "own").iterdir()}

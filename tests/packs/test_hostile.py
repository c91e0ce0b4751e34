"""Strangers' files: no exception, no hang, always an answer."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.packs.library import check_pack, open_pack, shelf
from game.packs.problem import printable
from game.packs.recovery import read as read_nodes
from game.packs.report import MOST, Report
from game.packs.source import Unreadable, read_text
from tests.packs.packing import BANK, HEADER, QUESTION, read

GOOD = HEADER + BANK + "complete: []\n" + QUESTION
BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
)
HOSTILE = {
    "brackets": "[" * 100_000,
    "braces": "{a: " * 50_000,
    "dashes": "- " * 100_000,
    "laughs": BOMB,
    "nul": "\0" * 10_000,
    "scalar": "a: " + "x" * 2_000_000,
    "quotes": '"' * 100_001,
    "colons": ": " * 50_000,
    "questions": "? " * 50_000,
    "anchors": "&a " * 50_000,
    "percents": "%" * 50_000,
    "lines": "\n" * 200_000,
    "stairs": "\n".join(" " * n + "a:" for n in range(1_000)),
    "keys": "format: 1\n" * 1_000,
    "sixty": "a: " + ":".join(["1"] * 3_000),
    "broken-entries": "questions:\n" + "  - ask: [\n" * 3_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_refused_in_words(name: str) -> None:
    pack = read(HOSTILE[name])
    assert not pack.playable
    assert 1 <= len(pack.problems) <= MOST + 1


def test_a_pack_cut_anywhere_is_read_as_far_as_it_goes() -> None:
    for length in range(0, len(GOOD), 7):
        read(GOOD[:length])


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_get_an_answer(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(data)
    assert open_pack(path).problems


PIECES = st.sampled_from(
    [
        "questions:",
        "bank:",
        "ask:",
        "answer:",
        "templates:",
        "people:",
        "decoys:",
        "wrong:·[a,b,c]",
        "near:·name",
        "each:·people",
        "complete:·[people.name]",
        "not:·true",
        "level:·2",
        "aka:·[b]",
        "{name}",
        "[gap]",
        "|gap",
        "only:·",
        "-",
        "·",
        "··",
        "↵",
        "↵",
        "↵·",
        "{",
        "}",
        "[",
        "]",
        '"',
        "'",
        "#",
        ":·",
        "&a",
        "*a",
        "!t",
        "name:·x",
        "··-·",
        "---",
        "...",
        "%",
        "|",
        ">",
        "é",
    ]
).map(lambda piece: piece.replace("·", " ").replace("↵", "\n"))


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_pieces_of_packs_get_an_answer(pieces: list[str]) -> None:
    pack = read(HEADER + "".join(pieces))
    assert pack.questions or pack.problems


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.text(max_size=3))
def test_a_pack_with_a_typing_error_anywhere_gets_an_answer(at: int, typed: str) -> None:
    pack = read(GOOD[:at] + typed.encode("utf-8", "replace").decode() + GOOD[at + 1 :])
    assert pack.questions or pack.problems


def test_paths_that_branch_again_and_again_are_refused() -> None:
    rows = "".join(
        f"    r{n}: {{name: Row {n}, next: [{', '.join(f'r{m}' for m in range(40) if m != n)}]}}\n"
        for n in range(40)
    )
    path = "next." * 7 + "name"
    template = f'templates: [{{each: rows, ask: "{{name}}?", answer: {path}}}]'
    pack = read(f"{HEADER}bank:\n  rows:\n{rows}{template}\n")
    assert [problem.code for problem in pack.problems] == ["many"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_pack_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert open_pack(tmp_path / "pipe.yaml").problems[0].code == "not-a-file"
    assert [entry.title for entry in shelf(tmp_path)] == ["pipe"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text(GOOD, "utf-8")
    try:
        (tmp_path / "link.yaml").symlink_to(tmp_path / "real.yaml")
    except OSError:
        pytest.skip("links cannot be made here")
    assert open_pack(tmp_path / "link.yaml").problems[0].code == "link"


def test_a_file_over_its_bound_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * 2_000)
    with pytest.raises(Unreadable, match="at most"):
        read_text(path, largest=1_000)


def test_a_folder_is_no_pack_and_a_missing_file_is_said(tmp_path: Path) -> None:
    assert open_pack(tmp_path).problems[0].code == "missing"
    assert check_pack(tmp_path / "none.yaml").problems[0].code == "missing"


def test_one_byte_order_mark_is_allowed_and_text_is_composed(tmp_path: Path) -> None:
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + "title: Cafe\u0301".encode())
    assert read_text(path) == "title: Caf\u00e9"


def test_control_characters_are_escaped_before_they_reach_a_terminal() -> None:
    assert printable("a\0b\x1b[2J\x7f\u202e\n") == "a\\x00b\\x1b[2J\\x7f\\u202e "


def test_both_parsers_of_pyyaml_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    texts = ["a: [1", 'a: "x', "a: b: c", "a: @x", "- a\nb: c", "a: {x: 1", "a\nb: c", "a: *"]

    def codes() -> list[str]:
        found = []
        for text in texts:
            report = Report("a.yaml", text)
            read_nodes(report)
            found.append(report.problems[0].code)
        return found

    fast = codes()
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert codes() == fast

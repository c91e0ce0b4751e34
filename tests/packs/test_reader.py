from __future__ import annotations

import pytest

from game.packs.nodes import Mapping, Scalar, Sequence
from game.packs.reader import DEEPEST
from game.packs.recovery import read
from game.packs.report import Report


def value(text: str) -> str:
    """The scalar that `v: text` is read as."""
    report = Report("a.yaml", f"v: {text}\n")
    root = read(report)
    assert report.problems == []
    assert isinstance(root, Mapping)
    node = root.pairs["v"][1]
    assert isinstance(node, Scalar)
    return node.text


@pytest.mark.parametrize(
    "typed",
    ["No", "yes", "07", "1:30", "3.10", "2004-05-06", "null", "~", "1e3", "0x1F", ".inf", "1_000"],
)
def test_every_scalar_is_text_as_it_was_typed(typed: str) -> None:
    assert value(typed) == typed


@pytest.mark.parametrize("sign", ["👨‍👩‍👧", "❤️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "שלום\u200f", "می‌خواهم"])
def test_joiners_selectors_and_flag_tags_stay(sign: str) -> None:
    assert value(sign) == sign


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [("hard  # really", "hard"), ('"a #1 hit" # one', "a #1 hit"), ("C#", "C#"), ("a#b", "a#b")],
)
def test_a_clear_comment_is_a_comment(typed: str, read_as: str) -> None:
    assert value(typed) == read_as


@pytest.mark.parametrize("typed", ["a #1 hit", "a # b", "a  #b", "#1 hit"])
def test_text_behind_a_sharp_is_never_lost_silently(typed: str) -> None:
    report = Report("a.yaml", f"v: {typed}\n")
    read(report)
    assert [problem.code for problem in report.problems] == ["swallowed"]


def test_nodes_know_their_line_and_column() -> None:
    root = read(Report("a.yaml", "a: 1\nb:\n  - x\n  - ü y\n"))
    assert isinstance(root, Mapping)
    listed = root.pairs["b"][1]
    assert isinstance(listed, Sequence)
    assert (listed.items[1].mark.line, listed.items[1].mark.column) == (4, 5)


def test_the_deepest_nesting_is_read_and_one_more_refused() -> None:
    def problems(depth: int) -> int:
        report = Report("a.yaml", "[" * depth + "]" * depth)
        read(report)
        return len(report.problems)

    assert (problems(DEEPEST), problems(DEEPEST + 1)) == (0, 1)


def test_two_broken_entries_are_both_named_and_the_one_between_is_read() -> None:
    report = Report("a.yaml", "q:\n  - a: [1\n  - a: 2\n  - a: x: y\n  - a: 3\n")
    root = read(report)
    assert [problem.line for problem in report.problems] == [2, 4]
    assert isinstance(root, Mapping)
    listed = root.pairs["q"][1]
    assert isinstance(listed, Sequence)
    assert sum(isinstance(item, Mapping) for item in listed.items) == 2


def test_a_thousand_repeated_keys_are_told_within_bounds() -> None:
    report = Report("a.yaml", "a: 1\n" * 1000)
    read(report)
    assert len(report.problems) == 201
    assert "more" in report.problems[-1].message

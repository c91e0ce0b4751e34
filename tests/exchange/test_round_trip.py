"""Import, export and import again give the same questions."""

from __future__ import annotations

import html
import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.packs.exchange.clean import shows_media, tidy
from game.packs.exchange.csv_text import written
from game.packs.exchange.incoming import Incoming, incoming
from game.packs.exchange.items import Item
from game.packs.exchange.notes import Unusable
from game.packs.exchange.outgoing import TARGETS, outgoing
from game.packs.library import open_pack
from game.packs.pack import Pack
from game.packs.parse import parse_pack
from game.packs.report import Report
from game.packs.writer import scalar, yaml_text
from game.rules.question import Question
from game.rules.words import alike, plain
from tests.exchange.bring import bring

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = {"gift": "a.gift", "aiken": "a.aiken", "csv": "a.csv", "anki": "a.txt"}
SIGNS = "abcAB 019 .,:;!?'\"#=~{}[]()%\\/|-_*&<>@`$^+“’éßя語🎸"


def _fits(text: str) -> bool:
    """Whether the text is one that every format leaves alone."""
    return bool(text) and html.unescape(text) == text and not shows_media(text)


TEXTS = st.text(SIGNS, min_size=1, max_size=24).map(tidy).filter(_fits)


@st.composite
def items(draw: st.DrawFn) -> Item:
    options = draw(st.lists(TEXTS, min_size=3, max_size=6, unique_by=alike))
    many = draw(st.integers(0, 1))
    ask, why = draw(TEXTS), draw(st.one_of(st.just(""), TEXTS))
    if draw(st.booleans()):
        return Item(ask, tuple(options[:1]), (), why, draw(st.integers(1, 3)))
    right = 1 + (many if len(options) > 3 else 0)
    return Item(ask, tuple(options[:right]), tuple(options[right:]), why, draw(st.integers(1, 3)))


LISTS = st.lists(items(), min_size=4, max_size=8, unique_by=lambda item: plain(item.ask))


def _again(pack: Pack, target: str, folder: Path) -> Incoming:
    text, _ = outgoing(pack, target)
    path = folder / NAMES[target]
    path.write_text(text, encoding="utf-8")
    return incoming(path, "again", {"anki": "csv"}.get(target, target))


def _told(question: Question, target: str) -> tuple[object, ...]:
    key, wrong = question.key.text, frozenset(option.text for option in question.wrong)
    if target == "aiken":
        return question.stem, key, wrong
    return question.stem, key, wrong, question.why, question.level


@pytest.mark.parametrize("target", ["gift", "aiken", "csv", "anki"])
@settings(max_examples=40, deadline=None)
@given(entries=LISTS)
def test_what_comes_in_goes_out_and_comes_in_the_same(target: str, entries: list[Item]) -> None:
    if target == "aiken":
        entries = [item for item in entries if item.wrong]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "first.csv").write_text(written(entries), encoding="utf-8")
        try:
            first = incoming(folder / "first.csv", "first", "csv")
        except Unusable:
            assume(False)
        if target == "gift":
            assume(not any("->" in q.key.text for q in first.pack.questions))
        _, notes = outgoing(first.pack, target)
        assume(not notes.left_out)
        second = _again(first.pack, target, folder)
        third = _again(second.pack, target, folder)
    once = {_told(question, target) for question in first.pack.questions}
    assert {_told(question, target) for question in second.pack.questions} == once
    assert {_told(question, target) for question in third.pack.questions} == once


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=60).map(tidy).filter(bool))
def test_a_text_that_is_written_is_read_back_word_for_word(text: str) -> None:
    tree = {"format": "1", "title": text, "authors": [text, "Bo"]}
    report = Report("a.yaml", yaml_text(tree))
    pack = parse_pack(report, name="a", path=Path("a.yaml"), origin="own", art=())
    assert (pack.title, pack.authors) == (text, (text, "Bo")), yaml_text(tree)


@pytest.mark.parametrize(
    ("text", "flow", "told"),
    [
        ("A lake", True, "A lake"),
        ("Ann, Bo", False, "Ann, Bo"),
        ("Ann, Bo", True, '"Ann, Bo"'),
        ("No", False, '"No"'),
        ("Who is #1?", False, '"Who is #1?"'),
        ("C# or D", False, "C# or D"),
        ("Mission: Impossible", False, '"Mission: Impossible"'),
        ("at 1:30", False, "at 1:30"),
        ('"Heroes"', False, '"\\"Heroes\\""'),
        ("- none", False, '"- none"'),
        ("07", False, "07"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, flow: bool, told: str) -> None:
    assert scalar(text, flow=flow) == told


@pytest.mark.parametrize("target", list(TARGETS))
def test_a_shipped_pack_loses_no_question_on_its_way_out_and_in(
    target: str, tmp_path: Path
) -> None:
    pack = open_pack(ROOT / "questions" / "almost-famous.yaml", origin="shipped")
    again = _again(pack, target, tmp_path)
    assert {question.id for question in again.pack.questions} == {q.id for q in pack.questions}
    assert not [p for p in again.problems if p.severity == "error"]


def test_a_bank_of_cards_goes_out_without_wrong_options_where_the_format_knows_cards(
    tmp_path: Path,
) -> None:
    pack = bring(tmp_path, "a.csv", "question,answer\nOne?,Ann\nTwo?,Bo\nThree?,Cy\n").pack
    assert outgoing(pack, "csv")[0].split("\n")[0] == "question,answer"
    assert "=Ann" in outgoing(pack, "gift")[0]
    assert "~" not in outgoing(pack, "gift")[0]
    assert outgoing(pack, "aiken")[0].count("ANSWER:") == 3

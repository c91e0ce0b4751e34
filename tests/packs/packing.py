"""Packs for tests, from their text."""

from __future__ import annotations

from pathlib import Path

from game.packs.library import ILLUSTRATIONS, check_pack
from game.packs.pack import Pack
from game.packs.parse import parse_pack
from game.packs.report import Report

HEADER = "format: 1\ntitle: A pack\nauthors: [A. Fan]\nlicence: CC0-1.0\n"
QUESTION = """questions:
  - ask: What is up?
    answer: The sky
    wrong: [The sea, The road, The lift]
"""
BANK = """bank:
  people:
    russell: {name: Russell Hammond, actor: Billy Crudup, kind: band}
    lester: {name: Lester Bangs, actor: Philip Seymour Hoffman, kind: press}
    penny: {name: Penny Lane, actor: Kate Hudson, kind: fan}
    william: {name: William Miller, actor: Patrick Fugit, kind: press}
"""


def read(text: str) -> Pack:
    """The pack that `text` is, as far as it can be read."""
    report = Report("a.yaml", text)
    return parse_pack(report, name="a", path=Path("a.yaml"), origin="own", art=ILLUSTRATIONS)


def warned(text: str, folder: Path) -> set[str]:
    """The codes of all that could be better about the pack."""
    path = folder / "a.yaml"
    path.write_text(text, "utf-8")
    return {p.code for p in check_pack(path).problems if p.severity == "warning"}


def messages(pack: Pack) -> list[str]:
    """What is wrong with the pack."""
    return [problem.message for problem in pack.problems]

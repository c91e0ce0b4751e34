"""Packs written for a test, on a rack of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.rack import Rack
from tests.packs.packing import HEADER

if TYPE_CHECKING:
    from pathlib import Path

CAST = (
    ("Russell", "Billy Crudup"),
    ("Lester", "Philip Seymour Hoffman"),
    ("Penny", "Kate Hudson"),
    ("William", "Patrick Fugit"),
    ("Elaine", "Frances McDormand"),
    ("Anita", "Zooey Deschanel"),
)


def shelf(folder: Path, text: str) -> Rack:
    """A rack with one pack, `small`, that ships with the game."""
    folder.mkdir(exist_ok=True)
    (folder / "small.yaml").write_text(HEADER + text, encoding="utf-8")
    return Rack(folder, None)


def cast(count: int = 6) -> str:
    """So many facts, each asked in two forms: who plays whom, and which part is whose."""
    rows = "".join(
        f"    p{n}: {{name: {name}, actor: {actor}}}\n"
        for n, (name, actor) in enumerate(CAST[:count])
    )
    return f"bank:\n  people:\n{rows}"


def by_hand(count: int) -> str:
    """So many questions, each about a fact of its own, as many easy as medium as hard."""
    return "questions:\n" + "".join(
        f"  - ask: What is number {n} called?\n"
        f"    answer: Name {n}\n"
        f"    wrong: [Nobody, Nothing, Nowhere]\n"
        f"    level: {n % 3 + 1}\n"
        for n in range(count)
    )

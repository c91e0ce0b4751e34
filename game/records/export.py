"""Every turn as a line of a table that any spreadsheet opens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from game.records.coding import from_text
from game.rules.deal import Card

if TYPE_CHECKING:
    from game.records.history import Read

HEADINGS = (
    "match", "day", "time", "pack", "kind", "mode", "clock", "player", "question", "answer",
    "picked", "right", "seconds", "level",
)  # fmt: skip

_SQL = (
    "SELECT match.number, turn.at, match.pack, match.kind, match.mode, match.clock, match.players,"
    " turn.seat, card.card, turn.pick, turn.correct, turn.ms FROM turn"
    " JOIN match ON match.id = turn.match"
    " JOIN card ON card.match = turn.match AND card.number = turn.card"
    " WHERE turn.correct IS NOT NULL ORDER BY turn.id"
)


def export(read: Read, path: Path) -> None:
    """Write the table, whole or not at all; UTF-8 with the mark that spreadsheets look for.

    Raises:
        OSError: when it cannot be written.
    """
    import csv

    half = path.with_name(path.name + ".half")
    try:
        with half.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
            table = csv.writer(file)
            table.writerow(HEADINGS)
            table.writerows(map(plain, line) for line in _lines(read))
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def plain(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: packs and names are strangers' text."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _lines(read: Read) -> Iterator[tuple[str, ...]]:
    from game.records.history import sound

    yield from sound(_line, read(_SQL, ()))


def _line(row: tuple[object, ...]) -> tuple[str, ...]:
    from game.records.files import stamp

    number, at, pack, kind, mode, clock, players, seat, text, pick, right, ms = row
    card = from_text(Card, str(text))
    names = from_text(list[str], str(players))
    if not isinstance(at, int) or not isinstance(seat, int) or not isinstance(ms, int):
        raise TypeError("a number is missing")
    when = stamp(at)
    picked = card.options[pick].text if isinstance(pick, int) else ""
    clock_time = f"{when[11:13]}:{when[13:15]}:{when[15:17]}"
    return (
        str(number), when[:10], clock_time, str(pack), str(kind), str(mode), str(clock),
        str(names[seat]), card.question.stem, card.question.key.text, picked,
        "yes" if right else "no", f"{ms / 1000:.3f}" if picked else "", str(card.question.level),
    )  # fmt: skip

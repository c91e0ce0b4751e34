"""The review file of a pack: questions that players found wrong, for whoever mends the pack."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.rules.deal import Card

FOLDER = "review"
# A file that only grows is bounded; who disputes so much has made the point.
_LARGEST = 1_000_000


def note(folder: Path, pack_id: str, fingerprint: str, seed: str, card: Card) -> Path | None:
    """Append a disputed question; the file, or None where it cannot be written.

    `folder` is the player's data folder. The note names the command that
    shows the question again.
    """
    name = pack_id.replace(":", "-")
    path = folder / FOLDER / f"{name}.txt"
    lines = [
        f"question {card.question.id}  (pack {pack_id}, version {fingerprint[:8]}, seed {seed})",
        f"  asked:  {card.question.stem}",
        *(
            f"  {'right' if place == card.key else 'wrong'}:  {option.text}"
            for place, option in enumerate(card.options)
        ),
        f"  again:  encore pack show {pack_id} --question {card.question.id}",
        "",
    ]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST:
            return None
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write("\n".join(lines) + "\n")
    except OSError:
        return None
    return path

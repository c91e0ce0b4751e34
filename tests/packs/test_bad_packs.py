"""Every pack in `bad/` gets exactly the sentences that stand beside it, and the rest plays.

After a change of wording `python -m tests.packs.test_bad_packs` writes them
anew: read the difference before it is committed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from game.packs.library import open_pack
from game.packs.pack import Pack
from game.packs.problem import LONGEST

BAD = Path(__file__).parent / "bad"
PACKS = sorted(BAD.glob("*.yaml"))


def told(pack: Pack) -> str:
    """All that is said about a pack, as it stands beside it."""
    lines = []
    for problem in pack.problems:
        place = f"{problem.line}:{problem.column}: " if problem.line else ""
        lines.append(f"{place}{problem.severity}: {problem.message}")
        if problem.help:
            lines.append(f"    {problem.help}")
    lines.append(f"plays {len(pack.questions)}" if pack.playable else "does not play")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_a_bad_pack_gets_exactly_its_sentences(path: Path) -> None:
    assert told(open_pack(path)) == path.with_suffix(".expected").read_text("utf-8")


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_every_sentence_is_one_printable_line(path: Path) -> None:
    for problem in open_pack(path).problems:
        assert str(problem).isprintable()
        assert len(str(problem)) <= LONGEST
        assert problem.line >= 0


def test_the_folder_of_bad_packs_is_not_empty() -> None:
    assert len(PACKS) >= 45


if __name__ == "__main__":
    for each in PACKS:
        each.with_suffix(".expected").write_text(told(open_pack(each)), "utf-8")

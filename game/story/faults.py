"""What is wrong with a pack, as it is read in the game."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.problems import ProblemsScene
from game.scenes.scene import show
from game.ui.props.bench import Fault

if TYPE_CHECKING:
    from game.packs.pack import Pack
    from game.packs.problem import Problem
    from game.scenes.scene import Story


def problems(pack: Pack) -> Story[None]:
    """The problems of a pack, if it has any."""
    faults = tuple(map(fault_of, pack.problems))
    if faults:
        yield from show(ProblemsScene(pack.title or pack.id, faults))


def fault_of(problem: Problem) -> Fault:
    """A problem as it is shown in the game."""
    place = f"Line {problem.line}, column {problem.column}" if problem.line else "The whole file"
    return Fault(
        problem.severity,
        place,
        _sentence(problem.message),
        _sentence(problem.help),
        problem.source_line,
        problem.column,
    )


def _sentence(text: str) -> str:
    """`text` with a capital letter where it begins with a word, and a mark at its end."""
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…", "`")) else ".")

"""A pack's file read once: its text, and the checked pack that the text makes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.packs import library
from game.packs.pack import Pack
from game.packs.problem import Problem, printable


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` is empty, and `fault` names why, where the file could not be read."""

    text: str
    pack: Pack
    fault: str = ""


def read_checked(path: Path) -> Reading:
    """The pack in the file or folder `path`, with all that could be better; never raises."""
    from game.packs.source import Unreadable

    file = path / library.INSIDE if path.is_dir() and not path.is_symlink() else path
    try:
        text = library.read_pack_text(file)
    except Unreadable as fault:
        message, tip = printable(fault.message), printable(fault.tip)
        place = fault.line, min(fault.line, 1)
        problem = Problem(str(file), *place, "error", fault.code, message, tip)
        name = library.pack_id(file)
        return Reading("", Pack(name, file, title=name, problems=(problem,)), fault.code)
    return Reading(text, library.check_text(text, file))

"""A line cut into runs that one font can shape in one go: one direction, script and file."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from game.ui.text.bidi import levels, visual_order
from game.ui.text.clean import is_ignorable
from game.ui.text.clusters import clusters
from game.ui.text.fonts import Face, FontBook
from game.ui.text.scripts import script_of


@dataclass(frozen=True, slots=True)
class Run:
    """Letters in the order they are read. `file` is None for letters that no font has."""

    text: str
    file: str | None
    script: str
    level: int

    @property
    def rtl(self) -> bool:
        return self.level % 2 == 1


def visual_runs(text: str, face: Face, book: FontBook) -> list[Run]:
    """Cut one cleaned line into runs, from left to right as they stand on the screen."""
    runs = _logical_runs(text, face, book)
    return [runs[place] for place in visual_order([run.level for run in runs])]


def _logical_runs(text: str, face: Face, book: FontBook) -> list[Run]:
    letters = clusters(text)
    scripts = _scripts(letters)
    depth = levels(text)
    runs: list[Run] = []
    place = 0
    for letter, script in zip(letters, scripts, strict=True):
        level = depth[place]
        place += len(letter)
        if all(map(is_ignorable, letter)):
            continue
        before = runs[-1] if runs else None
        shown, file = _drawable(letter, face, book, before.file if before else None)
        if before and (before.file, before.script, before.level) == (file, script, level):
            runs[-1] = Run(before.text + shown, file, script, level)
        else:
            runs.append(Run(shown, file, script, level))
    return runs


def _drawable(
    letter: str, face: Face, book: FontBook, before: str | None
) -> tuple[str, str | None]:
    """What to draw for one cluster, and the file that does."""
    if letter.isspace():
        # A space from the font of its neighbour keeps a phrase in one piece.
        near = before or book.file(face)
        return (letter if ord(letter) in book.coverage(near) else " "), near
    file = book.file_for(letter, face)
    if file is None and len(letter) > 1 and unicodedata.category(letter[0])[0] != "M":
        # Half a letter says more than a box: the base without the marks that nobody has.
        file = book.file_for(letter[0], face)
        covered = book.coverage(file) if file else ()
        kept = [mark for mark in letter[1:] if ord(mark) in covered or is_ignorable(mark)]
        return ("".join([letter[0], *kept]) if file else letter), file
    return letter, file


def _scripts(letters: list[str]) -> list[str]:
    """The script of each cluster; what has none goes with the letter before, or else after."""
    found: list[str] = []
    last = ""
    for letter in letters:
        last = next(filter(None, map(script_of, letter)), last)
        found.append(last)
    first = next(filter(None, found), "")
    return [script or first for script in found]

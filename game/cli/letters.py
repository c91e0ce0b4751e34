"""Which characters the game can show, asked without a window and without pygame.

The character maps of the font files are read: first the game's own faces, then the fonts for other
scripts that are installed, then those of this computer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.ui.text.cmap import Coverage

_FOLDERS = {
    "win32": ("C:/Windows/Fonts",),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts"),
}
_FONTS = (".ttf", ".otf", ".ttc")
_MOST_FILES = 1_000


class Letters:
    """Knows which characters can be shown; files are read one by one, as they are needed."""

    def __init__(self, files: Callable[[], Iterator[str]] | None = None) -> None:
        self._left = (files or _files)()
        self._maps: list[Coverage] = []
        self._known: dict[str, bool] = {}
        self._system: Callable[[str], str | None] | None = None if files else _asked()

    def drawable(self, letter: str) -> bool:
        """Whether some font has `letter`, or nothing of it is to be seen."""
        if letter not in self._known:
            self._known[letter] = self._found(letter)
        return self._known[letter]

    def _found(self, letter: str) -> bool:
        from game.ui.text.clean import is_ignorable
        from game.ui.text.cmap import read_coverage

        code = ord(letter)
        if is_ignorable(letter) or any(code in each for each in self._maps):
            return True
        for file in self._left:
            self._maps.append(read_coverage(file))
            if code in self._maps[-1]:
                return True
        return self._system is not None and self._system(letter) is not None


def _files() -> Iterator[str]:
    from game.ui.text.fonts import installed

    yield from installed()
    for folder in _FOLDERS.get(sys.platform, ()):
        found = (path for path in Path(folder).rglob("*") if path.suffix.casefold() in _FONTS)
        yield from map(str, sorted(found)[:_MOST_FILES])


def _asked() -> Callable[[str], str | None] | None:
    """Where fontconfig is, it is asked; elsewhere the fonts stand in folders of their own."""
    if sys.platform in _FOLDERS:
        return None
    from game.ui.text.system import SystemFonts

    return SystemFonts().file_for

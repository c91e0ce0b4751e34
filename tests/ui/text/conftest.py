from __future__ import annotations

import os

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from game.ui.text.fonts import FontBook
from game.ui.text.system import SystemFonts
from game.ui.text.typeset import Typesetter


class NoSystemFonts(SystemFonts):
    """A computer without a font of its own, so that tests see the same everywhere."""

    def file_for(self, text: str) -> str | None:
        return None


@pytest.fixture(scope="session")
def book() -> FontBook:
    return FontBook(system=NoSystemFonts())


@pytest.fixture(scope="session")
def typesetter(book: FontBook) -> Typesetter:
    return Typesetter(book)

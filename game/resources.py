"""Where the game's own files lie, however it was installed."""

from __future__ import annotations

from pathlib import Path
from typing import Literal


def folder(kind: Literal["assets", "questions"]) -> Path:
    """Return the folder of the shipped assets or questions.

    A wheel and a frozen build carry both inside the package; a checkout and an editable
    installation have them beside it. The folder is named, not opened: whoever reads a file from it
    says what happens when the file is missing.
    """
    package = Path(__file__).resolve().parent
    packed = package / kind
    return packed if packed.is_dir() else package.parent / kind

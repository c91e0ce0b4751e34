"""A report of a fault, for the people who write the game. It holds nothing personal."""

from __future__ import annotations

import platform
import sys
import traceback
from typing import TYPE_CHECKING

from game import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def write_report(fault: BaseException, actions: Sequence[str], about: Sequence[str]) -> Path | None:
    """Write what happened into the log folder; the file, or None where none can be written.

    `actions` are the last things the player meant, `about` says what was
    played: pack ids and fingerprints. What was typed stands in neither.
    """
    import tempfile
    from contextlib import suppress
    from datetime import UTC, datetime
    from pathlib import Path

    from platformdirs import user_log_dir

    now = datetime.now(UTC)
    text = "\n".join(
        [
            f"Encore {__version__}, Python {platform.python_version()}, {platform.platform()}",
            _pygame(),
            *about,
            "last actions: " + ", ".join(actions),
            "",
            *traceback.format_exception(fault),
        ]
    )
    name = f"fault-{now:%Y%m%d-%H%M%S}.txt"
    for folder in (Path(user_log_dir("encore", appauthor=False)), Path(tempfile.gettempdir())):
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            # Where the game lies can tell who plays: a home folder bears its owner's name.
            text = text.replace(str(Path.home()), "~")
            path.write_text(text, encoding="utf-8", errors="backslashreplace")
            return path
    return None


def _pygame() -> str:
    pygame = sys.modules.get("pygame")
    return f"pygame-ce {pygame.version.ver}" if pygame else "no pygame loaded"

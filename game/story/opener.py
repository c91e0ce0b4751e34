"""Showing a folder in the file manager of this machine."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_OPENERS = {"win32": "explorer", "darwin": "open"}


def open_folder(folder: Path) -> bool:
    """Have the file manager show `folder`; whether there was one to ask. Never waits for it."""
    import shutil
    import subprocess
    from threading import Thread

    tool = shutil.which(_OPENERS.get(sys.platform, "xdg-open"))
    if tool is None or not folder.is_dir():
        return False
    try:
        process = subprocess.Popen(
            [tool, str(folder.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    Thread(target=process.wait, daemon=True).start()
    return True


def told(path: Path) -> str:
    """A path as it is shown: the player's home as `~`, its middle left out where it is long."""
    from pathlib import Path as Somewhere

    words = str(path)
    try:
        home = str(Somewhere.home())
    except RuntimeError:
        home = ""
    if len(home) > 1 and words.startswith(home):
        words = "~" + words[len(home) :]
    return words if len(words) <= _LONGEST else f"{words[:24]}…{words[25 - _LONGEST :]}"


_LONGEST = 84

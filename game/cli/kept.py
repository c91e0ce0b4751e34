"""Where the evening is kept: the player's records, opened, read and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.records import Records
    from game.story.tonight import Tonight

NO_HOME = "No home folder was found to write to; what is played tonight is not kept."


def own_data() -> Path | None:
    """The player's data folder, not made by this; None on a system that gives them none."""
    from game.records import data_folder

    try:
        folder = data_folder()
    except (OSError, RuntimeError):
        return None
    # Where nobody knows a home, `~` stays as it is, a folder of that name below this one.
    return folder if folder.is_absolute() else None


def open_records() -> Records:
    """The player's records; those of nowhere where there is no folder for them."""
    import time

    from game.records import Records

    folder = own_data()
    if folder is None:
        return Records.nowhere(now=time.time)
    return Records.open(folder, now=time.time)


def opening() -> Callable[[], Records]:
    """Begin to open the records beside other work; call the result to have them."""
    from threading import Thread

    found: list[Records] = []
    thread = Thread(target=lambda: found.append(open_records()), name="records", daemon=True)
    thread.start()

    def opened() -> Records:
        thread.join()
        return found[0] if found else open_records()

    return opened


def remember(tonight: Tonight, records: Records) -> None:
    """Let the evening know what was kept, and keep what comes."""
    import time

    tonight.records, tonight.settings = records, records.settings()
    tonight.now = time.time
    tonight.folder = own_data()
    tonight.notice = records.trouble or ("" if tonight.folder else NO_HOME)
    tonight.names = tonight.names or tonight.settings.names

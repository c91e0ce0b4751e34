"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


class NotWritten(Exception):
    """Why a file could not be written, as one sentence about it."""


def write_whole(path: Path, data: bytes, *, new: bool = False, folder: bool = False) -> None:
    """Put `data` into the file at `path`; with `folder`, make its folder where that is missing.

    The file is written beside its place, brought to the disk and then renamed:
    whoever opens `path` finds the old one or the new one. `new`: never over
    something that is there.

    Raises:
        NotWritten: where that cannot be done; nothing has changed then.
    """
    import tempfile

    try:
        if folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        if new and os.path.lexists(path):
            raise NotWritten("is there already")
        handle, name = tempfile.mkstemp(prefix=".encore-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            # A temporary file is its owner's alone; this one is a file like any other.
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as fault:
        said = getattr(fault, "strerror", None) or "not a name of a file"
        raise NotWritten(f"cannot be written ({said.lower()})") from None

"""What was made of which file, kept on disk under the file's SHA-256, up to a bound."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path

from game.ui.media import plain
from game.ui.media.refused import Refused

MOST = 500 * 2**20
# Counted up when the same file would be decoded to something else, or judged anew.
VERSION = "2"
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")
_MOST_SAID = 4096
# A file may have been refused because the machine was busy: seconds.
_BELIEVED = 86_400.0


class Cache:
    """Pictures, sounds and refusals in `folder`, at most `most` bytes; the longest unused go.

    A folder that cannot be written keeps nothing, and no method raises for it.
    """

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self._folder, self._most = folder, most
        self._used: int | None = None

    def get(self, digest: str) -> plain.Plain | None:
        """What was made of the file with this SHA-256; None if that is not known.

        Raises:
            Refused: if it was refused.
        """
        self.refusal(digest)
        data = self._read(self._path(digest, "plain"), plain.LARGEST)
        if data is None:
            return None
        try:
            made = plain.from_bytes(data)
        except ValueError:
            with suppress(OSError):
                self._path(digest, "plain").unlink()
            return None
        return made

    def refusal(self, digest: str) -> None:
        """Pass over what was not refused.

        Raises:
            Refused: if the file was, lately.
        """
        if said := self._believed(digest):
            raise Refused(said)

    def has(self, digest: str) -> bool:
        """Whether something was made of the file, without reading it."""
        return self._path(digest, "plain").is_file()

    def put(self, digest: str, made: bytes | Refused) -> None:
        """Keep what was made of a file: `plain.to_bytes` of it, or why nothing was."""
        if isinstance(made, Refused):
            self._write(self._path(digest, "refused"), str(made).encode())
        else:
            self._write(self._path(digest, "plain"), made)

    def _path(self, digest: str, ending: str) -> Path:
        if not _DIGEST.match(digest):
            raise ValueError(f"{digest!r:.40} is no digest")
        return self._folder / f"{digest}.{VERSION}.{ending}"

    def _believed(self, digest: str) -> str:
        """Why the file was refused; empty if it was not, or so long ago that it is tried anew."""
        path = self._path(digest, "refused")
        try:
            old = time.time() - path.stat().st_mtime > _BELIEVED
        except OSError:
            return ""
        said = None if old else _head_of(path, _MOST_SAID)
        return said.decode("utf-8", "replace") if said else ""

    def _read(self, path: Path, most: int) -> bytes | None:
        data = _head_of(path, most + 1)
        if data is not None:
            with suppress(OSError):
                os.utime(path)
        return data

    def _write(self, path: Path, data: bytes) -> None:
        half = path.with_name(f"{path.name}.{os.getpid()}.half")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            half.write_bytes(data)
            half.replace(path)
        except OSError:
            with suppress(OSError):
                half.unlink(missing_ok=True)
            return
        self._used = None if self._used is None else self._used + len(data)
        if self._used is None or self._used > self._most:
            self._make_room(path)

    def _make_room(self, newest: Path) -> None:
        """Delete the files that were not used for longest, down to the bound."""
        found: list[tuple[bool, int, str, int]] = []
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    state = entry.stat(follow_symlinks=False)
                    mine = entry.name == newest.name
                    found.append((mine, state.st_mtime_ns, entry.path, state.st_size))
        used = sum(size for *_, size in found)
        for _, _, path, size in sorted(found):
            if used <= self._most:
                break
            with suppress(OSError):
                Path(path).unlink()
                used -= size
        self._used = used


def _head_of(path: Path, most: int) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError:
        return None

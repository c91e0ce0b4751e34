"""A foreign file's bytes and text, within bounds."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from game.packs.exchange.notes import Notes, Unusable
from game.packs.source import Unreadable, read_head

LARGEST = 128 * 2**20
LARGEST_TEXT = 32 * 2**20
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its name without folders, and its bytes."""

    name: str
    data: bytes

    def text(self, notes: Notes) -> str:
        """The file as text with line ends of one kind; another encoding than UTF-8 is noted.

        Raises:
            Unusable: where it is larger than `LARGEST_TEXT`, or no text.
        """
        if len(self.data) > LARGEST_TEXT:
            most = LARGEST_TEXT // 2**20
            raise Unusable(f"is larger than {most} MB, the most that is read of a text file")
        text = unicodedata.normalize("NFC", self._decoded(notes))
        if text.count("\0") > len(text) // 10:
            raise Unusable("is not a text file")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def _decoded(self, notes: Notes) -> str:
        for mark, encoding in _MARKS:
            if self.data.startswith(mark):
                return self.data[len(mark) :].decode(encoding, "replace")
        try:
            return self.data.decode("utf-8")
        except UnicodeDecodeError as fault:
            line = self.data.count(b"\n", 0, fault.start) + 1
            byte = self.data[fault.start]
        message = f"is not UTF-8 (byte 0x{byte:02x}): such lines are read as Windows-1252"
        notes.changed(line, message, "save it as UTF-8 if letters look wrong")
        return b"\n".join(map(_mended, self.data.split(b"\n"))).decode("utf-8")


def _mended(line: bytes) -> bytes:
    """One line as UTF-8: files put together from many hands change their encoding midway."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        # The five bytes that Windows-1252 leaves open are control characters in Latin-1.
        text = line.translate(None, b"\x81\x8d\x8f\x90\x9d").decode("cp1252")
        return text.encode("utf-8")
    return line


def opened(path: Path) -> Source:
    """The file at `path`.

    Raises:
        Unusable: where it is no regular file, empty, too large or cannot be read.
    """
    try:
        data = read_head(path, LARGEST + 1)
    except Unreadable as fault:
        raise Unusable(fault.message, fault.tip) from None
    if not data:
        raise Unusable("is empty, or is not a file")
    if len(data) > LARGEST:
        raise Unusable(f"is larger than {LARGEST // 2**20} MB")
    return Source(path.name, data)

"""Opening a pack's file: a stranger's, so nothing about it is taken for granted."""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

LARGEST = 128 * 2**20
_BOM = b"\xef\xbb\xbf"


class Unreadable(Exception):
    """Why a file could not be read, as one sentence about it; `line` is 0 for the whole file."""

    def __init__(self, code: str, message: str, tip: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.code, self.message, self.tip, self.line = code, message, tip, line


def read_text(path: Path, largest: int = LARGEST) -> str:
    """The text of a regular file of at most `largest` bytes, in NFC, without a BOM.

    Raises:
        Unreadable: for anything else: a link, a pipe, too large, changed while
            it was being read, not UTF-8.
    """
    return decoded(read_bytes(path, largest))


def read_bytes(path: Path, largest: int) -> bytes:
    """The bytes of a regular file of at most `largest` bytes.

    Raises:
        Unreadable: as `read_text` does.
    """
    handle = _open(path)
    try:
        return _whole(handle, largest)
    except OSError as fault:
        raise _unopened(fault) from None
    finally:
        os.close(handle)


def read_head(path: Path, length: int) -> bytes:
    """At most the first `length` bytes of a regular file.

    Raises:
        Unreadable: as `read_text` does.
    """
    handle = _open(path)
    try:
        return os.read(handle, length) if stat.S_ISREG(os.fstat(handle).st_mode) else b""
    except OSError as fault:
        raise _unopened(fault) from None
    finally:
        os.close(handle)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A regular file, open for reading; what the disk says meanwhile is an `Unreadable` too.

    Raises:
        Unreadable: as `read_text` does.
    """
    handle = _open(path)
    try:
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise _no_file()
            yield file
    except OSError as fault:
        raise _unopened(fault) from None


def _open(path: Path) -> int:
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
        flags |= getattr(os, name, 0)
    try:
        if stat.S_ISLNK(os.lstat(path).st_mode):
            raise _link()
        return os.open(path, flags)
    except (OSError, ValueError) as fault:
        raise _unopened(fault) from None


def _whole(handle: int, largest: int) -> bytes:
    before = os.fstat(handle)
    if not stat.S_ISREG(before.st_mode):
        raise _no_file()
    if before.st_size > largest:
        size, most = before.st_size / 2**20, largest // 2**20
        raise Unreadable(
            "too-large", f"is {size:.0f} MB; a pack has at most {most} MB", "make two packs of it"
        )
    pieces, left = [], before.st_size + 1
    while left > 0 and (piece := os.read(handle, min(left, 2**20))):
        pieces.append(piece)
        left -= len(piece)
    data, after = b"".join(pieces), os.fstat(handle)
    if (len(data), after.st_size, after.st_mtime_ns) != (
        before.st_size,
        before.st_size,
        before.st_mtime_ns,
    ):
        raise Unreadable("changed", "changed while it was being read", "try again")
    return data


def decoded(data: bytes) -> str:
    """The bytes of a text file as text in NFC, without a BOM.

    Raises:
        Unreadable: where they are not UTF-8.
    """
    data = data.removeprefix(_BOM)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        message = f"is not UTF-8 text (byte 0x{data[fault.start]:02x} in line {line})"
        raise Unreadable("not-utf-8", f"{message}; save it as UTF-8", line=line) from None
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _no_file() -> Unreadable:
    return Unreadable("not-a-file", "is not a file", "give a pack's YAML file or its folder")


def _link() -> Unreadable:
    return Unreadable("link", "is a link, and links are not followed", "give the file itself")


def _unopened(fault: OSError | ValueError) -> Unreadable:
    number = fault.errno if isinstance(fault, OSError) else None
    if number == errno.ELOOP:
        return _link()
    if number == errno.ENOENT:
        return Unreadable("missing", "there is no such file")
    if number in (errno.EACCES, errno.EPERM):
        return Unreadable("no-permission", "may not be read", "check the file's permissions")
    if number == errno.ENXIO:
        return _no_file()
    said = (fault.strerror if isinstance(fault, OSError) else None) or "not a name of a file"
    return Unreadable("unreadable", f"cannot be read ({said.lower()})")

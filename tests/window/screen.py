"""A screen of its own for a test: Xvfb on a free display, and what can be seen on it."""

from __future__ import annotations

import os
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pygame

# The XWD file format, version 7 (X11/XWDfile.h): 25 big-endian numbers, a name, the colours.
XWD_HEADER = struct.Struct(">25I")
XWD_COLOUR_BYTES = 12


@dataclass(frozen=True, slots=True)
class Screen:
    """A running X server: its display name and the file that is its framebuffer."""

    display: str
    framebuffer: Path

    def picture(self) -> pygame.Surface:
        """Return what is on the screen now, as an opaque surface of its own."""
        return read_xwd(self.framebuffer.read_bytes())


@contextmanager
def screen(folder: Path, size: tuple[int, int]) -> Iterator[Screen]:
    """Run an X server of ``size`` pixels; it ends with the block. Its files go into ``folder``."""
    log = folder / "xvfb.log"
    readable, writable = os.pipe()
    command = ["Xvfb", "-displayfd", str(writable), "-screen", "0", f"{size[0]}x{size[1]}x24"]
    command += ["-fbdir", str(folder), "-nolisten", "tcp", "-noreset"]
    with log.open("wb") as output:
        server = subprocess.Popen(command, pass_fds=[writable], stdout=output, stderr=output)
    os.close(writable)
    try:
        with os.fdopen(readable) as reader:
            number = reader.readline().strip()
        if not number:
            raise RuntimeError(f"Xvfb did not start: {log.read_text()}")
        yield Screen(f":{number}", folder / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait(timeout=10)


def read_xwd(dump: bytes) -> pygame.Surface:
    """Read a 32-bit little-endian true-colour X window dump, which is all that Xvfb writes here."""
    header = XWD_HEADER.unpack_from(dump)
    header_bytes, version = header[0], header[1]
    width, height, byte_order, bits_per_pixel, pitch = (header[i] for i in (4, 5, 7, 11, 12))
    colours = header[19]
    if (version, byte_order, bits_per_pixel) != (7, 0, 32):
        raise ValueError(
            f"not a dump of the known kind: {version=} {byte_order=} {bits_per_pixel=}"
        )
    start = header_bytes + colours * XWD_COLOUR_BYTES
    starts = range(start, start + height * pitch, pitch)
    rows = [dump[at : at + width * 4] for at in starts]
    picture = pygame.Surface((width, height), 0, 32, (0xFF0000, 0xFF00, 0xFF, 0))
    picture.get_buffer().write(b"".join(rows))
    return picture

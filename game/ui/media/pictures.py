"""What a PNG, JPEG or WebP file says about itself in its first bytes; nothing is decoded."""

from __future__ import annotations

import struct

from game.ui.media.refused import Refused

# Four bytes each while they are decoded, and once more while they are scaled.
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 16_384
# SDL takes any file with this in its beginning for a drawing, whatever its magic.
_DRAWING, _LOOKED_AT = b"<svg", 4096
_BARE_MARKERS = {0x01, *range(0xD0, 0xD9)}
_FRAME_MARKERS = {0xC0, 0xC1, 0xC2}


def size(data: bytes) -> tuple[int, int]:
    """Declared width and height in pixels.

    Raises:
        Refused: for another kind of file, or one that declares too much.
    """
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        found = _png(data)
    elif data.startswith(b"\xff\xd8\xff"):
        found = _jpeg(data)
    elif data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        found = _webp(data)
    else:
        raise Refused("is not a PNG, JPEG, WebP or SVG picture, whatever its name")
    if _DRAWING in data[:_LOOKED_AT]:
        raise Refused("is two kinds of file at once")
    wide, high = found
    if not (0 < wide <= LONGEST_SIDE and 0 < high <= LONGEST_SIDE and wide * high <= MOST_PIXELS):
        most = MOST_PIXELS // 1_000_000
        raise Refused(f"is {wide} x {high} pixels; {most} million are the most")
    return found


def _png(data: bytes) -> tuple[int, int]:
    if data[8:16] != b"\x00\x00\x00\rIHDR" or len(data) < 33:
        raise Refused("is a broken PNG")
    wide, high = struct.unpack(">II", data[16:24])
    return wide, high


def _jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in _BARE_MARKERS:
            at += 2
            continue
        if marker in _FRAME_MARKERS:
            high, wide = struct.unpack(">HH", data[at + 5 : at + 9])
            return wide, high
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        at += 2 + max(length, 2)
    raise Refused("is a broken JPEG, or one of a rare kind")


def _webp(data: bytes) -> tuple[int, int]:
    kind, body = data[12:16], data[20:30]
    if len(body) < 10:
        raise Refused("is a broken WebP")
    if kind == b"VP8X":
        if body[0] & 0x02:
            raise Refused("moves; save one picture of it")
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if kind == b"VP8L" and body[0] == 0x2F:
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        wide, high = struct.unpack("<HH", body[6:10])
        return wide & 0x3FFF, high & 0x3FFF
    raise Refused("is a broken WebP")

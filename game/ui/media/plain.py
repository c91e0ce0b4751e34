"""The game's own form of pictures and sounds: a short head, then pixels or samples, deflated."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import TypeAlias

WIDEST, HIGHEST = 1920, 1080
RATE = 44_100
_FRAME = 4  # bytes: two channels of 16 bits, as the mixer plays them
LONGEST = 61  # seconds: a decoder may add a little to the sixty that are allowed
_HEAD = struct.Struct(">8sHH")
_PICTURE, _SOUND = b"ENCORE1p", b"ENCORE1s"
_MOST = max(WIDEST * HIGHEST * 4, LONGEST * RATE * _FRAME)
# What cannot be deflated grows by less than a thousandth.
LARGEST = _HEAD.size + _MOST + _MOST // 1000 + 64


@dataclass(frozen=True, slots=True)
class Picture:
    """`pixels` are rows of red, green, blue and alpha bytes; sizes are pixels."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Samples:
    """Two channels in turn, 16 bits each, 44,100 times a second."""

    frames: bytes


Plain: TypeAlias = Picture | Samples


def to_bytes(plain: Plain) -> bytes:
    """The plain form, as it is kept and handed over."""
    if isinstance(plain, Picture):
        kind, wide, high, body = _PICTURE, plain.width, plain.height, plain.pixels
    else:
        kind, wide, high, body = _SOUND, 0, 0, plain.frames
    return _HEAD.pack(kind, wide, high) + zlib.compress(body, 1)


def from_bytes(data: bytes) -> Plain:
    """What `to_bytes` made.

    Raises:
        ValueError: for anything else, and for what is larger than may be.
    """
    if not _HEAD.size <= len(data) <= LARGEST:
        raise ValueError("not the plain form")
    kind, wide, high = _HEAD.unpack_from(data)
    body = _inflated(data[_HEAD.size :])
    fits = 0 < wide <= WIDEST and 0 < high <= HIGHEST and len(body) == wide * high * 4
    if kind == _PICTURE and fits:
        return Picture(wide, high, body)
    if kind == _SOUND and 0 < len(body) <= LONGEST * RATE * _FRAME and len(body) % _FRAME == 0:
        return Samples(body)
    raise ValueError("not the plain form")


def _inflated(data: bytes) -> bytes:
    engine = zlib.decompressobj()
    try:
        body = engine.decompress(data, _MOST + 1)
    except zlib.error:
        raise ValueError("damaged") from None
    if not engine.eof:
        raise ValueError("damaged, or larger than may be")
    return body

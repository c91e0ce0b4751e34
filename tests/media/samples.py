"""Pictures and sounds made by code, and what goes wrong with them."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from collections.abc import Iterator
from random import Random

import numpy as np
import pygame
import soundfile

from game.ui.media.decoder import Kind

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    b'<rect width="40" height="20" fill="#FFC845"/>'
    b'<circle cx="20" cy="10" r="6" fill="black"/></svg>'
)
# One pixel each, without and with loss.
WEBP = base64.b64decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
WEBP_LOSSY = base64.b64decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA")


def raster(ending: str, size: tuple[int, int] = (64, 40)) -> bytes:
    """A PNG or JPEG with something on it."""
    surface = pygame.Surface(size)
    for step in range(0, size[0], 4):
        pygame.draw.line(surface, (step % 256, 90, 255 - step % 256), (step, 0), (0, size[1]), 3)
    out = io.BytesIO()
    pygame.image.save(surface, out, f"a{ending}")
    return out.getvalue()


def tone(form: str, subtype: str, seconds: float = 0.5, level: float = 0.3) -> bytes:
    """A sine of 440 Hz in one channel."""
    rate = 48_000 if subtype == "OPUS" else 44_100
    wave = level * np.sin(2 * np.pi * 440 * np.arange(int(seconds * rate)) / rate)
    out = io.BytesIO()
    soundfile.write(out, wave, rate, format=form, subtype=subtype)
    return out.getvalue()


def samples() -> dict[str, tuple[Kind, bytes]]:
    """One good file of each kind that is allowed."""
    return {
        "png": ("image", raster(".png")),
        "jpeg": ("image", raster(".jpg")),
        "webp": ("image", WEBP),
        "webp with loss": ("image", WEBP_LOSSY),
        "svg": ("image", SVG),
        "wav": ("sound", tone("WAV", "PCM_16")),
        "mp3": ("sound", tone("MP3", "MPEG_LAYER_III")),
        "opus": ("sound", tone("OGG", "OPUS")),
        "vorbis": ("sound", tone("OGG", "VORBIS")),
    }


def png(wide: int, high: int, rows: bytes = b"") -> bytes:
    """A PNG that declares a size, whatever its pixels are."""
    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    pieces = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in pieces
    )


def wav(rate: int, data: bytes, declared: int | None = None, tag: int = 1) -> bytes:
    """A WAV of 16 bits in one channel that declares what one likes."""
    size = len(data) if declared is None else declared
    form = struct.pack("<HHIIHH", tag, 1, rate, rate * 2, 2, 16)
    body = b"WAVEfmt " + struct.pack("<I", 16) + form + b"data" + struct.pack("<I", size) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def drawing(body: str, view: str = "0 0 40 20") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{body}</svg>'.encode()


def mutants(data: bytes, rng: Random) -> Iterator[bytes]:
    """The file with bytes changed, taken out, doubled or cut off, for ever."""
    while True:
        made = bytearray(data)
        for _ in range(rng.choice((1, 1, 2, 4, 16))):
            at, length = rng.randrange(len(made)), rng.choice((1, 1, 2, 4, 32))
            match rng.randrange(5):
                case 0 | 1:
                    made[at : at + length] = rng.randbytes(length)
                case 2:
                    del made[at : at + length]
                case 3:
                    made[at:at] = made[at : at + length]
                case _:
                    made[at : at + length] = rng.choice((b"\xff", b"\x00", b"\x7f")) * length
            if len(made) < 2:
                break
        if rng.random() < 0.1:
            del made[rng.randrange(len(made)) if made else 0 :]
        yield bytes(made)

"""The process in which strangers' pictures and sounds are decoded; it may die of them.

It reads `kind, length, data` from its input and writes `verdict, length, data`
to its output, over and over (`decoder` is at the other end). Where the system
can fork, every file gets a copy of this process of its own, so that none finds
what another has damaged; elsewhere, or called `alone`, it ends after one file.
"""

from __future__ import annotations

import io
import os
import signal
import struct
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from game.ui.media import plain

# On a Mac a copy may not use what the system gave the original.
COPIES = hasattr(os, "fork") and sys.platform != "darwin"
ALONE = "alone"
HELLO = b"encore-media-1"
HEAD = struct.Struct(">cI")
PICTURE, SOUND = b"i", b"s"
FINE, REFUSED = b"+", b"-"
LARGEST = 8 * 2**20
MEMORY = 2**30  # bytes
WORK = 10  # seconds of the processor
PATIENCE = 5.0  # seconds a file
UNREADABLE = "cannot be read: it is damaged, or too much to decode"
_MOST_SAID = 200
# As large as a question shows a picture in a window of 3840 x 2160.
_DRAWING = (1290, 806)


def main() -> int:
    """Decode what the input holds until it ends."""
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not stand among the answers.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    _confine()
    _load_libraries()
    sink.write(HELLO)
    sink.flush()
    copies = COPIES and ALONE not in sys.argv
    while request := _request(source):
        answer = _in_a_copy(*request) if copies else _answer(*request)
        sink.write(HEAD.pack(answer[:1], len(answer) - 1) + answer[1:])
        sink.flush()
        if not copies:
            break
    return 0


def _request(source: BinaryIO) -> tuple[bytes, bytes] | None:
    head = source.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    kind, length = HEAD.unpack(head)
    data = source.read(min(length, LARGEST + 1))
    return (kind, data) if len(data) == length else None


def _confine() -> None:
    """Bound this process where the system offers it (not on Windows: there time alone is)."""
    with suppress(ImportError):
        import resource

        bounds = (
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 0),
        )
        for what, most in bounds:
            with suppress(OSError, ValueError):
                resource.setrlimit(what, (most, most))


def _load_libraries() -> None:
    for name in ("SDL_VIDEODRIVER", "SDL_AUDIODRIVER"):
        os.environ[name] = "dummy"
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    import pygame.image
    import pygame.mixer
    import pygame.transform  # noqa: F401


def _in_a_copy(kind: bytes, data: bytes) -> bytes:
    """The answer of a forked process, whatever becomes of it."""
    from game.ui.media import plain

    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reading)
            _confine_copy(writing)
            with os.fdopen(writing, "wb") as out:
                out.write(_answer(kind, data))
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as answers:
        answer = answers.read(plain.LARGEST + 1)
    _, status = os.waitpid(child, 0)
    return answer if status == 0 and answer else _refusal(UNREADABLE)


def _confine_copy(writing: int) -> None:
    """One file's worth of time; and what a file may take over can open no other file."""
    import resource

    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    bounds = ((resource.RLIMIT_CPU, WORK), (resource.RLIMIT_NOFILE, writing + 1))
    for what, most in bounds:
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))


def _answer(kind: bytes, data: bytes) -> bytes:
    """A verdict's byte, then the plain form or what is wrong."""
    from game.ui.media import plain
    from game.ui.media.refused import Refused

    try:
        made = picture(data) if kind == PICTURE else sound(data)
    except Refused as fault:
        return _refusal(str(fault))
    except Exception:  # noqa: BLE001  (whatever a decoder says: the file cannot be read)
        return _refusal(UNREADABLE)
    return FINE + plain.to_bytes(made)


def _refusal(said: str) -> bytes:
    return REFUSED + said[:_MOST_SAID].encode("utf-8", "replace")


def picture(data: bytes) -> plain.Picture:
    """Decode a picture, scaled to at most 1920 x 1080 pixels, a drawing to `_DRAWING`.

    Raises:
        Refused: for what may not be one. Decoders raise whatever they like.
    """
    import pygame

    from game.ui.media import pictures, plain, svg

    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        surface = pygame.image.load_sized_svg(io.BytesIO(data), _drawn(*svg.size(data)))
    else:
        declared = pictures.size(data)
        surface = pygame.image.load(io.BytesIO(data))
        if surface.get_size() != declared:
            raise ValueError("not what was declared")
    wide, high = _fitted(*surface.get_size())
    flat = pygame.Surface(surface.get_size(), pygame.SRCALPHA, 32)
    flat.blit(surface, (0, 0))
    if (wide, high) != flat.get_size():
        flat = pygame.transform.smoothscale(flat, (wide, high))
    return plain.Picture(wide, high, pygame.image.tobytes(flat, "RGBA"))


def _drawn(wide: float, high: float) -> tuple[int, int]:
    scale = min(_DRAWING[0] / wide, _DRAWING[1] / high)
    return max(1, int(wide * scale)), max(1, int(high * scale))


def _fitted(wide: int, high: int) -> tuple[int, int]:
    from game.ui.media import plain

    scale = min(plain.WIDEST / wide, plain.HIGHEST / high, 1.0)
    return max(1, int(wide * scale)), max(1, int(high * scale))


def sound(data: bytes) -> plain.Samples:
    """Decode a sound, about as loud as the game's own.

    Raises:
        Refused: for what may not be one. Decoders raise whatever they like.
    """
    import pygame.mixer

    from game.ui.media import loudness, plain, sounds
    from game.ui.media.refused import Refused

    sounds.duration(data)
    pygame.mixer.init(plain.RATE, -16, 2, 1024, allowedchanges=0)
    frames = pygame.mixer.Sound(file=io.BytesIO(data)).get_raw()
    if len(frames) > plain.LONGEST * plain.RATE * 4:
        raise Refused(f"lasts over {sounds.LONGEST:.0f} seconds")
    return plain.Samples(loudness.matched(frames))


if __name__ == "__main__":
    sys.exit(main())

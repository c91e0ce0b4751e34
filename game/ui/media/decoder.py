"""Has files decoded by another process, which is killed when it takes too long."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer
from typing import Literal

from game.ui.media import WORD, plain, worker
from game.ui.media.refused import Refused, Unavailable

Kind = Literal["image", "sound"]
_START = 20.0  # seconds: a slow disk is no reason to go without
_MARGIN = 1.0  # seconds: the worker gives up by itself first, where it can


def command() -> list[str]:
    """How the other process is started."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORD]
    # -P: a folder called `game` in the current one is not ours.
    return [sys.executable, "-P", "-m", "game.ui.media.worker"]


class Decoder:
    """Decodes one file after the other; the process is started with the first.

    Any thread may ask. `close` ends the process.
    """

    def __init__(
        self,
        start: list[str] | None = None,
        patience: float = worker.PATIENCE,
        *,
        copies: bool = worker.COPIES,
    ) -> None:
        """`copies` says whether one process decodes many files: see `worker`."""
        self._start = start or [*command(), *([] if copies else [worker.ALONE])]
        self._copies = copies
        self._patience = patience + _MARGIN
        self._asking = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def decode(self, data: bytes, kind: Kind) -> bytes:
        """The picture or sound in `data` as bytes that `plain.from_bytes` takes.

        Raises:
            Refused: if it cannot be read, or may not be.
            Unavailable: if the process does not start.
        """
        if len(data) > worker.LARGEST:
            raise Refused(f"is larger than {worker.LARGEST // 2**20} MB")
        with self._asking:
            verdict, said = self._asked(data, worker.PICTURE if kind == "image" else worker.SOUND)
        if verdict == worker.REFUSED:
            raise Refused(said.decode("utf-8", "replace"))
        try:
            made = plain.from_bytes(said)
        except ValueError:
            raise Refused(worker.UNREADABLE) from None
        if isinstance(made, plain.Picture) != (kind == "image"):
            raise Refused(worker.UNREADABLE)
        return said

    def close(self) -> None:
        """End the process, if there is one."""
        with self._asking:
            self._end()

    def _asked(self, data: bytes, kind: bytes) -> tuple[bytes, bytes]:
        process = self._running()
        watch = Timer(self._patience, _kill, (process,))
        watch.daemon = True
        watch.start()
        try:
            return _exchange(process, kind, data)
        except (OSError, EOFError):
            self._end()
            return worker.REFUSED, worker.UNREADABLE.encode()
        finally:
            watch.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._copies:
            return self._process
        self._end()
        self._process = _started(self._start)
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            _kill(self._process)
            _forget(self._process)
            self._process = None


def _started(words: list[str]) -> subprocess.Popen[bytes]:
    root = str(Path(__file__).resolve().parents[3])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        process = subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as fault:
        raise Unavailable(str(fault)) from None
    watch = Timer(_START, _kill, (process,))
    watch.daemon = True
    watch.start()
    try:
        hello = process.stdout.read(len(worker.HELLO)) if process.stdout else b""
    finally:
        watch.cancel()
    if hello != worker.HELLO:
        _kill(process)
        _forget(process)
        raise Unavailable("it says nothing")
    return process


def _exchange(process: subprocess.Popen[bytes], kind: bytes, data: bytes) -> tuple[bytes, bytes]:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    process.stdin.write(worker.HEAD.pack(kind, len(data)) + data)
    process.stdin.flush()
    head = process.stdout.read(worker.HEAD.size)
    if len(head) < worker.HEAD.size:
        raise EOFError
    verdict, length = worker.HEAD.unpack(head)
    if length > plain.LARGEST or verdict not in (worker.FINE, worker.REFUSED):
        raise EOFError
    said = process.stdout.read(length)
    if len(said) < length:
        raise EOFError
    return verdict, said


def _kill(process: subprocess.Popen[bytes]) -> None:
    """SIGKILL for the process and all its copies: SDL makes an event of anything milder."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()


def _forget(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()
    with suppress(subprocess.TimeoutExpired):
        process.wait(1.0)

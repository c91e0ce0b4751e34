"""Programs that the window rows compare with, and the pixels that tell when one has drawn.

Run as `python -m tests.bench.programs NAME`, each is the floor of that name.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.rows import PYTHON
from tests.window.harness import ROOT, surroundings
from tests.window.screen import Screen

SIZE = (1280, 720)
PATIENCE = 30.0
# Read by the X server as pixels of 32 bits, in this order after the header.
_HEADER_WORDS = 25
LEAN = """
import os
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "1"
os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
import pygame
pygame.display.init()
window = pygame.Window("lean", (1280, 720))
surface = window.get_surface()
surface.fill((42, 20, 64))
pygame.font.init()
words = pygame.font.Font(None, 40).render("one line of text", True, (255, 255, 255))
surface.blit(words, (80, 80))
window.flip()
pygame.time.wait(60000)
"""
EMPTY_LOOP = """
import os
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
import pygame
clock = pygame.time.Clock()
while True:
    clock.tick(60)
"""


class Pixels:
    """The screen's own memory: a change is seen without asking the X server for it."""

    def __init__(self, screen: Screen) -> None:
        with screen.framebuffer.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        words = [int.from_bytes(self._map[at : at + 4], "big") for at in range(0, 100, 4)]
        self._pitch = words[12]
        self._start = words[0] + words[19] * 12

    def at(self, x: int, y: int) -> bytes:
        """Blue, green and red of a pixel of the screen."""
        place = self._start + y * self._pitch + 4 * x
        return self._map[place : place + 3]

    def block(self, x: int, y: int, wide: int, high: int) -> bytes:
        """All pixels of a part of the screen."""
        rows = (self._start + (y + row) * self._pitch + 4 * x for row in range(high))
        return b"".join(self._map[at : at + 4 * wide] for at in rows)

    def wait(self, changed: Callable[[], bool], patience: float = PATIENCE) -> float:
        """The time at which `changed` first held, by `time.perf_counter`."""
        end = time.monotonic() + patience
        while not changed():
            if time.monotonic() > end:
                raise TimeoutError("nothing was drawn")
            time.sleep(0.0002)
        return time.perf_counter()


@contextmanager
def running(
    command: Sequence[str],
    folder: Path,
    screen: Screen,
    environment: Mapping[str, str] | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """A program on a screen, with the home in `folder`; it ends with the block."""
    own = surroundings(folder) | {"DISPLAY": screen.display} | dict(environment or {})
    # The same files as when it is installed: compiled once, not for every start.
    with (folder / "stderr.txt").open("wb") as said:
        program = subprocess.Popen(command, cwd=ROOT, env=own, stdout=said, stderr=said)
    try:
        yield program
    finally:
        program.kill()
        program.wait()


GAME = (PYTHON, "-m", "game")
LEAN_WINDOW = (PYTHON, "-c", LEAN)
TICKING = (PYTHON, "-c", EMPTY_LOOP)
BARE = (PYTHON, "-m", "tests.bench.programs", "bare")


def first_picture(
    command: Sequence[str], folder: Path, screen: Screen, place: tuple[int, int] = (640, 40)
) -> float:
    """Milliseconds from the program's start until a pixel in its window is no longer black."""
    pixels = Pixels(screen)
    pixels.wait(lambda: pixels.at(*place) == bytes(3))
    before = time.perf_counter()
    with running(command, folder, screen):
        seen = pixels.wait(lambda: pixels.at(*place) != bytes(3))
    return (seen - before) * 1000


def seconds_of_cpu(program: subprocess.Popen[bytes]) -> float:
    """What all threads of a program have worked so far."""
    tasks = Path(f"/proc/{program.pid}/task").iterdir()
    return sum(int((each / "schedstat").read_text().split()[0]) for each in tasks) / 1e9


def resident(pid: int) -> float:
    """Megabytes of memory that a program holds."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


class Keyboard:
    """Presses keys on a screen, without a process for each as xdotool needs."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))

    def focus(self, window: int) -> None:
        """Give a window the keyboard."""
        self._x.XSetInputFocus(self._display, ctypes.c_ulong(window), 1, 0)
        self._x.XSync(self._display, 0)

    def press(self, name: str) -> float:
        """Press and let go of a key; the time just before."""
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        symbol = ctypes.c_ulong(self._x.XStringToKeysym(name.encode()))
        code = self._x.XKeysymToKeycode(self._display, symbol)
        before = time.perf_counter()
        for down in (1, 0):
            self._test.XTestFakeKeyEvent(self._display, code, down, 0)
        self._x.XFlush(self._display)
        return before


def window_of(program: subprocess.Popen[bytes], screen: Screen) -> int:
    """The X id of a program's window; whatever has a name where none tells its program."""
    environment = os.environ | {"DISPLAY": screen.display}
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and program.poll() is None:
        for sought in (("--pid", str(program.pid)), ("--name", "bare")):
            found = subprocess.run(
                ["xdotool", "search", "--onlyvisible", *sought],
                env=environment,
                check=False,
                capture_output=True,
                text=True,
            ).stdout.split()
            if found:
                return int(found[-1])
        time.sleep(0.05)
    raise TimeoutError("no window came")


def bare() -> None:
    """Floor X: an X client that paints its window for every key, and nothing else."""
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XCreateGC.restype = ctypes.c_void_p
    x.XCreateSimpleWindow.restype = x.XDefaultRootWindow.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x.XOpenDisplay(None))
    root = ctypes.c_ulong(x.XDefaultRootWindow(display))
    window = ctypes.c_ulong(
        x.XCreateSimpleWindow(display, root, 0, 0, *SIZE, 0, ctypes.c_ulong(0), ctypes.c_ulong(255))
    )
    x.XStoreName(display, window, b"bare")
    x.XSelectInput(display, window, ctypes.c_long(1))
    x.XMapWindow(display, window)
    pen = ctypes.c_void_p(x.XCreateGC(display, window, ctypes.c_ulong(0), None))
    event = (ctypes.c_long * 24)()
    colour = 255
    while True:
        x.XNextEvent(display, event)
        if event[0] & 0xFFFFFFFF == 2:
            colour = 255 - colour
            x.XSetForeground(display, pen, ctypes.c_ulong(0xFF0000 | colour))
            x.XFillRectangle(display, window, pen, 0, 0, *SIZE)
            x.XFlush(display)


if __name__ == "__main__":
    {"bare": bare}[sys.argv[1]]()

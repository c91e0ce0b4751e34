"""Plays a program in a real window: with a screen, keys and a mouse of its own.

The program appends one JSON object per line to the file that ``ENCORE_TRACE`` names, for each scene
shown and each turn taken. Tests wait for such a line, never for a length of time::

    with playing([sys.executable, "-m", "game"], tmp_path) as game:
        game.wait_scene("title")
        game.key("Return")
        game.wait_scene("question", phase="answer")
        game.close()
        assert game.wait_exit() == 0
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pygame

from tests.window.delete import ask_to_close
from tests.window.screen import Screen, screen

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 30.0  # seconds; for a machine under load: a test that passes never waits it out
POLL = 0.02  # seconds
SHOWN_LINES = 8
Line = dict[str, object]
"""One line of the trace."""


@dataclass(slots=True)
class Playing:
    """A program in its window. Positions are pixels from the window's top left corner.

    `pressed` is how many keys were pressed so far, not counting those held and typed text.
    """

    process: subprocess.Popen[bytes]
    screen: Screen
    folder: Path
    read_to: int = 0
    pressed: int = 0

    @property
    def returncode(self) -> int | None:
        """Return the exit code, minus the signal's number after a signal, None while it runs."""
        return self.process.poll()

    @property
    def stderr(self) -> str:
        """Return what the program has said on its standard error so far."""
        return (self.folder / "stderr.txt").read_text(encoding="utf-8", errors="replace")

    def key(self, *names: str) -> None:
        """Press and release keys by their X names: ``Return``, ``Escape``, ``ctrl+v``, ``a``."""
        self._focus()
        self._xdotool("key", *names)
        self.pressed += len(names)

    def hold(self, *names: str) -> None:
        """Press keys, one after the other, and hold them down."""
        self._focus()
        self._xdotool("keydown", *names)

    def let_go(self, *names: str) -> None:
        """Release keys that are held down."""
        self._xdotool("keyup", *names)

    def type(self, text: str) -> None:
        """Type ASCII text key by key."""
        if not text.isascii():
            raise ValueError(f"xdotool cannot type {text!r}")
        self._focus()
        self._xdotool("type", "--", text)

    def move(self, x: int, y: int) -> None:
        """Move the mouse."""
        self._xdotool("mousemove", "--window", self._window(), str(x), str(y))

    def click(self, x: int, y: int) -> None:
        """Move the mouse and press and release its left button."""
        self.move(x, y)
        self._xdotool("click", "1")

    def resize(self, width: int, height: int) -> None:
        """Give the window another size in pixels."""
        self._xdotool("windowsize", self._window(), str(width), str(height))

    def blur(self) -> None:
        """Take the keyboard away from the window; the next key gives it back."""
        self._xdotool("windowfocus", self._xdotool("search", "--maxdepth", "0", ".*").split()[0])

    def close(self) -> None:
        """Ask the window to close, as its close button does."""
        ask_to_close(self.screen.display, int(self._window()))

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def screenshot(self, path: Path | None = None) -> pygame.Surface:
        """Return what the window shows, and save it as ``path`` when one is given."""
        whole = self.screen.picture()
        lines = self._xdotool("getwindowgeometry", "--shell", self._window()).splitlines()
        at = dict(line.split("=") for line in lines)
        window = pygame.Rect(*(int(at[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))
        picture = whole.subsurface(window.clip(whole.get_rect())).copy()
        if path is not None:
            pygame.image.save(picture, path)
        return picture

    def wait_for(self, predicate: Callable[[], bool], what: str, timeout: float = PATIENCE) -> None:
        """Wait until ``predicate`` holds; a TimeoutError tells what was shown instead.

        A program that ends first is not waited for.
        """
        end = time.monotonic() + timeout
        while not predicate():
            over = self.returncode is not None
            if (over and not predicate()) or time.monotonic() > end:
                raise TimeoutError(self._account(what))
            time.sleep(POLL)

    def wait_scene(self, name: str, /, timeout: float = PATIENCE, **fields: object) -> Line:
        """Wait for the next line of the trace with this scene and these fields; return it."""
        return self.wait_trace(timeout, scene=name, **fields)

    def wait_trace(self, timeout: float = PATIENCE, /, **fields: object) -> Line:
        """Wait for a line of the trace with these fields, after the last one waited for."""
        found: list[Line] = []

        def come() -> bool:
            for line, end in self._unread():
                if all(line.get(key) == value for key, value in fields.items()):
                    found.append(line)
                    self.read_to = end
                    return True
            return False

        self.wait_for(come, f"a line of the trace with {fields}", timeout)
        return found[0]

    def wait_exit(self, timeout: float = PATIENCE) -> int:
        """Wait until the program has ended; return its exit code."""
        self.wait_for(lambda: self.returncode is not None, "the program to end", timeout)
        return self.process.wait()

    def _unread(self) -> Iterator[tuple[Line, int]]:
        """Yield the whole lines after the last one waited for, each with where it ends."""
        trace = self.folder / "trace.jsonl"
        if not trace.exists():
            return
        end = self.read_to
        for line in trace.read_bytes()[end:].splitlines(keepends=True):
            end += len(line)
            if line.endswith(b"\n"):
                yield json.loads(line), end

    def _window(self) -> str:
        """Return the X id of the window; looked up anew, for a program may make another one."""
        by_process = ("--pid", str(self.process.pid))
        # Nobody else is on this screen: any window with a name is the program's own.
        for sought in (by_process, ("--name", ".")):
            if found := self._xdotool("search", "--onlyvisible", *sought).split():
                return found[-1]
        return ""

    def _focus(self) -> None:
        """Give the window the keyboard; there is no window manager here to do it."""

        def has_it() -> bool:
            # Asked anew each time: the screen refuses a window that is not up yet, and a program
            # may put another in its place.
            window = self._window()
            if window and self._xdotool("getwindowfocus").strip() != window:
                self._xdotool("windowfocus", window)
            return bool(window) and self._xdotool("getwindowfocus").strip() == window

        self.wait_for(has_it, "the keyboard's focus")

    def _xdotool(self, *arguments: str) -> str:
        """Return what xdotool says; a search that finds nothing says nothing."""
        return subprocess.run(
            ["xdotool", *arguments],
            env=os.environ | {"DISPLAY": self.screen.display},
            check=False,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        ).stdout

    def _account(self, what: str) -> str:
        """Tell what was waited for and what there was instead."""
        trace = self.folder / "trace.jsonl"
        lines = trace.read_text(encoding="utf-8").splitlines() if trace.exists() else []
        state = "it runs" if self.returncode is None else f"it ended with {self.returncode}"
        return "\n".join(
            [f"waited in vain for {what}; {state}; the end of its trace:"]
            + (lines[-SHOWN_LINES:] or ["(empty)"])
            + ["the end of its standard error:", *self.stderr.splitlines()[-SHOWN_LINES:]]
        )


@contextmanager
def playing(
    command: Sequence[str],
    folder: Path,
    *,
    size: tuple[int, int] = (1280, 800),
    environment: Mapping[str, str] | None = None,
) -> Iterator[Playing]:
    """Start ``command`` on a screen of ``size`` pixels and wait until its window has the keyboard.

    The program has an empty home in ``folder`` and no sound; both it and the screen end with the
    block. To start again with the same home, use the same folder again.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "trace.jsonl").unlink(missing_ok=True)
    with screen(folder, size) as shown, (folder / "stderr.txt").open("wb") as stderr:
        own = surroundings(folder) | {"DISPLAY": shown.display} | dict(environment or {})
        process = subprocess.Popen(
            command, cwd=ROOT, env=own, stdout=stderr, stderr=stderr, stdin=subprocess.DEVNULL
        )
        game = Playing(process, shown, folder)
        try:
            game.wait_for(lambda: game._window() != "", "a window")
            game._focus()
            yield game
        finally:
            # SDL turns TERM into an event, which a program that hangs never reads.
            process.kill()
            process.wait()


def surroundings(folder: Path) -> dict[str, str]:
    """Return the environment of a fresh user whose home is in ``folder``."""
    home = folder / "home"
    runtime = folder / "runtime"
    home.mkdir(exist_ok=True)
    runtime.mkdir(mode=0o700, exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return kept | {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_STATE_HOME": str(home / ".local" / "state"),
        "XDG_RUNTIME_DIR": str(runtime),
        "SDL_VIDEODRIVER": "x11",
        "SDL_AUDIODRIVER": "dummy",
        "ENCORE_TRACE": str(folder / "trace.jsonl"),
    }

"""The window and the only loop: events in, time on, picture out."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

import pygame

from game.scenes.scene import SMOOTH
from game.stage import LONGEST_STEP, Stage, unnoticed
from game.ui import clipboard, keys
from game.ui.actions import Action, Dropped, Typed
from game.ui.painter import SMALLEST
from game.ui.showing import Screen
from game.ui.waiting import Waiter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from game.scenes.scene import Story
    from game.ui.actions import Meaning
    from game.ui.painter import Painter
    from game.ui.sound import Sound

TITLE = "Encore"
SIZE = (1280, 720)

# A longer gap between two pictures means that the machine slept or hung: seconds.
AWAY = 2.0
# With nothing to show, the loop still looks up so often: seconds. Any longer, and
# a question without a clock would lose part of the time it took.
_IDLE = LONGEST_STEP
# The sound device is closed after so long a silence: an open one costs power.
_QUIET = 8.0
# A fault so soon after another is the same one again: seconds.
_TOO_SOON = 2.0
# The loop begins when the title has come to rest: seconds.
_MUSIC_AFTER = 1.8
_MUSICAL = ("title", "packs", "names", "settings", "keys")
INTERRUPTED = 130
# A second fault while the first is being told: there is nothing left to show.
BROKEN = 70
_REMEMBERED = 40


class NoScreen(Exception):
    """There is no screen to open a window on."""


def open_window(size: tuple[int, int] = SIZE, icon: Path | None = None) -> pygame.Window:
    """The game's window, no larger than the desktop.

    Raises:
        NoScreen: when none can be opened.
    """
    asked = os.environ.get("SDL_VIDEODRIVER", "")
    # The plain window path starts twice as fast and takes a quarter of the memory.
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "encore")
    try:
        pygame.display.init()
        # Without a display SDL silently draws where nobody sees it.
        if pygame.display.get_driver() in ("offscreen", "dummy", "evdev") and not asked:
            raise NoScreen
        desktop = pygame.display.get_desktop_sizes()[0]
        fitting = (min(size[0], desktop[0]), min(size[1], desktop[1]))
        window = _opened(fitting)
    except (pygame.error, IndexError) as fault:
        raise NoScreen(str(fault)) from fault
    with suppress(pygame.error, OSError):
        if icon is not None:
            window.set_icon(pygame.image.load_sized_svg(str(icon), (64, 64)))
    return window


def _opened(size: tuple[int, int]) -> pygame.Window:
    window = pygame.Window(TITLE, size, resizable=True, allow_high_dpi=True)
    try:
        window.get_surface()
    except pygame.error:
        # Some systems lend no plain surface: open again and let SDL choose.
        window.destroy()
        os.environ.pop("SDL_FRAMEBUFFER_ACCELERATION", None)
        window = pygame.Window(TITLE, size, resizable=True, allow_high_dpi=True)
        window.get_surface()
    return window


class App:
    """Shows a story in a window until it ends or the player closes it.

    `keys` may be exchanged at any time. `told_of_mute` hears when the player turns the
    sound on or off.
    """

    def __init__(
        self,
        window: pygame.Window,
        painter: Painter,
        sound: Sound,
        notice: Callable[[str, str], None] = unnoticed,
        rescue: Callable[[BaseException, Sequence[str]], Story[None]] | None = None,
    ) -> None:
        self.window, self.painter, self.sound = window, painter, sound
        painter.art.patient = True
        self.keys = keys.KeyMap()
        self.told_of_mute: Callable[[bool], object] = bool
        self._rescue = rescue
        self._rescued_at: float | None = None
        self._actions: deque[str] = deque(maxlen=_REMEMBERED)
        self.full = False
        self.closing: int | None = None
        self._notice = notice
        self._waiter = Waiter()
        self._screen = Screen(window)
        self._stage: Stage
        self._typing = False
        self._dirty = True
        self._last = 0.0

    def run(self, story: Story[None]) -> int:
        """Show `story`; the program's exit code."""
        self._guarded(lambda: self._begin(story))
        before = {number: signal.signal(number, self._told) for number in _SIGNALS}
        self._last = time.monotonic()
        try:
            while self.closing is None and not self._stage.over:
                self._guarded(self._turn)
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
            self._stage.close()
            self.sound.close()
        return self.closing or 0

    def _told(self, number: int, _frame: object) -> None:
        self.closing = INTERRUPTED if number == signal.SIGINT else 0

    def _begin(self, story: Story[None]) -> None:
        self._stage = Stage(story, self._notice)
        self.painter.forget()
        self._dirty = True

    def _guarded(self, work: Callable[[], None]) -> None:
        """A fault in a scene ends the scene, not the evening.

        Raises:
            Exception: the fault, where nobody is there to tell of it.
        """
        try:
            work()
        except Exception as fault:
            if self._rescue is None:
                raise
            now = time.monotonic()
            if self._rescued_at is not None and now - self._rescued_at < _TOO_SOON:
                self.closing = BROKEN
                return
            self._rescued_at = now
            self._begin(self._rescue(fault, tuple(self._actions)))

    def _turn(self) -> None:
        """Once round: how much time has passed, what has happened, what to show."""
        now = time.monotonic()
        gap, self._last = now - self._last, now
        pace = self._stage.scene.pace
        if gap > AWAY and pace:
            self._mean(Action.PAUSE)
        # Before the events: the time belongs to the scene it passed in, not to the next.
        self._stage.tick(gap)
        for event in pygame.event.get():
            self._take(event)
        if not self._stage.over:
            self._follow_typing()
            if pace or self._dirty or self._stage.scene.pace:
                self._show()
        # After the picture: opening the sound device can take a tenth of a second.
        self._hear()
        if not self._stage.over:
            self._rest(now)

    def _rest(self, now: float) -> None:
        pace = SMOOTH if self.painter.waiting else self._stage.scene.pace
        wait = 1 / pace if pace else _IDLE
        spent = time.monotonic() - now
        if wait > spent:
            self._waiter.wait(wait - spent)

    # -- in ---------------------------------------------------------------

    def _take(self, event: pygame.event.Event) -> None:
        kind = event.type
        if kind in (pygame.QUIT, pygame.WINDOWCLOSE):
            self.closing = 0
        elif kind in (pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN):
            self._mean(Action.PAUSE)
        elif kind in _SHOW_AGAIN:
            self.painter.forget()
            self._dirty = True
        elif kind == pygame.MOUSEWHEEL and event.y:
            self._mean(Action.UP if event.y > 0 else Action.DOWN)
        elif kind == pygame.MOUSEMOTION:
            self._point(event.pos, pressed=False)
        elif kind == pygame.MOUSEBUTTONDOWN and event.button == pygame.BUTTON_LEFT:
            self._point(event.pos, pressed=True)
        elif meant := self._handed_in(event) or self._meaning(event):
            self._mean(meant)

    def _handed_in(self, event: pygame.event.Event) -> Meaning | None:
        """A file that was dropped, or text that was dropped or pasted, if the scene takes it."""
        scene = self._stage.scene
        if event.type == pygame.DROPFILE:
            return Dropped(event.file) if scene.accepts else None
        if not (scene.accepts or scene.typing):
            return None
        if event.type == pygame.DROPTEXT:
            return Typed(event.text) if event.text else None
        pasted = clipboard.get() if keys.pastes(event) else ""
        return Typed(pasted) if pasted else None

    def _meaning(self, event: pygame.event.Event) -> Meaning | None:
        scene = self._stage.scene
        if scene.striking:
            return keys.struck(event)
        return (
            keys.caught(event) if scene.catching else self.keys.meaning(event, typing=scene.typing)
        )

    def _point(self, place: tuple[int, int], *, pressed: bool) -> None:
        # The mouse counts in the window's units, the picture in pixels.
        wide, high = self.window.size
        surface = self.window.get_surface().get_size()
        x = place[0] * surface[0] // max(1, wide)
        y = place[1] * surface[1] // max(1, high)
        target = self.painter.target_at(x, y)
        if target is not None and pressed:
            self._mean(target.press)
        elif target is not None and target.aim is not None:
            self._mean(target.aim)

    def _mean(self, meant: Meaning) -> None:
        # Never what was typed or dropped: a report holds nothing personal.
        personal = isinstance(meant, Typed | Dropped)
        self._actions.append(type(meant).__name__ if personal else str(meant))
        if meant is Action.FULL_SCREEN:
            self._switch_full()
        elif meant is Action.MUTE:
            self.sound.mute(not self.sound.muted)
            self.told_of_mute(self.sound.muted)
        else:
            self._stage.handle(meant)
        self._dirty = True

    def _switch_full(self) -> None:
        self.full = not self.full
        if self.full:
            self.window.set_fullscreen(True)
        else:
            self.window.set_windowed()
        self.painter.forget()

    def _follow_typing(self) -> None:
        wanted = self._stage.scene.typing
        if wanted != self._typing:
            self._typing = wanted
            if wanted:
                pygame.key.start_text_input()
            else:
                pygame.key.stop_text_input()

    # -- out --------------------------------------------------------------

    def _hear(self) -> None:
        for cue in self._stage.cues:
            self.sound.play(cue)
        self._stage.cues.clear()
        scene = self._stage.scene
        if scene.name not in _MUSICAL or scene.age > _MUSIC_AFTER:
            self.sound.music(scene.name in _MUSICAL)
        self.sound.rest(_QUIET)

    def _show(self) -> None:
        surface = self.window.get_surface()
        self._dirty = False
        size = surface.get_size()
        if size[0] < SMALLEST[0] or size[1] < SMALLEST[1]:
            surface.fill(self.painter.theme.sky)
            self.painter.forget()
            self.window.flip()
            return
        self.painter.begin(size)
        self._stage.draw(self.painter)
        self._screen.show(self.painter.finish(surface))
        self.painter.art.begin()
        self._dirty = self.painter.waiting


_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
_SHOW_AGAIN = (
    pygame.WINDOWEXPOSED,
    pygame.WINDOWSHOWN,
    pygame.WINDOWRESTORED,
    pygame.WINDOWRESIZED,
    pygame.WINDOWSIZECHANGED,
    pygame.WINDOWFOCUSGAINED,
)


def has_display() -> bool:
    """Whether this looks like a machine with a screen, without asking it for a window."""
    if sys.platform in ("win32", "darwin") or os.environ.get("SDL_VIDEODRIVER"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def screens() -> str:
    """The sizes of the screens and how they are reached, for a report.

    Raises:
        NoScreen: when there is none.
    """
    open_before = pygame.display.get_init()
    try:
        pygame.display.init()
        sizes = ", ".join(f"{wide}x{high}" for wide, high in pygame.display.get_desktop_sizes())
        return f"{sizes} ({pygame.display.get_driver()})"
    except pygame.error as fault:
        raise NoScreen(str(fault)) from fault
    finally:
        if not open_before:
            pygame.display.quit()

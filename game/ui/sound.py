"""All that is heard: short cues and the quiet loop of the menu, on a device that may not be there.

Nobody else touches ``pygame.mixer``. A pygame sound played after its mixer has quit ends the whole
program, so every sound lives and dies in ``Sound``, together with the mixer that it belongs to.
"""

from __future__ import annotations

import io
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

    import pygame

    from game.ui.media.plain import Samples

RATE = 44100
BUFFER = 1024  # samples: 23 ms, short enough for a tick, and half the work of 512
FADE = 600  # milliseconds, as the mixer counts
MUSIC_CHANNEL, CLIP_CHANNEL = 0, 1
_HUSHED = 150  # milliseconds
LOOP = "loop"
NO_DEVICE = "No sound device was found; Encore plays silently."


class Cue(Enum):
    """What the game can say in sound; the value is the stem of its file."""

    MOVE = "move"
    CHOOSE = "choose"
    BACK = "back"
    LOCK = "lock"
    RIGHT = "right"
    WRONG = "wrong"
    TICK = "tick"
    WARN = "warn"
    FILL = "fill"
    CROWD = "crowd"
    NEEDLE = "needle"
    STAR = "star"


@dataclass(frozen=True, slots=True)
class Clip:
    """A sound of a pack, to be heard in place of any other such."""

    samples: Samples


@dataclass(frozen=True, slots=True)
class Hush:
    """The sound of the pack has been heard enough."""


Heard: TypeAlias = Cue | Clip | Hush
"""What a scene can ask for."""


class Sound:
    """The one owner of the sound device.

    The device is opened at the first sound, not before. Nothing here raises: what goes wrong is
    remembered, the game goes on in silence, and ``trouble`` says so to the player. Every method is
    for the thread of the loop, which alone opens and closes the device; threads of its own decode
    the loop and preload the cues, and the device never closes under them.
    """

    def __init__(
        self,
        folder: Traversable | Path,
        *,
        enabled: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Sounds are ``folder/NAME.ogg``; ``enabled=False`` is silent for good, without trouble."""
        self._folder = folder
        self._enabled = enabled
        self._clock = clock
        self._decoding = threading.Lock()  # held by a thread at work, and to close the device
        self._loaded: dict[str, pygame.mixer.Sound] = {}
        self._unread: dict[str, str] = {}
        self._open = False
        self._no_device = False
        self._closed = False
        self._muted = False
        self._music = False
        self._volumes = {"effects": 1.0, "music": 1.0}
        self._last_sound = clock()

    def play(self, heard: Heard) -> None:
        """Let it be heard now, a cue over whatever still sounds; silent where it cannot be."""
        if isinstance(heard, Hush):
            self._hush()
        elif not self.audible:
            return
        elif isinstance(heard, Clip):
            self._play_clip(heard)
        else:
            self._play_cue(heard)

    @property
    def audible(self) -> bool:
        """Whether effects are heard; this looks for the device if nobody has yet."""
        return self._volumes["effects"] > 0 and self._opened()

    def _play_cue(self, cue: Cue) -> None:
        sound = self._load(cue.value)
        if sound is not None:
            self._last_sound = self._clock()
            sound.set_volume(_gain(self._volumes["effects"]))
            sound.play()

    def _play_clip(self, clip: Clip) -> None:
        import pygame

        try:
            # Samples, not a file: nothing of a stranger's is decoded here.
            sound = pygame.mixer.Sound(buffer=clip.samples.frames)
        except (pygame.error, ValueError):
            return
        self._last_sound = self._clock()
        sound.set_volume(_gain(self._volumes["effects"]))
        pygame.mixer.Channel(CLIP_CHANNEL).play(sound)

    def _hush(self) -> None:
        if self._alive():
            import pygame.mixer

            pygame.mixer.Channel(CLIP_CHANNEL).fadeout(_HUSHED)

    def music(self, on: bool) -> None:
        """Fade the menu's loop in, or out; it comes as soon as its file is decoded."""
        if on != self._music:
            self._music = on
            self._follow_music()

    def mute(self, muted: bool) -> None:
        """Be silent and let go of the device, or sound again (the loop too, if it is wanted)."""
        if muted == self._muted:
            return
        self._muted = muted
        if muted:
            self._shut()
        else:
            self._follow_music()

    @property
    def muted(self) -> bool:
        """Whether the player has turned all sound off."""
        return self._muted

    @property
    def effects_volume(self) -> float:
        """How loud cues are, 0 to 1; half of it sounds about half as loud."""
        return self._volumes["effects"]

    @effects_volume.setter
    def effects_volume(self, volume: float) -> None:
        self._volumes["effects"] = min(1.0, max(0.0, volume))

    @property
    def music_volume(self) -> float:
        """How loud the loop is, 0 to 1; heard at once."""
        return self._volumes["music"]

    @music_volume.setter
    def music_volume(self, volume: float) -> None:
        was_silent = self._volumes["music"] == 0
        self._volumes["music"] = min(1.0, max(0.0, volume))
        loop = self._loaded.get(LOOP) if self._alive() else None
        if loop is not None:
            loop.set_volume(_gain(self._volumes["music"]))
        if was_silent != (self._volumes["music"] == 0):
            self._follow_music()

    @property
    def trouble(self) -> str | None:
        """A sentence for the player about what cannot be heard, or None."""
        if self._no_device:
            return NO_DEVICE
        if not self._unread:
            return None
        (name, why), *more = sorted(self._unread.copy().items())
        if more:
            return f"{name}.ogg {why}, like {len(more)} more; Encore plays on without them."
        return f"The sound {name}.ogg {why}; Encore plays on without it."

    @property
    def awake(self) -> bool:
        """Whether the device is open, so that the loop must still call ``rest`` some day."""
        return self._open

    def retry(self) -> None:
        """Forget every failure and look for the device again, for the player who has plugged in."""
        self._shut()
        self._no_device = False
        self._unread.clear()
        self._opened()
        self._follow_music()

    def preload(self) -> None:
        """Decode every cue in a thread, if the device is open; returns at once."""
        if self._open:
            threading.Thread(target=self._load_all, name="sounds", daemon=True).start()

    def rest(self, quiet_for: float) -> None:
        """Close the device if it has been silent for ``quiet_for`` seconds and no music is wanted.

        An open device costs work even when nothing sounds; the next sound opens it again.
        """
        if not self._open or self._clock() - self._last_sound < quiet_for:
            return
        if self._audible_music() or not self._alive():
            return
        import pygame.mixer

        if not pygame.mixer.get_busy():
            self._shut()

    def close(self) -> None:
        """Let go of the device for good; the loop does so before ``pygame.quit``."""
        self._closed = True
        self._shut()

    def _audible_music(self) -> bool:
        return self._music and self._volumes["music"] > 0

    def _opened(self) -> bool:
        """Whether the device is open, after trying once."""
        if self._closed or self._muted or not self._enabled or self._no_device:
            return False
        if self._alive():
            return True
        try:
            import pygame.mixer

            # The rate and channels asked for are the ones we get, so loading converts nothing.
            with _without_chatter():
                pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
            pygame.mixer.set_reserved(CLIP_CHANNEL + 1)
        except (ImportError, NotImplementedError, RuntimeError):  # pygame.error is the last
            self._no_device = True
            return False
        self._open = True
        self._last_sound = self._clock()
        return True

    def _alive(self) -> bool:
        """Whether our mixer still runs; if another hand ended it, let its sounds go too."""
        if not self._open:
            return False
        import pygame.mixer

        if pygame.mixer.get_init() is None:
            self._loaded.clear()
            self._open = False
        return self._open

    def _shut(self) -> None:
        with self._decoding:
            self._loaded.clear()
            if self._open:
                import pygame.mixer

                pygame.mixer.quit()
            self._open = False

    def _load(self, name: str) -> pygame.mixer.Sound | None:
        """The decoded sound, with the mixer open; None, and remembered, if it cannot be had."""
        if name in self._loaded:
            return self._loaded[name]
        if name in self._unread:
            return None
        import pygame

        try:
            data = (self._folder / f"{name}.ogg").read_bytes()
            self._loaded[name] = pygame.mixer.Sound(file=io.BytesIO(data))
        except FileNotFoundError:
            self._unread[name] = "is missing"
        except (OSError, pygame.error):
            if self._alive():
                self._unread[name] = "cannot be read"
        return self._loaded.get(name)

    def _load_all(self) -> None:
        for cue in Cue:
            with self._decoding:
                if not self._alive():
                    return
                self._load(cue.value)

    def _follow_music(self) -> None:
        """Bring the loop to where ``music``, ``mute`` and the volume want it."""
        if not self._audible_music():
            self._fade_out()
        elif self._opened():
            threading.Thread(target=self._fade_in, name="music", daemon=True).start()

    def _fade_in(self) -> None:
        with self._decoding:
            loop = self._load(LOOP) if self._alive() else None
            if loop is None or not self._audible_music():
                return
            import pygame.mixer

            # A channel of its own, not pygame.mixer.music: that blocks while it fades.
            loop.set_volume(_gain(self._volumes["music"]))
            pygame.mixer.Channel(MUSIC_CHANNEL).play(loop, loops=-1, fade_ms=FADE)
            if not self._audible_music():  # called off meanwhile, when nothing played yet
                self._fade_out()

    def _fade_out(self) -> None:
        if self._alive():
            import pygame.mixer

            channel = pygame.mixer.Channel(MUSIC_CHANNEL)
            if channel.get_volume() == 0:  # just fading in: SDL_mixer ignores a fade-out from zero
                channel.stop()
            channel.fadeout(FADE)
            self._last_sound = self._clock()


def _gain(volume: float) -> float:
    """The amplitude of a volume: loudness follows about its square root."""
    return volume * volume


@contextmanager
def _without_chatter() -> Iterator[None]:
    """Where no device is, ALSA writes a page to the terminal; the player is told in our words."""
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(nowhere)
        os.close(kept)

"""What is set, made to be seen and heard in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.keys import KeyMap
from game.ui.theme import GOLDEN_HOUR, THEMES

if TYPE_CHECKING:
    from game.app import App
    from game.records import Settings
    from game.story.tonight import Tonight


def apply(settings: Settings, app: App) -> None:
    """Have `app` look, sound and listen as set; a theme that is no more is the first one."""
    painter, sound = app.painter, app.sound
    painter.theme = THEMES.get(settings.theme, GOLDEN_HOUR)
    painter.text_scale, painter.still = settings.text_size / 100, settings.reduce_motion
    sound.effects_volume, sound.music_volume = settings.effects / 100, settings.music / 100
    sound.mute(settings.muted)
    app.keys = KeyMap(settings.keys)
    painter.key_labels = app.keys.bindings.labels
    painter.forget()


def follow(tonight: Tonight, app: App) -> None:
    """Let `app` be as set from now on, and the settings hear of the mute key."""
    tonight.apply = lambda settings: apply(settings, app)
    tonight.silence = lambda: app.sound.trouble or ""
    tonight.listen = app.sound.retry
    tonight.sees, tonight.hears = True, lambda: app.sound.audible
    app.told_of_mute = lambda muted: tonight.set(muted=muted)
    apply(tonight.settings, app)

"""Files dropped on the window, and text dropped or pasted: who gets them."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.app import App
from game.scenes.scene import Done, Scene, show
from game.ui import clipboard
from game.ui.actions import Dropped, Meaning, Typed
from game.ui.screen import new_painter
from game.ui.sound import Sound
from tests.conftest import ROOT

PASTE = {"key": pygame.K_v, "mod": pygame.KMOD_LCTRL, "scancode": 0, "unicode": "v"}


class Listener(Scene[None]):
    """Hears what is meant for so many seconds."""

    def __init__(self, *, accepts: bool = False, typing: bool = False) -> None:
        super().__init__()
        self.accepts, self.typing = accepts, typing
        self.heard: list[Meaning] = []

    def handle(self, meaning: Meaning) -> Done[None] | None:
        self.heard.append(meaning)
        return None

    def tick(self, dt: float) -> Done[None] | None:
        return Done(None) if self.age > 0.2 else None


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    pygame.display.init()
    pygame.font.init()
    window = pygame.Window("Encore", (640, 360), hidden=True)
    monkeypatch.setattr(clipboard, "get", lambda: "format: 1")
    yield App(window, new_painter(ROOT / "assets"), Sound(ROOT / "nothing"))
    window.destroy()


def heard(app: App, scene: Listener) -> list[Meaning]:
    pygame.event.clear()
    pygame.event.post(pygame.event.Event(pygame.DROPFILE, file="/tmp/Ünï.yaml"))
    pygame.event.post(pygame.event.Event(pygame.DROPTEXT, text="title: A"))
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, PASTE))
    app.run(show(scene))
    return [each for each in scene.heard if isinstance(each, Dropped | Typed)]


def test_a_scene_that_accepts_packs_gets_all_of_it(app: App) -> None:
    handed = [Dropped("/tmp/Ünï.yaml"), Typed("title: A"), Typed("format: 1")]
    assert heard(app, Listener(accepts=True)) == handed


def test_a_scene_that_takes_text_gets_the_text(app: App) -> None:
    assert heard(app, Listener(typing=True)) == [Typed("title: A"), Typed("format: 1")]


def test_a_scene_in_a_match_gets_none_of_it(app: App) -> None:
    assert heard(app, Listener()) == []


def test_no_report_says_what_was_dropped_or_pasted(app: App) -> None:
    heard(app, Listener(accepts=True))
    assert "Dropped" in app._actions
    assert not any("Ünï" in said or "format" in said for said in app._actions)

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.ui import showing
from game.ui.showing import Screen
from game.ui.waiting import sdl_library

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WHOLE, PART = pygame.Rect(0, 0, 320, 180), pygame.Rect(10, 20, 30, 40)


class Window:
    """Stands for pygame's: counts how often all of it is shown."""

    id = 0

    def __init__(self) -> None:
        self.flips = 0

    def get_surface(self) -> pygame.Surface:
        return pygame.Surface(WHOLE.size)

    def flip(self) -> None:
        self.flips += 1


def flips(patch: pytest.MonkeyPatch, places: Sequence[pygame.Rect], library: Path | None) -> int:
    patch.setattr(showing, "sdl_library", lambda: library)
    window = Window()
    Screen(window).show(places)  # type: ignore[arg-type]
    return window.flips


def test_nothing_painted_shows_nothing_and_everything_is_shown_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert flips(monkeypatch, [], None) == 0
    assert flips(monkeypatch, [WHOLE], None) == 1


def test_where_a_part_cannot_be_shown_the_whole_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert flips(monkeypatch, [PART], None) == 1
    assert flips(monkeypatch, [PART], tmp_path / "no-such-library.so") == 1
    # A library that knows no window of this number.
    assert flips(monkeypatch, [PART], sdl_library()) == 1


@pytest.mark.usefixtures("hidden_window")
def test_parts_of_a_real_window_are_shown_as_parts() -> None:
    window = pygame.Window("Encore", WHOLE.size, hidden=True)
    window.get_surface()
    update = showing._sdl_update(window.id)
    assert update is None or update([PART, PART.move(50, 50)])
    window.destroy()

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from tests.rules.bank import small_pack

if TYPE_CHECKING:
    from game.packs.pack import Pack
    from game.rules.question import Question
    from game.ui.painter import Painter
    from game.ui.theme import Theme

# A busy machine is no fault of the game.
settings.register_profile("encore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("encore")

ROOT = Path(__file__).resolve().parent.parent


class Painters(Protocol):
    """Makes painters that find the game's own pictures."""

    def __call__(
        self, theme: Theme | None = None, *, text_scale: float = 1.0, still: bool = False
    ) -> Painter: ...


@pytest.fixture(autouse=True)
def nobodys_records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A data folder of its own for every test: nobody's scores are touched, nor another test's."""
    with pytest.MonkeyPatch.context() as patch:
        # What was made of which picture is the same for every test, and takes long to make.
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.getbasetemp() / uuid4().hex))
        yield


@pytest.fixture(scope="session")
def hidden_window() -> Iterator[None]:
    """A window nobody sees: pictures are kept in a window's own format."""
    import pygame

    pygame.display.init()
    pygame.font.init()
    window = pygame.Window("Encore", (16, 16), hidden=True)
    window.get_surface()
    yield
    window.destroy()


@pytest.fixture(scope="session")
def painters(request: pytest.FixtureRequest) -> Painters:
    request.getfixturevalue("hidden_window")
    from game.ui.screen import new_painter
    from game.ui.theme import GOLDEN_HOUR

    def make(
        theme: Theme | None = None, *, text_scale: float = 1.0, still: bool = False
    ) -> Painter:
        look = theme or GOLDEN_HOUR
        return new_painter(ROOT / "assets", look, text_scale=text_scale, still=still)

    return make


@pytest.fixture(scope="session")
def small() -> tuple[Question, ...]:
    """A small fixed pack's questions: 24 easy, 12 medium, 5 hard."""
    return small_pack()


@pytest.fixture(scope="session")
def almost_famous() -> Pack:
    """The pack that ships with the game."""
    from game.packs.library import open_pack

    return open_pack(ROOT / "questions" / "almost-famous.yaml", origin="shipped")

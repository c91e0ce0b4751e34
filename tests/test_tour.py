"""The tour goes everywhere a player can go."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, Any

import game.scenes
from game.cli import main
from game.scenes.scene import Scene
from game.tour.tourist import Tourist

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest


def kinds(of: type[Scene[Any]]) -> Iterator[type[Scene[Any]]]:
    """The scenes of the game that are an `of`."""
    for each in of.__subclasses__():
        yield from kinds(each)
        # What scenes share is no scene.
        if each.__module__.startswith("game.scenes.") and each.__module__ != Scene.__module__:
            yield each


def test_every_scene_of_the_game_has_its_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in pkgutil.iter_modules(game.scenes.__path__):
        import_module(f"game.scenes.{module.name}")
    seen: set[type[Scene[Any]]] = set()
    take = Tourist.take

    def taken(tourist: Tourist, name: str, after: float = 2.5) -> None:
        take(tourist, name, after)
        seen.add(type(tourist.stage.scene))

    monkeypatch.setattr(Tourist, "take", taken)
    assert main(["tour", "--out", str(tmp_path), "--size", "320x180"]) == 0
    assert {kind.__name__ for kind in set(kinds(Scene)) - seen} == set()

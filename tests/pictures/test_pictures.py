"""Every scene of the tour looks as it did when somebody last looked at it.

What was meant to change is taken over with ``python -m tests.pictures``.
"""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.ui import theme
from game.ui.layout import Box
from tests.conftest import Painters
from tests.pictures.likeness import (
    EXPECTED,
    SIZE,
    Eighth,
    alike,
    eighth,
    kept,
    save_both,
    take,
    write,
)

NAMES = sorted(each.stem for each in EXPECTED.glob("*.png"))


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pictures of a tour."""
    folder = tmp_path_factory.mktemp("tour")
    take(folder)
    return folder


def test_the_tour_shows_what_it_is_expected_to(taken: Path) -> None:
    assert sorted(each.stem for each in taken.glob("*.png")) == NAMES != []


@pytest.mark.parametrize("name", NAMES)
def test_the_picture_is_as_expected(name: str, taken: Path, tmp_path: Path) -> None:
    actual, expected = eighth(pygame.image.load(taken / f"{name}.png")), kept(name)
    if not alike(expected, actual):
        save_both(expected, actual, tmp_path)
        pytest.fail(f"{name} looks different: see {tmp_path} and {taken / name}.png")


def drawn(painters: Painters, words: str, x: float = 100.0) -> Eighth:
    """A picture of one line of text."""
    surface = pygame.Surface(SIZE)
    painter = painters()
    painter.begin(SIZE)
    painter.text(words, Box(x, 100, 900, 60), theme.STRONG, (255, 255, 255))
    painter.finish(surface)
    return eighth(surface)


def test_another_letter_is_a_difference_and_a_pixel_to_the_side_is_none(
    painters: Painters, tmp_path: Path
) -> None:
    words = drawn(painters, "It’s all happening, and the bus is waiting.")
    letter = drawn(painters, "It’s all happening, and the bus is wasting.")
    assert alike(words, words)
    assert not alike(words, letter)
    save_both(words, letter, tmp_path)
    assert {each.name for each in tmp_path.iterdir()} == {
        "expected.png",
        "actual.png",
        "difference.png",
    }


def test_a_picture_that_is_written_is_read_as_it_was(painters: Painters, tmp_path: Path) -> None:
    words = drawn(painters, "Incendiary")
    write(words, tmp_path / "words.png")
    again = pygame.surfarray.array3d(pygame.image.load(tmp_path / "words.png"))
    assert (again == words).all()
    assert again.shape == (160, 90, 3)

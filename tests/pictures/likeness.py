"""How alike two pictures of the game are, told from their eighths.

A picture is scaled down by 8 in both directions, each pixel the mean of a box of 8 by 8. What
another version of the font library draws a little thicker is gone then, and one wrong letter is
not: it makes a difference of some 56 in one pixel, a shift by one pixel of some 9.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pygame

from tests.conftest import ROOT

EXPECTED = Path(__file__).parent / "expected"
SIZE = (1280, 720)
SEED = "1"
BOX = 8
# Out of 255: more in one pixel, or on average over all of them, and something has changed.
LARGEST, MEAN = 24.0, 0.15

Eighth: TypeAlias = npt.NDArray[np.uint8]


def take(folder: Path) -> None:
    """Have the game take its tour, into `folder`.

    Raises:
        subprocess.CalledProcessError: when it does not come to its end.
    """
    command = [sys.executable, "-m", "game", "tour", "--out", str(folder), "--seed", SEED]
    size = "x".join(map(str, SIZE))
    subprocess.run([*command, "--size", size], cwd=ROOT, check=True, capture_output=True)


def eighth(picture: pygame.Surface) -> Eighth:
    """The picture scaled down: columns, rows, colours."""
    wide, high = picture.get_size()
    pixels = pygame.surfarray.array3d(picture).astype(np.float64)
    boxes = pixels.reshape(wide // BOX, BOX, high // BOX, BOX, 3)
    eighths: Eighth = boxes.mean(axis=(1, 3)).round().astype(np.uint8)
    return eighths


def kept(name: str) -> Eighth:
    """The picture called `name` as it is expected, scaled down."""
    return pygame.surfarray.array3d(pygame.image.load(EXPECTED / f"{name}.png"))


def write(pixels: Eighth, path: Path) -> None:
    """Write a picture that is scaled down as a PNG."""
    pygame.image.save(pygame.surfarray.make_surface(pixels), path)


def differences(one: Eighth, other: Eighth) -> npt.NDArray[np.int16]:
    """How far apart each pixel's colours are."""
    apart: npt.NDArray[np.int16] = np.abs(one.astype(np.int16) - other.astype(np.int16))
    return apart


def alike(one: Eighth, other: Eighth) -> bool:
    """Whether nobody would see a difference."""
    if one.shape != other.shape:
        return False
    apart = differences(one, other)
    return bool(apart.max() <= LARGEST and apart.mean() <= MEAN)


def save_both(expected: Eighth, actual: Eighth, folder: Path) -> None:
    """Leave in `folder` what was expected, what came, and where they differ, as bright as it gets.

    Large enough to look at.
    """
    pictures = {"expected": expected, "actual": actual}
    if expected.shape == actual.shape:
        apart = differences(expected, actual) * 8
        pictures["difference"] = apart.clip(0, 255).astype(np.uint8)
    for name, pixels in pictures.items():
        write(pixels.repeat(4, axis=0).repeat(4, axis=1), folder / f"{name}.png")

"""``python -m tests.pictures``: make the pictures of today the ones that are expected."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pygame

from tests.pictures.likeness import EXPECTED, alike, eighth, kept, take, write


def main() -> int:
    """Rewrite those that differ, take away those that are no more; say which."""
    EXPECTED.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        take(Path(name))
        taken = {each.stem: eighth(pygame.image.load(each)) for each in Path(name).glob("*.png")}
    before = {each.stem for each in EXPECTED.glob("*.png")}
    for each in sorted(before - set(taken)):
        (EXPECTED / f"{each}.png").unlink()
        print(f"gone     {each}")
    for each, pixels in sorted(taken.items()):
        if each not in before or not alike(kept(each), pixels):
            write(pixels, EXPECTED / f"{each}.png")
            print(f"{'changed' if each in before else 'new':8} {each}")
    print(f"{len(taken)} pictures in {EXPECTED}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

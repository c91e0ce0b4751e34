"""Printing: a poster as a picture file, drawn at the size it is to have."""

from __future__ import annotations

import io
import os
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.resources import folder
from game.ui.layout import HEIGHT, WIDTH, Box
from game.ui.props.poster import PAPER_HEIGHT, PAPER_WIDTH, draw_bill, draw_paper
from game.ui.screen import new_painter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.ui.props.poster import Bill

PNG_SIZE = (1200, 1360)
"""Pixels; the paper's own shape."""
_DRIVER = "SDL_VIDEODRIVER"


def poster_png(bill: Bill, path: Path, size: tuple[int, int] = PNG_SIZE) -> None:
    """Print the paper of the poster, nothing around it, as a PNG of `size` pixels.

    Works beside the game's window and without any; a poster looks alike in every theme.

    Raises:
        FileExistsError: when there is such a file already; it stays as it is.
        OSError: when it cannot be written.
    """
    data = io.BytesIO()
    with _something_to_draw_for():
        pygame.image.save(_printed(bill, size), data, "poster.png")
    with path.open("xb") as file:
        file.write(data.getvalue())


def save_poster(bill: Bill, place: Path, stem: str) -> Path:
    """Print the poster into `place`, which is made if need be; the file's path.

    That is `stem`.png, or `stem`-2.png and so on: no file is written over.

    Raises:
        OSError: when it cannot be written.
    """
    place.mkdir(parents=True, exist_ok=True)
    for number in count(1):
        path = place / (f"{stem}.png" if number == 1 else f"{stem}-{number}.png")
        if path.exists():
            continue
        try:
            poster_png(bill, path)
        except FileExistsError:
            continue
        return path
    raise AssertionError("there is always another number")


def pictures_folder() -> Path:
    """Where a player looks for pictures; the game's own data folder where there is no such place.

    Neither is made by this.
    """
    from platformdirs import user_data_dir, user_pictures_dir

    pictures = Path(user_pictures_dir())
    if pictures.is_dir() and os.access(pictures, os.W_OK):
        return pictures
    return Path(user_data_dir("encore", appauthor=False))


def _printed(bill: Bill, size: tuple[int, int]) -> pygame.Surface:
    surface = pygame.Surface(size)
    scale = min(size[0] / PAPER_WIDTH, size[1] / PAPER_HEIGHT)
    painter = new_painter(folder("assets"), still=True)
    # Round corners are paper too: what is sent on has no window behind it.
    surface.fill(painter.theme.paper)
    # As for a window of which the paper fills the upper left corner.
    painter.begin((round(WIDTH * scale), round(HEIGHT * scale)))
    paper = Box(0, 0, PAPER_WIDTH, PAPER_HEIGHT)
    draw_paper(painter, paper, len(bill.acts))
    draw_bill(painter, paper, bill)
    painter.finish(surface)
    return surface


@contextmanager
def _something_to_draw_for() -> Iterator[None]:
    """Pictures are made in the format of a window: where none is open, one that nobody sees."""
    try:
        pygame.Surface((1, 1)).convert_alpha()
    except pygame.error:
        with _hidden_window():
            yield
    else:
        yield


@contextmanager
def _hidden_window() -> Iterator[None]:
    before, closed = os.environ.get(_DRIVER), not pygame.display.get_init()
    if closed:
        os.environ[_DRIVER] = "dummy"
    try:
        pygame.display.init()
        window = pygame.Window("Encore", (16, 16), hidden=True)
        window.get_surface()
        yield
        window.destroy()
    finally:
        if closed:
            pygame.display.quit()
            os.environ.pop(_DRIVER, None)
            if before is not None:
                os.environ[_DRIVER] = before

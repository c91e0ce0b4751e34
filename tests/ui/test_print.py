from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.ui.print import PNG_SIZE, pictures_folder, poster_png, save_poster
from game.ui.props.poster import Act, Bill
from tests.conftest import ROOT

BILL = Bill("TONIGHT ONLY", (Act(1, 0, "Mia", 90), Act(2, 1, "Bo", 50)), (("22:15", "A", "Mia"),))


@pytest.mark.usefixtures("hidden_window")
@pytest.mark.parametrize("size", [PNG_SIZE, (600, 680)])
def test_a_poster_is_printed_to_its_edges_at_the_size_asked_for(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    poster_png(BILL, tmp_path / "poster.png", size)
    picture = pygame.image.load(tmp_path / "poster.png")
    assert picture.get_size() == size
    wide, high = size
    for place in ((3, high // 2), (wide - 4, high // 2), (wide // 2, 3), (wide // 2, high - 4)):
        red, green, blue, alpha = picture.get_at(place)
        assert red > 240 > green > 200 > blue
        assert alpha == 255


@pytest.mark.usefixtures("hidden_window")
def test_a_print_is_drawn_at_its_size_and_not_scaled_up(tmp_path: Path) -> None:
    for name, size in (("large", (1200, 1360)), ("small", (600, 680))):
        poster_png(BILL, tmp_path / f"{name}.png", size)
    large = pygame.image.load(tmp_path / "large.png")
    blown = pygame.transform.scale(pygame.image.load(tmp_path / "small.png"), (1200, 1360))
    # The headliner's name.
    places = [(x, y) for y in range(480, 700, 4) for x in range(200, 1000, 2)]
    assert sum(large.get_at(place) != blown.get_at(place) for place in places) > 200


@pytest.mark.usefixtures("hidden_window")
def test_no_picture_is_written_over(tmp_path: Path) -> None:
    place = tmp_path / "made"
    names = [save_poster(BILL, place, "encore-2026-11-22").name for _ in range(3)]
    assert names == [f"encore-2026-11-22{end}.png" for end in ("", "-2", "-3")]
    with pytest.raises(FileExistsError):
        poster_png(BILL, place / names[0])


@pytest.mark.usefixtures("hidden_window")
def test_a_place_that_takes_no_file_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(OSError, match="file"):
            save_poster(BILL, place, "encore")


def test_a_poster_is_printed_without_a_window_and_leaves_none(tmp_path: Path) -> None:
    code = (
        "import os, pygame; from pathlib import Path; from tests.ui.test_print import BILL;"
        "from game.ui.print import poster_png;"
        f"poster_png(BILL, Path({str(tmp_path / 'poster.png')!r}));"
        "assert not pygame.display.get_init() and 'SDL_VIDEODRIVER' not in os.environ"
    )
    # Importing the tests sets the driver for them: it has to be gone before the poster is.
    code = code.replace("poster_png(BILL", "os.environ.pop('SDL_VIDEODRIVER'); poster_png(BILL", 1)
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)
    assert (tmp_path / "poster.png").stat().st_size > 20_000


def test_pictures_go_where_a_player_looks_for_them_or_to_the_game_s_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import platformdirs

    there = tmp_path / "Pictures"
    monkeypatch.setattr(platformdirs, "user_pictures_dir", lambda: str(there))
    assert pictures_folder() == Path(platformdirs.user_data_dir("encore", appauthor=False))
    there.mkdir()
    assert pictures_folder() == there
    assert os.access(there, os.W_OK)

"""The drawings keep to what the SVG loader draws right, and all of them are there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.ui.media.svg import faults
from game.ui.theme import DAYLIGHT

ART = Path(__file__).parent.parent / "assets" / "art"
FILES = sorted(ART.rglob("*.svg"))
ICONS = sorted((ART / "icons").glob("*.svg"))
LARGEST = 40 * 1024

SCENES = "road road-night road-day bus cover poster poster-many icon pass jacket"
MOMENTS = "roof bus telephone arena page road stage record"
ICON_NAMES = (
    "tick cross star star-outline note sound mute lock crown clock arrow-right arrow-left "
    "arrow-up arrow-down pause play pick hourglass bolt heart seat-circle seat-diamond "
    "seat-square seat-triangle seat-hexagon seat-star seat-drop seat-cross mic road loop flame "
    "moon steps bus ghost speech turn trio record eye-closed"
)


def drawing(body: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{body}</svg>'


def name_of(path: Path) -> str:
    return path.relative_to(ART).with_suffix("").as_posix()


def test_every_drawing_the_game_shows_is_there_and_no_other() -> None:
    wanted = {*SCENES.split()}
    wanted |= {f"moments/{name}" for name in MOMENTS.split()}
    wanted |= {f"icons/{name}" for name in ICON_NAMES.split()}
    assert {name_of(path) for path in FILES} == wanted


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_drawing_holds_only_what_the_loader_draws_right(path: Path) -> None:
    assert list(faults(name_of(path), path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_drawing_is_small_enough_to_read(path: Path) -> None:
    assert path.stat().st_size < LARGEST


@pytest.mark.parametrize("size", [(48, 48), (400, 300), (960, 540)], ids=str)
@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_drawing_loads_at_a_size_and_shows_something(path: Path, size: tuple[int, int]) -> None:
    surface = pygame.image.load_sized_svg(path, size)
    spare = (size[0] - surface.get_width(), size[1] - surface.get_height())
    assert min(spare) in (-1, 0)  # the loader rounds the fitted size up
    assert pygame.mask.from_surface(surface, 127).count() > surface.get_width()


@pytest.mark.parametrize(
    "name", ["road", "road-night", "road-day", *(f"moments/{m}" for m in MOMENTS.split())]
)
def test_a_full_picture_leaves_no_hole(name: str) -> None:
    surface = pygame.image.load_sized_svg(ART / f"{name}.svg", (320, 320))
    mask = pygame.mask.from_surface(surface, 250)
    assert mask.count() == surface.get_width() * surface.get_height()


@pytest.mark.parametrize("path", ICONS, ids=name_of)
def test_an_icon_is_white_only_and_square(path: Path) -> None:
    surface = pygame.image.load_sized_svg(path, (64, 64))
    assert surface.get_size() == (64, 64)
    inked = [surface.get_at((x, y)) for x in range(64) for y in range(64)]
    assert {tuple(c)[:3] for c in inked if c.a > 8} == {(255, 255, 255)}


def luminance(colour: pygame.Color) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.1)."""
    parts = [c / 255 for c in (colour.r, colour.g, colour.b)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def worst_contrast(name: str, size: tuple[int, int], area: pygame.Rect, text: str) -> float:
    """Smallest contrast of `text` with the drawing's colours in `area` (averaged 4 x 4)."""
    picture = pygame.image.load_sized_svg(ART / f"{name}.svg", size).subsurface(area)
    small = pygame.transform.smoothscale(picture, (area.width // 4, area.height // 4))
    ink = luminance(pygame.Color(text))
    width, height = small.get_size()
    grounds = [luminance(small.get_at((x, y))) for x in range(width) for y in range(height)]
    return min((max(ink, g) + 0.05) / (min(ink, g) + 0.05) for g in grounds)


def test_a_paper_number_reads_on_the_lower_part_of_the_cover() -> None:
    area = pygame.Rect(16, 268, 438, 76)
    assert worst_contrast("cover", (470, 350), area, "#FFF4DC") >= 4.5


@pytest.mark.parametrize("text", ["#2A1430", "#A63A56"])
def test_ink_and_rose_read_on_the_poster_below_the_rainbow(text: str) -> None:
    area = pygame.Rect(40, 190, 520, 440)
    assert worst_contrast("poster", (600, 680), area, text) >= 4.5


def test_paper_text_reads_anywhere_on_the_night_road() -> None:
    area = pygame.Rect(240, 140, 1280, 720)
    assert worst_contrast("road-night", (1760, 1000), area, "#FFF4DC") >= 4.5


@pytest.mark.parametrize("look", ["on_sky", "accent_on_sky", "quiet_on_sky"])
def test_dark_text_reads_anywhere_on_the_road_by_day(look: str) -> None:
    area = pygame.Rect(240, 140, 1280, 720)
    ink = "#{:02X}{:02X}{:02X}".format(*getattr(DAYLIGHT, look))
    assert worst_contrast("road-day", (1760, 1000), area, ink) >= 4.5


@pytest.mark.parametrize(
    ("body", "element", "what"),
    [
        ('<use href="#a"/>', "<use>", "not drawn"),
        ("<text>hi</text>", "<text>", "not drawn"),
        ("<style>g{fill:red}</style>", "<style>", "not drawn"),
        ('<mask id="m"/>', "<mask>", "not drawn"),
        ('<g clip-path="url(#c)"/>', "<g>", "clip-path"),
        ('<g filter="url(#f)"/>', "<g>", "filter"),
        ('<g class="sky"/>', "<g>", "class"),
        ('<g style="fill:none"/>', "<g>", "style"),
        ('<rect fill="tomato"/>', "<rect>", "tomato"),
        ('<rect fill="rgba(1,2,3,.5)"/>', "<rect>", "rgba"),
        ('<rect fill="hsl(1,2%,3%)"/>', "<rect>", "hsl"),
        ('<path stroke="currentColor"/>', "<path>", "currentColor"),
        ('<rect fill="url(#gone)"/>', "<rect>", "gone"),
        ('<linearGradient id="a" x1="0" x2="1"/>', "<linearGradient>", "x2='1'"),
        ('<radialGradient id="a" r="0.5"/>', "<radialGradient>", "r='0.5'"),
    ],
)
def test_what_the_loader_cannot_draw_is_named_with_file_and_element(
    body: str, element: str, what: str
) -> None:
    found = [fault for fault in faults("some/file", drawing(body)) if what in fault]
    assert found
    assert found[0].startswith("some/file: ")
    assert element in found[0]


def test_a_drawing_without_a_view_box_is_refused() -> None:
    assert list(faults("f", '<svg xmlns="http://www.w3.org/2000/svg"/>')) == [
        "f: <svg> has no viewBox"
    ]

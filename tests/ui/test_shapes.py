from __future__ import annotations

import io
import math
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui import shapes

INK, PAPER = (10, 20, 30), (240, 230, 220)
SHAPES: dict[str, Callable[[float, float], str]] = {
    "plate": lambda w, h: shapes.plate(w, h, 6, INK, 0.9, PAPER, 2),
    "mask": lambda w, h: shapes.mask(w, h, 6, "all"),
    "ticket": lambda w, h: shapes.ticket(w, h, w - 30, PAPER, INK),
    "record": lambda w, _h: shapes.record(w, INK, PAPER, INK, PAPER),
    "arc": lambda w, _h: shapes.arc(w, 4, 0.4, INK, PAPER),
    "glow": lambda w, h: shapes.glow(w, h, INK, 0.8),
    "strap": lambda w, h: shapes.strap(w, h, 10, 30, 12, INK),
    "scrap": lambda w, _h: shapes.scrap(w, 1.2, INK),
}


def drawn(source: str, size: tuple[int, int]) -> pygame.Surface:
    return pygame.image.load_sized_svg(io.BytesIO(source.encode()), size)


def alpha(surface: pygame.Surface, x: int, y: int) -> int:
    return surface.get_at((x, y))[3]


@pytest.mark.parametrize("name", SHAPES)
@given(w=st.floats(1, 2000), h=st.floats(1, 2000))
def test_every_shape_is_well_formed_at_any_size(name: str, w: float, h: float) -> None:
    root = ET.fromstring(SHAPES[name](w, h))
    _, _, wide, _ = map(float, root.attrib["viewBox"].split())
    assert wide == pytest.approx(w, abs=0.01)


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_leaves_ink(name: str) -> None:
    surface = drawn(SHAPES[name](100, 80), (100, 80))
    assert surface.get_bounding_rect().size > (10, 10)


def test_a_plate_is_solid_within_and_open_at_its_corners() -> None:
    surface = drawn(shapes.plate(60, 40, 14, INK), (60, 40))
    assert tuple(surface.get_at((30, 20))) == (*INK, 255)
    assert [alpha(surface, x, y) for x in (0, 59) for y in (0, 39)] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("corners", "open_"),
    [("all", "tl tr bl br"), ("left", "tl bl"), ("top", "tl tr")],
)
def test_a_mask_rounds_the_corners_it_is_told(corners: str, open_: str) -> None:
    surface = drawn(shapes.mask(60, 40, 12, corners), (60, 40))
    places = {"tl": (0, 0), "tr": (59, 0), "bl": (0, 39), "br": (59, 39)}
    assert {name for name, at in places.items() if not alpha(surface, *at)} == set(open_.split())


@pytest.mark.parametrize("share", [0.0, 0.1, 0.25, 0.5, 0.50001, 0.75, 0.9, 1.0])
def test_an_arc_runs_clockwise_from_the_top_for_its_share(share: float) -> None:
    size = 201
    surface = drawn(shapes.arc(size, 10, share, INK), (size, size))
    centre, radius = size / 2, (size - 10) / 2
    for degrees in range(6, 360, 12):
        angle = math.radians(degrees - 90)
        x = int(centre + radius * math.cos(angle))
        y = int(centre + radius * math.sin(angle))
        if abs(degrees / 360 - share) > 0.02 and degrees < 355:
            assert (alpha(surface, x, y) > 128) == (degrees / 360 < share), degrees


def test_a_colour_is_written_as_six_digits() -> None:
    assert shapes.code((0, 171, 255)) == "#00ABFF"

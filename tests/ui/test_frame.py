from __future__ import annotations

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.frame import Mark, Picture, differences, merged, paint

SIDE = 24
WHOLE = pygame.Rect(0, 0, SIDE, SIDE)
RECTS = st.builds(
    pygame.Rect, st.integers(-6, 26), st.integers(-6, 26), st.integers(0, 12), st.integers(0, 12)
)


def mark(colour: tuple[int, int, int], rect: pygame.Rect) -> Mark:
    return Mark(colour, rect, lambda surface: surface.fill(colour, rect))


MARKS = st.builds(mark, st.sampled_from([(255, 0, 0), (0, 255, 0), (0, 0, 255)]), RECTS)
GROUND = mark((9, 9, 9), WHOLE)


def pictures() -> st.SearchStrategy[Picture]:
    return st.lists(MARKS, max_size=7).map(lambda marks: [GROUND, *marks])


@st.composite
def changes(draw: st.DrawFn) -> tuple[Picture, Picture]:
    """Two pictures that have most of their marks in common, perhaps in another order."""
    before = draw(pictures())
    kept = [each for each in before[1:] if draw(st.integers(0, 3))]
    after = draw(st.permutations([*kept, *draw(st.lists(MARKS, max_size=2))]))
    return before, [GROUND, *after]


def painted(picture: Picture) -> pygame.Surface:
    surface = pygame.Surface((SIDE, SIDE))
    paint(picture, surface, [WHOLE])
    return surface


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


@given(changes())
@settings(max_examples=300)
def test_painting_only_what_differs_leaves_the_same_pixels_as_painting_all(
    change: tuple[Picture, Picture],
) -> None:
    before, after = change
    surface = painted(before)
    paint(after, surface, differences(before, after, WHOLE))
    assert pixels(surface) == pixels(painted(after))


@given(pictures())
def test_the_same_picture_again_differs_nowhere(picture: Picture) -> None:
    assert differences(picture, list(picture), WHOLE) == []


def test_who_covers_whom_is_seen_though_something_else_has_come() -> None:
    red = mark((255, 0, 0), pygame.Rect(2, 2, 8, 8))
    blue = mark((0, 0, 255), pygame.Rect(5, 5, 8, 8))
    new = mark((0, 255, 0), pygame.Rect(20, 20, 2, 2))
    places = differences([GROUND, red, blue], [GROUND, blue, red, new], WHOLE)
    assert any(place.contains(pygame.Rect(5, 5, 5, 5)) for place in places)


def test_a_mark_that_moves_shows_where_it_was_and_where_it_is() -> None:
    here, there = pygame.Rect(0, 0, 3, 3), pygame.Rect(12, 12, 3, 3)
    places = differences([GROUND, mark((1, 1, 1), here)], [GROUND, mark((1, 1, 1), there)], WHOLE)
    assert sorted(map(tuple, places)) == [tuple(here), tuple(there)]


@given(st.lists(RECTS, max_size=30))
def test_merged_places_are_apart_in_bounds_and_cover_what_they_are_made_of(
    places: list[pygame.Rect],
) -> None:
    joined = merged(places, WHOLE)
    for number, place in enumerate(joined):
        assert WHOLE.contains(place)
        assert place.size != (0, 0)
        assert place.collidelist(joined[:number]) == -1
    for place in places:
        seen = place.clip(WHOLE)
        assert not seen.w * seen.h or any(each.contains(seen) for each in joined)


def test_many_places_or_much_of_the_window_are_painted_at_once() -> None:
    whole = pygame.Rect(0, 0, 1000, 1000)
    dots = [pygame.Rect(30 * n, 0, 2, 2) for n in range(25)]
    assert merged(dots, whole) == [whole]
    assert len(merged(dots[:24], whole)) == 24
    assert merged([pygame.Rect(0, 0, 1000, 601)], whole) == [whole]
    assert merged([pygame.Rect(0, 0, 1000, 599)], whole) == [pygame.Rect(0, 0, 1000, 599)]


def test_nothing_is_painted_outside_the_places() -> None:
    surface = painted([GROUND])
    place = pygame.Rect(4, 4, 5, 5)
    paint([mark((255, 0, 0), WHOLE)], surface, [place])
    red = {(x, y) for x in range(SIDE) for y in range(SIDE) if surface.get_at((x, y))[0] == 255}
    assert red == {(x, y) for x in range(4, 9) for y in range(4, 9)}
    assert surface.get_clip() == WHOLE


def test_a_mark_outside_the_places_is_not_asked_to_paint() -> None:
    def never(_surface: pygame.Surface) -> None:
        pytest.fail("painted for nothing")

    paint([Mark("far", pygame.Rect(20, 20, 2, 2), never)], painted([]), [pygame.Rect(0, 0, 9, 9)])

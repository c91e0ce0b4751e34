from __future__ import annotations

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.text.clean import clean
from game.ui.text.clusters import clusters
from game.ui.text.fonts import Face, FontBook
from game.ui.text.lines import box_size
from game.ui.text.typeset import ELLIPSIS, WIDEST, Typesetter
from tests.ui.text.conftest import NoSystemFonts
from tests.ui.text.strings import SAMPLES, TEXTS

INK = (42, 20, 48)
STEM = "Which singer opened the show at Wembley in July 1985, before seventy-two thousand people?"
FACES = st.sampled_from(Face)


@settings(deadline=None)
@given(text=TEXTS, face=FACES, px=st.integers(1, 60))
def test_any_text_is_drawn_at_the_size_that_was_told(
    text: str, face: Face, px: int, typesetter: Typesetter
) -> None:
    picture = typesetter.render(text, face, px, INK)
    assert picture.get_size() == typesetter.size(text, face, px)
    assert picture.get_height() >= typesetter.line_height(face, px)
    assert picture.get_width() > 0 or not clean(text)


@settings(deadline=None)
@given(text=TEXTS, face=FACES, px=st.integers(8, 40), width=st.integers(10, 700))
def test_wrapped_lines_hold_the_width_unless_one_letter_is_wider(
    text: str, face: Face, px: int, width: int, typesetter: Typesetter
) -> None:
    for line in typesetter.wrap(text, face, px, width):
        visible = line.strip("\u200e\u200f ")
        assert typesetter.size(line, face, px)[0] <= width or len(clusters(visible)) == 1


@settings(deadline=None)
@given(text=TEXTS, width=st.integers(5, 700), height=st.integers(5, 300))
def test_a_fitted_text_is_inside_its_box_or_the_smallest(
    text: str, width: int, height: int, typesetter: Typesetter
) -> None:
    block = typesetter.fit(text, Face.TEXT, (32, 24, 16), width, height)
    assert block.height == block.line_height * len(block.lines)
    assert block.px == 16 or (block.width <= width and block.height <= height and not block.cut)
    if block.cut:
        assert block.lines[-1].endswith(ELLIPSIS)
        assert block.height <= max(height, block.line_height)
    else:
        fitted = "".join("".join(block.lines).split()).translate(dict.fromkeys((0x200E, 0x200F)))
        wanted = "".join(clean(text).split()).translate(dict.fromkeys((0x200E, 0x200F)))
        assert fitted.replace("\u200b", "") == wanted.replace("\u200b", "")


@pytest.mark.parametrize("text", ["\U0010fffd", "x\U0010fffdy", "\ue000"])
def test_a_letter_that_no_font_has_is_a_box(text: str, typesetter: Typesetter) -> None:
    picture = typesetter.render(text, Face.TITLE, 40, (255, 255, 255))
    width, height = box_size(40)
    assert picture.get_height() == typesetter.line_height(Face.TITLE, 40)
    assert picture.get_bounding_rect().height >= height
    assert picture.get_bounding_rect().width >= width - 6
    baseline = typesetter.ascent(Face.TITLE, 40)
    assert any(picture.get_at((x, baseline - 1)).a == 255 for x in range(picture.get_width()))


def test_letters_of_two_fonts_stand_on_one_baseline(typesetter: Typesetter) -> None:
    px = 48
    for face in Face:
        picture = typesetter.render("H\U0010fffd", face, px, INK)
        columns = picture.get_width() - box_size(px)[0]
        letter = picture.subsurface((0, 0, columns, picture.get_height())).get_bounding_rect()
        box = picture.subsurface((columns, 0, box_size(px)[0], picture.get_height()))
        assert abs(letter.bottom - box.get_bounding_rect().bottom) <= 2


def test_ink_above_the_ascent_does_not_sink_the_line(book: FontBook) -> None:
    typesetter = Typesetter(book)
    tall = typesetter.render("HǕ\U0010fffd", Face.STRONG, 48, INK)
    low = typesetter.render("H\U0010fffd", Face.STRONG, 48, INK)
    grown = tall.get_height() - low.get_height()

    def foot(picture: pygame.Surface) -> int:
        return picture.subsurface((0, 0, 20, picture.get_height())).get_bounding_rect().bottom

    assert grown > 0
    assert foot(tall) == foot(low) + grown


def test_arabic_is_joined_where_a_font_has_it() -> None:
    typesetter = Typesetter()
    if typesetter.book.file_for("س", Face.TEXT) is None:
        pytest.skip("no font with Arabic letters here")
    joined = typesetter.size("سلام", Face.TEXT, 60)[0]
    apart = sum(typesetter.size(letter, Face.TEXT, 60)[0] for letter in "سلام")
    assert joined < apart * 0.9


def test_pictures_of_letters_are_scaled_to_the_line(book: FontBook) -> None:
    class Emoji(NoSystemFonts):
        def file_for(self, text: str) -> str | None:
            return book.file(Face.TEXT) if text == "🎸" else None

        def bitmap(self, file: str) -> bool:
            return True

    class Album(FontBook):
        def bitmap(self, file: str) -> bool:
            return file == book.file(Face.HAND)

        def file_for(self, cluster: str, face: Face) -> str | None:
            return book.file(Face.HAND) if cluster == "🎸" else super().file_for(cluster, face)

    typesetter = Typesetter(Album(system=Emoji()))
    assert typesetter.render("a🎸b", Face.TEXT, 40, INK).get_height() <= 52


def test_what_was_drawn_is_drawn_once(typesetter: Typesetter) -> None:
    first = typesetter.render("Encore", Face.TITLE, 40, INK)
    assert typesetter.render("Encore", Face.TITLE, 40, INK) is first


def test_what_is_kept_is_bounded(book: FontBook) -> None:
    typesetter = Typesetter(book, cache_bytes=200_000)
    for number in range(400):
        typesetter.render(f"question {number}", Face.TEXT, 30, INK)
    assert 100_000 < typesetter.cached_bytes <= 200_000


def test_a_megabyte_of_text_is_a_bounded_picture(typesetter: Typesetter) -> None:
    for text in ("x" * 1_000_000, "ש" * 1_000_000):
        assert typesetter.render(text, Face.TEXT, 40, INK).get_width() <= WIDEST


def test_the_largest_size_that_fits_is_taken(typesetter: Typesetter) -> None:
    block = typesetter.fit(STEM, Face.TEXT, (26, 40, 34), 600, 130)
    assert block.px == 34
    assert not block.cut
    larger = typesetter.wrap(STEM, Face.TEXT, 40, 600)
    assert len(larger) * typesetter.line_height(Face.TEXT, 40) > 130


def test_a_size_that_cuts_no_word_is_preferred(typesetter: Typesetter) -> None:
    width = typesetter.size("Antidisestablishmentarianism", Face.TEXT, 20)[0] + 2
    block = typesetter.fit("Antidisestablishmentarianism", Face.TEXT, (40, 20), width, 300)
    assert (block.px, len(block.lines)) == (20, 1)


def test_a_text_too_long_for_the_smallest_size_ends_in_an_ellipsis(typesetter: Typesetter) -> None:
    block = typesetter.fit(STEM * 9, Face.TEXT, (26, 20), 300, 60)
    assert block.cut
    assert block.px == 20
    assert len(block.lines) == 2
    assert block.lines[-1].endswith(ELLIPSIS)
    assert block.width <= 300


def test_fit_without_sizes_is_refused(typesetter: Typesetter) -> None:
    with pytest.raises(ValueError, match="at least one size"):
        typesetter.fit("a", Face.TEXT, (), 100, 100)


@pytest.mark.parametrize(("text", "way"), [("abc", "ltr"), ("(שלום) abc", "rtl"), ("12", "ltr")])
def test_the_direction_of_a_line_is_told(text: str, way: str, typesetter: Typesetter) -> None:
    assert typesetter.base_direction(text) == way


@pytest.mark.parametrize("px", [-5, 0, 1, 100_000])
def test_a_size_without_sense_is_brought_into_bounds(px: int, typesetter: Typesetter) -> None:
    picture = typesetter.render("a b", Face.TEXT, px, INK)
    assert picture.get_size() == typesetter.size("a b", Face.TEXT, px)
    assert 0 < picture.get_height() < 2000


@pytest.mark.parametrize("text", SAMPLES)
def test_text_is_drawn_before_and_after_a_window_exists(text: str, book: FontBook) -> None:
    before = Typesetter(book).render(text, Face.TEXT, 30, INK)
    # Other tests keep a window for the whole run.
    open_before = pygame.display.get_init()
    pygame.display.init()
    try:
        pygame.display.set_mode((64, 64))
        after = Typesetter(book).render(text, Face.TEXT, 30, INK)
        assert after.get_size() == before.get_size()
        assert after.get_masks() == after.convert_alpha().get_masks()
    finally:
        if not open_before:
            pygame.display.quit()


def test_text_is_drawn_again_after_the_font_module_was_closed(book: FontBook) -> None:
    typesetter = Typesetter(book)
    size = typesetter.render("once", Face.TEXT, 30, INK).get_size()
    pygame.font.quit()
    assert typesetter.render("more", Face.TEXT, 30, INK).get_height() == size[1]


def test_plain_text_needs_no_runs_no_levels_and_no_other_program() -> None:
    import subprocess
    import sys

    program = (
        "import sys; from game.ui.text.typeset import Typesetter; "
        "from game.ui.text.fonts import Face; t = Typesetter(); "
        "t.render('“Łódź” — café …', Face.TITLE, 40, (1, 2, 3)); "
        f"t.fit({STEM!r}, Face.TEXT, (40, 30), 500, 200); t.base_direction('abc'); "
        "print(sorted({'subprocess', 'game.ui.text.runs', 'game.ui.text.bidi'} & {*sys.modules}))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip().endswith("[]")

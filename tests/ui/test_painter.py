from __future__ import annotations

import pygame
import pytest

from game.rules.deal import deal_card
from game.rules.modes import CLOCKS
from game.scenes.question import QuestionScene
from game.scenes.scene import show
from game.scenes.title import Line, TitleScene, Wish
from game.stage import Stage
from game.ui import theme
from game.ui.actions import Action, Aim, Choose
from game.ui.layout import Box
from game.ui.painter import Painter
from game.ui.props.header import Header
from game.ui.props.passes import Pass
from tests.conftest import Painters
from tests.rules.bank import question
from tests.scenes.look import lines

SIZE = (1280, 720)
RED = (200, 0, 0)


@pytest.fixture
def painter(painters: Painters) -> Painter:
    return painters()


@pytest.fixture
def surface() -> pygame.Surface:
    return pygame.Surface(SIZE)


def shown(painter: Painter, stage: Stage, surface: pygame.Surface) -> list[pygame.Rect]:
    painter.begin(surface.get_size())
    stage.draw(painter)
    return painter.finish(surface)


def answering(spent: float = 3.0) -> Stage:
    card = deal_card(question("q"), "s")
    scene = QuestionScene(card, CLOCKS["standard"], Header("TRACK 1 OF 10", "Small", 0))
    scene.reading_left, scene.spent = 0.0, spent
    stage = Stage(show(scene))
    scene.age = 9.0
    return stage


def counted(patch: pytest.MonkeyPatch) -> list[str]:
    """The names of costly things asked of pygame from now on."""
    asked: list[str] = []

    class Font(pygame.font.Font):
        def __init__(self, *given: object) -> None:
            asked.append("Font")
            super().__init__(*given)  # type: ignore[arg-type]

        def render(self, *given: object, **named: object) -> pygame.Surface:
            asked.append("render")
            return super().render(*given, **named)  # type: ignore[arg-type]

    def spied(of: object, name: str) -> None:
        real = getattr(of, name)

        def spy(*given: object, **named: object) -> object:
            asked.append(name)
            return real(*given, **named)

        patch.setattr(of, name, spy)

    patch.setattr(pygame.font, "Font", Font)
    spied(pygame.image, "load_sized_svg")
    spied(pygame.transform, "gaussian_blur")
    spied(pygame, "Surface")
    return asked


# -- only what changes ----------------------------------------------------------


def test_a_first_picture_paints_the_whole_window(painter: Painter, surface: pygame.Surface) -> None:
    assert shown(painter, answering(), surface) == [surface.get_rect()]


def test_an_unchanged_picture_paints_nothing_and_asks_pygame_for_nothing(
    painters: Painters, surface: pygame.Surface, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = counted(monkeypatch)
    painter, stage = painters(), answering()
    shown(painter, stage, surface)
    # The count does count.
    assert {"Font", "render", "load_sized_svg", "gaussian_blur", "Surface"} <= set(asked)
    asked.clear()
    assert shown(painter, stage, surface) == []
    assert asked == []


def test_a_hover_on_an_answer_changes_two_rectangles(
    painter: Painter, surface: pygame.Surface
) -> None:
    stage = answering()
    stage.handle(Aim(0))
    shown(painter, stage, surface)
    stage.handle(Aim(3))
    assert len(shown(painter, stage, surface)) == 2


def test_the_first_hover_changes_one_rectangle(painter: Painter, surface: pygame.Surface) -> None:
    stage = answering()
    shown(painter, stage, surface)
    stage.handle(Aim(2))
    (place,) = shown(painter, stage, surface)
    (target,) = [each.rect for each in painter.targets if each.press == Choose(2)]
    assert place.contains(target)


def test_a_step_of_the_clock_changes_one_rectangle(
    painter: Painter, surface: pygame.Surface
) -> None:
    stage = answering()
    shown(painter, stage, surface)
    for _ in range(12):
        stage.tick(0.25)
        (place,) = shown(painter, stage, surface)
        assert place.w * place.h < 0.02 * SIZE[0] * SIZE[1]


def test_moving_through_a_menu_changes_two_rectangles(
    painter: Painter, surface: pygame.Surface
) -> None:
    scene = TitleScene(
        tuple(Line(wish, "note") for wish in Wish), Pass("Pack", "5 questions", (("Easy", "5"),))
    )
    stage = Stage(show(scene))
    scene.age = 9.0
    shown(painter, stage, surface)
    stage.handle(Aim(3))
    assert len(shown(painter, stage, surface)) == 2


def test_another_size_or_another_surface_is_painted_anew(painter: Painter) -> None:
    stage, small, large = answering(), pygame.Surface((960, 540)), pygame.Surface(SIZE)
    shown(painter, stage, small)
    assert shown(painter, stage, large) == [large.get_rect()]
    painter.forget()
    assert shown(painter, stage, large) == [large.get_rect()]


def test_dirty_painting_leaves_the_pixels_of_a_whole_picture(
    painters: Painters, surface: pygame.Surface
) -> None:
    stage, painter, fresh = answering(), painters(), pygame.Surface(SIZE)
    for turn in range(8):
        shown(painter, stage, surface)
        stage.tick(0.2)
        stage.handle(Aim(turn % 4))
    shown(painter, stage, surface)
    painter.forget()
    shown(painter, stage, fresh)
    assert pygame.image.tobytes(surface, "RGB") == pygame.image.tobytes(fresh, "RGB")


# -- space ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "scale", "view"),
    [
        ((1280, 720), 1.0, Box(0, 0, 1280, 720)),
        ((2560, 1440), 2.0, Box(0, 0, 1280, 720)),
        ((1280, 960), 1.0, Box(0, -120, 1280, 960)),
        ((1680, 720), 1.0, Box(-200, 0, 1680, 720)),
    ],
)
def test_the_design_stands_in_the_middle_and_the_view_is_all_of_the_window(
    painter: Painter, size: tuple[int, int], scale: float, view: Box
) -> None:
    painter.begin(size)
    assert (painter.scale, painter.view) == (scale, view)


def test_text_stands_where_it_is_told(painter: Painter) -> None:
    painter.begin(SIZE)
    box = Box(100, 100, 400, 80)
    left = painter.text("word", box, theme.BODY, RED, "left", "top")
    right = painter.text("word", box, theme.BODY, RED, "right", "bottom")
    middle = painter.text("word", box, theme.BODY, RED, "centre", "middle")
    assert (left.x, left.y) == (100, 100)
    assert (right.right, right.bottom) == (500, 180)
    assert middle.centre == pytest.approx(box.centre)
    assert painter.text("", box, theme.BODY, RED).w == 0


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_larger_text_is_larger_where_there_is_room(painters: Painters, scale: float) -> None:
    painter = painters(text_scale=scale)
    painter.begin(SIZE)
    said = painter.text("word", Box(0, 0, 900, 200), theme.BODY, RED)
    plain = painters()
    plain.begin(SIZE)
    assert said.h == pytest.approx(
        plain.text("word", Box(0, 0, 900, 200), theme.BODY, RED).h * scale, rel=0.1
    )


def test_larger_text_is_never_cut_where_plain_text_is_not(painters: Painters) -> None:
    box = Box(0, 0, 130, 24)
    for scale in (1.0, 1.25, 1.5):
        painter = painters(text_scale=scale)
        painter.begin(SIZE)
        painter.text("just fits in here", box, theme.BODY, RED)
        assert [line.words for line in lines(painter)] == ["just fits in here"]


def test_the_pointer_uses_what_lies_on_top(painter: Painter) -> None:
    painter.begin(SIZE)
    painter.target(Box(0, 0, 100, 100), Choose(0))
    painter.target(Box(50, 50, 100, 100), Action.BACK)
    said = [painter.target_at(*at) for at in ((10, 10), (70, 70), (149, 149), (150, 150))]
    assert [each and each.press for each in said] == [
        Choose(0),
        Action.BACK,
        Action.BACK,
        None,
    ]


def test_groups_fade_and_move_together_and_still_painters_move_nothing(
    painters: Painters,
) -> None:
    for still, x in ((False, 30), (True, 0)):
        painter = painters(still=still)
        painter.begin(SIZE)
        with painter.shown(fade=0.5, dx=20), painter.shown(fade=0.5, dx=10):
            painter.fill(Box(0, 0, 10, 10), RED)
        painter.fill(Box(0, 0, 10, 10), RED)
        inner, outer = painter.picture
        assert (inner.rect.x, outer.rect.x) == (x, 0)
        assert (inner.key, outer.key) == (("fill", RED, 64), ("fill", RED, 255))


def test_a_missing_picture_leaves_an_empty_place_and_its_name(
    painter: Painter, surface: pygame.Surface
) -> None:
    painter.begin(SIZE)
    painter.backdrop("no-such-sky")
    painter.drawing("no-such-bus", Box(0, 0, 50, 50))
    painter.finish(surface)
    assert painter.art.missing == ["no-such-sky", "no-such-bus"]
    assert surface.get_at((5, 5))[:3] == painter.theme.sky

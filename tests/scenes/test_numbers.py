from __future__ import annotations

from itertools import combinations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.patches import PATCHES
from game.scenes.numbers import POINTED, Next, Numbers, NumbersScene, Tab, Wall
from game.scenes.patches import PatchesScene
from game.ui.actions import Action, Aim, Choose, Letter, Meaning
from game.ui.layout import Box
from game.ui.props.wall import MOST_MARKS, MOST_SLEEVES, Sleeve, draw_sleeve, grid, shared
from tests.conftest import Painters
from tests.scenes.look import described, reading
from tests.scenes.numbers_page import numbers
from tests.scenes.watch import Watch

FULL = numbers(facts=30)
WORDS = FULL.walls[0].sleeves[0].words
EMPTY = Numbers((), (), (), (("Questions answered", "0"),), 0, FULL.badges)


def said(scene: NumbersScene | PatchesScene) -> list[str]:
    scene.age = 9
    return [line.words for line in described(reading()[0], scene, (1280, 720))]


def watched() -> tuple[Watch, NumbersScene]:
    scene = NumbersScene(FULL)
    return Watch(scene), scene


@pytest.mark.parametrize(
    ("meaning", "tab"),
    [
        (Action.RIGHT, Tab.NIGHTS),
        (Action.NEXT, Tab.NIGHTS),
        (Action.LEFT, Tab.JACKET),
        (Action.PREVIOUS, Tab.JACKET),
        (Choose(2), Tab.BEST),
        (Choose(7), Tab.WALL),
    ],
)
def test_pages_are_changed_by_arrows_tab_digits_and_clicks(meaning: Meaning, tab: Tab) -> None:
    watch, scene = watched()
    watch.mean(meaning)
    assert (scene.tab, scene.state, watch.over) == (tab, tab.name.lower(), False)


def test_packs_go_round_and_nights_end_at_their_ends() -> None:
    watch, scene = watched()
    watch.mean(Action.DOWN)
    assert scene.at[Tab.WALL] == 1
    watch.mean(Action.DOWN)
    assert scene.at[Tab.WALL] == 0
    watch.mean(Choose(1), Action.UP)
    assert scene.at[Tab.NIGHTS] == 0
    watch.mean(*[Action.DOWN] * 99)
    assert scene.at[Tab.NIGHTS] == 30 - 8
    watch.mean(Choose(2), *[Action.DOWN] * 99)
    assert scene.at[Tab.BEST] == 12 - 7


def test_esc_goes_back_and_e_saves_a_table() -> None:
    for meaning, result in ((Action.BACK, Next.BACK), (Letter("e"), Next.EXPORT)):
        watch, _ = watched()
        watch.mean(meaning)
        assert watch.result is result


@pytest.mark.usefixtures("hidden_window")
def test_everything_can_be_done_with_the_pointer() -> None:
    painter, _ = reading()
    for tab in Tab:
        scene = NumbersScene(FULL, tab=tab)
        scene.age = 9
        described(painter, scene, (1280, 720))
        presses = {target.press for target in painter.targets}
        assert {Choose(n) for n in range(4)} <= presses
        assert {Action.UP, Action.DOWN, Action.BACK, Letter("e")} <= presses


@pytest.mark.usefixtures("hidden_window")
def test_pointing_at_a_record_says_what_it_holds() -> None:
    watch, scene = watched()
    assert WORDS not in " ".join(said(scene))
    watch.mean(Aim(POINTED))
    assert WORDS in " ".join(said(scene))
    watch.mean(Action.DOWN)
    assert WORDS not in " ".join(said(scene))


@pytest.mark.usefixtures("hidden_window")
def test_pointing_at_a_patch_says_what_earns_it() -> None:
    watch, scene = watched()
    watch.mean(Choose(3), Aim(POINTED + 11))
    told = " ".join(said(scene))
    assert PATCHES[11].title in told
    assert "Not yet earned" in told
    watch.mean(Aim(POINTED + 2))
    assert "Sewn on, 22 Nov 2026" in said(scene)


@pytest.mark.usefixtures("hidden_window")
def test_the_figures_beside_the_wall_are_those_of_the_wall() -> None:
    told = said(NumbersScene(numbers(facts=31)))
    for name, figure in (("By heart", 10), ("Shaky", 10), ("Never seen", 11), ("Due now", 5)):
        assert told[told.index(name) + 1] == str(figure)
    assert "32 %" in told


def test_all_but_one_by_heart_is_not_all() -> None:
    wall = Wall("", (*(Sleeve("full") for _ in range(299)), Sleeve("half")))
    assert wall.share == 99


@pytest.mark.usefixtures("hidden_window")
@pytest.mark.parametrize("tab", [Tab.WALL, Tab.NIGHTS, Tab.BEST])
def test_an_empty_page_invites_and_shows_no_arrows(tab: Tab) -> None:
    scene = NumbersScene(EMPTY, tab=tab)
    painter, _ = reading()
    scene.age = 9
    words = " ".join(line.words for line in described(painter, scene, (1280, 720)))
    assert any(begin in words for begin in ("No pack", "The stage is yours", "Nothing framed yet"))
    assert Action.DOWN not in {target.press for target in painter.targets}


@given(st.integers(1, 3000), st.sampled_from([0.75, 1.0, 1.5, 3.0]))
def test_every_fact_has_its_place_inside_the_wall(count: int, scale: float) -> None:
    places = len(shared([Sleeve("full")] * count))
    plan = grid(places, 780, 484, scale)
    assert places <= MOST_MARKS
    assert plan.columns * plan.rows >= places
    assert plan.columns * plan.pitch <= 780 + 1e-6
    assert plan.rows * plan.pitch <= 484 + 1e-6
    assert round(plan.pitch * scale, 6).is_integer()


@pytest.mark.parametrize(("count", "least"), [(60, 70), (MOST_SLEEVES, 27), (MOST_MARKS, 14)])
def test_records_are_large_enough_to_be_told_apart(count: int, least: float) -> None:
    assert grid(count, 780, 484).pitch >= least


@pytest.mark.parametrize("facts", [1, 60, 247, 400, 604, 1500])
def test_the_three_kinds_are_told_apart_without_any_colour(painters: Painters, facts: int) -> None:
    surface = pygame.Surface((960, 540))
    painter = painters()
    greys = []
    size = grid(facts, 780, 484, 0.75).pitch * 0.86
    for kind in (Sleeve("full"), Sleeve("half"), Sleeve("empty"), Sleeve("half", flag=True)):
        painter.begin(surface.get_size())
        painter.fill(painter.view, painter.theme.paper)
        draw_sleeve(painter, Box(100, 100, size, size), kind, dense=facts > MOST_SLEEVES)
        painter.forget()
        painter.finish(surface)
        rect = pygame.Rect(75, 75, round(size * 0.75), round(size * 0.75))
        grey = pygame.transform.grayscale(surface).subsurface(rect)
        greys.append(pygame.image.tobytes(grey, "RGB")[::3])
    for first, second in combinations(greys, 2):
        unlike = sum(abs(a - b) > 40 for a, b in zip(first, second, strict=True))
        assert unlike > 0.02 * len(first)


@pytest.mark.usefixtures("hidden_window")
def test_a_record_that_stands_for_several_says_so() -> None:
    assert "Each record stands for 2 facts." in said(NumbersScene(numbers(facts=2000)))


def test_new_patches_are_shown_one_after_the_other() -> None:
    scene = PatchesScene(FULL.badges, (0, 2))
    watch = Watch(scene)
    watch.mean(Action.CONFIRM)
    assert (watch.over, scene.chosen) == (False, 0)
    watch.wait(1)
    watch.mean(Action.CONFIRM)
    assert (watch.over, scene.chosen) == (False, 1)
    watch.mean(Action.LEFT, Aim(3), Choose(0))
    assert (watch.over, watch.result) == (True, None)

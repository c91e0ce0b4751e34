from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.theme import PAIRS, THEMES, Colour, Theme, colour

GAME = Path(__file__).resolve().parents[2] / "game"
DRAWING = sorted([*(GAME / "scenes").glob("*.py"), *(GAME / "ui" / "props").glob("*.py")])
ON_INKS = {"on_panel", "on_chosen", "on_paper", "on_sky"}


def luminance(of: Colour) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in of)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    # The grey that just reaches 4.5 on white, and the next one that does not.
    assert contrast((118, 118, 118), (255, 255, 255)) >= 4.5 > contrast((119,) * 3, (255,) * 3)


@pytest.mark.parametrize("look", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS, ids=str)
def test_every_text_can_be_read_on_its_ground(
    look: Theme, text: str, ground: str, least: float
) -> None:
    assert contrast(getattr(look, text), getattr(look, ground)) >= least


def test_what_must_be_read_in_time_is_held_to_seven() -> None:
    held = {text for text, _, least in PAIRS if least >= 7}
    assert held >= ON_INKS


@pytest.mark.parametrize("look", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("ground", ["sky", "panel"])
def test_a_seats_name_and_sign_can_be_read(look: Theme, ground: str) -> None:
    inks = look.seat_inks or look.seats
    assert min(contrast(ink, getattr(look, ground)) for ink in inks) >= 4.5


@pytest.mark.parametrize("look", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("ground", ["vinyl", "on_poster"])
def test_a_seats_sign_is_seen_on_dark_things(look: Theme, ground: str) -> None:
    assert min(contrast(seat, getattr(look, ground)) for seat in look.seats) >= 3


@pytest.mark.parametrize("look", THEMES.values(), ids=THEMES)
def test_a_letter_can_be_read_on_its_pick(look: Theme) -> None:
    assert min(contrast(look.on_mark, mark) for mark in look.marks) >= 4.5


@pytest.mark.parametrize("look", THEMES.values(), ids=THEMES)
def test_marks_and_seats_differ_from_one_another(look: Theme) -> None:
    inks = look.seat_inks or look.seats
    assert (len(look.marks), len(look.seats), len(inks)) == (4, 8, 8)
    for colours in (look.marks, look.seats, inks):
        for one, other in combinations(colours, 2):
            assert sum(abs(a - b) for a, b in zip(one, other, strict=True)) >= 60


def test_the_option_marks_are_the_ones_safe_for_colour_blind_eyes() -> None:
    safe = tuple(map(colour, ("#F09628", "#56B4E9", "#009E73", "#CC79A7")))
    assert {look.marks for look in THEMES.values()} == {safe}


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_a_colour_is_read_as_it_is_written(of: Colour) -> None:
    assert colour("#{:02X}{:02X}{:02X}".format(*of)) == of


# -- no text in a colour that nobody has measured ---------------------------------

Names = dict[str, list[tuple[ast.expr, int | None]]]
"""What a name was given: an expression, or one place of the tuple that it makes."""


def inks(source: str) -> Iterator[tuple[int, str]]:
    """Every theme colour that a file may draw text in: (line, role).

    Followed through plain assignments, conditional expressions and functions
    that return tuples of colours; `?` where that is not enough.
    """
    tree = ast.parse(source)
    named: Names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                _bind(target, node.value, named)
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "text"
            and len(node.args) >= 4
        ):
            for role in _roles(node.args[3], named, tree):
                yield node.lineno, role


def _bind(target: ast.expr, value: ast.expr, named: Names, place: int | None = None) -> None:
    if isinstance(target, ast.Name):
        named.setdefault(target.id, []).append((value, place))
    elif isinstance(target, ast.Tuple):
        for number, each in enumerate(target.elts):
            _bind(each, value, named, number)


def _roles(
    node: ast.expr, named: Names, tree: ast.Module, place: int | None = None
) -> Iterator[str]:
    if isinstance(node, ast.Attribute) and ast.unparse(node.value) in ("look", "painter.theme"):
        yield node.attr
    elif isinstance(node, ast.IfExp):
        yield from _roles(node.body, named, tree, place)
        yield from _roles(node.orelse, named, tree, place)
    elif isinstance(node, ast.Tuple) and place is not None:
        yield from _roles(node.elts[place], named, tree)
    elif isinstance(node, ast.Name) and node.id in named:
        for value, at in named[node.id]:
            yield from _roles(value, named, tree, at)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        yield from _returned(node.func.id, named, tree, place)
    else:
        yield f"?{ast.unparse(node)}"


def _returned(function: str, named: Names, tree: ast.Module, place: int | None) -> Iterator[str]:
    found = [n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == function]
    if not found:
        yield f"{function}()"
    for node in found:
        for each in ast.walk(node):
            if isinstance(each, ast.Return) and each.value is not None:
                yield from _roles(each.value, named, tree, place)


# Measured by tests of their own above: the colours of the seats and of the picks.
MEASURED = {"seat_ink()", "on_mark"}


@pytest.mark.parametrize("path", DRAWING, ids=lambda path: path.stem)
def test_no_scene_writes_in_a_colour_whose_contrast_nobody_has_measured(path: Path) -> None:
    known = {text for text, _, _ in PAIRS} | MEASURED
    used = list(inks(path.read_text(encoding="utf-8")))
    assert [(line, role) for line, role in used if role not in known] == []


def test_an_unmeasured_colour_is_found_wherever_it_hides() -> None:
    source = (
        "def draw(painter):\n"
        "    look = painter.theme\n"
        "    ink, other = (look.gold, look.sky) if x else (look.rose, look.plum)\n"
        "    painter.text('a', box, style, ink)\n"
        "    painter.text('b', box, style, look.amber if y else painter.theme.night)\n"
        "    _, third = pick(painter)\n"
        "    painter.text('d', box, style, third)\n"
        "    painter.text('e', box, style, x)\n"
        "def pick(painter):\n"
        "    look = painter.theme\n"
        "    return (look.sky, look.panel) if y else (look.sky, look.vinyl)\n"
    )
    assert set(inks(source)) == {
        *((4, "gold"), (4, "rose")),
        *((5, "amber"), (5, "night")),
        *((7, "panel"), (7, "vinyl")),
        (8, "?x"),
    }

"""Confetti: where every scrap is follows from its number and the time, so it can be drawn anew."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.ui import shapes
from game.ui.layout import around

if TYPE_CHECKING:
    from game.ui.painter import Painter

COUNT = 110
# Roberts' R2: steps that fill a square evenly (powers of the plastic number's inverse).
_STEP_X, _STEP_Y = 0.7548776662, 0.5698402910


def draw_confetti(painter: Painter, age: float, lasting: float) -> None:
    """Scraps that fall for `lasting` seconds, `age` seconds after they were thrown."""
    look, view = painter.theme, painter.view
    colours = (look.gold, look.amber, look.rose, look.paper, look.marks[1])
    for number in range(COUNT):
        # Low-discrepancy places: even, without a pattern that the eye finds.
        across, late = number * _STEP_X % 1.0, number * _STEP_Y % 1.0
        fallen = age / lasting * 1.7 - late * 0.7
        if not 0 < fallen < 1:
            continue
        sway = math.sin(age * 2.2 + number) * 18
        x = view.x + across * view.w + sway
        y = view.y - 20 + fallen * (view.h + 40)
        turn = int((age * 1.6 + number * 0.37) * 8) % 8
        colour = colours[number % len(colours)]
        source = shapes.scrap(20, turn * math.pi / 8, colour)
        painter.shape(("scrap", turn, colour), around(x, y, 20, 20), source)

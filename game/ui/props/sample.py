"""A small ticket with two answers: what a theme and a text size look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.layout import Box
from game.ui.props.plates import Answer, draw_answer
from game.ui.props.ticket import draw_ticket

if TYPE_CHECKING:
    from game.ui.painter import Painter

STEM = "Which song does the whole bus sing, a few lines after nobody was talking?"
ANSWERS = ("Tiny Dancer", "Rocket Man")
FOOT = "SAMPLE · ADMIT ONE"


def draw_sample(painter: Painter, box: Box) -> None:
    """A question as it is shown, its first answer chosen; nothing of it can be clicked."""
    targets = len(painter.targets)
    inner = draw_ticket(painter, box.top_part(box.h * 0.52), FOOT, stub=False)
    painter.text(STEM, inner, theme.LEAD, painter.theme.on_paper)
    rows = box.bottom_part(box.h * 0.43).rows(len(ANSWERS), 12)
    for index, (words, row) in enumerate(zip(ANSWERS, rows, strict=True)):
        draw_answer(painter, row, Answer(words, chosen=index == 0), index)
    del painter.targets[targets:]

"""Lines with something to turn: a name, and a value between two arrows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.actions import Aim, Choose
from game.ui.layout import Box, around
from game.ui.props.plates import draw_plate

if TYPE_CHECKING:
    from game.ui.actions import Meaning
    from game.ui.painter import Painter
    from game.ui.theme import Colour

_ARROW = 40.0
_STEPS = 10


@dataclass(frozen=True, slots=True)
class Setting:
    """What a line shows; `level`, 0 to 10, is a row of lamps beside the value.

    Pressing the arrows means `turns`, back and on; a line without leads somewhere.
    """

    name: str
    value: str
    turns: tuple[Meaning, Meaning] | None = None
    level: int | None = None


def draw_dial(painter: Painter, box: Box, setting: Setting, index: int, *, chosen: bool) -> None:
    """Line number `index`."""
    look = painter.theme
    draw_plate(painter, box, chosen=chosen, shadow=False)
    ink = look.on_chosen if chosen else look.on_panel
    quiet = look.quiet_on_chosen if chosen else look.quiet_on_panel
    painter.target(box, Choose(index), Aim(index))
    inner = box.inset(24, 4)
    if setting.turns is None:
        said = painter.text(setting.name, inner.left_part(inner.w * 0.54), theme.LABEL, ink)
        rest = inner.right_part(inner.right - said.right - 16)
        painter.text(setting.value, rest, theme.STRONG, quiet, "right")
        return
    painter.text(setting.name, inner.left_part(inner.w * 0.38), theme.LABEL, ink)
    dial = inner.right_part(inner.w * 0.58)
    for sign, place, turn in (
        ("arrow-left", dial.x + _ARROW / 2, setting.turns[0]),
        ("arrow-right", dial.right - _ARROW / 2, setting.turns[1]),
    ):
        painter.stencil(sign, around(place, box.centre[1], 20, 20), quiet)
        painter.target(around(place, box.centre[1], _ARROW + 16, box.h), turn, Aim(index))
    between = dial.inset(_ARROW + 4, 0)
    if setting.level is None:
        painter.text(setting.value, between, theme.STRONG, ink, "centre")
        return
    _draw_lamps(painter, between.left_part(between.w - 74), setting.level, ink)
    painter.text(setting.value, between.right_part(66), theme.STRONG, ink, "right")


def _draw_lamps(painter: Painter, box: Box, level: int, ink: Colour) -> None:
    for number, slot in enumerate(box.columns(_STEPS, 4)):
        tall = 8 + number * 1.6
        lamp = around(slot.centre[0], box.centre[1], slot.w, tall)
        lit = number < level
        painter.plate(lamp, ink, cover=1.0 if lit else 0.25, radius=2)

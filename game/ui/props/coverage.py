"""What of a pack is asked: bars for its levels, its tables and its templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.layout import Box

if TYPE_CHECKING:
    from game.ui.painter import Painter

PAGE = Box(56, 106, 1168, 520)
_LEFT = PAGE.left_part(560)
_RIGHT = PAGE.right_part(584)
_ROW = 50.0
_TABLES, _TEMPLATES = 5, 9


@dataclass(frozen=True, slots=True)
class Count:
    """A bar: its name, its figure, how long it is (0 to 1), and a note.

    `idle` makes no question; of what is `whole`, nothing is left out.
    """

    name: str
    figure: str
    share: float
    note: str = ""
    idle: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many questions there are by level, by table, and by template."""

    levels: tuple[Count, ...] = ()
    tables: tuple[Count, ...] = ()
    templates: tuple[Count, ...] = ()


def furthest(coverage: Coverage) -> int:
    """How far one can scroll: the first number shown when the last one is."""
    return max(0, len(coverage.tables) - _TABLES, len(coverage.templates) - _TEMPLATES)


def draw_coverage(painter: Painter, coverage: Coverage, first: int = 0) -> None:
    """The bars; tables and templates are shown from number `first` on."""
    look = painter.theme
    for box in (_LEFT, _RIGHT):
        painter.plate(box, look.paper, radius=12, shadow=True)
    left = _LEFT.inset(28, 18)
    _draw_group(painter, left.top_part(36 + 3 * _ROW - 10), "By level", coverage.levels)
    top = min(first, max(0, len(coverage.tables) - _TABLES))
    tables = Box(left.x, left.y + 36 + 3 * _ROW + 4, left.w, 36 + _TABLES * _ROW)
    more = _place(top, _TABLES, len(coverage.tables))
    shown = coverage.tables[top : top + _TABLES]
    _draw_group(painter, tables, "By table", shown, more)
    top = min(first, max(0, len(coverage.templates) - _TEMPLATES))
    more = _place(top, _TEMPLATES, len(coverage.templates))
    templates = coverage.templates[top : top + _TEMPLATES]
    _draw_group(painter, _RIGHT.inset(28, 18), "By template", templates, more)


def _place(first: int, shown: int, count: int) -> str:
    return f"{first + 1} to {min(first + shown, count)} of {count}" if count > shown else ""


def _draw_group(
    painter: Painter, box: Box, heading: str, counts: tuple[Count, ...], more: str = ""
) -> None:
    look = painter.theme
    head = box.top_part(34)
    painter.text(heading, head.left_part(box.w * 0.6), theme.LABEL, look.accent_on_paper)
    painter.text(more, head.right_part(box.w * 0.4), theme.SMALL, look.quiet_on_paper, "right")
    for number, count in enumerate(counts):
        row = Box(box.x, box.y + 36 + number * _ROW, box.w, _ROW)
        _draw_count(painter, row, count)


def _draw_count(painter: Painter, row: Box, count: Count) -> None:
    look = painter.theme
    ink = look.wrong_on_paper if count.idle else look.on_paper
    name = Box(row.x, row.y, row.w * 0.42, 28)
    painter.text(count.name, name, theme.SMALL_STRONG, ink)
    figure = row.right_part(64).top_part(28)
    painter.text(count.figure, figure, theme.SMALL_FIGURE, ink, "right")
    note = Box(name.right + 12, row.y, figure.x - name.right - 20, 28)
    quiet = look.wrong_on_paper if count.idle else look.quiet_on_paper
    painter.text(count.note, note, theme.NOTE, quiet, "right")
    bar = Box(row.x, row.y + 32, row.w, 8)
    painter.plate(bar, look.hairline, cover=0.45, radius=4)
    if count.share > 0:
        full = Box(bar.x, bar.y, max(8.0, bar.w * min(1.0, count.share)), bar.h)
        painter.plate(full, look.right if count.whole else look.amber, radius=4)

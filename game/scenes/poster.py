"""A party's end: the festival poster, its headliner the winner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.ui import theme
from game.ui.actions import Action, Choose, Meaning
from game.ui.layout import Box, around
from game.ui.motion import between, eased
from game.ui.props.confetti import draw_confetti
from game.ui.props.hints import draw_hints
from game.ui.props.seats import draw_seat
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter
    from game.ui.theme import Style

PAPER = Box(340, 16, 600, 640)
FALL = 5.0


@dataclass(frozen=True, slots=True)
class Act:
    """A name on the bill."""

    rank: int
    seat: int
    name: str
    score: int


class PosterScene(Scene[bool]):
    """Results in True for another night with the same table, False for the title."""

    name: ClassVar[str] = "poster"
    deaf: ClassVar[float] = 0.8

    def __init__(
        self, strap: str, acts: tuple[Act, ...], awards: tuple[tuple[str, str], ...]
    ) -> None:
        super().__init__()
        self.strap, self.acts, self.awards = strap, acts, awards
        self.cheered = False

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < FALL else STILL

    def tick(self, dt: float) -> Done[bool] | None:
        if not self.cheered:
            self.cheered = True
            self.cues.append(Cue.CROWD)
        return None

    def handle(self, meaning: Meaning) -> Done[bool] | None:
        if meaning is Action.CONFIRM or meaning == Choose(0):
            return Done(True)
        return Done(False) if meaning is Action.BACK else None

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        if not painter.still and self.age < FALL:
            draw_confetti(painter, self.age, FALL)
        painter.shadow(PAPER, 6, 24)
        painter.drawing(
            "poster",
            Box(
                PAPER.x + PAPER.w / 2 - PAPER.h * 600 / 680 / 2,
                PAPER.y,
                PAPER.h * 600 / 680,
                PAPER.h,
            ),
        )
        share = eased(self.age, 0.5, 0.15)
        with painter.shown(fade=share, dy=between(16, 0, share)):
            self._draw_bill(painter)
        hints = (
            ("Enter", "encore with the same table", Action.CONFIRM),
            ("Esc", "title", Action.BACK),
        )
        draw_hints(painter, hints)

    def _draw_bill(self, painter: Painter) -> None:
        look = painter.theme
        inner = PAPER.inset(70, 0)
        strap = Box(inner.x, 194, inner.w, 26)
        painter.text(self.strap, strap, theme.SMALL_STRONG, look.on_poster, "centre")
        heads = [act for act in self.acts if act.rank == 1]
        rest = [act for act in self.acts if act.rank > 1]
        foot = 546.0 if self.awards else 616.0
        rows = _rows(len(rest))
        # A headliner takes as much room as two rows of the others.
        unit = (foot - 226) / (2 * max(1, len(heads) * 0.7) + sum(weight for _, weight in rows))
        top = 226.0
        for act in heads:
            tall = unit * 2 * (1.0 if len(heads) == 1 else 0.7)
            self._draw_act(painter, Box(inner.x, top, inner.w, tall), act, theme.HEADLINER)
            top += tall
        for count, weight in rows:
            row, rest = rest[:count], rest[count:]
            cells = Box(inner.x, top, inner.w, unit * weight).columns(count, 20)
            for act, cell in zip(row, cells, strict=True):
                self._draw_act(painter, cell, act, theme.SUPPORT)
            top += unit * weight
        self._draw_awards(painter, Box(PAPER.x + 28, 562, PAPER.w - 56, 86))

    def _draw_act(self, painter: Painter, box: Box, act: Act, style: Style) -> None:
        look = painter.theme
        colour = look.rose_on_poster if act.rank == 1 else look.plum_on_poster
        figure = box.bottom_part(min(30.0, box.h * 0.38))
        name = box.top_part(box.h - figure.h - 2)
        said = painter.text(act.name.upper(), name, style, colour, "centre")
        # The figure keeps close to its name, however much room the row has.
        near = min(figure.y, said.bottom)
        self._draw_score(painter, Box(box.x, near, box.w, figure.h), act)

    def _draw_score(self, painter: Painter, box: Box, act: Act) -> None:
        figure = f"{act.score:,}"
        said = painter.text(
            figure, box.moved(dx=14), theme.SMALL_FIGURE, painter.theme.on_poster, "centre"
        )
        side = min(28.0, box.h)
        mark = around(said.x - 18, box.centre[1], side, side)
        painter.plate(mark, painter.theme.on_poster, radius=14)
        draw_seat(painter, mark.inset(side * 0.21), act.seat, on_dark=True)

    def _draw_awards(self, painter: Painter, box: Box) -> None:
        look = painter.theme
        if not self.awards:
            return
        painter.fill(Box(box.x + 42, box.y - 2, box.w - 84, 2), look.on_poster)
        cells = box.inset(0, 4).columns(len(self.awards), 16)
        for (title, winner), cell in zip(self.awards, cells, strict=True):
            # Room for three lines: the longest name, and what it won.
            top, foot = cell.top_part(22), cell.bottom_part(cell.h - 22)
            painter.text(title, top, theme.SMALL, look.plum_on_poster, "centre")
            painter.text(winner, foot, theme.SMALL_STRONG, look.on_poster, "centre", "top")


def _rows(count: int) -> list[tuple[int, float]]:
    """How the acts below the headliner stand: (acts in the row, its weight), smaller downward."""
    rows: list[tuple[int, float]] = []
    while count:
        wide = 1 if not rows and count in (1, 2, 3) else min(2 if len(rows) < 2 else 3, count)
        rows.append((wide, max(0.7, 1.15 - 0.2 * len(rows))))
        count -= wide
    return rows

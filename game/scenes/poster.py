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
        inner = PAPER.inset(62, 0)
        painter.text(
            self.strap, Box(inner.x, 196, inner.w, 26), theme.SMALL_STRONG, look.on_poster, "centre"
        )
        heads = [act for act in self.acts if act.rank == 1]
        rest = [act for act in self.acts if act.rank > 1]
        top = self._draw_heads(painter, Box(inner.x, 226, inner.w, 136), heads)
        foot = 560.0 if self.awards else 620.0
        self._draw_rest(painter, Box(inner.x, top, inner.w, foot - top), rest)
        self._draw_awards(painter, Box(inner.x, 566, inner.w, 66))

    def _draw_heads(self, painter: Painter, box: Box, heads: list[Act]) -> float:
        """The headliners, sharing the top line when they are level."""
        look, tall = painter.theme, box.h if len(heads) < 3 else box.h + 60
        boxes = Box(box.x, box.y, box.w, tall).rows(len(heads), 2)
        for act, row in zip(heads, boxes, strict=True):
            name, figure = row.top_part(row.h * 0.72), row.bottom_part(row.h * 0.26)
            painter.text(act.name.upper(), name, theme.HEADLINER, look.rose_on_poster, "centre")
            self._draw_score(painter, figure, act)
        return box.y + tall + 6

    def _draw_rest(self, painter: Painter, box: Box, rest: list[Act]) -> None:
        if not rest:
            return
        look = painter.theme
        columns = 1 if len(rest) == 1 else 2
        rows = (len(rest) + columns - 1) // columns
        cell = box.top_part(min(box.h, rows * 92.0))
        places = cell.grid(columns, rows, 16, 4)
        if len(rest) % 2 and columns == 2:
            places[len(rest) - 1] = places[len(rest) - 1].moved(dx=(places[0].w + 16) / 2)
        for act, place in zip(rest, places, strict=False):
            name, figure = place.top_part(place.h * 0.62), place.bottom_part(place.h * 0.36)
            painter.text(act.name.upper(), name, theme.SUPPORT, look.plum_on_poster, "centre")
            self._draw_score(painter, figure, act)

    def _draw_score(self, painter: Painter, box: Box, act: Act) -> None:
        figure = f"{act.score:,}"
        said = painter.text(
            figure, box.moved(dx=14), theme.SMALL_FIGURE, painter.theme.on_poster, "centre"
        )
        mark = around(said.x - 18, said.centre[1], 20, 20)
        painter.plate(mark.inset(-4), painter.theme.on_poster, radius=14)
        draw_seat(painter, mark.inset(2), act.seat)

    def _draw_awards(self, painter: Painter, box: Box) -> None:
        look = painter.theme
        if not self.awards:
            return
        painter.fill(Box(box.x, box.y - 2, box.w, 2), look.on_poster)
        for (title, winner), cell in zip(
            self.awards, box.inset(0, 4).columns(len(self.awards), 10), strict=True
        ):
            top, foot = cell.top_part(cell.h / 2), cell.bottom_part(cell.h / 2)
            painter.text(title, top, theme.SMALL, look.plum_on_poster, "centre")
            painter.text(winner, foot, theme.SMALL_STRONG, look.on_poster, "centre")

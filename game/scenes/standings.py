"""Between rounds: who stands where, and who has moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import PAUSED, SMOOTH, STILL, Done, Paused, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Choose, Meaning
from game.ui.layout import Box, around
from game.ui.motion import between, eased
from game.ui.props.hints import draw_hints
from game.ui.props.seats import draw_seat, seat_colour
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the table. `moved` is how many places up (or, negative, down) since last time."""

    rank: int
    seat: int
    name: str
    score: int
    gained: int
    moved: int


class StandingsScene(Scene[None | Paused]):
    """The table after a round; any agreeing key goes on."""

    name: ClassVar[str] = "standings"
    deaf: ClassVar[float] = 0.5

    def __init__(self, heading: str, below: str, places: tuple[Place, ...]) -> None:
        super().__init__()
        self.heading, self.below, self.places = heading, below, places

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < 1.2 else STILL

    def handle(self, meaning: Meaning) -> Done[Paused | None] | None:
        if meaning in (Action.BACK, Action.PAUSE):
            return Done(PAUSED)
        if meaning in AGREE or isinstance(meaning, Choose):
            self.cues.append(Cue.FILL)
            return Done(None)
        return None

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        painter.text(
            self.heading, Box(140, 36, 1000, 60), theme.HEADING, look.accent_on_sky, "centre"
        )
        painter.text(self.below, Box(140, 94, 1000, 34), theme.BODY, look.on_sky, "centre")
        tall = min(76.0, 500 / len(self.places))
        top = 150 + (500 - tall * len(self.places)) / 2 * 0.4
        best = max((place.score for place in self.places), default=0)
        for row, place in enumerate(self.places):
            box = Box(190, top + row * tall, 900, tall - 10)
            share = eased(self.age, 0.35, row * 0.07)
            with painter.shown(fade=share, dx=between(60, 0, share)):
                self._draw_place(painter, box, place, best)
        hints = (("Space", "next round", Action.READY), ("Esc", "pause", Action.BACK))
        draw_hints(painter, hints)

    def _draw_place(self, painter: Painter, box: Box, place: Place, best: int) -> None:
        look = painter.theme
        colour = seat_colour(painter, place.seat)
        painter.plate(box, look.panel, cover=look.panel_cover, radius=12, shadow=True)
        grow = 1.0 if painter.still else eased(self.age, 0.7, 0.25)
        length = (box.w - 8) * (place.score / best if best else 0) * grow
        if length > 24:
            with painter.shown(fade=0.34):
                painter.plate(Box(box.x + 4, box.y + 4, length, box.h - 8), colour, radius=9)
        middle = box.centre[1]
        rank = Box(box.x + 18, box.y, 54, box.h)
        painter.text(str(place.rank), rank, theme.FIGURE, look.accent_on_panel, "centre")
        draw_seat(painter, around(box.x + 106, middle, 36, 36), place.seat)
        painter.text(place.name, Box(box.x + 142, box.y, 380, box.h), theme.OPTION, look.on_panel)
        self._draw_movement(painter, Box(box.right - 352, box.y, 60, box.h), place.moved)
        gained = f"+{place.gained:,}" if place.gained else "–"
        painter.text(
            gained,
            Box(box.right - 290, box.y, 110, box.h),
            theme.STRONG,
            look.quiet_on_panel,
            "right",
        )
        painter.text(
            f"{place.score:,}",
            Box(box.right - 170, box.y, 148, box.h),
            theme.FIGURE,
            look.on_panel,
            "right",
        )

    def _draw_movement(self, painter: Painter, box: Box, by: int) -> None:
        if not by:
            return
        look = painter.theme
        sign, colour = ("arrow-up", look.right) if by > 0 else ("arrow-down", look.warm_on_panel)
        painter.stencil(sign, around(box.x + 18, box.centre[1], 26, 26), colour)
        painter.text(
            str(abs(by)), Box(box.x + 36, box.y, 24, box.h), theme.SMALL_STRONG, look.on_panel
        )

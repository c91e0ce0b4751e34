"""The ready gate: the keyboard is passed on, and nothing is shown until it has arrived."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import PAUSED, SMOOTH, STILL, Done, Paused, Scene
from game.ui import shapes, theme
from game.ui.actions import Action, Meaning
from game.ui.layout import Box, around
from game.ui.motion import between, eased
from game.ui.props.hints import draw_hints
from game.ui.props.plates import draw_plate
from game.ui.props.seats import draw_seat, seat_colour, seat_ink
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter

LEFT_TO_RIGHT = "\u200e"
"""Before a sentence: it is English, even where the name it begins with runs the other way."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A line of the table: seat, name and points."""

    seat: int
    name: str
    score: int


class GateScene(Scene[None | Paused]):
    """Waits for Space or a click: Enter, the key before, and the digits do nothing."""

    name: ClassVar[str] = "gate"
    deaf: ClassVar[float] = 0.5

    def __init__(
        self,
        seat: int,
        player: str,
        heading: str,
        table: tuple[Standing, ...],
        table_heading: str,
        rules: tuple[tuple[str, str], ...],
    ) -> None:
        super().__init__()
        self.seat, self.player, self.heading = seat, player, heading
        self.table, self.table_heading, self.rules = table, table_heading, rules

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < 0.6 else STILL

    def handle(self, meaning: Meaning) -> Done[Paused | None] | None:
        if meaning in (Action.BACK, Action.PAUSE):
            return Done(PAUSED)
        if meaning is Action.READY:
            self.cues.append(Cue.NEEDLE)
            return Done(None)
        return None

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        colour = seat_colour(painter, self.seat)
        painter.backdrop(look.quiet_backdrop)
        painter.text(self.heading, Box(340, 40, 600, 44), theme.LABEL, look.accent_on_sky, "centre")
        share = eased(self.age, 0.4)
        with painter.shown(fade=share, dy=between(-20, 0, share)):
            disc = around(640, 232, 224, 224)
            painter.shape(
                ("disc", look.vinyl, colour),
                disc,
                shapes.arc(disc.w, 14, 1.0, colour, look.vinyl),
            )
            inner = around(640, 232, 190, 190)
            painter.plate(inner, look.vinyl, radius=95)
            draw_seat(painter, around(640, 232, 112, 112), self.seat, on_dark=True)
        painter.text(
            "pass the keyboard to", Box(390, 360, 500, 48), theme.TAGLINE, look.on_sky, "centre"
        )
        ink = seat_ink(painter, self.seat)
        painter.text(self.player, Box(345, 404, 590, 126), theme.BIG_FIGURE, ink, "centre")
        button = around(640, 584, 500, 70)
        draw_plate(painter, button, chosen=True)
        words = f"{LEFT_TO_RIGHT}{self.player}, press {painter.keys('Space')} when you are ready"
        painter.text(words, button.inset(20, 6), theme.STRONG, look.on_chosen, "centre")
        painter.target(button, Action.READY)
        self._draw_table(painter)
        self._draw_rules(painter)
        draw_hints(painter, (("Space", "ready", Action.READY), ("Esc", "pause", Action.BACK)))

    def _draw_table(self, painter: Painter) -> None:
        look = painter.theme
        painter.text(self.table_heading, Box(64, 118, 270, 30), theme.SMALL, look.quiet_on_sky)
        for row, line in enumerate(self.table):
            box = Box(64, 154 + row * 52, 270, 44)
            mine = line.seat == self.seat
            edge = seat_colour(painter, line.seat) if mine else None
            painter.plate(box, look.panel, cover=look.panel_cover, radius=9, edge=edge)
            draw_seat(painter, around(box.x + 26, box.centre[1], 22, 22), line.seat)
            score = painter.text(
                f"{line.score:,}",
                box.inset(14, 2),
                theme.SMALL_FIGURE,
                look.accent_on_panel,
                "right",
            )
            name = Box(box.x + 48, box.y + 3, score.x - box.x - 58, box.h - 6)
            painter.text(line.name, name, theme.SMALL_STRONG, look.on_panel)

    def _draw_rules(self, painter: Painter) -> None:
        look = painter.theme
        painter.text(
            "This round, for everyone", Box(946, 118, 270, 30), theme.SMALL, look.quiet_on_sky
        )
        for row, (what, value) in enumerate(self.rules):
            box = Box(946, 154 + row * 52, 270, 44)
            painter.plate(box, look.panel, cover=look.panel_cover, radius=9)
            painter.text(what, box.inset(16, 2), theme.SMALL, look.quiet_on_panel)
            painter.text(value, box.inset(16, 2), theme.SMALL_STRONG, look.on_panel, "right")

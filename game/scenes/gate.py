"""The ready gate: the keyboard is passed on, and nothing is shown until it has arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import PAUSED, SMOOTH, STILL, Done, Paused, Scene
from game.ui import shapes, theme
from game.ui.actions import Action, Meaning
from game.ui.layout import Box, around
from game.ui.motion import between, eased
from game.ui.props.hints import draw_hints
from game.ui.props.plates import draw_plate
from game.ui.props.seats import draw_seat, seat_colour, seat_ink
from game.ui.props.table import Standing, draw_table
from game.ui.sound import Cue
from game.ui.text.clean import LEFT_TO_RIGHT

if TYPE_CHECKING:
    from game.ui.painter import Painter

__all__ = ["GateScene", "Standing"]


class GateScene(Scene[None | Paused]):
    """Waits for Space or a click: Enter, the key before, and the digits do nothing.

    `task` is what the keyboard is passed on for ("to place a secret bet"), `others` what everyone
    else does meanwhile, `team` whom the player answers for; each may be empty.
    """

    name: ClassVar[str] = "gate"
    deaf: ClassVar[float] = 0.5

    def __init__(  # noqa: PLR0913  (all that it shows)
        self,
        seat: int,
        player: str,
        heading: str,
        table: tuple[Standing, ...],
        table_heading: str,
        rules: tuple[tuple[str, str], ...],
        *,
        task: str = "",
        others: str = "",
        team: str = "",
    ) -> None:
        super().__init__()
        self.task, self.others, self.team = task, others, team
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
        painter.backdrop(look.quiet_backdrop)
        painter.text(self.heading, Box(340, 40, 600, 44), theme.LABEL, look.accent_on_sky, "centre")
        share = eased(self.age, 0.4)
        with painter.shown(fade=share, dy=between(-20, 0, share)):
            self._draw_disc(painter)
        self._draw_player(painter)
        button = around(640, 584, 500, 70)
        draw_plate(painter, button, chosen=True)
        words = f"{LEFT_TO_RIGHT}{self.player}, press {painter.keys('Space')} when you are ready"
        painter.text(words, button.inset(20, 6), theme.STRONG, look.on_chosen, "centre")
        painter.target(button, Action.READY)
        draw_table(painter, Box(64, 118, 270, 30), self.table_heading, self.table, self.seat)
        self._draw_rules(painter)
        draw_hints(painter, (("Space", "ready", Action.READY), ("Esc", "pause", Action.BACK)))

    def _draw_disc(self, painter: Painter) -> None:
        """The seat's sign on a record; smaller where more than a name stands under it."""
        look, colour = painter.theme, seat_colour(painter, self.seat)
        size = 168.0 if self.team or self.task else 224.0
        disc = around(640, 120 + size / 2, size, size)
        ring = size / 16
        painter.shape(
            ("disc", look.vinyl, colour),
            disc,
            shapes.arc(disc.w, ring, 1.0, colour, look.vinyl),
        )
        inner = around(*disc.centre, size * 190 / 224, size * 190 / 224)
        painter.plate(inner, look.vinyl, radius=inner.w / 2)
        draw_seat(painter, around(*disc.centre, size / 2, size / 2), self.seat, on_dark=True)

    def _draw_player(self, painter: Painter) -> None:
        """Whose turn it is, the team above, the task and what the others do below."""
        look, ink = painter.theme, seat_ink(painter, self.seat)
        if self.team:
            painter.text(self.team, Box(345, 294, 590, 44), theme.LEAD, ink, "centre")
        top = 340.0 if self.team else 300.0 if self.task else 360.0
        painter.text(
            "pass the keyboard to", Box(390, top, 500, 48), theme.TAGLINE, look.on_sky, "centre"
        )
        foot = 530.0 - (46 if self.task else 0) - (46 if self.others else 0)
        name = Box(345, top + 44, 590, foot - top - 44)
        painter.text(self.player, name, theme.BIG_FIGURE, ink, "centre")
        if self.task:
            words = Box(345, foot, 590, 46)
            painter.text(f"{LEFT_TO_RIGHT}{self.task}", words, theme.TAGLINE, look.on_sky, "centre")
        if self.others:
            self._draw_others(painter, Box(345, 492, 590, 36))

    def _draw_others(self, painter: Painter, line: Box) -> None:
        look = painter.theme
        said = f"{LEFT_TO_RIGHT}{self.others}"
        wide = min(painter.width(said, theme.STRONG), line.w - 80)
        eye = around(640 - wide / 2 - 24, line.centre[1], 28, 28)
        painter.stencil("eye-closed", eye, look.accent_on_sky)
        words = Box(640 - wide / 2 - 2, line.y, wide + 40, line.h)
        painter.text(said, words, theme.STRONG, look.accent_on_sky)

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

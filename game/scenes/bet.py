"""The bet before the encore: a part of one's own points, in secret."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import PAUSED, SMOOTH, STILL, Done, Paused, Scene
from game.ui import shapes, theme
from game.ui.actions import AGREE, Action, Choose, Meaning
from game.ui.layout import Box, around
from game.ui.motion import between, eased
from game.ui.props.hints import draw_hints
from game.ui.props.plates import draw_plate
from game.ui.props.seats import draw_seat, seat_colour, seat_ink
from game.ui.props.table import draw_table
from game.ui.sound import Cue
from game.ui.text.clean import LEFT_TO_RIGHT

if TYPE_CHECKING:
    from game.ui.painter import Painter
    from game.ui.props.table import Standing

# What may be bet, in percent of one's own points.
PERCENTS = (0, 10, 20, 30, 40, 50)
_CHIPS = Box(374, 236, 850, 152)


class BetScene(Scene[int | Paused]):
    """Takes a bet; its percent. `level` is that of the question to come ("hard").

    Nothing is bet at first, so that a key pressed twice at the gate bets nothing away: whoever
    agrees before that is led to the first chip.
    """

    name: ClassVar[str] = "bet"
    deaf: ClassVar[float] = 0.5

    def __init__(
        self,
        seat: int,
        player: str,
        score: int,
        level: str,
        heading: str,
        table: tuple[Standing, ...],
    ) -> None:
        super().__init__()
        self.seat, self.player, self.score = seat, player, score
        self.level, self.heading, self.table = level, heading, table
        self.chosen: int | None = None

    def stake(self, percent: int) -> int:
        """The points that `percent` of the player's own are, halves rounded up."""
        return (self.score * percent + 50) // 100

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < theme.ENTER + len(PERCENTS) * theme.STAGGER else STILL

    def handle(self, meaning: Meaning) -> Done[int | Paused] | None:
        if meaning in (Action.BACK, Action.PAUSE):
            return Done(PAUSED)
        if meaning in AGREE and self.chosen is not None:
            self.cues.append(Cue.LOCK)
            return Done(PERCENTS[self.chosen])
        self._choose(meaning)
        return None

    def _choose(self, meaning: Meaning) -> None:
        before = self.chosen
        if isinstance(meaning, Choose):
            if meaning.index < len(PERCENTS):
                self.chosen = meaning.index
        elif meaning in AGREE or (before is None and meaning in (*_MORE, *_LESS)):
            self.chosen = 0
        elif before is not None and meaning in (*_MORE, *_LESS):
            step = 1 if meaning in _MORE else -1
            self.chosen = min(max(before + step, 0), len(PERCENTS) - 1)
        if self.chosen != before:
            self.cues.append(Cue.MOVE)

    # -- how it looks ---------------------------------------------------------------

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        draw_table(painter, Box(64, 118, 270, 30), "So far tonight", self.table, self.seat)
        self._draw_heading(painter)
        for place, box in enumerate(_CHIPS.columns(len(PERCENTS), 14)):
            share = eased(self.age, theme.ENTER, place * theme.STAGGER)
            with painter.shown(fade=share, dy=between(16, 0, share)):
                self._draw_chip(painter, box, place)
        self._draw_outcome(painter)
        self._draw_button(painter)
        draw_hints(
            painter,
            (
                (f"1\N{EN DASH}{len(PERCENTS)}", "bet", None),
                ("← →", "less or more", None),
                ("Enter", "lock it in", Action.CONFIRM),
                ("Esc", "pause", Action.BACK),
            ),
        )

    def _draw_heading(self, painter: Painter) -> None:
        look = painter.theme
        painter.text(self.heading, Box(64, 40, 1160, 44), theme.LABEL, look.accent_on_sky, "centre")
        draw_seat(painter, around(400, 142, 46, 46), self.seat)
        ink = seat_ink(painter, self.seat)
        asks = f"{LEFT_TO_RIGHT}{self.player}, what do you bet?"
        painter.text(asks, Box(440, 112, 784, 60), theme.HEADING, ink)
        article = "an" if self.level[:1] in "aeiou" else "a"
        says = (
            f"{article.capitalize()} {self.level} question comes next, and it counts double. "
            "Nobody else sees what you bet."
        )
        painter.text(says, Box(374, 178, 850, 40), theme.BODY, look.on_sky)

    def _draw_chip(self, painter: Painter, box: Box, place: int) -> None:
        """A record with the percent on its label, the points under it."""
        look, chosen = painter.theme, place == self.chosen
        draw_plate(painter, box, chosen=chosen)
        ink = look.on_chosen if chosen else look.on_panel
        quiet = look.quiet_on_chosen if chosen else look.quiet_on_panel
        size = 92.0
        disc = around(box.centre[0], box.y + 62, size, size)
        label = seat_colour(painter, self.seat)
        # Black on night: its rim is what is seen of it.
        rim = around(*disc.centre, size + 5, size + 5)
        painter.plate(rim, look.vinyl, radius=rim.w / 2, edge=look.panel_edge)
        painter.shape(
            ("record", look.vinyl, label),
            disc,
            shapes.record(size, look.vinyl, look.groove, label, look.night),
        )
        sticker = around(*disc.centre, 76, 38)
        painter.plate(sticker, label, radius=19)
        percent = f"{PERCENTS[place]} %"
        painter.text(percent, sticker.inset(4, 2), theme.LABEL, look.on_mark, "centre")
        points = Box(box.x + 8, box.bottom - 40, box.w - 16, 32)
        painter.text(f"{self.stake(PERCENTS[place]):,}", points, theme.SMALL_FIGURE, ink, "centre")
        key = Box(box.x + 8, box.y + 4, 18, 22)
        painter.text(str(place + 1), key, theme.PRINT, quiet)
        painter.target(box, Choose(place))

    def _draw_outcome(self, painter: Painter) -> None:
        """What is won, and what is lost."""
        stake = self.stake(PERCENTS[self.chosen or 0])
        left, right = Box(_CHIPS.x, 412, _CHIPS.w, 88).columns(2, 28)
        self._draw_end(painter, left, "If you are right", stake)
        self._draw_end(painter, right, "If you miss it", -stake)

    def _draw_end(self, painter: Painter, box: Box, when: str, points: int) -> None:
        look = painter.theme
        right = "right" in when
        painter.plate(box, look.paper, radius=14, shadow=True)
        colour = look.right_on_paper if right else look.wrong_on_paper
        sign = around(box.x + 42, box.centre[1], 38, 38)
        painter.stencil("tick" if right else "cross", sign, colour)
        words = Box(box.x + 80, box.y + 8, 170, box.h - 16)
        painter.text(when, words, theme.STRONG, look.on_paper)
        unknown = self.chosen is None
        figure = Box(box.right - 158, box.y + 6, 136, box.h - 12)
        said = f"{'+' if right else chr(0x2212)}{abs(points):,}" if points else "no change"
        painter.text(
            "?" if unknown else said,
            figure,
            theme.FIGURE if points else theme.STRONG,
            colour if points else look.quiet_on_paper,
            "right",
        )

    def _draw_button(self, painter: Painter) -> None:
        look, ready = painter.theme, self.chosen is not None
        button = around(_CHIPS.centre[0], 584, 500, 70)
        draw_plate(painter, button, chosen=ready)
        if self.chosen is None:
            words = "Choose a bet; it may be nothing"
        else:
            percent = PERCENTS[self.chosen]
            words = f"Bet {percent} %" if percent else "Bet nothing"
        ink = look.on_chosen if ready else look.quiet_on_panel
        painter.text(words, button.inset(20, 6), theme.STRONG, ink, "centre")
        painter.target(button, Action.CONFIRM)


_MORE = (Action.RIGHT, Action.UP, Action.NEXT)
_LESS = (Action.LEFT, Action.DOWN, Action.PREVIOUS)

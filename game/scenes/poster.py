"""A party's end: the festival poster, its headliner the winner."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.ui import theme
from game.ui.actions import Action, Letter, Meaning
from game.ui.layout import Box, around
from game.ui.motion import between, eased
from game.ui.props.confetti import draw_confetti
from game.ui.props.hints import draw_hints
from game.ui.props.poster import PAPER_HEIGHT, PAPER_WIDTH, Act, Bill, draw_bill, draw_paper
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter

__all__ = ["Act", "Ending", "PosterScene"]

PAPER = around(640, 16 + PAPER_HEIGHT / 2, PAPER_WIDTH, PAPER_HEIGHT)
SLIP = Box(PAPER.right + 24, 556, 1256 - PAPER.right - 24, 100)
SAID = replace(theme.SMALL_STRONG, least=11)
FALL = 5.0


class Ending(Enum):
    """What comes after the poster."""

    AGAIN = "again"
    SAVE = "save"
    COPY = "copy"
    SETLIST = "set list"
    TITLE = "title"


_LETTERS = {"s": Ending.SAVE, "c": Ending.COPY, "l": Ending.SETLIST}


class PosterScene(Scene[Ending]):
    """Results in what is wanted next; shown again after saving or copying, with `said`.

    `awards` are set times: (when, title, winner). `share` is the text to copy, `bill` what is to
    be printed.
    """

    name: ClassVar[str] = "poster"
    deaf: ClassVar[float] = 0.8

    def __init__(
        self,
        strap: str,
        acts: tuple[Act, ...],
        awards: tuple[tuple[str, str, str], ...],
        share: str = "",
    ) -> None:
        super().__init__()
        self.strap, self.acts, self.awards, self.share = strap, acts, awards, share
        self.said = ""
        self.cheered = False

    @property
    def bill(self) -> Bill:
        """What stands on the paper."""
        return Bill(self.strap, self.acts, self.awards)

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < FALL else STILL

    def tick(self, dt: float) -> Done[Ending] | None:
        if not self.cheered:
            self.cheered = True
            self.cues.append(Cue.CROWD)
        return None

    def handle(self, meaning: Meaning) -> Done[Ending] | None:
        if meaning is Action.CONFIRM:
            return self._end(Ending.AGAIN, Cue.CHOOSE)
        if meaning is Action.BACK:
            return self._end(Ending.TITLE, Cue.BACK)
        if isinstance(meaning, Letter) and meaning.letter in _LETTERS:
            return self._end(_LETTERS[meaning.letter], Cue.CHOOSE)
        return None

    def _end(self, ending: Ending, cue: Cue) -> Done[Ending]:
        self.cues.append(cue)
        return Done(ending)

    def draw(self, painter: Painter) -> None:
        painter.backdrop(painter.theme.quiet_backdrop)
        if not painter.still and self.age < FALL:
            draw_confetti(painter, self.age, FALL)
        painter.shadow(PAPER, 6, 24)
        draw_paper(painter, PAPER, len(self.acts))
        share = eased(self.age, 0.5, 0.15)
        with painter.shown(fade=share, dy=between(16, 0, share)):
            draw_bill(painter, PAPER, self.bill)
        if self.said:
            self._draw_said(painter)
        hints = (
            ("Enter", "encore with the same table", Action.CONFIRM),
            ("S", "save the picture", Letter("s")),
            ("C", "copy as text", Letter("c")),
            ("L", "the whole set list", Letter("l")),
            ("Esc", "title", Action.BACK),
        )
        draw_hints(painter, hints)

    def _draw_said(self, painter: Painter) -> None:
        """What has come of saving or copying, on a slip beside the paper."""
        look = painter.theme
        painter.plate(SLIP, look.panel, cover=look.panel_cover, radius=10, shadow=True)
        painter.fill(Box(SLIP.x, SLIP.y + 10, 4, SLIP.h - 20), look.gold)
        painter.text(self.said, SLIP.inset(18, 8), SAID, look.on_panel)

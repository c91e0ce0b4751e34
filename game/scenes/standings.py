"""Between rounds: who stands where, who has moved, and what everyone has had."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import PAUSED, SMOOTH, STILL, Done, Paused, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Choose, Letter, Meaning
from game.ui.layout import Box, around
from game.ui.motion import between, eased
from game.ui.props.evenness import LedgerLine, draw_ledger
from game.ui.props.hints import draw_hints
from game.ui.props.seats import draw_seat, seat_colour
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter

__all__ = ["Between", "LedgerLine", "Place", "StandingsScene"]

LIST = Box(140, 148, 1000, 500)
# A team's members need a line or two below its name.
TALLEST, TALLEST_TEAM = 88.0, 112.0


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the table.

    `moved` is how many places up (or, negative, down) since last time, `corrected` what was given
    or taken by hand so far, `members` those of a team; with `out` the seat has dropped out, and
    its rank is not shown.
    """

    rank: int
    seat: int
    name: str
    score: int
    gained: int
    moved: int
    corrected: int = 0
    members: str = ""
    out: bool = False


class Between(Enum):
    """Where to go, other than on."""

    TABLE = "table"


class StandingsScene(Scene[None | Paused | Between]):
    """The table after a round; any agreeing key goes on. The ledger lies over it if asked for."""

    name: ClassVar[str] = "standings"
    deaf: ClassVar[float] = 0.5

    def __init__(
        self,
        heading: str,
        below: str,
        places: tuple[Place, ...],
        ledger: tuple[LedgerLine, ...] = (),
    ) -> None:
        super().__init__()
        self.heading, self.below, self.places, self.ledger = heading, below, places, ledger
        # When the ledger was opened, by the scene's age.
        self.opened: float | None = None

    @property
    def state(self) -> str:
        return "" if self.opened is None else "ledger"

    @property
    def pace(self) -> float:
        moving = self.opened is not None and self.age < self.opened + theme.ENTER
        return SMOOTH if self.age < 1.2 or moving else STILL

    def handle(self, meaning: Meaning) -> Done[Paused | Between | None] | None:
        if meaning is Action.BACK and self.opened is not None:
            self._turn()
        elif meaning in (Action.BACK, Action.PAUSE):
            return Done(PAUSED)
        elif meaning == Letter("l") and self.ledger:
            self._turn()
        elif meaning == Letter("t"):
            self.cues.append(Cue.CHOOSE)
            return Done(Between.TABLE)
        elif meaning in AGREE or isinstance(meaning, Choose):
            self.cues.append(Cue.FILL)
            return Done(None)
        return None

    def _turn(self) -> None:
        self.cues.append(Cue.CHOOSE if self.opened is None else Cue.BACK)
        self.opened = self.age if self.opened is None else None

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        painter.text(
            self.heading, Box(140, 36, 1000, 60), theme.HEADING, look.accent_on_sky, "centre"
        )
        painter.text(self.below, Box(140, 94, 1000, 34), theme.BODY, look.on_sky, "centre")
        if self.opened is None:
            self._draw_places(painter)
        else:
            share = eased(self.age - self.opened, theme.ENTER)
            tall = min(LIST.h, 132.0 + 58 * len(self.ledger))
            with painter.shown(fade=share, dy=between(16, 0, share)):
                draw_ledger(painter, LIST.top_part(tall), self.ledger)
        self._draw_hints(painter)

    def _draw_hints(self, painter: Painter) -> None:
        closed = self.opened is None
        flip = ("L", "the ledger" if closed else "the scores", Letter("l"))
        draw_hints(
            painter,
            (
                ("Space", "next round", Action.READY),
                *((flip,) if self.ledger else ()),
                ("T", "the table", Letter("t")),
                ("Esc", "pause" if closed else "back", Action.BACK),
            ),
        )

    def _draw_places(self, painter: Painter) -> None:
        count = max(1, len(self.places))
        teams = any(place.members for place in self.places)
        tall = min(TALLEST_TEAM if teams else TALLEST, LIST.h / count)
        top = LIST.y + (LIST.h - tall * count) * 0.2
        best = max((place.score for place in self.places), default=0)
        for row, place in enumerate(self.places):
            box = Box(LIST.x, top + row * tall, LIST.w, tall - 10)
            share = eased(self.age, 0.35, row * 0.07)
            fade = share * (0.62 if place.out else 1.0)
            with painter.shown(fade=fade, dx=between(60, 0, share)):
                self._draw_place(painter, box, place, best)

    def _draw_place(self, painter: Painter, box: Box, place: Place, best: int) -> None:
        look = painter.theme
        colour = seat_colour(painter, place.seat)
        painter.plate(box, look.panel, cover=look.panel_cover, radius=12, shadow=True)
        grow = 1.0 if painter.still else eased(self.age, 0.7, 0.25)
        length = (box.w - 8) * (place.score / best if best else 0) * grow
        if length > 24 and not place.out:
            with painter.shown(fade=0.34):
                painter.plate(Box(box.x + 4, box.y + 4, length, box.h - 8), colour, radius=9)
        rank = Box(box.x + 18, box.y, 54, box.h)
        words = "–" if place.out else str(place.rank)
        painter.text(words, rank, theme.FIGURE, look.accent_on_panel, "centre")
        draw_seat(painter, around(box.x + 106, box.centre[1], 36, 36), place.seat)
        below = place.members or ("dropped out" if place.out else "")
        self._draw_two(painter, Box(box.x + 142, box.y, 480, box.h), place.name, below)
        self._draw_movement(painter, Box(box.right - 366, box.y, 60, box.h), place.moved)
        self._draw_gained(painter, Box(box.right - 304, box.y, 124, box.h), place)
        score = Box(box.right - 170, box.y, 148, box.h)
        painter.text(f"{place.score:,}", score, theme.FIGURE, look.on_panel, "right")

    def _draw_two(self, painter: Painter, box: Box, name: str, below: str) -> None:
        look = painter.theme
        if not below:
            painter.text(name, box, theme.OPTION, look.on_panel)
            return
        inner = box.inset(0, 5)
        upper = inner.top_part(max(28.0, inner.h * 0.48))
        lower = inner.bottom_part(inner.h - upper.h)
        painter.text(name, upper, theme.OPTION if box.h > 70 else theme.LEAD, look.on_panel)
        painter.text(below, lower, theme.NOTE, look.quiet_on_panel, valign="top")

    def _draw_gained(self, painter: Painter, box: Box, place: Place) -> None:
        """What the round has brought, and below it what was set by hand."""
        look = painter.theme
        gained = f"+{place.gained:,}" if place.gained > 0 else f"{place.gained:,}".replace("-", "−")
        gained = gained if place.gained else "–"
        middle = box.centre[1]
        upper = Box(box.x, middle - 24, box.w, 28) if place.corrected else box
        painter.text(gained, upper, theme.STRONG, look.quiet_on_panel, "right")
        if place.corrected:
            by = f"{place.corrected:+,}".replace("-", "−")
            lower = Box(box.x, middle + 3, box.w, 20)
            painter.text(f"by hand {by}", lower, theme.NOTE, look.warm_on_panel, "right")

    def _draw_movement(self, painter: Painter, box: Box, by: int) -> None:
        if not by:
            return
        look = painter.theme
        sign, colour = ("arrow-up", look.right) if by > 0 else ("arrow-down", look.warm_on_panel)
        painter.stencil(sign, around(box.x + 18, box.centre[1], 26, 26), colour)
        painter.text(
            str(abs(by)), Box(box.x + 36, box.y, 24, box.h), theme.SMALL_STRONG, look.on_panel
        )

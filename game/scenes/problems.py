"""What is wrong with a pack, to be read in the game."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Aim, Choose, Meaning
from game.ui.choice import moved
from game.ui.layout import Box, around
from game.ui.motion import eased
from game.ui.props.bench import Fault, draw_fault
from game.ui.props.hints import draw_hints
from game.ui.props.plates import draw_plate
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter

SHOWN = 7
LIST = Box(56, 116, 640, 504)
CARD = Box(724, 116, 500, 504)


class ProblemsScene(Scene[None]):
    """Lists `faults`, of which there is one at least, the one in hand in full; ends with Esc."""

    name: ClassVar[str] = "problems"

    def __init__(self, title: str, faults: tuple[Fault, ...]) -> None:
        super().__init__()
        self.title, self.faults = title, faults
        self.chosen, self.first = 0, 0

    @property
    def state(self) -> str:
        return self.faults[self.chosen].severity

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < theme.ENTER + 0.1 else STILL

    def handle(self, meaning: Meaning) -> Done[None] | None:
        if meaning is Action.BACK or meaning in AGREE:
            self.cues.append(Cue.BACK)
            return Done(None)
        before, count = self.chosen, len(self.faults)
        if meaning in (Action.LEFT, Action.RIGHT):
            by = SHOWN if meaning is Action.RIGHT else -SHOWN
            self.chosen = min(max(self.chosen + by, 0), count - 1)
        else:
            self.chosen = moved(self.chosen, meaning, count)
        if self.chosen != before:
            self.first = min(max(self.first, self.chosen - SHOWN + 1), self.chosen)
            self.cues.append(Cue.MOVE)
        return None

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        painter.text("Problems", Box(56, 26, 300, 60), theme.HEADING, look.accent_on_sky)
        painter.text(self.title, Box(370, 30, 854, 30), theme.STRONG, look.on_sky, "right")
        count = len(self.faults)
        last = min(self.first + SHOWN, count)
        words = f"{self.first + 1} to {last} of {count}" if count > SHOWN else _summary(self.faults)
        painter.text(words, Box(370, 60, 854, 28), theme.SMALL, look.quiet_on_sky, "right")
        with painter.shown(fade=eased(self.age, theme.ENTER)):
            rows = LIST.rows(SHOWN, 8)
            shown = range(self.first, last)
            for number, box in zip(shown, rows, strict=False):
                self._draw_line(painter, box, number)
            place = f"{self.chosen + 1} of {count}"
            draw_fault(painter, CARD, self.faults[self.chosen], place)
        scroll = (("↑ ↓", "read on", None),) if count > 1 else ()
        leap = (("← →", "leap", None),) if count > SHOWN else ()
        draw_hints(painter, (*scroll, *leap, ("Esc", "back", Action.BACK)))

    def _draw_line(self, painter: Painter, box: Box, number: int) -> None:
        look, fault = painter.theme, self.faults[number]
        chosen, wrong = number == self.chosen, fault.severity == "error"
        draw_plate(painter, box, chosen=chosen, shadow=False)
        ink = look.on_chosen if chosen else look.on_panel
        quiet = look.quiet_on_chosen if chosen else look.quiet_on_panel
        sign = look.quiet_on_chosen if chosen else look.warm_on_panel
        spot = around(box.x + 30, box.centre[1], 24, 24)
        painter.stencil("cross" if wrong else "bolt", spot, sign)
        inner = Box(box.x + 58, box.y + 6, box.w - 76, box.h - 12)
        line = fault.place.split(",")[0]
        painter.text(line, inner.right_part(110), theme.SMALL_STRONG, quiet, "right")
        words = inner.left_part(inner.w - 122)
        painter.text(_short(fault.message), words, theme.SMALL, ink)
        painter.target(box, Choose(number), Aim(number))


def _short(message: str, longest: int = 110) -> str:
    """As much of a message as stands on a line of the list; all of it stands on the card."""
    return message if len(message) <= longest else message[: longest - 1].rstrip() + "…"


def _summary(faults: tuple[Fault, ...]) -> str:
    errors = sum(fault.severity == "error" for fault in faults)
    parts = []
    for count, word in ((errors, "error"), (len(faults) - errors, "warning")):
        if count:
            parts.append(f"{count} {word}{'' if count == 1 else 's'}")
    return " · ".join(parts)

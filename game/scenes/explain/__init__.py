"""What a mechanic does, drawn in three beats, the first time that it comes up in a night."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from game.scenes.explain.explained import EXPLAINED
from game.scenes.scene import PAUSED, SMOOTH, STILL, Done, Paused, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Meaning
from game.ui.layout import Box, around
from game.ui.props.hints import draw_hints
from game.ui.props.plates import draw_plate
from game.ui.props.strip import LASTS, draw_strip
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter

__all__ = ["EXPLAINED", "ExplainScene"]


class ExplainScene(Scene[None | Paused]):
    """Explains the mechanic `what`, a name of `EXPLAINED`; any agreeing key goes on."""

    name: ClassVar[str] = "explain"
    deaf: ClassVar[float] = 0.5

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what

    @property
    def state(self) -> str:
        return self.what

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < LASTS else STILL

    def handle(self, meaning: Meaning) -> Done[Paused | None] | None:
        if meaning in (Action.BACK, Action.PAUSE):
            return Done(PAUSED)
        if meaning in AGREE:
            self.cues.append(Cue.CHOOSE)
            return Done(None)
        return None

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        # A click anywhere goes on, as in the reveal.
        painter.target(painter.view, Action.READY)
        shown = EXPLAINED[self.what]
        painter.text("HOUSE RULE", Box(340, 40, 600, 34), theme.LABEL, look.quiet_on_sky, "centre")
        painter.text(
            shown.title, Box(140, 74, 1000, 64), theme.HEADING, look.accent_on_sky, "centre"
        )
        draw_strip(painter, Box(70, 156, 1140, 262), shown.beats, self.age)
        # On a ground of its own: the sun sets right behind it.
        says = Box(70, 436, 1140, 114)
        painter.plate(says, look.panel, cover=look.panel_cover, radius=14)
        painter.text(shown.says, says.inset(80, 4), theme.LEAD, look.on_panel, "centre")
        button = around(640, 606, 300, 62)
        draw_plate(painter, button, chosen=True)
        painter.text("Got it", button.inset(14, 4), theme.STRONG, look.on_chosen, "centre")
        hints = (("Space", "go on", Action.READY), ("Esc", "pause", Action.BACK))
        draw_hints(painter, hints)

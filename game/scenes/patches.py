"""New patches: sewn on the jacket when a match has earned them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Aim, Choose, Meaning
from game.ui.layout import Box, around
from game.ui.motion import between, eased
from game.ui.props.hints import draw_hints
from game.ui.props.jacket import Badge, draw_jacket, draw_patch_note
from game.ui.props.plates import draw_button
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter

SIDE = Box(896, 72, 328, 488)


class PatchesScene(Scene[None]):
    """Shows the patches `new` (numbers among `badges`) one after the other; Enter goes on."""

    name: ClassVar[str] = "patches"
    deaf: ClassVar[float] = 0.5

    def __init__(self, badges: tuple[Badge, ...], new: tuple[int, ...]) -> None:
        super().__init__()
        self.badges, self.new = badges, new
        self.chosen = 0
        self.turned = 0.0
        self.cheered = False

    @property
    def pace(self) -> float:
        return SMOOTH if self.age - self.turned < 1.0 else STILL

    def tick(self, dt: float) -> Done[None] | None:
        if not self.cheered:
            self.cheered = True
            self.cues.append(Cue.CROWD)
        return None

    def handle(self, meaning: Meaning) -> Done[None] | None:
        if meaning is Action.BACK:
            return Done(None)
        if meaning in AGREE or meaning == Choose(0):
            self.cues.append(Cue.CHOOSE)
            if self.chosen == len(self.new) - 1:
                return Done(None)
            self._turn(self.chosen + 1)
        elif meaning in (Action.UP, Action.LEFT, Action.DOWN, Action.RIGHT):
            by = 1 if meaning in (Action.DOWN, Action.RIGHT) else -1
            self._turn((self.chosen + by) % len(self.new))
        elif isinstance(meaning, Aim) and meaning.index - 1 in self.new:
            self._turn(self.new.index(meaning.index - 1))
        return None

    def _turn(self, chosen: int) -> None:
        if chosen != self.chosen:
            self.chosen, self.turned = chosen, self.age
            self.cues.append(Cue.MOVE)

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        count, number = len(self.new), self.new[self.chosen]
        heading = "A new patch" if count == 1 else f"{count} new patches"
        painter.text(heading, Box(56, 26, 780, 60), theme.HEADING, look.accent_on_sky)
        share = eased(self.age, 0.45)
        with painter.shown(fade=share, dy=between(40, 0, share)):
            draw_jacket(painter, Box(76, 98, 780, 546), self.badges, number, first=1)
        since = eased(self.age - self.turned, 0.3, 0.0 if self.turned else 0.35)
        with painter.shown(fade=since, dx=between(40, 0, since)):
            over = "FRESHLY SEWN ON" if count == 1 else f"{self.chosen + 1} OF {count}, FRESH"
            draw_patch_note(painter, SIDE, self.badges[number], number, over)
        last = self.chosen == count - 1
        button = around(SIDE.centre[0], 604, SIDE.w, 56)
        draw_button(painter, button, "Wear it" if last else "The next one", 0, chosen=True)
        hints = (
            *((("← →", "look at each", None),) if count > 1 else ()),
            ("Enter", "go on", Action.CONFIRM),
            ("Esc", "close", Action.BACK),
        )
        draw_hints(painter, hints)

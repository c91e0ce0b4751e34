"""The pack choice: every pack as a pass on the rack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, TICKING, Done, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Choose, Meaning
from game.ui.choice import moved
from game.ui.layout import Box
from game.ui.motion import between, eased
from game.ui.props.hints import draw_hints
from game.ui.props.passes import Pass, draw_pass
from game.ui.props.plates import draw_menu_line
from game.ui.sound import Cue

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.painter import Painter

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """A pack on offer: its id, its line, its pass, and what is wrong with it if it cannot play.

    `read` is False while the pack is still being read.
    """

    id: str
    name: str
    note: str
    card: Pass
    trouble: str = ""
    read: bool = True


class PacksScene(Scene[str | None]):
    """Results in the id of the pack chosen, or None; `news` gives the choices as they stand now."""

    name: ClassVar[str] = "packs"

    def __init__(
        self,
        choices: tuple[Choice, ...],
        chosen: int = 0,
        news: Callable[[], tuple[Choice, ...]] | None = None,
    ) -> None:
        super().__init__()
        self.choices, self.news = choices, news
        self.chosen = min(chosen, len(choices) - 1)

    @property
    def state(self) -> str:
        return "broken" if self.choices[self.chosen].trouble else ""

    @property
    def pace(self) -> float:
        if self.age < theme.ENTER + 0.3:
            return SMOOTH
        return TICKING if self.waiting else STILL

    @property
    def waiting(self) -> bool:
        """Whether a pack is still being read."""
        return self.news is not None and not all(choice.read for choice in self.choices)

    def tick(self, dt: float) -> Done[str | None] | None:
        if self.waiting and self.news is not None:
            self.choices = self.news()
        return None

    @property
    def first(self) -> int:
        """The number of the first line shown: the chosen one stays in sight."""
        return max(0, min(self.chosen - SHOWN // 2, len(self.choices) - SHOWN))

    def handle(self, meaning: Meaning) -> Done[str | None] | None:
        if meaning is Action.BACK:
            self.cues.append(Cue.BACK)
            return Done(None)
        before = self.chosen
        self.chosen = moved(self.chosen, meaning, len(self.choices))
        if meaning in AGREE or (isinstance(meaning, Choose) and meaning.index < len(self.choices)):
            if self.choices[self.chosen].trouble:
                self.cues.append(Cue.WRONG)
                return None
            self.cues.append(Cue.CHOOSE)
            return Done(self.choices[self.chosen].id)
        if self.chosen != before:
            self.cues.append(Cue.MOVE)
        return None

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        painter.text("Packs", Box(72, 48, 520, 64), theme.HEADING, look.accent_on_sky)
        count = f"{len(self.choices)} on the rack"
        painter.text(count, Box(72, 106, 520, 32), theme.BODY, look.on_sky)
        rows = Box(72, 160, 620, SHOWN * 84 - 14).rows(SHOWN, 14)
        shown = range(self.first, min(self.first + SHOWN, len(self.choices)))
        for number, box in zip(shown, rows, strict=False):
            choice = self.choices[number]
            with painter.shown(fade=0.62 if choice.trouble else 1.0):
                draw_menu_line(
                    painter, box, choice.name, choice.note, number, chosen=number == self.chosen
                )
        self._draw_more(painter)
        self._draw_chosen(painter)
        hints = (
            ("↑ ↓", "look through", None),
            ("Enter", "take this pack", Action.CONFIRM),
            ("Esc", "back", Action.BACK),
        )
        draw_hints(painter, hints)

    def _draw_more(self, painter: Painter) -> None:
        below = len(self.choices) - self.first - SHOWN
        if below > 0:
            words = f"{below} more below"
            box = Box(72, 584, 620, 28)
            painter.text(words, box, theme.SMALL, painter.theme.quiet_on_sky, "centre")

    def _draw_chosen(self, painter: Painter) -> None:
        choice, share = self.choices[self.chosen], eased(self.age, theme.ENTER)
        with painter.shown(dy=between(-30, 0, share)):
            box = Box(800, 96, 360, 516)
            painter.shadow(box.inset(10), 24, 18)
            draw_pass(painter, box, choice.card)
        if choice.trouble:
            area = Box(820, 352, 320, 220)
            painter.text(
                choice.trouble, area, theme.SMALL_STRONG, painter.theme.wrong_on_paper, "centre"
            )

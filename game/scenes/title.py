"""The title: what to do tonight, and the pass of the pack in hand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, TICKING, Done, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Choose, Meaning
from game.ui.choice import moved
from game.ui.layout import Box
from game.ui.motion import between, eased
from game.ui.props.hints import draw_hints
from game.ui.props.passes import Pass, draw_hanging_pass
from game.ui.props.plates import draw_menu_line
from game.ui.sound import Cue

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.painter import Painter


class Wish(Enum):
    """What the player wants of the title."""

    SOLO = "Solo"
    PARTY = "Party"
    PACKS = "Packs"
    QUIT = "Quit"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the menu."""

    wish: Wish
    note: str


class TitleScene(Scene[Wish]):
    """The menu. Esc asks for nothing: leaving is its own line.

    `news` gives the pass with its figures once the pack has been read: the
    title does not wait for it.
    """

    name: ClassVar[str] = "title"

    def __init__(
        self,
        lines: tuple[Line, ...],
        card: Pass,
        news: Callable[[], Pass | None] = lambda: None,
        notice: str = "",
    ) -> None:
        super().__init__()
        self.lines, self.card, self.notice = lines, card, notice
        self.news = news
        self.waiting = not card.figures
        self.chosen = 0

    @property
    def pace(self) -> float:
        if self.age < theme.ARRIVAL:
            return SMOOTH
        return TICKING if self.waiting else STILL

    def tick(self, dt: float) -> Done[Wish] | None:
        if self.waiting and (card := self.news()):
            self.card, self.waiting = card, False
        return None

    def handle(self, meaning: Meaning) -> Done[Wish] | None:
        before = self.chosen
        self.chosen = moved(self.chosen, meaning, len(self.lines))
        if meaning in AGREE or (isinstance(meaning, Choose) and meaning.index < len(self.lines)):
            self.cues.append(Cue.CHOOSE)
            return Done(self.lines[self.chosen].wish)
        if self.chosen != before:
            self.cues.append(Cue.MOVE)
        if meaning is Action.BACK:
            self.chosen = len(self.lines) - 1
        return None

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.backdrop)
        self._draw_bus(painter)
        rise = 1.0 if painter.still else eased(self.age, 0.5)
        with painter.shown(fade=rise, dy=between(-18, 0, rise)):
            painter.text(
                "ENCORE",
                Box(76, 56, 660, 170),
                theme.LOGO,
                look.accent_on_sky,
                valign="bottom",
            )
            painter.text(
                "the trivia game for people who stay after the encore",
                Box(80, 224, 620, 40),
                theme.TAGLINE,
                look.on_sky,
            )
        menu = Box(72, 296, 520, len(self.lines) * 76 - 12)
        for index, box in enumerate(menu.rows(len(self.lines), 12)):
            enter = eased(self.age, theme.ENTER, 0.15 + index * theme.STAGGER)
            with painter.shown(fade=enter, dx=between(-40, 0, enter)):
                line = self.lines[index]
                draw_menu_line(
                    painter,
                    box,
                    line.wish.value,
                    line.note,
                    index,
                    chosen=index == self.chosen,
                )
        drop = eased(self.age, 0.7, 0.1)
        with painter.shown(fade=eased(self.age, 0.2), dy=between(-90, 0, drop)):
            draw_hanging_pass(painter, self.card)
        if self.notice:
            painter.text(
                self.notice, Box(72, 636, 720, 40), theme.SMALL, look.quiet_on_sky, valign="top"
            )
        draw_hints(
            painter,
            (
                ("↑ ↓", "choose", None),
                ("Enter", "go", Action.CONFIRM),
                ("M", "sound", Action.MUTE),
                ("F11", "full screen", Action.FULL_SCREEN),
            ),
        )

    def _draw_bus(self, painter: Painter) -> None:
        along = 1.0 if painter.still else eased(self.age, theme.ARRIVAL)
        painter.drawing("bus", Box(between(380, 600, along), 568, 240, 90))

"""The title: what to do tonight, and the pass of the pack in hand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, TICKING, Done, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Choose, Dropped, Meaning, Typed
from game.ui.choice import moved
from game.ui.layout import Box
from game.ui.motion import between, eased
from game.ui.props.hints import draw_hints
from game.ui.props.passes import Pass, draw_hanging_pass
from game.ui.props.plates import draw_button, draw_menu_line
from game.ui.sound import Cue

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.painter import Painter


_SETTLED = 0.8


class Wish(Enum):
    """What the player wants of the title."""

    CARRY_ON = "Carry on"
    SOLO = "Solo"
    PARTY = "Party"
    PACKS = "Packs"
    NUMBERS = "Numbers"
    SETTINGS = "Settings"
    QUIT = "Quit"


SMALL = (Wish.NUMBERS, Wish.SETTINGS, Wish.QUIT)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the menu."""

    wish: Wish
    note: str


class TitleScene(Scene[Wish | Dropped | Typed]):
    """The menu: its lines, and below them the small wishes side by side.

    A pack that is dropped or pasted here is a result as well.
    Esc asks for nothing: leaving is a wish of its own.
    `news` gives the pass with its figures once the pack has been read: the
    title does not wait for it.
    """

    name: ClassVar[str] = "title"
    accepts = True

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

    def tick(self, dt: float) -> Done[Wish | Dropped | Typed] | None:
        # Reading a pack takes the machine for a moment: not while things are flying in.
        if self.waiting and self.age > _SETTLED and (card := self.news()):
            self.card, self.waiting = card, False
        return None

    @property
    def wishes(self) -> tuple[Wish, ...]:
        """Everything that can be chosen, in order."""
        return (*(line.wish for line in self.lines), *SMALL)

    def handle(self, meaning: Meaning) -> Done[Wish | Dropped | Typed] | None:
        if isinstance(meaning, Dropped | Typed):
            return Done(meaning)
        before, count = self.chosen, len(self.wishes)
        self.chosen = self._moved(meaning)
        if meaning in AGREE or (isinstance(meaning, Choose) and meaning.index < count):
            self.cues.append(Cue.CHOOSE)
            return Done(self.wishes[self.chosen])
        if self.chosen != before:
            self.cues.append(Cue.MOVE)
        if meaning is Action.BACK:
            self.chosen = count - 1
        return None

    def _moved(self, meaning: Meaning) -> int:
        """Up and down through the lines and the small row as one more; sideways in that row."""
        lines, count = len(self.lines), len(self.wishes)
        if self.chosen < lines or meaning not in (Action.UP, Action.DOWN):
            if meaning is Action.UP and self.chosen == 0:
                return lines
            columns = len(SMALL) if self.chosen >= lines else 1
            if columns > 1 and meaning in (Action.LEFT, Action.RIGHT):
                return lines + moved(self.chosen - lines, meaning, len(SMALL), columns)
            return moved(self.chosen, meaning, count)
        return lines - 1 if meaning is Action.UP else 0

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.backdrop)
        self._draw_bus(painter)
        logo = Box(76, 56, 660, 170)
        painter.text("ENCORE", logo, theme.LOGO, look.accent_on_sky, valign="bottom")
        rise = eased(self.age, 0.5)
        with painter.shown(fade=rise):
            painter.text(
                "the trivia game for people who stay after the encore",
                Box(80, 224, 620, 40),
                theme.TAGLINE,
                look.on_sky,
            )
        self._draw_menu(painter)
        drop = eased(self.age, 0.7, 0.1)
        with painter.shown(fade=eased(self.age, 0.2), dy=between(-90, 0, drop)):
            draw_hanging_pass(painter, self.card)
        if self.notice:
            note = Box(72, 622, 520, 36)
            painter.text(self.notice, note, theme.SMALL, look.quiet_on_sky)
        draw_hints(
            painter,
            (
                ("↑ ↓", "choose", None),
                ("Enter", "go", Action.CONFIRM),
                ("M", "sound", Action.MUTE),
                ("F11", "full screen", Action.FULL_SCREEN),
            ),
        )

    def _draw_menu(self, painter: Painter) -> None:
        count = len(self.lines)
        foot = 620.0
        menu = Box(72, foot - 62 - count * 70, 520, count * 70 - 10)
        for index, box in enumerate(menu.rows(count, 10)):
            enter = eased(self.age, theme.ENTER, 0.15 + index * theme.STAGGER)
            with painter.shown(fade=enter, dx=between(-40, 0, enter)):
                line = self.lines[index]
                name, chosen = line.wish.value, index == self.chosen
                draw_menu_line(painter, box, name, line.note, index, chosen=chosen)
        enter = eased(self.age, theme.ENTER, 0.15 + count * theme.STAGGER)
        small = Box(72, foot - 52, 520, 52).columns(len(SMALL), 10)
        with painter.shown(fade=enter, dx=between(-40, 0, enter)):
            for number, (wish, box) in enumerate(zip(SMALL, small, strict=True)):
                index = count + number
                draw_button(painter, box, wish.value, index, chosen=index == self.chosen)

    def _draw_bus(self, painter: Painter) -> None:
        along = 1.0 if painter.still else eased(self.age, theme.ARRIVAL)
        painter.drawing("bus", Box(between(380, 600, along), 568, 240, 90))

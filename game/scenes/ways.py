"""How to play alone tonight: the modes, how long, and against which clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Choose, Meaning
from game.ui.choice import moved
from game.ui.layout import Box
from game.ui.motion import between, eased
from game.ui.props.hints import draw_hints
from game.ui.props.plates import draw_menu_line
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter


@dataclass(frozen=True, slots=True)
class Way:
    """A mode on offer: its name, what it is, and lines of what is known about it.

    `lengths` may be chosen from. `trouble` says why it cannot be played now.
    """

    mode: str
    title: str
    blurb: str
    about: str
    figures: tuple[tuple[str, str], ...] = ()
    lengths: tuple[int, ...] = ()
    length: int = 10
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen: the mode's name, its length, and the clock's place among the clocks."""

    mode: str
    length: int
    clock: int


class WaysScene(Scene[Chosen | None]):
    """Results in what was chosen, or None for going back. The last line is the clock."""

    name: ClassVar[str] = "ways"

    def __init__(self, ways: tuple[Way, ...], clocks: tuple[str, ...], clock: int) -> None:
        super().__init__()
        self.ways, self.clocks, self.clock = ways, clocks, clock
        self.chosen = 0

    @property
    def state(self) -> str:
        return "clock" if self.on_clock else self.ways[self.chosen].mode

    @property
    def on_clock(self) -> bool:
        """Whether the line in hand is the clock's."""
        return self.chosen == len(self.ways)

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < theme.ENTER + 0.4 else STILL

    def handle(self, meaning: Meaning) -> Done[Chosen | None] | None:
        if meaning is Action.BACK:
            self.cues.append(Cue.BACK)
            return Done(None)
        if meaning in (Action.LEFT, Action.RIGHT):
            self._change(1 if meaning is Action.RIGHT else -1)
            return None
        before, count = self.chosen, len(self.ways) + 1
        self.chosen = moved(self.chosen, meaning, count)
        if meaning in AGREE or (isinstance(meaning, Choose) and meaning.index < count):
            return self._take()
        if self.chosen != before:
            self.cues.append(Cue.MOVE)
        return None

    def _take(self) -> Done[Chosen | None] | None:
        if self.on_clock:
            self._change(1)
            return None
        way = self.ways[self.chosen]
        if way.trouble:
            self.cues.append(Cue.WRONG)
            return None
        self.cues.append(Cue.CHOOSE)
        return Done(Chosen(way.mode, way.length, self.clock))

    def _change(self, by: int) -> None:
        """The next clock, or the next length of the mode in hand."""
        if self.on_clock:
            self.clock = (self.clock + by) % len(self.clocks)
            self.cues.append(Cue.MOVE)
            return
        way = self.ways[self.chosen]
        if way.lengths:
            at = way.lengths.index(way.length) if way.length in way.lengths else 0
            length = way.lengths[(at + by) % len(way.lengths)]
            ways = list(self.ways)
            ways[self.chosen] = replace(way, length=length)
            self.ways = tuple(ways)
            self.cues.append(Cue.MOVE)

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        painter.text("A night alone", Box(72, 40, 700, 64), theme.HEADING, look.accent_on_sky)
        count = len(self.ways) + 1
        rows = Box(72, 128, 560, count * 84 - 12).rows(count, 12)
        for index, box in enumerate(rows):
            enter = eased(self.age, theme.ENTER, index * theme.STAGGER)
            with painter.shown(fade=enter, dx=between(-30, 0, enter)):
                self._draw_line(painter, box, index)
        self._draw_about(painter)
        chosen_way = None if self.on_clock else self.ways[self.chosen]
        change = (("← →", "change", None),) if chosen_way is None or chosen_way.lengths else ()
        hints = (
            ("↑ ↓", "choose", None),
            *change,
            ("Enter", "play" if chosen_way else "next", Action.CONFIRM),
            ("Esc", "back", Action.BACK),
        )
        draw_hints(painter, hints)

    def _draw_line(self, painter: Painter, box: Box, index: int) -> None:
        chosen = index == self.chosen
        if index == len(self.ways):
            note = f"‹  {self.clocks[self.clock]}  ›"
            draw_menu_line(painter, box, "Clock", note, index, chosen=chosen)
            return
        way = self.ways[index]
        note = f"‹  {way.length} tracks  ›" if way.lengths else way.blurb
        with painter.shown(fade=0.6 if way.trouble else 1.0):
            draw_menu_line(painter, box, way.title, note, index, chosen=chosen)

    def _draw_about(self, painter: Painter) -> None:
        look = painter.theme
        box = Box(690, 128, 518, 492)
        painter.plate(box, look.paper, radius=18, shadow=True)
        art = "record" if self.on_clock else _ART.get(self.ways[self.chosen].mode, "stage")
        painter.picture_in(f"moments/{art}", box.top_part(176), radius=18, corners="top")
        inner = Box(box.x + 40, box.y + 188, box.w - 80, box.h - 206)
        if self.on_clock:
            title, about = "The clock", _CLOCK
            figures: tuple[tuple[str, str], ...] = ()
        else:
            way = self.ways[self.chosen]
            title, about, figures = way.title, way.trouble or way.about, way.figures
        painter.text(title, inner.top_part(54), theme.HEADING, look.accent_on_paper)
        words = Box(inner.x, inner.y + 58, inner.w, inner.h - 58 - 44 * len(figures))
        if self.on_clock or not self.ways[self.chosen].trouble:
            painter.text(about, words, theme.BODY, look.on_paper, valign="top")
        else:
            painter.text(about, words, theme.BODY, look.wrong_on_paper, valign="top")
        for row, (name, figure) in enumerate(figures):
            line = Box(inner.x, inner.bottom - 42 * (len(figures) - row), inner.w, 38)
            painter.fill(Box(line.x, line.y - 3, line.w, 1.5), look.hairline)
            painter.text(name, line, theme.SMALL_STRONG, look.quiet_on_paper)
            painter.text(figure, line, theme.SMALL_FIGURE, look.on_paper, "right")


_ART = {
    "setlist": "stage",
    "marathon": "road",
    "daily": "page",
    "soundcheck": "telephone",
    "duel": "bus",
}
_CLOCK = (
    "Quick gives 12 seconds for an answer, Standard 20, Relaxed 40 and more time to read. "
    "Untimed leaves you all night; the third of the points that is for speed is then not won."
)

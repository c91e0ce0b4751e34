"""A pack that was handed in: shown as a pass before it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from game.rules.modes import DEAF
from game.scenes.scene import SMOOTH, STILL, TICKING, Done, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Choose, Dropped, Letter, Meaning
from game.ui.choice import moved
from game.ui.layout import Box
from game.ui.motion import between, eased
from game.ui.props.hints import draw_hints
from game.ui.props.passes import Pass, draw_hanging_pass
from game.ui.props.plates import draw_button
from game.ui.sound import Cue

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.painter import Painter

_PASS = (118.0, 124.0)
SHEET = Box(524, 104, 700, 516)


class Decision(Enum):
    """What is to happen with the pack."""

    KEEP = "Keep it"
    REPLACE = "Replace the old one"
    PROBLEMS = "Read the problems"
    NOT_NOW = "Not now"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A pack that was looked at: its pass, lines about it, and what can be done with it.

    `said` is a sentence about it; `bad` where it is why the pack cannot be kept.
    """

    title: str
    about: str
    card: Pass
    lines: tuple[tuple[str, str], ...] = ()
    said: str = ""
    bad: bool = False
    decisions: tuple[Decision, ...] = (Decision.NOT_NOW,)


class DropScene(Scene[Decision]):
    """Results in a decision. `news` gives the parcel once it was looked at.

    What is dropped meanwhile is kept in `more`.
    """

    name: ClassVar[str] = "drop"
    accepts = True

    def __init__(self, source: str, news: Callable[[], Parcel | None]) -> None:
        super().__init__()
        self.source, self.news = source, news
        self.parcel = news()
        self.more: list[Dropped] = []
        self.chosen, self.opened = 0, 0.0

    @property
    def state(self) -> str:
        if self.parcel is None:
            return "reading"
        return "bad" if self.parcel.bad else "there" if self._replaces else "new"

    @property
    def _replaces(self) -> bool:
        return self.parcel is not None and Decision.REPLACE in self.parcel.decisions

    @property
    def pace(self) -> float:
        if self.age - self.opened < theme.ENTER + 0.2:
            return SMOOTH
        return TICKING if self.parcel is None else STILL

    def tick(self, dt: float) -> Done[Decision] | None:
        if self.parcel is None and (parcel := self.news()):
            self.parcel, self.opened = parcel, self.age
        return None

    def handle(self, meaning: Meaning) -> Done[Decision] | None:
        if isinstance(meaning, Dropped):
            self.more.append(meaning)
            return None
        if meaning is Action.BACK:
            self.cues.append(Cue.BACK)
            return Done(Decision.NOT_NOW)
        if self.parcel is None or self.age - self.opened < DEAF:
            return None
        decisions = self.parcel.decisions
        if meaning == Letter("p") and Decision.PROBLEMS in decisions:
            return Done(Decision.PROBLEMS)
        before = self.chosen
        if meaning in (Action.LEFT, Action.RIGHT):
            by = 1 if meaning is Action.RIGHT else -1
            self.chosen = (self.chosen + by) % len(decisions)
        else:
            self.chosen = moved(self.chosen, meaning, len(decisions))
        if self.chosen != before:
            self.cues.append(Cue.MOVE)
        if meaning in AGREE or (isinstance(meaning, Choose) and meaning.index == self.chosen):
            self.cues.append(Cue.CHOOSE)
            return Done(decisions[self.chosen])
        return None

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        parcel = self.parcel
        if parcel is None:
            words = f"{self.source} is being looked at."
            painter.text(words, Box(140, 290, 1000, 90), theme.TAGLINE, look.on_sky, "centre")
            draw_hints(painter, (("Esc", "not now", Action.BACK),))
            return
        enter = eased(self.age - self.opened, theme.ENTER)
        with painter.shown(dy=between(-40, 0, enter)):
            draw_hanging_pass(painter, parcel.card, *_PASS)
        with painter.shown(fade=enter):
            self._draw_sheet(painter, parcel)
        hints = (
            ("← →", "choose", None),
            ("Enter", "do it", Action.CONFIRM),
            ("Esc", "not now", Action.BACK),
        )
        draw_hints(painter, hints)

    def _draw_sheet(self, painter: Painter, parcel: Parcel) -> None:
        look = painter.theme
        painter.plate(SHEET, look.paper, radius=14, shadow=True)
        inner = SHEET.inset(40, 26)
        over = "This cannot be kept" if parcel.bad else "A pack for your rack"
        painter.text(over, inner.top_part(28), theme.LABEL, look.accent_on_paper)
        title = Box(inner.x, inner.y + 30, inner.w, 54)
        painter.text(parcel.title, title, theme.PASS_TITLE, look.on_paper)
        about = Box(inner.x, title.bottom + 2, inner.w, 76 if parcel.lines else 30)
        painter.text(parcel.about, about, theme.SMALL, look.quiet_on_paper, valign="top")
        for number, (name, value) in enumerate(parcel.lines):
            row = Box(inner.x, about.bottom + 4 + number * 38, inner.w, 38)
            painter.fill(Box(row.x, row.y, row.w, 1.5), look.hairline)
            label = Box(row.x, row.y + 2, 150, 36)
            painter.text(name, label, theme.SMALL_STRONG, look.quiet_on_paper)
            room = Box(row.x + 160, row.y + 2, row.w - 160, 36)
            painter.text(value, room, theme.SMALL_STRONG, look.on_paper, "right")
        buttons = Box(inner.x, inner.bottom - 52, inner.w, 52)
        top = (about.bottom if parcel.lines else title.bottom + 36) + 38 * len(parcel.lines) + 10
        said = Box(inner.x, top, inner.w, buttons.y - 10 - top)
        if parcel.bad:
            painter.fill(Box(said.x, said.y, 64, 4), look.wrong_on_paper)
            words = Box(said.x, said.y + 18, said.w, said.h - 18)
            painter.text(parcel.said, words, theme.BODY, look.wrong_on_paper, valign="top")
        else:
            painter.text(parcel.said, said, theme.SMALL_STRONG, look.quiet_on_paper)
        cells = buttons.columns(len(parcel.decisions), 14)
        for index, (decision, box) in enumerate(zip(parcel.decisions, cells, strict=True)):
            draw_button(painter, box, decision.value, index, chosen=index == self.chosen)

"""A question: its stem is read, then it is answered against the clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.rules.modes import DEAF, LAST_SECONDS, WARNING, Clock
from game.scenes.scene import PAUSED, SMOOTH, STILL, TICKING, Done, Paused, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Choose, Letter, Meaning
from game.ui.choice import moved
from game.ui.layout import Box
from game.ui.motion import between, eased
from game.ui.props.header import Header, draw_header
from game.ui.props.hints import draw_hints
from game.ui.props.plates import Answer, draw_answer
from game.ui.props.ticket import STUB, draw_clock, draw_stem, draw_ticket
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.rules.deal import Card
    from game.ui.painter import Painter

TICKET = Box(56, 118, 1168, 250)
ANSWERS = Box(56, 400, 1168, 208)


@dataclass(frozen=True, slots=True)
class Answered:
    """What was picked (None: too late), `ms` milliseconds after the options came in."""

    pick: int | None
    ms: int


class QuestionScene(Scene[Answered | Paused]):
    """Reads, then takes one answer. Times are seconds; shown again after a break, it goes on."""

    name: ClassVar[str] = "question"
    deaf: ClassVar[float] = DEAF

    def __init__(self, card: Card, clock: Clock, header: Header) -> None:
        super().__init__()
        self.card, self.clock, self.header = card, clock, header
        self.reading_left = clock.reading(card.question.stem)
        self.spent = 0.0
        self.chosen: int | None = None

    @property
    def state(self) -> str:
        return "answer" if self.answering else "read"

    @property
    def answering(self) -> bool:
        """Whether the options are there and the clock runs."""
        return self.reading_left <= 0

    @property
    def left(self) -> float | None:
        """Seconds left for the answer; None where nobody is timed."""
        return None if self.clock.limit is None else max(0.0, self.clock.limit - self.spent)

    @property
    def pace(self) -> float:
        entering = theme.ENTER + 4 * theme.STAGGER
        if self.age < theme.ENTER or (self.answering and self.spent < entering):
            return SMOOTH
        if not self.answering:
            return TICKING
        return STILL if self.clock.limit is None else TICKING

    def handle(self, meaning: Meaning) -> Done[Answered | Paused] | None:
        if meaning in (Action.BACK, Action.PAUSE):
            return Done(PAUSED)
        if not self.answering:
            if meaning in AGREE or isinstance(meaning, Choose | Letter):
                self.reading_left = 0.0
            return None
        if self.spent < DEAF:
            return None
        return self._answer(meaning)

    def _answer(self, meaning: Meaning) -> Done[Answered | Paused] | None:
        count = len(self.card.options)
        if isinstance(meaning, Letter):
            meaning = Choose(ord(meaning.letter) - ord("a"))
        if isinstance(meaning, Choose):
            return self._locked(meaning.index) if 0 <= meaning.index < count else None
        if meaning in AGREE:
            return None if self.chosen is None else self._locked(self.chosen)
        before = self.chosen
        if isinstance(meaning, Action) and meaning in _ARROWS:
            self.chosen = 0 if before is None else moved(before, meaning, count, 2)
        elif not isinstance(meaning, Action):
            self.chosen = moved(before or 0, meaning, count, 2)
        if self.chosen != before:
            self.cues.append(Cue.MOVE)
        return None

    def _locked(self, pick: int) -> Done[Answered | Paused]:
        self.chosen = pick
        self.cues.append(Cue.LOCK)
        return Done(Answered(pick, round(self.spent * 1000)))

    def tick(self, dt: float) -> Done[Answered | Paused] | None:
        if not self.answering:
            self.reading_left -= dt
            return None
        before, self.spent = self.left, self.spent + dt
        after = self.left
        if before is None or after is None or self.clock.limit is None:
            return None
        self._warn(before, after)
        if after <= 0:
            return Done(Answered(None, round(self.clock.limit * 1000)))
        return None

    def _warn(self, before: float, after: float) -> None:
        if after <= WARNING < before:
            self.cues.append(Cue.WARN)
        # One tick for each of the last seconds that has begun.
        if after <= LAST_SECONDS and int(-after // 1) != int(-before // 1):
            self.cues.append(Cue.TICK)

    def draw(self, painter: Painter) -> None:
        painter.backdrop(painter.theme.quiet_backdrop)
        draw_header(painter, self.header)
        enter = eased(self.age, theme.ENTER)
        with painter.shown(fade=enter, dy=between(24, 0, enter)):
            words = draw_ticket(painter, TICKET, self.header.print)
            draw_stem(painter, words, self.card.question.stem)
            stub = TICKET.right_part(STUB).inset(16, 40)
            shown = self.clock.limit if not self.answering else self.left
            draw_clock(painter, stub, shown, self.clock.limit, running=self.answering)
        if self.answering:
            self._draw_answers(painter)
        else:
            painter.text(
                "read it first; the answers come in a moment",
                Box(240, 470, 800, 60),
                theme.TAGLINE,
                painter.theme.quiet_on_sky,
                "centre",
            )
        draw_hints(painter, self._hints())

    def _draw_answers(self, painter: Painter) -> None:
        for index, box in enumerate(places(len(self.card.options))):
            enter = 1.0
            if self.spent < theme.ENTER + 4 * theme.STAGGER:
                enter = eased(self.spent, theme.ENTER, index * theme.STAGGER)
            with painter.shown(fade=enter, dy=between(20, 0, enter)):
                words = self.card.options[index].text
                draw_answer(painter, box, Answer(words, chosen=index == self.chosen), index)

    def _hints(self) -> tuple[tuple[str, str, Meaning | None], ...]:
        pause = ("Esc", "pause", Action.BACK)
        if not self.answering:
            return ("Space", "show the answers", Action.READY), pause
        count = len(self.card.options)
        enter = ("Enter", "lock it in", Action.CONFIRM)
        keys = (f"1–{count}", "answer", None), ("↑ ↓ ← →", "choose", None)
        return (*keys, enter, pause)


_ARROWS = (
    Action.UP,
    Action.DOWN,
    Action.LEFT,
    Action.RIGHT,
    Action.NEXT,
    Action.PREVIOUS,
)


def places(count: int, area: Box = ANSWERS) -> list[Box]:
    """Where `count` answers stand: two columns, as many rows as it takes."""
    return area.grid(2, (count + 1) // 2, 28, 24)[:count]

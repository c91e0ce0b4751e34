"""A question: its stem is read, then it is answered against the clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.rules.modes import DEAF, EXTRA_TIME, LIFELINES
from game.scenes.scene import PAUSED, SMOOTH, STILL, TICKING, Answered, Done, Paused, TimedScene
from game.ui import theme
from game.ui.actions import AGREE, Action, Choose, Letter, Meaning
from game.ui.choice import moved
from game.ui.countdown import Countdown
from game.ui.layout import Box
from game.ui.media.slide import NOTHING
from game.ui.motion import between, eased
from game.ui.props.exhibit import ANSWERS, draw_asked
from game.ui.props.exhibit import places as places_of
from game.ui.props.header import Header, draw_header
from game.ui.props.hints import draw_hints
from game.ui.props.plates import Answer, draw_answer
from game.ui.props.ticket import draw_clock
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.rules.deal import Card
    from game.rules.modes import Clock
    from game.ui.media.slide import Exhibit
    from game.ui.painter import Painter

_AGAIN = "l"


@dataclass(frozen=True, slots=True)
class Swapped:
    """Another question is wanted; `aids` are the lifelines used before, which are gone."""

    aids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lifelines:
    """Those that can be used here, and the places that fifty-fifty takes away."""

    free: tuple[str, ...] = ()
    halved: frozenset[int] = frozenset()


NO_LIFELINES = Lifelines()


@dataclass(frozen=True, slots=True)
class Ghost:
    """How a friend answered this question, milliseconds after the options came in."""

    pick: int | None
    ms: int


Outcome = Answered | Swapped | Paused


class QuestionScene(TimedScene[Outcome]):
    """Reads, then takes one answer. Times are seconds; shown again after a break, it goes on."""

    name: ClassVar[str] = "question"
    deaf: ClassVar[float] = DEAF

    def __init__(
        self,
        card: Card,
        clock: Clock,
        header: Header,
        lifelines: Lifelines = NO_LIFELINES,
        ghost: Ghost | None = None,
        exhibit: Exhibit = NOTHING,
    ) -> None:
        super().__init__(card, exhibit, Countdown(clock.limit, clock.reading(card.question.stem)))
        self.header = header
        self.lifelines, self.ghost = lifelines, ghost
        self.aids: tuple[str, ...] = ()
        self.chosen: int | None = None

    @property
    def state(self) -> str:
        return "answer" if self.answering else "read"

    @property
    def hidden(self) -> frozenset[int]:
        """The places of options that fifty-fifty has taken away."""
        return self.lifelines.halved if "half" in self.aids else frozenset()

    @property
    def pace(self) -> float:
        entering = theme.ENTER + 4 * theme.STAGGER
        if self.age < theme.ENTER or (self.answering and self.spent < entering):
            return SMOOTH
        if not self.answering:
            return TICKING
        still = self.limit is None and not self.exhibit.coming
        return STILL if still else TICKING

    def handle(self, meaning: Meaning) -> Done[Outcome] | None:
        if meaning in (Action.BACK, Action.PAUSE):
            self.hush()
            return Done(PAUSED)
        if meaning == Letter(_AGAIN) and self.exhibit.sound is not None:
            self.play()
            return None
        if not self.answering:
            if meaning in AGREE or isinstance(meaning, Choose | Letter):
                self.reading_left = 0.0
            return None
        if self.spent < DEAF:
            return None
        return self._answer(meaning)

    def _answer(self, meaning: Meaning) -> Done[Outcome] | None:
        if isinstance(meaning, Letter):
            if aid := _AID_OF.get(meaning.letter):
                return self._help(aid)
            meaning = Choose(ord(meaning.letter) - ord("a"))
        if isinstance(meaning, Choose):
            there = 0 <= meaning.index < len(self.card.options)
            return (
                self._locked(meaning.index) if there and meaning.index not in self.hidden else None
            )
        if meaning in AGREE:
            return None if self.chosen is None else self._locked(self.chosen)
        if not isinstance(meaning, Action) or meaning in _ARROWS:
            self._aim(meaning)
        return None

    def _aim(self, meaning: Meaning) -> None:
        """Move the highlight; what fifty-fifty took away is stepped over."""
        before, count = self.chosen, len(self.card.options)
        shown = [place for place in range(count) if place not in self.hidden]
        if before is None and isinstance(meaning, Action):
            self.chosen = shown[0]
        else:
            place = moved(before or 0, meaning, count, 2)
            if place in self.hidden and isinstance(meaning, Action):
                place = next((other for other in shown if other != before), shown[0])
            self.chosen = before if place in self.hidden else place
        if self.chosen != before:
            self.cues.append(Cue.MOVE)

    def _help(self, aid: str) -> Done[Outcome] | None:
        if aid not in self.lifelines.free or aid in self.aids:
            return None
        self.cues.append(Cue.CHOOSE)
        if aid == "swap":
            self.hush()
            return Done(Swapped(self.aids))
        self.use(aid)
        return None

    def use(self, aid: str) -> None:
        """The lifeline does what it does."""
        self.aids = (*self.aids, aid)
        if aid == "time" and self.time.limit is not None:
            self.time.limit += EXTRA_TIME
        if self.chosen in self.hidden:
            self.chosen = None

    def _locked(self, pick: int) -> Done[Outcome]:
        self.chosen = pick
        self.cues.append(Cue.LOCK)
        self.hush()
        return Done(Answered(pick, self.time.ms, self.aids))

    def tick(self, dt: float) -> Done[Outcome] | None:
        if not self.played:
            self.play()
        self.cues += self.time.tick(dt, coming=self.exhibit.coming)
        if not self.time.up:
            return None
        self.hush()
        return Done(Answered(None, self.time.late_ms, self.aids))

    def draw(self, painter: Painter) -> None:
        painter.backdrop(painter.theme.quiet_backdrop)
        draw_header(painter, self.header)
        enter = eased(self.age, theme.ENTER)
        with painter.shown(fade=enter, dy=between(24, 0, enter)):
            stub = draw_asked(painter, self.exhibit, self.card.question.stem, self.header.print)
            shown = self.limit if not self.answering else self.left
            draw_clock(painter, stub, shown, self.limit, running=self.answering)
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
        area = places_of(self.exhibit)[1]
        for index, box in enumerate(places(len(self.card.options), area)):
            enter = 1.0
            if self.spent < theme.ENTER + 4 * theme.STAGGER:
                enter = eased(self.spent, theme.ENTER, index * theme.STAGGER)
            if index in self.hidden:
                continue
            with painter.shown(fade=enter, dy=between(20, 0, enter)):
                words = self.card.options[index].text
                draw_answer(painter, box, Answer(words, chosen=index == self.chosen), index)
        if self.ghost is not None and self.spent * 1000 >= self.ghost.ms:
            there = Box(824, area.y - 30, 400, 28)
            look = painter.theme
            painter.text("the ghost has answered", there, theme.HINT, look.accent_on_sky, "right")

    def _hints(self) -> tuple[tuple[str, str, Meaning | None], ...]:
        pause = ("Esc", "pause", Action.BACK)
        again = (("L", "listen again", Letter(_AGAIN)),) if self.exhibit.sound else ()
        if not self.answering:
            return ("Space", "show the answers", Action.READY), *again, pause
        count = len(self.card.options)
        enter = ("Enter", "lock it in", Action.CONFIRM)
        keys = (f"1–{count}", "answer", None), ("↑ ↓ ← →", "choose", None)
        aids = tuple(
            (LIFELINES[aid][1].upper(), LIFELINES[aid][0], Letter(LIFELINES[aid][1]))
            for aid in self.lifelines.free
            if aid not in self.aids
        )
        return (*keys, enter, *again, *aids, pause)


_AID_OF = {letter: aid for aid, (_, letter) in LIFELINES.items()}
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
    return area.grid(2, (count + 1) // 2, 28, 24 if area is ANSWERS else 16)[:count]

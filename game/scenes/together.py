"""Everyone at one question at once: each with four keys of their own, and nobody sees which."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from game.rules.modes import DEAF
from game.scenes.scene import PAUSED, SMOOTH, STILL, TICKING, Answered, Done, Paused, TimedScene
from game.ui import theme
from game.ui.actions import Action, Meaning
from game.ui.boards import Keys
from game.ui.countdown import Countdown
from game.ui.layout import Box
from game.ui.media.slide import NOTHING
from game.ui.motion import between, eased
from game.ui.props.exhibit import draw_asked
from game.ui.props.hints import draw_hints
from game.ui.props.plates import Answer, draw_answer
from game.ui.props.stands import (
    ENTER,
    SPACE,
    STANDS,
    Contender,
    Stand,
    answers,
    draw_stands,
    draw_top,
)
from game.ui.props.ticket import draw_clock
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.rules.deal import Card
    from game.rules.modes import Clock
    from game.ui.boards import Cluster
    from game.ui.media.slide import Exhibit
    from game.ui.painter import Painter
    from game.ui.props.header import Header

# So long everyone sees that all are locked before it goes on: seconds.
_SEALED = 0.6


class TogetherScene(TimedScene[tuple[Answered, ...] | Paused]):
    """Reads, then takes one answer of each contender: the first press in their own of `clusters`.

    Results in what each picked, in their order. Shown again after a break, it goes on: what is
    locked stays locked. Nothing seen or heard tells one pick from another.
    """

    name: ClassVar[str] = "together"
    striking = True

    def __init__(
        self,
        card: Card,
        clock: Clock,
        header: Header,
        contenders: tuple[Contender, ...],
        clusters: tuple[Cluster, ...],
        exhibit: Exhibit = NOTHING,
    ) -> None:
        super().__init__(card, exhibit, Countdown(clock.limit, clock.reading(card.question.stem)))
        self.header, self.contenders = header, contenders
        self.keys = Keys.of(clusters)
        self.locked: dict[int, Answered] = {}
        self.sealed = 0.0

    @property
    def state(self) -> str:
        return "answer" if self.answering else "read"

    @property
    def complete(self) -> bool:
        """Whether everyone is locked."""
        return len(self.locked) == len(self.contenders)

    @property
    def pace(self) -> float:
        entering = theme.ENTER + 4 * theme.STAGGER
        if self.age < theme.ENTER or (self.answering and self.spent < entering):
            return SMOOTH
        timed = self.limit is not None or self.complete or self.exhibit.coming
        return TICKING if timed or not self.answering else STILL

    def handle(self, meaning: Meaning) -> Done[tuple[Answered, ...] | Paused] | None:
        if meaning in (Action.BACK, Action.PAUSE):
            self.hush()
            return Done(PAUSED)
        if meaning is Action.CONFIRM:
            self.play()
        elif meaning is Action.READY and not self.answering and self.age >= DEAF:
            self.reading_left = 0.0
        elif self.answering and self.spent >= DEAF and not self.complete:
            self._strike(meaning)
        return None

    def _strike(self, meaning: Meaning) -> None:
        whose = self.keys.whose(meaning)
        if whose is None or whose[0] in self.locked or whose[1] >= len(self.card.options):
            return
        self.locked[whose[0]] = Answered(whose[1], self.time.ms)
        self.cues.append(Cue.LOCK)

    def tick(self, dt: float) -> Done[tuple[Answered, ...] | Paused] | None:
        if not self.played:
            self.play()
        if self.complete:
            self.sealed += dt
            return self._over() if self.sealed >= _SEALED else None
        self.cues += self.time.tick(dt, coming=self.exhibit.coming)
        return self._over() if self.time.up else None

    def _over(self) -> Done[tuple[Answered, ...] | Paused]:
        self.hush()
        late = Answered(None, self.time.late_ms)
        return Done(tuple(self.locked.get(n, late) for n in range(len(self.contenders))))

    def draw(self, painter: Painter) -> None:
        painter.backdrop(painter.theme.quiet_backdrop)
        draw_top(painter, self.header)
        enter = eased(self.age, theme.ENTER)
        with painter.shown(fade=enter, dy=between(24, 0, enter)):
            stub = draw_asked(painter, self.exhibit, self.card.question.stem, self.header.print)
            shown = self.left if self.answering else self.limit
            draw_clock(painter, stub, shown, self.limit, running=self.answering)
        if self.answering:
            self._draw_options(painter)
        else:
            painter.text(
                "read it first; then everyone answers at once, in secret",
                Box(190, 452, 900, 60),
                theme.TAGLINE,
                painter.theme.on_sky,
                "centre",
            )
        draw_stands(painter, STANDS, tuple(map(self._stand, range(len(self.contenders)))))
        again = ((ENTER, "listen again", Action.CONFIRM),) if self.exhibit.sound else ()
        show = ((SPACE, "show the answers", Action.READY),) if not self.answering else ()
        draw_hints(painter, (*show, *again, ("Esc", "pause", Action.BACK)))

    def _draw_options(self, painter: Painter) -> None:
        for index, box in enumerate(answers(self.exhibit, len(self.card.options))):
            enter = 1.0
            if self.spent < theme.ENTER + 4 * theme.STAGGER:
                enter = eased(self.spent, theme.ENTER, index * theme.STAGGER)
            with painter.shown(fade=enter, dy=between(20, 0, enter)):
                # As if it were over: no digit and no click, both would give the answer away.
                words = self.card.options[index].text
                draw_answer(painter, box, Answer(words, verdict="over"), index)

    def _stand(self, number: int) -> Stand:
        who, caps = self.contenders[number], self.keys.caps[number]
        opened = tuple(range(len(self.card.options)))
        if number in self.locked:
            return Stand(who.seat, who.name, "locked", caps, opened, "lock", lit=True)
        note = "waiting" if self.answering else "your keys"
        return Stand(who.seat, who.name, note, caps, opened)

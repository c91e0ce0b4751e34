"""The steal: a question that one player missed is offered to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from game.rules.modes import DEAF, HOLD
from game.scenes.scene import PAUSED, SMOOTH, STILL, TICKING, Answered, Done, Paused, TimedScene
from game.ui import theme
from game.ui.actions import AGREE, Action, Aim, Choose, Letter, Meaning
from game.ui.choice import moved
from game.ui.countdown import Countdown
from game.ui.layout import Box, around
from game.ui.media.slide import NOTHING
from game.ui.motion import between, eased
from game.ui.props.exhibit import ANSWERS, draw_asked, places
from game.ui.props.header import draw_header
from game.ui.props.hints import draw_hints
from game.ui.props.plates import Answer, draw_answer, draw_plate, draw_tag
from game.ui.props.seats import draw_seat, seat_ink
from game.ui.props.ticket import draw_clock
from game.ui.sound import Cue
from game.ui.text.clean import LEFT_TO_RIGHT

if TYPE_CHECKING:
    from game.rules.deal import Card
    from game.rules.modes import Clock
    from game.ui.media.slide import Exhibit
    from game.ui.painter import Painter
    from game.ui.props.header import Header

_NO, _AGAIN = "n", "l"


class StealScene(TimedScene[Answered | Paused]):
    """Shows the miss, offers the question to `player` for `worth` points, and takes one answer.

    `missed` is what `loser` picked (None: too late); it can be picked no more. While the offer
    stands no clock runs and no option is shown, so that nobody thinks for free. Taken, it runs for
    half of the clock's limit; not taken it results in no pick after 0 ms.
    """

    name: ClassVar[str] = "steal"
    deaf: ClassVar[float] = DEAF

    def __init__(  # noqa: PLR0913, PLR0917  (all that it shows)
        self,
        card: Card,
        missed: int | None,
        seat: int,
        player: str,
        loser: str,
        worth: int,
        clock: Clock,
        header: Header,
        exhibit: Exhibit = NOTHING,
    ) -> None:
        limit = None if clock.limit is None else clock.limit / 2
        super().__init__(card, exhibit, Countdown(limit))
        self.missed, self.header = missed, header
        self.seat, self.player, self.loser, self.worth = seat, player, loser, worth
        # Who was too late has held the breath long enough.
        self.held = HOLD if missed is None else 0.0
        self.offered = 0.0
        self.missing = False
        self.taken = False
        self.chosen: int | None = None

    @property
    def state(self) -> str:
        return "answer" if self.taken else "offer"

    @property
    def answering(self) -> bool:
        """Whether the question was taken: the options are there and the clock runs."""
        return self.taken

    @property
    def offering(self) -> bool:
        """Whether the miss is told and nobody has said yet whether to steal."""
        return self.held >= HOLD and not self.taken

    @property
    def pace(self) -> float:
        entering = theme.ENTER + 4 * theme.STAGGER
        if self.taken:
            if self.spent < entering:
                return SMOOTH
            return STILL if self.limit is None else TICKING
        if not self.offering:
            return TICKING
        return SMOOTH if self.offered < entering else STILL

    def handle(self, meaning: Meaning) -> Done[Answered | Paused] | None:
        if meaning in (Action.BACK, Action.PAUSE):
            self.hush()
            return Done(PAUSED)
        if self.taken:
            return self._answer(meaning) if self.spent >= DEAF else None
        if not self.offering:
            if meaning in AGREE or isinstance(meaning, Choose):
                self.held = HOLD
            return None
        return self._decide(meaning) if self.offered >= DEAF else None

    def _decide(self, meaning: Meaning) -> Done[Answered | Paused] | None:
        if meaning is Action.READY:
            self.taken = True
            self.cues.append(Cue.NEEDLE)
        elif meaning is Action.CONFIRM or meaning == Letter(_NO):
            self.cues.append(Cue.BACK)
            return Done(Answered(None, 0))
        return None

    def _answer(self, meaning: Meaning) -> Done[Answered | Paused] | None:
        if isinstance(meaning, Letter):
            if meaning.letter == _AGAIN and self.exhibit.sound is not None:
                self.play()
                return None
            meaning = Choose(ord(meaning.letter) - ord("a"))
        if isinstance(meaning, Choose):
            return self._locked(meaning.index) if meaning.index in self._open else None
        if meaning in AGREE:
            return None if self.chosen is None else self._locked(self.chosen)
        if isinstance(meaning, Aim) or meaning in _ARROWS:
            self._aim(meaning)
        return None

    @property
    def _open(self) -> tuple[int, ...]:
        """The places that can still be picked."""
        return tuple(place for place in range(len(self.card.options)) if place != self.missed)

    def _aim(self, meaning: Meaning) -> None:
        """Move the highlight; the miss is stepped over."""
        before, count = self.chosen, len(self.card.options)
        if isinstance(meaning, Aim):
            place = meaning.index
        elif before is None:
            place = self._open[0]
        else:
            place = moved(before, meaning, count, 2)
            if place == self.missed:
                # One further on, or beside it.
                beyond = moved(place, meaning, count, 2)
                others = [other for other in self._open if other != before]
                place = beyond if beyond in others else others[0]
        if place in self._open and place != before:
            self.chosen = place
            self.cues.append(Cue.MOVE)

    def _locked(self, pick: int) -> Done[Answered | Paused]:
        self.chosen = pick
        self.cues.append(Cue.LOCK)
        self.hush()
        return Done(Answered(pick, self.time.ms))

    def tick(self, dt: float) -> Done[Answered | Paused] | None:
        if self.taken:
            return self._run(dt)
        if not self.offering:
            self.held += dt
            return None
        if not self.missing:
            self.missing = True
            self.cues.append(Cue.WRONG)
        self.offered += dt
        return None

    def _run(self, dt: float) -> Done[Answered | Paused] | None:
        self.cues += self.time.tick(dt)
        if not self.time.up:
            return None
        self.hush()
        return Done(Answered(None, self.time.late_ms))

    # -- how it looks ---------------------------------------------------------------

    def draw(self, painter: Painter) -> None:
        painter.backdrop(painter.theme.quiet_backdrop)
        draw_header(painter, replace(self.header, done=()) if self.taken else self.header)
        if self.taken:
            self._draw_thief(painter)
        stub = draw_asked(painter, self.exhibit, self.card.question.stem, self.header.print)
        held = not self.taken and not self.offering
        left, limit = (None, None) if held else (self.left, self.limit)
        draw_clock(painter, stub, left, limit, running=self.taken)
        if held:
            self._draw_held(painter)
        elif self.taken:
            self._draw_answers(painter)
        else:
            self._draw_offer(painter)
        draw_hints(painter, self._hints())

    def _grid(self, count: int) -> list[Box]:
        area = places(self.exhibit)[1]
        return area.grid(2, (count + 1) // 2, 28, 24 if area is ANSWERS else 16)[:count]

    def _draw_thief(self, painter: Painter) -> None:
        """Who answers now, in the middle of a header that still is the loser's."""
        area, said = Box(560, 40, 344, 48), f"{LEFT_TO_RIGHT}{self.player} steals"
        wide = min(painter.width(said, theme.LEAD), area.w - 48)
        left = area.centre[0] - (wide + 48) / 2
        draw_seat(painter, around(left + 18, area.centre[1], 36, 36), self.seat)
        words = Box(left + 48, area.y, area.right - left - 48, area.h)
        painter.text(said, words, theme.LEAD, seat_ink(painter, self.seat))

    def _draw_held(self, painter: Painter) -> None:
        options = self.card.options
        for index, box in enumerate(self._grid(len(options))):
            picked = index == self.missed
            with painter.shown(fade=1.0 if picked else 0.45):
                draw_answer(painter, box, Answer(options[index].text, chosen=picked), index)

    def _draw_answers(self, painter: Painter) -> None:
        for index, box in enumerate(self._grid(len(self.card.options))):
            if index == self.missed:
                self._draw_miss(painter, box)
                continue
            enter = eased(self.spent, theme.ENTER, index * theme.STAGGER)
            words = self.card.options[index].text
            with painter.shown(fade=enter, dy=between(20, 0, enter)):
                draw_answer(painter, box, Answer(words, chosen=index == self.chosen), index)

    def _draw_offer(self, painter: Painter) -> None:
        miss, offer, steal, leave = self._grid(4)
        self._draw_miss(painter, miss)
        enter = eased(self.offered, theme.ENTER)
        with painter.shown(fade=enter, dy=between(20, 0, enter)):
            self._draw_words(painter, offer)
            limit = self.limit
            time = "no clock" if limit is None else f"{limit:g} seconds"
            self._draw_button(painter, steal, "Space", "Steal it", time, chosen=True)
            self._draw_button(painter, leave, "Enter", "No, thanks", "", chosen=False)
        painter.target(steal, Action.READY)
        painter.target(leave, Action.CONFIRM)

    def _draw_miss(self, painter: Painter, box: Box) -> None:
        """The pick that was not it, or that there was none."""
        loser = f"{LEFT_TO_RIGHT}{self.loser}"
        if self.missed is not None:
            option = self.card.options[self.missed].text
            draw_answer(painter, box, Answer(option, verdict="wrong"), self.missed)
            draw_tag(painter, box, f"{loser}’s pick")
            return
        look = painter.theme
        painter.plate(box, look.wrong_ground, edge=look.wrong, edge_width=4, shadow=True)
        sign = around(box.x + 52, box.centre[1], 44, 44)
        painter.stencil("hourglass", sign, look.wrong_on_paper)
        words = Box(box.x + 100, box.y + 8, box.w - 120, box.h - 16)
        painter.text(f"{loser} was too late", words, theme.LEAD, look.on_wrong_ground)

    def _draw_words(self, painter: Painter, box: Box) -> None:
        look = painter.theme
        painter.plate(box, look.panel, cover=look.panel_cover, edge=look.panel_edge, shadow=True)
        draw_seat(painter, around(box.x + 52, box.centre[1], 48, 48), self.seat)
        words = Box(box.x + 100, box.y + 8, box.w - 120, box.h - 16)
        offer = f"{LEFT_TO_RIGHT}{self.player}, it is yours for {self.worth}."
        painter.text(offer, words.top_part(words.h * 0.58), theme.LEAD, look.on_panel)
        rule = "One go. A wrong try costs nothing."
        painter.text(rule, words.bottom_part(words.h * 0.38), theme.NOTE, look.quiet_on_panel)

    def _draw_button(
        self, painter: Painter, box: Box, key: str, words: str, note: str, *, chosen: bool
    ) -> None:
        look = painter.theme
        draw_plate(painter, box, chosen=chosen)
        ink = look.on_chosen if chosen else look.on_panel
        quiet = look.quiet_on_chosen if chosen else look.quiet_on_panel
        inner = box.inset(34, 6)
        said = painter.text(words, inner.left_part(inner.w * 0.6), theme.MENU, ink)
        beside = f"{painter.keys(key)} · {note}" if note else painter.keys(key)
        rest = inner.right_part(inner.right - said.right - 20)
        painter.text(beside, rest, theme.SMALL_STRONG, quiet, "right")

    def _hints(self) -> tuple[tuple[str, str, Meaning | None], ...]:
        pause = ("Esc", "pause", Action.BACK)
        if self.taken:
            again = (("L", "listen again", Letter(_AGAIN)),) if self.exhibit.sound else ()
            keys = ", ".join(str(place + 1) for place in self._open)
            arrows = ("↑ ↓ ← →", "choose", None)
            enter = ("Enter", "lock it in", Action.CONFIRM)
            return ((keys, "answer", None), arrows, enter, *again, pause)
        if not self.offering:
            return (("Space", "go on", Action.READY),)
        return (
            ("Space", "steal it", Action.READY),
            ("Enter", "no, thanks", Action.CONFIRM),
            pause,
        )


_ARROWS = (
    Action.UP,
    Action.DOWN,
    Action.LEFT,
    Action.RIGHT,
    Action.NEXT,
    Action.PREVIOUS,
)

"""The whole night's set list: every question, who had it, and what there was to know."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Aim, Choose, Meaning
from game.ui.choice import moved
from game.ui.layout import Box, around
from game.ui.motion import eased
from game.ui.props.hints import draw_hints
from game.ui.props.plates import draw_plate
from game.ui.props.seats import SHAPES, draw_seat, seat_colour
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter

LIST = Box(56, 110, 640, 536)
CARD = Box(724, 110, 500, 536)
SHOWN = 11
_GAP = 4.0
STEM = replace(theme.NOTE, least=11)
QUESTION = replace(theme.LEAD, least=14)
FACT = replace(theme.TAGLINE, size=25, least=11.5)


@dataclass(frozen=True, slots=True)
class Played:
    """A question of the night.

    `round` is the heading it stands under; entries with the same one follow each other. `picked`
    is what was answered, empty where nothing was; `seconds` None where nobody timed it; `beside`
    is what else happened ("stolen by Tom, +50"), `why` the fact behind the answer.
    """

    round: str
    seat: int
    name: str
    stem: str
    answer: str
    picked: str
    right: bool
    seconds: float | None
    points: int
    beside: str = ""
    why: str = ""

    @property
    def points_said(self) -> str:
        """Signed, with a proper minus; a dash for nothing."""
        return f"{self.points:+,}".replace("-", "−") if self.points else "–"


class NightListScene(Scene[None]):
    """Lists what was `played`, at least one question, the one in hand in full; ends with Esc."""

    name: ClassVar[str] = "set-list"

    def __init__(self, played: tuple[Played, ...]) -> None:
        super().__init__()
        self.played = played
        # A line of the list is an entry by its number, or a heading.
        self.lines: tuple[int | str, ...] = _lines(played)
        self.chosen, self.first = 0, 0

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < theme.ENTER + 0.1 else STILL

    def handle(self, meaning: Meaning) -> Done[None] | None:
        if meaning is Action.BACK or meaning in AGREE:
            self.cues.append(Cue.BACK)
            return Done(None)
        if meaning in (Action.LEFT, Action.RIGHT):
            self._go(self._leap(1 if meaning is Action.RIGHT else -1))
            # All of the round, as far as it goes.
            here = max(0, self.lines.index(self.chosen) - 1)
            self.first = max(0, min(here, len(self.lines) - SHOWN))
        elif meaning in (Action.UP, Action.DOWN):
            # The wheel means these as well: it stops at the ends.
            by = 1 if meaning is Action.DOWN else -1
            self._go(min(max(self.chosen + by, 0), len(self.played) - 1))
        else:
            self._go(moved(self.chosen, meaning, len(self.played)))
        return None

    def _leap(self, by: int) -> int:
        """The first entry of the next round; backward, of this one or of the one before."""
        starts = [n for n, each in enumerate(self.played) if n == 0 or self._begins(n)]
        if by > 0:
            return next((n for n in starts if n > self.chosen), len(self.played) - 1)
        return next((n for n in reversed(starts) if n < self.chosen), 0)

    def _begins(self, number: int) -> bool:
        return self.played[number].round != self.played[number - 1].round

    def _go(self, number: int) -> None:
        if number == self.chosen:
            return
        self.chosen = number
        at = self.lines.index(number)
        # The heading is shown with the first entry below it.
        top = at - 1 if at and isinstance(self.lines[at - 1], str) else at
        self.first = min(max(self.first, at - SHOWN + 1), top)
        self.cues.append(Cue.MOVE)

    def draw(self, painter: Painter) -> None:
        look, count = painter.theme, len(self.lines)
        painter.backdrop(look.quiet_backdrop)
        painter.text("The whole night", Box(56, 24, 560, 72), theme.HAND, look.accent_on_sky)
        right = sum(each.right for each in self.played)
        words = f"{len(self.played)} questions, {right} of them right"
        painter.text(words, Box(640, 52, 584, 32), theme.BODY, look.on_sky, "right")
        with painter.shown(fade=eased(self.age, theme.ENTER)):
            rows = LIST.rows(SHOWN, _GAP)
            last = min(self.first + SHOWN, count)
            for line, box in zip(self.lines[self.first : last], rows, strict=False):
                if isinstance(line, str):
                    self._draw_heading(painter, box, line)
                else:
                    self._draw_entry(painter, box, line)
            if count > SHOWN:
                self._draw_bar(painter)
            self._draw_card(painter)
        read = (("↑ ↓", "read on", None),) if len(self.played) > 1 else ()
        leap = (("← →", "round by round", None),) if count > SHOWN else ()
        draw_hints(painter, (*read, *leap, ("Esc", "back", Action.BACK)))

    def _draw_bar(self, painter: Painter) -> None:
        """How much of the list is in sight, and which part."""
        look = painter.theme
        bed = Box(LIST.right + 10, LIST.y, 6, LIST.h)
        painter.plate(bed, look.panel, cover=0.6, radius=3)
        tall = bed.h * SHOWN / len(self.lines)
        top = bed.y + bed.h * self.first / len(self.lines)
        painter.plate(Box(bed.x, top, bed.w, tall), look.accent_on_sky, radius=3)

    def _draw_heading(self, painter: Painter, box: Box, words: str) -> None:
        look = painter.theme
        said = painter.text(words, box.inset(4, 2), theme.LABEL, look.accent_on_sky, "left")
        rule = Box(said.right + 14, box.centre[1], box.right - said.right - 18, 1.5)
        painter.fill(rule, look.accent_on_sky, 0.4)

    def _draw_entry(self, painter: Painter, box: Box, number: int) -> None:
        look, played = painter.theme, self.played[number]
        chosen = number == self.chosen
        draw_plate(painter, box, chosen=chosen, shadow=False)
        ink = look.on_chosen if chosen else look.on_panel
        quiet = look.quiet_on_chosen if chosen else look.quiet_on_panel
        middle = box.centre[1]
        mark = around(box.x + 28, middle, 30, 30)
        painter.plate(mark, look.vinyl, radius=15)
        sign = f"seat-{SHAPES[played.seat % len(SHAPES)]}"
        painter.stencil(sign, mark.inset(7), seat_colour(painter, played.seat))
        _draw_verdict(painter, around(box.x + 62, middle, 24, 24), right=played.right)
        points = Box(box.right - 88, box.y, 72, box.h)
        painter.text(played.points_said, points, theme.SMALL_STRONG, quiet, "right")
        stem = Box(box.x + 86, box.y + 3, points.x - box.x - 98, box.h - 6)
        painter.text(_short(painter, played.stem, stem.w), stem, STEM, ink)
        painter.target(box, Choose(number), Aim(number))

    def _draw_card(self, painter: Painter) -> None:
        """The entry in hand: who, the question, the answer, what was picked, and the fact."""
        look, played = painter.theme, self.played[self.chosen]
        painter.plate(CARD, look.paper, radius=12, shadow=True)
        inner = CARD.inset(28, 20)
        mark = around(inner.x + 20, inner.y + 20, 40, 40)
        painter.plate(mark, look.vinyl, radius=20)
        draw_seat(painter, mark.inset(9), played.seat, on_dark=True)
        head = Box(mark.right + 14, inner.y - 2, inner.w - 54, 44)
        points = painter.text(
            played.points_said, head.right_part(110), theme.FIGURE, look.accent_on_paper, "right"
        )
        name = head.left_part(points.x - head.x - 14)
        painter.text(played.name, name.top_part(26), theme.STRONG, look.on_paper)
        when = f"{played.round} · {played.seconds:.1f} s" if played.seconds else played.round
        painter.text(when, name.bottom_part(18), theme.PRINT, look.quiet_on_paper)
        painter.fill(Box(inner.x, inner.y + 52, inner.w, 1.5), look.hairline)
        stem = Box(inner.x, inner.y + 62, inner.w, 108)
        said = painter.text(played.stem, stem, QUESTION, look.on_paper, valign="top")
        top = said.bottom + 12
        for sign, words, right in self._answers(played):
            top = _draw_line(painter, Box(inner.x, top, inner.w, 40), sign, words, right=right) + 4
        if played.beside:
            band = Box(inner.x, top + 4, inner.w, 32)
            painter.plate(band, look.plum, radius=8)
            painter.text(played.beside, band.inset(14, 3), theme.SMALL_STRONG, look.paper)
            top = band.bottom + 8
        foot = inner.bottom_part(20)
        place = f"{self.chosen + 1} of {len(self.played)}"
        painter.text(place, foot, theme.PRINT, look.quiet_on_paper, "right")
        painter.fill(Box(inner.x, top + 10, 64, 4), look.accent_on_paper)
        why = Box(inner.x, top + 24, inner.w, foot.y - top - 26)
        painter.text(played.why, why, FACT, look.quiet_on_paper, valign="top")

    def _answers(self, played: Played) -> list[tuple[str, str, bool]]:
        answer = ("tick", played.answer, True)
        if played.right:
            return [answer]
        return [answer, ("cross", played.picked or "No answer in time", False)]


def _draw_line(painter: Painter, box: Box, sign: str, words: str, *, right: bool) -> float:
    """An answer with its sign; where it ends."""
    look = painter.theme
    ink = look.right_on_paper if right else look.wrong_on_paper
    said = painter.text(
        words, Box(box.x + 34, box.y, box.w - 34, box.h), theme.STRONG, ink, valign="top"
    )
    painter.stencil(sign, around(box.x + 12, box.y + 15, 22, 22), ink)
    return max(said.bottom, box.y + 28)


def _draw_verdict(painter: Painter, box: Box, *, right: bool) -> None:
    look = painter.theme
    painter.plate(box, look.right if right else look.wrong, radius=box.w / 2)
    painter.stencil("tick" if right else "cross", box.inset(5), look.paper)


def _lines(played: tuple[Played, ...]) -> tuple[int | str, ...]:
    lines: list[int | str] = []
    for number, each in enumerate(played):
        if number == 0 or each.round != played[number - 1].round:
            lines.append(each.round)
        lines.append(number)
    return tuple(lines)


def _short(painter: Painter, stem: str, wide: float, longest: int = 130) -> str:
    """As much of a stem as stands on a line of the list; all of it stands on the card."""
    short = stem if len(stem) <= longest else stem[: longest - 1].rstrip() + "…"
    words = short.removesuffix("…").split(" ")
    while len(words) > 1 and painter.width(short, STEM) > wide:
        words.pop()
        short = " ".join(words).rstrip(" ,;:_") + "…"
    return short

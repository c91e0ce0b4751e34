"""The answer: a held breath, then what is right, why, and what it brought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import TellingScene
from game.ui import shapes, theme
from game.ui.actions import Action, Letter
from game.ui.layout import Box, around
from game.ui.media.slide import NOTHING
from game.ui.motion import between, eased, progress
from game.ui.props.beside import LINE, draw_beside
from game.ui.props.exhibit import LOW_ANSWERS, draw_asked, draw_picture, places
from game.ui.props.header import Header, draw_header
from game.ui.props.hints import draw_hints
from game.ui.props.plates import Answer, draw_answer, draw_chip, draw_tag, told_answer
from game.ui.props.ticket import draw_clock, wording

if TYPE_CHECKING:
    from game.rules.deal import Card
    from game.ui.media.slide import Exhibit
    from game.ui.painter import Painter

CARD = Box(56, 112, 1168, 296)
TOLD = Box(56, 430, 1168, 214)
PICTURE = 395.0
# Longer stems have no room in large type: letters.
_LONG = 170


@dataclass(frozen=True, slots=True)
class Beside:
    """What the turn brought to somebody besides its own points: "stole it", "a bet of 30 %"."""

    seat: int
    name: str
    what: str
    points: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a turn went: the pick (None: too late), the points, and one line about it.

    `haunted` says that a friend's ghost plays too, `ghost` what it picked. `beside` are up to three
    lines about more than the answer. `thief` is the seat that a miss was offered to, `stolen` what
    it picked (None: nothing). `doubled` marks a question that counts double; with `scoreless` no
    points are told.
    """

    card: Card
    pick: int | None
    gained: int
    note: str
    ghost: int | None = None
    haunted: bool = False
    beside: tuple[Beside, ...] = ()
    doubled: bool = False
    stolen: int | None = None
    thief: int | None = None
    scoreless: bool = False

    @property
    def word(self) -> str:
        if self.pick is None:
            return "Too late"
        return "Right" if self.pick == self.card.key else "Wrong"


class RevealScene(TellingScene):
    """Holds the pick for a moment, then tells. It waits for a key.

    `before` and `after` are the headers without and with this turn.
    """

    name: ClassVar[str] = "reveal"

    def __init__(
        self,
        verdict: Verdict,
        before: Header,
        after: Header,
        go_on: str,
        exhibit: Exhibit = NOTHING,
    ) -> None:
        # Who was too late has held the breath long enough; so have all who saw the miss offered.
        last = verdict.pick if verdict.thief is None else verdict.stolen
        super().__init__(verdict.card, exhibit, at_once=last is None)
        self.verdict, self.before, self.after, self.go_on = verdict, before, after, go_on

    @property
    def right(self) -> bool:
        """Whether the pick was the key."""
        return self.verdict.pick == self.card.key

    @property
    def known(self) -> bool:
        """Whether somebody picked the key, the player or the thief."""
        return self.card.key in (self.verdict.pick, self.verdict.stolen)

    def draw(self, painter: Painter) -> None:
        painter.backdrop(painter.theme.quiet_backdrop)
        if self.telling:
            self._draw_told(painter)
        else:
            self._draw_held(painter)

    def _draw_held(self, painter: Painter) -> None:
        draw_header(painter, self.before)
        stem = self.card.question.stem
        draw_clock(painter, draw_asked(painter, self.exhibit, stem, self.before.print), None, None)
        options, stolen = self.card.options, self.verdict.stolen
        for index, box in enumerate(_places(len(options), places(self.exhibit)[1])):
            picked = index == (self.verdict.pick if stolen is None else stolen)
            # The miss that was offered is known to be one already.
            missed = "wrong" if stolen is not None and index == self.verdict.pick else ""
            with painter.shown(fade=1.0 if picked else 0.45):
                words = options[index].text
                draw_answer(painter, box, Answer(words, verdict=missed, chosen=picked), index)
        draw_hints(painter, (("Space", "show it", Action.READY),))

    def _draw_told(self, painter: Painter) -> None:
        share = eased(self.told, theme.ROLL_UP)
        rolled = round(between(self.before.score, self.after.score, share))
        draw_header(painter, self.after, rolled)
        # A click anywhere goes on, but for what has a meaning of its own.
        painter.target(painter.view, Action.READY)
        self._draw_card(painter)
        options = self.card.options
        for index, box in enumerate(_places(len(options), TOLD)):
            if index == self.card.key and self.known:
                self._draw_light(painter, box)
            draw_answer(painter, box, self._told_answer(index), index)
            if self.verdict.haunted and index == self.verdict.ghost:
                draw_tag(painter, box, "the ghost’s pick")
            if self.verdict.thief is not None and index == self.verdict.stolen:
                draw_tag(painter, box, "the steal", self.verdict.thief)
        draw_hints(
            painter,
            (
                ("Space", self.go_on, Action.READY),
                ("D", "challenge", Letter("d")),
                ("M", "sound", Action.MUTE),
                ("Esc", "pause", Action.BACK),
            ),
        )

    def _told_answer(self, index: int) -> Answer:
        option = self.card.options[index]
        picked = index in (self.verdict.pick, self.verdict.stolen)
        return told_answer(option.text, option.fact, right=index == self.card.key, picked=picked)

    def _draw_light(self, painter: Painter, box: Box) -> None:
        """A right answer throws a little light, which goes out again."""
        share = progress(self.told, theme.LIGHT)
        if share >= 1 or painter.still:
            return
        flare = around(*box.centre, box.w * 1.5, box.h * 3.2)
        with painter.shown(fade=1 - share):
            source = shapes.glow(flare.w, flare.h, painter.theme.gold, 0.85)
            painter.shape(("glow", painter.theme.gold), flare, source)

    def _draw_card(self, painter: Painter) -> None:
        look = painter.theme
        painter.plate(CARD, look.paper, radius=18, shadow=True)
        self._draw_illustration(painter, CARD.left_part(PICTURE))
        inner = Box(CARD.x + PICTURE + 34, CARD.y + 24, CARD.w - PICTURE - 70, CARD.h - 44)
        self._draw_verdict(painter, inner.top_part(40))
        stem = self.card.question.stem
        quote = wording(stem).quote
        area = Box(inner.x, inner.y + 50, inner.w, 66)
        large = theme.FACT_QUOTE if quote else theme.LEAD
        style = large if len(quote or stem) <= _LONG else theme.SMALL_STRONG
        said = painter.text(quote or stem, area, style, look.on_paper, valign="top")
        top = said.bottom + 4
        line = inner.bottom - 38
        fact = self.card.question.why or f"{self.card.options[self.card.key].text}."
        painter.text(fact, Box(inner.x, top, inner.w, line - top - 8), theme.BODY, look.on_paper)
        painter.fill(Box(inner.x, line, inner.w, 2), look.hairline)
        foot = Box(inner.x, line + 6, inner.w, 34)
        painter.text(self.verdict.note, foot, theme.SMALL_STRONG, look.quiet_on_paper)

    def _draw_illustration(self, painter: Painter, box: Box) -> None:
        """What the pack shows now, else what was asked about, else one of the game's own.

        What the turn brought to others takes some of its room.
        """
        if lines := self.verdict.beside:
            told = box.bottom_part(LINE * len(lines) + 8)
            rows = [(each.seat, each.name, each.what, each.points) for each in lines]
            draw_beside(painter, Box(told.x, told.y + 4, told.w, told.h - 8), rows)
            # A print laid on the card, its margin as wide above as beside.
            box = Box(box.x + 16, box.y + 16, box.w - 32, box.h - told.h - 22)
        shown = self.exhibit.after or self.exhibit.picture
        if shown is not None and not shown.lost:
            draw_picture(painter, shown, box if self.verdict.beside else box.inset(18, 18))
            return
        art = self.card.question.art or "record"
        name = f"moments/{art}"
        if self.verdict.beside:
            painter.picture_in(name, box, radius=10)
        else:
            painter.picture_in(name, box, radius=18, corners="left")

    def _draw_verdict(self, painter: Painter, box: Box) -> None:
        look = painter.theme
        colour = look.right_on_paper if self.right else look.wrong_on_paper
        word = self.verdict.word
        chip = Box(box.x, box.y, painter.width(word, theme.STRONG) + 66, 38)
        painter.plate(chip, colour, radius=19)
        sign = "tick" if self.right else "hourglass" if self.verdict.pick is None else "cross"
        painter.stencil(sign, around(chip.x + 26, chip.centre[1], 22, 22), look.paper)
        words = Box(chip.x + 46, chip.y, chip.w - 56, chip.h)
        painter.text(word, words, theme.STRONG, look.paper)
        if self.verdict.doubled:
            draw_chip(painter, chip.right + 14, chip.centre[1], "counts double")
        if self.verdict.scoreless:
            return
        points = f"+ {self.verdict.gained:,}" if self.verdict.gained else "no points"
        style = theme.FIGURE if self.verdict.gained else theme.STRONG
        painter.text(points, box.right_part(280), style, colour, "right")


def _places(count: int, area: Box) -> list[Box]:
    gap = {TOLD: 20, LOW_ANSWERS: 16}.get(area, 24)
    return area.grid(2, (count + 1) // 2, 28, gap)[:count]

"""The answer to a question that everyone had at once: what is right, and who picked what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import TellingScene
from game.ui import theme
from game.ui.actions import Action, Letter
from game.ui.layout import Box, around
from game.ui.media.slide import NOTHING
from game.ui.motion import between, eased
from game.ui.props.beside import signed
from game.ui.props.exhibit import draw_asked, draw_picture
from game.ui.props.hints import draw_hints
from game.ui.props.plates import Answer, draw_answer, told_answer
from game.ui.props.stands import STANDS, Stand, answers, draw_sign, draw_stands, draw_top
from game.ui.props.ticket import draw_clock, wording

if TYPE_CHECKING:
    from game.rules.deal import Card
    from game.ui.media.slide import Exhibit
    from game.ui.painter import Painter
    from game.ui.props.header import Header
    from game.ui.theme import Colour

_CARD = Box(56, 108, 752, 300)
_PICTURE = 236.0
_TABLE = Box(828, 108, 396, 300)
_TALLEST, _GAP = 146.0, 9.0
_TOLD = Box(56, 434, 1168, 214)


@dataclass(frozen=True, slots=True)
class Pick:
    """How one of them did: the pick (None: too late) after `ms` milliseconds, and its points.

    `total` is the score with `gained`, which a lost bet takes below 0; `extra` says what else
    there is to it, such as "bet 30 %".
    """

    seat: int
    name: str
    pick: int | None
    ms: int
    gained: int
    total: int
    extra: str = ""


class TogetherRevealScene(TellingScene):
    """Holds everyone's pick for a moment, then tells. It waits for a key.

    `before` and `after` are the headers without and with these answers, which change who leads;
    one that is given alone stands for both.
    """

    name: ClassVar[str] = "together-reveal"

    def __init__(
        self,
        card: Card,
        picks: tuple[Pick, ...],
        before: Header,
        go_on: str,
        exhibit: Exhibit = NOTHING,
        after: Header | None = None,
    ) -> None:
        # Where all were too late the breath was held long enough.
        late = all(each.pick is None for each in picks)
        super().__init__(card, exhibit, at_once=late)
        self.picks, self.before, self.go_on = picks, before, go_on
        self.after = after or before

    @property
    def known(self) -> bool:
        """Whether anybody picked the key."""
        return any(each.pick == self.card.key for each in self.picks)

    def draw(self, painter: Painter) -> None:
        painter.backdrop(painter.theme.quiet_backdrop)
        draw_top(painter, self.after if self.telling else self.before)
        if self.telling:
            self._draw_told(painter)
        else:
            self._draw_held(painter)

    def _draw_held(self, painter: Painter) -> None:
        stem = self.card.question.stem
        draw_clock(painter, draw_asked(painter, self.exhibit, stem, self.before.print), None, None)
        for index, box in enumerate(answers(self.exhibit, len(self.card.options))):
            with painter.shown(fade=0.6):
                words = self.card.options[index].text
                draw_answer(painter, box, Answer(words, verdict="over"), index)
        stands = tuple(
            Stand(each.seat, each.name, "too late", sign="hourglass")
            if each.pick is None
            else Stand(each.seat, each.name, "locked", sign="lock", lit=True)
            for each in self.picks
        )
        draw_stands(painter, STANDS, stands)
        draw_hints(painter, (("Space", "show it", Action.READY),))

    def _draw_told(self, painter: Painter) -> None:
        # A click anywhere goes on, but for what has a meaning of its own.
        painter.target(painter.view, Action.READY)
        self._draw_card(painter)
        tall = min(_TALLEST, (_TABLE.h + _GAP) / len(self.picks) - _GAP)
        for row, pick in enumerate(self.picks):
            box = Box(_TABLE.x, _TABLE.y + row * (tall + _GAP), _TABLE.w, tall)
            enter = eased(self.told, theme.ENTER, row * theme.STAGGER)
            with painter.shown(fade=enter, dx=between(40, 0, enter)):
                self._draw_pick(painter, box, pick)
        options = self.card.options
        for index, box in enumerate(_TOLD.grid(2, (len(options) + 1) // 2, 28, 22)[: len(options)]):
            draw_answer(painter, box, self._told_answer(index), index)
            seats = [each.seat for each in self.picks if each.pick == index]
            for place, seat in enumerate(reversed(seats)):
                draw_sign(painter, around(box.right - 34 - place * 38, box.y, 32, 32), seat)
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
        picked = any(each.pick == index for each in self.picks)
        return told_answer(option.text, option.fact, right=index == self.card.key, picked=picked)

    def _draw_card(self, painter: Painter) -> None:
        look, question = painter.theme, self.card.question
        painter.plate(_CARD, look.paper, radius=18, shadow=True)
        shown = self.exhibit.after or self.exhibit.picture
        if shown is not None and not shown.lost:
            draw_picture(painter, shown, _CARD.left_part(_PICTURE).inset(16, 16))
        else:
            art = f"moments/{question.art or 'record'}"
            painter.picture_in(art, _CARD.left_part(_PICTURE), radius=18, corners="left")
        inner = Box(_CARD.x + _PICTURE + 28, _CARD.y + 22, _CARD.w - _PICTURE - 56, _CARD.h - 44)
        self._draw_verdict(painter, inner.top_part(38))
        quote = wording(question.stem).quote
        style = theme.FACT_QUOTE if quote else theme.LEAD
        area = Box(inner.x, inner.y + 50, inner.w, 92)
        said = painter.text(quote or question.stem, area, style, look.on_paper, valign="top")
        fact = question.why or f"{self.card.options[self.card.key].text}."
        rest = Box(inner.x, said.bottom + 8, inner.w, inner.bottom - said.bottom - 8)
        painter.text(fact, rest, theme.BODY, look.on_paper)

    def _draw_verdict(self, painter: Painter, box: Box) -> None:
        """How many knew it, in a word."""
        look = painter.theme
        right, count = sum(each.pick == self.card.key for each in self.picks), len(self.picks)
        both = "Both" if count == 2 else f"All {count}"
        words = {0: "Nobody knew it", count: f"{both} knew it"}.get(right)
        words = words or f"{right} of {count} knew it"
        colour = look.right_on_paper if right else look.wrong_on_paper
        wide = min(painter.width(words, theme.STRONG) + 66, box.w)
        chip = Box(box.x, box.y, wide, box.h)
        painter.plate(chip, colour, radius=19)
        sign = around(chip.x + 26, chip.centre[1], 22, 22)
        painter.stencil("tick" if right else "cross", sign, look.paper)
        inside = Box(chip.x + 46, chip.y, chip.w - 56, chip.h)
        painter.text(words, inside, theme.STRONG, look.paper)

    def _draw_pick(self, painter: Painter, box: Box, pick: Pick) -> None:
        look = painter.theme
        painter.plate(box, look.panel, cover=look.panel_cover, edge=look.panel_edge, edge_width=1.5)
        large = box.h > 120
        size, style = (62, theme.LEAD) if large else (42, theme.SMALL_STRONG)
        draw_sign(painter, around(box.x + 14 + size / 2, box.centre[1], size, size), pick.seat)
        box = around(*box.centre, box.w, 88 if large else 68)
        gained = painter.text(
            signed(pick.gained) if pick.gained else "–",
            Box(box.right - 118, box.y + 5, 102, 36),
            theme.LEAD,
            _ink(painter, pick.gained),
            "right",
        )
        total = Box(box.right - 118, box.bottom - 29, 102, 24)
        painter.text(f"{pick.total:,}", total, theme.SMALL_STRONG, look.quiet_on_panel, "right")
        left = box.x + size + 24
        words = Box(left, box.y + 6, min(gained.x, total.x) - left - 10, box.h - 12)
        painter.text(pick.name, words.top_part(words.h - 26), style, look.on_panel)
        right = pick.pick == self.card.key
        sign = "hourglass" if pick.pick is None else "tick" if right else "cross"
        icon = around(words.x + 9, words.bottom - 12, 18, 18)
        painter.stencil(sign, icon, look.right if right else look.warm_on_panel)
        took = "too late" if pick.pick is None else f"{pick.ms / 1000:.1f} s"
        note = f"{took} · {pick.extra}" if pick.extra else took
        below = Box(words.x + 26, words.bottom - 24, words.w - 26, 24)
        painter.text(note, below, theme.NOTE, look.quiet_on_panel)


def _ink(painter: Painter, gained: int) -> Colour:
    look = painter.theme
    if gained < 0:
        return look.warm_on_panel
    return look.accent_on_panel if gained else look.quiet_on_panel

"""Who plays tonight: a name for each seat."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.ui import theme
from game.ui.actions import Action, Aim, Choose, Meaning, Typed
from game.ui.layout import Box, around
from game.ui.lineup import rubbed_out, told_apart, typed_on
from game.ui.motion import between, eased
from game.ui.props.hints import draw_hints
from game.ui.props.plates import draw_button
from game.ui.props.seats import draw_seat, seat_colour, seat_ink
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter

FEWEST, MOST = 2, 8
START = MOST


class NamesScene(Scene[tuple[str, ...] | None]):
    """Takes two to eight names; results in them, or in None for going back.

    Each seat is a line to type into. A seat left empty is not played; two
    players of one name are told apart by a number.
    """

    name: ClassVar[str] = "names"
    typing = True

    def __init__(self, names: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.typed = [*names, *[""] * (MOST - len(names))][:MOST]
        self.chosen = min(len([name for name in names if name]), MOST - 1)

    @property
    def players(self) -> tuple[str, ...]:
        """The names so far, cleaned, no two alike."""
        return told_apart(self.typed)

    @property
    def state(self) -> str:
        return "ready" if len(self.players) >= FEWEST else "empty"

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < theme.ENTER + 0.3 else STILL

    def handle(self, meaning: Meaning) -> Done[tuple[str, ...] | None] | None:
        if meaning is Action.BACK:
            self.cues.append(Cue.BACK)
            return Done(None)
        if isinstance(meaning, Typed):
            self._type(meaning.text)
        elif meaning is Action.ERASE:
            self._erase()
        elif meaning is Action.REMOVE:
            self._remove()
        elif isinstance(meaning, Choose):
            if meaning.index == START:
                return self._start()
            self._aim(meaning.index)
        elif isinstance(meaning, Action):
            return self._move(meaning)
        return None

    def _move(self, action: Action) -> Done[tuple[str, ...] | None] | None:
        if action is Action.CONFIRM:
            # Enter goes to the next seat; on an empty one, or the last, it starts.
            if self.chosen == START or not self._line().strip() or self.chosen == MOST - 1:
                return self._start()
            self._aim(self.chosen + 1)
        elif action in (Action.DOWN, Action.NEXT):
            self._aim((self.chosen + 1) % (START + 1))
        elif action in (Action.UP, Action.PREVIOUS):
            self._aim((self.chosen - 1) % (START + 1))
        return None

    def _line(self) -> str:
        return self.typed[self.chosen] if self.chosen < MOST else ""

    def _aim(self, index: int) -> None:
        if 0 <= index <= START and index != self.chosen:
            self.chosen = index
            self.cues.append(Cue.MOVE)

    def _type(self, text: str) -> None:
        if self.chosen < MOST:
            self.typed[self.chosen] = typed_on(self._line(), text)

    def _erase(self) -> None:
        if self.chosen < MOST:
            self.typed[self.chosen] = rubbed_out(self._line())

    def _remove(self) -> None:
        if self.chosen < MOST:
            del self.typed[self.chosen]
            self.typed.append("")

    def _start(self) -> Done[tuple[str, ...] | None] | None:
        players = self.players
        if len(players) < FEWEST:
            self.cues.append(Cue.WRONG)
            return None
        self.cues.append(Cue.CHOOSE)
        return Done(players)

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        painter.text("Who plays tonight?", Box(72, 44, 760, 60), theme.HEADING, look.accent_on_sky)
        painter.text(
            "Two to eight players pass one keyboard. Type a name, Enter for the next.",
            Box(72, 104, 900, 32),
            theme.BODY,
            look.on_sky,
        )
        for seat, box in enumerate(Box(72, 160, 1136, 352).grid(2, 4, 24, 16)):
            share = eased(self.age, theme.ENTER, seat * 0.03)
            with painter.shown(fade=share, dy=between(16, 0, share)):
                self._draw_seat(painter, box, seat)
        self._draw_start(painter)
        enter: tuple[tuple[str, str, Action], ...] = ()
        if self._line().strip() and self.chosen < MOST - 1:
            enter = (("Enter", "next name", Action.CONFIRM),)
        elif len(self.players) >= FEWEST:
            enter = (("Enter", "start", Action.CONFIRM),)
        hints = (
            *enter,
            ("Tab", "next seat", Action.NEXT),
            ("Del", "remove", Action.REMOVE),
            ("Esc", "back", Action.BACK),
        )
        draw_hints(painter, hints)

    def _draw_seat(self, painter: Painter, box: Box, seat: int) -> None:
        look, chosen = painter.theme, seat == self.chosen
        typed = self.typed[seat]
        edge = seat_colour(painter, seat) if chosen else look.panel_edge
        painter.plate(
            box,
            look.panel,
            cover=look.panel_cover if typed or chosen else 0.6,
            edge=edge,
            edge_width=4 if chosen else 1.5,
            shadow=chosen,
        )
        with painter.shown(fade=1.0 if typed or chosen else 0.5):
            draw_seat(painter, around(box.x + 44, box.centre[1], 40, 40), seat)
        words = Box(box.x + 84, box.y, box.w - 110, box.h)
        if typed:
            said = painter.text(typed, words, theme.OPTION, look.on_panel)
        else:
            said = Box(words.x, box.centre[1], 0, 0)
            if not chosen:
                painter.text(f"seat {seat + 1}", words, theme.BODY, look.quiet_on_panel)
        if chosen:
            caret = Box(said.right + (9 if typed.endswith(" ") else 3), box.centre[1] - 18, 3, 36)
            painter.fill(caret, seat_ink(painter, seat))
        painter.target(box, Choose(seat), Aim(seat))

    def _draw_start(self, painter: Painter) -> None:
        count = len(self.players)
        words = f"Start with {count} players" if count >= FEWEST else "Two names are needed"
        box = around(640, 576, 460, 68)
        with painter.shown(fade=1.0 if count >= FEWEST else 0.7):
            draw_button(painter, box, words, START, chosen=self.chosen == START)

"""One line of text asked for, such as a duel code: typed, pasted, corrected."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.ui import theme
from game.ui.actions import Action, Meaning, Typed
from game.ui.layout import Box, around
from game.ui.motion import eased
from game.ui.props.hints import draw_hints
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter

LONGEST = 120
# Small letters are a little wider for their size than large ones.
_SURE = 0.95


class EntryScene(Scene[str | None]):
    """Results in what was typed once `check` finds no fault with it, or None for going back.

    `check` gives the sentence to show, or an empty one.
    """

    name: ClassVar[str] = "entry"
    typing = True

    def __init__(self, heading: str, below: str, check: Callable[[str], str]) -> None:
        super().__init__()
        self.heading, self.below, self.check = heading, below, check
        self.typed = ""
        self.trouble = ""

    @property
    def state(self) -> str:
        return "trouble" if self.trouble else ""

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < theme.ENTER else STILL

    def handle(self, meaning: Meaning) -> Done[str | None] | None:
        if meaning is Action.BACK:
            self.cues.append(Cue.BACK)
            return Done(None)
        if isinstance(meaning, Typed):
            kept = "".join(c for c in meaning.text if c.isprintable())
            self.typed = (self.typed + kept)[:LONGEST]
            self.trouble = ""
        elif meaning is Action.ERASE:
            self.typed, self.trouble = self.typed[:-1], ""
        elif meaning is Action.REMOVE:
            self.typed, self.trouble = "", ""
        elif meaning is Action.CONFIRM:
            self.trouble = self.check(self.typed)
            if not self.trouble:
                self.cues.append(Cue.CHOOSE)
                return Done(self.typed)
            self.cues.append(Cue.WRONG)
        return None

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        with painter.shown(fade=eased(self.age, theme.ENTER)):
            card = around(640, 330, 900, 380)
            painter.plate(card, look.paper, radius=20, shadow=True)
            heading = Box(card.x + 50, card.y + 34, card.w - 100, 60)
            painter.text(self.heading, heading, theme.HEADING, look.on_paper, "centre")
            below = Box(card.x + 60, card.y + 96, card.w - 120, 66)
            painter.text(self.below, below, theme.BODY, look.quiet_on_paper, "centre")
            line = Box(card.x + 60, card.y + 180, card.w - 120, 70)
            painter.plate(line, look.chosen, radius=12, edge=look.accent_on_paper, edge_width=3)
            room = line.inset(20, 6)
            said = painter.text(self._shown(painter, room.w), room, theme.STRONG, look.on_chosen)
            caret_x = said.right + 3 if self.typed else line.x + 20
            painter.fill(Box(caret_x, line.centre[1] - 18, 3, 36), look.quiet_on_chosen)
            trouble = Box(card.x + 60, card.y + 264, card.w - 120, 84)
            painter.text(self.trouble, trouble, theme.STRONG, look.wrong_on_paper, "centre")
        hints = (
            ("Ctrl V", "paste", None),
            ("Enter", "take it", Action.CONFIRM),
            ("Del", "empty", Action.REMOVE),
            ("Esc", "back", Action.BACK),
        )
        draw_hints(painter, hints)

    def _shown(self, painter: Painter, room: float) -> str:
        """What was typed last, where all of it would be too wide in the smallest letters."""
        most = room * theme.STRONG.size / theme.STRONG.least * _SURE
        words = self.typed
        while painter.width(words, theme.STRONG) > most:
            words = words[1:]
        return words

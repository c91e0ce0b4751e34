"""Which key says what: a page to change it on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from game.rules.modes import LIFELINES
from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Choose, Meaning, Pressed
from game.ui.bindings import DEFAULTS, Bindings, KeyRefused, label
from game.ui.choice import moved
from game.ui.layout import Box
from game.ui.motion import between, eased
from game.ui.props.dials import Setting, draw_dial
from game.ui.props.hints import draw_hints
from game.ui.props.ticket import draw_ticket
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter

TITLES = {
    Action.UP: "Up",
    Action.DOWN: "Down",
    Action.LEFT: "Left",
    Action.RIGHT: "Right",
    Action.CONFIRM: "Confirm",
    Action.READY: "Ready",
    Action.MUTE: "Sound",
    Action.FULL_SCREEN: "Full screen",
    Action.BACK: "Back, pause",
}
ACTIONS = tuple(DEFAULTS)
RESET, DONE = len(ACTIONS), len(ACTIONS) + 1
# Letters that scenes take as commands: they keep that meaning.
SPOKEN_FOR = {
    **{letter.upper(): name for name, letter in LIFELINES.values()},
    "D": "challenge",
    "L": "the ledger",
    "T": "the table",
    "C": "copy",
    "O": "the order",
    "N": "new player",
    "U": "undo",
}
_NOTES = ("all as at first", "")
_ABOUT = (
    "Choose a line, press {enter}, then the key that it is to have. A key that has another meaning "
    "changes places with it. Esc goes back whatever is set here, and the mouse works everywhere."
)


class KeysScene(Scene[Mapping[str, str] | None]):
    """Results in other keys as settings keep them, or None for going back."""

    name: ClassVar[str] = "keys"

    def __init__(self, bindings: Bindings) -> None:
        super().__init__()
        self.bindings = bindings
        self.chosen = 0
        self.said = ""

    @property
    def state(self) -> str:
        return "catching" if self.catching else ""

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < theme.ENTER + 0.7 else STILL

    def handle(self, meaning: Meaning) -> Done[Mapping[str, str] | None] | None:
        if isinstance(meaning, Pressed):
            return self._bind(meaning.name)
        if meaning is Action.BACK:
            self.cues.append(Cue.BACK)
            was_catching, self.catching = self.catching, False
            return None if was_catching else Done(None)
        before, count = self.chosen, DONE + 1
        self.chosen = moved(self.chosen, meaning, count, 2)
        if self.chosen != before:
            self.said, self.catching = "", False
            self.cues.append(Cue.MOVE)
        if meaning in AGREE or (isinstance(meaning, Choose) and meaning.index < count):
            return self._take()
        return None

    def _take(self) -> Done[Mapping[str, str] | None] | None:
        self.cues.append(Cue.CHOOSE)
        if self.chosen == DONE:
            return Done(None)
        if self.chosen == RESET:
            self.bindings, self.said = Bindings(), "All keys are as they were at first."
            return Done({})
        self.catching, self.said = True, ""
        return None

    def _bind(self, name: str) -> Done[Mapping[str, str] | None] | None:
        """Give the action in hand the key `name`, and say what that has done."""
        if not self.catching:
            return None
        action = ACTIONS[self.chosen]
        if name in SPOKEN_FOR:
            self._refuse(f"{name} is for “{SPOKEN_FOR[name]}”.")
            return None
        try:
            bindings = self.bindings.bound(action, name)
        except KeyRefused as why:
            self._refuse(str(why))
            return None
        other = self.bindings.holder(name)
        self.catching = False
        self.said = f"{TITLES[action]} is {label(name)} now."
        if other not in (None, action):
            self.said += f" {TITLES[other]} is {label(bindings.names[other])}."
        self.bindings = bindings
        self.cues.append(Cue.LOCK)
        return Done(bindings.overrides)

    def _refuse(self, why: str) -> None:
        self.said = f"{why} Press another key, or Esc."
        self.cues.append(Cue.WRONG)

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        painter.text("Keys", Box(72, 32, 700, 64), theme.HEADING, look.accent_on_sky)
        boxes = Box(72, 120, 724, 520).grid(2, (DONE + 2) // 2, 16, 14)
        for index, box in enumerate(boxes[: DONE + 1]):
            enter = eased(self.age, theme.ENTER, index // 2 * theme.STAGGER)
            with painter.shown(fade=enter, dx=between(-30, 0, enter)):
                line, chosen = self._line(index), index == self.chosen
                draw_dial(painter, box, line, index, chosen=chosen)
        self._draw_about(painter, Box(836, 120, 372, 520))
        if self.catching:
            draw_hints(painter, (("Esc", "keep the old key", Action.BACK),))
            return
        choose, change = ("↑ ↓ ← →", "choose", None), ("Enter", "change", Action.CONFIRM)
        draw_hints(painter, (choose, change, ("Esc", "back", Action.BACK)))

    def _line(self, index: int) -> Setting:
        if index >= RESET:
            return Setting("Reset" if index == RESET else "Done", _NOTES[index - RESET])
        name = self.bindings.names[ACTIONS[index]]
        waits = self.catching and index == self.chosen
        return Setting(TITLES[ACTIONS[index]], "press a key" if waits else label(name))

    def _draw_about(self, painter: Painter, box: Box) -> None:
        look = painter.theme
        inner = draw_ticket(painter, box, stub=False).inset(-10, 6)
        title = "Press a key" if self.catching else "Your keys"
        painter.text(title, inner.top_part(56), theme.HEADING, look.accent_on_paper)
        words = Box(inner.x, inner.y + 66, inner.w, inner.h - 66 - 130)
        about = _ABOUT.replace("{enter}", painter.keys("Enter"))
        painter.text(about, words, theme.SMALL, look.on_paper, valign="top")
        said = inner.bottom_part(120)
        painter.text(self.said, said, theme.STRONG, look.accent_on_paper, valign="bottom")

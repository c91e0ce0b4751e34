"""A card that asks: the break, "leave?", and every notice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from game.rules.modes import DEAF
from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Choose, Meaning
from game.ui.choice import moved
from game.ui.motion import eased
from game.ui.props.dialog import draw_dialog
from game.ui.props.hints import draw_hints
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter

C = TypeVar("C")


class AskScene(Scene[C], Generic[C]):
    """Offers `choices` as (words, result); Esc takes the result `back`.

    Nothing of what was on the screen before shows through: a break in a
    question gives no time to think about it.
    """

    def __init__(
        self,
        name: str,
        sign: str,
        heading: str,
        below: str,
        choices: Sequence[tuple[str, C]],
        back: C,
    ) -> None:
        super().__init__()
        self.called = name
        self.sign, self.heading, self.below = sign, heading, below
        self.choices, self.back = tuple(choices), back
        # What does no harm stands first: a key pressed twice by habit takes it.
        self.chosen = 0

    name: ClassVar[str] = "ask"

    @property
    def state(self) -> str:
        return self.called

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < theme.ENTER else STILL

    def handle(self, meaning: Meaning) -> Done[C] | None:
        if isinstance(meaning, Choose) and self.age < DEAF:
            # "Leave" may lie where "Leave the match" was: a double click is one click.
            return None
        before = self.chosen
        self.chosen = moved(self.chosen, meaning, len(self.choices))
        if self.chosen != before:
            self.cues.append(Cue.MOVE)
        if meaning is Action.BACK:
            self.cues.append(Cue.BACK)
            return Done(self.back)
        if meaning in AGREE or (isinstance(meaning, Choose) and meaning.index == self.chosen):
            self.cues.append(Cue.CHOOSE)
            return Done(self.choices[self.chosen][1])
        return None

    def draw(self, painter: Painter) -> None:
        painter.backdrop(painter.theme.quiet_backdrop)
        words = [words for words, _ in self.choices]
        with painter.shown(fade=eased(self.age, theme.ENTER)):
            draw_dialog(painter, self.sign, self.heading, self.below, words, self.chosen)
        back = next(words for words, result in self.choices if result == self.back)
        draw_hints(
            painter,
            (
                ("↑ ↓", "choose", None),
                ("Enter", "take it", Action.CONFIRM),
                ("Esc", back[0].lower() + back[1:], Action.BACK),
                ("M", "sound", Action.MUTE),
            ),
        )

"""What a player can set, each change seen and heard at once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from game.records.settings import TEXT_SIZES, Settings
from game.rules.modes import CLOCKS
from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Choose, Meaning
from game.ui.choice import moved
from game.ui.layout import Box
from game.ui.motion import between, eased
from game.ui.props.dials import Setting, draw_dial
from game.ui.props.hints import draw_hints
from game.ui.props.plates import draw_plate
from game.ui.props.sample import draw_sample
from game.ui.sound import Cue

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.painter import Painter

VOLUMES = tuple(range(0, 101, 10))


@dataclass(frozen=True, slots=True)
class Changed:
    """The setting called `name`, a field of `Settings`, is to be `value`."""

    name: str
    value: object


class Errand(Enum):
    """What else the page leads to."""

    KEYS = "Keys"
    RETRY = "Sound device"
    BACK = "Back"


@dataclass(frozen=True, slots=True)
class Dial:
    """A setting, what it can be and how that is called, and a sentence about it."""

    name: str
    title: str
    choices: tuple[tuple[object, str], ...]
    about: str

    def at(self, settings: Settings) -> int:
        """The place of what is set now; of the nearest choice where that is none of them."""
        value = getattr(settings, self.name)
        values = [choice for choice, _ in self.choices]
        if value in values:
            return values.index(value)
        return min(round(value / 10), 10) if self.is_level else 0

    @property
    def is_level(self) -> bool:
        """Whether there is a least and a most, rather than a round of choices."""
        return self.choices[0][0] == 0 and len(self.choices) == len(VOLUMES)


_LEVELS = tuple((volume, f"{volume} %") for volume in VOLUMES)
DIALS = (
    Dial(
        "clock",
        "Clock",
        (("", "As the mode"), *((clock.name, clock.title) for clock in CLOCKS.values())),
        "How long there is for an answer: quick 12 seconds, standard 20, relaxed 40. "
        "Untimed, nobody wins the points that are for speed.",
    ),
    Dial(
        "theme",
        "Theme",
        tuple((look.name, look.title) for look in theme.THEMES.values()),
        "Golden hour is the road at dusk. High contrast has no picture behind the words. "
        "Daylight is for a bright room.",
    ),
    Dial(
        "text_size",
        "Text size",
        tuple((size, f"{size} %") for size in TEXT_SIZES),
        "Larger text takes more lines where it must; nothing is ever cut.",
    ),
    Dial(
        "reduce_motion",
        "Motion",
        ((False, "Full"), (True, "Reduced")),
        "Reduced, things fade in where they stand, and no confetti falls.",
    ),
    Dial("effects", "Effects", _LEVELS, "How loud plucks, thuds and the crowd are."),
    Dial("music", "Music", _LEVELS, "How loud the loop of the title is. Matches have none."),
    Dial("muted", "Sound", ((False, "On"), (True, "Muted")), "M does the same, anywhere."),
)
_ABOUT = {
    Errand.KEYS: "Which key moves, confirms, mutes and fills the screen.",
    Errand.RETRY: "Plug something in, then have the game look for it again.",
    Errand.BACK: "All of this is kept already.",
}
_NOTES = {Errand.KEYS: "change them", Errand.RETRY: "try again", Errand.BACK: ""}


class SettingsScene(Scene[Changed | Errand]):
    """Results in one change, or in an errand; after a change the same scene is shown again.

    `settings` gives what is set now, `trouble` why nothing is heard, empty where
    all is well. Things are the lines, then the two arrows of each dial.
    """

    name: ClassVar[str] = "settings"

    def __init__(
        self, settings: Callable[[], Settings], trouble: Callable[[], str] = lambda: ""
    ) -> None:
        super().__init__()
        self.settings, self.trouble = settings, trouble
        self.chosen = 0

    @property
    def errands(self) -> tuple[Errand, ...]:
        """The lines below the dials."""
        return tuple(each for each in Errand if each is not Errand.RETRY or self.trouble())

    @property
    def lines(self) -> tuple[Dial | Errand, ...]:
        """All that can be chosen, in order."""
        return (*DIALS, *self.errands)

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < theme.ENTER + 0.7 else STILL

    def handle(self, meaning: Meaning) -> Done[Changed | Errand] | None:
        lines = self.lines
        before, count = min(self.chosen, len(lines) - 1), len(lines)
        if isinstance(meaning, Choose) and count <= meaning.index < count + 2 * len(DIALS):
            self.chosen, on = divmod(meaning.index - count, 2)
            return self._turn(1 if on else -1)
        self.chosen = moved(before, meaning, count)
        if meaning is Action.BACK:
            self.cues.append(Cue.BACK)
            return Done(Errand.BACK)
        if meaning in (Action.LEFT, Action.RIGHT):
            return self._turn(1 if meaning is Action.RIGHT else -1)
        if meaning in AGREE or (isinstance(meaning, Choose) and meaning.index < count):
            return self._take(lines[self.chosen])
        if self.chosen != before:
            self.cues.append(Cue.MOVE)
        return None

    def _take(self, line: Dial | Errand) -> Done[Changed | Errand] | None:
        if isinstance(line, Dial):
            return self._turn(1, round_again=True)
        self.cues.append(Cue.BACK if line is Errand.BACK else Cue.CHOOSE)
        return Done(line)

    def _turn(self, by: int, *, round_again: bool = False) -> Done[Changed | Errand] | None:
        """The next choice of the line in hand; a level ends at its ends unless `round_again`."""
        line = self.lines[self.chosen]
        if isinstance(line, Errand):
            return None
        at = line.at(self.settings()) + by
        if line.is_level and not round_again:
            at = min(max(at, 0), len(line.choices) - 1)
        self.cues.append(Cue.MOVE)
        return Done(Changed(line.name, line.choices[at % len(line.choices)][0]))

    def draw(self, painter: Painter) -> None:
        look, lines = painter.theme, self.lines
        painter.backdrop(look.quiet_backdrop)
        painter.text("Settings", Box(72, 32, 700, 64), theme.HEADING, look.accent_on_sky)
        for index, box in enumerate(Box(72, 108, 600, 548).rows(len(lines), 8)):
            enter = eased(self.age, theme.ENTER, index * theme.STAGGER)
            with painter.shown(fade=enter, dx=between(-30, 0, enter)):
                self._draw_line(painter, box, lines, index)
        self._draw_beside(painter, lines[min(self.chosen, len(lines) - 1)])
        draw_hints(
            painter,
            (
                ("↑ ↓", "choose", None),
                ("← →", "change", None),
                ("M", "sound", Action.MUTE),
                ("Esc", "back", Action.BACK),
            ),
        )

    def _draw_line(
        self, painter: Painter, box: Box, lines: tuple[Dial | Errand, ...], index: int
    ) -> None:
        line, chosen = lines[index], index == self.chosen
        if isinstance(line, Errand):
            setting = Setting(line.value, _NOTES[line])
            draw_dial(painter, box, setting, index, chosen=chosen)
            return
        at, arrow = line.at(self.settings()), len(lines) + 2 * index
        setting = Setting(
            line.title,
            line.choices[at][1],
            (Choose(arrow), Choose(arrow + 1)),
            level=at if line.is_level else None,
        )
        draw_dial(painter, box, setting, index, chosen=chosen)

    def _draw_beside(self, painter: Painter, line: Dial | Errand) -> None:
        look, trouble = painter.theme, self.trouble()
        draw_sample(painter, Box(716, 108, 492, 374))
        about = line.about if isinstance(line, Dial) else _ABOUT[line]
        panel = Box(716, 504, 492, 152)
        draw_plate(painter, panel, chosen=False, shadow=False)
        words = panel.inset(24, 12)
        if trouble:
            below = words.bottom_part(words.h / 2 - 4)
            painter.text(trouble, below, theme.SMALL, look.warm_on_panel)
            words = words.top_part(words.h / 2 - 4)
        painter.text(about, words, theme.SMALL, look.on_panel)

"""What every scene is: built with all it needs, ended with a typed result."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from game.rules.modes import DEAF, HOLD
from game.ui.actions import AGREE, Action, Choose, Letter
from game.ui.sound import Clip, Cue, Hush
from game.ui.theme import ROLL_UP

if TYPE_CHECKING:
    from game.rules.deal import Card
    from game.ui.actions import Meaning
    from game.ui.countdown import Countdown
    from game.ui.media.slide import Exhibit
    from game.ui.painter import Painter
    from game.ui.sound import Heard

R = TypeVar("R")

# Pictures a second: a clock needs few, a movement as many as the screen shows.
STILL, TICKING, SMOOTH = 0.0, 10.0, 60.0


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """The scene has ended with `result`."""

    result: R


@dataclass(frozen=True, slots=True)
class Paused:
    """The player wants a break: another scene now, then this very scene again."""


PAUSED = Paused()


@dataclass(frozen=True, slots=True)
class Answered:
    """What was picked (None: too late), `ms` milliseconds after the options came in.

    `aids` are the lifelines used for it.
    """

    pick: int | None
    ms: int
    aids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Challenged:
    """The player disputes the question."""


class Scene(Generic[R]):
    """The protocol, with answers for a scene that does nothing.

    `age` is how many seconds the scene has been shown; the stage moves it on.
    `cues` are the sounds the scene wants; the stage takes them away.
    """

    name: ClassVar[str] = "scene"
    # Input is dropped for so many seconds, so that a double press means one thing.
    deaf: ClassVar[float] = 0.0
    # Whether the letter keys are text here.
    typing: bool = False
    # Whether a file dropped on the window, or pasted text, means something here.
    accepts: bool = False
    # Whether the next key is wanted itself, whatever it says elsewhere.
    catching: bool = False
    # Whether keys count by where they lie, as they go down and up: many play at once.
    striking: bool = False

    def __init__(self) -> None:
        self.age = 0.0
        self.cues: list[Heard] = []

    @property
    def state(self) -> str:
        """Which part of itself the scene is in; empty where it has only one."""
        return ""

    @property
    def pace(self) -> float:
        """How many pictures a second the scene needs just now."""
        return STILL

    def handle(self, meaning: Meaning) -> Done[R] | None:
        """The player means something."""
        return None

    def tick(self, dt: float) -> Done[R] | None:
        """`dt` seconds pass."""
        return None

    def draw(self, painter: Painter) -> None:
        """Describe the scene as it stands; change nothing."""


class TimedScene(Scene[R]):
    """A scene that asks the question of `card`: what it shows and plays, and the time for it."""

    def __init__(self, card: Card, exhibit: Exhibit, time: Countdown) -> None:
        super().__init__()
        self.card, self.exhibit, self.time = card, exhibit, time
        self.played = False

    @property
    def answering(self) -> bool:
        """Whether the options are there and the clock runs."""
        return self.time.running

    @property
    def limit(self) -> float | None:
        """Seconds for the answer; None where nobody is timed."""
        return self.time.limit

    @property
    def left(self) -> float | None:
        """Seconds left for the answer; None where nobody is timed."""
        return self.time.left

    @property
    def reading_left(self) -> float:
        """Seconds until the options come in."""
        return self.time.reading

    @reading_left.setter
    def reading_left(self, seconds: float) -> None:
        self.time.reading = seconds

    @property
    def spent(self) -> float:
        """Seconds since the options came in."""
        return self.time.spent

    @spent.setter
    def spent(self, seconds: float) -> None:
        self.time.spent = seconds

    def carry_on(self, left: float) -> None:
        """Start where the question was left, with so many seconds to go."""
        self.time.carry_on(left)

    def play(self) -> None:
        """Let what is asked about be heard, if it can be, from its beginning."""
        slide = self.exhibit.sound
        if slide is not None and slide.sound is not None:
            self.played = True
            self.cues.append(Clip(slide.sound))

    def hush(self) -> None:
        """It has been heard enough."""
        if self.exhibit.sound is not None:
            self.cues.append(Hush())


class TellingScene(Scene[Challenged | Paused | None]):
    """A scene that holds the breath over what was picked, then tells what is right.

    Results in None when that was read; a pause and a challenge come back to it. With `at_once`
    the breath was held long enough before. `held` and `told` are seconds.
    """

    deaf: ClassVar[float] = DEAF

    def __init__(self, card: Card, exhibit: Exhibit, *, at_once: bool) -> None:
        super().__init__()
        self.card, self.exhibit = card, exhibit
        self.held = HOLD if at_once else 0.0
        self.told = 0.0
        self.opened = False

    @property
    def state(self) -> str:
        return "told" if self.telling else "hold"

    @property
    def telling(self) -> bool:
        """Whether the answer is shown."""
        return self.held >= HOLD

    @property
    def known(self) -> bool:
        """Whether anybody picked the key."""
        return False

    @property
    def pace(self) -> float:
        if not self.telling:
            return TICKING
        if self.told < ROLL_UP + 0.2:
            return SMOOTH
        return TICKING if self.exhibit.after and self.exhibit.after.coming else STILL

    def handle(self, meaning: Meaning) -> Done[Challenged | Paused | None] | None:
        if meaning in (Action.BACK, Action.PAUSE):
            return Done(PAUSED)
        if meaning == Letter("d") and self.telling and self.told >= DEAF:
            return Done(Challenged())
        if not self.telling and (meaning in AGREE or isinstance(meaning, Choose)):
            self.held = HOLD
            self._open()
        elif meaning in AGREE and self.told >= DEAF:
            # A digit or a key of one's own, struck too late for the question, ends nothing.
            return Done(None)
        return None

    def tick(self, dt: float) -> Done[Challenged | Paused | None] | None:
        if not self.telling:
            self.held += dt
        else:
            self._open()
            self.told += dt
        return None

    def _open(self) -> None:
        if not self.opened:
            self.opened = True
            self.cues.append(Cue.RIGHT if self.known else Cue.WRONG)


Story = Generator[Scene[Any], Any, R]
"""What follows what: yields scenes, is sent their results, returns its own."""


def show(scene: Scene[R]) -> Story[R]:
    """Show `scene` until it is done; its result."""
    return cast("R", (yield scene))

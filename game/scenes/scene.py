"""What every scene is: built with all it needs, ended with a typed result."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

if TYPE_CHECKING:
    from game.ui.actions import Meaning
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


Story = Generator[Scene[Any], Any, R]
"""What follows what: yields scenes, is sent their results, returns its own."""


def show(scene: Scene[R]) -> Story[R]:
    """Show `scene` until it is done; its result."""
    return cast("R", (yield scene))

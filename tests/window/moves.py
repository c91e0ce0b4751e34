"""What a player does with the game: keys and clicks, each until the game has answered."""

from __future__ import annotations

import json
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pygame

from game.rules.house import USUAL
from game.rules.modes import SOLO
from game.rules.rider import rules_of
from game.scenes.title import Line as Entry
from game.scenes.title import TitleScene, Wish
from game.scenes.ways import Way, WaysScene
from game.ui.props.passes import Pass
from tests.window.harness import PATIENCE, playing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from game.scenes.scene import Scene
    from game.ui.actions import Meaning
    from game.ui.painter import Painter
    from tests.window.harness import Line, Playing

SIZE = (1280, 720)
SEED = "7"
# Long enough for the game to be heard, and shorter than its longest deaf moment: seconds.
AGAIN = 0.12
# Longer than a game under load takes to answer: seconds.
DOUBTS = 0.6
# Long enough for whatever moves in to have come to rest: seconds.
AT_REST = 10.0
# The scenes to choose from, for where their lines stand.
TITLE = TitleScene(
    tuple(Entry(wish, "") for wish in (Wish.SOLO, Wish.PARTY, Wish.PACKS)), Pass("", "")
)
WAYS = WaysScene(tuple(Way(mode.name, "", "", "") for mode in SOLO), ("",), 0)
FAULT = {"scene": "ask", "state": "fault"}


@contextmanager
def started(
    folder: Path, *options: str, environment: Mapping[str, str] | None = None
) -> Iterator[Playing]:
    """Start the game in a window; its matches have the seeds `7`, `7#2` and so on.

    However the test goes on, the game must have said nothing and broken nowhere.
    """
    command = [sys.executable, "-m", "game", "play", "--seed", SEED, *options]
    with playing(command, folder, environment=environment) as game:
        yield game
        assert game.stderr == ""
        assert FAULT not in lines(game)


def lines(game: Playing) -> list[Line]:
    """All that the trace tells so far."""
    whole = (game.folder / "trace.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in whole[: whole.rfind("\n") + 1].splitlines()]


def press(game: Playing, key: str, /, **fields: object) -> Line:
    """Press `key` until a line with these fields comes, for a new scene is deaf at first.

    Only for keys that do no harm when they are pressed once more than needed.
    """
    return until(game, lambda: game.key(key), fields)


def carefully(game: Playing, key: str, /, **fields: object) -> Line:
    """As `press`, where one press too many might lead past what is wanted: in no hurry."""
    return until(game, lambda: game.key(key), fields, DOUBTS)


def click(game: Playing, place: tuple[int, int], /, **fields: object) -> Line:
    """Click at `place` until a line with these fields comes; as `press`."""
    return until(game, lambda: game.click(*place), fields)


def until(
    game: Playing, do: Callable[[], None], fields: Mapping[str, object], again: float = AGAIN
) -> Line:
    """Do something, over and over, until a line with these fields comes."""
    end = time.monotonic() + PATIENCE
    while True:
        do()
        try:
            return game.wait_trace(again, **fields)
        except TimeoutError:
            if game.returncode is not None or time.monotonic() > end:
                raise


def outlast(deaf: float) -> None:
    """Wait until a scene hears again; twice as long, for a game under load has slower clocks."""
    time.sleep(2 * deaf)


def turn_rules(game: Playing, **turns: int) -> None:
    """From a name in the lobby to the start, past the rules: each turned so many times."""
    rows = list(rules_of(USUAL))
    game.key("Tab")
    here = 0
    # From below, for some ways of playing have a line of their own under theirs.
    for name in sorted(turns, key=rows.index, reverse=True):
        there = rows.index(name)
        game.key(*["Down" if there > here else "Up"] * abs(there - here))
        game.key(*["Right" if turns[name] > 0 else "Left"] * abs(turns[name]))
        here = there
    game.key("Tab")


def skip_reading(game: Playing) -> None:
    """Have the options of the question on the screen."""
    press(game, "space", scene="question", state="answer")


def arrows(place: int) -> tuple[str, ...]:
    """The keys that lead to option `place`: the first arrow lights option 0, two stand in a row."""
    return ("Down", *["Right"] * (place % 2), *["Down"] * (place // 2))


def place_of(
    painter: Painter, scene: Scene[Any], press: Meaning, size: tuple[int, int] = SIZE
) -> tuple[int, int]:
    """Where to click in a window of `size` pixels for `scene` to hear `press`."""
    picture(painter, scene, size)
    return next(each.rect.center for each in painter.targets if each.press == press)


def picture(painter: Painter, scene: Scene[Any], size: tuple[int, int] = SIZE) -> pygame.Surface:
    """What a window of `size` pixels shows of `scene` when it has come to rest."""
    scene.age = max(scene.age, AT_REST)
    surface = pygame.Surface(size)
    painter.begin(size)
    scene.draw(painter)
    painter.forget()
    painter.finish(surface)
    return surface


def wait_picture(game: Playing, wanted: pygame.Surface, what: str) -> None:
    """Wait until the window shows `wanted`, pixel by pixel; both are saved when it never does."""
    pixels = _pixels(wanted)
    try:
        game.wait_for(lambda: _pixels(game.screenshot()) == pixels, f"the picture of {what}")
    except TimeoutError:
        pygame.image.save(wanted, game.folder / "wanted.png")
        game.screenshot(game.folder / "shown.png")
        raise


def is_plain(shown: pygame.Surface) -> bool:
    """Whether a picture is of one colour all over."""
    pixels = _pixels(shown)
    return pixels == pixels[:3] * (len(pixels) // 3)


def _pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")

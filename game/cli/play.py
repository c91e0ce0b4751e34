"""`encore` and `encore play`: the game in its window."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from game.cli.exits import CANNOT, FINE, say_error

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from game.app import App
    from game.cli.parser import Commands
    from game.scenes.scene import Story
    from game.story.tonight import Tonight

TRACE = "ENCORE_TRACE"


def add(commands: Commands) -> None:
    """Declare the command's arguments."""
    from game.cli.night import add_options

    parser = commands.add_parser(
        "play",
        help="open the game (the same as no command)",
        description="Open the game. With a mode or players the first match starts at once.",
        epilog="example: encore play --mode party --players Mia,Jonas,Ada --seed 7",
    )
    add_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Play as the arguments say."""
    from game.cli.night import tonight

    return _open(*tonight(args))


def open_game() -> int:
    """Open the title."""
    from game.cli.night import plan

    return _open(*plan())


def _open(night: Tonight, mode: str | None, players: tuple[str, ...]) -> int:
    def story() -> Story[None]:
        from game.story.home import evening

        return evening(night, mode, players)

    return open_with(night, story)


def open_with(night: Tonight, begin: Callable[[], Story[None]]) -> int:
    """Open the window and show the story that `begin` gives; the program's exit code."""
    import gc

    from game.cli.kept import opening, remember

    # What the start makes stays: the collector would walk it again and again for nothing.
    gc.disable()
    # Beside what the window takes: neither waits for the other.
    records = opening()
    # Nothing of it runs before it is shown.
    story = begin()
    try:
        app = _app(night)
        remember(night, records())
        gc.freeze()
        gc.enable()
        if app is None:
            return _no_screen(story)
        from game.cli.applied import follow

        follow(night, app)
        return app.run(story)
    finally:
        records().close()


def _app(night: Tonight) -> App | None:
    """The game in its window; None where there is no screen for it."""
    from game.app import App, NoScreen, has_display, open_window
    from game.resources import folder
    from game.ui.screen import new_painter
    from game.ui.sound import Sound

    assets = folder("assets")
    if not has_display():
        return None
    try:
        window = open_window(icon=assets / "art" / "icon.svg")
    except NoScreen:
        return None

    def rescue(fault: BaseException, actions: Sequence[str]) -> Story[None]:
        from game.cli.report import write_report
        from game.story.home import after_fault

        return after_fault(night, str(write_report(fault, actions, night.about()) or ""))

    return App(window, new_painter(assets), Sound(assets / "sounds"), _traced(night), rescue)


def _no_screen(story: Story[None]) -> int:
    """Say so, and offer the same evening in the terminal."""
    say_error("no screen was found; `encore text` plays in the terminal, `encore tour` needs none.")
    if sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty():
        sys.stderr.write("Play in the terminal now? [y/N] ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() in ("y", "yes"):
            from game.cli.text import tell

            tell(story)
            return FINE
    return CANNOT


def _traced(night: Tonight) -> Callable[[str, str], None]:
    """Have scenes and turns written down where `ENCORE_TRACE` names a file; who notes scenes."""
    path = os.environ.get(TRACE)
    if not path:
        from game.stage import unnoticed

        return unnoticed
    from pathlib import Path

    from game.cli.trace import Trace

    trace = Trace(Path(path))
    night.keep = trace.turns(night.keep)
    return trace.scene

"""`encore text`: the game in the terminal, fit for a screen reader."""

from __future__ import annotations

import sys
from argparse import Namespace, RawDescriptionHelpFormatter
from typing import TYPE_CHECKING, Any

from game.cli import night
from game.cli.exits import FINE, UserError

if TYPE_CHECKING:
    from game.cli.parser import Commands
    from game.records import Settings
    from game.rules.modes import Clock
    from game.scenes.scene import Story
    from game.story.tonight import Tonight

_EXAMPLES = """examples:
  encore text
  encore text --mode setlist
  encore text --players Mia,Ben,Zoe --seed friday
  encore text --clock standard          with 20 seconds a question

Without --clock nobody is timed, unless a party chooses a clock."""
# What is longer is read to its end and dropped: one line is one answer.
_LONGEST = 4096
_ASCII = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "–": "-", "·": ","})


def add(commands: Commands) -> None:
    """Declare `encore text`."""
    parser = commands.add_parser(
        "text",
        help="play in the terminal",
        description="Play in the terminal, in plain lines that a screen reader can read.",
        epilog=_EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    night.add_options(parser)
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Play until the player leaves or the input ends."""
    from game.cli.kept import open_records, remember
    from game.rules.modes import CLOCKS
    from game.story.home import evening

    tonight, mode, players = night.tonight(args)
    # Hearing four answers read out takes longer than seeing them.
    tonight.clock = tonight.clock or CLOCKS["untimed"]
    records = open_records()
    try:
        remember(tonight, records)
        _offer(tonight, tonight.clock)
        tell(evening(tonight, mode, players))
    finally:
        records.close()
    return FINE


def _offer(tonight: Tonight, clock: Clock) -> None:
    """Have a table offered the `clock` that counts tonight, and have count what it chooses.

    What the table did not choose is not kept for the game in its window.
    """
    from dataclasses import replace

    from game.rules.modes import CLOCKS

    kept = tonight.settings.house.clock
    offered = clock.name

    def follow(settings: Settings) -> None:
        nonlocal kept, offered
        chosen = settings.house.clock
        if chosen != offered:
            kept = offered = chosen
            tonight.clock = CLOCKS[chosen]
        elif chosen != kept:
            house = replace(settings.house, clock=kept)
            tonight.records.keep_settings(replace(settings, house=house))

    house = replace(tonight.settings.house, clock=offered)
    tonight.settings = replace(tonight.settings, house=house)
    tonight.apply = follow


def tell(story: Story[Any]) -> None:
    """Play `story` on the standard input and output.

    Raises:
        UserError: when there is nowhere to write to.
    """
    from game.terminal import Terminal
    from game.terminal import run as run_story

    if sys.stdout is None:
        raise UserError("there is no terminal to play in.")
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    unseen = _unseen if sys.stdin is not None and sys.stdin.isatty() else None
    run_story(story, Terminal(_read, _write, unseen=unseen, rows=_rows))


def _read() -> str | None:
    """The next line, cut at `_LONGEST` characters; None at the end of the input."""
    if sys.stdin is None:
        return None
    try:
        line = rest = sys.stdin.readline(_LONGEST)
        while rest and not rest.endswith("\n"):
            rest = sys.stdin.readline(_LONGEST)
    except OSError:
        return None
    return line or None


def _unseen() -> str | None:
    """The next line, not shown while it is typed; None at the end of the input."""
    from getpass import getpass

    try:
        return getpass("", sys.stdout)
    except (EOFError, OSError):
        return None


def _rows() -> int:
    """How many lines the terminal shows."""
    import shutil

    return shutil.get_terminal_size().lines


def _write(text: str) -> None:
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeError:
        text = text.translate(_ASCII)
    sys.stdout.write(text)
    sys.stdout.flush()

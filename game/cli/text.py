"""`encore text`: the game in the terminal, fit for a screen reader."""

from __future__ import annotations

import sys
from argparse import Namespace, RawDescriptionHelpFormatter
from typing import TYPE_CHECKING, Any

from game.cli import night
from game.cli.exits import FINE, UserError

if TYPE_CHECKING:
    from game.cli.parser import Commands
    from game.scenes.scene import Story

_EXAMPLES = """examples:
  encore text
  encore text --mode setlist
  encore text --players Mia,Ben,Zoe --seed friday
  encore text --clock standard          with 20 seconds a question

Without --clock nobody is timed."""
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
        tell(evening(tonight, mode, players))
    finally:
        records.close()
    return FINE


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
    run_story(story, Terminal(_read, _write))


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


def _write(text: str) -> None:
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeError:
        text = text.translate(_ASCII)
    sys.stdout.write(text)
    sys.stdout.flush()

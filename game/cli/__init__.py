"""The command line: `encore` opens the game, `encore pack check` checks a pack, and so on.

Each command is a module of this room with `add(commands)`, which declares its
arguments, and `run(args) -> int`, which does it; only the one asked for is
imported. Without arguments nothing but the game is.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

# Every command, and what it does, in the order of `encore --help`.
COMMANDS = {
    "play": "open the game (the same as no command)",
    "text": "play in the terminal",
    "tour": "draw every scene into picture files",
    "pack": "check, show and list question packs",
    "doctor": "say what this computer has and what is missing",
}
FINE, PROBLEMS, CANNOT = 0, 1, 2


class UserError(Exception):
    """What the user asked for cannot be done; the message is one clear sentence."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say; returns the exit code: 0 fine, 1 problems, 2 cannot."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _dispatch(words)
    except UserError as fault:
        say_error(str(fault))
        return CANNOT
    except BrokenPipeError:
        # Whoever read our output has seen enough; nothing may be flushed to them at exit.
        sys.stdout = None
        return FINE
    except KeyboardInterrupt:
        return 130


def say_error(sentence: str) -> None:
    """One line on the standard error output, if there is one."""
    if sys.stderr is not None:
        sys.stderr.write(f"encore: {sentence}\n")


def _dispatch(words: list[str]) -> int:
    if not words:
        return _open_game()
    from game.cli import arguments

    return arguments.run(words)


def _open_game() -> int:
    from importlib import import_module

    try:
        play = import_module("game.cli.play")
    except ModuleNotFoundError as fault:
        if fault.name != "game.cli.play":
            raise
        raise UserError("the window is not there yet; it comes with a later version.") from None
    return int(play.open_game())

"""The command line: `encore` opens the game, `encore pack check` checks a pack, and so on.

Each command is a module of this room with `add(commands)`, which declares its
arguments, and `run(args) -> int`, which does it; only the one asked for is
imported. Without arguments nothing but the game is.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from game.cli.exits import CANNOT, FINE, PROBLEMS, UserError, say_error

__all__ = ["CANNOT", "FINE", "PROBLEMS", "UserError", "main", "say_error"]


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say; returns the exit code: 0 fine, 1 problems, 2 cannot."""
    # pygame greets on standard output unless it is told not to.
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
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


def _dispatch(words: list[str]) -> int:
    from game.ui.media import WORD

    if words[:1] == [WORD]:
        # A program in one file has no interpreter to start: see `game.ui.media.decoder`.
        from game.ui.media import worker

        return worker.main()
    if words:
        from game.cli import arguments

        return arguments.run(words)
    from importlib import import_module

    try:
        play = import_module("game.cli.play")
    except ModuleNotFoundError as fault:
        if fault.name != "game.cli.play":
            raise
        raise UserError("the window is not there yet; it comes with a later version.") from None
    return int(play.open_game())

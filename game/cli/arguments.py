"""What `encore` understands, put together from its commands."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import NoReturn, TypeAlias

from game import __version__
from game.cli import COMMANDS, UserError

# The type has no public name.
Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001


class Parser(argparse.ArgumentParser):
    """Speaks one sentence where argparse prints its whole usage."""

    def error(self, message: str) -> NoReturn:
        """Stop with `message`."""
        raise UserError(f"{message} (`{self.prog} --help` says more)")


def run(words: Sequence[str]) -> int:
    """Parse `words`, which are not empty, and run the command they name."""
    _speak_any_letter()
    parser = Parser(
        prog="encore",
        description="Encore, a trivia quiz for one player, a sofa or a whole pub.",
        epilog="example: encore pack check my-pack.yaml",
    )
    parser.add_argument("--version", action="version", version=f"Encore {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)
    wanted = next((word for word in words if not word.startswith("-")), None)
    for name, told in COMMANDS.items():
        if name == wanted and find_spec(f"game.cli.{name}"):
            module = import_module(f"game.cli.{name}")
            module.add(commands)
        else:
            commands.add_parser(name, help=told).set_defaults(run=_not_yet(name))
    args = parser.parse_args(words)
    if not hasattr(args, "run"):
        parser.error("a command is missing")
    return int(args.run(args))


def _not_yet(name: str) -> Callable[[argparse.Namespace], int]:
    def run(_args: argparse.Namespace) -> int:
        raise UserError(f"`encore {name}` is not there yet; it comes with a later version.")

    return run


def _speak_any_letter() -> None:
    """A terminal that cannot show a letter gets its number, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")

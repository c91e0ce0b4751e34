"""What `encore` understands, put together from its commands."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import ModuleType

from game import __version__
from game.cli.exits import UserError
from game.cli.parser import Commands, Parser

__all__ = ["COMMANDS", "Commands", "Parser", "run"]

# Every command: what it does, and its module, in the order of `encore --help`.
COMMANDS: Mapping[str, tuple[str, Callable[[], ModuleType]]] = {
    "play": (
        "open the game (the same as no command)",
        lambda: import_module("game.cli.play"),
    ),
    "text": ("play in the terminal", lambda: import_module("game.cli.text")),
    "tour": ("draw every scene into picture files", lambda: import_module("game.cli.tour")),
    "pack": ("write, check, share and list question packs", lambda: import_module("game.cli.pack")),
    "doctor": (
        "say what this computer has and what is missing",
        lambda: import_module("game.cli.doctor"),
    ),
}


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
    for name, (told, load) in COMMANDS.items():
        module = _module(name, load) if name == wanted else None
        if module is not None:
            module.add(commands)
        else:
            commands.add_parser(name, help=told).set_defaults(run=_not_yet(name))
    args = parser.parse_args(words)
    if not hasattr(args, "run"):
        parser.error("a command is missing")
    return int(args.run(args))


def _module(name: str, load: Callable[[], ModuleType]) -> ModuleType | None:
    try:
        return load()
    except ModuleNotFoundError as fault:
        if fault.name != f"game.cli.{name}":
            raise
        return None


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

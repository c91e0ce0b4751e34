"""The parser of the command line, which speaks one sentence."""

from __future__ import annotations

import argparse
from typing import NoReturn, TypeAlias

from game.cli.exits import UserError
from game.packs.problem import printable

# The type has no public name.
Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001


class Parser(argparse.ArgumentParser):
    """Speaks one sentence where argparse prints its whole usage."""

    def error(self, message: str) -> NoReturn:
        """Stop with `message`."""
        raise UserError(printable(f"{message} (`{self.prog} --help` says more)"))

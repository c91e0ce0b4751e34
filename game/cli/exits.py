"""How a command ends: its exit codes, and what it cannot do said in one sentence."""

from __future__ import annotations

import sys

FINE, PROBLEMS, CANNOT = 0, 1, 2


class UserError(Exception):
    """What the user asked for cannot be done; the message is one clear sentence."""


def say_error(sentence: str) -> None:
    """One line on the standard error output, if there is one."""
    # A program without a console has no streams.
    if sys.stderr is not None:
        sys.stderr.write(f"encore: {sentence}\n")

"""Where reading stops."""

from __future__ import annotations

from game.rules.bank import Mark


class Fault(Exception):
    """Why the YAML cannot be read on from `mark`."""

    def __init__(self, mark: Mark, code: str, message: str, tip: str = "") -> None:
        super().__init__(message)
        self.mark, self.code, self.message, self.tip = mark, code, message, tip

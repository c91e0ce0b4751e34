"""Lines out, lines in."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from textwrap import wrap
from typing import TYPE_CHECKING

from game.ui.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

# One column short of the 80 that every terminal has: some break the line at the last.
WIDTH = 79
# So many lines are in sight in the smallest terminal there is a use for.
LEAST_ROWS = 24
# Nothing that can be answered is longer, however much is pasted.
LONGEST_LINE = 1_000
_GAP = re.compile(r"_{2,}")
_SECONDS = re.compile(r"(?<=\d) s\b")


class Gone(Exception):
    """The input has ended: nobody is there to answer."""


class Terminal:
    """Writes with `write` and reads a line with `read`, which gives None when the input has ended.

    `unseen` reads a line without showing what is typed, where that can be done, and `rows` says
    how many lines are in sight. `clock` gives seconds. `breaks` are answers to the next breaks of a
    match that the player has given already, True for leaving.
    """

    def __init__(
        self,
        read: Callable[[], str | None],
        write: Callable[[str], None],
        *,
        unseen: Callable[[], str | None] | None = None,
        rows: Callable[[], int] = lambda: LEAST_ROWS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._read, self._write, self.clock = read, write, clock
        self._unseen, self._rows = unseen, rows
        self.breaks: list[bool] = []

    @property
    def veils(self) -> bool:
        """Whether it can be told a secret without showing it."""
        return self._unseen is not None

    def say(self, *paragraphs: str) -> None:
        """Write each paragraph in lines of at most `WIDTH` columns."""
        for paragraph in paragraphs:
            for line in clean(_GAP.sub("[blank]", paragraph)).splitlines() or [""]:
                self._write("\n".join(_wrapped(line)) + "\n")

    def gap(self) -> None:
        """Write an empty line: something new begins."""
        self._write("\n")

    def clear(self) -> None:
        """Write empty lines until what stands here is out of sight.

        It is not gone: who scrolls back can read it. No cursor is moved for it.
        """
        self._write("\n" * max(LEAST_ROWS, self._rows()))

    def number(self, lines: Sequence[str]) -> None:
        """Write `lines` with their numbers, from 1."""
        for number, line in enumerate(lines, 1):
            self.say(f"{number}. {line}")

    def ask(self, prompt: str, *, unseen: bool = False) -> str:
        """Write `prompt` and wait for a line: what is printable of it, without spaces around.

        With `unseen` what is typed is not shown, where that can be done.

        Raises:
            Gone: when the input has ended.
        """
        *above, last = _wrapped(f"{clean(prompt, newlines=False)} ", spare=1)
        self._write("\n".join([*above, last]) + " ")
        line = (self._unseen if unseen and self._unseen else self._read)()
        if line is None:
            self.gap()
            raise Gone
        return clean(line[:LONGEST_LINE], newlines=False).strip()


def spoken(text: str) -> str:
    """A line of a scene as it is read aloud: no dots between parts, units in full."""
    text = text.replace("  ·  ", ", ").replace(" · ", ", ").replace(" %", " percent")
    return _SECONDS.sub(" seconds", text)


def sentence(text: str) -> str:
    """`text` with a capital letter first and a mark at its end."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…", ".”", "!”", "?”")) else f"{text}."


def points(count: int) -> str:
    """`count` points in words."""
    return "1 point" if count == 1 else f"{count:,} points"


def signed(count: int) -> str:
    """Points won or lost, with their sign."""
    # As it is typed: not every voice reads the sign of print.
    return "no points" if not count else f"{count:+,} point{'' if abs(count) == 1 else 's'}"


def _wrapped(text: str, spare: int = 0) -> list[str]:
    return wrap(text, WIDTH - spare, break_on_hyphens=False) or [""]

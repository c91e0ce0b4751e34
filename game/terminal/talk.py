"""What can be typed in every dialogue, and the two shapes of question: go on, and choose."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from game.rules.words import alike

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.terminal.terminal import Terminal

HELP = (
    "Type the number of a line and press Enter. A letter, A for the first line, or the words "
    "of the line will do too.\n"
    "r: hear this again.\n"
    "p: take a break in a match.\n"
    "h, x or s: use a lifeline, while a question offers it.\n"
    "d: dispute a question, once its answer was told.\n"
    "t or l: change the table, or hear what everyone was asked, after a round of a party.\n"
    "u: take a change back, while a party is set up.\n"
    "q: leave, or go back. A match asks first.\n"
    "?: this help.\n"
    "Control D ends the game at once."
)


class Command(Enum):
    """What means the same wherever it is typed."""

    PAUSE = "p"
    LEAVE = "q"


_COMMANDS = {
    "p": Command.PAUSE,
    "q": Command.LEAVE,
    "quit": Command.LEAVE,
    "exit": Command.LEAVE,
}


def listen(
    terminal: Terminal, prompt: str, tell: Callable[[], None], *, unseen: bool = False
) -> str | Command:
    """A typed line, or a command; help and reading again (`tell`) are done here.

    With `unseen` what is typed is not shown, where the terminal can do that.
    """
    while True:
        line = terminal.ask(prompt, unseen=unseen)
        word = line.casefold()
        if word in ("?", "help"):
            terminal.say(HELP)
        elif word == "r":
            tell()
        elif word in _COMMANDS:
            return _COMMANDS[word]
        else:
            return line


def go_on(terminal: Terminal, prompt: str, tell: Callable[[], None]) -> Command | None:
    """Wait for Enter, with whatever is typed before it; None unless it was a command."""
    typed = listen(terminal, prompt, tell)
    return typed if isinstance(typed, Command) else None


def choose(
    terminal: Terminal, prompt: str, words: Sequence[str], tell: Callable[[], None]
) -> int | Command:
    """The number from 0 of one of `words`; asks until there is one, or a command."""
    while True:
        typed = listen(terminal, prompt, tell)
        if isinstance(typed, Command):
            return typed
        if (choice := picked(typed, words)) is not None:
            return choice
        terminal.say(f"Please type a number from 1 to {len(words)}, or ? for help.")


def picked(line: str, words: Sequence[str]) -> int | None:
    """Which of `words` a line means, from 0: by its number, its letter, or the words themselves."""
    line = line.rstrip(" .):")
    place = -1
    if line.isdecimal() and len(line) < len("1000"):
        place = int(line) - 1
    elif len(line) == 1:
        place = ord(line.casefold()[0]) - ord("a")
    return place if 0 <= place < len(words) else worded(line, words)


def worded(line: str, words: Sequence[str]) -> int | None:
    """Which of `words` a line says, from 0."""
    meant = alike(line)
    return next((at for at, word in enumerate(words) if line and alike(word) == meant), None)


def agreed(terminal: Terminal, prompt: str, tell: Callable[[], None]) -> bool:
    """Yes or no; leaving is no."""
    while True:
        typed = listen(terminal, f"{prompt} (y or n)", tell)
        if typed is Command.LEAVE:
            return False
        if typed is not Command.PAUSE and typed[:1].casefold() in ("y", "n"):
            return typed[:1].casefold() == "y"
        terminal.say("Please type y for yes or n for no, and press Enter.")

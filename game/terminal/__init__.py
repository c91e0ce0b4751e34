"""The game in a terminal: the same stories, told in plain lines that a screen reader can read.

No cursor is moved, nothing is drawn and no colour says anything. `terminal` writes and
listens, `talk` knows the commands that work everywhere, `dialogues` is the table of how
each scene is told, `play` runs a story.
"""

from game.terminal.play import run
from game.terminal.terminal import Terminal

__all__ = ["Terminal", "run"]

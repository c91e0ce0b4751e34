"""What is being typed into a scene: a name, or points to give and take."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui.actions import Action, Meaning, Typed
from game.ui.text.clean import clean_name
from game.ui.text.clusters import clusters

STEP, HIGHEST = 10, 999_999
_LETTERS = 24


@dataclass(slots=True)
class NameEntry:
    """A name on its way; `typed` may end in a space until a letter follows it."""

    typed: str = ""

    @property
    def name(self) -> str:
        """The name as it would be taken, empty where there is none yet."""
        return clean_name(self.typed)

    def take(self, meaning: Meaning) -> bool:
        """Whether the meaning was about the name; what it says is done then."""
        if isinstance(meaning, Typed):
            whole = self.typed + meaning.text.replace("\n", " ").replace("\r", " ")
            cleaned = clean_name(whole)
            room = bool(cleaned) and len(clusters(cleaned)) < _LETTERS
            self.typed = cleaned + (" " if room and whole.endswith(" ") else "")
        elif meaning is Action.ERASE:
            self.typed = "".join(clusters(self.typed)[:-1])
        elif meaning is Action.REMOVE:
            self.typed = ""
        else:
            return False
        return True


@dataclass(slots=True)
class PointsEntry:
    """Points to give, or to take where `minus` is set, to a score of `old`.

    Arrows give and take `STEP` points; digits are typed, and a minus turns what is there. The
    score stays within 0 and `HIGHEST`.
    """

    old: int
    change: int = 0
    minus: bool = False

    @property
    def new(self) -> int:
        """The score as it would be."""
        return self.old + self.change

    def take(self, meaning: Meaning) -> bool:
        """Whether the meaning was about the points; what it says is done then."""
        if meaning in (Action.UP, Action.RIGHT):
            self._set(self.change + STEP)
        elif meaning in (Action.DOWN, Action.LEFT):
            self._set(self.change - STEP)
        elif isinstance(meaning, Typed):
            for letter in meaning.text:
                self._type(letter)
        elif meaning is Action.ERASE:
            self._set(int(self.change / 10))
        elif meaning is Action.REMOVE:
            self._set(0)
        else:
            return False
        return True

    def _type(self, letter: str) -> None:
        size = abs(self.change)
        if letter in "+-−":
            self.minus = letter != "+" and not self.minus
        elif letter.isascii() and letter.isdigit():
            size = size * 10 + int(letter)
        else:
            return
        # A minus is kept where there is nothing yet to turn.
        minus = self.minus
        self._set(-size if minus else size)
        self.minus = minus

    def _set(self, change: int) -> None:
        self.change = min(max(change, -self.old), HIGHEST - self.old)
        self.minus = self.change < 0

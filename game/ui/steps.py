"""Changes that can be taken back, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")
_KEPT = 60


@dataclass(slots=True)
class Steps(Generic[T]):
    """What something is `now`, and what it was before each of the latest steps.

    Letters written one after the other are a single step, until `rest` or another step.
    """

    now: T
    _past: list[T] = field(default_factory=list)
    _writing: bool = False

    @property
    def any(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    def take(self, after: T) -> bool:
        """One step on; whether it changes anything."""
        self._writing = False
        if after == self.now:
            return False
        self._past = [*self._past, self.now][-_KEPT:]
        self.now = after
        return True

    def write(self, after: T) -> None:
        """A letter more or less."""
        if self._writing:
            self.now = after
        else:
            self._writing = self.take(after)

    def tidy(self, after: T) -> None:
        """A change that is no step of its own: it goes with the one before."""
        self.now, self._writing = after, False

    def rest(self) -> None:
        """What is written next is another step."""
        self._writing = False

    def back(self) -> bool:
        """Take the latest step back; whether there was one."""
        self._writing = False
        if self._past:
            self.now = self._past.pop()
            return True
        return False

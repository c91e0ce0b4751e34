"""Trying a keyboard: keys are asked for together, and what the board tells of them is watched."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from game.ui.boards import combinations

if TYPE_CHECKING:
    from game.ui.actions import Struck
    from game.ui.boards import Cluster

# All must be down for so long: a key that nobody holds comes with them or a moment later. Seconds.
SETTLE = 0.2
# Some are held and nothing changes: after so long the others do not arrive, or nobody found them.
PATIENCE = 3.5


class Trouble(Enum):
    """What a board may do that makes it no good for these keys."""

    NONE = ""
    MISSING = "missing"
    STRANGE = "strange"


@dataclass(slots=True)
class Trial:
    """Goes from step to step as all keys of a step are told to be down at the same time.

    Nobody can tell a key that the board holds back from a player who has not found it: trouble is
    what it looks like, and it is over when the key comes after all. Players are numbered from 0;
    `held` are the keys that went down in this step, in their order, and are down still; `lost` are
    the players whose key was waited for in vain, however the others hold now; `steady` is for how
    many seconds nothing has changed.
    """

    clusters: tuple[Cluster, ...]
    step: int = 0
    held: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()
    trouble: Trouble = Trouble.NONE
    steady: float = 0.0

    @property
    def steps(self) -> tuple[tuple[int, ...], ...]:
        """What is asked for, step by step: a place of the cluster for each player."""
        return combinations(len(self.clusters))

    @property
    def works(self) -> bool:
        """Whether all that was asked for has come."""
        return self.step >= len(self.steps)

    @property
    def wanted(self) -> tuple[int, ...]:
        """The key that each player is to hold down now; none when all have been."""
        if self.works:
            return ()
        pairs = zip(self.clusters, self.steps[self.step], strict=True)
        return tuple(cluster[place] for cluster, place in pairs)

    @property
    def missing(self) -> tuple[int, ...]:
        """The players whose key is not there."""
        return tuple(n for n, key in enumerate(self.wanted) if key not in self.held)

    @property
    def strange(self) -> tuple[int, ...]:
        """Keys that are down and that nobody was asked for."""
        return tuple(key for key in self.held if key not in self.wanted)

    def ask(self) -> None:
        """Ask anew: of keys that are still down nothing is known any more."""
        self.held, self.lost, self.trouble, self.steady = (), (), Trouble.NONE, 0.0

    def strike(self, struck: Struck) -> bool:
        """A key goes down or up; whether it is one that was missing."""
        if self.works or struck.down == (struck.scancode in self.held):
            return False
        came = struck.down and struck.scancode in self.wanted
        others = tuple(key for key in self.held if key != struck.scancode)
        self.held = (*others, struck.scancode) if struck.down else others
        self.steady = 0.0
        if self.trouble is Trouble.MISSING and not self.missing:
            self.trouble, self.lost = Trouble.NONE, ()
        elif self.trouble is Trouble.STRANGE and not self.strange:
            self.trouble = Trouble.NONE
        return came

    def tick(self, dt: float) -> None:
        """`dt` seconds pass in which nothing changes."""
        if self.works or not self.held:
            return
        self.steady += dt
        if self.missing:
            if len(self.missing) < len(self.wanted) and self.steady >= PATIENCE:
                self.trouble, self.lost = Trouble.MISSING, self.missing
        elif self.steady >= SETTLE:
            if self.strange:
                self.trouble, self.lost = Trouble.STRANGE, ()
            else:
                self.step += 1
                self.ask()

"""What an evening's stories share: the packs, the clock, the names, where seeds come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.rules.match import Match
    from game.rules.modes import Clock
    from game.story.rack import Rack


@dataclass(slots=True)
class Tonight:
    """`seed` gives a new seed for each match; `keep` is told of every turn when it happens.

    `clock` overrides the one a mode brings. `notice` is a sentence for the
    title: what is missing on this machine.
    """

    rack: Rack
    pack: str
    seed: Callable[[], str]
    keep: Callable[[Match], None]
    clock: Clock | None = None
    names: tuple[str, ...] = ()
    notice: str = ""

    def about(self) -> tuple[str, ...]:
        """What is being played, for a report: nothing about who plays."""
        pack = self.rack.glance(self.pack)
        print_of = pack.fingerprint if pack else "not read yet"
        return (f"pack {self.pack}, fingerprint {print_of}",)

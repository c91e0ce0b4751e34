"""A picture or a sound on its way to the player."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from game.ui.media.plain import Picture, Samples

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.media.plain import Plain


class Slide:
    """One file in the plain form, fetched in a thread, so that no picture of the game waits for it.

    `digest` tells it from all others. It is `ready` once it is there, or `lost`
    once it is known that it will not come.
    """

    def __init__(self, digest: str, fetch: Callable[[], Plain | None]) -> None:
        self.digest = digest
        self.picture: Picture | None = None
        self.sound: Samples | None = None
        self.lost = False
        self._fetch = fetch

    @property
    def ready(self) -> bool:
        return self.picture is not None or self.sound is not None

    @property
    def coming(self) -> bool:
        """Whether there is something to wait for."""
        return not self.ready and not self.lost

    def begin(self) -> Slide:
        """Start to fetch it; returns at once."""
        Thread(target=self.fetch, name="slide", daemon=True).start()
        return self

    def fetch(self) -> None:
        """Fetch it now."""
        made = None
        try:
            made = self._fetch()
        finally:
            if isinstance(made, Picture):
                self.picture = made
            elif isinstance(made, Samples):
                self.sound = made
            else:
                self.lost = True


@dataclass(frozen=True, slots=True)
class Exhibit:
    """What is shown and played with a question, and shown once it is answered."""

    picture: Slide | None = None
    sound: Slide | None = None
    after: Slide | None = None

    @property
    def coming(self) -> bool:
        """Whether anything of the question itself is still on its way."""
        return any(each is not None and each.coming for each in (self.picture, self.sound))


NOTHING = Exhibit()

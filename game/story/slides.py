"""Pictures and sounds of the questions, fetched before they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.media.slide import NOTHING, Exhibit, Slide

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.rules.media import Media
    from game.rules.question import Question
    from game.ui.media.plain import Plain

    Fetch = Callable[[Path, Media], Plain | None]

# A question's own and the next one's, and a few to go back to: up to 8 MB each.
_KEPT = 6


def fetched(pack: Path, media: Media) -> Plain | None:
    """The file of the pack in `pack`, from the cache or decoded anew; None if it is lost."""
    from game.packs.files import fetch

    return fetch(pack, media)


class Slides:
    """Hands out what goes with a question; what was asked for lately is not fetched again."""

    def __init__(self, fetch: Fetch = fetched) -> None:
        self._fetch = fetch
        self._kept: dict[str, Slide] = {}

    def exhibit(self, pack: Path, question: Question) -> Exhibit:
        """What goes with `question`; it is fetched from now on, and comes when it comes."""
        if not (question.image or question.sound or question.reveal):
            return NOTHING
        shown = (question.image, question.sound, question.reveal)
        return Exhibit(*(self._slide(pack, media) if media else None for media in shown))

    def _slide(self, pack: Path, media: Media) -> Slide:
        slide = self._kept.pop(media.digest, None)
        if slide is None or slide.lost:
            slide = Slide(media.digest, lambda: self._fetch(pack, media)).begin()
        self._kept[media.digest] = slide
        while len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return slide

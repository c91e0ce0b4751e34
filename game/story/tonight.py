"""What an evening's stories share: packs, records, settings, and where seeds and time come from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.packs.pack import Pack
    from game.records import Records, Settings
    from game.rules.deal import Card
    from game.rules.match import Match
    from game.rules.modes import Clock, Mode
    from game.rules.question import Question
    from game.scenes.lobby import Team
    from game.story.rack import Rack
    from game.story.slides import Slides
    from game.ui.media.slide import Exhibit


def nobody(_match: Match) -> None:
    """Nobody is told of the turn."""


def _nowhere() -> Records:
    from game.records import Records

    return Records.nowhere()


def _defaults() -> Settings:
    from game.records.settings import Settings

    return Settings()


def untouched(_settings: Settings) -> None:
    """Nothing here depends on the settings."""


def deaf() -> bool:
    """Nothing is heard here."""
    return False


def unheard() -> None:
    """There is no sound to look for."""


@dataclass(slots=True)
class Tonight:
    """`seed` gives a new seed for each match; `keep` is told of every turn when it happens.

    `now` gives UTC seconds. `clock` overrides what is set and what a mode
    brings. `apply` is told of changed settings. `notice` is a sentence for the
    title: what is missing on this machine. `folder` is the player's own, None
    where nothing is to be written. `silence` says why nothing is heard, empty
    where all is well, and `listen` looks for the sound device again. `sees` and
    `hears` say whether questions with pictures, and with sounds, can be asked.
    `fresh` says whether what was seen lately is drawn last; not where the player
    named the seed, which promises the same questions.
    """

    rack: Rack
    pack: str
    seed: Callable[[], str]
    keep: Callable[[Match], None] = nobody
    clock: Clock | None = None
    names: tuple[str, ...] = ()
    teams: tuple[Team, ...] = ()
    notice: str = ""
    records: Records = field(default_factory=_nowhere)
    now: Callable[[], float] = float
    apply: Callable[[Settings], None] = untouched
    settings: Settings = field(default_factory=_defaults)
    folder: Path | None = None
    silence: Callable[[], str] = str
    listen: Callable[[], None] = unheard
    sees: bool = False
    hears: Callable[[], bool] = deaf
    slides: Slides | None = None
    fresh: bool = True

    def clock_for(self, mode: Mode) -> Clock:
        """The clock to play `mode` against: as asked for, else as set, else the mode's own."""
        from game.rules.modes import CLOCKS

        if self.clock is not None:
            return self.clock
        own = CLOCKS[mode.clock]
        return own if own.limit is None else CLOCKS.get(self.settings.clock, own)

    def seen(self, pack_id: str) -> tuple[str, ...]:
        """The questions to draw last, longest ago first."""
        return tuple(self.records.seen(pack_id)) if self.fresh else ()

    def day(self, ahead: int = 0) -> str:
        """The UTC date as 2026-11-22, or that of `ahead` days later."""
        from datetime import UTC, datetime, timedelta

        return f"{datetime.fromtimestamp(self.now(), UTC) + timedelta(days=ahead):%Y-%m-%d}"

    def questions(self, pack: Pack, *, shared: bool = False) -> tuple[Question, ...]:
        """What of `pack` can be asked here; `shared`: on any machine, in a terminal too."""
        from game.rules.question import askable

        sees, hears = (False, deaf) if shared else (self.sees, self.hears)
        return tuple(askable(pack.questions, sees=sees, hears=hears))

    def exhibit(self, pack: Pack, question: Question) -> Exhibit:
        """What goes with a question of `pack`; it begins to come."""
        if self.slides is None:
            from game.story.slides import Slides

            self.slides = Slides()
        return self.slides.exhibit(pack.path, question)

    def set(self, **changed: object) -> None:
        """Change settings, here and wherever they matter, and keep them."""
        self.settings = replace(self.settings, **changed)  # type: ignore[arg-type]
        self.records.keep_settings(self.settings)
        self.apply(self.settings)

    def review(self, pack: Pack, match: Match, card: Card) -> None:
        """Note a disputed question for whoever mends the pack."""
        from game.packs.review import note

        if self.folder is not None:
            note(self.folder, pack.id, pack.fingerprint, match.seed, card)

    def about(self) -> tuple[str, ...]:
        """What is being played, for a report: nothing about who plays."""
        pack: Pack | None = self.rack.glance(self.pack)
        print_of = pack.fingerprint if pack else "not read yet"
        return (f"pack {self.pack}, fingerprint {print_of}",)

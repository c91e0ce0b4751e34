"""The records of an evening, as the stories use them: nothing in here ever raises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.records import history, writing
from game.records.history import FactState, Night, Resumable
from game.records.ledger import Ledger
from game.records.settings import Settings, from_texts, to_texts
from game.records.store import NAME

if TYPE_CHECKING:
    from game.records.store import Statement
    from game.rules.match import Match
    from game.rules.patches import Show

_IDS = 62
_LATEST = 2**53


class Records:
    """What was played, kept in one file, or in memory alone where there is none to be had.

    Made by `open` or `nowhere`. `now` gives UTC seconds; it may jump. One thread at a time.
    """

    def __init__(self, path: Path | None, now: Callable[[], float]) -> None:
        self._clock = now
        self._live: dict[int, writing.Live] = {}
        self._learned: dict[str, history.Learned] = {}
        # Nothing that leads back here: what is let go of is closed at once.
        self._ledger = Ledger(path, now, partial(_all_of, self._live))

    @classmethod
    def open(cls, folder: Path, *, now: Callable[[], float]) -> Records:
        """Open the file in the player's data folder, make it, or put it right.

        Look at `offer` and `trouble` afterwards.
        """
        return cls(folder / NAME, now)

    @classmethod
    def nowhere(cls, *, now: Callable[[], float] = float) -> Records:
        """Records that last until the game ends."""
        return cls(None, now)

    @property
    def trouble(self) -> str | None:
        """What the player should know about the file, as a sentence or two; None when all is well.

        A notice of something put right stays until `heard`; what is wrong, until it no longer is.
        """
        return self._ledger.trouble

    def heard(self) -> None:
        """The player has read the notice."""
        self._ledger.notice = ""

    @property
    def keeping(self) -> bool:
        """Whether everything so far is on the disk."""
        return self._ledger.keeping

    @property
    def path(self) -> Path | None:
        """The file, if this game keeps one."""
        return self._ledger.path

    @property
    def offer(self) -> Path | None:
        """A backup to put back, where the file is missing or empty: `decide` about it first."""
        return self._ledger.missing.backup if self._ledger.missing else None

    def decide(self, *, backup: bool) -> None:
        """Put the offered backup back, or start a new file.

        Whatever is written before a decision puts it back. Backups themselves stay where they are.
        """
        self._ledger.decide(backup=backup)

    def retry(self) -> None:
        """Try again what could not be written; every turn does so by itself."""
        self._ledger.retry()

    def close(self) -> None:
        """Try a last time what could not be written. Nothing relies on this being called."""
        self._ledger.retry()
        self._ledger.close()

    # Matches

    def begin(self, kind: str, pack_id: str, match: Match, extra: Mapping[str, object]) -> int:
        """Write a match down as it was dealt, its first question as seen; the match's id.

        `extra` is whatever the story wants back as JSON; its "day" (2026-11-22) is what `daily` and
        `streak_of_days` look for. Call it before the first question is shown.
        """
        import secrets

        live = writing.Live(
            secrets.randbits(_IDS), kind, pack_id, dict(extra), match, self._seconds()
        )
        self._live[live.id] = live
        self._ledger.write(writing.beginning(live))
        return live.id

    def keep(self, match_id: int, match: Match) -> None:
        """Make the file hold exactly this match: one commit, none when nothing has changed.

        Called with each answer before its reveal. The question that comes next is marked as seen in
        the same commit, so that no kill can come between its being shown and its being marked.
        Turns taken back are taken out; cards dealt, replaced or planned since are written.
        """
        live = self._live.get(match_id)
        if live is None:
            return
        at = self._seconds()
        statements = list(writing.changes(live, live.match, match, at))
        self._live[match_id] = replace(live, match=match)
        if statements:
            self._ledger.write([*statements, *writing.seen(live.pack, match, at)])
        else:
            self._ledger.retry()

    def shown(self, match_id: int, match: Match) -> None:
        """A question is shown that `begin` or `keep` has not heard of, such as a replacement."""
        self.keep(match_id, match)

    def clock(self, match_id: int, match: Match, left_ms: int) -> None:
        """The running question was left or paused with so many milliseconds to go.

        Whoever carries the match on has no more than these. After a kill without this the question
        has its full time again.
        """
        if match_id in self._live:
            values = (len(match.turns), max(0, min(left_ms, _LATEST)), match_id)
            self._ledger.write(
                [("UPDATE match SET left_turn = ?, left_ms = ? WHERE id = ?", values)]
            )

    def finish(self, match_id: int, match: Match) -> None:
        """The match is over and its result is history. Call it before the results are shown."""
        self._end(match_id, match, "finished")

    def abandon(self, match_id: int) -> None:
        """The match was given up: its turns stay, it is neither resumed nor a best night."""
        if live := self._live.get(match_id):
            self._end(match_id, live.match, "abandoned")

    def _end(self, match_id: int, match: Match, state: str) -> None:
        live = self._live.get(match_id)
        if live is None:
            return
        at = self._seconds()
        changed = writing.changes(live, live.match, match, at)
        # It stays alive until it is written: a damaged file would be given all of it.
        self._live[match_id] = replace(live, match=match)
        self._ledger.write([*changed, *writing.ending(self._live[match_id], state, at)])
        del self._live[match_id]
        self._ledger.tidy()

    def unfinished(self) -> Resumable | None:
        """The newest match to carry on, or None; its id is good for `keep` and the others.

        It may be over, when the game was ended between the last answer and the results.
        """
        found = history.unfinished(self._ledger.read)
        if found is not None:
            self._live[found.id] = writing.Live(
                found.id, found.kind, found.pack_id, found.extra, found.match, found.began
            )
        return found

    # Questions about what was played

    def best(
        self, pack_id: str, mode: str, clock: str, *, count: int | None = None
    ) -> Night | None:
        """The finished match with the most points, the earlier of two; `count` fixes its length."""
        where = "WHERE state = 'finished' AND pack = ? AND mode = ? AND clock = ?"
        values: list[str | int] = [pack_id, mode, clock]
        if count is not None:
            where += " AND plan = ?"
            values.append(count)
        found = history.nights(
            self._ledger.read, f"{where} ORDER BY score DESC, number LIMIT 1", values
        )
        return next(iter(found), None)

    def history(self, limit: int = 20, offset: int = 0) -> tuple[Night, ...]:
        """Finished and abandoned matches, newest first."""
        where = "WHERE state <> 'playing' ORDER BY number DESC LIMIT ? OFFSET ?"
        return history.nights(self._ledger.read, where, (limit, offset))

    def daily(self, day: str, fingerprint: str) -> Night | None:
        """The first try at that day's gig with that very pack, finished or not."""
        where = "WHERE kind = 'daily' AND day = ? AND fingerprint = ? ORDER BY number LIMIT 1"
        found = history.nights(self._ledger.read, where, (day, fingerprint))
        return next(iter(found), None)

    def streak_of_days(self, today: str) -> int:
        """Days in a row with a finished daily gig, up to `today` (2026-11-22) or the day before."""
        return history.streak(self._ledger.read, today)

    def seen(self, pack_id: str) -> tuple[str, ...]:
        """Ids of the questions that were shown, longest ago first, as `rules.deal` wants them."""
        return history.seen(self._ledger.read, pack_id, "question")

    def seen_facts(self, pack_id: str) -> tuple[str, ...]:
        """Names of the facts that questions were about, longest ago first."""
        return history.seen(self._ledger.read, pack_id, "fact")

    def fact_states(self, pack_id: str) -> dict[str, FactState]:
        """What a player alone knows, by the answer's own fact; facts never asked are not in it."""
        learned = self._learned.setdefault(pack_id, history.Learned())
        return history.fact_states(self._ledger.read, pack_id, learned)

    def shows(self) -> tuple[Show, ...]:
        """Finished and abandoned matches in short, oldest first, as the patches look at them."""
        from game.records.past import shows

        return shows(self._ledger.read)

    def patches(self) -> dict[str, int]:
        """The patches sewn on so far, by name, with the UTC second of each."""
        rows = self._ledger.read("SELECT name, value FROM setting WHERE name LIKE 'patch:%'")
        sewn = ((str(name).removeprefix("patch:"), str(value)) for name, value in rows)
        return {name: int(value) for name, value in sewn if value.isdecimal()}

    def keep_patches(self, names: Iterable[str]) -> None:
        """Sew these on: whatever becomes of the matches or the packs, they stay."""
        at = str(max(0, self._seconds()))
        new = [name for name in names if name not in self.patches()]
        put = "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)"
        if new:
            self._ledger.write([(put, (f"patch:{name}", at)) for name in new])

    def export_csv(self, path: Path) -> str | None:
        """Write every turn as CSV; a sentence for the player when that fails."""
        from game.records.export import export

        try:
            export(self._ledger.read, path)
        except (OSError, ValueError) as error:
            return (
                f"{path.name} could not be written ({getattr(error, 'strerror', None) or error})."
            )
        return None

    # Settings

    def settings(self) -> Settings:
        """What the player has set; defaults for the rest."""
        rows = self._ledger.read("SELECT name, value FROM setting")
        return from_texts({str(name): str(value) for name, value in rows})

    def keep_settings(self, settings: Settings) -> None:
        """Write those that have changed."""
        old = to_texts(self.settings())
        changed: list[Statement] = [
            ("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (name, value))
            for name, value in to_texts(settings).items()
            if value != old[name]
        ]
        if changed:
            self._ledger.write(changed)

    def _seconds(self) -> int:
        return int(max(-_LATEST, min(self._clock(), _LATEST)))


def _all_of(live: Mapping[int, writing.Live]) -> list[Statement]:
    return [each for match in live.values() for each in writing.beginning(match)]


def data_folder() -> Path:
    """The player's data folder on this system; not made by this."""
    from platformdirs import user_data_dir

    return Path(user_data_dir("encore", appauthor=False))

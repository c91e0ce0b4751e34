"""What was played, in one SQLite file that survives kills, power cuts, full disks and bit rot.

::

    records = Records.open(data_folder(), now=time.time)    # or Records.nowhere()
    records.offer          a backup's path: the file is missing; records.decide(backup=True)
    records.trouble        a sentence for the player, or None; records.heard() takes a notice away
    records.keeping        whether everything so far is on the disk

    match_id = records.begin("solo", pack_id, match, {"day": ...})    before the first question
    records.keep(match_id, match)             after each answer, before its reveal: one commit
    records.clock(match_id, match, left_ms)   at a pause or on leaving, while a question runs
    records.shown(match_id, match)            only after a card was replaced; else nothing happens
    records.finish(match_id, match)           or records.abandon(match_id)
    records.unfinished()   -> Resumable(id, kind, pack_id, match, extra, left_ms, began) or None

    records.best(pack_id, mode, clock, count=10)    -> Night or None
    records.history(limit, offset)                  -> Nights, newest first
    records.seen(pack_id)                           -> question ids for deal_match(seen=...)
    records.seen_facts(pack_id), records.fact_states(pack_id) -> {fact: FactState}
    records.daily("2026-11-22", fingerprint)        -> the first try, or None
    records.streak_of_days("2026-11-22")            -> int
    records.export_csv(path)                        -> None, or what went wrong
    records.settings() -> Settings; records.keep_settings(replace(settings, muted=True))

Nothing raises. Where the file cannot be had, all of it works from memory until the game ends. The
file is opened, checked and backed up by `open` (some 30 ms, more when it is large): call it off the
path to the first picture. It may be opened in one thread and used in another, one at a time.

Who does what: `records` is what stories use, `writing` makes statements of matches and `history`
answers of rows, `ledger` keeps what cannot be written yet, `opening` opens the file and puts it
right, `store` is the open file, `schema` its tables, `backups` and `files` what stands beside it,
`fault` what can be wrong.
"""

from __future__ import annotations

from game.records.history import FactState, Night, Resumable
from game.records.records import Records, data_folder
from game.records.settings import Settings

__all__ = ["FactState", "Night", "Records", "Resumable", "Settings", "data_folder"]

"""The tables of the file of scores, and how each version becomes the next.

A migration is a list of statements, run in one transaction. The file's version is the number of
migrations it has been through. A migration that has shipped is never changed: add another, and a
file of the version before it to `tests/records/versions`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

# "Enco" in ASCII: by it SQLite's header says whose file this is.
APPLICATION_ID = 0x456E636F

Migration: TypeAlias = Sequence[str]

_FIRST = (
    # `number` orders matches, never `began`: clocks are set back. `setup` holds all of the match
    # but its cards, players and turns. `left_ms` is the time left for turn `left_turn`.
    """CREATE TABLE match (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id INTEGER NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        pack TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        mode TEXT NOT NULL,
        clock TEXT NOT NULL,
        players TEXT NOT NULL,
        seats INTEGER NOT NULL,
        setup TEXT NOT NULL,
        extra TEXT NOT NULL,
        day TEXT,
        began INTEGER NOT NULL,
        ended INTEGER,
        state TEXT NOT NULL DEFAULT 'playing',
        left_turn INTEGER,
        left_ms INTEGER,
        plan INTEGER NOT NULL DEFAULT 0,
        correct INTEGER NOT NULL DEFAULT 0,
        score INTEGER NOT NULL DEFAULT 0,
        scores TEXT NOT NULL DEFAULT '[]'
    )""",
    "CREATE INDEX match_pack ON match (pack, mode, clock, score)",
    "CREATE INDEX match_state ON match (state)",
    "CREATE INDEX match_day ON match (day, fingerprint) WHERE day IS NOT NULL",
    # `fact` is the answer's own fact; `card` the whole card as it was dealt.
    """CREATE TABLE card (
        match INTEGER NOT NULL,
        number INTEGER NOT NULL,
        question TEXT NOT NULL,
        fact TEXT NOT NULL,
        card TEXT NOT NULL,
        PRIMARY KEY (match, number)
    ) WITHOUT ROWID""",
    # `correct` is null where a turn is no answer or was taken back; `more` holds whatever a turn
    # has beyond these columns.
    """CREATE TABLE turn (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        match INTEGER NOT NULL,
        number INTEGER NOT NULL,
        seat INTEGER NOT NULL,
        card INTEGER NOT NULL,
        pick INTEGER,
        ms INTEGER NOT NULL,
        correct INTEGER,
        at INTEGER NOT NULL,
        more TEXT,
        UNIQUE (match, number)
    )""",
    # Seeing again replaces the row, so `id` orders by when a thing was seen last.
    """CREATE TABLE seen (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        pack TEXT NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        at INTEGER NOT NULL,
        UNIQUE (pack, kind, name)
    )""",
    """CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) WITHOUT ROWID""",
)

MIGRATIONS: tuple[Migration, ...] = (_FIRST,)

# The columns that a sound file of the newest version must have.
COLUMNS = {
    "match": "number, id, kind, pack, fingerprint, mode, clock, players, seats, setup, extra, day,"
    " began, ended, state, left_turn, left_ms, plan, correct, score, scores",
    "card": "match, number, question, fact, card",
    "turn": "id, match, number, seat, card, pick, ms, correct, at, more",
    "seen": "id, pack, kind, name, at",
    "setting": "name, value",
}

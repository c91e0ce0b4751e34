"""Write the dump of the newest version: a finished match, one to carry on, settings."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from game.records import Records, Settings, schema
from tests.records.play import NOW, PACK, after, dealt, played

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        records = Records.open(Path(name), now=lambda: NOW)
        played(records, "a")
        match = after(dealt("b"), 4)
        match_id = records.begin("solo", PACK, match, {"day": "2026-11-22"})
        records.clock(match_id, match, 4321)
        records.keep_settings(Settings(names=("Mia", "Ben")))
        records.close()
        version = len(schema.MIGRATIONS)
        head = f"PRAGMA application_id = {schema.APPLICATION_ID};\nPRAGMA user_version = {version};"
        with closing(sqlite3.connect(Path(name) / "encore.sqlite")) as connection:
            lines = [head, *connection.iterdump()]
        target = Path(__file__).parent / f"{version}.sql"
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")

"""Files as every version of the game left them are opened by this one."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from game.records import schema
from tests.records.conftest import Opener
from tests.records.play import DAY, NOW, PACK, after, dealt, played

VERSIONS = Path(__file__).parent / "versions"
DUMPS = sorted(VERSIONS.glob("*.sql"))


def rebuilt(dump: Path, file: Path) -> None:
    """Make the file that the dump was taken from."""
    file.parent.mkdir(parents=True)
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))


def tables(connection: sqlite3.Connection) -> dict[str, str]:
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: re.sub(r"\s+", " ", sql) for name, sql in found}


def test_every_version_that_was_ever_written_has_a_file_here() -> None:
    assert [int(dump.stem) for dump in DUMPS] == list(range(1, len(schema.MIGRATIONS) + 1))


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: f"version {dump.stem}")
def test_a_file_of_any_version_is_opened_with_all_that_is_in_it(
    opened: Opener, tmp_path: Path, dump: Path
) -> None:
    rebuilt(dump, tmp_path / "encore" / "encore.sqlite")
    records = opened()
    assert records.trouble is None
    assert records.keeping
    (night,) = records.history()
    assert (night.count, night.state) == (10, "finished")
    assert len(records.seen(PACK)) == 10
    assert records.settings().names == ("Mia", "Ben")
    found = records.unfinished()
    assert found is not None
    assert len(found.match.turns) == 4
    assert found.left_ms == 4321


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: f"version {dump.stem}")
def test_the_migrations_make_the_tables_of_each_version(dump: Path) -> None:
    with (
        closing(sqlite3.connect(":memory:")) as made,
        closing(sqlite3.connect(":memory:")) as left,
    ):
        left.executescript(dump.read_text(encoding="utf-8"))
        for migration in schema.MIGRATIONS[: int(dump.stem)]:
            for statement in migration:
                made.execute(statement)
        assert tables(made) == tables(left)


def test_the_columns_that_are_looked_for_are_those_of_the_newest_tables() -> None:
    with closing(sqlite3.connect(":memory:")) as made:
        for migration in schema.MIGRATIONS:
            for statement in migration:
                made.execute(statement)
        names = {name for (name,) in made.execute("SELECT name FROM sqlite_master")}
        ours = {name for name in names if not name.startswith(("sqlite_", "match_"))}
        assert ours == set(schema.COLUMNS)
        for table, columns in schema.COLUMNS.items():
            rows = made.execute(f"PRAGMA table_info({table})")
            assert [row[1] for row in rows] == columns.split(", ")


def test_a_migration_is_made_once_with_a_backup_before_it(
    opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = opened()
    match = played(records, "a")
    records.close()
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, _NEXT))
    for _ in range(2):
        records = opened()
        assert records.keeping
        assert records.trouble is None
        assert records.history()[0].score == match.score()
        records.close()
    made = sorted(each.name for each in (tmp_path / "encore" / "backups").iterdir())
    assert made == [f"encore-000001-v{len(schema.MIGRATIONS) - 1}-{int(NOW)}.sqlite"]
    with closing(sqlite3.connect(tmp_path / "encore" / "encore.sqlite")) as connection:
        assert connection.execute("SELECT count(mood) FROM match").fetchone() == (1,)
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    assert version == len(schema.MIGRATIONS)


def test_a_migration_that_fails_changes_nothing(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = opened()
    played(records, "a")
    match_id = records.begin("solo", PACK, dealt("b"), {})
    records.keep(match_id, after(dealt("b"), 2))
    records.close()
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, (*_NEXT, "SELECT no_such()")))
        failed = opened(NOW + 2 * DAY)
        assert failed.trouble == (
            "The scores could not be brought up to this version of the game. "
            "They are left as they are; what is played now is not saved."
        )
        failed.close()
    records = opened(NOW + 2 * DAY)
    assert records.trouble is None
    assert len(records.history()) == 1
    found = records.unfinished()
    assert found is not None
    assert found.match == after(dealt("b"), 2)


_NEXT = (
    "ALTER TABLE match ADD COLUMN mood TEXT",
    "UPDATE match SET mood = 'loud'",
)

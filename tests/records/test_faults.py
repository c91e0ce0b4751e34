from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from game.records import Records, Settings
from game.records.schema import APPLICATION_ID, MIGRATIONS
from tests.records.conftest import Opener
from tests.records.play import DAY, NOW, PACK, after, answered, dealt, played

BUSY = "Another copy of the game keeps the scores; what is played in this one is not saved."
FULL = "Not saved yet (the disk is full). The game keeps trying."
TAKEN = "The file of scores was taken away while the game ran; it is written anew."
posix = pytest.mark.skipif(os.name != "posix", reason="an open file cannot be taken away here")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "encore"


@pytest.fixture
def file(folder: Path) -> Path:
    return folder / "encore.sqlite"


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in sorted(folder.iterdir()) if each.is_file()}


# Damage


def test_damage_is_set_aside_byte_for_byte_and_the_backup_put_back(
    opened: Opener, folder: Path, file: Path
) -> None:
    records = opened()
    match = played(records, "a")
    records.close()
    opened(NOW + 2 * DAY).close()
    file.write_bytes(b"not what it was")
    records = opened(NOW + 2 * DAY)
    assert records.trouble == (
        "The file of scores was damaged; it is kept as encore.sqlite.broken-2026-11-24-175320. "
        "The backup of 24 November 2026 (encore-000001-v1-1795542800.sqlite) is back in its place."
    )
    assert records.keeping
    aside = folder / "encore.sqlite.broken-2026-11-24-175320"
    assert aside.read_bytes() == b"not what it was"
    assert records.history()[0].score == match.score()
    records.heard()
    assert records.trouble is None


def test_damage_without_a_backup_begins_anew_and_says_so(
    opened: Opener, folder: Path, file: Path
) -> None:
    folder.mkdir()
    file.write_bytes(b"x" * 5000)
    records = opened()
    assert records.trouble == (
        "The file of scores was damaged; it is kept as encore.sqlite.broken-2026-11-22-175320. "
        "There was no backup, so the game starts a new one."
    )
    assert records.keeping
    assert records.history() == ()


def test_a_backup_that_is_damaged_too_is_passed_over(opened: Opener, file: Path) -> None:
    played_first = opened()
    match = played(played_first, "a")
    played_first.close()
    for day in (2, 4):
        opened(NOW + day * DAY).close()
    newest = max((file.parent / "backups").iterdir())
    newest.write_bytes(newest.read_bytes()[:-4096])
    file.write_bytes(b"")
    records = opened(NOW + 4 * DAY)
    assert records.offer is not None
    assert records.offer.name == "encore-000001-v1-1795542800.sqlite"
    records.decide(backup=True)
    assert records.history()[0].score == match.score()


def test_damage_found_while_playing_keeps_the_match(opened: Opener) -> None:
    records = opened()
    played(records, "a")
    records.close()
    opened(NOW + 2 * DAY).close()
    records = opened(NOW + 2 * DAY)
    match = dealt("b")
    match_id = records.begin("solo", PACK, match, {})
    records.keep(match_id, after(match, 3))
    connection = _connection(records)
    connection.execute("DROP TABLE turn")
    records.keep(match_id, after(match, 4))
    assert records.keeping
    assert records.trouble is not None
    assert records.trouble.startswith("The file of scores was damaged; it is kept as encore.sqlite")
    found = records.unfinished()
    assert found is not None
    assert found.match == after(match, 4)
    assert len(records.history()) == 1


# Missing


@pytest.mark.parametrize("what", ["missing", "empty"])
@pytest.mark.parametrize("backup", [True, False])
def test_a_file_that_is_gone_while_backups_exist_is_offered_back(
    opened: Opener, file: Path, what: str, backup: bool
) -> None:
    records = opened()
    played(records, "a")
    records.close()
    opened(NOW + 2 * DAY).close()
    file.unlink() if what == "missing" else file.write_bytes(b"")
    records = opened(NOW + 2 * DAY)
    assert records.trouble == (
        f"The file of scores is {what}, but there is a backup of 24 November 2026."
    )
    assert records.offer is not None
    assert not records.keeping
    records.decide(backup=backup)
    assert records.trouble is None
    assert records.offer is None
    assert records.keeping
    assert len(records.history()) == int(backup)
    played(records, "b")
    records.close()
    assert len(opened(NOW + 2 * DAY).history()) == 1 + int(backup)


def test_playing_without_deciding_puts_the_backup_back(opened: Opener, file: Path) -> None:
    records = opened()
    played(records, "a")
    records.close()
    opened(NOW + 2 * DAY).close()
    file.unlink()
    records = opened(NOW + 2 * DAY)
    played(records, "b")
    assert records.keeping
    assert len(records.history()) == 2


def test_a_first_start_says_nothing(opened: Opener) -> None:
    records = opened()
    assert records.trouble is None
    assert records.offer is None
    assert records.keeping


def test_a_file_without_a_table_is_a_first_start(opened: Opener, folder: Path, file: Path) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
    records = opened()
    assert records.trouble is None
    assert records.keeping


# Others' files


@pytest.mark.parametrize("application", [0, 7, APPLICATION_ID + 1])
def test_another_programs_file_is_not_touched(
    opened: Opener, folder: Path, file: Path, application: int
) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE stamps (name)")
        connection.execute(f"PRAGMA application_id = {application}")
        connection.commit()
    before = contents(folder)
    records = opened()
    played(records, "a")
    assert records.trouble == (
        "encore.sqlite belongs to another program. "
        "It is left as it is; what is played now is not saved."
    )
    assert not records.keeping
    assert len(records.history()) == 1
    records.close()
    assert contents(folder) == before


def test_a_newer_versions_file_is_not_touched(opened: Opener, folder: Path, file: Path) -> None:
    opened().close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    before = contents(folder)
    records = opened()
    played(records, "a")
    assert records.trouble == (
        "The scores are kept by a newer version of the game. "
        "They are left as they are; what is played now is not saved."
    )
    records.close()
    assert contents(folder) == before


# Folders and disks that say no


def test_a_file_where_the_folder_should_be_is_said_and_tried_again(
    opened: Opener, folder: Path
) -> None:
    folder.write_bytes(b"")
    records = opened()
    said = "Not saved yet (a file stands where the folder should be). The game keeps trying."
    assert records.trouble == said
    match = played(records, "a")
    assert records.trouble == said
    assert records.history()[0].score == match.score()
    folder.unlink()
    records.keep_settings(Settings(muted=True))
    assert records.trouble is None
    assert records.keeping
    records.close()
    later = opened()
    assert later.history()[0].score == match.score()
    assert later.settings().muted


def test_a_folder_in_the_place_of_the_file_is_said(opened: Opener, file: Path) -> None:
    file.mkdir(parents=True)
    records = opened()
    played(records, "a")
    assert records.trouble == (
        "Not saved yet (something that is no file stands in its place). The game keeps trying."
    )


@posix
@pytest.mark.parametrize("played_before", [True, False])
def test_a_folder_that_may_not_be_written_is_said_until_it_may(
    opened: Opener, played_before: bool
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "encore"
        folder.mkdir()
        if played_before:
            played(first := opened(folder=folder), "a")
            first.close()
        before = contents(folder)
        with read_only(folder):
            records = opened(folder=folder)
            match = played(records, "b")
            assert records.trouble == (
                "Not saved yet (the folder cannot be written to). The game keeps trying."
            )
            assert not records.keeping
            assert contents(folder) == before
            assert len(records.history()) == 1 + played_before
        records.retry()
        assert records.keeping
        assert records.trouble is None
        nights = records.history()
        assert nights[0].score == match.score()
        assert len(nights) == 1 + played_before
        records.close()


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing in the folder may be written, not even by root, who is somebody else meanwhile."""
    played(Records.nowhere(), "warm")
    for each in (*folder.rglob("*"), folder):
        each.chmod(0o555 if each.is_dir() else 0o444)
    folder.parent.chmod(0o755)
    user = os.geteuid()
    if not user:
        os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(user)
        for each in (folder, *folder.rglob("*")):
            each.chmod(0o755 if each.is_dir() else 0o644)


def test_a_full_disk_keeps_every_turn_waiting_until_there_is_room(opened: Opener) -> None:
    records = opened()
    played(records, "a")
    match = dealt("b")
    with full_disk(records):
        match_id = records.begin("solo", PACK, match, {})
        while not match.over:
            match = answered(match)
            records.keep(match_id, match)
            assert records.trouble == FULL
            assert not records.keeping
        found = records.unfinished()
        assert found is not None
        assert found.match == match
        assert records.seen(PACK)
    records.finish(match_id, match)
    assert records.trouble is None
    assert records.keeping
    records.close()
    nights = opened().history()
    assert [(night.count, night.score) for night in nights[:1]] == [(10, match.score())]
    assert len(nights) == 2


def test_what_waits_is_written_at_exit(opened: Opener) -> None:
    records = opened()
    with full_disk(records):
        match_id = records.begin("solo", PACK, dealt("b"), {})
        records.keep(match_id, after(dealt("b"), 5))
    records.close()
    found = opened().unfinished()
    assert found is not None
    assert found.match == after(dealt("b"), 5)


@posix
def test_a_file_that_may_not_grow_loses_nothing(opened: Opener) -> None:
    records = opened()
    match = dealt("b")
    match_id = records.begin("solo", PACK, match, {})
    with limited_files():
        for _ in range(10):
            match = answered(match)
            records.keep(match_id, match)
        assert not records.keeping
        assert records.trouble is not None
        assert records.trouble.startswith("Not saved yet (")
    records.retry()
    assert records.keeping
    records.close()
    found = opened().unfinished()
    assert found is not None
    assert found.match == match


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root mounts")
def test_a_disk_that_is_really_full_loses_nothing(opened: Opener, folder: Path) -> None:
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        records = opened()
        ballast = folder / "ballast"
        match = dealt("b")
        match_id = records.begin("solo", PACK, match, {})
        fill(ballast)
        while not match.over:
            match = answered(match)
            records.keep(match_id, match)
        assert records.trouble == FULL
        ballast.unlink()
        records.finish(match_id, match)
        assert records.keeping
        assert records.trouble is None
        records.close()
        assert opened().history()[0].score == match.score()
    finally:
        for each in ("umount", "-l"), ("umount",):
            subprocess.run([each[0], *each[1:], str(folder)], check=False, capture_output=True)


def fill(ballast: Path) -> None:
    """Write until there is no room."""
    with suppress(OSError), ballast.open("wb", buffering=0) as out:
        while out.write(b"x" * 1024):
            pass


@contextmanager
def full_disk(records: Records) -> Iterator[None]:
    """No page can be added to the file: SQLite says that the disk is full."""
    connection = _connection(records)
    connection.execute("VACUUM")
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    yield
    connection.execute("PRAGMA max_page_count = 1000000").fetchall()


@contextmanager
def limited_files() -> Iterator[None]:
    """No file may be larger than 32 KB, as under a quota."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (32_768, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


# Others at work


def test_a_second_copy_says_so_and_plays_unsaved(opened: Opener, folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from game.records import Records\n"
        "from tests.records.play import clock, played\n"
        "records = Records.open(Path(sys.argv[1]), now=clock); played(records, 'a')\n"
        "print(records.trouble, flush=True); sys.stdin.read()"
    )
    first = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert first.stdout is not None
    assert first.stdout.readline() == "None\n"
    second = opened()
    match = played(second, "b")
    assert second.trouble == BUSY
    assert not second.keeping
    assert second.history()[0].score == match.score()
    first.communicate("")
    third = opened()
    assert third.trouble is None
    assert [night.count for night in third.history()] == [10]


@posix
def test_a_file_deleted_while_open_is_written_anew(opened: Opener, folder: Path) -> None:
    records = opened()
    played(records, "a")
    shutil.rmtree(folder)
    match = played(records, "b")
    assert records.trouble == TAKEN
    assert records.keeping
    records.close()
    nights = opened().history()
    assert len(nights) == 2
    assert nights[0].score == match.score()


@posix
def test_a_file_replaced_while_open_is_set_aside(opened: Opener, folder: Path, file: Path) -> None:
    records = opened()
    played(records, "a")
    (folder / "other").write_bytes(b"another file")
    (folder / "other").replace(file)
    played(records, "b")
    aside = "encore.sqlite.replaced-2026-11-22-175320"
    assert records.trouble == f"{TAKEN} What stood in its place is kept as {aside}."
    assert (folder / aside).read_bytes() == b"another file"
    records.close()
    assert len(opened().history()) == 2


@posix
def test_a_log_deleted_while_open_takes_no_turn_with_it(opened: Opener, file: Path) -> None:
    records = opened()
    match = dealt("a")
    match_id = records.begin("solo", PACK, match, {})
    records.keep(match_id, after(match, 3))
    file.with_name("encore.sqlite-wal").unlink()
    records.keep(match_id, after(match, 4))
    copied = file.parent.parent / "copy"
    shutil.copytree(file.parent, copied)
    found = opened(folder=copied).unfinished()
    assert found is not None
    assert found.match == after(match, 4)


def _connection(records: Records) -> sqlite3.Connection:
    store = records._ledger._store
    assert store is not None
    return store.connection

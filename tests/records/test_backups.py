from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from game.records.backups import DAYS, WEEKS, Backup, keepers
from tests.records.conftest import Opener
from tests.records.play import DAY, NOW, played


def made(folder: Path) -> list[str]:
    return sorted(each.name for each in (folder / "encore" / "backups").iterdir())


def play(opened: Opener) -> None:
    """Leave a file that is worth a backup."""
    records = opened()
    played(records, "a")
    records.close()


def test_a_backup_is_made_at_a_start_when_the_last_is_over_a_day_old(
    opened: Opener, tmp_path: Path
) -> None:
    for at in (0, 0, 0.9, 1.1, 1.2, 3.0):
        records = opened(NOW + at * DAY)
        played(records, "a")
        records.close()
    assert [name.split("-")[1] for name in made(tmp_path)] == ["000001", "000002", "000003"]


def test_an_empty_file_is_no_backup(opened: Opener, tmp_path: Path) -> None:
    opened().close()
    assert not (tmp_path / "encore" / "backups").exists()


def test_a_year_of_days_leaves_seven_days_and_four_weeks(opened: Opener, tmp_path: Path) -> None:
    play(opened)
    for day in range(60):
        opened(NOW + day * 1.01 * DAY).close()
    numbers = [int(name.split("-")[1]) for name in made(tmp_path)]
    assert len(numbers) == DAYS + WEEKS
    assert numbers[-7:] == list(range(max(numbers) - 6, max(numbers) + 1))


def test_a_clock_set_back_keeps_the_newest_by_number(opened: Opener, tmp_path: Path) -> None:
    play(opened)
    for at in (NOW, NOW - 365 * DAY, NOW + 365 * DAY, -1e15, 1e15, NOW):
        records = opened(at)
        assert records.trouble is None
        records.close()
    numbers = [int(name.split("-")[1]) for name in made(tmp_path)]
    assert max(numbers) == numbers[-1] >= 5


def test_strangers_in_the_folder_of_backups_are_left_alone(opened: Opener, tmp_path: Path) -> None:
    folder = tmp_path / "encore" / "backups"
    folder.mkdir(parents=True)
    (folder / "letter.txt").write_text("mine")
    (folder / "encore-000007-v1-1.sqlite.half").write_bytes(b"")
    play(opened)
    for day in range(20):
        opened(NOW + day * 2 * DAY).close()
    assert {"letter.txt", "encore-000007-v1-1.sqlite.half"} <= set(made(tmp_path))


def test_nothing_half_made_is_left_behind(opened: Opener, tmp_path: Path) -> None:
    play(opened)
    for day in range(5):
        opened(NOW + day * 2 * DAY).close()
    assert all(name.endswith(".sqlite") for name in made(tmp_path))
    assert sorted(each.name for each in (tmp_path / "encore").iterdir()) == [
        "backups",
        "encore.sqlite",
    ]


@given(st.lists(st.integers(0, 400 * int(DAY)), min_size=1, max_size=60))
def test_the_newest_backup_is_always_kept_and_there_are_never_more_than_eleven(
    times: list[int],
) -> None:
    backups = [Backup(Path(f"{n}"), n, 1, at) for n, at in enumerate(times, 1)]
    kept = keepers(backups[::-1])
    assert backups[-1] in kept
    assert len(kept) <= DAYS + WEEKS

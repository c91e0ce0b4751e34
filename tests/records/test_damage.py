from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from game.records import Records, Settings
from tests.records.play import DAY, NOW, PACK, after, answered, dealt, played

PAGE = 4096
NAME = "encore.sqlite"


def cut(data: bytearray, dice: Random) -> None:
    del data[dice.randrange(1, len(data)) :]


def flip(data: bytearray, dice: Random) -> None:
    for _ in range(dice.choice((1, 8, 200))):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)


def flip_in_header(data: bytearray, dice: Random) -> None:
    data[dice.randrange(min(100, len(data)))] ^= 1 << dice.randrange(8)


def blank(data: bytearray, dice: Random) -> None:
    start, size = dice.randrange(len(data)), dice.choice((16, 512, PAGE, 5 * PAGE))
    data[start : start + size] = bytes(len(data[start : start + size]))


def swap_pages(data: bytearray, dice: Random) -> None:
    pages = len(data) // PAGE
    a, b = (PAGE * page for page in dice.sample(range(pages), 2))
    data[a : a + PAGE], data[b : b + PAGE] = data[b : b + PAGE], data[a : a + PAGE]


KINDS: tuple[Callable[[bytearray, Random], None], ...] = (
    cut,
    flip,
    flip_in_header,
    blank,
    swap_pages,
)


@pytest.fixture(scope="module", params=["closed", "killed"])
def model(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a history, a backup and a match to carry on; one has all that in its log."""
    folder = tmp_path_factory.mktemp("model")
    live, copy = folder / "live", folder / "copy"
    records = Records.open(live, now=lambda: NOW)
    played(records, "a")
    records.keep_settings(Settings(names=("Mia", "Ben")))
    records.close()
    records = Records.open(live, now=lambda: NOW + 2 * DAY)
    played(records, "b")
    match_id = records.begin("solo", PACK, dealt("c"), {})
    records.keep(match_id, after(dealt("c"), 4))
    if request.param == "killed":
        shutil.copytree(live, copy)
        records.close()
        return copy
    records.close()
    return live


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_thirty_damaged_files_never_raise_and_every_byte_is_kept(
    model: Path, tmp_path: Path, kind: Callable[[bytearray, Random], None]
) -> None:
    aside = 0
    for number in range(30):
        folder = tmp_path / str(number)
        shutil.copytree(model, folder)
        damaged = bytearray((folder / NAME).read_bytes())
        kind(damaged, Random(f"{kind.__name__} {number}"))
        (folder / NAME).write_bytes(damaged)
        aside += _survives(folder, {each.name: each.read_bytes() for each in _scores(folder)})
        shutil.rmtree(folder)
    assert aside > 3


def _survives(folder: Path, before: dict[str, bytes]) -> bool:
    """Open it and use all of it; whether the damaged file was set aside."""
    records = Records.open(folder, now=lambda: NOW + 2 * DAY)
    kept = sorted(folder.glob(f"{NAME}.broken-*"))
    if kept:
        assert {each.read_bytes() for each in kept} == set(before.values())
        assert records.keeping
        assert records.trouble is not None
        assert kept[0].name in records.trouble
        assert len(records.history()) == 1
    elif not records.keeping:
        assert {each.name: each.read_bytes() for each in _scores(folder)} == before
    _use(records, folder)
    records.close()
    again = Records.open(folder, now=lambda: NOW + 2 * DAY)
    assert again.keeping or not kept
    again.close()
    return bool(kept)


def _use(records: Records, folder: Path) -> None:
    found = records.unfinished()
    if found is not None and not found.match.over:
        records.keep(found.id, answered(found.match))
    records.history()
    records.best(PACK, "setlist", "standard")
    records.seen(PACK)
    records.fact_states(PACK)
    records.streak_of_days("2026-11-22")
    records.daily("2026-11-22", "f" * 64)
    records.settings()
    records.keep_settings(Settings(muted=True))
    assert records.export_csv(folder / "out.csv") is None
    match_id = records.begin("solo", PACK, dealt("z"), {})
    records.finish(match_id, after(dealt("z"), 10))
    assert match_id in [night.id for night in records.history()]


def _scores(folder: Path) -> list[Path]:
    """The file and its log; an empty log says nothing."""
    return [each for each in sorted(folder.glob(f"{NAME}*")) if each.stat().st_size]

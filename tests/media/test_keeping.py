"""What was decoded once is kept, up to a bound, and nothing breaks where it cannot be."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from game.ui.media.cache import Cache
from game.ui.media.decoder import Decoder, Kind
from game.ui.media.keeper import Keeper
from game.ui.media.plain import Picture, to_bytes
from game.ui.media.refused import Refused
from game.ui.media.worker import UNREADABLE
from tests.media.samples import SVG

DAY = 86_400


class Counting(Decoder):
    """Counts what it is asked, and answers without a process."""

    def __init__(self) -> None:
        super().__init__(["/nowhere"])
        self.asked = 0

    def decode(self, data: bytes, kind: Kind) -> bytes:
        self.asked += 1
        if data == b"bad":
            raise Refused(UNREADABLE)
        return to_bytes(picture(len(data)))


def picture(size: int = 4) -> Picture:
    return Picture(size, 1, os.urandom(size * 4))


def digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def test_a_file_is_decoded_once(tmp_path: Path) -> None:
    asked = []
    for _ in range(3):
        decoder = Counting()
        keeper = Keeper(Cache(tmp_path), decoder)
        name = keeper.admit(SVG, "image")
        assert keeper.known(name) == keeper.made(SVG, "image")
        asked.append(decoder.asked)
    assert asked == [1, 0, 0]


def test_a_refusal_is_kept_for_a_day(tmp_path: Path) -> None:
    decoder = Counting()
    keeper = Keeper(Cache(tmp_path), decoder)
    for _ in range(2):
        with pytest.raises(Refused, match="damaged"):
            keeper.admit(b"bad", "image")
    assert decoder.asked == 1
    (kept,) = tmp_path.iterdir()
    os.utime(kept, (kept.stat().st_mtime - 2 * DAY,) * 2)
    with pytest.raises(Refused):
        keeper.admit(b"bad", "image")
    assert decoder.asked == 2


def test_the_cache_never_holds_more_than_its_bound(tmp_path: Path) -> None:
    cache = Cache(tmp_path, most=20_000)
    for number in range(40):
        cache.put(digest(str(number)), to_bytes(picture(400)))
        assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 20_000
    assert cache.has(digest("39"))
    assert not cache.has(digest("0"))


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, most=6_000)
    for number in range(3):
        cache.put(digest(str(number)), to_bytes(picture(400)))
        path = next(tmp_path.glob(f"{digest(str(number))}*"))
        os.utime(path, (1_000_000 + number,) * 2)
    assert cache.get(digest("0")) is not None
    cache.put(digest("new"), to_bytes(picture(400)))
    held = [name for name in ("0", "1", "2", "new") if cache.has(digest(name))]
    assert held == ["0", "2", "new"]


def test_a_damaged_entry_is_made_anew(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(digest("a"), to_bytes(picture()))
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:-3])
    assert cache.get(digest("a")) is None
    assert not cache.has(digest("a"))


def test_where_nothing_can_be_kept_everything_still_works(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", "utf-8")
    decoder = Counting()
    keeper = Keeper(Cache(blocked / "media"), decoder)
    name = keeper.admit(SVG, "image")
    assert keeper.known(name) is None
    assert isinstance(keeper.made(SVG, "image"), Picture)
    assert decoder.asked == 2


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 64, "0" * 63])
def test_only_a_digest_names_an_entry(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no digest"):
        Cache(tmp_path).get(name)

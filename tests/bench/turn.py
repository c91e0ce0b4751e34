"""One turn kept for good, beside one line appended to a file and waited for."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from game.records import Records
from tests.bench.rows import Row, alternating, lasted
from tests.records.play import NOW, PACK, answered, dealt

TIMES = 60


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        records = Records.open(folder / "encore", now=lambda: NOW)
        handle = os.open(folder / "line", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        number, match = 0, dealt("0")
        match_id = records.begin("solo", PACK, match, {})

        def turn() -> float:
            nonlocal number, match, match_id
            if match.over:
                records.finish(match_id, match)
                number, match = number + 1, dealt(str(number + 1))
                match_id = records.begin("solo", PACK, match, {})
            match = answered(match)
            return lasted(lambda: records.keep(match_id, match))

        def append() -> None:
            os.write(handle, b"x" * 200)
            os.fdatasync(handle)

        floor, kept = alternating([lambda: lasted(append), turn], TIMES)
        os.close(handle)
        records.close()
    yield Row("a turn is kept", kept, floor, "S", 2)

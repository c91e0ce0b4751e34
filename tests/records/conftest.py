from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.records import Records
from tests.records.play import NOW

Opener = Callable[..., Records]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opener]:
    """Opens records in one folder as often as wanted, and closes all of them at the end."""
    made: list[Records] = []

    def opener(at: float = NOW, folder: Path | None = None) -> Records:
        records = Records.open(folder or tmp_path / "encore", now=lambda: at)
        made.append(records)
        return records

    yield opener
    for records in made:
        records.close()

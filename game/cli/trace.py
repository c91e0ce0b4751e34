"""What is shown and what is answered, written down as it happens: how the window is tested."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.rules.match import Match


@dataclass(frozen=True, slots=True)
class Trace:
    """Adds one JSON object a line to `path`.

    A scene is `scene` and `state`. A turn is `turn` (from 1), `kind`, `seat`, `pick`
    (null: too late), `ms` and `score`, the seat's points with this turn.
    """

    path: Path

    def scene(self, name: str, state: str) -> None:
        """Another scene, or another part of one, is shown."""
        self._write({"scene": name, "state": state})

    def turns(self, keep: Callable[[Match], None]) -> Callable[[Match], None]:
        """`keep`, and after it the turn's own line: what stands here has been kept."""

        def kept(match: Match) -> None:
            keep(match)
            turn = match.turns[-1]
            self._write(
                {
                    "turn": len(match.turns),
                    "kind": turn.kind,
                    "seat": turn.seat,
                    "pick": turn.pick,
                    "ms": turn.ms,
                    "score": match.score(turn.seat),
                }
            )

        return kept

    def _write(self, line: dict[str, str | int | None]) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")

"""What is shown and what is answered, written down as it happens: how the window is tested."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from game.rules.house import TOGETHER
from game.rules.turn import ANSWER, BET

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.rules.match import Match


@dataclass(frozen=True, slots=True)
class Trace:
    """Adds one JSON object a line to `path`.

    A scene is `scene` and `state`. A turn is `turn` (from 1), `kind`, `seat`, `pick` (null: too
    late, or none is meant), `ms`, `amount` and, with this turn and all kept at once with it,
    `score`, the seat's points, and `scores`, everyone's.
    """

    path: Path

    def scene(self, name: str, state: str) -> None:
        """Another scene, or another part of one, is shown."""
        self._write({"scene": name, "state": state})

    def turns(self, keep: Callable[[Match], None]) -> Callable[[Match], None]:
        """`keep`, and after it a line of their own for the turns: what stands here was kept."""

        def kept(match: Match) -> None:
            keep(match)
            for number in range(len(match.turns) - _at_once(match), len(match.turns)):
                turn = match.turns[number]
                self._write(
                    {
                        "turn": number + 1,
                        "kind": turn.kind,
                        "seat": turn.seat,
                        "pick": turn.pick,
                        "ms": turn.ms,
                        "amount": turn.amount,
                        "score": match.score(turn.seat),
                        "scores": match.scores,
                    }
                )

        return kept

    def _write(self, line: dict[str, str | int | tuple[int, ...] | None]) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


def _at_once(match: Match) -> int:
    """How many of the last turns were kept together: all together, everyone bets and answers so."""
    last = match.turns[-1]
    if match.house.way != TOGETHER or last.kind not in (ANSWER, BET):
        return 1
    same = takewhile(
        lambda turn: (turn.kind, turn.card) == (last.kind, last.card), reversed(match.turns)
    )
    return sum(1 for _ in same)

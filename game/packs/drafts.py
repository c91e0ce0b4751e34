"""A row while its table is read, before its key and links are settled."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.rules.bank import Mark, Value


@dataclass(slots=True)
class Draft:
    """A row to be; `where` names it in messages: "quotes row 12"."""

    table: str
    id: str | None
    number: int
    where: str
    mark: Mark
    fields: dict[str, tuple[Value, ...]] = field(default_factory=dict)
    aka: tuple[str, ...] = ()
    art: str | None = None
    image: str | None = None
    sound: str | None = None

"""A bounded memory of what was made lately."""

from __future__ import annotations

from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """Keeps the values used last: at most `entries` of them, and at most `weight` together.

    The weight of a value is given when it is put in (bytes, say). A value heavier than the
    whole bound is not kept.
    """

    __slots__ = ("_entries", "_held", "_weight", "weight")

    def __init__(self, entries: int, weight: int | None = None) -> None:
        self._entries = entries
        self._weight = weight
        self._held: dict[Key, tuple[Value, int]] = {}
        self.weight = 0

    def __len__(self) -> int:
        return len(self._held)

    def get(self, key: Key) -> Value | None:
        found = self._held.pop(key, None)
        if found is None:
            return None
        self._held[key] = found
        return found[0]

    def put(self, key: Key, value: Value, weight: int = 0) -> None:
        if self._weight is not None and weight > self._weight:
            return
        if key in self._held:
            self.weight -= self._held.pop(key)[1]
        self._held[key] = (value, weight)
        self.weight += weight
        while len(self._held) > self._entries or self._is_heavy():
            self.weight -= self._held.pop(next(iter(self._held)))[1]

    def clear(self) -> None:
        self._held.clear()
        self.weight = 0

    def _is_heavy(self) -> bool:
        return self._weight is not None and self.weight > self._weight

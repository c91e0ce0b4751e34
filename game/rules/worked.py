"""What is worked out from a thing that never changes, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class worked(Generic[T]):  # noqa: N801  (used as a decorator, like `property`)
    """A property worked out when it is first asked for; kept in the thing's `memo`."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    def __get__(self, thing: Any, kind: type | None = None) -> T:  # noqa: ANN401  (any thing)
        if self._name not in thing.memo:
            thing.memo[self._name] = self._work(thing)
        value: T = thing.memo[self._name]
        return value

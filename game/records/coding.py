"""Frozen things of the rules as JSON and back, field by field, by their annotations.

A field that the text lacks takes its default; one that the class no longer has is dropped. So a
match that an older version of the game kept can be carried on after a field was added.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def pack_up(thing: object) -> object:
    """`thing` as objects, lists, texts and numbers; fields that do not compare are left out."""
    if is_dataclass(thing) and not isinstance(thing, type):
        compared = (field.name for field in fields(thing) if field.compare)
        return {name: pack_up(getattr(thing, name)) for name in compared}
    if isinstance(thing, Mapping):
        return {str(name): pack_up(value) for name, value in thing.items()}
    if isinstance(thing, list | tuple | set | frozenset):
        return [pack_up(each) for each in thing]
    return thing


def to_text(thing: object) -> str:
    """`thing` as one line of JSON in ASCII."""
    import json

    return json.dumps(pack_up(thing), separators=(",", ":"), default=str)


def unpack(kind: Any, data: object) -> Any:  # noqa: ANN401  (annotations are values of any type)
    """What `pack_up` packed, as `kind`, which may be any annotation of the rules' fields.

    Raises:
        TypeError: when the data are not of that kind.
    """
    if type(data) is kind or kind is Any or kind is object:
        return data
    if isinstance(kind, type) and is_dataclass(kind):
        return _thing(kind, data)
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _either(args, data)
    if isinstance(data, list) and origin in (tuple, list, set, frozenset):
        return _several(origin, args, data)
    if origin is not None and isinstance(data, dict):
        return {name: unpack(args[1], value) for name, value in data.items()}
    if kind is float and type(data) is int:
        return float(data)
    raise TypeError(f"{data!r:.40} is no {kind}")


def _thing(kind: type, data: object) -> object:
    if not isinstance(data, dict):
        raise TypeError(f"{data!r:.40} is no {kind}")
    hints = _kept_fields(kind)
    return kind(
        **{name: unpack(hints[name], value) for name, value in data.items() if name in hints}
    )


@lru_cache(maxsize=64)
def _kept_fields(kind: type) -> dict[str, Any]:
    """The annotations of the fields that are packed: resolving them costs more than all else."""
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind) if each.init}


def _either(kinds: tuple[Any, ...], data: object) -> object:
    for kind in kinds:
        try:
            return unpack(kind, data)
        except TypeError:
            continue
    raise TypeError(f"{data!r:.40} is none of {kinds}")


def _several(origin: type, args: tuple[Any, ...], data: list[object]) -> object:
    if origin is tuple and args[-1:] != (Ellipsis,):
        return tuple(unpack(kind, each) for kind, each in zip(args, data, strict=True))
    return origin(unpack(args[0], each) for each in data)


def from_text(kind: type[T], text: str) -> T:
    """What `to_text` wrote.

    Raises:
        ValueError, TypeError: when it is not that.
    """
    import json

    thing: T = unpack(kind, json.loads(text))
    return thing

"""Whether two people have the same pack."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from game.packs import nodes
from game.packs.characters import one_line
from game.packs.nodes import Node, Scalar, Sequence

_Meaning: TypeAlias = "str | list[_Meaning] | dict[str, _Meaning] | None"
NO_FILES: Mapping[str, str] = MappingProxyType({})


def fingerprint(root: Node | None, files: Mapping[str, str] = NO_FILES) -> str:
    """SHA-256, in hex, over what the pack says: no comments, layout or quotes.

    The order of keys counts only inside the bank's tables, where the first
    field names a row. What could not be read does not count. `files` are the
    SHA-256 of the pictures and sounds by name.
    """
    meaning = _meaning(root, ())
    whole = {"text": meaning, "files": sorted(files.items())} if files else meaning
    said = json.dumps(whole, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(said.encode("ascii")).hexdigest()


def _meaning(node: Node | None, path: tuple[str, ...]) -> _Meaning:
    if isinstance(node, Scalar):
        return one_line(node.text)
    if isinstance(node, Sequence):
        return [_meaning(item, path) for item in node.items]
    if not isinstance(node, nodes.Mapping):
        return None
    ordered = path[:1] == ("bank",) and len(path) > 1
    names = list(node.pairs) if ordered else sorted(node.pairs)
    pairs: list[_Meaning] = [[name, _meaning(node.pairs[name][1], (*path, name))] for name in names]
    return {"pairs": pairs}

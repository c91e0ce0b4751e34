"""Values of rows: text in which `[words]` may be asked for."""

from __future__ import annotations

from game.packs.fields import Fields
from game.packs.nodes import Scalar
from game.rules.bank import Value

_TIP = "write [[ for a bracket that is only a bracket, and ]] for a closing one"


def value_of(scalar: Scalar, fields: Fields) -> Value | None:
    """`You're [not cool].` as shown text and gaps; None if the brackets are at fault."""
    text = scalar.text
    if "[" not in text and "]" not in text:
        return Value(text, (), scalar.mark)
    shown: list[str] = []
    gaps: list[tuple[int, int]] = []
    opened, length, at = -1, 0, 0
    while at < len(text):
        char, pair = text[at], text[at : at + 2]
        if pair in ("[[", "]]"):
            shown.append(char)
            length, at = length + 1, at + 2
            continue
        at += 1
        if char == "[" and opened < 0:
            opened = length
        elif char == "]" and opened >= 0 and "".join(shown)[opened:].strip():
            gaps.append((opened, length))
            opened = -1
        elif char in "[]":
            opened = length
            break
        else:
            shown.append(char)
            length += 1
    if opened >= 0:
        fields.error(scalar.mark, "gap", "a [ without its ], or with nothing inside", _TIP)
        return None
    return Value("".join(shown), tuple(gaps), scalar.mark)

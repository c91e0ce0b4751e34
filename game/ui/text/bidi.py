"""The order of letters on a line where scripts of both directions meet.

Unicode Standard Annex 9, rules P2 to L2, for text without explicit embeddings, overrides and
isolates (`clean` takes them out). Level 0 runs left to right, 1 right to left, and so on.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_PAIRED = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CLOSING_OF = dict(zip(_PAIRED[::2], _PAIRED[1::2], strict=True))
_CLOSING = frozenset(_PAIRED[1::2])
_NEUTRAL = frozenset(("B", "S", "WS", "ON"))
_DEEPEST = 63
"""Open brackets remembered at once (BD16)."""


def base_level(text: str) -> int:
    """0 or 1: the direction of the first strong letter; 0 where there is none (P2, P3)."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return int(kind != "L")
    return 0


def levels(text: str, base: int | None = None) -> list[int]:
    """The level of each letter of one line."""
    if base is None:
        base = base_level(text)
    classes = [unicodedata.bidirectional(letter) or "L" for letter in text]
    edge = "R" if base else "L"
    kinds = _weak(classes, edge)
    _brackets(text, classes, kinds, edge)
    _neutral(kinds, edge)
    found = [_implicit(kind, base) for kind in kinds]
    _reset_blanks(classes, found, base)
    return found


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """Indices of runs from left to right (L2)."""
    order = list(range(len(run_levels)))
    odd = [level for level in run_levels if level % 2]
    if not odd:
        return order
    for level in range(max(run_levels), min(odd) - 1, -1):
        place = 0
        while place < len(order):
            end = place
            while end < len(order) and run_levels[order[end]] >= level:
                end += 1
            order[place:end] = order[place:end][::-1]
            place = max(end, place + 1)
    return order


def _weak(classes: Sequence[str], edge: str) -> list[str]:
    """W1 to W7: marks, numbers and their separators."""
    kinds: list[str] = []
    strong = edge
    for kind in classes:
        if kind in ("NSM", "BN"):
            kinds.append(kinds[-1] if kinds else edge)
            continue
        if kind in ("L", "R", "AL"):
            strong = kind
        kinds.append("AN" if kind == "EN" and strong == "AL" else kind)
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    _separators(kinds)
    strong = edge
    for place, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"
        elif kind in ("ES", "ET", "CS"):
            kinds[place] = "ON"
    return kinds


def _separators(kinds: list[str]) -> None:
    """W4 and W5: "1,000", "10-12", "$5" and "5 %" are one number each."""
    for place in range(1, len(kinds) - 1):
        before, kind, after = kinds[place - 1 : place + 2]
        if before == after and (
            (kind == "ES" and before == "EN") or (kind == "CS" and before in ("EN", "AN"))
        ):
            kinds[place] = before
    place = 0
    while place < len(kinds):
        end = place
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        around = (*kinds[max(place - 1, 0) : place], *kinds[end : end + 1])
        if end > place and "EN" in around:
            kinds[place:end] = ["EN"] * (end - place)
        place = end + 1


def _brackets(text: str, classes: Sequence[str], kinds: list[str], edge: str) -> None:
    """N0: both brackets of a pair go the way of what they hold."""
    for first, last in _pairs(text, classes):
        inside = {_strong(kind) for kind in kinds[first + 1 : last]} - {""}
        if not inside:
            continue
        way = edge
        if edge not in inside:
            before = next((s for k in kinds[first - 1 :: -1] if (s := _strong(k))), edge)
            way = before if first else edge
        for place in (first, last):
            kinds[place] = way
            after = place + 1
            while after < len(kinds) and classes[after] == "NSM":
                kinds[after] = way
                after += 1


def _pairs(text: str, classes: Sequence[str]) -> list[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, letter in enumerate(text):
        if classes[place] != "ON":
            continue
        if letter in _CLOSING_OF:
            if len(waiting) == _DEEPEST:
                return []
            waiting.append((_CLOSING_OF[letter], place))
        elif letter in _CLOSING:
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == letter:
                    pairs.append((waiting[depth][1], place))
                    del waiting[depth:]
                    break
    return sorted(pairs)


def _strong(kind: str) -> str:
    if kind in ("R", "EN", "AN"):
        return "R"
    return "L" if kind == "L" else ""


def _neutral(kinds: list[str], edge: str) -> None:
    """N1 and N2: what has no direction takes that of both its sides, or of the line."""
    place = 0
    before = edge
    while place < len(kinds):
        end = place
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > place:
            after = _strong(kinds[end]) if end < len(kinds) else edge
            kinds[place:end] = [before if before == after else edge] * (end - place)
        if end < len(kinds):
            before = _strong(kinds[end])
        place = end + 1


def _implicit(kind: str, base: int) -> int:
    """I1 and I2."""
    if base % 2:
        return base + (kind in ("L", "EN", "AN"))
    return base + {"R": 1, "EN": 2, "AN": 2}.get(kind, 0)


def _reset_blanks(classes: Sequence[str], found: list[int], base: int) -> None:
    """L1: separators, and blanks before them and at the end of the line, keep the base level."""
    blank = True
    for place in range(len(classes) - 1, -1, -1):
        kind = classes[place]
        if kind in ("B", "S"):
            blank = True
        elif kind not in ("WS", "BN"):
            blank = False
        if blank:
            found[place] = base

"""Paragraphs broken into lines.

A line may end after a space or a hyphen (but not that of a T-shirt), between letters of Chinese
and Japanese (not before closing punctuation), and, where nothing else helps, between any two
clusters. A short version of Unicode Standard Annex 14.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from game.ui.text.clusters import clusters

Measure = Callable[[str], int]
"""Width in pixels of a line."""

SPACES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
"""Spaces at which a line may end; U+00A0, U+2007 and U+202F hold their neighbours together."""
_MARKS = ("\u200e", "\u200f")
FIRST_RTL = "\u0590"
"""Below this letter everything runs left to right."""
_LEFT_BEHIND = 1 / 3
"""A last line shorter than this part of the width looks forgotten."""
_NARROWER = (0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58)
_ASCII_BREAK = r"(?<= )(?! )(?!$)|(?<=[0-9A-Za-z]{2}-)(?=[A-Za-z])"
"""`_may_break` for the commonest texts, ten times faster."""
_NOT_FIRST = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶーｰ々〻ゝゞヽヾ・：；？！％‰℃")
_SQUARE = (
    (0x2E80, 0x2FFF),
    (0x3001, 0x312F),
    (0x3190, 0xA4CF),
    (0xF900, 0xFAFF),
    (0xFF01, 0xFFEF),
    (0x1F000, 0x1FAFF),
    (0x20000, 0x3FFFF),
)


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Lines without the spaces at their ends; `broken` when a word had to be cut in two."""

    lines: tuple[str, ...]
    broken: bool


def wrap(text: str, measure: Measure, width: int, most: int | None = None) -> Wrapped:
    """Break cleaned `text` into lines at most `width` wide; stop after `most` lines.

    Only a single cluster may be wider. A newline always ends a line. Where the last line of a
    paragraph would be very short, the lines above lend it some of theirs.
    """
    lines: list[str] = []
    broken = False
    for paragraph in text.split("\n"):
        left = None if most is None else most - len(lines)
        if left is not None and left <= 0:
            break
        found = _paragraph(paragraph, measure, width, left)
        lines += found.lines
        broken = broken or found.broken
    return Wrapped(tuple(lines), broken)


def _paragraph(text: str, measure: Measure, width: int, most: int | None) -> Wrapped:
    turned = _turner(text)
    found = _settled(text, lambda line: measure(turned(line)), width, most)
    return Wrapped(tuple(map(turned, found.lines)), found.broken)


def _settled(paragraph: str, measure: Measure, width: int, most: int | None) -> Wrapped:
    whole = paragraph.rstrip(SPACES)
    if measure(whole) <= width:
        return Wrapped((whole,), broken=False)
    units = _units(paragraph)
    first = _filled(list(units), measure, width, most)
    few = 2 <= len(first.lines) <= 6 and not first.broken
    if not few or measure(first.lines[-1]) >= width * _LEFT_BEHIND:
        return first
    for part in _NARROWER:
        tried = _filled(list(units), measure, int(width * part), most)
        if len(tried.lines) != len(first.lines) or tried.broken:
            return first
        if measure(tried.lines[-1]) >= width * _LEFT_BEHIND:
            return tried
    return first


def _filled(units: list[str], measure: Measure, width: int, most: int | None) -> Wrapped:
    """Fill line after line from `units`, which are used up."""
    lines: list[str] = []
    broken = False
    place = 0
    while place < len(units) and (most is None or len(lines) < most):
        end = _longest(units, place, measure, width)
        if end == place:
            letters = _letters(units[place])
            if len(letters) > 1:
                units[place : place + 1] = letters
                broken = True
                continue
            end = place + 1
        lines.append("".join(units[place:end]).rstrip(SPACES))
        place = end
    return Wrapped(tuple(lines) or ("",), broken)


def _longest(units: list[str], start: int, measure: Measure, width: int) -> int:
    """How far a line from `start` reaches: by doubling steps, then by halving them."""

    def fits(end: int) -> bool:
        return measure("".join(units[start:end]).rstrip(SPACES)) <= width

    good, step = start, 1
    while good < len(units) and fits(min(good + step, len(units))):
        good = min(good + step, len(units))
        step *= 2
    bad = min(good + step, len(units) + 1)
    while bad - good > 1:
        middle = (good + bad) // 2
        if middle <= len(units) and fits(middle):
            good = middle
        else:
            bad = middle
    return good


def _letters(unit: str) -> list[str]:
    """The clusters of a word that is too wide; spaces stay with the last."""
    word = unit.rstrip(SPACES)
    letters = clusters(word)
    if letters:
        letters[-1] += unit[len(word) :]
    return letters


def _units(paragraph: str) -> list[str]:
    """Cut a paragraph wherever a line may end."""
    if paragraph.isascii():
        return re.split(_ASCII_BREAK, paragraph)
    units: list[str] = []
    unit: list[str] = []
    for letter in clusters(paragraph):
        if unit and _may_break(unit, letter):
            units.append("".join(unit))
            unit = []
        unit.append(letter)
    units.append("".join(unit))
    return units


def _may_break(unit: list[str], after: str) -> bool:
    before = unit[-1]
    if after in SPACES:
        return False
    if before in SPACES:
        return True
    if before in "-\u2010":
        part = unit[-3:-1]
        return len(part) == 2 and all(x[0].isalnum() for x in part) and after[0].isalpha()
    if before in "–—":
        return after[0].isalnum()
    square = _is_square(before), _is_square(after)
    if not any(square):
        return False
    opening = unicodedata.category(before[0]) in ("Ps", "Pi")
    closing = unicodedata.category(after[0]) in ("Pe", "Pf", "Po") or after[0] in _NOT_FIRST
    joined = before == "\u00a0" or after == "\u00a0"
    return not (opening or closing or joined)


def _is_square(letter: str) -> bool:
    code = ord(letter[0])
    return code >= 0x2E80 and any(first <= code <= last for first, last in _SQUARE)


def _turner(paragraph: str) -> Callable[[str], str]:
    """What marks a line that, seen alone, would run another way than its paragraph."""
    if max(paragraph, default="") < FIRST_RTL:
        return str
    from game.ui.text.bidi import base_level

    way = base_level(paragraph)
    return lambda line: line if base_level(line) == way else _MARKS[way] + line

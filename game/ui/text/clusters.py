"""Grapheme clusters: what a reader calls one letter.

After Unicode Standard Annex 29 (rules GB3 to GB13). The standard library has no table of the
property, so classes are read from the general category and a few ranges of code points.
"""

from __future__ import annotations

import unicodedata

ZWNJ, ZWJ = "\u200c", "\u200d"

_OTHER, _CR, _LF, _CONTROL, _EXTEND, _ZWJ, _FLAG, _PREPEND = range(8)
_L, _V, _T, _LV, _LVT, _PICTURE = range(8, 14)
_EDGES = (_CR, _LF, _CONTROL)
_HANGUL = {
    _L: (_L, _V, _LV, _LVT),
    _LV: (_V, _T),
    _V: (_V, _T),
    _LVT: (_T,),
    _T: (_T,),
}
_PREPENDED = frozenset("\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd") | {
    chr(code) for code in range(0x600, 0x606)
}
_PICTURES_BELOW_ASTRAL = frozenset("©®‼⁉™ℹ⌨⏏Ⓜ▪▫▶◀⤴⤵⬅⬆⬇⬛⬜⭐⭕〰〽㊗㊙") | {
    chr(code)
    for first, last in ((0x2194, 0x21AA), (0x231A, 0x2328), (0x23E9, 0x23FA), (0x2600, 0x27BF))
    for code in range(first, last + 1)
}
# A consonant, the sign that kills its vowel, and the next consonant are drawn as one.
_KILLERS = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u1039\u17d2")
_INDIC = (0x900, 0xA80, 0xB00, 0xB80, 0xC00, 0xC80, 0xD00, 0xD80, 0x1000, 0x1040, 0x1780, 0x17B4)
_INDIC_BLOCKS = tuple(zip(_INDIC[::2], _INDIC[1::2], strict=True))


def clusters(text: str) -> list[str]:
    """Cut `text` into grapheme clusters; joined again they are `text`."""
    if text.isascii() and "\r" not in text:
        return list(text)
    cut: list[str] = []
    start = 0
    joints = _Joints()
    for place, letter in enumerate(text):
        if not joints.holds(letter) and place:
            cut.append(text[start:place])
            start = place
    if text:
        cut.append(text[start:])
    return cut


class _Joints:
    """Reads a text letter by letter and says which hold on to the letter before."""

    __slots__ = ("_before", "_consonant", "_flags", "_killed", "_picture")

    def __init__(self) -> None:
        self._before = _CONTROL
        self._flags = 0
        self._picture = self._consonant = self._killed = False

    def holds(self, letter: str) -> bool:
        now = _kind(letter)
        held = self._held(now, letter)
        self._flags = self._flags + 1 if now == _FLAG else 0
        self._picture = now == _PICTURE or (self._picture and now in (_EXTEND, _ZWJ))
        self._follow_conjunct(letter, now)
        self._before = now
        return held

    def _held(self, now: int, letter: str) -> bool:
        before = self._before
        if before in _EDGES or now in _EDGES:
            return before == _CR and now == _LF
        return (
            now in (_EXTEND, _ZWJ)
            or before == _PREPEND
            or now in _HANGUL.get(before, ())
            or (before == _ZWJ and now == _PICTURE and self._picture)
            or (now == _FLAG and self._flags % 2 == 1)
            or (self._killed and _is_consonant(letter))
        )

    def _follow_conjunct(self, letter: str, now: int) -> None:
        if now in (_EXTEND, _ZWJ) and letter != ZWNJ:
            self._killed = self._killed or (self._consonant and letter in _KILLERS)
        else:
            self._killed = False
            self._consonant = now == _OTHER and _is_consonant(letter)


def _is_consonant(letter: str) -> bool:
    code = ord(letter)
    return any(first <= code < end for first, end in _INDIC_BLOCKS) and letter.isalpha()


def _kind(letter: str) -> int:
    code = ord(letter)
    if code < 0x300:
        return _kind_of_latin(letter, code)
    if 0x1100 <= code <= 0x11FF or 0xA960 <= code <= 0xA97C or 0xAC00 <= code <= 0xD7FB:
        return _kind_of_hangul(code)
    if letter in _PREPENDED:
        return _PREPEND
    if code == 0x200D:
        return _ZWJ
    return _kind_of_emoji(letter, code) or _kind_by_category(letter)


def _kind_of_emoji(letter: str, code: int) -> int:
    if 0x1F1E6 <= code <= 0x1F1FF:
        return _FLAG
    if 0x1F3FB <= code <= 0x1F3FF or 0xE0020 <= code <= 0xE007F:
        return _EXTEND
    if 0x1F000 <= code <= 0x1FAFF or letter in _PICTURES_BELOW_ASTRAL:
        return _PICTURE
    return _OTHER


def _kind_by_category(letter: str) -> int:
    if letter in "\u0e33\u0eb3\uff9e\uff9f\u200c":
        return _EXTEND
    category = unicodedata.category(letter)
    if category[0] == "M":
        return _EXTEND
    return _CONTROL if category in ("Cc", "Cf", "Cs", "Zl", "Zp") else _OTHER


def _kind_of_latin(letter: str, code: int) -> int:
    if code in (0x0A, 0x0D):
        return _LF if code == 0x0A else _CR
    if code < 0x20 or 0x7F <= code < 0xA0 or code == 0xAD:
        return _CONTROL
    return _PICTURE if letter in "©®" else _OTHER


def _kind_of_hangul(code: int) -> int:
    if code <= 0x115F or 0xA960 <= code <= 0xA97C:
        return _L
    if code <= 0x11A7 or 0xD7B0 <= code <= 0xD7C6:
        return _V
    if code <= 0x11FF or code >= 0xD7CB:
        return _T
    if code > 0xD7A3:
        return _OTHER
    return _LV if (code - 0xAC00) % 28 == 0 else _LVT

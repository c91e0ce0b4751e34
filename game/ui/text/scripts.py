"""The script of a letter, as the four letters of ISO 15924 that a shaper wants.

Blocks after Unicode's Blocks.txt; letters that many scripts share have none ("").
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

_BLOCKS = (
    (0x0041, "Latn"),
    (0x02B0, ""),
    (0x0370, "Grek"),
    (0x0400, "Cyrl"),
    (0x0530, "Armn"),
    (0x0590, "Hebr"),
    (0x0600, "Arab"),
    (0x0700, "Syrc"),
    (0x0750, "Arab"),
    (0x0780, "Thaa"),
    (0x07C0, "Nkoo"),
    (0x0800, "Samr"),
    (0x0840, "Mand"),
    (0x0860, "Syrc"),
    (0x0870, "Arab"),
    (0x0900, "Deva"),
    (0x0980, "Beng"),
    (0x0A00, "Guru"),
    (0x0A80, "Gujr"),
    (0x0B00, "Orya"),
    (0x0B80, "Taml"),
    (0x0C00, "Telu"),
    (0x0C80, "Knda"),
    (0x0D00, "Mlym"),
    (0x0D80, "Sinh"),
    (0x0E00, "Thai"),
    (0x0E80, "Laoo"),
    (0x0F00, "Tibt"),
    (0x1000, "Mymr"),
    (0x10A0, "Geor"),
    (0x1100, "Hang"),
    (0x1200, "Ethi"),
    (0x13A0, "Cher"),
    (0x1400, "Cans"),
    (0x1680, "Ogam"),
    (0x16A0, "Runr"),
    (0x1700, "Tglg"),
    (0x1780, "Khmr"),
    (0x1800, "Mong"),
    (0x18B0, "Cans"),
    (0x1900, "Limb"),
    (0x1950, ""),
    (0x19E0, "Khmr"),
    (0x1A00, ""),
    (0x1B00, "Bali"),
    (0x1B80, "Sund"),
    (0x1BC0, ""),
    (0x1C80, "Cyrl"),
    (0x1C90, "Geor"),
    (0x1CC0, ""),
    (0x1E00, "Latn"),
    (0x1F00, "Grek"),
    (0x2000, ""),
    (0x2C60, "Latn"),
    (0x2C80, "Copt"),
    (0x2D00, "Geor"),
    (0x2D30, "Tfng"),
    (0x2D80, "Ethi"),
    (0x2DE0, "Cyrl"),
    (0x2E00, ""),
    (0x2E80, "Hani"),
    (0x3000, ""),
    (0x3041, "Hira"),
    (0x30A0, "Kana"),
    (0x3100, "Bopo"),
    (0x3130, "Hang"),
    (0x3190, "Hani"),
    (0x31F0, "Kana"),
    (0x3200, ""),
    (0x3400, "Hani"),
    (0xA000, "Yiii"),
    (0xA640, "Cyrl"),
    (0xA6A0, ""),
    (0xA720, "Latn"),
    (0xA800, ""),
    (0xA8E0, "Deva"),
    (0xA900, ""),
    (0xA960, "Hang"),
    (0xA980, "Java"),
    (0xA9E0, "Mymr"),
    (0xAA00, ""),
    (0xAA60, "Mymr"),
    (0xAA80, ""),
    (0xAB30, "Latn"),
    (0xAB70, "Cher"),
    (0xABC0, ""),
    (0xAC00, "Hang"),
    (0xD800, ""),
    (0xF900, "Hani"),
    (0xFB00, "Latn"),
    (0xFB13, "Armn"),
    (0xFB1D, "Hebr"),
    (0xFB50, "Arab"),
    (0xFE00, ""),
    (0xFE70, "Arab"),
    (0xFEFF, ""),
    (0xFF21, "Latn"),
    (0xFF61, "Kana"),
    (0xFFA0, "Hang"),
    (0xFFE0, ""),
    (0x1E900, "Adlm"),
    (0x1E960, ""),
    (0x1EE00, "Arab"),
    (0x1EF00, ""),
    (0x20000, "Hani"),
    (0x32000, ""),
)
_STARTS = tuple(start for start, _ in _BLOCKS)
_SHARED = frozenset("\u0640\u0964\u0965\u060c\u061b\u061f")


def script_of(letter: str) -> str:
    """The script that `letter` belongs to, or "" for punctuation, spaces and shared signs."""
    place = bisect_right(_STARTS, ord(letter)) - 1
    script = _BLOCKS[place][1] if place >= 0 else ""
    if letter in _SHARED or not script:
        return ""
    category = unicodedata.category(letter)
    if category[0] == "L" or (category[0] in "MN" and script not in ("Latn", "")):
        return script
    return ""

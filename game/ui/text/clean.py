"""Text made fit to draw: nothing in it can stop a font, hide, or turn its neighbours round.

A font raises on NUL, on a lone surrogate and on invisible characters alone; marks without end
grow a line without end; overrides of direction make a text read as what it is not.
"""

from __future__ import annotations

import unicodedata

from game.ui.text.clusters import clusters

LEFT_TO_RIGHT = "\u200e"
"""Before a sentence: it is English, even where the name it begins with runs the other way."""
MARKS = 8
"""Most combining marks in a row that are drawn (Hebrew with cantillation needs five)."""
NAME_MARKS = 2
NAME_CLUSTER = 16
"""Most code points of one letter of a name; a family of four emoji has eleven."""

# Canonical ordering takes quadratic time in the length of a row of marks.
_MARKS_BEFORE_NFC = 4 * MARKS
_LINES = dict.fromkeys(map(ord, "\n\v\f\x85\u2028\u2029"), "\n")
_DROPPED = (
    *range(0x20),
    *range(0x7F, 0xA0),
    *(0xAD, 0x180E, 0xFEFF, 0xE0001),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFFF9, 0xFFFC),
    *range(0xFDD0, 0xFDF0),
    *range(0x1BCA0, 0x1BCA4),
    *range(0x1D173, 0x1D17B),
    *(plane + end for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)),
)
_DRAWN: dict[int, str | None] = {**dict.fromkeys(_DROPPED), ord("\t"): " ", **_LINES}
# Letters by category that leave no ink.
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def clean(text: str, *, newlines: bool = True) -> str:
    """Return `text` as it can be drawn: NFC, no controls, no overrides, marks in bounds.

    Every kind of line end becomes one newline, or a space when `newlines` is false. A lone
    surrogate becomes U+FFFD. A text of spaces is kept; any other text without ink becomes "".
    Cleaning twice changes nothing more.
    """
    if text.isascii() and text.isprintable():
        return text
    text = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_DRAWN)
    text = unicodedata.normalize("NFC", _bound_marks(text, _MARKS_BEFORE_NFC))
    text = _bound_marks(text, MARKS)
    if not newlines:
        text = text.replace("\n", " ")
    return text if has_ink(text) or not text.strip(" \n") else ""


def clean_name(text: str, limit: int = 24, *, otherwise: str = "") -> str:
    """Return `text` as one short line: at most `limit` clusters, two marks each.

    Runs of space become one space. `otherwise` is returned when nothing visible is left.
    """
    # A name is short: what stands after this cannot matter, however long the paste.
    text = clean(text[: 64 * (limit + 64)], newlines=False)
    spaced = "".join(" " if c.isspace() or c in _BLANK_LETTERS else c for c in text)
    letters = clusters(" ".join(_bound_marks(spaced, NAME_MARKS).split()))
    short = [letter[:NAME_CLUSTER] for letter in letters if has_ink(letter) or letter == " "]
    name = " ".join(unicodedata.normalize("NFC", "".join(short[:limit])).split())
    # Letters left out for want of ink may have stood between two rows of marks.
    name = _bound_marks(name, NAME_MARKS)
    return name if has_ink(name) else otherwise


def has_ink(text: str) -> bool:
    """Whether anything of `text` would be seen."""
    return any(map(_is_inky, text))


def is_ignorable(letter: str) -> bool:
    """Whether a font need not know `letter`: joiners, marks of direction, selectors, tags."""
    code = ord(letter)
    return (
        0x200B <= code <= 0x200F
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0000 <= code <= 0xE0FFF
        or code in (0x61C, 0x34F, 0x17B4, 0x17B5)
        or 0x180B <= code <= 0x180F
    )


def _is_inky(letter: str) -> bool:
    if "!" <= letter <= "~":
        return True
    if letter.isspace() or letter in _BLANK_LETTERS or is_ignorable(letter):
        return False
    return unicodedata.category(letter) not in ("Cc", "Cs", "Zs", "Zl", "Zp")


def _bound_marks(text: str, most: int) -> str:
    if text.isascii():
        return text
    kept: list[str] = []
    row = 0
    for letter in text:
        row = row + 1 if unicodedata.category(letter)[0] == "M" else 0
        if row <= most:
            kept.append(letter)
    return "".join(kept)

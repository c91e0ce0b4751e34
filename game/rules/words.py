"""When two texts are the same to a reader: the one place that decides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_ARTICLE = re.compile(r"^(?:the|an|a) (?=.)")
_SOUNDLESS = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe"})

# For plain ASCII the same as what `_letter` does, in one step.
_ASCII = {
    code: chr(code) if chr(code).isalnum() or chr(code) in "+%" else " " for code in range(128)
} | dict.fromkeys(map(ord, "'`"))


# A stem is compared some five times while its question is made.
@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """`text` without case, accents, quotes and punctuation, words one space apart.

    Where nothing would be left (a title like "?"), the text itself in its
    canonical form: such texts are compared as they stand. A sign that carries
    meaning beside a figure (+, -, %) is kept.
    """
    kept = text.lower().translate(_ASCII) if text.isascii() else folded(text)
    return " ".join(kept.split()) or unicodedata.normalize("NFC", text.strip())


def folded(text: str) -> str:
    """The letters of a text of any script, as `plain` compares them, and blanks between."""
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(
        _SOUNDLESS
    )
    return "".join(
        _letter(char) for char in bare if not unicodedata.combining(char) or _is_vowel(char)
    )


def _letter(char: str) -> str:
    if char.isalnum() or char in "+%−" or unicodedata.category(char).startswith("M"):
        return char
    # An apostrophe joins ("don't" is one word); every other mark parts.
    return "" if char in "'’‘ʼ`´" else " "


def _is_vowel(char: str) -> bool:
    # Accents of Latin, Greek and Cyrillic fall away; the vowel signs of other
    # scripts (Arabic, Hindi, Thai) are letters to their readers and stay.
    return not "\u0300" <= char <= "\u036f"


def alike(text: str) -> str:
    """What two options must differ in: `plain`, and no leading English article."""
    return _ARTICLE.sub("", plain(text))


def stands_in(words: str, text: str) -> bool:
    """Whether the words of `words` stand in `text` one after the other, as whole words."""
    sought, place = alike(words), plain(text)
    return bool(sought) and f" {sought} " in f" {place} "


def slug(text: str, longest: int = 48) -> str:
    """`text` as lower-case words joined by hyphens, to name a row that has no id."""
    return plain(text).replace(" ", "-")[:longest].strip("-") or "row"


def listed(texts: Sequence[str], language: str = "en") -> str:
    """The texts as a list in a sentence: "A, B and C" in English, else "A, B, C"."""
    if language.partition("-")[0] != "en" or len(texts) < 2:
        return ", ".join(texts)
    return f"{', '.join(texts[:-1])} and {texts[-1]}"

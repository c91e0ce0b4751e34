"""Characters that no text of a pack may hold, because nobody sees what they do."""

from __future__ import annotations

import re
import unicodedata

# Control characters (but tab and line ends), line separators, bidirectional
# embeddings, overrides and isolates, a byte order mark inside, annotation marks,
# the sign for damaged text, noncharacters, lone surrogates. Joiners, variation
# selectors, flag tags and the plain left-to-right and right-to-left marks stay.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufff9-\ufffd\ufdd0-\ufdef\ud800-\udfff"
    + "".join(
        f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
    )
    + "]"
)
DAMAGED = "\ufffd"
_SPACE = re.compile(r"[ \t]*[\n\t]\s*")


def named(char: str) -> str:
    """The character for a person: its number and, if it has one, its name."""
    name = unicodedata.name(char, "").lower()
    if not name:
        name = {"Cc": "a control character", "Cs": "half a surrogate pair"}.get(
            unicodedata.category(char), "not a character"
        )
    return f"U+{ord(char):04X} ({name})"


def one_line(text: str) -> str:
    """`text` without line ends and tabs, each a space, and without space around it."""
    if "\n" in text or "\t" in text:
        text = _SPACE.sub(" ", text)
    return text.strip()

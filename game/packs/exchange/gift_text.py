r"""GIFT's escapes: `\~ \= \# \{ \} \: \n` and `\\`."""

from __future__ import annotations

import re

# Noncharacters, which no text of a pack may hold, stand for what was escaped.
_ESCAPED = {
    "\\": "\ufdd0",
    "~": "\ufdd1",
    "=": "\ufdd2",
    "#": "\ufdd3",
    "{": "\ufdd4",
    "}": "\ufdd5",
    ":": "\ufdd6",
    "%": "\ufdd7",
    "/": "\ufdd8",
}
_SIGN = re.compile(r"\\([\\~=#{}:%/n])")
_HIDDEN = re.compile("[\ufdd0-\ufdd8]")
_BACK = {place: sign for sign, place in _ESCAPED.items()}
_NEEDS = re.compile(r"[\\~=#{}:]")


def hidden(text: str) -> str:
    """`text` with each escaped sign as something that means nothing."""
    text = re.sub("[\ufdd0-\ufdef]", "", text)
    return _SIGN.sub(lambda found: _ESCAPED.get(found.group(1), " "), text)


def shown(text: str) -> str:
    """Hidden signs as the signs they are."""
    return _HIDDEN.sub(lambda found: _BACK[found.group()], text)


def escaped(text: str) -> str:
    """`text` so that GIFT takes every sign for text."""
    return _NEEDS.sub(lambda found: "\\" + found.group(), text)

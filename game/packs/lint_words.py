"""What lint says, and the words it looks at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.rules.words import plain

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“")


@dataclass(frozen=True, slots=True)
class Note:
    """Something that could be better: a code, a sentence, and what to do."""

    code: str
    message: str
    tip: str = ""


def words(text: str, shortest: int = 1) -> frozenset[str]:
    """The words of `text`, compared as players compare them."""
    return frozenset(word for word in plain(text).split() if len(word) >= shortest)


def unquoted(text: str) -> str:
    """`text` with nothing between its quotes: what stands there is someone else's wording."""
    return _QUOTED.sub("“”", text)

"""What an edit of a pack's text has changed: which lines, and which entries they belong to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# Comparing more lines than this would be felt; then all between the equal ends has changed.
_MOST_COMPARED = 3_000


@dataclass(frozen=True, slots=True)
class Change:
    """The lines that differ, counted from 1, and where the old lines have gone.

    `lines` are those of the new text; where lines were only taken out, it is empty.
    `_blocks` are (old, new, count) of stretches that stayed, counted from 0.
    """

    lines: tuple[int, ...] = ()
    _blocks: tuple[tuple[int, int, int], ...] = ()

    def moved(self, line: int) -> int:
        """Where `line` of the old text stands now; for one that is gone, the nearest before it."""
        before = [each for each in self._blocks if each[0] < line]
        if not before:
            return 1
        old, new, count = before[-1]
        return max(1, new + min(line - old, count))


def compared(before: str, after: str) -> Change:
    """What has changed between two texts."""
    old, new = _lines(before), _lines(after)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    blocks = [(0, 0, head)] if head else []
    changed: list[int] = []
    middle = old[head : len(old) - tail], new[head : len(new) - tail]
    if max(map(len, middle)) > _MOST_COMPARED:
        changed += range(head + 1, head + len(middle[1]) + 1)
    else:
        for sign, i, _, j, k in SequenceMatcher(None, *middle, autojunk=False).get_opcodes():
            if sign == "equal":
                blocks.append((head + i, head + j, k - j))
            else:
                changed += range(head + j + 1, head + k + 1)
    if tail:
        blocks.append((len(old) - tail, len(new) - tail, tail))
    return Change(tuple(changed), tuple(blocks))


def _lines(text: str) -> list[str]:
    """The lines as YAML and a pack's problems count them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines at the beginning are the same."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def entries_of(text: str, changed: Iterable[int], begins: Iterable[int]) -> frozenset[int]:
    """Of entries that begin in the lines `begins`, those that the changed lines belong to.

    A line belongs to the entry that begins in it, or to the nearest above it that
    every line between is indented deeper than.
    """
    lines, starts = _lines(text), sorted(set(begins))
    found = (_entry_of(line, lines, starts) for line in changed if line <= len(lines))
    return frozenset(line for line in found if line is not None)


def _entry_of(line: int, lines: Sequence[str], starts: Sequence[int]) -> int | None:
    if not lines[line - 1].strip():
        return None
    at = bisect_right(starts, line) - 1
    if at < 0:
        return None
    start = starts[at]
    depth = _indent(lines[start - 1])
    inside = all(_indent(text) > depth for text in lines[start:line] if text.strip())
    return start if inside else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))

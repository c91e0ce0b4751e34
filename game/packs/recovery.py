"""Reading a whole file, and what is left of it where its YAML is broken.

After a syntax error the file is cut where its entries begin, by indentation
alone, and each is read by itself: what cannot be read is reported and left
out, the rest plays.
"""

from __future__ import annotations

import re
from itertools import pairwise

from game.packs.characters import DAMAGED, FORBIDDEN, named
from game.packs.fault import Fault
from game.packs.nodes import Broken, Mapping, Node, Scalar, Sequence
from game.packs.reader import parse
from game.packs.report import Report
from game.rules.bank import Mark

_DEEPEST_CUT = 3
_MOST_CUTS = 20_000
_TABS = re.compile(r"^[ ]*\t[ \t]*(?=[^\s#])", re.MULTILINE)
_HEAD = re.compile(r"[ ]*([^\s\"'#\[\]{},&*!|>%@`-][^:#]*):[ ]*(?:#.*)?\Z")


def read(report: Report) -> Node | None:
    """The nodes of the file in `report`, with all that is wrong reported; None if it is empty."""
    text = _scanned("\n".join(report.lines), report)
    return _Cutter(text.split("\n"), report).read(0, len(report.lines), 0)


def _scanned(text: str, report: Report) -> str:
    """`text` without what must not stand in it even in comments, each place reported."""
    if FORBIDDEN.search(text):
        text = FORBIDDEN.sub(lambda found: _forbidden(found, report), text)
    if "\t" in text and _TABS.search(text):
        text = _TABS.sub(lambda found: _tab(found, report), text)
    return text


def _forbidden(found: re.Match[str], report: Report) -> str:
    if not report.full:
        if found.group() == DAMAGED:
            message = "U+FFFD stands here: the text was damaged when it was saved"
            report.error(_place(found, found.start()), "character", message, "type it anew")
        else:
            message = f"{named(found.group())} stands here, which nobody can see"
            report.error(_place(found, found.start()), "character", message, "take it out")
    return DAMAGED


def _tab(found: re.Match[str], report: Report) -> str:
    if not report.full:
        at = found.start() + found.group().index("\t")
        tip = "use two spaces for each level"
        report.error(
            _place(found, at), "tab", "a tab as indentation, which YAML does not know", tip
        )
    return found.group().replace("\t", "  ")


def _place(found: re.Match[str], at: int) -> Mark:
    line = found.string.count("\n", 0, at)
    return Mark(line + 1, at - found.string.rfind("\n", 0, at))


class _Cutter:
    def __init__(self, lines: list[str], report: Report) -> None:
        self.lines, self.report = lines, report
        self.cuts = 0

    def read(self, first: int, last: int, depth: int) -> Node | None:
        """Lines `first` to `last` (not included) as nodes; what is broken is reported."""
        text = "\n".join(self.lines[first:last]) + "\n"
        before = len(self.report.problems)
        try:
            return parse(text, self.lines, first, self.report)
        except Fault as fault:
            # What was reported so far will be found again in the pieces.
            whole = self.report.problems[before:]
            node = self._pieces(first, last, depth)
            fresh = [p for p in self.report.problems[before:] if p not in whole]
            # A comment that swallowed the closing bracket was named already.
            lost = (p.line for p in self.report.problems if p.code == "swallowed")
            swallowed = fault.code == "bracket" and any(first < line <= last for line in lost)
            if not swallowed and not any(p.severity == "error" for p in fresh):
                self.report.error(fault.mark, fault.code, fault.message, fault.tip)
            return node or Broken(fault.mark)

    def _pieces(self, first: int, last: int, depth: int) -> Node | None:
        cuts = self._cuts(first, last)
        if depth >= _DEEPEST_CUT or self.report.full:
            return None
        if len(cuts) == 2:
            return self._below(cuts[0], last, depth)
        found = [
            self.read(start, end, depth) if self._is_worth(start, end) else None
            for start, end in pairwise(cuts)
        ]
        return _joined([node for node in found if node is not None], self.report)

    def _is_worth(self, start: int, end: int) -> bool:
        self.cuts += 1
        return self.cuts <= _MOST_CUTS and not self.report.full

    def _cuts(self, first: int, last: int) -> list[int]:
        """Where the entries of these lines begin, and `last`."""
        found: list[int] = []
        depth, listed = -1, False
        for number in range(first, last):
            line = self.lines[number]
            bare = line.lstrip(" ")
            if not bare or bare[0] == "#":
                continue
            indent = len(line) - len(bare)
            if depth < 0:
                depth, listed = indent, bare.startswith("- ")
            if indent > depth or bare[0] in "]}" or (bare[:2] == "- " and not listed):
                continue
            found.append(number)
        return [*found, last] if found else [first, last]

    def _below(self, head: int, last: int, depth: int) -> Node | None:
        """One `key:` and, on the lines below it, what it holds."""
        match = _HEAD.match(self.lines[head])
        if match is None or head + 1 >= last:
            return None
        at = Mark(head + 1, match.start(1) + 1)
        value = self.read(head + 1, last, depth + 1)
        if value is None:
            return None
        key = Scalar(match.group(1).strip(), at)
        return Mapping({key.text: (key, value)}, at)


def _joined(nodes: list[Node], report: Report) -> Node | None:
    """The pieces of one list or one mapping as one again."""
    if nodes and all(isinstance(node, (Sequence, Broken)) for node in nodes):
        items = [node.items if isinstance(node, Sequence) else (node,) for node in nodes]
        return Sequence(tuple(item for some in items for item in some), nodes[0].mark)
    pairs: dict[str, tuple[Scalar, Node]] = {}
    for node in nodes:
        if not isinstance(node, Mapping):
            continue
        for name, pair in node.pairs.items():
            if name in pairs:
                where = f"lines {pairs[name][0].mark.line} and {pair[0].mark.line}"
                message = f"`{name[:60]}` is given twice, in {where}"
                report.error(pair[0].mark, "twice", message, "keep one of them")
            pairs.setdefault(name, pair)
    return Mapping(pairs, nodes[0].mark) if pairs else None

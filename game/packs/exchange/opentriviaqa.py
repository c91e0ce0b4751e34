"""OpenTriviaQA: `#Q` question, `^` answer, and the options under letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.packs.exchange.clean import without_entities
from game.packs.exchange.items import Foreign, Item
from game.packs.exchange.notes import Notes, Unusable
from game.packs.exchange.opened import Source

_OPTION = re.compile(r"([A-Z])(?:[ \t]+(.*)|\Z)")
_START = re.compile(r"\s*#\s?Q\s(.*)")


def read(source: Source, notes: Notes) -> Foreign:
    """The questions of one category's file.

    Raises:
        Unusable: where no line begins with `#Q`.
    """
    entries = tuple(_entries(source.text(notes).split("\n"), notes))
    if not entries and not notes.left_out:
        raise Unusable("has no line that begins with `#Q`")
    return Foreign(
        entries,
        title=source.name.partition(".")[0].replace("-", " ").replace("_", " ").capitalize(),
        language="en",
        authors=("OpenTriviaQA contributors",),
        licence="CC-BY-SA-4.0",
        source="From OpenTriviaQA (github.com/uberspot/OpenTriviaQA).",
    )


class _Block:
    """One question while its lines are read."""

    def __init__(self, line: int, ask: str) -> None:
        self.line = line
        self.asks = [ask]
        self.answer: str | None = None
        self.options: list[str] = []

    def take(self, text: str) -> bool:
        """Take in a line; False where it is none of this question."""
        if text.startswith("^"):
            self.answer = text[1:].strip()
        elif self.answer is None:
            # A question may run over several lines, until its answer.
            self.asks.append(text)
        elif found := _OPTION.match(text):
            self.options.append((found.group(2) or "").strip())
        elif self.options:
            self.options[-1] = f"{self.options[-1]} {text}"
        else:
            return False
        return True

    def item(self, notes: Notes) -> Item | None:
        if not self.answer:
            notes.lost(self.line, "it has no answer (a line that begins with `^`)")
            return None
        answer = without_entities(self.answer)
        options = [without_entities(option) for option in self.options]
        if self.options and answer not in options:
            notes.changed(self.line, f"the answer '{answer[:60]}' is not among the options")
        # The answer stands again among them: once, or it is a repeated option.
        if answer in options:
            options.remove(answer)
        ask = without_entities(" ".join(self.asks))
        return Item(ask, (answer,), tuple(options), line=self.line)


def _entries(lines: list[str], notes: Notes) -> Iterator[Item]:
    block: _Block | None = None
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if start := _START.match(line):
            yield from _ended(block, notes)
            block = _Block(number, start.group(1).strip())
        elif text and (block is None or not block.take(text)):
            notes.changed(number, f"a line that belongs to no question: '{text[:60]}'")
    yield from _ended(block, notes)


def _ended(block: _Block | None, notes: Notes) -> Iterator[Item]:
    item = block.item(notes) if block else None
    if item is not None:
        yield item

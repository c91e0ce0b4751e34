"""Aiken: a question, its options under letters, and `ANSWER: B`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game.packs.exchange.clean import without_entities
from game.packs.exchange.items import Foreign, Item
from game.packs.exchange.notes import Notes, Unusable
from game.packs.exchange.opened import Source

_OPTION = re.compile(r"\s*([A-Za-z])[.)]\s*(.*\S)\s*\Z")
_ANSWER = re.compile(r"\s*ANSWERS?\s*:\s*([A-Za-z](?:\s*,\s*[A-Za-z])*)\s*\.?\s*\Z", re.IGNORECASE)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def read(source: Source, notes: Notes) -> Foreign:
    """The questions of the file.

    Raises:
        Unusable: where no line says `ANSWER:`.
    """
    entries = tuple(_entries(source.text(notes).split("\n"), notes))
    if not entries and not notes.left_out:
        raise Unusable("has no line such as `ANSWER: B`")
    return Foreign(entries)


class _Block:
    """The lines since the last answer."""

    def __init__(self) -> None:
        self.line = 0
        self.asks: list[str] = []
        self.options: dict[str, str] = {}
        self.parted = False

    def take(self, number: int, text: str, notes: Notes) -> None:
        found = _OPTION.match(text)
        # The letters come in their order; anything else is part of a text.
        if found and found.group(1).upper() == _LETTERS[min(len(self.options), 25)] and self.asks:
            self.options[found.group(1).upper()] = found.group(2)
        elif self.options:
            last = _LETTERS[len(self.options) - 1]
            self.options[last] = f"{self.options[last]} {text}"
        else:
            if self.parted and self.asks:
                said = f"a line that belongs to no question: '{self.asks[0][:60]}'"
                notes.changed(self.line, said)
                self.asks.clear()
            self.line = self.line if self.asks else number
            self.asks.append(text)
        self.parted = False

    def item(self, letters: str) -> Item | str:
        wanted = [letter.strip().upper() for letter in letters.split(",")]
        if missing := [letter for letter in wanted if letter not in self.options]:
            return f"`ANSWER: {letters}`, and there is no option {missing[0]}"
        right = tuple(without_entities(self.options[letter]) for letter in wanted)
        others = [text for letter, text in self.options.items() if letter not in wanted]
        if not others:
            return "it has no wrong option"
        ask = without_entities(" ".join(self.asks))
        return Item(ask, right, tuple(map(without_entities, others)), line=self.line)


def _entries(lines: Sequence[str], notes: Notes) -> Iterator[Item]:
    block = _Block()
    for number, line in enumerate(lines, 1):
        answer = _ANSWER.match(line)
        if answer and block.options:
            item = block.item(answer.group(1))
            if isinstance(item, str):
                notes.lost(block.line, item)
            else:
                yield item
            block = _Block()
        elif line.strip():
            block.take(number, line.strip(), notes)
        else:
            block.parted = True
    if block.asks:
        notes.lost(block.line, "it has no line `ANSWER:` below its options")


def written(items: Sequence[Item], notes: Notes) -> str:
    """The questions as Aiken, one for each right answer; what it cannot hold is noted."""
    blocks: list[str] = []
    for number, item in enumerate(items, 1):
        for answer in item.answers:
            options = [answer, *item.wrong][: len(_LETTERS)]
            if _OPTION.match(item.ask) or _ANSWER.match(item.ask):
                notes.lost(0, f"question {number}: Aiken would take it for an option")
                continue
            # The place of the answer follows from the question, so that it is not always A.
            place = sum(map(ord, item.ask)) % len(options)
            options.insert(place, options.pop(0))
            listed = zip(_LETTERS, options, strict=False)
            lines = [f"{letter}. {option}" for letter, option in listed]
            blocks.append("\n".join([item.ask, *lines, f"ANSWER: {_LETTERS[place]}"]))
    return "\n\n".join(blocks) + "\n" if blocks else ""

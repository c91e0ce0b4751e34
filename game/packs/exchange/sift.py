"""What of a foreign file's entries can be asked; the rest is named, line by line.

The rules are those of the pack format: an option is refused if it is right, reads
like another one or stands in the stem; a question needs two wrong options.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from game.packs.exchange.clean import shows_media, tidy
from game.packs.exchange.items import Entry, Item, Statement
from game.packs.exchange.notes import Notes
from game.packs.reader import LONGEST
from game.rules.question import FEWEST_WRONG
from game.rules.words import alike, plain, stands_in

MOST_ENTRIES = 50_000
# As many as a pack takes.
MOST_WRONG = 12
_LEAD = re.compile(r"(?:true or false|true/false|t/f)\s*[?:.,)-]+\s*(?=\S)", re.IGNORECASE)
_TRUTHS = (
    ("true", "false"), ("wahr", "falsch"), ("richtig", "falsch"), ("vrai", "faux"),
    ("verdadero", "falso"), ("vero", "falso"), ("правда", "ложь"), ("верно", "неверно"),
)  # fmt: skip
_TWO = "a question needs at least two wrong options"


def sifted(entries: Iterable[Entry], notes: Notes) -> tuple[Entry, ...]:
    """The entries that can be carried over, in their order, tidied."""
    sieve = _Sieve(notes)
    kept: list[Entry] = []
    for number, raw in enumerate(entries):
        if number >= MOST_ENTRIES:
            notes.lost(raw.line, f"this and all after it: {MOST_ENTRIES:,} entries are the most")
            break
        entry = _as_statement(raw)
        sound = sieve.statement(entry) if isinstance(entry, Statement) else sieve.item(entry)
        if sound is not None:
            kept.append(sound)
    return tuple(kept)


@dataclass(slots=True)
class _Known:
    """What was said so far about one stem: the lines of its entries, what is right, what wrong."""

    right: dict[str, int] = field(default_factory=dict)
    wrong: dict[str, int] = field(default_factory=dict)


class _Sieve:
    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.stems: dict[str, _Known] = defaultdict(_Known)
        self.statements: dict[str, Statement] = {}

    def statement(self, raw: Statement) -> Statement | None:
        text = tidy(raw.text)
        if not self._can_be_shown(text, raw.line):
            return None
        if text.endswith("?"):
            tip = "write it as a statement, or give more options"
            self.notes.lost(raw.line, f"a question with two options, yes and no; {_TWO}", tip)
            return None
        first = self.statements.setdefault(plain(text), raw)
        if first is raw:
            return replace(raw, text=text, why=tidy(raw.why))
        if first.true == raw.true:
            self.notes.lost(raw.line, f"the same stands {_line(first.line)}")
        else:
            said = "true" if first.true else "false"
            self.notes.lost(raw.line, f"it is said to be {said} {_line(first.line)}")
        return None

    def item(self, raw: Item) -> Item | None:
        item = self._tidied(raw)
        if item is None:
            return None
        item = self._with_options(item) if raw.wrong else self._card(item)
        return item if item and self._agrees(item) else None

    def _can_be_shown(self, text: str, line: int) -> bool:
        if not text:
            self.notes.lost(line, "the question is empty")
        elif shows_media(text):
            self.notes.lost(line, "it shows a picture or plays a sound")
        elif len(text) > LONGEST:
            self.notes.lost(line, f"a text of {len(text):,} characters; the most is {LONGEST:,}")
        else:
            return True
        return False

    def _tidied(self, raw: Item) -> Item | None:
        ask, why = tidy(raw.ask), tidy(raw.why)[:LONGEST]
        answers = tuple(filter(None, map(tidy, raw.answers)))
        wrong = tuple(filter(None, map(tidy, raw.wrong)))
        if not self._can_be_shown(ask, raw.line):
            return None
        if not answers:
            self.notes.lost(raw.line, "it has no right answer")
            return None
        for text in (*answers, *wrong):
            if shows_media(text) or len(text) > LONGEST:
                self.notes.lost(raw.line, "an answer is a picture, a sound or far too long")
                return None
        if shows_media(why):
            self.notes.changed(raw.line, "its explanation shows a picture: left out")
            why = ""
        return Item(ask, answers, wrong, why, raw.level, raw.line)

    def _with_options(self, item: Item) -> Item | None:
        answers = _distinct(item.answers)
        asked = tuple(text for text in answers if not stands_in(text, item.ask))
        if not asked:
            self.notes.lost(item.line, f"the answer {_told(answers[0])} stands in the question")
            return None
        if len(asked) < len(answers):
            self.notes.changed(item.line, "an answer that stands in the question is not asked for")
        wrong = self._wrong(item, {alike(text) for text in answers})
        if len(wrong) < FEWEST_WRONG:
            has = f"{len(wrong) or 'no'} wrong option" + ("" if len(wrong) == 1 else "s")
            self.notes.lost(item.line, f"it has {has} to offer; {_TWO}")
            return None
        return replace(item, answers=asked, wrong=wrong)

    def _wrong(self, item: Item, right: set[str]) -> tuple[str, ...]:
        kept: dict[str, str] = {}
        for text in item.wrong:
            name = alike(text)
            if name in right:
                self.notes.changed(item.line, f"the wrong option {_told(text)} is the right one")
            elif name in kept:
                self.notes.changed(item.line, f"the option {_told(text)} is given twice")
            elif stands_in(text, item.ask):
                message = f"the option {_told(text)} is dropped: it stands in the question"
                self.notes.changed(item.line, message)
            elif len(kept) == MOST_WRONG:
                self.notes.changed(item.line, f"more than {MOST_WRONG} wrong options")
                break
            else:
                kept[name] = text
        return tuple(kept.values())

    def _card(self, item: Item) -> Item | None:
        names = _distinct(item.answers)
        asked = tuple(text for text in names if not stands_in(text, item.ask))
        if not asked:
            self.notes.lost(item.line, f"the answer {_told(names[0])} stands in the question")
            return None
        others = tuple(text for text in names if text != asked[0])
        return replace(item, answers=(asked[0], *others))

    def _agrees(self, item: Item) -> bool:
        """Whether nothing said before speaks against the item; what it says is then known too."""
        known = self.stems[plain(item.ask)]
        right, wrong = set(map(alike, item.answers)), set(map(alike, item.wrong))
        if same := right & known.right.keys():
            line = known.right[min(same)]
            self.notes.lost(
                item.line, f"the same question with the same answer stands {_line(line)}"
            )
            return False
        against = [known.wrong[name] for name in sorted(right & known.wrong.keys())]
        against += [known.right[name] for name in sorted(wrong & known.right.keys())]
        if against:
            message = f"its answer {_told(item.answers[0])} is wrong by the same question"
            self.notes.lost(item.line, f"{message} {_line(against[0])}")
            return False
        if known.right:
            line = min(known.right.values())
            message = f"the same question has another answer {_line(line)}; both count as right"
            self.notes.changed(item.line, message, "delete one of them if that is not so")
        for name in right:
            known.right.setdefault(name, item.line)
        for name in wrong:
            known.wrong.setdefault(name, item.line)
        return True


def _as_statement(entry: Entry) -> Entry:
    """A question whose only options are true and false as the statement it is."""
    if isinstance(entry, Statement):
        return replace(entry, text=_without_lead(entry.text))
    options = [alike(text) for text in (*entry.answers, *entry.wrong)]
    pair = next((pair for pair in _TRUTHS if sorted(options) == sorted(pair)), None)
    if pair is None or len(entry.answers) != 1:
        return entry
    return Statement(_without_lead(entry.ask), options[0] == pair[0], entry.why, entry.line)


def _without_lead(text: str) -> str:
    rest = _LEAD.sub("", tidy(text))
    return rest[:1].upper() + rest[1:]


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(alike(text), text)
    return tuple(found.values())


def _told(text: str) -> str:
    return f"'{text[:60]}'"


def _line(number: int) -> str:
    return f"in line {number}" if number else "above"

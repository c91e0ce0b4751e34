"""What stands between the braces of a GIFT question: options, true or false, numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from game.packs.exchange.items import Entry, Item, Statement
from game.packs.exchange.notes import Notes

Reader: TypeAlias = Callable[[str], str]

_TRUTH = re.compile(r"\s*(T|TRUE|F|FALSE)\s*(?:#(.*))?\Z", re.IGNORECASE | re.DOTALL)
_WEIGHT = re.compile(r"\s*%(-?\d+(?:[.,]\d+)?)%")
_MARK = re.compile(r"([=~])")
_NUMBER = re.compile(r"\s*(-?\d[\d.,]*(?:[eE][+-]?\d+)?)\s*(?::\s*(-?[\d.,]+)\s*)?\Z")
_RANGE = re.compile(r"\s*-?[\d.,]+\s*\.\.\s*-?[\d.,]+\s*\Z")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question stands, how hard it is, and what turns its texts into plain ones."""

    line: int
    level: int
    reader: Reader


@dataclass(frozen=True, slots=True)
class _Option:
    right: bool
    weight: float
    text: str
    feedback: str


def entry(ask: str, body: str, place: Place, notes: Notes) -> Entry | None:
    """The question `ask` with the answers in `body`, whose escapes are hidden."""
    body, _, why = body.partition("####")
    why = place.reader(why).strip()
    line = place.line
    if not body.strip():
        notes.lost(line, "an essay, which has no answer to choose")
        return None
    if truth := _TRUTH.match(body):
        parts = (truth.group(2) or "").split("#")
        told = place.reader(parts[-1]).strip()
        return Statement(ask, truth.group(1)[0].upper() == "T", why or told, line)
    numeric = body.lstrip().startswith("#")
    options = list(_options(body.lstrip()[1:] if numeric else body, numeric))
    if not options:
        notes.lost(line, "its answers begin neither with = nor with ~")
        return None
    if not numeric and all("->" in option.text for option in options):
        notes.lost(line, "matching pairs; a question has one answer")
        return None
    told = next((option.feedback for option in options if option.right and option.feedback), "")
    if any(option.feedback for option in options if not option.right):
        notes.changed(line, "what is said to wrong answers is not carried over")
    why = why or place.reader(told).strip()
    if numeric:
        return _number(ask, options, why, place, notes)
    return _choice(ask, options, why, place, notes)


def _options(body: str, numeric: bool) -> Iterator[_Option]:
    if numeric and body.lstrip()[:1] not in ("=", "~"):
        body = "=" + body
    parts = _MARK.split(body)
    for mark, said in zip(parts[1::2], parts[2::2], strict=True):
        weight = _WEIGHT.match(said)
        text, _, feedback = said[weight.end() if weight else 0 :].partition("#")
        share = float(weight.group(1).replace(",", ".")) if weight else 100.0 * (mark == "=")
        yield _Option(mark == "=", share, text, feedback)


def _number(ask: str, options: list[_Option], why: str, place: Place, notes: Notes) -> Item | None:
    best = max(options, key=lambda option: option.weight)
    if _RANGE.match(best.text):
        notes.lost(place.line, "any number of a range is right; a question has one answer")
        return None
    found = _NUMBER.match(best.text)
    if found is None:
        notes.lost(place.line, "its answer is not a number")
        return None
    if found.group(2) and found.group(2).strip("0.,"):
        notes.changed(place.line, f"'within {found.group(2)}' is dropped: the answer is exact")
    return Item(ask, (found.group(1),), (), why, place.level, place.line)


def _choice(ask: str, options: list[_Option], why: str, place: Place, notes: Notes) -> Item:
    """Options to choose from; or a card, where every answer given is right."""
    texts = [(option, place.reader(option.text).strip()) for option in options]
    if all(option.right for option in options):
        ranked = sorted(texts, key=lambda pair: -pair[0].weight)
        answers = tuple(text for option, text in ranked if option.weight > 0)
        return Item(ask, answers, (), why, place.level, place.line)
    right = tuple(text for option, text in texts if option.right and option.weight > 0)
    half = tuple(text for option, text in texts if not option.right and option.weight > 0)
    wrong = tuple(text for option, text in texts if option.weight <= 0)
    if right and half:
        notes.changed(place.line, f"'{half[0][:60]}' is half right: neither asked nor offered")
    return Item(ask, right or half, wrong, why, place.level, place.line)

"""Open Trivia DB: the JSON that its API gives, in any of its encodings."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

from game.packs.exchange.clean import without_entities
from game.packs.exchange.items import Foreign, Item
from game.packs.exchange.notes import Notes, Unusable
from game.packs.exchange.opened import Source

LEVELS = {"easy": 1, "medium": 2, "hard": 3}
_TYPES = ("multiple", "boolean")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")


def read(source: Source, notes: Notes) -> Foreign:
    """The questions of one answer of the API, or of a list of such.

    Raises:
        Unusable: where the file is not JSON, or not this kind of JSON.
    """
    text = source.text(notes)
    results = _results(_loaded(text))
    decode = _decoder(results)
    places = _lines(text)
    entries: list[Item] = []
    for number, result in enumerate(results):
        line = places[number] if len(places) == len(results) else 0
        where = line or number + 1
        item = _item(result, decode, line)
        if isinstance(item, str):
            notes.lost(line, item if line else f"entry {where}: {item}")
        else:
            entries.append(item)
    categories = _categories(results, decode)
    return Foreign(
        tuple(entries),
        title=categories[0] if len(categories) == 1 else "",
        language="en",
        authors=("Open Trivia DB contributors",),
        licence="CC-BY-SA-4.0",
        source="From Open Trivia DB (opentdb.com).",
    )


def _loaded(text: str) -> object:
    try:
        found: object = json.loads(text)
    except RecursionError:
        raise Unusable("is JSON nested too deep") from None
    except ValueError as fault:
        said = getattr(fault, "msg", "a number too long")
        raise Unusable(f"is not JSON ({said})", line=getattr(fault, "lineno", 0)) from None
    return found


def _results(found: object) -> list[object]:
    if isinstance(found, dict):
        found = found.get("results", found.get("questions"))
    if not isinstance(found, list):
        raise Unusable("has no list called `results`", "give what the API of Open Trivia DB sent")
    if all(isinstance(each, dict) and "results" in each for each in found):
        parts = [each["results"] for each in found if isinstance(each, dict)]
        return [result for part in parts if isinstance(part, list) for result in part]
    return list(found)


def _item(result: object, decode: _Decode, line: int) -> Item | str:
    """The entry, or why there is none."""
    if not isinstance(result, dict):
        return "this is no question"
    texts = {name: result.get(name) for name in ("question", "correct_answer")}
    wrong = result.get("incorrect_answers")
    if not all(isinstance(text, str) for text in texts.values()) or not isinstance(wrong, list):
        return "`question`, `correct_answer` or `incorrect_answers` is missing"
    if not all(isinstance(text, str) for text in wrong):
        return "an option is not text"
    level = LEVELS.get(decode(str(result.get("difficulty", ""))).casefold(), 1)
    answer = decode(str(texts["correct_answer"]))
    options = tuple(map(decode, wrong))
    return Item(decode(str(texts["question"])), (answer,), options, level=level, line=line)


class _Decode:
    """Undoes one of the encodings that the API offers."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding

    def __call__(self, text: str) -> str:
        if self.encoding == "base64":
            text = _from_base64(text) or text
        elif self.encoding == "url":
            # The old encoding of the two has a plus for a space.
            text = unquote(text.replace("+", " ") if "%20" not in text else text, errors="replace")
        return without_entities(text)


def _decoder(results: list[object]) -> _Decode:
    """The encoding is the same in all of a file; the type, a known word, gives it away."""
    types = Counter(str(result.get("type", "")) for result in results if isinstance(result, dict))
    texts = [str(r.get("question", "")) for r in results if isinstance(r, dict)]
    if types and all(_from_base64(name) in _TYPES for name in types):
        return _Decode("base64")
    if texts and not any(" " in text for text in texts) and any(map(_PERCENT.search, texts)):
        return _Decode("url")
    return _Decode("")


def _from_base64(text: str) -> str:
    try:
        return base64.b64decode(text, validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""


def _lines(text: str) -> list[int]:
    """The line of each question, where every question stands under its own name."""
    found: list[int] = []
    line, at = 1, 0
    for match in re.finditer(r'"question"\s*:', text):
        line += text.count("\n", at, match.start())
        at = match.start()
        found.append(line)
    return found


def _categories(results: list[object], decode: _Decode) -> list[str]:
    found: Iterator[str] = (
        decode(str(result["category"]))
        for result in results
        if isinstance(result, dict) and isinstance(result.get("category"), str)
    )
    return list(dict.fromkeys(found))

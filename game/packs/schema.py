"""A JSON Schema (draft 7) of the format, so that editors complete and underline while one types.

It is made from the checker's own table of words. A schema sees one value at a time: what needs
two places at once (links, paths, proofs, repeated keys) or the very text of the file (`No` and
`07` as typed, comments, invisible characters) only the checker can say.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import TypeAlias

from game.packs import vocabulary
from game.packs.vocabulary import ENDINGS, FORMAT, LANGUAGE, LEVELS, Kind, Words
from game.rules.question import FEWEST_WRONG

Schema: TypeAlias = "dict[str, object]"

FILE = "encore-pack.schema.json"
MODELINE = f"# yaml-language-server: $schema={FILE}"
"""The first line of a pack that lies beside the schema; editors look for it."""

# Editors know neither Python's \w nor (?i): every sign of ASCII that a name cannot have is named,
# and letters of other alphabets are let through.
_SIGNS = r"\s!-,./:-@\[-^`{-~"
_NAME = rf"^[^\d{_SIGNS}-][^{_SIGNS}]*$"
_ID = rf"^(?:[^\d{_SIGNS}-][^{_SIGNS}]*|[^{_SIGNS}_-]+)$"
_FILE_NAME = r"^[^!-'*,./:-@\[-^`{-~][^!-'*,:-@\[-^`{-~]*"


def schema(art: Collection[str]) -> Schema:
    """The schema as JSON data; `art` are the names of the game's illustrations."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"Question pack, format {FORMAT}",
        **_entry(vocabulary.HEADER),
        "definitions": {
            "text": {"type": ["string", "number", "boolean"], "pattern": r"\S"},
            "texts": {"anyOf": [_ref("text"), _list(_ref("text"), fewest=1)]},
            "row": _row(),
            "template": _entry(vocabulary.TEMPLATE),
            "question": _entry(vocabulary.QUESTION),
            **{kind.name.casefold(): made for kind, made in _kinds(art).items()},
        },
    }


def as_text(art: Collection[str]) -> str:
    """The schema as the text of a file."""
    import json

    return json.dumps(schema(art), indent=1, ensure_ascii=False) + "\n"


def _kinds(art: Collection[str]) -> Mapping[Kind, Schema]:
    """What may stand behind the words of each kind but plain texts."""
    name = {"pattern": _NAME, "maxLength": vocabulary.LONGEST_NAME}
    rows = {
        "type": "object",
        "propertyNames": {"pattern": _ID},
        "additionalProperties": _ref("row"),
    }
    table = {"anyOf": [rows, _list(_ref("row"))]}
    return {
        Kind.FORMAT: {"enum": [int(FORMAT), FORMAT]},
        Kind.WRONG: _list(_ref("text"), fewest=FEWEST_WRONG, most=vocabulary.MOST_WRONG),
        Kind.LANGUAGE: {"type": "string", "pattern": _portable(LANGUAGE)},
        Kind.LEVEL: {"enum": [*LEVELS.values(), *LEVELS]},
        Kind.FLAG: {
            "type": ["boolean", "string"],
            "pattern": _any_case((*vocabulary.TRUE, *vocabulary.FALSE)),
        },
        Kind.ONLY: {"anyOf": [_ref("text"), _one_pair()]},
        Kind.IMAGE: {"type": "string", "pattern": _file("image")},
        Kind.SOUND: {"type": "string", "pattern": _file("sound")},
        # An illustration that the game has not is a warning: the row plays without it.
        Kind.ART: {"anyOf": [{"enum": list(art)}, _ref("text")]},
        Kind.BANK: {"type": "object", "propertyNames": name, "additionalProperties": table},
        Kind.DECOYS: {"type": "object", "additionalProperties": _ref("texts")},
        Kind.TEMPLATES: _list(_ref("template")),
        Kind.QUESTIONS: _list(_ref("question")),
    }


def _entry(words: Words) -> Schema:
    return {
        "type": "object",
        "properties": _properties(words),
        "required": [name for name, word in words.items() if word.needed],
        "additionalProperties": False,
    }


def _properties(words: Words) -> Schema:
    # Beside a `$ref` draft 7 sees nothing else, so the sentence stands one floor up.
    return {
        name: {"description": word.about, "allOf": [_ref(word.kind.name.casefold())]}
        for name, word in words.items()
    }


def _row() -> Schema:
    return {
        "type": "object",
        "properties": _properties(vocabulary.RESERVED),
        "propertyNames": {"pattern": _NAME, "maxLength": vocabulary.LONGEST_NAME},
        "additionalProperties": _ref("texts"),
        "minProperties": 1,
    }


def _one_pair() -> Schema:
    return {
        "type": "object",
        "additionalProperties": _ref("text"),
        "minProperties": 1,
        "maxProperties": 1,
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _list(items: Schema, fewest: int = 0, most: int | None = None) -> Schema:
    made: Schema = {"type": "array", "items": items}
    if fewest:
        made["minItems"] = fewest
    if most is not None:
        made["maxItems"] = most
    return made


def _portable(pattern: re.Pattern[str]) -> str:
    return "^" + pattern.pattern.replace(r"\Z", "$")


def _any_case(words: Collection[str]) -> str:
    return f"^(?:{'|'.join(map(_folded, words))})$"


def _file(kind: str) -> str:
    endings = "|".join(_folded(ending[1:]) for ending in ENDINGS[kind])
    return rf"{_FILE_NAME}\.(?:{endings})$"


def _folded(word: str) -> str:
    return "".join(f"[{c.upper()}{c}]" if c.isalpha() else re.escape(c) for c in word)

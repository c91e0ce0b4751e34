"""Schema and checker agree wherever a schema can speak.

Editors read YAML 1.2 and see a number where the checker sees text, so the packs are shown to the
schema as an editor would show them.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import jsonschema
import pytest
import yaml

from game.packs import schema, vocabulary
from game.packs.fields import is_name
from game.packs.library import ILLUSTRATIONS, open_pack
from game.packs.media import is_file_name
from game.packs.vocabulary import Kind, Words
from game.resources import folder
from tests.packs.packing import HEADER, QUESTION, read

# What the checker says and a schema can say as well.
BOTH = frozenset(
    {"missing", "unknown", "kind", "empty", "level", "flag", "name", "id", "language"}
    | {"many-wrong", "media-kind", "header"}
)
# What takes a second place in the file, or the meaning of a path, a link or a gap.
MEANING = frozenset(
    {"about", "braces", "gap", "half-link", "in-stem", "link", "link-shown", "many", "no-gap"}
    | {
        "media-single",
        "no-questions",
        "not-complete",
        "path",
        "table",
        "true-decoy",
        "twice",
        "wrong",
    }
)
# What takes the text of the file as it was typed; an editor sees it after its own YAML reader.
TYPED = frozenset(
    {"alias", "anchor", "block", "bracket", "character", "colon", "dash", "directive", "escape"}
    | {"indentation", "key", "merge", "no-colon", "not-utf-8", "nothing", "question-mark", "quote"}
    | {"second-document", "swallowed", "tab", "tag", "too-deep", "too-long", "yaml"}
)
# In part: a schema counts the wrong answers, and cannot know which of them are taken out;
# it knows the endings and signs of a file's name, and not the names of devices.
IN_PART = frozenset({"few-wrong", "media-name"})

BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))
SHIPPED = sorted((*folder("questions").glob("*.yaml"), *folder("questions").glob("*/pack.yaml")))
_CORE = (
    (re.compile(r"(?:~|null|Null|NULL|)\Z"), lambda _: None),
    (re.compile(r"(?:true|True|TRUE)\Z"), lambda _: True),
    (re.compile(r"(?:false|False|FALSE)\Z"), lambda _: False),
    (re.compile(r"[-+]?[0-9]+\Z"), int),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"), float),
)


def seen(node: yaml.Node | None) -> object:
    """The data an editor sees: YAML 1.2's core schema."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): seen(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [seen(item) for item in node.value]
    if not isinstance(node, yaml.ScalarNode):
        return None
    if node.style is None:
        for pattern, made in _CORE:
            if pattern.match(node.value):
                return made(node.value)
    return node.value


@cache
def judge() -> jsonschema.Draft7Validator:
    made = schema.schema(ILLUSTRATIONS)
    jsonschema.Draft7Validator.check_schema(made)
    return jsonschema.Draft7Validator(made)


def faults(text: str) -> list[str]:
    return [each.message for each in judge().iter_errors(seen(yaml.compose(text)))]


def errors(text: str) -> set[str]:
    return {problem.code for problem in read(text).problems if problem.severity == "error"}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_schema_finds_nothing_in_a_shipped_pack(path: Path) -> None:
    assert faults(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_schema_and_checker_agree_on_a_bad_pack(path: Path) -> None:
    codes = {p.code for p in open_pack(path).problems if p.severity == "error"}
    assert codes <= BOTH | MEANING | TYPED | IN_PART
    if codes & TYPED:
        return
    found = faults(path.read_text("utf-8"))
    if codes & BOTH:
        assert found
    elif not codes & IN_PART:
        assert found == []


def entry(words: Words, **given: str) -> str:
    """A pack with one entry that has these words."""
    if words is vocabulary.HEADER:
        plain = {"format": "1", "title": "A", "questions": QUESTION.split(":\n", 1)[1]}
        said = plain | given
        questions = f"\n{said.pop('questions')}" if "questions" not in given else ""
        lines = "".join(f"{name}: {value}\n" for name, value in said.items() if value)
        return lines + (f"questions:{questions}" if questions else "")
    if words is vocabulary.TEMPLATE:
        plain = {"each": "t", "ask": '"{name}?"', "answer": "kind"}
        bank = "bank: {t: [{name: A, kind: B}, {name: C, kind: D}, {name: E, kind: F}]}\n"
        return f"{HEADER}{bank}templates: [{flow(plain | given)}]\n"
    if words is vocabulary.QUESTION:
        plain = {"ask": '"What?"', "answer": "Z", "wrong": "[X, Y, W]"}
        return f"{HEADER}questions: [{flow(plain | given)}]\n"
    return f"{HEADER}bank: {{t: [{flow({'name': 'A'} | given)}]}}\n{QUESTION}"


def flow(said: dict[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in said.items() if value) + "}"


# Each of them is fine behind some words and wrong behind others.
SHAPES = ("A", "[]", "[A, B]", "[[A]]", "{a: b}", "{}", '""', '" "', "1", "2", "7", "1966")
MORE = ("true", "'off'", "a.png", "a.PNG", "a.ogg", "en", "pt-BR", "bus", "[{a: b}]")
TABLES = {
    "header": vocabulary.HEADER,
    "template": vocabulary.TEMPLATE,
    "question": vocabulary.QUESTION,
    "row": vocabulary.RESERVED,
}
WORDS = [(table, name) for table, words in TABLES.items() for name in words]


@pytest.mark.parametrize(("table", "name"), WORDS, ids=lambda part: part)
def test_schema_and_checker_agree_on_every_word_and_shape(table: str, name: str) -> None:
    for shape in (*SHAPES, *MORE):
        text = entry(TABLES[table], **{name: shape})
        codes, found = errors(text), faults(text)
        if codes & (BOTH | {"few-wrong"}) or (codes & IN_PART and found):
            assert found, f"{shape}: {codes}"
        else:
            assert found == [], f"{shape}: {codes}"


@pytest.mark.parametrize(("table", "name"), WORDS, ids=lambda part: part)
def test_schema_and_checker_agree_on_what_is_needed(table: str, name: str) -> None:
    text = entry(TABLES[table], **{name: ""})
    assert bool(faults(text)) == bool(errors(text) & BOTH) == TABLES[table][name].needed


def test_every_kind_of_word_has_its_place_in_the_schema() -> None:
    definitions = schema.schema(ILLUSTRATIONS)["definitions"]
    assert isinstance(definitions, dict)
    assert {kind.name.casefold() for kind in Kind} <= set(definitions)


@pytest.mark.parametrize("sign", [chr(code) for code in range(32, 127)])
def test_schema_and_checker_agree_on_every_sign_in_a_name(sign: str) -> None:
    for name in (f"a{sign}", f"{sign}a"):
        assert bool(re.search(schema._NAME, name)) == is_name(name)
        assert bool(re.search(schema._ID, name)) == (is_name(name) or name.isalnum())
        file = f"{name}_.png"
        assert bool(re.search(schema._file("image"), file)) == is_file_name(file)


def test_the_text_of_the_schema_is_json_and_ends_its_line() -> None:
    text = schema.as_text(ILLUSTRATIONS)
    assert json.loads(text) == schema.schema(ILLUSTRATIONS)
    assert text.endswith("}\n")

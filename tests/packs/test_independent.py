"""Every shipped question has one right option, by a second reading of its pack.

Nothing of the game's own reading, templates or proof is used here: YAML is read
by PyYAML's plainest loader and expanded by a few loops of this file's own.
"""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

QUESTIONS = Path(__file__).parents[2] / "questions"
PACKS = sorted(
    path for path in (*QUESTIONS.glob("*.yaml"), *QUESTIONS.glob("*/pack.yaml")) if path.is_file()
)
Leaf = tuple[str, dict[str, str]]
"""A value, and which row each link on the way to it was taken to."""


def same(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(c for c in letters if not unicodedata.combining(c) and c not in "'’‘")
    return " ".join(re.findall(r"[\w+%]+", kept.replace("_", " ")))


def asking(stem: str, holder: dict[str, Any]) -> str:
    """A stem with what is shown and played beside it."""
    return "|".join((same(stem), holder.get("image", ""), holder.get("sound", "")))


def name_of(path: Path) -> str:
    return path.parent.name if path.name == "pack.yaml" else path.stem


class Reading:
    """A pack as this file understands it."""

    def __init__(self, path: Path) -> None:
        self.tree: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        self.tables: dict[str, list[dict[str, Any]]] = {}
        self.rows: dict[str, dict[str, Any]] = {}
        for table, rows in self.tree.get("bank", {}).items():
            if isinstance(rows, dict):
                self.rows |= rows
            self.tables[table] = list(rows.values()) if isinstance(rows, dict) else rows

    def leaves(self, row: dict[str, Any], path: list[str]) -> Iterator[Leaf]:
        values = row.get(path[0], [])
        for value in [values] if isinstance(values, str) else values:
            if len(path) == 1:
                yield value, {path[0]: value}
            else:
                for leaf, way in self.leaves(self.rows[value], path[1:]):
                    yield leaf, {path[0]: value, **{f"{path[0]}.{k}": v for k, v in way.items()}}

    def text(
        self, source: str, row: dict[str, Any], way: dict[str, str], gap: int | None
    ) -> str | None:
        """`source` filled for the row, with the links and the value of `way`."""
        missing = False

        def word(found: re.Match[str]) -> str:
            nonlocal missing
            path, _, form = found[1].partition("|")
            leaves = list(self.leaves(row, path.split(".")))
            meant = [leaf for leaf in leaves if all(way.get(k, v) == v for k, v in leaf[1].items())]
            missing = missing or not leaves
            said = [shown(leaf[0], form, gap) for leaf in meant or leaves]
            return f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else "".join(said)

        filled = re.sub(r"\{([^{}]+)\}", word, source)
        return None if missing else filled

    def right(self) -> dict[str, set[str]]:
        """For every stem, plainly written, all its right answers."""
        answers: dict[str, set[str]] = defaultdict(set)
        for question in self.tree.get("questions", []):
            given = question["answer"]
            answers[asking(question["ask"], question)] |= (
                {given} if isinstance(given, str) else set(given)
            )
        for template in self.tree.get("templates", []):
            for stem, found in self.asked(template):
                answers[stem] |= found
        return answers

    def asked(self, template: dict[str, Any]) -> Iterator[tuple[str, set[str]]]:
        path, _, form = template["answer"].partition("|")
        rows = self.tables[template["each"]]
        everyone = {leaf for row in rows for leaf, _ in self.leaves(row, path.split("."))}
        for row in rows:
            leaves = list(self.leaves(row, path.split(".")))
            if template.get("not") == "true":
                stem = self.text(template["ask"], row, {}, None)
                if stem and leaves:
                    yield asking(stem, row), everyone - {leaf for leaf, _ in leaves}
                continue
            for leaf, way in leaves:
                gaps = range(leaf.count("[")) if form == "gap" else [None]
                for gap in gaps:
                    stem = self.text(template["ask"], row, way, gap)
                    if stem:
                        yield asking(stem, row), {shown(leaf, form, gap)}


def shown(value: str, form: str, gap: int | None) -> str:
    gaps: list[str] = re.findall(r"\[([^\[\]]*)\]", value)
    if form == "gap":
        return gaps[gap or 0]
    if form != "blank":
        return re.sub(r"[\[\]]", "", value)
    numbers = itertools.count()
    return re.sub(
        r"\[([^\[\]]*)\]",
        lambda found: "____" if gap in (None, next(numbers)) else found[1],
        value,
    )


@cache
def shipped(name: str) -> list[dict[str, Any]]:
    """What `encore pack show` says of a pack."""
    command = [sys.executable, "-m", "game", "pack", "show", name, "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("path", PACKS, ids=name_of)
def test_each_question_has_exactly_one_right_option(path: Path) -> None:
    right = Reading(path).right()
    faults = []
    for question in shipped(name_of(path)):
        answers = {same(answer) for answer in right.get(asking(question["stem"], question), ())}
        found = [option for option in question["options"] if same(option) in answers]
        if found != [question["key"]]:
            faults.append((question["stem"], question["options"], found))
    assert faults == []


@pytest.mark.parametrize("path", PACKS, ids=name_of)
def test_no_two_questions_have_one_stem_and_one_key(path: Path) -> None:
    pairs = [(same(each["stem"]), same(each["key"])) for each in shipped(name_of(path))]
    assert len(pairs) == len(set(pairs))


def test_the_first_pack_makes_at_least_150_questions() -> None:
    assert len(shipped("almost-famous")) >= 150


@pytest.mark.parametrize("path", PACKS, ids=name_of)
def test_every_pack_makes_at_least_120_questions(path: Path) -> None:
    assert len(shipped(name_of(path))) >= 120


@pytest.mark.parametrize("path", PACKS, ids=name_of)
def test_each_question_has_three_or_four_different_options(path: Path) -> None:
    for question in shipped(name_of(path)):
        options = {same(option) for option in question["options"]}
        assert 3 <= len(options) == len(question["options"]) <= 4


def test_every_row_of_the_first_pack_says_where_it_comes_from() -> None:
    tables = Reading(QUESTIONS / "almost-famous.yaml").tables
    sources = {row.get("source") for rows in tables.values() for row in rows}
    assert sources == {"listicle", "film"}

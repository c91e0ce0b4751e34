from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from game.records.coding import from_text, pack_up, to_text
from game.rules.bank import Mark
from game.rules.match import Match
from game.rules.question import Option, Question
from tests.records.play import after, dealt


@dataclass(frozen=True, slots=True)
class Old:
    name: str
    gone: int = 3


@dataclass(frozen=True, slots=True)
class New:
    name: str
    added: tuple[str, ...] = ("x",)


@dataclass(frozen=True, slots=True)
class Many:
    pairs: tuple[tuple[int, str], ...] = ()
    by_name: Mapping[str, Old] = field(default_factory=dict)
    share: float = 0.5
    maybe: Old | None = None


def test_a_match_comes_back_equal() -> None:
    match = after(dealt("a"), 3)
    assert from_text(Match, to_text(match)) == match


def test_nested_things_come_back_equal() -> None:
    many = Many(((1, "a"), (2, "b")), {"k": Old("n")}, 2.0, Old("m", 4))
    assert from_text(Many, to_text(many)) == many
    assert from_text(Many, to_text(Many())) == Many()


def test_fields_come_and_go() -> None:
    assert from_text(New, to_text(Old("a"))) == New("a")
    assert from_text(Old, to_text(New("a"))) == Old("a")


def test_where_a_question_stands_in_its_file_is_not_kept() -> None:
    option = Option("a")
    question = Question("i", "s", option, (option,), 1, ("f",), "t", mark=Mark(3, 4))
    assert "mark" not in str(pack_up(question))
    assert from_text(Question, to_text(question)) == question


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "text",
        {},
        {"name": 3},
        {"name": None},
        {"name": "a", "gone": "3"},
        {"name": "a", "gone": True},
        {"name": "a", "gone": 3.0},
    ],
)
def test_what_is_not_of_the_kind_is_refused(data: object) -> None:
    with pytest.raises(TypeError):
        from_text(Old, json.dumps(data))

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.records import Settings
from game.records.settings import from_texts, to_texts
from game.rules.house import TOGETHER, House
from tests.records.conftest import Opener

SET = Settings(
    clock="relaxed",
    theme="high-contrast",
    text_size=150,
    reduce_motion=True,
    effects=0,
    music=100,
    muted=True,
    names=("Mia", "Zoë"),
    tables=(("Mia", "Zoë"), ("Mia", "Zoë", "Ben")),
    house=House(7, "quick", TOGETHER, steal=True, gentle=True),
    board="corners",
    keys={"confirm": "space"},
)


def test_settings_are_kept_and_come_back(opened: Opener) -> None:
    records = opened()
    assert records.settings() == Settings()
    records.keep_settings(SET)
    records.close()
    assert opened().settings() == SET


def test_every_setting_is_tried_with_something_else_than_its_default() -> None:
    for each in fields(Settings):
        assert getattr(SET, each.name) != getattr(Settings(), each.name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("clock", '"swift"'),
        ("clock", "20"),
        ("theme", '""'),
        ("theme", "null"),
        ("text_size", "110"),
        ("text_size", "1e400"),
        ("reduce_motion", "1"),
        ("effects", "-1"),
        ("music", "101"),
        ("music", "true"),
        ("muted", '"yes"'),
        ("names", '["a", 3]'),
        ("names", '[""]'),
        ("names", '["a","b","c","d","e","f","g","h","i"]'),
        ("tables", '[["a"],[]]'),
        ("tables", '[["a"],["b"],["c"],["d"],["e"]]'),
        ("house", '{"rounds":0}'),
        ("house", '{"rounds":99}'),
        ("house", '{"clock":"swift"}'),
        ("house", '{"way":"alone"}'),
        ("house", '{"steal":"yes"}'),
        ("board", "4"),
        ("keys", "[]"),
        ("keys", '{"confirm": 4}'),
        ("keys", "{"),
        ("keys", "[" * 100_000),
    ],
)
def test_a_broken_value_takes_its_default_and_leaves_the_others(name: str, text: str) -> None:
    texts = to_texts(SET) | {name: text, "unknown": "1"}
    assert from_texts(texts) == replace(SET, **{name: getattr(Settings(), name)})


@given(st.dictionaries(st.sampled_from([each.name for each in fields(Settings)]), st.text()))
def test_no_text_breaks_the_settings(texts: dict[str, str]) -> None:
    found = from_texts(texts)
    assert from_texts(to_texts(found)) == found


def test_only_what_has_changed_is_written(opened: Opener) -> None:
    records = opened()
    records.keep_settings(replace(Settings(), muted=True))
    assert records._ledger.read("SELECT name FROM setting") == [("muted",)]

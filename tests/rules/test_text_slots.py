from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.bank import Bank, Row, Table, Value, follow
from game.rules.text import Binding, Slot, Text, TextError, compile_text, fill, leaves, read_path


def row(table: str, key: str, **fields: str | tuple[str | Value, ...] | Value) -> Row:
    def values(given_: str | Value | tuple[str | Value, ...]) -> tuple[Value, ...]:
        several = given_ if isinstance(given_, tuple) else (given_,)
        return tuple(each if isinstance(each, Value) else Value(each) for each in several)

    made: Mapping[str, tuple[Value, ...]] = {name: values(each) for name, each in fields.items()}
    return Row(table, key, 0, made, id=key)


PENNY = row("people", "penny", name="Penny Lane", actor="Kate Hudson")
LESTER = row("people", "lester", name="Lester Bangs")
GOD = Value("I am a golden god!", ((7, 17),))
LINE = row("quotes", "god", text=GOD, who="penny")
SCENE = row("scenes", "roof", there=("penny", "lester"), place="a roof")
TWO_GAPS = row("quotes", "two", text=Value("one two three", ((0, 3), (8, 13))))
BANK = Bank(
    tables={
        "people": Table("people", (PENNY, LESTER)),
        "quotes": Table("quotes", (LINE, TWO_GAPS)),
        "scenes": Table("scenes", (SCENE,)),
    },
    links=frozenset({("quotes", "who"), ("scenes", "there")}),
    ids={"penny": PENNY, "lester": LESTER},
)


def filled(source: str, of: Row, bound: Binding | None = None, language: str = "en") -> str | None:
    return fill(compile_text(source), BANK, of, bound or Binding(), language)


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("", ("",)),
        ("plain", ("plain",)),
        ("{a}", (Slot(("a",)),)),
        ("Who says “{text}”?", ("Who says “", Slot(("text",)), "”?")),
        ("{ who.name }{text|blank}", (Slot(("who", "name")), Slot(("text",), "blank"))),
        ("{x | gap}.", (Slot(("x",), "gap"), ".")),
    ],
)
def test_a_text_is_strings_and_slots_in_order(source: str, parts: tuple[str | Slot, ...]) -> None:
    assert compile_text(source) == Text(parts)


@pytest.mark.parametrize(
    ("source", "offset"),
    [
        ("a } b", 2),
        ("a { b", 2),
        ("{a{b}}", 0),
        ("x {}", 2),
        ("{a.}", 0),
        ("{a..b}", 0),
        ("{a!r}", 0),
        ("{a:>99999}", 0),
        ("{0}", 0),
        ("{a[0]}", 0),
        ("ok {a} {a|upper}", 7),
        ("{{a}}", 0),
        ("{a\n.b}", 0),
    ],
)
def test_anything_but_a_path_in_braces_is_refused_where_it_stands(source: str, offset: int) -> None:
    with pytest.raises(TextError) as fault:
        compile_text(source)
    assert fault.value.offset == offset


def test_underscores_lead_to_fields_and_never_to_attributes() -> None:
    assert filled("{name}", PENNY) == "Penny Lane"
    with pytest.raises(TextError):
        compile_text("{name.__class__.__mro__[0]}")
    assert read_path("__class__") == Slot(("__class__",))
    assert filled("{__class__}", PENNY) is None


def fault_in(source: str) -> TextError | None:
    try:
        compile_text(source)
    except TextError as fault:
        return fault
    return None


@given(st.text(st.sampled_from("ab{}.|{}"), max_size=12))
def test_what_is_refused_says_where_and_the_rest_has_no_brace_left(source: str) -> None:
    fault = fault_in(source)
    if fault is not None:
        assert 0 <= fault.offset < len(source)
        return
    shown = [part for part in compile_text(source).parts if isinstance(part, str)]
    assert not set("".join(shown)) & set("{}")


@given(st.text(st.characters(exclude_characters="{}"), max_size=60))
def test_a_text_without_braces_stays_as_it_is(source: str) -> None:
    assert filled(source, PENNY) == source


def test_a_value_is_never_looked_at_again() -> None:
    sly = row("people", "sly", name="{actor}{", actor="nobody")
    assert filled("{name} and {actor}", sly) == "{actor}{ and nobody"


def test_a_path_follows_links() -> None:
    assert filled("{who.name}: {text}", LINE) == "Penny Lane: I am a golden god!"


def test_a_missing_value_leaves_no_text() -> None:
    assert filled("{name} is {actor}", LESTER) is None
    assert filled("{there.actor}", SCENE) == "Kate Hudson"


def test_several_values_read_as_a_list_in_the_packs_language() -> None:
    assert filled("{there.name}", SCENE) == "Penny Lane and Lester Bangs"
    assert filled("{there.name}", SCENE, language="fr") == "Penny Lane, Lester Bangs"


def test_brackets_are_not_shown_and_a_blank_stands_for_the_gap() -> None:
    assert filled("{text}", LINE) == "I am a golden god!"
    assert filled("{text|blank}", LINE) == "I am a ____!"
    assert filled("{text|gap}", LINE) == "golden god"


def test_only_the_gap_that_is_asked_for_is_blank() -> None:
    (leaf,) = follow(BANK, TWO_GAPS, ("text",))
    assert filled("{text|blank}", TWO_GAPS) == "____ two ____"
    assert filled("{text|blank}", TWO_GAPS, Binding(leaf, 1)) == "one two ____"
    assert filled("{text|gap}", TWO_GAPS, Binding(leaf, 1)) == "three"


def test_of_several_values_only_the_one_asked_about_is_meant() -> None:
    leaf = list(follow(BANK, SCENE, ("there", "name")))[1]
    bound = Binding(leaf)
    assert filled("{there.name}", SCENE, bound) == "Lester Bangs"
    assert leaves(read_path("there.name"), BANK, SCENE, bound) == (leaf,)
    # The link it was reached by is meant elsewhere in the text, too.
    assert filled("{there.actor}", SCENE, bound) is None

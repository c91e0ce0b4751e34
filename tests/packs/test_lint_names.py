from __future__ import annotations

from pathlib import Path

import pytest

from game.packs import lint_names
from game.packs.library import check_pack
from game.packs.standard import standard_templates
from game.rules.bank import Bank, Row, Table, Value
from tests.packs.packing import BANK, HEADER, QUESTION

SAID = (
    '  quotes:\n    - {text: "One, [two]!", who: penny}\n    - {text: "Go [home].", who: lester}\n'
)
OWN = 'templates: [{each: quote, ask: "What follows {text}?", answer: then}]\n'
NAMES = SAID.replace("penny", "Cameron").replace("lester", "Nancy")
TITLES = (
    "  moments:\n    - {title: the leap, place: a roof}\n"
    '  quotes:\n    - {text: "One, [two]!", moment: the leap}\n'
)


def said(bank: str, folder: Path, rest: str = QUESTION) -> list[tuple[str, str]]:
    """The warnings about names, each with what to do."""
    path = folder / "a.yaml"
    path.write_text(HEADER + bank + rest, "utf-8")
    codes = ("field-name", "table-name", "no-link")
    return [(p.message, p.help) for p in check_pack(path).problems if p.code in codes]


def test_a_field_that_one_row_has_is_told_its_likely_name(tmp_path: Path) -> None:
    bank = BANK + SAID + '    - {text: "It [is].", woh: penny}\n'
    told = ("`quotes` row 3: only this row has `woh`", "did you mean `who`?")
    assert said(bank, tmp_path) == [told]


def test_a_field_is_compared_with_those_of_most_rows(tmp_path: Path) -> None:
    rows = "  tents:\n" + "".join(f"    t{n}: {{city: C{n}, colour: R{n}}}\n" for n in range(4))
    bank = BANK + rows + "    t8: {city: C8, color: R8}\n    t9: {city: C9, color: R9}\n"
    told = ("`tents` row `t8`: only two rows have `color`", "did you mean `colour`?")
    assert said(bank, tmp_path) == [told]


def test_a_row_that_has_both_fields_means_both(tmp_path: Path) -> None:
    bank = BANK + SAID + '    - {text: "It [is].", who: penny, whom: Lester}\n'
    assert said(bank, tmp_path) == []


def test_a_table_is_told_the_standard_name_it_nearly_has(tmp_path: Path) -> None:
    bank = BANK + SAID.replace("quotes:", "quote:")
    told = ("no standard question asks the table `quote`", "did you mean `quotes`?")
    assert said(bank, tmp_path) == [told]


def test_a_misspelt_table_is_named_even_where_nothing_is_asked(tmp_path: Path) -> None:
    bank = "bank:\n" + SAID.replace("quotes:", "quote:")
    assert ("no standard question asks the table `quote`", "did you mean `quotes`?") in said(
        bank, tmp_path, ""
    )


@pytest.mark.parametrize("rest", [OWN + QUESTION, "standard: false\n" + QUESTION])
def test_a_table_that_is_meant_so_is_left_alone(rest: str, tmp_path: Path) -> None:
    bank = BANK + '  quote:\n    - {text: "One", then: Two}\n    - {text: "Go", then: Home}\n'
    assert said(bank, tmp_path, rest) == []


def test_names_where_ids_are_followed_are_pointed_out(tmp_path: Path) -> None:
    tip = "give `people` rows an id and write that here; until then nothing asks who says it"
    assert said(BANK + NAMES, tmp_path) == [("`quotes.who` holds names, not ids", tip)]


def test_a_name_is_answered_with_the_id_of_its_row(tmp_path: Path) -> None:
    tip = "did you mean `penny`? without ids nothing asks who says it"
    bank = BANK + NAMES.replace("Nancy", "Penny Lane")
    assert said(bank, tmp_path) == [("`quotes.who` holds names, not ids", tip)]


def test_titles_where_moments_are_followed_are_pointed_out(tmp_path: Path) -> None:
    tip = "give `moments` rows an id and write that here; until then nothing asks where a line"
    told = ("`quotes.moment` holds text, not ids", f"{tip} belongs")
    assert said(BANK + TITLES, tmp_path) == [told]


def test_names_that_the_packs_own_templates_ask_for_are_meant(tmp_path: Path) -> None:
    own = 'templates: [{each: quotes, ask: "Who says {text}?", answer: who}]\n'
    assert said(BANK + NAMES, tmp_path, own + QUESTION) == []


def test_the_standard_fields_and_links_are_those_of_the_standard_templates() -> None:
    def text(name: str) -> tuple[Value, ...]:
        return (Value(name),)

    links = {(table, field): link.target for (table, field), link in lint_names.LINKS.items()}
    tables = {}
    for name, fields in lint_names.STANDARD.items():
        shown = {field: text(links.get((name, field), field)) for field in fields}
        tables[name] = Table(name, (Row(name, name, 1, shown, name),))
    ids = {name: table.rows[0] for name, table in tables.items()}
    found = standard_templates(
        Bank(tables, frozenset(links), frozenset({("moments", "who")}), ids=ids), ()
    )
    firsts = {(each.each, slot.steps[0]) for each in found for slot in each.slots}
    assert firsts == {
        (name, field) for name, fields in lint_names.STANDARD.items() for field in fields
    }
    followed = {(e.each, slot.steps[0]) for e in found for slot in e.slots if slot.steps[1:]}
    assert followed == set(links)

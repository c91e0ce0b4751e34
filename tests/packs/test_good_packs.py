from __future__ import annotations

import pytest

from game.packs.pack import Pack
from tests.packs.packing import BANK, HEADER, QUESTION, messages, read

SMALLEST = """format: 1
title: My first pack
questions:
  - ask: What did Russell jump into?
    answer: A swimming pool
    wrong: [A lake, A crowd, A pile of coats]
    why: He was on the roof; the pool was below.
"""
EXAMPLE = """format: 1
title: Almost Famous
about: Five moments no music fan forgets.
language: en
authors: [A. Fan]
licence: CC-BY-4.0

bank:                         # tables of rows; table and field names are yours
  people:
    russell: {name: Russell Hammond, actor: Billy Crudup, kind: band}
    lester:  {name: Lester Bangs, actor: Philip Seymour Hoffman, kind: press}
    penny:   {name: Penny Lane, actor: Kate Hudson, kind: fan}
  moments:
    golden-god: {title: the leap from the roof, place: a house party, who: [russell]}
  quotes:
    - {text: "I am a [golden god]!", who: russell, moment: golden-god}
    - {text: "You're [not cool].", who: lester}
    - {text: "It's all [happening]!", who: penny}

complete: [moments.who]       # these lists name everyone: who is not listed was not there

decoys:                       # more wrong answers for a column: false for every row
  moments.place: [a record shop, a recording studio]

templates:
  - each: quotes
    ask: Who says “{text}”?
    answer: who.name
    fact: "{who.name} says “{text}”"
    near: [who.kind]
  - each: quotes
    ask: "Finish the line: “{text|blank}”"
    answer: text|gap
    fact: "The line is “{text}”"
    level: 2
"""


FACT, LEVEL = '    fact: "The line is “{text}”"\n', "    level: 2\n"


def stems(pack: Pack) -> list[str]:
    return [question.stem for question in pack.questions]


def test_the_smallest_pack_makes_its_question() -> None:
    pack = read(SMALLEST)
    (question,) = pack.questions
    assert pack.playable
    assert pack.problems == ()
    assert question.stem == "What did Russell jump into?"
    assert question.key.text == "A swimming pool"
    assert [option.text for option in question.wrong] == ["A lake", "A crowd", "A pile of coats"]
    assert question.why == "He was on the roof; the pool was below."


def test_the_example_of_the_format_makes_what_it_should() -> None:
    pack = read(EXAMPLE)
    assert pack.problems == ()
    own = [q for q in pack.questions if not q.template.startswith("standard")]
    assert [q.stem for q in own] == [
        "Who says “I am a golden god!”?",
        "Who says “You're not cool.”?",
        "Who says “It's all happening!”?",
        "Finish the line: “I am a ____!”",
        "Finish the line: “You're ____.”",
        "Finish the line: “It's all ____!”",
    ]
    who = own[0]
    assert who.key.text == "Russell Hammond"
    assert [o.fact for o in who.wrong] == [
        "Lester Bangs says “You're not cool.”",
        "Penny Lane says “It's all happening!”",
    ]


def test_the_header_is_what_its_author_typed() -> None:
    pack = read(EXAMPLE)
    assert (pack.title, pack.about) == ("Almost Famous", "Five moments no music fan forgets.")
    assert (pack.language, pack.authors, pack.licence) == ("en", ("A. Fan",), "CC-BY-4.0")


def test_standard_templates_ask_a_table_of_people() -> None:
    asked = stems(read(HEADER + BANK))
    assert "Who plays Penny Lane?" in asked
    assert "Which part does Kate Hudson play?" in asked


def test_standard_templates_can_be_switched_off() -> None:
    assert read(HEADER + "standard: false\n" + BANK).questions == ()


def test_a_template_of_the_pack_replaces_the_standard_one() -> None:
    own = 'templates: [{each: people, ask: "{name} is played by ...?", answer: actor}]\n'
    asked = stems(read(HEADER + BANK + own))
    assert "Penny Lane is played by ...?" in asked
    assert "Who plays Penny Lane?" not in asked
    assert "Which part does Kate Hudson play?" in asked


def test_what_standard_templates_cannot_make_is_no_problem() -> None:
    pack = read(HEADER + "bank:\n  people:\n    - {name: A, actor: B}\n" + QUESTION)
    assert pack.problems == ()
    assert len(pack.questions) == 1


@pytest.mark.parametrize(
    "other",
    [
        EXAMPLE.replace("# tables of rows; table and field names are yours", "# else"),
        EXAMPLE.replace("format: 1\ntitle: Almost Famous", "title: 'Almost Famous'\n\nformat: 1"),
        EXAMPLE.replace(FACT + LEVEL, LEVEL + FACT),
        EXAMPLE.replace("\n", "\r\n"),
    ],
    ids=["comment", "order", "template", "line-ends"],
)  # fmt: skip
def test_the_fingerprint_is_unmoved_by_layout(other: str) -> None:
    assert other != EXAMPLE
    assert read(other).fingerprint == read(EXAMPLE).fingerprint


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Kate Hudson", "Kate Bush"),
        ("level: 2", "level: 3"),
        ("{name: Penny Lane, actor: Kate Hudson,", "{actor: Kate Hudson, name: Penny Lane,"),
        ("complete: [moments.who]", "complete: []"),
    ],
)
def test_the_fingerprint_is_moved_by_meaning(old: str, new: str) -> None:
    assert read(EXAMPLE.replace(old, new)).fingerprint != read(EXAMPLE).fingerprint


def test_several_answers_make_a_question_each_and_are_never_wrong() -> None:
    pack = read(HEADER + QUESTION.replace("The sky", "[The sky, The moon]"))
    assert [q.key.text for q in pack.questions] == ["The sky", "The moon"]
    for question in pack.questions:
        assert {o.text for o in question.wrong} == {"The sea", "The road", "The lift"}


def test_an_other_name_of_the_answer_is_never_wrong_in_a_question_by_hand() -> None:
    bank = "bank:\n  things:\n    - {name: The sky, aka: [The heavens]}\n"
    pack = read(HEADER + bank + QUESTION.replace("The lift", "The heavens"))
    (problem,) = pack.problems
    assert "'The heavens' cannot be wrong" in problem.message


def test_double_brackets_are_brackets() -> None:
    text = HEADER + 'bank:\n  q:\n    - {text: "a [[b]] [c d]"}\n' + QUESTION
    (row,) = read(text).bank.tables["q"].rows
    (value,) = row.fields["text"]
    assert (value.shown, value.gap(0)) == ("a [b] c d", "c d")


def test_rows_without_an_id_are_named_by_their_label() -> None:
    text = (
        HEADER + "bank:\n  t:\n    - {name: Ä b!}\n    - {name: a B}\n    - {name: C}\n" + QUESTION
    )
    assert [row.key for row in read(text).bank.tables["t"].rows] == ["a-b", "a-b-2", "c"]


def test_a_row_with_an_unknown_link_proves_nothing_by_it() -> None:
    text = EXAMPLE.replace("who: penny", "who: peny")
    pack = read(text)
    said = "quotes row 3: nobody is called 'peny' (did you mean 'penny'?)"
    assert said in messages(pack)
    assert "who" not in pack.bank.tables["quotes"].rows[2].fields


def test_a_path_in_why_is_filled_from_the_row_it_is_about() -> None:
    about = '    about: penny\n    why: "{name} knows."\n'
    question = read(HEADER + BANK + QUESTION + about).by_hand[0]
    assert question.why == "Penny Lane knows."


def test_an_illustration_comes_with_its_row() -> None:
    bank = BANK.replace("kind: fan}", "kind: fan, art: bus}")
    questions = read(HEADER + bank).questions
    assert {q.art for q in questions if q.key.text == "Kate Hudson"} == {"bus"}


def test_not_asks_everyone_who_is_not_listed() -> None:
    moments = "  moments:\n    - {title: the leap, who: [russell, penny]}\n"
    pack = read(HEADER + BANK + moments + "complete: [moments.who]\n")
    asked = [q for q in pack.questions if "NOT" in q.stem]
    assert asked == []
    moments += "    - {title: the call, who: [lester, william]}\n"
    pack = read(HEADER + BANK + moments + "complete: [moments.who]\n")
    asked = [q for q in pack.questions if q.stem == "Who is NOT part of this: the leap?"]
    assert {q.key.text for q in asked} == {"Lester Bangs", "William Miller"}
    assert {o.text for q in asked for o in q.wrong} == {"Russell Hammond", "Penny Lane"}

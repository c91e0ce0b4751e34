from __future__ import annotations

import base64
import json
from pathlib import Path
from urllib.parse import quote

import pytest

from game.packs.exchange.notes import Unusable
from tests.exchange.bring import asked, bring, by_stem, said

ONE_WRONG = "it has 1 wrong option to offer; a question needs at least two wrong options"
TWICE = "Who is in [this] band?"
RESULTS = [
    {
        "type": "multiple",
        "difficulty": "hard",
        "category": "Entertainment: Music",
        "question": "Who sang &quot;Caf&eacute; 7&quot;?",
        "correct_answer": "Ann &amp; Bo",
        "incorrect_answers": ["Cy", "Di", "Ed"],
    },
    {
        "type": "boolean",
        "difficulty": "easy",
        "category": "Entertainment: Music",
        "question": "A drum has strings.",
        "correct_answer": "False",
        "incorrect_answers": ["True"],
    },
]


def _encoded(encode: str) -> str:
    def one(text: str) -> str:
        import html

        plain = html.unescape(text)
        if encode == "base64":
            return base64.b64encode(plain.encode()).decode()
        return quote(plain, safe="")

    results = [
        {
            name: [one(each) for each in value] if isinstance(value, list) else one(str(value))
            for name, value in result.items()
        }
        for result in RESULTS
    ]
    return json.dumps({"response_code": 0, "results": results})


@pytest.mark.parametrize("encode", ["", "base64", "url3986"])
def test_open_trivia_db_says_the_same_in_each_of_its_encodings(tmp_path: Path, encode: str) -> None:
    text = _encoded(encode) if encode else json.dumps({"results": RESULTS}, indent=1)
    made = bring(tmp_path, "opentdb.json", text)
    question = by_stem(made, 'Who sang "Café 7"?')
    assert question.key.text == "Ann & Bo"
    assert [option.text for option in question.wrong] == ["Cy", "Di", "Ed"]
    assert question.level == 3
    assert made.pack.licence == "CC-BY-SA-4.0"
    assert made.pack.authors == ("Open Trivia DB contributors",)
    assert "opentdb.com" in made.pack.about
    assert made.pack.title == "Entertainment: Music"


def test_statements_become_the_options_of_questions_about_truth(tmp_path: Path) -> None:
    said_true = ["Water is wet.", "True or False: fire is hot."]
    said_false = ["Ice is warm.", "Snow is black."]
    results = [
        {
            "question": text,
            "correct_answer": "True" if text in said_true else "False",
            "incorrect_answers": ["False" if text in said_true else "True"],
        }
        for text in (*said_true, *said_false)
    ]
    made = bring(tmp_path, "a.json", json.dumps({"results": results}))
    options = {(q.stem, q.key.text): {o.text for o in q.wrong} for q in made.pack.questions}
    assert options["Which of these is true?", "Fire is hot."] == set(said_false)
    assert options["Which of these is false?", "Snow is black."] == {
        "Water is wet.",
        "Fire is hot.",
    }


def test_an_entry_without_an_answer_is_named_with_its_line(tmp_path: Path) -> None:
    text = json.dumps({"results": [RESULTS[0], {"question": "What?"}]}, indent=0)
    notes = said(bring(tmp_path, "a.json", text))
    line = text.split("\n").index('"question": "What?"') + 1
    message = "`question`, `correct_answer` or `incorrect_answers` is missing"
    assert f"a.json:{line}:1: error: left out: {message}" in notes


OPEN_TRIVIA_QA = """
#Q Who played the drums?
^ Bo
A Ann
B Bo
C Cy
D Cy

#Q Who played the “drums”?
^ Bo
A Bo
B Di
C Ed

#Q Is it loud?
^ Yes
A Yes
B No

#Q A question on
two lines
^ Ann
A Ann
B Bo
C Cy
"""


def test_open_trivia_qa_in_windows_1252_repeats_itself_and_is_told_so(tmp_path: Path) -> None:
    made = bring(tmp_path, "drums", OPEN_TRIVIA_QA.encode("cp1252"))
    assert asked(made) == {
        "Who played the drums?": ("Bo", {"Ann", "Cy"}),
        "A question on two lines": ("Ann", {"Bo", "Cy"}),
    }
    assert said(made) == [
        "drums:2:1: warning: the option 'Cy' is given twice",
        "drums:9:1: warning: is not UTF-8 (byte 0x93): such lines are read as Windows-1252",
        "drums:9:1: error: left out: the same question with the same answer stands in line 2",
        f"drums:15:1: error: left out: {ONE_WRONG}",
    ]


GIFT = r"""// title: A test \: with signs
$CATEGORY: music/drums

// [tag:level-3]
::One:: What is 1 \= 1 \{x\}\: a\~b ?{ =right # why it is ~wrong one ~%0%50% # no ~other }

::Two::The [[drum]] is {=hit =beaten ~%50%stroked} here.
::Three::[html]<p>Which &amp; <b>who</b>?</p>{~<i>Ann</i> =Bo ~Cy ####<p>General.</p>}

Two of these { ~%50%Ann ~%50%Bo ~%-100%Cy ~%-100%Di }

A pi {#3.14:0.01}

Pairs {=a -> b =c -> d}

Anything {}

A number {#1..5}

Only text

Half { =a ~b ~%50%c ~d }
"""


def test_gift_is_read_with_escapes_weights_feedback_and_formats(tmp_path: Path) -> None:
    made = bring(tmp_path, "a.gift", GIFT)
    first = by_stem(made, "What is 1 = 1 {x}: a~b ?")
    assert (first.key.text, first.why, first.level) == ("right", "why it is", 3)
    assert {option.text for option in first.wrong} == {"wrong one", "50%", "other"}
    third = by_stem(made, "Which & who?")
    assert (third.key.text, third.why) == ("Bo", "General.")
    several = {q.key.text for q in made.pack.questions if q.stem.startswith("Two of these")}
    assert several == {"Ann", "Bo"}
    assert made.pack.title == "A test : with signs"
    left = [note.partition("left out: ")[2] for note in said(made) if "left out: " in note]
    assert left == [
        "matching pairs; a question has one answer",
        "an essay, which has no answer to choose",
        "any number of a range is right; a question has one answer",
        "a description without answers",
    ]
    changed = [note.partition("warning: ")[2] for note in said(made) if "a.gift:" in note[:7]]
    assert "'stroked' is half right: neither asked nor offered" in changed
    assert "'within 0.01' is dropped: the answer is exact" in changed


def test_gift_without_wrong_answers_is_a_bank_whose_answers_are_the_wrong_options(
    tmp_path: Path,
) -> None:
    text = "\n\n".join(f"Who is {n}? {{={name} ={name}y}}" for n, name in enumerate("abcd"))
    made = bring(tmp_path, "a.gift", text)
    assert asked(made)["Who is 0?"] == ("a", {"b", "c", "d"})
    assert made.pack.bank.tables["cards"].rows[0].aka == ("ay",)


AIKEN = """What is a drum?
A) A string
B) A skin
C) A reed
ANSWER: B

A line of its own

Who sings
in the choir?
A. Ann
B. Bo
C. Cy
ANSWER: A, C

What is left?
A. Ann
B. Bo
ANSWER: D
"""


def test_aiken_is_read_and_what_is_none_of_it_is_named(tmp_path: Path) -> None:
    made = bring(tmp_path, "a.txt", AIKEN)
    assert {(q.stem, q.key.text) for q in made.pack.questions} == {("What is a drum?", "A skin")}
    assert said(made) == [
        "a.txt:7:1: warning: a line that belongs to no question: 'A line of its own'",
        f"a.txt:9:1: error: left out: {ONE_WRONG}",
        "a.txt:16:1: error: left out: `ANSWER: D`, and there is no option D",
    ]


RED = """AUTHOR: Somebody
DESCRIPTION: About the roof
Is it off?:
- No
- nope
How many jumped?:
- 07
When?: ["1:30"]
Who is in [this] band?:
- Ann
"Is Ann in?":
- Ann
Who is in [this] band?:
- Bo
See https://example.org/flag.png:
- A flag
"""


def test_a_red_list_is_read_as_text_and_its_other_answers_are_other_names(tmp_path: Path) -> None:
    made = bring(tmp_path, "roof.yaml", RED)
    rows = made.pack.bank.tables["cards"].rows
    assert [row.fields["answer"][0].shown for row in rows] == ["No", "07", "1:30", "Ann"]
    assert rows[0].aka == ("nope",)
    assert asked(made)["Who is in [this] band?"] == ("Ann", {"No", "07", "1:30"})
    assert made.pack.authors == ("Somebody",)
    assert [note for note in said(made) if "error" in note] == [
        "roof.yaml:11:1: error: left out: the answer 'Ann' stands in the question",
        f"roof.yaml:13:1: error: left out: `{TWICE}` is given twice, in lines 9 and 13",
        "roof.yaml:15:1: error: left out: it shows a picture or plays a sound",
    ]


def test_answers_that_contradict_are_named_and_the_first_is_kept(tmp_path: Path) -> None:
    text = "question,answer,wrong 1,wrong 2\nWho?,Ann,Bo,Cy\nWho?,Bo,Ann,Cy\nWho?,Di,Bo,Cy\n"
    made = bring(tmp_path, "a.csv", text)
    assert {q.key.text for q in made.pack.questions} == {"Ann", "Di"}
    assert said(made) == [
        "a.csv:3:1: error: left out: its answer 'Bo' is wrong by the same question in line 2",
        "a.csv:4:1: warning: the same question has another answer in line 2; both count as right",
    ]


@pytest.mark.parametrize("text", ["", "nothing to see here", "{", "[[[[", "question,answer\n"])
def test_what_holds_no_question_is_refused_in_one_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(Unusable) as fault:
        bring(tmp_path, "a.json" if text in ("{", "[[[[") else "a", text)
    assert "\n" not in fault.value.message

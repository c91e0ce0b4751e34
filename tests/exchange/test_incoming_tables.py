from __future__ import annotations

from pathlib import Path

import pytest

from game.packs.exchange.columns import columns
from tests.exchange.bring import asked, bring, said, sheet, zipped

KAHOOT: list[list[str | int]] = [
    ["Quiz template"],
    [],
    [
        "",
        "Question - max 120 characters",
        *(f"Answer {n} - max 75 characters" for n in (1, 2, 3, 4)),
        "Time limit (sec) – 5, 10 or 20",
        "Correct answer(s) - choose at least one",
    ],
    [1, "Which is three?", 3, 2, "three dozen", "five", 20, 1],
    [2, "Which are even?", "two", "four", "five", "seven", 20, "1,2"],
    [3, "Which is missing?", "two", "", "five", "", 20, 2],
]


def test_a_kahoot_sheet_is_found_by_its_header_and_counts_from_one(tmp_path: Path) -> None:
    made = bring(tmp_path, "k.xlsx", sheet(KAHOOT, shared=["two", "five"]))
    assert asked(made)["Which is three?"] == ("3", {"2", "three dozen", "five"})
    keys = {q.key.text for q in made.pack.questions if q.stem == "Which are even?"}
    assert keys == {"two", "four"}
    assert said(made)[-1] == (
        "k.xlsx:6:1: error: left out: its right answer '2' is the number of no option"
    )


def test_the_row_that_explains_a_quizizz_header_is_no_question(tmp_path: Path) -> None:
    header = "Question Text,Question Type,Option 1,Option 2,Option 3,Correct Answer,Image Link"
    rows = [
        header,
        '"Text of the question\n(required)",Question Type,Text for option 1,,,(between 1-3),',
        "How many?,Multiple Choice,5,6,1,1,",
        'Which are?,Checkbox,Ann,Bo,Cy,"1,2",',
        "Name a moon,Fill-in-the-Blank,Phobos,Deimos,,,",
        "How do you feel?,Poll,Good,Bad,,,",
    ]
    made = bring(tmp_path, "q.csv", "\n".join(rows))
    assert asked(made)["How many?"] == ("5", {"6", "1"})
    assert said(made)[-1] == (
        "q.csv:7:1: error: left out: a question of the kind 'poll' has no answer to choose"
    )


@pytest.mark.parametrize(
    "header",
    [
        "question,answer,wrong 1,wrong 2",
        "Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2 (Optional)",
        "questionText;correctAnswer;wrongAnswer1;wrongAnswer2",
        "Frage\tRichtige Antwort\tFalsche Antwort 1\tFalsche Antwort 2",
    ],
)
def test_headers_are_known_in_many_spellings(tmp_path: Path, header: str) -> None:
    sign = next(sign for sign in ",;\t" if sign in header)
    made = bring(tmp_path, "a.csv", f"{header}\n{sign.join(['Who?', 'Ann', 'Bo', 'Cy'])}\n")
    assert asked(made) == {"Who?": ("Ann", {"Bo", "Cy"})}


@pytest.mark.parametrize(
    ("right", "key"), [("b", "Bo"), ("Bo", "Bo"), ("2", "Bo"), ("option_c", "Cy")]
)
def test_the_right_option_is_told_by_letter_text_number_or_name(
    tmp_path: Path, right: str, key: str
) -> None:
    text = f"question,a,b,c,correct\nWho?,Ann,Bo,Cy,{right}\n"
    assert asked(bring(tmp_path, "a.csv", text))["Who?"][0] == key


def test_a_question_number_is_no_question() -> None:
    found = columns(["Question #", "Question Text", "Answer 1", "Answer 2", "Correct Answer(s)"])
    assert (found.of("ask"), found.of("option"), found.of("right")) == ((1,), (2, 3), (4,))


ANKI = """#separator:tab
#html:true
#notetype column:1
#tags column:4
Basic\tWho <b>sang</b>&nbsp;it?\tAnn\tlevel::2
Basic\tWho drummed?\tBo\t
Basic\t"Who wrote
it?"\tCy\t
#a comment
Basic\tWhat is this? <img src="x.png">\tDi\t
Basic\tWho hummed?\tEd\t
"""


def test_anki_text_is_read_by_what_it_says_about_itself(tmp_path: Path) -> None:
    made = bring(tmp_path, "deck.txt", ANKI)
    assert asked(made)["Who sang it?"] == ("Ann", {"Bo", "Cy", "Ed"})
    levels = {q.stem: q.level for q in made.pack.questions}
    assert levels == {"Who sang it?": 2, "Who drummed?": 1, "Who wrote it?": 1, "Who hummed?": 1}
    assert said(made) == ["deck.txt:10:1: error: left out: it shows a picture or plays a sound"]


def test_years_and_names_are_not_offered_together(tmp_path: Path) -> None:
    years = [f"When was {n}?,{1960 + n}" for n in range(4)]
    names = [f"Who was {n}?,Ann{n}" for n in range(4)]
    made = bring(tmp_path, "a.csv", "\n".join(["question,answer", *years, *names]))
    assert asked(made)["When was 0?"][1] == {"1961", "1962", "1963"}
    assert asked(made)["Who was 0?"][1] == {"Ann1", "Ann2", "Ann3"}


V4 = """<package name="A night" version="4" language="ru-RU" xmlns="urn:v4">
<info><authors><author>Ann</author></authors></info>
<rounds><round><themes><theme name="Roofs"><questions>
<question price="100"><info><comments>It is.</comments></info>
<scenario><atom>Who leaps?</atom><atom type="marker"/><atom type="image">@x.jpg</atom></scenario>
<right><answer>Bo</answer><answer>Bob</answer></right></question>
<question price="200"><scenario><atom>Who?</atom><atom type="image">@y.jpg</atom></scenario>
<right><answer>Cy</answer></right></question>
<question price="300"><scenario><atom type="say">Who sings?</atom></scenario>
<right><answer>Di</answer><answer>Dora</answer></right>
<wrong><answer>Ed</answer><answer>Flo</answer></wrong></question>
</questions></theme><theme name="Buses"><questions>
<question><scenario><atom>Who drives?</atom></scenario>
<right><answer>Gus</answer></right></question>
<question><scenario><atom>Who sits?</atom></scenario><right><answer>Hal</answer></right></question>
</questions></theme></themes></round></rounds></package>"""


def test_sigame_4_asks_under_its_theme_and_leaves_pictures_out(tmp_path: Path) -> None:
    made = bring(tmp_path, "a.siq", zipped({"content.xml": V4, "Images/%D0%B0.jpg": b"x"}))
    questions = {q.stem: q for q in made.pack.questions}
    assert set(questions) == {
        "Roofs: Who leaps?", "Roofs: Who sings?", "Buses: Who drives?", "Buses: Who sits?",
    }  # fmt: skip
    assert questions["Roofs: Who leaps?"].why == "It is."
    assert {o.text for o in questions["Roofs: Who leaps?"].wrong} == {"Gus", "Hal"}
    assert {o.text for o in questions["Roofs: Who sings?"].wrong} == {"Ed", "Flo"}
    assert (made.pack.title, made.pack.language, made.pack.authors) == (
        "A night",
        "ru-RU",
        ("Ann",),
    )
    assert said(made) == [
        "a.siq:2:1: error: left out: Roofs, 200: it shows a picture, plays a sound or a film"
    ]


V5 = """<package name="B" version="5" xmlns="urn:v5">
<rounds><round><themes><theme name="T"><questions>
<question price="100"><params><param name="theme">Secret</param>
<param name="question" type="content"><item>Which one?</item></param>
<param name="answerType">select</param><param name="answerOptions" type="group">
<param name="A" type="content"><item type="text">Ann</item></param>
<param name="B" type="content"><item type="text">Bo</item></param>
<param name="C" type="content"><item type="text">Cy</item></param></param></params>
<right><answer>B</answer></right></question>
<question price="200"><params><param name="question" type="content"><item>Where?</item></param>
<param name="answerType">point</param></params><right><answer>1,2</answer></right></question>
</questions></theme></themes></round></rounds></package>"""


def test_sigame_5_options_are_told_by_their_letter(tmp_path: Path) -> None:
    made = bring(tmp_path, "b.siq", zipped({"content.xml": V5}))
    assert asked(made) == {"Secret: Which one?": ("Bo", {"Ann", "Cy"})}
    assert said(made) == [
        "b.siq:2:1: error: left out: T, 200: an answer of the kind 'point' cannot be chosen"
    ]

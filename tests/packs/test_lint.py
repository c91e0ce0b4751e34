from __future__ import annotations

from pathlib import Path

import pytest

from game.packs.library import check_pack
from tests.packs.packing import BANK, HEADER, QUESTION, warned


def by_hand(ask: str, answer: str, wrong: str, count: int = 1) -> str:
    entry = f'  - ask: "{ask}"\n    answer: {answer}\n    wrong: [{wrong}]\n'
    return HEADER + "questions:\n" + entry * count


LONG = "A very long answer that says everything and then goes on"
FAULTY = {
    "long-key": by_hand("What is up?", "The wide blue sky above", "Sea, Road, Lift"),
    "giveaway": by_hand("Who leads the orchestra?", "The orchestra leader", "Ann, Ben, Cleo"),
    "dated": by_hand("Who is the latest champion?", "Ann", "Ben, Cleo, Dora"),
    "hidden-not": by_hand("Who is not there?", "Ann", "Ben, Cleo, Dora"),
    "long-stem": by_hand("What " + "really " * 20 + "is up?", "Ann", "Ben, Cleo, Dora"),
    "long-option": by_hand("What is up?", LONG, "Ben, Cleo, Dora"),
    "few-wrong": by_hand("What is up?", "Ann", "Ben, Cleo"),
    "all-of": by_hand("What is up?", "Ann", "Ben, Cleo, All of the above"),
    "article": by_hand("It is an", "Apple", "Pear, Plum, Fig"),
    "plural": by_hand("What are these?", "Bells", "Drum, Flute, Horn"),
    "no-authors": "format: 1\ntitle: A\nlicence: CC0-1.0\n" + QUESTION,
    "no-licence": "format: 1\ntitle: A\nauthors: [A]\n" + QUESTION,
    "twins": by_hand("Where does the band play?", "Here", "There, Far, Near")
    + '  - ask: "Where does this band play?"\n    answer: Here\n    wrong: [Up, Down, Off]\n',
    "names-speaker": HEADER
    + BANK
    + '  quotes:\n    - {text: "I am Penny, and this is all.", who: penny}\n',
    "idle": HEADER
    + BANK
    + 'templates: [{each: people, ask: "{name}?", answer: actor, only: {kind: none}}]\n',
}


@pytest.mark.parametrize("code", FAULTY)
def test_what_could_be_better_is_said(code: str, tmp_path: Path) -> None:
    assert code in warned(FAULTY[code], tmp_path)


def test_a_sound_pack_gets_no_warning(tmp_path: Path) -> None:
    assert warned(HEADER + QUESTION, tmp_path) == set()


def test_words_in_quotes_are_someone_elses(tmp_path: Path) -> None:
    text = by_hand("Who says “Not now”?", "Ann", "Ben, Cleo, Dora")
    assert warned(text, tmp_path) == set()


@pytest.mark.parametrize(
    ("ask", "answer"),
    [("Who says “We are uncool”?", "Mr Bangs"), ("Who says “I am a ____”?", "Billy")],
)
def test_the_grammar_of_a_quote_gives_nothing_away(ask: str, answer: str, tmp_path: Path) -> None:
    assert warned(by_hand(ask, answer, "Anna, Otto, Edda"), tmp_path) == set()


def test_always_taking_the_longest_option_must_not_win(tmp_path: Path) -> None:
    rows = "".join(
        f"  - ask: Question number {n}?\n    answer: Option{n}\n    wrong: [Aa, Bbb, Cccc]\n"
        for n in range(60)
    )
    assert "longest" in warned(HEADER + "questions:\n" + rows, tmp_path)
    fair = rows.replace("Cccc", "Cccccccccccc")
    assert "longest" not in warned(HEADER + "questions:\n" + fair, tmp_path)


def test_a_letter_that_no_font_has_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(HEADER + QUESTION, "utf-8")
    pack = check_pack(path, drawable=lambda char: char != "k")
    (problem,) = pack.problems
    assert problem.message == "no font of the game can show 'k' (U+006B)"

"""The five rules by which a wrong option is proven wrong; each falls if its rule is dropped."""

from __future__ import annotations

from game.packs.pack import Pack
from game.rules.question import Question
from tests.packs.packing import HEADER, read


def asked(pack: Pack, stem: str) -> list[Question]:
    return [question for question in pack.questions if question.stem == stem]


def offered(pack: Pack, stem: str) -> set[str]:
    return {option.text for question in asked(pack, stem) for option in question.wrong}


SONGS = """standard: false
bank:
  songs:
    - {title: Help, by: Anna, year: 1970}
    - {title: "Help!", by: Ben, year: 1971}
    - {title: Stay, by: Cleo, year: 1972}
    - {title: Home, by: Dora, year: 1973}
templates:
  - {each: songs, ask: "Who sings “{title}”?", answer: by}
"""


def test_who_is_right_in_any_row_of_the_same_stem_is_never_wrong() -> None:
    pack = read(HEADER + SONGS)
    for stem in ("Who sings “Help”?", "Who sings “Help!”?"):
        assert offered(pack, stem) == {"Cleo", "Dora"}


def test_who_is_right_by_hand_is_never_wrong_by_template() -> None:
    by_hand = 'questions:\n  - {ask: "Who sings “Stay”?", answer: Dora, wrong: [Eve, Fay]}\n'
    pack = read(HEADER + SONGS + by_hand)
    assert offered(pack, "Who sings “Stay”?") == {"Anna", "Ben", "Eve", "Fay"}


def test_who_is_right_by_template_is_never_wrong_by_hand() -> None:
    by_hand = 'questions:\n  - {ask: "Who sings “Stay”?", answer: Eve, wrong: [Cleo, Fay, Gus]}\n'
    pack = read(HEADER + SONGS + by_hand)
    assert {option.text for option in pack.questions[0].wrong} == {"Fay", "Gus"}


def test_nothing_is_wrong_for_a_stem_that_some_row_leaves_open() -> None:
    pack = read(HEADER + SONGS.replace("by: Ben, ", ""))
    assert asked(pack, "Who sings “Help”?") == []
    assert offered(pack, "Who sings “Stay”?") == {"Anna", "Dora"}


LISTS = """standard: false
bank:
  parties:
    - {title: the leap, who: [Anna, Ben]}
    - {title: the call, who: Cleo}
    - {title: the bus, who: Dora}
templates:
  - {each: parties, ask: "Who is at {title}?", answer: who}
"""


def test_a_column_of_lists_proves_nothing() -> None:
    pack = read(HEADER + LISTS)
    assert pack.questions == ()
    assert "put `parties.who` under `complete`" in pack.refusals[0].message


def test_a_complete_column_of_lists_proves_who_is_not_listed() -> None:
    pack = read(HEADER + LISTS + "complete: [parties.who]\n")
    assert offered(pack, "Who is at the leap?") == {"Cleo", "Dora"}


def test_decoys_are_wrong_even_where_lists_are_open() -> None:
    pack = read(HEADER + LISTS + "decoys:\n  parties.who: [Eve, Fay]\n")
    assert offered(pack, "Who is at the leap?") == {"Eve", "Fay"}


def people(*rows: str) -> Pack:
    """People who are asked for by their job."""
    table = "".join(f"    - {{{row}}}\n" for row in rows)
    template = 'templates: [{each: people, ask: "Who is {job}?", answer: name}]\n'
    return read(f"{HEADER}standard: false\nbank:\n  people:\n{table}{template}")


def test_an_other_name_of_the_answer_is_never_offered() -> None:
    pack = people(
        "name: Anna, job: the cook, aka: [Annie]",
        "name: Annie, job: the baker",
        "name: Ben, job: the singer",
        "name: Cleo, job: the driver",
    )
    assert offered(pack, "Who is the cook?") == {"Ben", "Cleo"}


def test_two_options_that_read_alike_are_offered_once() -> None:
    pack = people(
        "name: Anna, job: the cook",
        "name: The Band, job: the baker",
        "name: band, job: the singer",
        "name: Cleo, job: the driver",
    )
    assert offered(pack, "Who is the cook?") == {"The Band", "Cleo"}


def test_an_option_that_stands_in_the_stem_is_never_offered() -> None:
    pack = people(
        "name: Anna, job: the cook of Ben",
        "name: Ben, job: the baker",
        "name: Cleo, job: the singer",
        "name: Dora, job: the driver",
    )
    assert offered(pack, "Who is the cook of Ben?") == {"Cleo", "Dora"}


def test_a_question_whose_answer_stands_in_it_is_not_made() -> None:
    pack = people(
        "name: Anna, job: the cook called Anna",
        "name: Ben, job: the baker",
        "name: Cleo, job: the singer",
        "name: Dora, job: the driver",
    )
    assert asked(pack, "Who is the cook called Anna?") == []
    assert len(pack.questions) == 3


def test_two_proven_wrong_options_are_enough_and_one_is_not() -> None:
    three = ("name: Anna, job: the cook", "name: Ben, job: the baker", "name: Cleo, job: x")
    assert len(asked(people(*three), "Who is the cook?")) == 1
    assert people(*three[:2]).questions == ()


def test_what_cannot_be_made_is_said_at_its_line() -> None:
    pack = people("name: Anna, job: the cook", "name: Ben, job: the baker")
    (refusal,) = pack.refusals
    wanted = "needs 1 more row in `people` with another `name`"
    assert (refusal.message, refusal.rows) == (wanted, 2)
    (problem,) = (each for each in pack.problems if each.code == "not-made")
    assert (problem.line, problem.severity) == (refusal.mark.line, "warning")


def test_a_large_table_offers_a_bounded_number_of_proven_options() -> None:
    rows = [f"name: Person {n}, job: job {n}, kind: k{n % 5}" for n in range(200)]
    pack = people(*rows)
    assert len(pack.questions) == 200
    for question in pack.questions:
        number = question.key.text.split()[1]
        assert len(question.wrong) == 24
        assert f"Person {number}" not in {option.text for option in question.wrong}

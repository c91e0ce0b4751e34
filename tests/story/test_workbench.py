"""The workbench, save by save: what a save makes, and the place that is kept."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from game.packs.library import check_text
from game.packs.reading import Reading
from game.scenes.workbench import Bench, Hand, WorkbenchScene
from game.story.workbench import Watch, Workpiece, lines_named
from game.ui.actions import Action, Letter

PACK = """\
format: 1
title: Five moments
about: For the tests of the workbench.
standard: false
authors: [A. Fan]
licence: CC-BY-4.0

bank:
  people:
    russell: {name: Russell Hammond, actor: Billy Crudup, kind: band}
    lester:  {name: Lester Bangs, actor: Philip Seymour Hoffman, kind: press}
    penny:   {name: Penny Lane, actor: Kate Hudson, kind: road}
    elaine:  {name: Elaine Miller, actor: Frances McDormand, kind: home}
    william: {name: William Miller, actor: Patrick Fugit, kind: press}
  lines:
    - {text: "I am a [golden god]!", who: russell}
    - {text: "You are [not cool].", who: lester}
    - {text: "It is all [happening].", who: penny}
    - {text: "Do not take [drugs].", who: elaine}

templates:
  - name: says
    each: lines
    ask: Who says “{text}”?
    answer: who.name
    fact: "{who.name} says “{text}”"
  - name: plays
    each: people
    ask: Who plays {name}?
    answer: actor
    fact: "{actor} plays {name}"
    level: 2
  - name: gap
    each: lines
    ask: "Finish the line: “{text|blank}”"
    answer: text|gap
    fact: "The line is “{text}”"

questions:
  - ask: What does Russell jump into?
    answer: A swimming pool
    wrong: [A lake, A crowd, A pile of coats]
    why: He stands on a roof, and the pool lies below.
  - ask: Where does everybody sing?
    answer: On the bus
    wrong: [In a hotel, In a record shop, At a school]
"""
FILE = Path("five-moments.yaml")


def reading(text: str) -> Reading:
    return Reading(text, check_text(text, FILE))


class Desk:
    """A workbench into which texts are saved."""

    def __init__(self, text: str = PACK) -> None:
        self.piece = Workpiece()
        self.scene = WorkbenchScene(lambda: None)
        self.save(text)

    def save(self, text: str) -> Bench:
        self.scene.take(self.piece.take(reading(text)))
        # Whatever came first, nothing more comes.
        assert self.scene.bench
        return self.scene.bench

    @property
    def here(self) -> str:
        assert self.scene.here
        return self.scene.here.id

    def go_to(self, stem: str) -> None:
        """Flip through until a stem with these words is shown."""
        assert self.scene.bench
        for _ in self.scene.bench.slips:
            self.scene.handle(Action.RIGHT)
            if stem in self.stem:
                return
        pytest.fail(f"no question has “{stem}”")

    @property
    def stem(self) -> str:
        assert self.scene.bench
        return self.scene.bench.show(self.here, 0).stem


def notes(bench: Bench) -> list[str]:
    return [note.words for note in bench.notes]


def test_a_pack_without_a_fault_is_shown_from_its_first_line_on() -> None:
    desk = Desk()
    assert (desk.scene.state, desk.stem) == ("clean", "Who plays Russell Hammond?")
    assert len(desk.scene.slips) == 15
    assert [slip.line for slip in desk.scene.slips] == sorted(s.line for s in desk.scene.slips)


def test_the_questions_of_the_changed_line_are_in_hand() -> None:
    desk = Desk()
    bench = desk.save(PACK.replace("not cool", "not so cool"))
    assert bench.what == "line 17"
    assert desk.scene.hand is Hand.CHANGED
    assert [slip.template for slip in desk.scene.slips] == ["says", "gap"]
    assert notes(bench) == ["Line 17 makes 2 questions."]
    desk.scene.handle(Letter("a"))
    assert len(desk.scene.slips) == 15


def test_a_changed_template_has_all_its_questions_in_hand() -> None:
    desk = Desk()
    bench = desk.save(PACK.replace("ask: Who plays {name}?", "ask: Who is {name}?"))
    assert [slip.template for slip in desk.scene.slips] == ["plays"] * 5
    assert notes(bench) == ["The template in line 27 makes 5 questions."]


def test_a_question_by_hand_that_is_changed_deep_inside_is_found() -> None:
    desk = Desk()
    desk.save(PACK.replace("the pool lies below", "the pool lies under it"))
    assert [desk.stem, len(desk.scene.slips)] == ["What does Russell jump into?", 1]


def test_a_changed_comment_moves_nothing() -> None:
    desk = Desk()
    desk.go_to("Elaine")
    before = desk.here
    desk.save("# for the tour\n" + PACK)
    assert (desk.here, desk.scene.hand) == (before, Hand.ALL)


def test_a_question_that_is_gone_gives_its_place_to_the_nearest_line() -> None:
    desk = Desk()
    desk.go_to("Who plays Elaine")
    text = PACK.replace("elaine:  {name: Elaine Miller", "# elaine:  {name: Elaine Miller")
    text = text.replace('    - {text: "Do not take [drugs].", who: elaine}\n', "")
    desk.save("# one line more\n" + text)
    assert desk.stem in ("Who plays Penny Lane?", "Who plays William Miller?")


def test_every_option_has_the_line_that_proves_it() -> None:
    desk = Desk()
    desk.go_to("golden god")
    assert desk.scene.bench
    shown = desk.scene.bench.show(desk.here, 0)
    proofs = {told.words: told.why for told in shown.options}
    assert proofs["Russell Hammond"] == "Russell Hammond says “I am a golden god!”"
    assert proofs["Lester Bangs"] == "Line 17: Lester Bangs says “You are not cool.”"
    assert [told.words for told in shown.options if told.right] == ["Russell Hammond"]


def test_dealing_anew_changes_the_order_and_not_the_question() -> None:
    desk = Desk()
    desk.go_to("golden god")
    assert desk.scene.bench
    seen = set()
    for _ in range(12):
        desk.scene.handle(Letter("r"))
        shown = desk.scene.bench.show(desk.here, desk.scene.deal)
        assert {told.words for told in shown.options if told.right} == {"Russell Hammond"}
        seen.add(tuple(told.words for told in shown.options))
    assert len(seen) > 3


def test_a_row_that_makes_none_says_why() -> None:
    desk = Desk(PACK.replace("  - name: says", "  - name: said"))
    text = PACK.replace("{name: Penny Lane, actor: Kate Hudson, ", "{name: Penny Lane, ")
    assert notes(desk.save(text)) == [
        "Line 12 makes none: template `plays` needs `actor`.",
        "The template in line 22 makes 4 questions.",
    ]


def test_a_row_that_lacks_others_says_how_many() -> None:
    few = PACK.replace("    elaine:", "    # elaine:").replace("    william:", "    # william:")
    few = few.replace('    - {text: "Do not take [drugs].", who: elaine}\n', "")
    few = few.replace("    penny:   {name: Penny Lane, actor: Kate Hudson, kind: road}\n", "")
    few = few.replace('    - {text: "It is all [happening].", who: penny}\n', "")
    desk = Desk(few)
    bench = desk.save(few.replace("Billy Crudup", "B. Crudup"))
    assert notes(bench) == [
        "Line 10 makes none: needs 1 more row in `people` with another `actor`."
    ]


def test_a_broken_line_keeps_the_questions_of_the_save_before() -> None:
    desk = Desk()
    desk.go_to("golden god")
    here, stem = desk.here, desk.stem
    bench = desk.save(PACK.replace('[golden god]!"', "[golden god]!"))
    assert (bench.stale, desk.scene.state, desk.here, desk.stem) == (True, "broken", here, stem)
    assert bench.faults[0].place.startswith("Line 16, column ")
    assert desk.save(PACK).stale is False
    assert (desk.here, desk.scene.state) == (here, "clean")


def test_what_was_in_hand_can_be_flipped_through_while_the_file_is_broken() -> None:
    desk = Desk()
    desk.save(PACK.replace("not cool", "not so cool"))
    before = desk.scene.slips
    desk.save(PACK.replace('[not cool]."', "[not so cool]."))
    assert (desk.scene.state, desk.scene.slips) == ("broken", before)
    desk.scene.handle(Action.RIGHT)
    assert desk.scene.here == before[1]


def test_the_problem_of_the_changed_line_comes_first() -> None:
    desk = Desk(PACK.replace("who: penny}", "who: peny}"))
    bench = desk.save(PACK.replace("who: penny}", "who: peny}").replace("elaine}", "elain}"))
    assert [fault.place for fault in bench.faults[:2]] == [
        "Line 19, column 43",
        "Line 18, column 45",
    ]
    assert "did you mean 'elaine'?" in bench.faults[0].message


@pytest.mark.parametrize("text", ["", "format: 1\n", "}{", "\x00", "- a\n- b\n", "format: 7\n"])
def test_a_file_that_is_no_pack_keeps_the_questions_of_the_save_before(text: str) -> None:
    desk = Desk()
    here = desk.here
    bench = desk.save(text)
    assert (bench.stale, desk.here, len(bench.slips)) == (True, here, 15)


@pytest.mark.parametrize("text", ["", "format: 1\n", "}{"])
def test_a_file_that_never_was_a_pack_shows_its_problem_and_no_question(text: str) -> None:
    scene = Desk(text).scene
    assert (scene.state, scene.here) == ("broken", None)
    assert scene.bench
    assert scene.bench.faults
    for letter in "rtpac":
        scene.handle(Letter(letter))
    scene.handle(Action.RIGHT)


def test_half_a_file_is_believed_when_nothing_more_comes() -> None:
    desk = Desk()
    half = PACK[: PACK.index("questions:")]
    assert desk.save(half).stale
    again = desk.piece.again()
    assert again
    assert (again.stale, len(again.slips)) == (False, 13)
    assert desk.piece.again() is None


def test_a_file_saved_at_every_character_loses_no_place() -> None:
    desk = Desk()
    desk.go_to("Elaine")
    here = desk.here
    for end in range(len(PACK)):
        bench = desk.save(PACK[:end])
        assert (bench.stale, desk.here) == (True, here)
    desk.save(PACK)
    assert (desk.here, desk.scene.state) == (here, "clean")


def test_a_file_typed_character_by_character_always_shows_something() -> None:
    scene = WorkbenchScene(lambda: None)
    piece, seen = Workpiece(), False
    for end in range(len(PACK) + 1):
        scene.take(piece.take(reading(PACK[:end])))
        assert scene.bench
        seen = seen or scene.here is not None
        assert seen == (scene.here is not None)
        if scene.here:
            assert scene.bench.show(scene.here.id, 0).options
    assert (scene.state, len(scene.bench.slips) if scene.bench else 0) == ("clean", 15)


def test_every_line_taken_out_and_put_back_leads_back() -> None:
    desk = Desk()
    desk.go_to("golden god")
    here, lines = desk.here, PACK.splitlines(keepends=True)
    for number in range(len(lines)):
        desk.save("".join(lines[:number] + lines[number + 1 :]))
        desk.save(PACK)
        assert desk.scene.bench
        assert not desk.scene.bench.stale
        desk.scene.handle(Letter("a"))
        desk.go_to("golden god")
        assert desk.here == here


def test_t_leads_to_the_next_template_and_goes_round() -> None:
    desk, seen = Desk(), []
    for _ in range(5):
        desk.scene.handle(Letter("t"))
        assert desk.scene.here
        seen.append(desk.scene.here.template)
        assert {slip.template for slip in desk.scene.slips} == {seen[-1]}
    assert seen == ["says", "gap", "by hand", "plays", "says"]


def test_p_leads_through_the_problems_and_goes_round() -> None:
    desk = Desk(PACK.replace("authors: [A. Fan]\n", "").replace("licence: CC-BY-4.0\n", ""))
    assert desk.scene.bench
    count = len(desk.scene.bench.faults)
    assert count > 1
    seen = []
    for _ in range(count + 1):
        seen.append(desk.scene.fault)
        desk.scene.handle(Letter("p"))
    assert seen == [*range(count), 0]


def test_coverage_counts_every_question_once_by_level_and_by_template() -> None:
    bench = Desk().scene.bench
    assert bench
    coverage = bench.coverage()
    assert [int(count.figure) for count in coverage.levels] == [10, 5, 0]
    templates = {count.name: count.figure for count in coverage.templates}
    assert templates == {"says": "4", "plays": "5", "gap": "4", "by hand": "2"}
    tables = {count.name: (count.figure, count.note) for count in coverage.tables}
    assert tables == {
        "people": ("5", "5 of 5 rows asked"),
        "lines": ("8", "4 of 4 rows asked"),
    }


def test_lines_are_named_in_words() -> None:
    assert [lines_named(each) for each in ((7,), (7, 8, 9), (7, 9), ())] == [
        "line 7",
        "lines 7 to 9",
        "2 lines",
        "this save",
    ]


def awaited(watch: Watch) -> Bench:
    """The next thing that the watch sees."""
    for _ in range(1000):
        if bench := watch.look():
            return bench
        time.sleep(0.01)
    pytest.fail("nothing was seen")


def test_a_save_is_seen_and_nothing_is_seen_twice(tmp_path: Path) -> None:
    file = tmp_path / "five-moments.yaml"
    file.write_text(PACK, encoding="utf-8")
    watch = Watch(file)
    assert len(awaited(watch).slips) == 15
    file.write_text(PACK.replace("not cool", "not so cool"), encoding="utf-8")
    assert awaited(watch).what == "line 17"
    for _ in range(20):
        assert watch.look() is None
        time.sleep(0.005)


def test_a_file_taken_away_is_said_and_its_return_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "five-moments.yaml"
    file.write_text(PACK, encoding="utf-8")
    watch = Watch(file)
    awaited(watch)
    file.unlink()
    gone = awaited(watch)
    assert (gone.stale, gone.faults[0].message) == (True, "There is no such file.")
    file.write_text(PACK, encoding="utf-8")
    assert not awaited(watch).stale


def test_a_folder_is_watched_by_its_pack_file(tmp_path: Path) -> None:
    folder = tmp_path / "five-moments"
    folder.mkdir()
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    watch = Watch(folder)
    assert len(awaited(watch).slips) == 15
    (folder / "pack.yaml").write_text(PACK.replace("not cool", "uncool"), encoding="utf-8")
    assert awaited(watch).what == "line 17"

"""Packs of one's own, told in the terminal: the rack, the workbench, problems, a pack handed in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.packs.install import consider
from game.scenes.drop import Decision, DropScene
from game.scenes.packs import Choice, Errand, Job, PacksScene
from game.scenes.scene import Scene, show
from game.scenes.workbench import WorkbenchScene
from game.story.dropping import parcel
from game.story.home import evening
from game.story.workbench import Watch
from game.terminal import Terminal, run
from game.terminal.packs import drop, packs, problems, workbench
from game.ui.props.passes import Pass
from tests.scenes import bench_page
from tests.story.test_dropping import Evening
from tests.story.test_workbench import PACK


class Typist:
    def __init__(self, *lines: str) -> None:
        self.typed, self.parts = iter(lines), list[str]()
        self.terminal = Terminal(self._read, self.parts.append)

    def _read(self) -> str | None:
        return next((f"{line}\n" for line in self.typed), None)

    @property
    def said(self) -> str:
        return " ".join("".join(self.parts).split())


def rack() -> PacksScene:
    card = Pass("A", "")
    return PacksScene(
        (
            Choice("a", "A night", "5 questions", card, known=40),
            Choice("own:b", "B sides", "cannot be played", card, "Line 1: broken", own=True),
        )
    )


def test_the_rack_is_told_with_what_is_known_and_what_is_ones_own() -> None:
    typist = Typist("2", "1")
    assert packs(rack(), typist.terminal) == "a"
    assert "1. A night: 5 questions, 40 percent known, in hand" in typist.said
    assert "2. B sides: cannot be played, yours" in typist.said
    assert "B sides cannot be played. Line 1: broken." in typist.said


@pytest.mark.parametrize(
    ("line", "job"), [("workbench 2", Job.WORKBENCH), ("remove b sides", Job.REMOVE)]
)
def test_a_job_and_a_pack_are_an_errand(line: str, job: Job) -> None:
    assert packs(rack(), Typist(line).terminal) == Errand(job, "own:b")


def test_a_job_that_cannot_be_done_is_asked_for_again() -> None:
    typist = Typist("remove 1", "remove 9", "remove", "q")
    assert packs(rack(), typist.terminal) is None
    assert typist.said.count("Please type a number from 1 to 2") == 3


def test_all_problems_are_told_with_what_to_do() -> None:
    scene = bench_page.gallery()["problems three"]
    typist = Typist("")
    problems(scene, typist.terminal)  # type: ignore[arg-type]
    assert "1. Line 1289, column 41. Quotes row 12: nothing is called 'rusell'" in typist.said
    assert "2. Line 1289, column 41. Could be better: Quotes row 12" in typist.said
    assert "3. The whole file. Could be better: `licence` is missing." in typist.said


def test_a_pack_handed_in_is_told_before_it_is_kept(tmp_path: Path) -> None:
    for line, decision in (("1", Decision.KEEP), ("2", Decision.NOT_NOW), ("q", Decision.NOT_NOW)):
        found = parcel(consider(PACK, tmp_path))
        typist = Typist(line)
        assert drop(DropScene("", [found].pop), typist.terminal) is decision
        assert "A pack: Five moments." in typist.said
        assert "Licence: CC-BY-4.0." in typist.said


def test_the_workbench_tells_what_a_save_makes(tmp_path: Path) -> None:
    file = tmp_path / "five-moments.yaml"
    file.write_text(PACK, encoding="utf-8")
    typist = Typist("n", "c", "c", "t", "q")
    workbench(WorkbenchScene(Watch(file).look), typist.terminal)
    assert "five-moments.yaml: 15 questions." in typist.said
    assert "Right: Billy Crudup. Billy Crudup plays Russell Hammond" in typist.said
    assert "Who plays Lester Bangs?" in typist.said
    assert "By level: Easy 10; Medium 5; Hard 0." in typist.said
    assert "people 5, 5 of 5 rows asked" in typist.said


def test_a_broken_file_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "five-moments.yaml"
    file.write_text("format: 1\ntitle: A\nquestions:\n  - ask: B?\n", encoding="utf-8")
    typist = Typist("q")
    workbench(WorkbenchScene(Watch(file).look), typist.terminal)
    assert "five-moments.yaml: 0 questions. Line 4, column 5." in typist.said


def test_the_input_may_end_in_each_of_them(tmp_path: Path) -> None:
    scenes: dict[str, Scene[Any]] = {
        "problems": bench_page.gallery()["problems one"],
        "drop": bench_page.gallery()["drop there"],
        "workbench": WorkbenchScene(Watch(tmp_path / "none.yaml").look),
    }
    for scene in scenes.values():
        typist = Typist()
        run(show(scene), typist.terminal)
        assert typist.said.endswith("Good night.")


def test_a_pack_is_taken_off_the_rack_in_the_terminal(tmp_path: Path) -> None:
    night = Evening(tmp_path)
    path = night.own("friday-night.yaml")
    typist = Typist("packs", "remove friday night", "take it off", "q", "quit")
    run(evening(night.tonight), typist.terminal)
    assert not path.exists()
    assert "Moved to" in typist.said

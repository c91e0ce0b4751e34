"""Packs handed in at the title and the rack, and what is done with packs of one's own."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from game.packs.install import consider
from game.packs.removal import NotRemoved, aside, remove
from game.scenes.ask import AskScene
from game.scenes.drop import DropScene
from game.scenes.packs import PacksScene
from game.scenes.workbench import WorkbenchScene
from game.stage import Stage
from game.story import opener
from game.story.dropping import parcel
from game.story.home import evening
from game.story.rack import Rack
from game.story.tonight import Tonight
from game.ui.actions import Action, Choose, Dropped, Letter, Typed
from tests.conftest import ROOT

PACK = """\
format: 1
title: Friday night
authors: [Penny Lane]
licence: CC-BY-4.0
questions:
  - ask: What does Russell jump into?
    answer: A swimming pool
    wrong: [A lake, A crowd, A pile of coats]
"""


class Evening:
    """An evening with a folder for packs of one's own."""

    def __init__(self, folder: Path) -> None:
        self.packs = folder / "encore" / "packs"
        self.packs.mkdir(parents=True)
        rack = Rack(ROOT / "questions", self.packs)
        self.tonight = Tonight(rack, "almost-famous", lambda: "1")
        self.stage = Stage(evening(self.tonight))

    def own(self, name: str, text: str = PACK) -> Path:
        path = self.packs / name
        path.write_text(text, encoding="utf-8")
        self.tonight.rack.look_again()
        return path

    @property
    def here(self) -> tuple[str, str]:
        return self.stage.scene.name, self.stage.scene.state

    def mean(self, *meanings: object) -> None:
        for meaning in meanings:
            for _ in range(12):
                self.stage.tick(0.1)
            self.stage.handle(meaning)  # type: ignore[arg-type]

    def until(self, name: str, state: str) -> None:
        for _ in range(2000):
            if self.here == (name, state):
                return
            self.stage.tick(0.1)
            time.sleep(0.01)
        pytest.fail(f"waited for {name} {state}, but it is {self.here}")

    def hold(self, pack_id: str) -> None:
        """Have this pack in hand at the rack."""
        scene = self.stage.scene
        assert isinstance(scene, PacksScene)
        self.until("packs", scene.state)
        scene.arrange(pack_id)
        for _ in range(2000):
            self.stage.tick(0.1)
            if scene.hand and scene.hand.id == pack_id and scene.hand.read:
                return
            time.sleep(0.01)
        pytest.fail(f"{pack_id} was not read")


@pytest.fixture
def night(tmp_path: Path) -> Evening:
    return Evening(tmp_path)


def given(folder: Path, name: str = "friday-night.yaml", text: str = PACK) -> Dropped:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return Dropped(str(path))


def test_a_pack_dropped_on_the_title_is_shown_kept_and_in_hand(
    night: Evening, tmp_path: Path
) -> None:
    night.mean(given(tmp_path))
    night.until("drop", "new")
    assert not any(night.packs.iterdir())
    night.mean(Action.CONFIRM)
    assert night.here == ("ask", "notice")
    assert (night.packs / "friday-night.yaml").read_text(encoding="utf-8") == PACK
    assert night.tonight.pack == "own:friday-night"
    night.mean(Action.CONFIRM)
    assert night.here == ("title", "")


def test_a_pack_that_is_not_wanted_is_not_kept(night: Evening, tmp_path: Path) -> None:
    night.mean(given(tmp_path))
    night.until("drop", "new")
    night.mean(Action.BACK)
    assert night.here == ("title", "")
    assert not any(night.packs.iterdir())


def test_text_pasted_at_the_rack_is_a_pack(night: Evening) -> None:
    night.mean(Choose(2), Typed(PACK))
    night.until("drop", "new")
    night.mean(Action.CONFIRM, Action.CONFIRM)
    assert [path.name for path in night.packs.iterdir()] == ["friday-night.yaml"]
    assert night.stage.scene.name == "packs"
    assert isinstance(night.stage.scene, PacksScene)
    assert "own:friday-night" in [choice.id for choice in night.stage.scene.choices]


@pytest.mark.parametrize("agree", [False, True])
def test_a_pack_that_is_there_is_replaced_only_when_asked(
    night: Evening, tmp_path: Path, agree: bool
) -> None:
    old = night.own("friday-night.yaml", PACK.replace("Friday", "Last"))
    night.mean(given(tmp_path))
    night.until("drop", "there")
    night.mean(*((Action.RIGHT,) if agree else ()), Action.CONFIRM)
    assert ("Friday" in old.read_text(encoding="utf-8")) is agree


@pytest.mark.parametrize("text", ["", "format: 1\n", "}{", "\x00", "title: A\n- b"])
def test_what_is_no_pack_is_said_in_a_sentence_and_not_kept(night: Evening, text: str) -> None:
    night.mean(Typed(text + "\n"))
    night.until("drop", "bad")
    scene = night.stage.scene
    assert isinstance(scene, DropScene)
    assert scene.parcel
    assert scene.parcel.said.endswith((".", "`"))
    night.mean(Letter("p"))
    assert night.here == ("problems", "error")
    night.mean(Action.BACK, Action.BACK)
    assert night.here == ("title", "")
    assert not any(night.packs.iterdir())


def test_several_files_dropped_at_once_are_shown_one_after_the_other(
    night: Evening, tmp_path: Path
) -> None:
    first, second = given(tmp_path, "a.yaml"), given(tmp_path, "b.yaml")
    night.mean(first, second)
    night.until("drop", "new")
    night.mean(Action.CONFIRM, Action.CONFIRM)
    night.until("drop", "new")
    night.mean(Action.CONFIRM, Action.CONFIRM)
    assert sorted(path.name for path in night.packs.iterdir()) == ["a.yaml", "b.yaml"]


def test_a_file_that_is_gone_is_said(night: Evening, tmp_path: Path) -> None:
    night.mean(Dropped(str(tmp_path / "nothing.zip")))
    night.until("drop", "bad")


def test_the_pass_says_who_wrote_it_and_how_much_there_is(tmp_path: Path) -> None:
    shown = parcel(consider(PACK, tmp_path))
    assert dict(shown.lines) == {
        "By": "Penny Lane",
        "Licence": "CC-BY-4.0",
        "Language": "en",
        "Questions": "1 easy",
        "Problems": "none",
    }


def test_a_pack_taken_off_the_rack_is_moved_and_another_is_in_hand(night: Evening) -> None:
    path = night.own("friday-night.yaml")
    night.tonight.pack = "own:friday-night"
    night.mean(Choose(2))
    night.hold("own:friday-night")
    night.mean(Action.REMOVE)
    assert night.here == ("ask", "remove")
    night.mean(Action.CONFIRM)
    assert path.exists()
    night.hold("own:friday-night")
    night.mean(Action.REMOVE, Action.DOWN, Action.CONFIRM)
    assert not path.exists()
    moved = aside(night.packs) / "friday-night.yaml"
    assert moved.read_text(encoding="utf-8") == PACK
    scene = night.stage.scene
    assert isinstance(scene, PacksScene)
    assert "own:friday-night" not in [choice.id for choice in scene.choices]
    assert str(moved.name) in scene.said
    assert night.tonight.pack == "almost-famous"


def test_two_packs_of_one_name_that_were_removed_are_both_there(tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    packs.mkdir()
    for text in ("one", "two", "three"):
        (packs / "a.yaml").write_text(text, encoding="utf-8")
        remove(packs / "a.yaml", packs)
    kept = sorted(path.name for path in aside(packs).iterdir())
    assert kept == ["a-2.yaml", "a-3.yaml", "a.yaml"]


def test_a_folder_is_removed_whole_and_what_is_gone_is_said(tmp_path: Path) -> None:
    pack = tmp_path / "packs" / "a"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text(PACK, encoding="utf-8")
    target = remove(pack / "pack.yaml", tmp_path / "packs")
    assert (target / "pack.yaml").is_file()
    with pytest.raises(NotRemoved, match="a cannot be moved"):
        remove(pack / "pack.yaml", tmp_path / "packs")


def test_the_workbench_of_a_pack_at_the_rack_sees_it_saved(night: Evening) -> None:
    path = night.own("friday-night.yaml")
    night.mean(Choose(2))
    night.hold("own:friday-night")
    night.mean(Letter("w"))
    night.until("workbench", "clean")
    path.write_text(PACK.replace("answer: A", "anser: A"), encoding="utf-8")
    night.until("workbench", "broken")
    path.write_text(PACK.replace("A lake", "A river"), encoding="utf-8")
    night.until("workbench", "clean")
    assert isinstance(night.stage.scene, WorkbenchScene)
    night.mean(Action.BACK)
    assert night.stage.scene.name == "packs"
    night.hold("own:friday-night")


def test_a_folder_without_a_file_manager_is_told(
    night: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _tool: None)
    night.own("friday-night.yaml")
    night.mean(Choose(2))
    night.hold("own:friday-night")
    night.mean(Letter("o"))
    scene = night.stage.scene
    assert isinstance(scene, PacksScene)
    assert scene.said.startswith("No file manager was found. The folder is ")
    assert scene.said.endswith("packs")


def test_the_file_manager_gets_the_folder_as_one_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a folder; with $(words)"
    folder.mkdir()
    tool = tmp_path / "opener"
    tool.write_text(f'#!/bin/sh\nprintf %s "$1" > "{tmp_path}/told"\n', encoding="utf-8")
    tool.chmod(0o755)
    monkeypatch.setattr("shutil.which", lambda _tool: str(tool))
    assert opener.open_folder(folder)
    for _ in range(500):
        if (tmp_path / "told").exists() and (tmp_path / "told").read_text(encoding="utf-8"):
            break
        time.sleep(0.01)
    assert (tmp_path / "told").read_text(encoding="utf-8") == str(folder)


def test_a_machine_without_a_folder_for_packs_says_so(tmp_path: Path) -> None:
    tonight = Tonight(Rack(ROOT / "questions", None), "almost-famous", lambda: "1")
    stage = Stage(evening(tonight))
    stage.handle(given(tmp_path))
    scene = stage.scene
    assert isinstance(scene, AskScene)
    assert scene.heading == "Nowhere to keep it"

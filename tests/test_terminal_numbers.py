"""The numbers and new patches told in the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenes.numbers import NumbersScene
from game.scenes.patches import PatchesScene
from game.scenes.scene import show
from game.story.numbers import numbers
from game.terminal import Terminal, run
from tests.scenes.numbers_page import numbers as page
from tests.story.test_numbers import Evenings


def told(story: object, lines: list[str]) -> str:
    typed, parts = iter(lines), list[str]()
    terminal = Terminal(lambda: next((f"{line}\n" for line in typed), None), parts.append)
    run(story, terminal)  # type: ignore[arg-type]  # any story will do
    return " ".join("".join(parts).split())


@pytest.fixture
def evenings() -> Evenings:
    evenings = Evenings()
    evenings.play("x.")
    evenings.play("x", "marathon", stop=4)
    return evenings


def test_each_page_is_told_in_sentences(evenings: Evenings, tmp_path: Path) -> None:
    said = told(numbers(evenings.tonight, tmp_path), ["1", "2", "3", "4", "q"])
    assert "Almost Famous: 247 facts; 0 by heart, 0 shaky, 247 never seen, 0 due now." in said
    assert "21 Sep 2026: Marathon, small, Standard clock. 4 of 4 right, left early." in said
    assert "Setlist of 10, Standard, small, 21 Sep 2026." in said
    assert "Questions answered: 14. Of these right: 64 percent." in said
    assert "0 of 15 patches are sewn on. Not one wrong note. Play a setlist" in said
    assert said.endswith("Good night.")


def test_a_table_is_saved_and_said(evenings: Evenings, tmp_path: Path) -> None:
    said = told(numbers(evenings.tonight, tmp_path), ["5", "6"])
    (saved,) = tmp_path.iterdir()
    assert f"Saved as {saved}".replace(" ", "") in said.replace(" ", "")


def test_many_nights_are_told_in_part() -> None:
    said = told(show(NumbersScene(page(nights=60))), ["Nights", "q"])
    assert "And 40 nights before these." in said


def test_new_patches_are_told_with_what_earned_them() -> None:
    badges = page().badges
    said = told(show(PatchesScene(badges, (0, 2))), [""])
    for each in (badges[0], badges[2]):
        assert f"A new patch for the jacket: {each.title}. {each.how}" in said

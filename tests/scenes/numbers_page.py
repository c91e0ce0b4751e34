"""The numbers as the tests see them: made up, with the longest texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.rules.patches import PATCHES
from game.scenes.numbers import Numbers, NumbersScene, Tab, Wall
from game.scenes.patches import PatchesScene
from game.ui.props.jacket import Badge
from game.ui.props.stubs import Stub
from game.ui.props.trophies import Trophy
from game.ui.props.wall import Sleeve

if TYPE_CHECKING:
    from game.scenes.scene import Scene

TABLE = "Maximiliana Wolkenbruchs and 7 others"


def numbers(facts: int = 300, nights: int = 30, best: int = 12) -> Numbers:
    """Numbers with the longest texts: the first three patches are sewn on."""
    title = "Albums of the Sixties and Seventies"
    words = (
        "Which line does the head of the fan club say about the music, on the telephone at night, "
        "while the rain comes down? “It’s all happening”  ·  right 12 of 34 times, due in 12 days"
    )
    third = facts // 3
    sleeves = (
        *(Sleeve("full", words=words) for _ in range(third)),
        *(Sleeve("half", flag=n % 2 == 0, words=words) for n in range(third)),
        *(Sleeve("empty", words="Never asked yet.") for _ in range(facts - 2 * third)),
    )
    stub = Stub("22 Nov", "2026", "note", "Soundcheck", title, "Standard clock", 7, 10, "1,234")
    torn = Stub("28 Dec", "2026", "trio", "Party", title, TABLE, 288, 400, "–", "left early")
    trophy = Trophy("12,345", "Setlist of 20 · Standard", title, "22 Nov 2026", "note")
    badges = tuple(
        Badge(patch.title, patch.how, patch.sign, "22 Nov 2026" if at < 3 else "")
        for at, patch in enumerate(PATCHES)
    )
    totals = (("Longest streak of days", "365"), *((("Questions answered", "123,456"),) * 5))
    walls = (Wall(title, sleeves), Wall("B", sleeves))
    return Numbers(walls, (stub, torn) * (nights // 2), (trophy,) * best, totals, 1234, badges)


def gallery() -> dict[str, Scene[Any]]:
    """Every page in every state, with the longest texts."""
    scenes: dict[str, Scene[Any]] = {}
    full = numbers()
    empty = Numbers((), (), (), full.totals, 0, full.badges)
    for tab in Tab:
        scenes[f"numbers {tab.name}"] = NumbersScene(full, tab=tab)
        if tab is not Tab.JACKET:
            scenes[f"numbers {tab.name} empty"] = NumbersScene(empty, tab=tab)
    pointed, huge = NumbersScene(full), NumbersScene(numbers(facts=2000))
    pointed.pointed = 0
    huge.said = "Saved as /home/william/Documents/encore-numbers-2026-11-22.csv"
    for at, patch in enumerate(PATCHES):
        jacket = NumbersScene(full, tab=Tab.JACKET)
        jacket.at[Tab.JACKET] = at
        scenes[f"patch {patch.name}"] = jacket
    new = PatchesScene(full.badges, (0, 1, 2))
    return {**scenes, "numbers pointed": pointed, "numbers huge": huge, "patches": new}

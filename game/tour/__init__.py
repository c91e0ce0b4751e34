"""The tour: the game plays by itself and a picture of every scene is kept.

It needs no screen. What it plays are the stories themselves, so a scene that a
player can reach and the tour does not show is a gap in it.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.packs.install import consider
from game.packs.library import check_text
from game.packs.reading import Reading, read_checked
from game.rules.modes import CLOCKS, HOLD
from game.scenes.drop import DropScene
from game.scenes.patches import PatchesScene
from game.scenes.scene import show
from game.scenes.workbench import WorkbenchScene
from game.story.decks import deck
from game.story.dropping import parcel
from game.story.home import evening
from game.story.numbers import numbers
from game.story.patches import badges
from game.story.proof import BY_HAND
from game.story.settings import settings
from game.story.solo import Gig, solo
from game.story.workbench import Workpiece
from game.tour.party import party
from game.tour.past import past
from game.tour.tourist import Tourist
from game.ui.actions import Action, Choose, Letter, Pressed, Typed
from game.ui.sound import NO_DEVICE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.scenes.scene import Story
    from game.story.tonight import Tonight
    from game.ui.painter import Painter


def tour(
    new_painter: Callable[[], Painter], tonight: Tonight, folder: Path, size: tuple[int, int]
) -> list[str]:
    """Play through every scene; the names of the pictures taken, without `.png`.

    `tonight` must give the same seed each time it is asked for one tour to be
    like another. Its rack should hold a pack that cannot be played, to show
    what that looks like.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    pygame.display.init()
    # Pictures are kept in a window's own format, so there has to be one.
    window = pygame.Window("Encore", (16, 16), hidden=True)
    window.get_surface()
    tourist = Tourist(new_painter(), folder, size)
    _front(tourist, tonight)
    _settings(tourist, tonight)
    _workbench(tourist, tonight)
    _solo(tourist, tonight)
    party(tourist, tonight)
    _numbers(tourist, tonight)
    window.destroy()
    return tourist.taken


def _front(tourist: Tourist, tonight: Tonight) -> None:
    # What is still being read while its pass is shown looks different every time.
    for entry in tonight.rack.entries:
        tonight.rack.open(entry.id)
    tourist.visit(evening(_alone(tonight)))
    tourist.take("title")
    tourist.press(Action.DOWN, Action.DOWN, Action.CONFIRM)
    tourist.take("packs")
    broken = [entry.id for entry in tonight.rack.entries if entry.id.startswith("own:")]
    if broken:
        tourist.press(Choose(len(tonight.rack.entries) - 1))
        tourist.take("packs-broken")
        tourist.press(Letter("p"))
        tourist.take("problems")
        tourist.press(Action.BACK)
    tourist.press(Letter("/"), Typed("an"))
    tourist.take("packs-search")


def _workbench(tourist: Tourist, tonight: Tonight) -> None:
    """A pack while it is written, and one that was handed in."""
    entry = tonight.rack.entry(tonight.pack)
    if entry is None:
        return
    whole = read_checked(entry.path)
    lines = whole.text.split("\n")
    quoted = next(q for q in whole.pack.questions if "“" in q.stem and q.template != BY_HAND)
    at = quoted.mark.line - 1
    before = [*lines[:at], f"{lines[at]}  # once more", *lines[at + 1 :]]
    broken = [*lines[:at], f'{lines[at]} "', *lines[at + 1 :]]
    piece = Workpiece()
    saves = [
        piece.take(Reading(text, check_text(text, entry.path)))
        for text in ("\n".join(each) for each in (before, lines, broken))
    ]
    scene = WorkbenchScene(lambda: saves.pop(0) if len(saves) > 1 else None)
    tourist.visit(show(scene))
    tourist.take("workbench")
    tourist.press(Letter("c"))
    tourist.take("coverage")
    tourist.press(Action.BACK)
    scene.take(saves.pop())
    tourist.take("workbench-problem")
    shipped = [each.path for each in tonight.rack.entries if each.origin == "shipped"]
    found = consider(shipped[-1], entry.path.parent / "none")
    tourist.visit(_told(show(DropScene("", lambda: parcel(found)))))
    tourist.take("drop")


def _told(story: Story[Any]) -> Story[None]:
    yield from story


def _settings(tourist: Tourist, tonight: Tonight) -> None:
    trouble = replace(tonight, silence=lambda: NO_DEVICE)
    tourist.visit(settings(trouble))
    tourist.take("settings")
    tourist.press(Action.UP, Action.UP, Action.UP, Action.CONFIRM)
    tourist.take("keys")
    tourist.press(Action.CONFIRM, Pressed("Tab"))
    tourist.take("keys-refused")


def _solo(tourist: Tourist, tonight: Tonight) -> None:
    _choosing(tourist, tonight)
    tourist.visit(evening(_alone(tonight), "setlist"))
    tourist.take("question-read", after=0.8)
    tourist.press(Action.READY)
    tourist.take("question-answer", after=1.2)
    tourist.press(Action.RIGHT)
    tourist.take("question-chosen", after=3.0)
    tourist.press(Letter("h"), Letter("x"))
    tourist.take("question-lifelines", after=0.5)
    tourist.press(Action.BACK)
    tourist.take("pause")
    tourist.press(Action.DOWN, Action.CONFIRM)
    tourist.take("leave")
    tourist.press(Action.BACK, Action.BACK)
    tourist.answer(right=True)
    tourist.take("reveal-hold", after=HOLD / 2)
    tourist.take("reveal-right")
    tourist.press(Letter("d"))
    tourist.take("challenge")
    tourist.press(Action.BACK, Action.READY)
    tourist.until("question", "read")
    tourist.answer(right=False)
    tourist.take("reveal-wrong", after=HOLD + 2)
    tourist.press(Action.READY, Action.READY)
    tourist.until("question", "answer")
    tourist.take("question-hurry", after=17.2)
    tourist.until("reveal", "told")
    tourist.take("reveal-late")
    _to_the_end(tourist, "xxx.xxx")
    tourist.take("results")
    tourist.press(Action.DOWN, Action.DOWN)
    tourist.take("results-track")
    untimed = replace(_alone(tonight), clock=CLOCKS["untimed"])
    tourist.visit(evening(untimed, "setlist"))
    tourist.press(Action.READY)
    tourist.take("question-untimed", after=1.2)
    _elsewhere(tourist, tonight)


def _alone(tonight: Tonight) -> Tonight:
    """The same evening on a machine where nothing has been played."""
    return replace(tonight, records=type(tonight.records).nowhere())


def _choosing(tourist: Tourist, tonight: Tonight) -> None:
    """The modes on offer, and what stands before a duel."""
    tourist.visit(evening(_alone(tonight)))
    tourist.press(Choose(0))
    tourist.take("ways")
    tourist.press(Action.DOWN, Action.DOWN)
    tourist.take("ways-daily")
    tourist.press(Action.UP, Action.UP, Action.UP)
    tourist.take("ways-clock")
    tourist.press(Action.UP, Action.CONFIRM)
    tourist.take("duel")
    tourist.press(Action.DOWN, Action.CONFIRM, Typed("8CR3-0000-ABCD-EFGH-JKMN-PQRS-TVWX"))
    tourist.press(Action.CONFIRM)
    tourist.take("entry-trouble")


def _elsewhere(tourist: Tourist, tonight: Tonight) -> None:
    """What other modes show and a setlist does not."""
    tourist.visit(evening(_alone(tonight), "marathon"))
    _to_the_end(tourist, "x.x", until="reveal")
    tourist.take("marathon")
    pack = tonight.rack.open(tonight.pack)
    match = deck(tonight, pack, "duel")
    friend = match
    while not friend.over:
        friend = friend.answer((friend.card.key + len(friend.played) % 3) % 3, 2500)
    gig = Gig(match, {}, friend)
    tourist.visit(solo(_alone(tonight), pack, gig, lambda: gig))
    tourist.press(Action.READY)
    tourist.take("duel-question", after=4.0)
    tourist.answer(right=False)
    tourist.until("reveal", "told")
    tourist.take("duel-reveal")
    tourist.press(Action.READY)
    tourist.until("question", "read")
    _to_the_end(tourist, "xxxx.xxxx")
    tourist.take("duel-results")


def _to_the_end(tourist: Tourist, verdicts: str, until: str = "results") -> None:
    """Answer question after question, `x` right; then wait for the scene `until`."""
    for number, verdict in enumerate(verdicts):
        if tourist.stage.scene.name == "reveal":
            tourist.press(Action.READY)
            tourist.until("question", "read")
        tourist.answer(right=verdict == "x")
        tourist.until("reveal", "told")
        if number == 2 and len(verdicts) == 7:
            tourist.take("reveal-roll", after=1.5)
    if until != "reveal":
        tourist.press(Action.READY)
        tourist.until(until)


def _numbers(tourist: Tourist, tonight: Tonight) -> None:
    later = past(tonight)
    tourist.visit(numbers(later))
    tourist.take("numbers-wall")
    tourist.press(Action.RIGHT)
    tourist.take("numbers-nights")
    tourist.press(Action.RIGHT)
    tourist.take("numbers-best")
    tourist.press(Action.RIGHT)
    tourist.take("jacket")
    sewn = badges(later, ())
    new = tuple(number for number, badge in enumerate(sewn) if badge.sewn)[-2:]
    tourist.visit(show(PatchesScene(sewn, new)))
    tourist.take("patches")
    tourist.visit(numbers(replace(tonight, records=type(later.records).nowhere())))
    tourist.press(Action.RIGHT)
    tourist.take("numbers-empty")

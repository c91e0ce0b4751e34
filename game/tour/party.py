"""Nights with one keyboard: the lobby, and one night for each way of playing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.rules.house import TEAMS, TOGETHER, USUAL, House
from game.scenes.key_check import KeyCheckScene
from game.scenes.lobby import ARROW, RULE, START
from game.story.home import evening
from game.tour.guests import Guests
from game.tour.past import GUESTS
from game.ui.actions import Action, Choose, Letter, Struck, Typed

if TYPE_CHECKING:
    from game.story.tonight import Tonight
    from game.tour.tourist import Tourist

# Where in the lobby the way of playing is turned, and the keys are checked.
_NEXT_WAY, _KEYS = ARROW + 2 + 1, RULE + 2
OTHERS = ("Elaine", "Anita", "Jeff")
EVERYTHING = House(3, steal=True, heckle=True, encore=True, sudden=True)
TIED = House(2, sudden=True)
IN_TEAMS = House(2, way=TEAMS)
ALL_TOGETHER = House(3, way=TOGETHER, encore=True)


def party(tourist: Tourist, tonight: Tonight) -> None:
    """Set a table, then play a night with everything, a tied one, one in teams, one together."""
    _lobby(tourist, tonight)
    _everything(tourist, tonight)
    _tied(tourist, tonight)
    _in_teams(tourist, tonight)
    _together(tourist, tonight)


def _lobby(tourist: Tourist, tonight: Tonight) -> None:
    tourist.visit(evening(_table(tonight, (), USUAL)))
    tourist.press(Choose(1))
    tourist.take("lobby-empty")
    known = _table(tonight, (), USUAL)
    tables = (OTHERS, (*OTHERS, *GUESTS[:2]))
    tourist.visit(evening(replace(known, settings=replace(known.settings, tables=tables))))
    tourist.press(Choose(1))
    for name in GUESTS:
        tourist.press(Typed(name), Action.CONFIRM)
    tourist.press(Action.CONFIRM)
    tourist.take("lobby")
    tourist.press(Choose(_NEXT_WAY))
    tourist.take("lobby-teams")
    tourist.press(Choose(_NEXT_WAY))
    tourist.take("lobby-together")
    tourist.press(Choose(_KEYS))
    _key_check(tourist)


def _key_check(tourist: Tourist) -> None:
    """Some keys are held, one does not arrive, and in the end all do."""
    scene = tourist.stage.scene
    if not isinstance(scene, KeyCheckScene):
        return
    tourist.wait(1)
    *early, late = scene.trial.wanted
    for scancode in early:
        tourist.stage.handle(Struck(scancode, True))
    tourist.take("keys-check")
    tourist.take("keys-check-missing", after=2)
    tourist.stage.handle(Struck(late, True))
    tourist.wait(1)
    while not scene.trial.works:
        for down in (True, False):
            for scancode in scene.trial.wanted:
                tourist.stage.handle(Struck(scancode, down))
            tourist.wait(0.5)
    tourist.take("keys-check-works")


def _everything(tourist: Tourist, tonight: Tonight) -> None:
    _start(tourist, tonight, GUESTS, EVERYTHING)
    once = "gate-first gate-heckle gate-bet gate-encore question-party reveal-stolen"
    once += " explain-steal explain-heckle explain-encore steal-offer steal-answer"
    once += " heckle heckle-picked bet bet-chosen standings-ledger"
    once += " table table-sure table-score table-order table-join"
    wanted = dict.fromkeys(once.split(), 1) | {"gate": 5, "standings": 2, "reveal-encore": 2}
    Guests(tourist, wanted, frozenset({1, 4, 6, 9})).play()
    tourist.take("poster-confetti", after=1.6)
    tourist.take("poster", after=5)
    tourist.press(Letter("l"), Action.DOWN)
    tourist.take("set-list")


def _tied(tourist: Tourist, tonight: Tonight) -> None:
    """Three who know everything until it is about who stays in."""
    guests = GUESTS[:3]
    _start(tourist, tonight, guests, TIED)
    wanted = dict.fromkeys(("explain-sudden", "gate-sudden", "reveal-party"), 1)
    first = TIED.rounds * len(guests)
    Guests(tourist, {**wanted, "reveal-sudden": 2}, frozenset({first + 1, first + 2})).play()
    tourist.take("poster-sudden", after=6)


def _in_teams(tourist: Tourist, tonight: Tonight) -> None:
    _start(tourist, tonight, GUESTS, IN_TEAMS)
    wanted = dict.fromkeys(("explain-teams", "gate-team"), 1)
    Guests(tourist, wanted, frozenset({2})).play()
    tourist.take("poster-teams", after=6)


def _together(tourist: Tourist, tonight: Tonight) -> None:
    _start(tourist, tonight, GUESTS, ALL_TOGETHER)
    first = ("explain-together", "together-read", "together-reveal-encore")
    bets = ("together-bet", "together-bet-locked")
    wanted = dict.fromkeys((*first, *bets), 1) | {"together": 2, "together-reveal": 2}
    Guests(tourist, wanted, frozenset({3, 5, 8, 11})).play()
    tourist.take("poster-together", after=6)


def _start(tourist: Tourist, tonight: Tonight, guests: tuple[str, ...], house: House) -> None:
    """From the title to the first scene of a night."""
    tourist.visit(evening(_table(tonight, guests, house)))
    tourist.press(Choose(1), Choose(START))
    tourist.wait(0.1)


def _table(tonight: Tonight, guests: tuple[str, ...], house: House) -> Tonight:
    """The same evening on a machine where nothing was played, with guests who play by a house."""
    fresh = type(tonight.records).nowhere()
    return replace(
        tonight, records=fresh, names=guests, settings=replace(tonight.settings, house=house)
    )

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from game.rules.house import House
from game.rules.modes import DEAF
from game.rules.rider import rules_of
from game.scenes.gate import GateScene
from game.scenes.lobby import ARROW, RULE, START, LobbyScene
from game.scenes.question import QuestionScene
from game.story.party.bill import poster
from game.story.party.pages import gate, header, standings
from game.ui.actions import Action, Choose, Typed
from game.ui.painter import Painter
from tests.conftest import Painters
from tests.window.expected import Ledger, pack
from tests.window.harness import Line, Playing
from tests.window.moves import (
    SEED,
    TITLE,
    click,
    outlast,
    picture,
    place_of,
    press,
    started,
    wait_picture,
)
from tests.window.nights import asked_in, dealt_night

pytestmark = pytest.mark.window

PLAYERS = ("Penny", "Russell", "William")
# Nothing of what a table usually plays by, and fewer rounds.
PLAIN = House(3)


def right_for(turn: int) -> bool:
    """Whether turn `turn` (from 0) is answered rightly; uneven, so that places change hands."""
    return turn % 4 != 1 and turn not in (2, 8)


def sit_down(game: Playing, painter: Painter) -> None:
    """From the title to the first gate, by mouse and keyboard: three names, hardly a rule."""
    game.click(*place_of(painter, TITLE, Choose(1)))
    lobby, rows = LobbyScene(), list(rules_of(PLAIN))
    wait_picture(game, picture(painter, lobby), "the empty lobby")

    def clicked(thing: int) -> None:
        game.click(*place_of(painter, lobby, Choose(thing)))
        lobby.handle(Choose(thing))

    def typed(name: str) -> None:
        game.type(name)
        lobby.handle(Typed(name))

    typed(PLAYERS[0])
    game.key("Return")
    lobby.handle(Action.CONFIRM)
    typed(PLAYERS[1])
    game.wait_scene("lobby", state="ready")
    clicked(2)
    typed(PLAYERS[2])
    for _ in range(2):
        clicked(ARROW + 2 * rows.index("rounds"))
    for name in ("steal", "encore"):
        clicked(RULE + rows.index(name))
    game.key("Down", "Return")
    lobby.handle(Action.DOWN)
    lobby.handle(Action.CONFIRM)
    wait_picture(game, picture(painter, lobby), "the lobby with its table")
    assert (lobby.table.names, lobby.table.house) == (PLAYERS, PLAIN)
    clicked(START)
    game.wait_scene("gate")


def play_turn(game: Playing, painter: Painter, ledger: Ledger) -> Line:
    """From a gate to the told answer; every third turn is answered with the mouse."""
    number = len(ledger.match.turns)
    press(game, "space", scene="question", state="read")
    press(game, "space", scene="question", state="answer")
    card = ledger.match.card
    place = card.key if right_for(number) else (card.key + 1) % len(card.options)
    if number % 3 == 0:
        scene = QuestionScene(card, ledger.match.clock, header(ledger.match, number))
        scene.reading_left = 0.0
        line = click(game, place_of(painter, scene, Choose(place)), turn=number + 1)
    else:
        line = press(game, str(place + 1), turn=number + 1)
    assert line["pick"] == place
    ledger.book(line)
    press(game, "space", scene="reveal", state="told")
    return line


def test_a_party_of_three_goes_round_one_keyboard_and_pays_what_it_owes(
    tmp_path: Path, painters: Painters
) -> None:
    painter = painters()
    ledger = Ledger(dealt_night(PLAYERS, PLAIN, SEED))
    seats: list[object] = []
    with started(tmp_path) as game:
        game.wait_scene("title")
        sit_down(game, painter)
        wait_picture(game, picture(painter, gate(ledger.match)), "the gate with the names typed")
        outlast(GateScene.deaf)
        game.key("Return")
        with pytest.raises(TimeoutError):
            game.wait_trace(DEAF)  # Enter opens no gate
        for _ in range(3):
            for seat in range(3):
                seats.append(play_turn(game, painter, ledger)["seat"])
                if seat < 2:
                    press(game, "space", scene="gate")
            if not ledger.match.over:
                press(game, "space", scene="standings")
                if len(seats) == 6:
                    table = picture(painter, standings(ledger.match))
                    wait_picture(game, table, "the table after round 2")
                press(game, "space", scene="gate")
        press(game, "space", scene="poster")
        assert Counter(seats) == {0: 3, 1: 3, 2: 3}
        assert seats[::3] == [0, 1, 2]
        bill = poster(pack(), ledger.match)
        assert {act.seat: act.score for act in bill.acts} == ledger.scores
        press(game, "Return", scene="gate")
        encore = dealt_night(PLAYERS, PLAIN, f"{SEED}#2", asked_in(ledger.match))
        wait_picture(game, picture(painter, gate(encore)), "the gate of another night")
        outlast(GateScene.deaf)
        game.key("Escape")
        game.wait_scene("ask", state="pause")
        game.key("Down", "Down", "Return")  # past going on, and past the table
        game.wait_scene("ask", state="leave")
        game.key("Down", "Return")
        game.wait_scene("title")
        game.key("Escape", "Return")
        assert game.wait_exit() == 0

"""A night that a broken disk has changed is left out, or plays to its end: it is no traceback."""

from __future__ import annotations

import json
import sqlite3
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from game.records import Records
from game.rules import table
from game.rules.deal import rank
from game.rules.house import PASS, TEAMS, TOGETHER, House
from game.rules.seating import deal_party
from game.rules.turn import ANSWER, BET, HECKLE, STEAL
from game.story.party.bill import set_list
from game.story.party.desk import _scene
from game.story.party.pages import gate, header, next_name, standings
from tests.records.play import NOW, PACK
from tests.rules.bank import small_pack

if TYPE_CHECKING:
    from pathlib import Path

    from game.rules.match import Match

NAMES = ("Mia", "Ben", "Lu")
WAYS = (PASS, TEAMS, TOGETHER)


def night(way: str) -> Match:
    house = House(3, "standard", way, steal=True, heckle=True, encore=True, sudden=True)
    teams = (("Mia", "Zoë"), ("Ben",), ("Lu", "Bo")) if way == TEAMS else ()
    return deal_party("f" * 64, small_pack(), NAMES, "night", house, teams=teams)


def a_step(match: Match) -> Match:
    """The match after whatever is due was done somehow."""
    due, number = match.due, len(match.turns)
    assert due is not None
    if due.kind == BET:
        return table.bet(match, 30)
    if due.kind == HECKLE:
        return table.heckle(match, (0, 1, 2))
    if due.kind == STEAL:
        return table.steal(match, None, 0)
    assert due.kind == ANSWER
    pick = rank(match.seed, number, "pick") % len(match.card.options)
    return match.answer(pick, 1000 + number)


def kept(folder: Path, match: Match, turns: int) -> None:
    records = Records.open(folder, now=lambda: NOW)
    match_id = records.begin("party", PACK, match, {})
    for _ in range(turns):
        match = a_step(match)
        assert not match.over
    records.keep(match_id, match)
    records.close()


def change(folder: Path, column: str, value: object) -> None:
    with sqlite3.connect(folder / "encore.sqlite") as file:
        file.execute(f"UPDATE match SET {column} = ?", (json.dumps(value),))
    file.close()


def setup_of(folder: Path) -> dict[str, Any]:
    with sqlite3.connect(folder / "encore.sqlite") as file:
        ((text,),) = file.execute("SELECT setup FROM match").fetchall()
    file.close()
    found: dict[str, Any] = json.loads(text)
    return found


def found(folder: Path) -> Match | None:
    records = Records.open(folder, now=lambda: NOW)
    unfinished = records.unfinished()
    records.close()
    return unfinished.match if unfinished else None


DAMAGE: dict[str, Any] = {
    "rounds no table plays": {"house": {"rounds": 99}},
    "an unknown clock": {"house": {"clock": "sundial"}},
    "an unknown way to play": {"house": {"way": "apart"}},
    "teams that nobody is in": {"teams": [["Mia"], [], ["Lu"]]},
    "teams missing": {"teams": []},
    "a team for nobody": {"teams": [["Mia"], ["Ben"], ["Lu"], ["Bo"]]},
    "a reserve of cards that are not there": {"reserve": [[9999, 3, 4]]},
    "a round left out": {"plan": [{"seat": 0, "card": 0, "round": 3}]},
    "a plan without rounds": {"plan": [{"seat": 0, "card": 0, "round": 0}]},
    "rounds below none": {"plan": [{"seat": 0, "card": 0, "round": -1}]},
    "no plan": {"plan": []},
}


@pytest.mark.parametrize("what", DAMAGE)
def test_a_night_that_cannot_be_played_is_left_out(tmp_path: Path, what: str) -> None:
    kept(tmp_path, night(TEAMS), 2)
    assert found(tmp_path) is not None
    setup = setup_of(tmp_path)
    for name, value in DAMAGE[what].items():
        setup[name] = setup[name] | value if isinstance(value, dict) else value
    change(tmp_path, "setup", setup)
    assert found(tmp_path) is None


@pytest.mark.parametrize("names", [["Mia"], [*NAMES] * 3, ["Mia", "Ben"], [*NAMES, "Bo"], []])
def test_a_night_for_another_number_of_seats_is_left_out(tmp_path: Path, names: list[str]) -> None:
    kept(tmp_path, night(PASS), 2)
    change(tmp_path, "players", names)
    assert found(tmp_path) is None


def _changed(data: Any, dice: Random) -> Any:  # noqa: ANN401  (JSON of any shape)
    """`data` with one value in it changed for another of its kind."""
    if isinstance(data, dict) and data:
        name = dice.choice(sorted(data))
        return data | {name: _changed(data[name], dice)}
    if isinstance(data, list) and data:
        at = dice.randrange(len(data))
        if dice.random() < 0.2:
            return data[:at] + data[at + 1 :]
        return [*data[:at], _changed(data[at], dice), *data[at + 1 :]]
    if isinstance(data, bool):
        return not data
    if isinstance(data, int | float):
        return dice.choice((-1, 0, 1, 2, 3, 7, 99, data + 1, data - 1))
    return dice.choice(("", "x", "pass", "teams", "together", None, [], [[]], 0))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("turns", [0, 4, 8])
def test_whatever_is_carried_on_plays_to_its_end(tmp_path: Path, way: str, turns: int) -> None:
    kept(tmp_path, night(way), turns)
    whole = setup_of(tmp_path)
    for number in range(40):
        dice = Random(f"{way} {turns} {number}")
        setup = _changed(whole, dice)
        change(tmp_path, "setup", setup)
        match = found(tmp_path)
        try:
            while match is not None and not match.over:
                _scene(match, is_open=False)
                if match.asks:
                    gate(match)
                    header(match, len(match.played))
                if match.round_over:
                    standings(match)
                match = a_step(match)
                next_name(match)
            if match is not None:
                set_list(match)
        except Exception as fault:
            changed = {name: setup[name] for name in whole if setup[name] != whole[name]}
            raise AssertionError(f"{number}: {str(changed)[:300]}") from fault

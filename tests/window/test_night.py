"""Whole nights of a party in a real window, by real keys; every turn is counted apart."""

from __future__ import annotations

import signal
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
import pytest

from game.records import Records
from game.records.settings import Settings
from game.rules.house import TOGETHER, House
from game.rules.seating import joined
from game.rules.table import leave
from game.rules.turn import ANSWER, BET, HECKLE, STEAL
from game.scenes.lobby import LobbyScene
from game.scenes.nightlist import NightListScene
from game.scenes.table import Person, TableScene
from game.story.party import pages
from game.story.party.bill import poster, set_list
from game.ui.print import PNG_SIZE
from tests.window.count import rounded
from tests.window.expected import WORTH, pack
from tests.window.harness import surroundings
from tests.window.moves import (
    SEED,
    carefully,
    is_plain,
    lines,
    picture,
    press,
    started,
    turn_rules,
    wait_picture,
)
from tests.window.nights import Guests, Script, asked_in, dealt_night, rehearsed, tying

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.painter import Painter
    from tests.conftest import Painters
    from tests.window.harness import Playing

pytestmark = pytest.mark.window

TABLE = ("Penny", "Russell", "William", "Lester")
EVERYTHING = House(2, steal=True, heckle=True, encore=True, sudden=True)
FIRST = Script(frozenset({(1, 0), (1, 3)}), "x.n")


def sit_down(game: Playing, painter: Painter, names: Sequence[str]) -> None:
    """From the title to the last name of the lobby."""
    game.wait_scene("title")
    game.key("Down", "Return")
    wait_picture(game, picture(painter, LobbyScene()), "the empty lobby")
    for name in names:
        game.type(name)
        game.key("Return")
    game.wait_scene("lobby", state="ready")


def kept(folder: Path) -> Records:
    """What a game with its home in `folder` keeps."""
    data = Path(surroundings(folder)["XDG_DATA_HOME"]) / "encore"
    return Records.open(data, now=time.time)


def look_at_ledger(guests: Guests) -> None:
    """L turns the table over and back."""
    scene = pages.standings(guests.match)
    scene.ledger = guests.count.ledger(TABLE)
    guests.see(scene)
    guests.game.key("l")
    guests.game.wait_scene("standings", state="ledger")
    scene.opened = 0.0
    guests.see(scene)
    guests.game.key("l")
    guests.game.wait_scene("standings", state="")


def is_whole(path: Path) -> bool:
    """Whether a PNG is there to its end."""
    return path.exists() and b"IEND" in path.read_bytes()[-12:]


def look_at_everything_done(guests: Guests) -> None:
    """What the night was steered to: each rule came up, and was explained once."""
    match, count = guests.match, guests.count
    told = [str(line["state"]) for line in lines(guests.game) if line.get("scene") == "explain"]
    assert told == guests.explained
    assert sorted(told) == ["encore", "heckle", "steal", "sudden"]
    steals = [turn.pick == match.cards[turn.card].key for turn in guests.turns(STEAL)]
    wrong = [turn.pick is not None for turn in guests.turns(STEAL)]
    assert {(True, True), (False, True), (False, False)} == set(zip(steals, wrong, strict=True))
    bites = sum(count.won[seat, HECKLE] for seat in range(4))
    assert 0 < bites < len(guests.turns(HECKLE))
    percents = [turn.amount for turn in guests.turns(BET)]
    assert len(percents) > 2
    assert len(set(percents)) == len(percents)
    asked = Counter(turn.seat for turn in guests.turns(ANSWER))
    tied = [seat for seat in range(4) if count.points[seat] == max(count.points)]
    assert asked == {seat: 3 if seat in tied else 2 for seat in range(4)}
    assert len(tied) == 2


def look_at_poster(guests: Guests, pictures: Path) -> None:
    """The poster tells who won; L shows the set list, S saves the picture."""
    game, count = guests.game, guests.count
    bill = poster(pack(), guests.match)
    assert {act.seat: act.score for act in bill.acts} == dict(enumerate(count.points))
    winner, second = bill.acts[:2]
    assert winner.score == second.score
    assert (winner.rank, winner.note, second.rank) == (1, "in sudden death", 2)
    assert (guests.match.house.rounds + 1, winner.seat) not in guests.script.misses
    press(game, "l", scene="set-list")
    wait_picture(game, picture(guests.painter, NightListScene(set_list(guests.match))), "the list")
    game.key("Escape")
    game.wait_scene("poster")
    wait_picture(game, picture(guests.painter, bill), "the poster")
    game.key("s")
    game.wait_for(lambda: any(map(is_whole, pictures.glob("encore-*.png"))), "a picture")
    (saved,) = pictures.iterdir()
    assert not is_plain(pygame.image.load(saved))
    assert pygame.image.load(saved).get_size() == PNG_SIZE


def look_at_encore(guests: Guests) -> None:
    """Enter starts another night with the same table, and nothing in it was asked tonight."""
    game, asked = guests.game, asked_in(guests.match)
    encore = dealt_night(TABLE, EVERYTHING, f"{SEED}#2", asked)
    # This table has just played by these rules: none is explained again.
    press(game, "Return", scene="gate")
    gate = pages.heckle_gate(encore, 3, TABLE[0])
    wait_picture(game, picture(guests.painter, gate), "the gate of another night")
    game.signal(signal.SIGTERM)
    assert game.wait_exit() == 0
    found = kept(game.folder).unfinished()
    assert found is not None
    assert (found.match.players, found.match.turns) == (TABLE, ())
    dealt = [found.match.cards[slot.card].question.id for slot in found.match.plan]
    assert dealt == [encore.cards[slot.card].question.id for slot in encore.plan]
    assert not set(dealt) & set(asked)


def test_a_night_of_four_with_everything_there_is_is_counted_right_to_its_poster_and_beyond(
    tmp_path: Path, painters: Painters
) -> None:
    match = dealt_night(TABLE, EVERYTHING, SEED)
    script = tying(match, FIRST)
    (tmp_path / "home" / "Pictures").mkdir(parents=True)
    with started(tmp_path) as game:
        guests = Guests(game, painters(), match, script, look_at_ledger)
        sit_down(game, guests.painter, TABLE)
        turn_rules(game, rounds=-3, heckle=1)
        game.key("Return")
        guests.play()
        carefully(game, "space", scene="poster")
        look_at_everything_done(guests)
        look_at_poster(guests, tmp_path / "home" / "Pictures")
        look_at_encore(guests)


# -- remembered, killed, carried on -------------------------------------------------------

BETTING = House(2, encore=True)
BETS = Script(frozenset({(2, 2)}), bets={0: 10, 1: 30, 2: 20, 3: 50})


def remember(folder: Path, names: tuple[str, ...], house: House) -> None:
    """Leave what an evening with this table leaves behind."""
    records = kept(folder)
    records.keep_settings(Settings(names=names, tables=(names,), house=house))
    records.close()


def start_as_before(guests: Guests) -> None:
    """From the title to the first gate, with the table and the rules of the last evening."""
    game, house = guests.game, guests.match.house
    game.wait_scene("title")
    game.key("Down", "Return")
    lobby = LobbyScene(guests.match.players, house, (guests.match.players,))
    wait_picture(game, picture(guests.painter, lobby), "the lobby, ready")
    game.key("Return")
    game.wait_scene("gate")
    guests.see(pages.gate(guests.match))


def test_a_host_starts_a_night_for_four_in_under_ten_keys(
    tmp_path: Path, painters: Painters
) -> None:
    remember(tmp_path, TABLE, House())
    with started(tmp_path) as game:
        start_as_before(Guests(game, painters(), dealt_night(TABLE, House(), SEED), Script()))
        carefully(game, "space", scene="question", state="read")
        assert game.pressed < 10


def test_a_night_killed_in_the_middle_of_a_bet_ends_as_it_would_have(
    tmp_path: Path, painters: Painters
) -> None:
    remember(tmp_path, TABLE, BETTING)
    match = dealt_night(TABLE, BETTING, SEED)
    with started(tmp_path) as game:
        guests = Guests(game, painters(), match, BETS, there="gate")
        start_as_before(guests)
        guests.play_to(BET, 2)
        guests.light_chip(guests.open_bet())
        game.signal(signal.SIGKILL)
        assert game.wait_exit() == -signal.SIGKILL
    with started(tmp_path) as game:
        game.wait_scene("title")
        game.key("Return")
        game.wait_scene("gate")
        guests.game, guests.there = game, "gate"
        third = guests.match.due
        assert third is not None
        guests.see(pages.bet_gate(guests.match, third.seat))
        guests.bet()  # of which nothing was chosen yet
        guests.play()
        carefully(game, "space", scene="poster")
        assert {turn.seat: turn.amount for turn in guests.turns(BET)} == BETS.bets
        assert tuple(guests.count.points) == rehearsed(match, BETS).scores


# -- all together -----------------------------------------------------------------------

SHARED = House(2, way=TOGETHER, steal=True, encore=True, sudden=True)


def test_three_play_a_night_all_together_with_keys_held_at_once(
    tmp_path: Path, painters: Painters
) -> None:
    match = dealt_night(TABLE[:3], SHARED, SEED)
    script = Script(frozenset({(1, 1), (2, 2)}), bets={0: 15, 2: 50})
    with started(tmp_path) as game:
        guests = Guests(game, painters(), match, script)
        sit_down(game, guests.painter, TABLE[:3])
        turn_rules(game, way=2, rounds=-3)
        game.key("Return")
        guests.play()
        carefully(game, "space", scene="poster")
        assert guests.explained == [TOGETHER, "encore"]
        double = 2 * int(WORTH[match.cards[match.plan[-1].card].question.level])
        assert guests.count.points == [100 + 15 + double, double, 100 - 50]


# -- the table changes --------------------------------------------------------------------


def desk(guests: Guests, undo: str, *, can_join: bool) -> TableScene:
    """The desk as it is to look."""
    match, points, out = guests.match, guests.count.points, guests.count.out
    there = [points[seat] for seat in range(len(points)) if seat not in out]
    return TableScene(
        tuple(Person(n, match.players[n], points[n], n in out) for n in range(len(points))),
        can_undo=undo,
        can_join=can_join,
        join_score=rounded(Fraction(sum(there), len(there))),
    )


def take_back(guests: Guests) -> None:
    """Undo the answer that ended the round."""
    game, match = guests.game, guests.match
    press(game, "t", scene="table")
    guests.see(desk(guests, f"{TABLE[1]}’s answer in round 1", can_join=True))
    carefully(game, "u", scene="table", state="sure")
    assert guests.count.points == [0, 100]
    line = carefully(game, "u", kind="void")
    guests.count.book(match, line)
    guests.match = match.void()
    assert guests.count.points == [0, 0]
    guests.see(desk(guests, f"{TABLE[0]}’s answer in round 1", can_join=False))
    carefully(game, "Escape", scene="gate")
    guests.there, guests.at_break = "gate", come_and_go


def come_and_go(guests: Guests) -> None:
    """Somebody sits down, and the first player leaves."""
    game, undo = guests.game, f"{TABLE[1]}’s answer in round 1"
    press(game, "t", scene="table")
    guests.see(desk(guests, undo, can_join=True))
    carefully(game, "n", scene="table", state="name")
    game.type("Elaine")
    game.key("Return")
    guests.count.book(guests.match, game.wait_trace(kind="join"))
    guests.match = joined(guests.match, "Elaine", pack().questions)
    guests.see(desk(guests, undo, can_join=True))
    carefully(game, "d", scene="table", state="sure")
    guests.count.book(guests.match, carefully(game, "d", kind="out"))
    guests.match = leave(guests.match, 0)
    guests.see(desk(guests, undo, can_join=True))
    carefully(game, "Escape", scene="standings")


def test_a_table_takes_an_answer_back_and_lets_one_join_and_one_leave(
    tmp_path: Path, painters: Painters
) -> None:
    match = dealt_night(TABLE[:2], House(2), SEED)
    script = Script(frozenset({(1, 0), (2, 2)}))
    with started(tmp_path) as game:
        guests = Guests(game, painters(), match, script, take_back)
        sit_down(game, guests.painter, TABLE[:2])
        turn_rules(game, rounds=-3, steal=1, encore=1, sudden=1)
        game.key("Return")
        guests.play()
        carefully(game, "space", scene="poster")
        last = guests.match.cards[guests.match.slots[-1].card].question.level
        # Elaine sat down with the average of 0 and 100, and has missed her question.
        assert guests.count.points == [0, 100 + int(WORTH[last]), 50]
        bill = {act.name: act for act in poster(pack(), guests.match).acts}
        assert (bill[TABLE[0]].rank, bill[TABLE[0]].note) == (3, "out after round 1")
        assert (bill[TABLE[1]].rank, bill["Elaine"].rank, bill["Elaine"].score) == (1, 2, 50)

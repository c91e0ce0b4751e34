"""Whole nights with one keyboard in the terminal, and every scene of a party on its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from game.records import Records, Settings
from game.rules import table
from game.rules.deal import Card
from game.rules.house import PLAIN, PRESETS, SWITCHES, TEAMS, TOGETHER, House
from game.rules.modes import CLOCKS
from game.rules.rider import turned
from game.rules.seating import deal_party
from game.rules.tally import is_encore, is_sudden
from game.rules.turn import ANSWER, BET, HECKLE, STEAL
from game.scenes.ask import AskScene
from game.scenes.bet import BetScene
from game.scenes.explain import EXPLAINED, ExplainScene
from game.scenes.gate import GateScene, Standing
from game.scenes.heckle import HeckleScene
from game.scenes.key_check import KeyCheckScene
from game.scenes.lobby import LobbyScene, Start, Table, Team
from game.scenes.nightlist import NightListScene, Played
from game.scenes.poster import Act, Ending, PosterScene
from game.scenes.reveal import Beside, RevealScene, Verdict
from game.scenes.scene import PAUSED, Answered, Challenged, Scene
from game.scenes.standings import Between, LedgerLine, Place, StandingsScene
from game.scenes.steal import StealScene
from game.scenes.table import (
    Change,
    Correct,
    Join,
    Leave,
    Person,
    Reorder,
    Return,
    Skip,
    TableScene,
    Undo,
)
from game.scenes.together import TogetherScene
from game.scenes.together_bet import TogetherBetScene
from game.scenes.together_reveal import Pick, TogetherRevealScene
from game.story.home import evening
from game.terminal import Terminal
from game.terminal.dialogues import dialogue_of
from game.ui.boards import ARRANGEMENTS
from game.ui.lineup import SIDES
from game.ui.props.header import Header
from game.ui.props.stands import Contender
from tests.test_terminal import (
    HOME,
    PARTY,
    PARTY_SCENES,
    Typist,
    card,
    night,
    shelf,
    told,
    unwrapped,
    watched,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.rules.match import Match
    from game.story.tonight import Tonight

__all__ = ["shelf"]

EVERYTHING = House(3, "untimed", steal=True, heckle=True, encore=True, sudden=True)
COLOURS = card("red", "green", "blue", "grey", key=1)
HEADER = Header("ROUND 2 OF 5", "", 150, seat=1, player="Ben")
SO_FAR = (Standing(0, "Mia", 100), Standing(1, "Ben", 50))


# -- whole nights ---------------------------------------------------------------------


def dealt(
    shelf: Tonight, house: House, players: tuple[str, ...] = PARTY, *teams: tuple[str, ...]
) -> Match:
    pack = shelf.rack.open("almost-famous")
    questions = night(shelf).questions(pack)
    match = deal_party(pack.fingerprint, questions, players, "seed", house, (), teams)
    return replace(match, clock=CLOCKS["untimed"])


def wrong(card: Card, *but: int | None) -> int:
    return next(n for n in range(len(card.options)) if n != card.key and n not in but)


def scripted(match: Match, answers: Callable[[Match], int]) -> tuple[list[str], Match]:
    """What a table types through a night, by the rules alone; and the night as it ends."""
    lines: list[str] = []
    explained: set[str] = set()
    shown: set[int] = set()

    def explain(what: str) -> None:
        if what not in explained:
            explained.add(what)
            lines.append("")

    while (due := match.due) is not None:
        count = len(match.played)
        at_end = match.round_over and due.kind != STEAL and count not in shown
        if at_end and not is_sudden(match, match.slots[-1]):
            shown.add(count)
            lines.append("")
            continue
        if match.teams:
            explain(TEAMS)
        if due.kind in (STEAL, HECKLE):
            explain(due.kind)
        elif is_encore(match, match.next):
            explain("encore")
        elif is_sudden(match, match.next):
            explain("sudden")
        before = lines.copy()
        lines.clear()
        match = _DEEDS[due.kind](match, lines, answers)
        lines[:0] = before
    return lines, match


def _answered(match: Match, lines: list[str], answers: Callable[[Match], int]) -> Match:
    pick = answers(match)
    match = match.answer(pick, 0)
    lines += ["", str(pick + 1)]
    if match.due is None or match.due.kind != STEAL:
        lines.append("")
    return match


def _stolen(match: Match, lines: list[str], _answers: Callable[[Match], int]) -> Match:
    """In turn: taken and right, taken and wrong, not wanted."""
    assert match.due is not None
    card, missed = match.cards[match.due.card], match.played[-1].pick
    tries = sum(turn.kind == STEAL for turn in match.turns) % 3
    pick = (card.key, wrong(card, missed), None)[tries]
    lines += ["n", ""] if pick is None else ["y", str(pick + 1), ""]
    return table.steal(match, pick, 0)


def _heckled(match: Match, lines: list[str], _answers: Callable[[Match], int]) -> Match:
    lines += ["", "1, 3 and 4"]
    return table.heckle(match, (0, 2, 3))


def _bet(match: Match, lines: list[str], answers: Callable[[Match], int]) -> Match:
    """Half by the first, nothing by the second, and so on; all the same where all are to tie."""
    percent = 50 if answers is a_tie else (50, 0, 30)[len(match.bets) % 3]
    lines += ["", {50: "6", 0: "nothing", 30: "30 %"}[percent]]
    return table.bet(match, percent)


_DEEDS = {ANSWER: _answered, STEAL: _stolen, HECKLE: _heckled, BET: _bet}


def by_turns(match: Match) -> int:
    """The key in two of three answers."""
    right = len(match.played) % 3 != 1
    return match.card.key if right else wrong(match.card)


def a_tie(match: Match) -> int:
    """Everyone knows everything; in the sudden death only the last of them still does."""
    if is_sudden(match, match.next) and match.next.seat != len(match.players) - 1:
        return wrong(match.card)
    return match.card.key


def in_house(shelf: Tonight, house: House) -> Tonight:
    return replace(night(shelf), settings=Settings(house=house))


@pytest.mark.parametrize("answers", [by_turns, a_tie])
@pytest.mark.parametrize(
    "house",
    [
        EVERYTHING,
        *(turned(House(2), name, 1) for name in SWITCHES),
        *(replace(preset.house, rounds=3) for preset in PRESETS.values()),
    ],
)
def test_a_night_by_any_house_rules_ends_as_the_rules_say(
    shelf: Tonight, house: House, answers: Callable[[Match], int]
) -> None:
    lines, over = scripted(dealt(shelf, house), answers)
    transcript = told(evening(in_house(shelf, house), "party", PARTY), [*lines, *HOME])
    bill = unwrapped(transcript.rpartition("----")[2])
    ranks = over.ranks()
    for seat, (name, score) in enumerate(zip(PARTY, over.scores, strict=True)):
        if ranks[seat] > 1:
            assert f"{ranks[seat]}. {name}, {score:,} points." in bill
    heads = [seat for seat in range(len(PARTY)) if ranks[seat] == 1]
    role = "The headliner: " if len(heads) == 1 else "Headliners, level: "
    assert bill.split(role)[1].startswith(PARTY[heads[0]])
    assert f"{over.score(heads[0]):,} points." in bill
    # The bill was left for the title, and the title for good: no line more or less was needed.
    assert transcript.endswith("What shall it be? \nGood night.\n")


def test_such_nights_have_every_mechanic_in_them(shelf: Tonight) -> None:
    kinds = {turn.kind for turn in scripted(dealt(shelf, EVERYTHING), by_turns)[1].turns}
    assert kinds == {ANSWER, STEAL, HECKLE, BET}
    _, tied = scripted(dealt(shelf, EVERYTHING), a_tie)
    assert any(is_sudden(tied, slot) for slot in tied.slots)
    _, stolen = scripted(dealt(shelf, replace(EVERYTHING, rounds=6)), by_turns)
    assert {row.what for row in stolen.entries} >= {ANSWER, STEAL, HECKLE, BET}


def test_who_wins_a_sudden_death_is_told_so(shelf: Tonight) -> None:
    lines, over = scripted(dealt(shelf, EVERYTHING), a_tie)
    assert over.ranks() == (2, 2, 1)
    bill = unwrapped(told(evening(in_house(shelf, EVERYTHING), "party", PARTY), lines))
    assert "The headliner: Zoë (in sudden death), " in bill
    assert "Sudden death: level " in bill
    assert "worth staying in" in bill


def test_teams_play_a_night_whose_points_are_the_teams(shelf: Tonight) -> None:
    members = (("Mia", "Zoë"), ("Ben",))
    house = replace(EVERYTHING, way=TEAMS)
    lines, over = scripted(dealt(shelf, house, SIDES[:2], *members), by_turns)
    tonight = replace(in_house(shelf, house), names=PARTY)
    said = unwrapped(told(evening(tonight, "party"), ["", *lines, *HOME]))
    assert f"Pass the keyboard to Mia of {SIDES[0]}." in said
    assert f"Pass the keyboard to Zoë of {SIDES[0]}." in said
    bill = said.rpartition("----")[2]
    for seat, side in enumerate(SIDES[:2]):
        whole = f"{side} ({', '.join(members[seat])})"
        assert f"{whole}, {over.score(seat):,} points." in bill


def test_the_input_may_end_in_every_scene_of_a_party(shelf: Tonight) -> None:
    lines, _ = scripted(dealt(shelf, EVERYTHING), by_turns)
    # Before the first gate a break, and a look at the table; at the end the whole night.
    lines = ["", "p", "2", "q", "1", *lines[1:], "the whole set list", "", "5"]
    ends: set[str] = set()
    for length in range(len(lines) + 1):
        shown: list[str] = []
        story = watched(evening(in_house(shelf, EVERYTHING), "party", PARTY), shown)
        assert told(story, lines[:length]).endswith("\nGood night.\n")
        ends.add(shown[-1])
    assert ends >= PARTY_SCENES


def test_the_table_is_changed_between_rounds_and_the_night_goes_on(shelf: Tonight) -> None:
    plain = House(2, "untimed")
    first = ["", "1", ""] * len(PARTY)
    desk = ["t", "somebody new plays", "Lu", "correct a score", "1", "-999", "q", ""]
    said = told(evening(in_house(shelf, plain), "party", PARTY), [*first, *desk, *["1"] * 40])
    assert "\nLu, " in said
    assert "Pass the keyboard to Lu." in said
    assert "The headliner" in said


def test_a_break_leads_to_the_table_and_back_to_the_question(shelf: Tonight) -> None:
    plain = House(2, "untimed")
    stem = unwrapped(dealt(shelf, plain).card.question.stem)
    lines = ["", "p", "the table", "back to the match", "go on", "1"]
    said = unwrapped(told(evening(in_house(shelf, plain), "party", PARTY), lines))
    assert "1. Go on 2. The table 3. Leave the match" in said
    assert said.count(stem) == 2


def test_an_open_question_is_skipped_for_everyone(shelf: Tonight) -> None:
    plain = House(2, "untimed")
    match = dealt(shelf, plain)
    other = table.skip(match).card.question.stem
    lines = ["", "p", "2", "skip this question, if everyone agrees", "y", "q", "1", ""]
    said = unwrapped(told(evening(in_house(shelf, plain), "party", PARTY), lines))
    assert unwrapped(other) in said.split("Skip this question")[-1]


def test_q_in_a_party_asks_once_and_leaves(shelf: Tonight) -> None:
    said = unwrapped(told(evening(in_house(shelf, House()), "party", PARTY), ["", "q", "2"]))
    assert "Take five" not in said
    assert "1. Carry on: Mia and 2 more, round 1" in said


def test_the_bill_is_told_once_and_the_encore_is_for_the_same_table(shelf: Tonight) -> None:
    plain = House(2, "untimed")
    lines, _ = scripted(dealt(shelf, plain), by_turns)
    more = ["a text to share", "the whole set list", "", "an encore with the same table", ""]
    said = unwrapped(told(evening(in_house(shelf, plain), "party", PARTY), [*lines, *more]))
    assert said.count("The headliner") + said.count("Headliners") == 1
    assert said.count("Encore · Almost Famous") == 1
    assert "The whole night: 6 questions, 4 of them right." in said
    assert "Pass the keyboard to Mia." in said.rpartition("What comes next?")[2]


# -- one scene ------------------------------------------------------------------------


def asked(scene: Scene[Any], *lines: str, seconds: tuple[float, ...] = ()) -> tuple[Any, str]:
    typist = Typist(list(lines), list(seconds))
    result = dialogue_of(scene)(scene, typist.terminal)
    assert next(typist.lines, None) is None
    return result, unwrapped(typist.transcript)


def out_of_sight(scene: Scene[Any], *lines: str) -> str:
    """What is still to be seen in a terminal of 40 lines once the scene is over."""
    typist = Typist(list(lines))
    typist.terminal = Terminal(typist.read, typist.parts.append, rows=lambda: 40)
    dialogue_of(scene)(scene, typist.terminal)
    return "\n".join(typist.transcript.split("\n")[-40:])


# -- the lobby


def lobby(
    names: tuple[str, ...] = PARTY,
    house: House = PLAIN,
    tables: tuple[tuple[str, ...], ...] = (),
) -> LobbyScene:
    return LobbyScene(names, house, tables)


def test_enter_starts_with_the_table_that_is_remembered() -> None:
    result, said = asked(lobby(), "")
    assert result == Start(Table(PARTY, House()))
    assert "3 players, 5 rounds, 15 questions, about 7 minutes." in said


def test_who_has_no_table_types_the_names_first() -> None:
    result, said = asked(lobby(()), "", "Mia", "\u200b", "mia", "", "")
    assert result == Start(Table(("Mia", "mia 2"), House()))
    assert said.count("A party needs two names at least.") == 2
    assert "Player 2 is mia 2." in said
    assert asked(lobby(()), "Mia", "q")[0] is None


def test_eight_names_are_a_full_table() -> None:
    result, said = asked(lobby(()), *"ABCDEFGH", "players", "I", "", "")
    assert result.table.names == tuple("ABCDEFGH")
    assert "Eight is a full table." in said


@pytest.mark.parametrize("name", SWITCHES)
def test_each_switch_has_its_sentence_and_is_turned_by_its_number_or_title(name: str) -> None:
    switch = SWITCHES[name]
    result, said = asked(lobby(), switch.title, "")
    assert getattr(result.table.house, name)
    assert f"{switch.title}: No. {switch.says}" in said
    assert f"{switch.title}: Yes. {switch.says}" in said
    number = said.split(f". {switch.title}: No.")[0].rsplit(" ", 1)[-1]
    assert asked(lobby(), number, "")[0] == result


def test_kinds_of_night_rounds_and_clocks_are_chosen() -> None:
    result, _ = asked(lobby(), "kind of night", "kids", "")
    assert result.table.house == PRESETS["kids"].house
    result, said = asked(lobby(), "rounds", "16", "1", "x", "12", "clock", "relaxed", "")
    assert (result.table.house.rounds, result.table.house.clock) == (12, "relaxed")
    assert said.count("Please type a number from 2 to 15") == 3
    assert asked(lobby(), "rounds", "", "clock", "q", "")[0].table.house == House()


def test_rules_of_ones_own_wait_among_the_kinds_of_night() -> None:
    lines = ("heckle", "kind of night", "kids", "kind of night", "your own", "")
    assert asked(lobby(), *lines)[0].table.house == House(heckle=True)


def test_a_change_is_taken_back_with_u() -> None:
    result, said = asked(lobby(), "steal", "u", "u", "")
    assert result.table.house == House()
    assert said.count("Taken back.") == 1
    assert "There is nothing to take back." in said


def test_all_together_is_not_offered_and_that_is_said() -> None:
    result, said = asked(lobby(house=House(way=TOGETHER)), "you play", "q", "")
    assert result.table.house == House()
    assert "the game in its window can. Here the keyboard is passed round." in said
    assert "All together can be played in the game’s window only." in said
    assert "3. " not in said.split("window only.")[1].split("How do you play?")[0]


def test_a_table_of_another_night_sits_down_by_its_number() -> None:
    tables = (PARTY, ("Ada", "Grace"))
    result, said = asked(lobby(tables=tables), "another table", "2", "")
    assert result.table.names == ("Ada", "Grace")
    assert "2. Ada and Grace" in said
    assert "Another table" not in asked(lobby(tables=(PARTY,)), "")[1]


def test_players_come_go_move_and_are_called_otherwise() -> None:
    lines = ("players", "Lu", "1", "answers later", "3", "does not play", "1", "1", "Bo", "", "")
    result, said = asked(lobby(), *lines)
    assert result.table.names == ("Bo", "Mia", "Lu")
    assert "1. Ben 2. Mia 3. Zoë 4. Lu" in said


def test_other_players_are_typed_anew_or_the_old_ones_stay() -> None:
    assert asked(lobby(), "1", "all", "Ada", "Bo", "", "", "")[0].table.names == ("Ada", "Bo")
    assert asked(lobby(), "1", "all", "Ada", "q", "", "")[0].table.names == PARTY


def test_too_few_players_start_nothing() -> None:
    lines = ("1", "1", "4", "1", "4", "", "", "1", "Lu", "", "")
    result, said = asked(lobby(), *lines)
    assert result.table.names == ("Zoë", "Lu")
    assert "One more name is needed." in said


def test_teams_are_as_many_as_wanted_with_names_and_members() -> None:
    four = (*PARTY, "Lu")
    lines = ("you play", "in teams", "teams", "1", "3", "2", "The Cats", "Lu", "", "")
    result, said = asked(lobby(four), *lines)
    assert result.table.teams == (
        Team("The Cats", ("Mia",)),
        Team(SIDES[1], ("Ben", "Lu")),
        Team(SIDES[2], ("Zoë",)),
    )
    assert f"Lu plays for {SIDES[1]}." in said


def test_an_empty_team_is_named_before_anything_starts() -> None:
    lines = ("you play", "in teams", "teams", "Ben", "", "", "q")
    result, said = asked(lobby(("Ben", "Mia")), *lines)
    assert result is None
    assert f"Nobody is in {SIDES[0]} yet." in said


def test_q_goes_back_from_the_lobby_and_keeps_what_was_typed() -> None:
    scene = lobby()
    result, said = asked(scene, "p", "99", "1", "Lu", "", "q")
    assert result is None
    assert scene.table.names == (*PARTY, "Lu")
    assert "there is nothing to pause" in said


# -- gates, explanations, bets, heckles


def test_a_gate_says_for_what_it_is_and_what_the_others_do() -> None:
    rules = (("Bet", "0 to 50 %"),)
    scene = GateScene(
        *(0, "Mia", "ENCORE · THE BETS", SO_FAR, "So far", rules),
        task="to place a secret bet",
        others="everyone else looks away",
        team="The Cats",
    )
    said = asked(scene, "")[1]
    assert "Encore, the bets: bet 0 to 50 percent." in said
    assert "Pass the keyboard to Mia of The Cats, to place a secret bet." in said
    assert "Everyone else looks away. Mia, press Enter when you are ready." in said


@pytest.mark.parametrize("what", EXPLAINED)
def test_an_explanation_is_read_as_text(what: str) -> None:
    result, said = asked(ExplainScene(what), "r", "")
    assert result is None
    assert said.count(f"A house rule: {EXPLAINED[what].title}.") == 2
    assert unwrapped(EXPLAINED[what].says).replace(" %", " percent") in said
    assert asked(ExplainScene(what), "p")[0] is PAUSED


def bet_scene() -> BetScene:
    return BetScene(0, "Mia", 150, "easy", "ENCORE", SO_FAR)


@pytest.mark.parametrize(
    ("typed", "percent"),
    [("1", 0), ("nothing", 0), ("2", 10), ("6", 50), ("f", 50), ("50", 50), ("30 %", 30)],
)
def test_a_bet_is_the_number_of_its_line_or_its_percent(typed: str, percent: int) -> None:
    assert asked(bet_scene(), typed)[0] == percent


def test_a_bet_that_is_none_is_asked_for_again() -> None:
    result, said = asked(bet_scene(), "", "7", "60", "2")
    assert result == 10
    assert said.count("Please type a number from 1 to 6") == 3
    assert "An easy question comes next" in said
    assert "1. Nothing 2. 10 percent: 15 points" in said


def test_what_was_bet_or_chosen_is_out_of_sight_for_the_next_player() -> None:
    assert out_of_sight(bet_scene(), "6").strip() == "The bet is in."
    left = out_of_sight(heckle_scene(), "1 2 3")
    assert left.strip() == "They are sent to Ben."
    assert out_of_sight(heckle_scene(), "p").strip() == ""


def test_a_bet_is_typed_unseen_where_the_terminal_can_do_that() -> None:
    typist, unseen = Typist([]), iter(["what", "6"])
    terminal = Terminal(typist.read, typist.parts.append, unseen=lambda: next(unseen))
    scene = bet_scene()
    assert dialogue_of(scene)(scene, terminal) == 50
    assert "What you type is not shown." in typist.transcript
    assert "What you type is not shown." not in asked(bet_scene(), "6")[1]


def heckle_scene() -> HeckleScene:
    candidates = ("Paris", "Rome", "Oslo", "Bern", "Riga", "Bonn")
    return HeckleScene(0, "Mia", 1, "Ben", "Which city?", candidates, 3, 50)


@pytest.mark.parametrize(
    ("typed", "places"),
    [("1 2 3", (0, 1, 2)), ("6, 4 and 1", (0, 3, 5)), ("264", (1, 3, 5))],
)
def test_a_heckler_types_three_numbers(typed: str, places: tuple[int, ...]) -> None:
    result, said = asked(heckle_scene(), typed)
    assert result == places
    assert "This is the question: Which city?" in said
    assert "If Ben falls for one, you get 50 points." in said


@pytest.mark.parametrize("typed", ["", "1 2", "1 1 2", "1 2 7", "1 2 3 4", "12 3 4", "0 1 2", "x"])
def test_other_than_three_different_numbers_are_asked_for_again(typed: str) -> None:
    result, said = asked(heckle_scene(), typed, "135")
    assert result == (0, 2, 4)
    assert said.count("Please type three different numbers from 1 to 6 on one line") == 1


# -- steals and what came of them


def steal_scene(missed: int | None = 0, clock: str = "standard") -> StealScene:
    return StealScene(COLOURS, missed, 1, "Ben", "Mia", 50, CLOCKS[clock], HEADER)


def test_no_option_is_told_before_the_steal_is_taken() -> None:
    result, said = asked(steal_scene(), "x", "n")
    assert result == Answered(None, 0)
    assert "Mia said: Red. That is wrong. How many?" in said
    assert "Ben, it is yours for 50 points." in said
    assert "You would have 10 seconds." in said
    assert "green" not in said


def test_a_steal_runs_against_half_of_the_clock_and_the_miss_cannot_be_picked() -> None:
    result, said = asked(steal_scene(), "y", "1", "2", seconds=(60.0, 2.0, 3.5))
    assert result == Answered(1, 5500)
    assert "2. green 3. blue 4. grey" in said
    assert "1. red" not in said
    assert "That was the answer of Mia." in said
    late, said = asked(steal_scene(), "y", "2", seconds=(0.0, 10.0))
    assert late == Answered(None, 10_000)
    assert "That took 10.0 seconds, and there were 10." in said


def test_who_was_too_late_leaves_every_option_to_the_steal() -> None:
    result, said = asked(steal_scene(None, "untimed"), "y", "1")
    assert result == Answered(0, 0)
    assert "Mia was too late." in said
    assert "seconds" not in said


def test_a_break_in_a_steal_goes_on_where_it_was() -> None:
    scene = steal_scene()
    assert asked(scene, "p")[0] is PAUSED
    assert asked(scene, "y", "p", seconds=(0.0, 4.0))[0] is PAUSED
    assert asked(scene, "2", seconds=(3.0,))[0] == Answered(1, 7000)


def revealed(**told_of: Any) -> str:  # noqa: ANN401
    verdict = Verdict(COLOURS, told_of.pop("pick", 0), told_of.pop("gained", 0), "note", **told_of)
    return asked(RevealScene(verdict, HEADER, HEADER, "pass to Lu"), "")[1]


def test_a_reveal_tells_the_steal_and_what_the_turn_brought_to_others() -> None:
    beside = (Beside(2, "Lu", "stole it", 50), Beside(0, "Mia", "a bet of 30 %", -1))
    said = revealed(stolen=1, thief=2, beside=beside)
    assert said.startswith("Stolen! The answer is 2, green. Ben said: Red. ")
    assert "Ben’s score: 150 points." in said
    assert "Lu: stole it, +50 points. Mia: a bet of 30 percent, -1 point." in said
    said = revealed(stolen=2, thief=2)
    assert said.startswith("The steal is wrong, too. The answer is 2")
    assert "The steal: Blue. A red herring" in said


def test_a_steal_that_nobody_wanted_is_told_without_points() -> None:
    said = revealed(thief=2, beside=(Beside(2, "Lu", "did not want it", 0),))
    assert said.startswith("It was not stolen. ")
    assert "Lu: did not want it. Note." in said
    assert "The steal" not in said


def test_what_counts_double_and_what_brings_nothing_is_told() -> None:
    assert "Right! 200 points, counted double." in revealed(pick=1, gained=200, doubled=True)
    assert "Right! " in revealed(pick=1, scoreless=True)
    assert "No points" not in revealed(pick=1, scoreless=True)
    assert "Wrong. No points." in revealed(doubled=True)


# -- between rounds


def standings_scene() -> StandingsScene:
    places = (
        Place(1, 0, "Cats", 250, 100, 1, 50, "Mia, Lu"),
        Place(2, 1, "Dogs", 150, 0, -1, out=True),
    )
    ledger = (
        LedgerLine(0, "Cats", 1, 1, 0, 2, 1, 0, 30),
        LedgerLine(1, "Dogs", 1, 1, 0, 0, 0, 0, 0),
    )
    return StandingsScene("After round 2", "3 rounds to play", places, ledger)


def test_the_standings_tell_members_corrections_and_who_has_dropped_out() -> None:
    result, said = asked(standings_scene(), "")
    assert result is None
    assert "1. Cats (Mia, Lu), 250 points, 100 this round, up 1 place, +50 points" in said
    assert "of them by hand." in said
    assert "Dogs dropped out with 150 points." in said


def test_the_ledger_is_told_on_demand_and_the_table_can_be_changed() -> None:
    result, said = asked(standings_scene(), "l", "t")
    assert result is Between.TABLE
    assert "The ledger. Everyone had 1 easy and 1 medium." in said
    assert "Cats: 1 easy, 1 medium, 2 right, 1 stolen, a bet of 30 points." in said
    assert "Dogs: 1 easy, 1 medium, 0 right." in said
    assert "The ledger" not in asked(standings_scene(), "")[1]
    assert asked(standings_scene(), "p")[0] is PAUSED


PEOPLE = (Person(2, "Mia", 100), Person(0, "Ben", 50), Person(1, "Lu", 0, out=True))
SIDED = (
    Person(0, "Mia", 100, team=0),
    Person(1, "Ben", 100, team=0),
    Person(2, "Lu", 50, team=1),
)


def desk(people: tuple[Person, ...] = PEOPLE, **more: Any) -> TableScene:  # noqa: ANN401
    return TableScene(people, **more)


@pytest.mark.parametrize(
    ("lines", "change"),
    [
        (("somebody comes back", "1"), Return(1)),
        (("correct a score", "ben", "+20"), Correct(0, 20)),
        (("correct a score", "1", "many", "-30"), Correct(2, -30)),
        (("correct a score", "2", "−999"), Correct(0, -50)),
        (("change the order", "3 1 2"), Reorder((1, 2, 0))),
        (("change the order", "1 2", "2,1,3"), Reorder((0, 2, 1))),
        (("somebody new plays", "mia", " Ada "), Join("Ada", None)),
        (("undo the last turn: Ben’s answer", "y"), Undo()),
        (("skip this question, if everyone agrees", "y"), Skip()),
        (("q",), None),
        (("back to the match",), None),
    ],
)
def test_the_desk_changes_one_thing(lines: tuple[str, ...], change: Change | None) -> None:
    scene = desk(can_undo="Ben’s answer", can_skip=True, join_score=75)
    assert asked(scene, *lines)[0] == change


@pytest.mark.parametrize(
    "lines",
    [
        ("somebody comes back", "q"),
        ("correct a score", "q"),
        ("correct a score", "1", ""),
        ("correct a score", "1", "0"),
        ("change the order", ""),
        ("change the order", "1 2 3"),
        ("somebody new plays", ""),
        ("undo the last turn: Ben’s answer", "n"),
        ("skip this question, if everyone agrees", "n"),
        ("somebody drops out", "q"),
    ],
)
def test_what_is_left_at_the_desk_changes_nothing(lines: tuple[str, ...]) -> None:
    scene = desk(can_undo="Ben’s answer", can_skip=True)
    assert asked(scene, *lines, "q")[0] is None


def test_two_stay_at_the_table_whoever_wants_to_go() -> None:
    result, said = asked(desk(), "somebody drops out", "1", "q")
    assert result is None
    assert "Two have to stay in." in said
    three = (*PEOPLE[:2], Person(1, "Lu", 0))
    assert asked(desk(three), "1", "mia", "y")[0] == Leave(2)
    assert asked(desk(three), "1", "mia", "n", "q")[0] is None


def test_the_desk_of_teams_is_about_members_and_the_points_of_a_team() -> None:
    teams = ("Cats", "Dogs")
    scene = desk(SIDED, teams=teams)
    result, said = asked(scene, "somebody new plays", "Ada", "dogs")
    assert result == Join("Ada", 1)
    assert "Mia, Cats, 100 points." in said
    assert "Change the order" not in said
    assert asked(desk(SIDED, teams=teams), "2", "dogs", "5")[0] == Correct(1, 5)
    assert "Two teams have to stay." in asked(desk(SIDED, teams=teams), "1", "Lu", "q")[1]
    assert asked(desk(SIDED, teams=teams), "1", "Ben", "y")[0] == Leave(1)


def test_what_cannot_be_done_now_is_not_offered() -> None:
    said = asked(desk(PEOPLE[:2], can_join=False), "q")[1]
    for words in ("Somebody new", "Undo", "Skip", "comes back"):
        assert words not in said


def test_a_break_with_a_table_offers_three_ways() -> None:
    choices = (("Go on", "go on"), ("The table", "table"), ("Leave the match", "leave"))
    for typed, result in (("1", "go on"), ("the table", "table"), ("3", "leave")):
        scene = AskScene("pause", "pause", "Take five", "Below.", choices, "go on")
        assert asked(scene, typed)[0] == result


# -- the end


def poster_scene() -> PosterScene:
    acts = (
        Act(1, 0, "Cats", 250, "Mia, Lu", corrected=True, note="in sudden death"),
        Act(2, 1, "Dogs", 250),
    )
    awards = (("20:45", "Thief of the night", "Cats, 2 steals"),)
    return PosterScene("TONIGHT ONLY · ONE KEYBOARD · TWO TEAMS", acts, awards, "Encore\n1. Cats")


@pytest.mark.parametrize(
    ("typed", "ending"),
    [
        ("1", Ending.AGAIN),
        ("the whole set list", Ending.SETLIST),
        ("save the bill as a picture", Ending.SAVE),
        ("back to the title", Ending.TITLE),
        ("q", Ending.TITLE),
    ],
)
def test_after_the_bill_there_is_a_choice(typed: str, ending: Ending) -> None:
    assert asked(poster_scene(), typed)[0] is ending


def test_the_bill_tells_members_how_it_was_won_and_what_was_set_by_hand() -> None:
    said = asked(poster_scene(), "q")[1]
    assert "Tonight only, one keyboard, two teams." in said
    first = "The headliner: Cats (Mia, Lu; in sudden death; set right by hand), 250 points."
    assert f"{first} 2. Dogs, 250 points. Thief of the night: Cats, 2 steals." in said


def test_the_text_to_share_stands_there_and_the_choice_comes_again() -> None:
    result, said = asked(poster_scene(), "a text to share", "q")
    assert result is Ending.TITLE
    assert said.count("Encore 1. Cats") == 1


def test_the_bill_shown_again_says_what_came_of_saving_and_nothing_twice() -> None:
    scene = poster_scene()
    asked(scene, "q")
    scene.said = "Saved as encore.png"
    said = asked(scene, "q")[1]
    assert "Saved as encore.png." in said
    assert "headliner" not in said
    assert "Saved" not in asked(scene, "q")[1]
    assert "The headliner" in asked(scene, "r", "q")[1]


def test_no_picture_is_offered_where_none_can_be_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pygame", None)
    assert "picture" not in asked(poster_scene(), "q")[1]


def test_the_set_list_tells_every_question_by_rounds() -> None:
    played = (
        Played("Round 1", 0, "Mia", "Who?", "Penny", "Penny", True, 3.0, 100),
        Played("Round 1", 1, "Ben", "What?", "A bus", "A car", False, 3.0, 0, "Lu: stole it, +50"),
        Played("Sudden death", 0, "Mia", "When?", "1973", "", False, None, 0),
    )
    result, said = asked(NightListScene(played), "")
    assert result is None
    assert "The whole night: 3 questions, 1 of them right." in said
    assert "Round 1. 1. Mia. Who? Right. +100 points. 2. Ben. What? Wrong: A car." in said
    assert "Answer: A bus. No points. Lu: stole it, +50." in said
    assert "Sudden death. 3. Mia. When? Too late. Answer: 1973. No points." in said


# -- all together, begun in a window and carried on here

TWO = (Contender(0, "Mia", 200), Contender(1, "Ben", 100))
KEYS = ARRANGEMENTS["letters"].dealt(2)


def together_scene(clock: str = "standard") -> TogetherScene:
    header = Header("ROUND 2 OF 5", "everyone, in secret", 150)
    return TogetherScene(COLOURS, CLOCKS[clock], header, TWO, KEYS)


def test_everyone_answers_in_turn_against_a_clock_of_their_own() -> None:
    seconds = (60.0, 60.0, 5.0, 60.0, 21.0)
    result, said = asked(together_scene(), "", "", "2", "", "1", seconds=seconds)
    assert result == (Answered(1, 5000), Answered(None, 20_000))
    assert "Round 2 of 5, for everyone, in secret." in said
    assert "Everyone but Ben looks away." in said
    assert "That took 21.0 seconds, and there were 20." in said


def test_no_answer_of_all_together_stays_in_sight() -> None:
    scene = together_scene("untimed")
    lines = out_of_sight(scene, "", "", "2", "", "grey").splitlines()
    assert scene.locked == {0: Answered(1, 0), 1: Answered(3, 0)}
    assert not any("Your answer" in line or "your answer" in line for line in lines)


def test_what_is_locked_all_together_stays_so_through_a_break() -> None:
    scene = together_scene("untimed")
    assert asked(scene, "", "", "2", "p")[0] is PAUSED
    result, said = asked(scene, "", "9", "4")
    assert result == (Answered(1, 0), Answered(3, 0))
    assert "Everyone but Mia" not in said


def test_everyone_bets_in_turn() -> None:
    scene = TogetherBetScene(TWO, "hard", KEYS)
    assert asked(scene, "", "4", "p")[0] is PAUSED
    result, said = asked(scene, "", "9", "15 %")
    assert result == (50, 15)
    assert "2. 15 percent: 15 points 3. 30 percent: 30 points 4. 50 percent: 50 points" in said


def test_the_reveal_of_all_together_tells_everyones_pick() -> None:
    picks = (Pick(0, "Mia", 1, 900, 300, 500, "bet 50 %"), Pick(1, "Ben", 0, 900, 0, 100))
    scene = TogetherRevealScene(COLOURS, (*picks, Pick(2, "Lu", None, 0, -1, 0)), HEADER, "next")
    result, said = asked(scene, "d")
    assert result == Challenged()
    assert "The answer is 2, green." in said
    assert "Mia: green, right, +300 points, bet 50 percent. 500 points now." in said
    assert "Ben: red, wrong, no points. 100 points now." in said
    assert "Lu: too late, -1 point. 0 points now." in said
    assert asked(scene, "")[0] is None


def test_keys_are_not_tried_in_a_terminal() -> None:
    result, said = asked(KeyCheckScene(TWO, "letters"), "")
    assert result is None
    assert "can be tried in the game’s window only" in said


def test_a_night_of_everyone_at_once_is_carried_on_here(shelf: Tonight) -> None:
    pack = shelf.rack.open("almost-famous")
    house = House(2, "untimed", way=TOGETHER, encore=True)
    questions = night(shelf).questions(pack)
    match = deal_party(pack.fingerprint, questions, ("Mia", "Ben"), "seed", house)
    records = Records.nowhere()
    records.begin("party", pack.id, match, {})
    tonight = replace(night(shelf), records=records)
    lines = ["carry on", *["", "1"] * 30]
    said = unwrapped(told(evening(tonight), lines))
    assert "A house rule: All together." in said
    assert "Round 2 of 2" in said or "The encore." in said

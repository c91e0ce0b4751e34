"""What is told of playing alone: ways, codes, lifelines, ghosts, disputes, the magazine."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from game.rules.modes import CLOCKS, MODES
from game.scenes.challenge import ChallengeScene, Proof
from game.scenes.entry import EntryScene
from game.scenes.question import Ghost, Lifelines, QuestionScene, Swapped
from game.scenes.results import After, ResultsScene, Track
from game.scenes.reveal import RevealScene, Verdict
from game.scenes.scene import Answered, Challenged
from game.scenes.title import Line, TitleScene, Wish
from game.scenes.ways import Chosen, Way, WaysScene
from game.story.home import evening
from game.terminal.dialogues import dialogue_of
from game.ui.props.cover import Cover
from game.ui.props.header import Header
from game.ui.props.passes import Pass
from tests.test_terminal import QUIT, Typist, card, dealt, night, shelf, told, unwrapped

if TYPE_CHECKING:
    from game.scenes.scene import Scene
    from game.story.tonight import Tonight

__all__ = ["shelf"]

COLOURS = card("red", "green", "blue", "grey")
ALL_THREE = ("half", "time", "swap")


def asked(scene: Scene[Any], *lines: str, seconds: tuple[float, ...] = ()) -> tuple[Any, str]:
    """What a scene results in when it is told and these lines are typed; and what was said."""
    typist = Typist(list(lines), list(seconds))
    result = dialogue_of(scene)(scene, typist.terminal)
    return result, unwrapped(typist.transcript)


# -- ways to play -------------------------------------------------------------------


def ways_scene(clock: int = 1) -> WaysScene:
    ways = (
        Way("setlist", "Setlist", "ten", "Harder.", (("Best night", "1,234"),), (5, 10, 20), 10),
        Way("soundcheck", "Soundcheck", "practice", "No clock.", (("Due now", "7"),)),
        Way("daily", "Daily gig", "today", "All the same.", trouble="no questions today"),
    )
    return WaysScene(ways, tuple(clock.title for clock in CLOCKS.values()), clock)


def test_a_way_is_told_with_its_figures_then_asks_how_long_and_which_clock() -> None:
    result, said = asked(ways_scene(), "setlist", "20", "relaxed")
    assert result == Chosen("setlist", 20, 2)
    assert "1. Setlist: ten 2. Soundcheck: practice" in said
    assert "Setlist. Harder. Best night: 1,234." in said
    assert "How many tracks: 5, 10 or 20? Enter takes 10." in said
    assert "3. Relaxed: 40 seconds an answer 4. Untimed: take all night" in said


def test_enter_takes_the_length_and_the_clock_that_are_set() -> None:
    assert asked(ways_scene(clock=3), "1", "", "")[0] == Chosen("setlist", 10, 3)


@pytest.mark.parametrize("typed", ["1", "7", "ten", "-5", "²"])
def test_a_length_that_is_not_on_offer_is_asked_for_again(typed: str) -> None:
    result, said = asked(ways_scene(), "1", typed, "5", "")
    assert result == Chosen("setlist", 5, 1)
    assert said.count("Please type 5, 10 or 20") == 1


def test_without_a_clock_to_choose_none_is_asked_for() -> None:
    result, said = asked(ways_scene(clock=2), "soundcheck")
    assert result == Chosen("soundcheck", 10, 2)
    assert "Due now: 7." in said
    assert "clock?" not in said


def test_q_goes_back_to_the_ways_and_from_there_to_the_title() -> None:
    result, said = asked(ways_scene(), "1", "q", "1", "5", "q", "q")
    assert result is None
    assert said.count("1. Setlist: ten") == 3


def test_a_way_that_cannot_be_played_says_why() -> None:
    result, said = asked(ways_scene(), "3", "q")
    assert result is None
    assert "No questions today." in said


def test_a_clock_that_is_chosen_counts_for_the_evening(shelf: Tonight) -> None:
    said = told(evening(night(shelf)), ["solo", "setlist", "", "quick"])
    assert "You have 12 seconds then." in unwrapped(said)


# -- codes --------------------------------------------------------------------------


def entry_scene() -> EntryScene:
    return EntryScene("The code", "Paste it.", lambda text: "" if text == "good" else f"No {text}.")


def test_a_code_is_asked_for_until_nothing_is_wrong_with_it() -> None:
    result, said = asked(entry_scene(), "bad", "worse", "good")
    assert result == "good"
    assert "The code. Paste it." in said
    assert "No bad." in said
    assert "No worse." in said


@pytest.mark.parametrize("typed", ["", "q"])
def test_an_empty_line_goes_back_from_a_code(typed: str) -> None:
    assert asked(entry_scene(), "bad", typed)[0] is None


def test_a_duel_is_taken_up_with_its_code_against_the_ghost(shelf: Tonight) -> None:
    lines = ["solo", "duel", "", "start a duel", *["1", ""] * 10, "back to the title", ""]
    first = unwrapped(told(evening(night(shelf)), [*lines, QUIT]))
    code = first.split("Your duel code: ")[1].split(". ")[0]
    match = dealt(shelf, "duel")
    taken = ["solo", "duel", "", "enter a code", code.lower().replace("-", " ")]
    second = unwrapped(told(evening(night(shelf)), [*taken, *["1", ""] * 10]))
    assert second.count("Press Enter: ") == first.count("Press Enter: ")
    assert second.count("The ghost said: ") == len(match.plan)
    score = second.split("Your score: ")[-1].split(" points")[0]
    assert (
        f"You {score}, the ghost {score}" in second or f"{score} all: you and the ghost" in second
    )


# -- questions ----------------------------------------------------------------------


def question_scene(
    clock: str = "untimed", free: tuple[str, ...] = ALL_THREE, ghost: Ghost | None = None
) -> QuestionScene:
    lifelines = Lifelines(free, frozenset({1, 3}))
    return QuestionScene(COLOURS, CLOCKS[clock], Header("TRACK 1 OF 9", "", 0), lifelines, ghost)


def test_lifelines_are_offered_where_they_are_free() -> None:
    _, said = asked(question_scene(), "1")
    assert "Lifelines: h for fifty-fifty, x for extra time, s for another question." in said
    assert "Lifelines" not in asked(question_scene(free=()), "1")[1]


def test_fifty_fifty_leaves_two_options_with_their_numbers() -> None:
    result, said = asked(question_scene(), "h", "3")
    assert result == Answered(2, 0, ("half",))
    assert said.split("Fifty-fifty.")[1].startswith(" 1. red 3. blue Lifelines: x for")


@pytest.mark.parametrize("gone", ["2", "d", "green"])
def test_what_fifty_fifty_took_away_cannot_be_answered(gone: str) -> None:
    result, said = asked(question_scene(), "h", gone, "1")
    assert result == Answered(0, 0, ("half",))
    assert "Fifty-fifty has taken that one away." in said


def test_extra_time_counts_and_its_end_is_too_late() -> None:
    result, said = asked(question_scene("standard"), "", "x", "1", seconds=(0.0, 19.0, 15.5))
    assert result == Answered(0, 34_500, ("time",))
    assert "You have 16 seconds now." in said
    result, said = asked(question_scene("standard"), "", "x", "1", seconds=(0.0, 19.0, 16.0))
    assert result == Answered(None, 35_000, ("time",))
    assert "That took 35.0 seconds, and there were 35." in said


def test_a_lifeline_comes_too_late_when_the_time_is_up() -> None:
    result, _ = asked(question_scene("standard"), "", "x", seconds=(0.0, 20.0))
    assert result == Answered(None, 20_000)


def test_another_question_can_be_had() -> None:
    assert asked(question_scene(), "S")[0] == Swapped()


@pytest.mark.parametrize("letter", ["h", "x", "s"])
def test_a_lifeline_that_is_not_to_be_had_is_a_wrong_line(letter: str) -> None:
    result, said = asked(question_scene(free=()), letter, "1")
    assert result == Answered(0, 0)
    assert "Please type a number from 1 to 4" in said


def test_lifelines_of_a_story_are_used_once(shelf: Tonight) -> None:
    first, second = dealt(shelf).card, dealt(shelf).swap(("half",)).card
    said = unwrapped(told(evening(night(shelf), "setlist"), ["h", "s", "h", "1", ""]))
    assert said.count("Track 1 of 10.") == 2
    assert said.count("Fifty-fifty.") == 1
    asked_second = said.split(unwrapped(second.question.stem))[1]
    assert "Lifelines" in said.split(unwrapped(first.question.stem))[1]
    assert "Track 2 of 10." in asked_second
    assert "Lifelines" not in asked_second


def test_the_ghost_is_told_once_one_has_answered() -> None:
    ghost = Ghost(1, 4200)
    _, said = asked(question_scene("standard", ghost=ghost), "", "1", seconds=(0.0, 7.0))
    assert said.endswith("You took 7.0 seconds, the ghost 4.2.")
    assert "ghost" not in asked(question_scene(ghost=ghost), "1")[1]


def test_a_marathon_tells_the_lives_and_ends_with_the_third(shelf: Tonight) -> None:
    match = dealt(shelf, "marathon")
    lines = []
    while not match.over:
        wrong = (match.card.key + 1) % len(match.card.options)
        match = match.answer(wrong, 0)
        lines += [str(wrong + 1), ""]
    said = unwrapped(told(evening(night(shelf), "marathon"), lines))
    assert "Track 1, 3 lives left." in said
    assert "Track 3, 1 life left." in said
    assert "No lives left. Press Enter: to the results." in said
    assert "The music paper writes" in said


# -- reveals and disputes -----------------------------------------------------------


def reveal_scene(
    pick: int | None = 1, *, haunted: bool = False, ghost: int | None = None
) -> RevealScene:
    before, after = Header("TRACK 1", "", 0), Header("TRACK 1", "", 70, "the ghost has 80")
    verdict = Verdict(COLOURS, pick, 0, "Hard question", ghost, haunted)
    return RevealScene(verdict, before, after, "next")


def test_d_disputes_a_question() -> None:
    assert asked(reveal_scene(), "d")[0] == Challenged()
    assert asked(reveal_scene(pick=0), "D")[0] == Challenged()
    assert asked(reveal_scene(), "")[0] is None


def test_the_ghosts_pick_and_points_are_told() -> None:
    said = asked(reveal_scene(haunted=True, ghost=2), "")[1]
    assert "The ghost said: Blue." in said or "The ghost said: blue." in said
    assert "Your score: 70 points. The ghost has 80." in said
    assert "The ghost had no answer in time." in asked(reveal_scene(haunted=True), "")[1]
    assert "ghost" not in asked(reveal_scene(), "")[1]


@pytest.mark.parametrize(("typed", "stands"), [("y", True), ("n", False), ("q", False)])
def test_the_proof_of_every_option_is_told_before_standing_by_it(typed: str, stands: bool) -> None:
    proofs = (Proof("Russell", "Russell plays the guitar.", True), Proof("Jeff", "He sings", False))
    result, said = asked(ChallengeScene("Who plays?", "question 12", proofs), typed)
    assert result is stands
    assert "The proof. Who plays?" in said
    assert "1. Russell. Right. Russell plays the guitar." in said
    assert "2. Jeff. Wrong. He sings." in said
    assert ("The question is void" in said) is stands


def test_a_question_that_is_disputed_does_not_count(shelf: Tonight) -> None:
    wrong = (dealt(shelf).card.key + 1) % 4 + 1
    said = unwrapped(told(evening(night(shelf), "setlist"), [str(wrong), "d", "y"]))
    assert said.count("Track 1 of 10.") == 2
    again = unwrapped(told(evening(night(shelf), "setlist"), [str(wrong), "d", "n", ""]))
    assert again.count("Track 1 of 10.") == 1
    assert "Track 2 of 10." in again


# -- the magazine and the title -----------------------------------------------------


def results_scene(*, right: bool = False, seconds: float | None = None) -> ResultsScene:
    track = Track("Who?", "Penny", right=right, seconds=seconds, late=not right)
    cover = Cover("Issue", "A headline", "3.5 s a go", 1234, "ALSO INSIDE   a roll", 3, "Closing")
    return ResultsScene(cover, (track,), "Your duel code: ABCD", "Encore · a night\n●○")


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("1", After.AGAIN),
        ("practise what you missed", After.PRACTISE),
        ("4", After.TITLE),
        ("q", After.TITLE),
    ],
)
def test_after_the_magazine_there_is_a_choice(typed: str, after: After) -> None:
    assert asked(results_scene(), typed)[0] is after


def test_the_text_to_share_is_written_out_and_the_choice_comes_again() -> None:
    result, said = asked(results_scene(), "3", "1")
    assert result is After.AGAIN
    assert said.count("Encore · a night ●○ 1. Another night") == 1
    assert said.count("The set list") == 1


def test_who_missed_nothing_has_nothing_to_practise() -> None:
    result, said = asked(results_scene(right=True), "2", "3")
    assert result is After.TITLE
    assert "Practise" not in said


def test_the_magazine_tells_the_code_and_what_was_too_late() -> None:
    said = asked(results_scene(), "q")[1]
    assert "Your duel code: ABCD." in said
    assert "1. Too late. Who? Answer: Penny." in said
    assert "3.5 seconds a go." in said


def test_practice_asks_what_was_missed(shelf: Tonight) -> None:
    match = dealt(shelf)
    lines = []
    while not match.over:
        pick = match.card.key if match.played else (match.card.key + 1) % len(match.card.options)
        match = match.answer(pick, 0)
        lines += [str(pick + 1), ""]
    lines += ["practise what you missed", "", ""]
    said = unwrapped(told(evening(night(shelf), "setlist"), lines))
    assert "Track 1 of " in said.split("What comes next?")[1]


def title_scene() -> TitleScene:
    lines = (Line(Wish.CARRY_ON, "Setlist, track 2"), Line(Wish.SOLO, "alone"))
    return TitleScene(lines, Pass("Pack", "9 questions"))


@pytest.mark.parametrize(
    ("typed", "wish"),
    [
        ("1", Wish.CARRY_ON),
        ("solo", Wish.SOLO),
        ("3", Wish.NUMBERS),
        ("settings", Wish.SETTINGS),
        ("5", Wish.QUIT),
        ("q", Wish.QUIT),
    ],
)
def test_every_wish_of_the_title_can_be_typed(typed: str, wish: Wish) -> None:
    result, said = asked(title_scene(), typed)
    assert result is wish
    assert "1. Carry on: Setlist, track 2 2. Solo: alone 3. Numbers 4. Settings 5. Quit" in said


@pytest.mark.parametrize("mode", ["setlist", "marathon", "daily", "soundcheck", "duel", "party"])
def test_a_match_that_was_left_is_carried_on_where_it_was(shelf: Tonight, mode: str) -> None:
    tonight = replace(night(shelf), now=lambda: 1_700_000_000.0)
    gate = [""] * MODES[mode].is_party
    players = ("Mia", "Ben") if gate else ()
    where = "Mia and Ben, round 1" if gate else f"{MODES[mode].title}, track 2"
    lines = [*gate, "1", "", *gate, "q", "2", "carry on", *gate]
    said = told(evening(tonight, mode, players), lines)
    asked_second, carried_on = said.split("Leave the match?")
    assert f"Carry on: {where}" in unwrapped(carried_on)
    stem = asked_second.rsplit("\n1. ", 2)[1].split("\n")[-1]
    assert stem in carried_on.split("Carry on")[1]

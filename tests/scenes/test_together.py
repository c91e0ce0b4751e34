from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from game.rules.deal import deal_card
from game.rules.modes import CLOCKS, DEAF, HOLD
from game.rules.question import Option
from game.scenes.key_check import KeyCheckScene
from game.scenes.scene import PAUSED, Answered, Challenged, Scene
from game.scenes.together import TogetherScene
from game.scenes.together_bet import STAKES, TogetherBetScene
from game.scenes.together_reveal import Pick, TogetherRevealScene
from game.ui.actions import Action, Choose, Letter, Meaning, Struck
from game.ui.boards import ARRANGEMENTS, USUAL_BOARD
from game.ui.props.header import Header
from game.ui.props.stands import Contender
from game.ui.sound import Clip, Cue, Hush
from game.ui.trial import PATIENCE, SETTLE
from tests.rules.bank import question
from tests.scenes.look import described, reading
from tests.scenes.together_page import exhibits
from tests.scenes.watch import Watch

CARD = deal_card(question("q"), "s")
HEAD = Header("1", "", 0)
USUAL = ARRANGEMENTS[USUAL_BOARD]
PEOPLE = tuple(Contender(seat, f"P{seat}", 100) for seat in range(4))
THREE = USUAL.dealt(3)


def together(count: int = 3, clock: str = "standard") -> TogetherScene:
    scene = TogetherScene(CARD, CLOCKS[clock], HEAD, PEOPLE[:count], USUAL.dealt(count))
    scene.reading_left = 0.0
    return scene


def listening(scene: Scene[Any]) -> Watch:
    """The scene when it has begun to listen."""
    watch = Watch(scene)
    watch.wait(DEAF + 0.1)
    watch.stage.cues.clear()
    return watch


def press(number: int, place: int, count: int = 3) -> Struck:
    return Struck(USUAL.dealt(count)[number][place], True)


# -- the question -------------------------------------------------------------------


def test_each_is_locked_by_the_first_of_their_own_four_keys() -> None:
    watch = listening(together())
    watch.mean(press(1, 2), press(1, 0), press(0, 3))
    watch.wait(1)
    watch.mean(press(2, 0))
    assert not watch.over
    watch.wait(1)
    picks = watch.result
    assert isinstance(picks, tuple)
    assert [each.pick for each in picks] == [3, 2, 0]
    assert picks[0].ms == picks[1].ms < picks[2].ms - 900


def test_who_is_not_locked_when_time_is_up_was_too_late() -> None:
    watch = listening(together())
    watch.mean(press(1, 2))
    watch.wait(21)
    assert isinstance(watch.result, tuple)
    late = Answered(None, 20_000)
    assert watch.result[0] == watch.result[2] == late
    assert watch.result[1].pick == 2


def test_without_a_clock_it_waits_for_everyone() -> None:
    watch = listening(together(2, "untimed"))
    watch.mean(press(0, 0, 2))
    watch.wait(90)
    assert not watch.over
    watch.mean(press(1, 1, 2))
    watch.wait(1)
    assert watch.over


@pytest.mark.usefixtures("hidden_window")
def test_nothing_seen_or_heard_tells_one_pick_from_another() -> None:
    painter, _ = reading()
    seen = []
    for place in range(4):
        watch = listening(together())
        watch.mean(press(0, place), press(0, 3 - place))
        described(painter, watch.scene, (1280, 720))
        marks = [(mark.key, tuple(mark.rect)) for mark in painter.picture]
        seen.append((marks, tuple(watch.cues), watch.scene.state))
    assert seen == [seen[0]] * 4
    assert seen[0][1] == (Cue.LOCK,)


@pytest.mark.usefixtures("hidden_window")
def test_no_click_answers() -> None:
    painter, _ = reading()
    described(painter, together(), (1280, 720))
    assert {target.press for target in painter.targets} == {Action.BACK}


@pytest.mark.parametrize("meaning", [Choose(0), Action.READY, Letter("a"), Action.DOWN])
def test_no_other_meaning_answers(meaning: Meaning) -> None:
    watch = listening(together())
    watch.mean(meaning)
    assert watch.scene.locked == {}  # type: ignore[attr-defined]


def test_a_key_of_nobody_one_going_up_and_one_without_an_option_lock_nothing() -> None:
    scene = together()
    scene.card = deal_card(question("three", wrong=(Option("a"), Option("b"))), "s")
    watch = listening(scene)
    nobodys = USUAL.clusters[1][0]
    watch.mean(Struck(nobodys, True), Struck(THREE[0][0], False), press(0, 3))
    assert scene.locked == {}


def test_only_space_ends_the_reading() -> None:
    scene = TogetherScene(CARD, CLOCKS["standard"], HEAD, PEOPLE, USUAL.dealt(len(PEOPLE)))
    watch = listening(scene)
    watch.mean(press(0, 0, 4), Choose(0), Letter("a"))
    assert scene.state == "read"
    watch.mean(Action.READY)
    assert (scene.state, scene.locked) == ("answer", {})


def test_a_press_as_the_options_come_in_is_not_taken() -> None:
    scene = together()
    watch = Watch(scene)
    watch.mean(press(0, 0))
    watch.wait(DEAF - 0.1)
    watch.mean(press(0, 1))
    assert scene.locked == {}


def test_after_a_break_the_locked_are_still_locked_and_the_others_go_on() -> None:
    scene = together()
    watch = listening(scene)
    watch.mean(press(0, 2), Action.PAUSE)
    assert watch.result is PAUSED
    again = Watch(scene)
    again.mean(press(0, 1), press(1, 1), press(2, 3))
    again.wait(1)
    assert isinstance(again.result, tuple)
    assert [each.pick for each in again.result] == [2, 1, 3]


def test_it_is_carried_on_with_the_time_that_was_left() -> None:
    scene = TogetherScene(CARD, CLOCKS["standard"], HEAD, PEOPLE, USUAL.dealt(len(PEOPLE)))
    scene.carry_on(4.0)
    assert (scene.state, scene.left) == ("answer", 4.0)


@pytest.mark.usefixtures("hidden_window")
@pytest.mark.parametrize("size", [(960, 540), (1024, 768), (3840, 2160)])
def test_a_picture_and_a_sound_leave_room_for_every_text(size: tuple[int, int]) -> None:
    painter, reader = reading()
    for scene in exhibits(CARD).values():
        seen = described(painter, scene, size)
        inks = [line.ink for line in seen]
        assert [text for text, block in reader.said if block.cut] == []
        assert all(ink.collidelist(inks[:number]) == -1 for number, ink in enumerate(inks))


@pytest.mark.usefixtures("hidden_window")
def test_a_sound_is_played_once_again_by_enter_and_hushed_at_the_end() -> None:
    scene = exhibits(CARD)["answer together sound"]
    watch = Watch(scene)
    watch.mean(Action.CONFIRM)
    watch.wait(0.5)
    watch.mean(*(press(number, 0, 4) for number in range(4)))
    watch.wait(1)
    heard = [type(cue) for cue in watch.cues if not isinstance(cue, Cue)]
    assert heard == [Clip, Hush]


# -- the reveal ---------------------------------------------------------------------


def told(*picks: int | None) -> TogetherRevealScene:
    """The reveal of a question that the players picked these for."""
    each = tuple(Pick(n, f"P{n}", pick, 900, 0, 100) for n, pick in enumerate(picks))
    return TogetherRevealScene(CARD, each, HEAD, "on")


def test_the_reveal_holds_its_breath_unless_all_were_too_late() -> None:
    assert [told(CARD.key, None).state, told(None, None).state] == ["hold", "told"]


@pytest.mark.usefixtures("hidden_window")
def test_while_the_breath_is_held_nothing_tells_who_picked_what() -> None:
    painter, _ = reading()
    pictures = []
    for picks in ((0, 1), (2, 2)):
        described(painter, told(*picks), (1280, 720))
        pictures.append([(mark.key, tuple(mark.rect)) for mark in painter.picture])
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize(("picks", "cue"), [((0, 1), Cue.RIGHT), ((1, 1), Cue.WRONG)])
def test_it_sounds_right_when_anybody_knew_it(picks: tuple[int, int], cue: Cue) -> None:
    watch = Watch(told(*((CARD.key + pick) % len(CARD.options) for pick in picks)))
    watch.wait(HOLD + 1)
    assert list(watch.cues) == [cue]


def test_the_reveal_goes_on_is_challenged_and_paused() -> None:
    ends: list[object] = []
    for meaning in (Action.READY, Letter("d"), Action.BACK):
        watch = Watch(told(CARD.key))
        watch.wait(HOLD + 1)
        watch.mean(Letter("q"), Choose(0), meaning)
        ends.append(watch.result)
    assert ends == [None, Challenged(), PAUSED]


# -- the bet ------------------------------------------------------------------------


def test_a_bet_can_be_changed_until_all_have_bet_and_space_is_pressed() -> None:
    watch = listening(TogetherBetScene(PEOPLE[:3], "hard", USUAL.dealt(3)))
    watch.mean(press(0, 3), press(1, 1), Action.READY, press(0, 2))
    watch.mean(press(2, 0), press(1, 3))
    assert not watch.over
    watch.mean(Action.READY)
    assert watch.result == (STAKES[2], STAKES[3], STAKES[0])


@pytest.mark.usefixtures("hidden_window")
def test_nothing_seen_or_heard_tells_one_bet_from_another_nor_a_change() -> None:
    painter, _ = reading()
    seen = []
    for first, second in ((0, 0), (0, 1), (3, 2)):
        watch = listening(TogetherBetScene(PEOPLE[:3], "hard", USUAL.dealt(3)))
        watch.mean(press(0, first), press(0, second))
        described(painter, watch.scene, (1280, 720))
        seen.append(([mark.key for mark in painter.picture], tuple(watch.cues)))
    assert seen == [seen[0]] * 3


def test_the_bet_is_left_for_a_break_and_keeps_what_was_locked() -> None:
    scene = TogetherBetScene(PEOPLE[:2], "hard", USUAL.dealt(2))
    watch = listening(scene)
    watch.mean(press(0, 2, 2), Action.BACK)
    assert (watch.result, scene.bets) == (PAUSED, {0: STAKES[2]})


# -- boards -------------------------------------------------------------------------

Report = Callable[[list[int]], list[int]]
"""What a board reports of the keys that are held, in the order in which they went down."""


def every(held: list[int]) -> list[int]:
    """A board with a diode at every key."""
    return held


def blocking(*corners: int) -> Report:
    """A board that holds back the third of these keys, as most with a plain grid do."""
    return lambda held: [
        key
        for at, key in enumerate(held)
        if key not in corners or sum(other in corners for other in held[:at]) < len(corners) - 1
    ]


def ghosting(ghost: int, *corners: int) -> Report:
    """A board that reports a fourth key when these three are held."""
    return lambda held: [*held, ghost] if set(corners) <= set(held) else held


class Party:
    """People at a board: all hold what is asked for, in the order in which they sit."""

    def __init__(self, scene: KeyCheckScene, board: Report) -> None:
        self.scene, self.board, self.watch = scene, board, Watch(scene)
        self.reported: list[int] = []

    def hold(self, keys: list[int]) -> None:
        """The board tells what changes when exactly these are held."""
        now = self.board(keys)
        for key in self.reported:
            if key not in now:
                self.watch.mean(Struck(key, False))
        for key in now:
            if key not in self.reported:
                self.watch.mean(Struck(key, True))
        self.reported = now

    def try_step(self) -> None:
        """All find their key one after the other, hold on for a while, and let go."""
        wanted = list(self.scene.trial.wanted)
        for count in range(1, len(wanted) + 1):
            self.hold(wanted[:count])
            self.watch.wait(0.3)
        self.watch.wait(PATIENCE)
        self.hold([])

    def try_all(self) -> None:
        for _ in range(8):
            if not self.scene.trial.works and self.scene.state == "trying":
                self.try_step()


def check(count: int, board: Report = every, name: str = USUAL_BOARD) -> Party:
    return Party(KeyCheckScene(PEOPLE[:count], name), board)


@pytest.mark.parametrize("name", ARRANGEMENTS)
@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_good_board_is_found_to_work_and_space_takes_it(count: int, name: str) -> None:
    party = check(count, name=name)
    party.try_all()
    assert party.scene.trial.works
    party.watch.mean(Action.READY)
    assert party.watch.result == name


def test_a_board_that_holds_back_a_key_is_found_out_and_other_keys_are_offered() -> None:
    first = USUAL.dealt(4)
    party = check(4, blocking(first[0][0], first[1][0], first[2][0]))
    party.try_all()
    assert (party.scene.state, party.scene.trial.lost, party.scene.trial.held) == (
        "missing",
        (2,),
        (),
    )
    party.scene.labels = {first[0][0]: "Q", first[1][0]: "R", first[3][0]: "P"}
    assert party.scene.told[0].replace("\u200e", "") == (
        "The key of P2 does not arrive while Q (P0), R (P1) and P (P3) are held."
    )
    party.watch.mean(Action.CONFIRM)
    assert party.scene.arrangement.name != USUAL_BOARD
    assert party.scene.failed == {USUAL_BOARD}
    party.reported = []
    party.try_all()
    party.watch.mean(Action.READY)
    assert party.watch.result == party.scene.arrangement.name


def test_keys_that_block_only_across_rows_are_found_by_the_mixed_steps() -> None:
    first = USUAL.dealt(4)
    party = check(4, blocking(first[0][1], first[1][0], first[2][3]))
    party.try_all()
    assert (party.scene.trial.step, party.scene.state) == (5, "missing")


def test_a_key_that_nobody_holds_is_told_and_not_passed_over() -> None:
    first = USUAL.dealt(3)
    ghost = USUAL.clusters[1][3]
    party = check(3, ghosting(ghost, *(cluster[0] for cluster in first)))
    party.hold([cluster[0] for cluster in first])
    party.watch.wait(SETTLE + 0.2)
    assert (party.scene.state, party.scene.trial.strange, party.scene.trial.step) == (
        "strange",
        (ghost,),
        0,
    )


def test_a_slow_player_makes_no_trouble_for_good() -> None:
    party = check(3)
    keys = list(party.scene.trial.wanted)
    party.hold(keys[:2])
    party.watch.wait(PATIENCE + 0.5)
    assert party.scene.state == "missing"
    party.hold(keys)
    party.watch.wait(SETTLE + 0.1)
    assert (party.scene.trial.step, party.scene.state) == (1, "trying")


def test_a_wrong_key_that_is_let_go_of_makes_no_trouble() -> None:
    party = check(3)
    keys = list(party.scene.trial.wanted)
    party.hold([keys[0], keys[1], THREE[2][3]])
    party.watch.wait(1)
    party.hold(keys[:2])
    party.hold(keys)
    party.watch.wait(SETTLE + 0.1)
    assert party.scene.trial.step == 1


def test_keys_one_after_the_other_are_not_keys_at_once() -> None:
    party = check(3)
    for key in party.scene.trial.wanted * 3:
        party.hold([key])
        party.watch.wait(1)
    assert party.scene.trial.step == 0


def test_a_key_still_down_from_before_counts_for_nothing() -> None:
    party = check(2)
    party.hold(list(party.scene.trial.wanted))
    party.watch.wait(SETTLE + 0.2)
    assert (party.scene.trial.step, party.scene.trial.held) == (1, ())


def test_when_the_window_loses_the_keyboard_no_key_stays_down() -> None:
    party = check(3)
    party.hold(list(party.scene.trial.wanted[:2]))
    party.watch.mean(Action.PAUSE)
    party.watch.wait(PATIENCE + 1)
    assert (party.scene.trial.held, party.scene.state) == ((), "trying")


def test_when_nothing_works_a_second_keyboard_is_the_advice() -> None:
    party, said = check(3, lambda held: held[:2]), ""
    for _ in ARRANGEMENTS:
        party.reported = []
        party.try_step()
        party.hold(list(party.scene.trial.wanted))
        said = party.scene.told[1]
        party.watch.mean(Action.CONFIRM)
    assert "second keyboard" in said
    assert party.scene.failed == set(ARRANGEMENTS)


def test_the_check_can_be_skipped_left_and_pointed_at() -> None:
    party = check(3)
    party.watch.mean(Choose(2), Choose(9))
    party.watch.mean(Action.READY)
    assert party.watch.result == list(ARRANGEMENTS)[2]
    left = check(3)
    left.watch.mean(Action.BACK)
    assert (left.watch.over, left.watch.result) == (True, None)

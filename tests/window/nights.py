"""A table of guests in a real window: a night played by keys, each turn checked as it comes."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import permutations
from typing import TYPE_CHECKING, Any

from game.rules import table
from game.rules.house import TOGETHER
from game.rules.modes import LEVEL_NAMES
from game.rules.night import leaders
from game.rules.seating import deal_party
from game.rules.tally import is_encore, is_sudden
from game.rules.turn import ANSWER, BET, HECKLE, STEAL
from game.scenes.bet import PERCENTS, BetScene
from game.scenes.heckle import HeckleScene
from game.scenes.together_bet import STAKES
from game.story.party import pages
from game.ui.actions import Choose
from tests.window.count import HECKLED as HECKLED_POINTS
from tests.window.count import Count, seat_of
from tests.window.expected import pack
from tests.window.moves import carefully, picture, press, until, wait_picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from game.rules.house import House
    from game.rules.match import Match
    from game.rules.turn import Turn
    from game.scenes.scene import Scene
    from game.ui.painter import Painter
    from tests.window.harness import Line, Playing

# The keys of three who play all together, from left to right, on an English keyboard.
CLUSTERS = ("qwas", "uijk", ("p", "bracketleft", "semicolon", "apostrophe"))
# Which of the candidates every heckler picks, by their digits.
HECKLED = (0, 2, 5)


def dealt_night(
    players: Sequence[str], house: House, seed: str, asked: Sequence[str] = ()
) -> Match:
    """A night as the game deals it where `asked` has been asked tonight."""
    cards = pack()
    return deal_party(cards.fingerprint, cards.questions, players, seed, house, asked)


def asked_in(match: Match) -> list[str]:
    """The ids of what was asked."""
    return [match.cards[turn.card].question.id for turn in match.played]


@dataclass(frozen=True, slots=True)
class Script:
    """What the guests do: who is not in `misses`, as (round, seat), knows the answer.

    `steals` says of each offer in turn whether it is taken rightly (x), wrongly (.) or not (n),
    `bets` what each bets in percent.
    """

    misses: frozenset[tuple[int, int]] = frozenset()
    steals: str = ""
    bets: Mapping[int, int] = field(default_factory=dict)

    def answer(self, match: Match) -> int:
        """The option that the next to answer picks."""
        slot, card = match.next, match.card
        missed = (slot.round, slot.seat) in self.misses
        return (card.key + 1) % len(card.options) if missed else card.key

    def steal(self, match: Match) -> int | None:
        """The option that is picked of a question on offer."""
        offers = sum(turn.kind == STEAL for turn in match.turns)
        last = match.played[-1]
        card, says = match.cards[last.card], (self.steals + "n" * (offers + 1))[offers]
        if says == "n":
            return None
        others = [place for place in range(len(card.options)) if place not in (card.key, last.pick)]
        return card.key if says == "x" else others[0]

    def done(self, match: Match) -> Match:
        """The match after what is due was done."""
        assert match.due is not None
        if match.due.kind == ANSWER:
            return match.answer(self.answer(match), 1000)
        if match.due.kind == STEAL:
            return table.steal(match, self.steal(match), 1000)
        if match.due.kind == HECKLE:
            return table.heckle(match, HECKLED)
        return table.bet(match, self.bets[match.due.seat])


def rehearsed(match: Match, script: Script, *, bets: bool = True) -> Match:
    """The match at its end; or, without `bets`, before the first of them."""
    while match.due is not None and (bets or match.due.kind != BET):
        match = script.done(match)
    return match


def tying(match: Match, first: Script) -> Script:
    """How a night of two rounds that begins as `first` is to go on so that two tie at its top.

    All bets differ, and the second of the two is out after one question for each.
    """
    before = rehearsed(match, first, bets=False)
    bettors = [slot.seat for slot in before.ahead if before.score(slot.seat) > 0]
    for script in _ways_on(before, first, bettors):
        after = before
        while after.ahead or (after.due is not None and after.due.kind == STEAL):
            after = script.done(after)
        tied = leaders(after)
        if len(tied) == 2 and set(tied) <= set(bettors):
            out = (match.house.rounds + 1, tied[1])
            return Script(script.misses | {out}, script.steals, script.bets)
    raise ValueError("nobody can tie")


def _ways_on(before: Match, first: Script, bettors: Sequence[int]) -> Iterator[Script]:
    last = before.house.rounds
    for missing in permutations(range(len(before.players)), 2):
        misses = first.misses | {(last, seat) for seat in missing}
        for percents in permutations(PERCENTS, len(bettors)):
            yield Script(misses, first.steals, dict(zip(bettors, percents, strict=True)))


@dataclass(slots=True)
class Guests:
    """They play a night in the window; `count` counts on its own, `match` knows what is due.

    `at_break` is done while the standings are shown. `explained` are the rules that were explained,
    `there` is the scene that was waited for already.
    """

    game: Playing
    painter: Painter
    match: Match
    script: Script
    at_break: Callable[[Guests], None] | None = None
    explained: list[str] = field(default_factory=list)
    there: str = ""
    count: Count = field(init=False)

    def __post_init__(self) -> None:
        self.count = Count([0] * len(self.match.players))

    def on(self, scene: str, state: str = "") -> None:
        """Space until this is shown, unless it is known to be."""
        if scene != self.there:
            press(self.game, "space", scene=scene, state=state)
        self.there = ""

    def see(self, scene: Scene[Any]) -> None:
        """Wait until the window shows this scene, at rest; a heckle and a bet hear by then."""
        wait_picture(self.game, picture(self.painter, scene), scene.name)

    def play(self) -> None:
        """On to the last reveal."""
        while self.match.due is not None:
            self.step()

    def play_to(self, kind: str, done: int = 0) -> None:
        """On until `kind` is due and so many of it were done."""
        while self.match.due is not None:
            if self.match.due.kind == kind and len(self.turns(kind)) >= done:
                break
            self.step()

    def turns(self, kind: str) -> list[Turn]:
        """What was done of a kind."""
        return [turn for turn in self.match.turns if turn.kind == kind]

    def step(self) -> None:
        """What is due, from whatever is shown before it to the last that is shown of it."""
        due, match = self.match.due, self.match
        assert due is not None
        if match.round_over and due.kind != STEAL and self.at_break is not None:
            carefully(self.game, "space", scene="standings")
            pause, self.at_break = self.at_break, None
            pause(self)
            return
        explained = self._hear_explained(due.kind)
        if due.kind == STEAL:
            self._steal(explained=explained)
        elif match.house.way == TOGETHER:
            (self._bet_at_once if due.kind == BET else self._answer_at_once)()
        else:
            {ANSWER: self._answer, HECKLE: self._heckle, BET: self.bet}[due.kind]()

    def _hear_explained(self, kind: str) -> bool:
        """Wait for the explanation of what comes up for the first time; whether there is one."""
        match = self.match
        what = {STEAL: STEAL, HECKLE: HECKLE}.get(kind, "")
        if not what and is_encore(match, match.next):
            what = "encore"
        elif not what and is_sudden(match, match.next):
            what = "sudden"
        elif match.house.way == TOGETHER:
            what = TOGETHER
        if not what or what in self.explained:
            return False
        self.explained.append(what)
        if kind == STEAL:
            # It comes by itself, and Space might take the offer behind it.
            self.game.wait_scene("explain", state=what)
        else:
            carefully(self.game, "space", scene="explain", state=what)
        return True

    def take(self, *lines: Line) -> None:
        """Go on from turns that the trace told."""
        self.count.book(self.match, *lines)
        for line in lines:
            self.match = self._after(line)

    def _after(self, line: Line) -> Match:
        match, due = self.match, self.match.due
        pick, ms, percent = line["pick"], line["ms"], line["amount"]
        assert pick is None or isinstance(pick, int)
        assert isinstance(ms, int)
        assert isinstance(percent, int)
        assert due is not None
        assert (line["kind"], line["seat"]) == (due.kind, due.seat)
        if due.kind == ANSWER:
            return match.answer(pick, ms)
        if due.kind == STEAL:
            return table.steal(match, pick, ms)
        return table.heckle(match, HECKLED) if due.kind == HECKLE else table.bet(match, percent)

    # -- one after the other ----------------------------------------------------------

    def _answer(self) -> None:
        """From the gate to the told answer, or to its offer to somebody else."""
        self.on("gate")
        self.on("question", "read")
        self.on("question", "answer")
        place = self.script.answer(self.match)
        line = press(self.game, str(place + 1), kind=ANSWER)
        assert line["pick"] == place
        self.take(line)
        if self.match.due is None or self.match.due.kind != STEAL:
            self.on("reveal", "told")

    def _steal(self, *, explained: bool) -> None:
        """From the offer to the told answer."""
        if explained:
            carefully(self.game, "space", scene="steal", state="offer")
        else:
            self.game.wait_scene("steal", state="offer")
        place = self.script.steal(self.match)
        if place is None:
            line = press(self.game, "n", kind=STEAL)
        else:
            self.on("steal", "answer")
            line = press(self.game, str(place + 1), kind=STEAL)
        assert line["pick"] == place
        self.take(line)
        self.on("reveal", "told")

    def _heckle(self) -> None:
        """From the gate to what was picked."""
        match, due = self.match, self.match.due
        assert due is not None
        self.on("gate")
        self.on("heckle")
        scene = HeckleScene(
            due.seat,
            match.players[due.seat],
            match.next.seat,
            match.players[match.next.seat],
            match.card.question.stem,
            tuple(option.text for option in table.candidates(match)),
            prize=2 * HECKLED_POINTS if is_encore(match, match.next) else HECKLED_POINTS,
        )
        self.see(scene)
        self.game.key(*(str(place + 1) for place in HECKLED))
        for place in HECKLED:
            scene.handle(Choose(place))
        self.see(scene)
        self.take(press(self.game, "space", kind=HECKLE))

    def open_bet(self) -> BetScene:
        """From the gate to the bet that is due; the scene as it is to look."""
        match, due = self.match, self.match.due
        assert due is not None
        self.on("gate")
        self.on("bet")
        card = next(slot.card for slot in match.ahead if slot.seat == due.seat)
        scene = BetScene(
            due.seat,
            match.players[due.seat],
            self.count.points[due.seat],
            LEVEL_NAMES[match.cards[card].question.level],
            "ENCORE",
            pages.table_so_far(match),
        )
        self.see(scene)
        return scene

    def light_chip(self, scene: BetScene) -> None:
        """Choose what the script says, and not yet bet it."""
        chip = PERCENTS.index(self.script.bets[scene.seat])
        self.game.key(str(chip + 1))
        scene.handle(Choose(chip))
        self.see(scene)

    def bet(self) -> None:
        """From the gate to the bet, in secret."""
        scene = self.open_bet()
        self.light_chip(scene)
        line = press(self.game, "Return", kind=BET)
        assert line["amount"] == self.script.bets[scene.seat]
        self.take(line)

    # -- all together -----------------------------------------------------------------

    def strike(self, keys: Sequence[str], **fields: object) -> Line:
        """Hold these keys at once, and let them go, until a line with these fields comes."""

        def struck() -> None:
            self.game.hold(*keys)
            self.game.let_go(*keys)

        return until(self.game, struck, fields)

    def _answer_at_once(self) -> None:
        """From the question to the told answers of all."""
        self.on("together", "read")
        self.on("together", "answer")
        match, card, picks = self.match, self.match.next.card, {}
        while match.asks and match.next.card == card:
            picks[match.next.seat] = self.script.answer(match)
            match = match.answer(picks[match.next.seat], 0)
        keys = [CLUSTERS[seat][place] for seat, place in picks.items()]
        lines = [self.strike(keys, kind=ANSWER)]
        lines += [self.game.wait_trace(kind=ANSWER) for _ in keys[1:]]
        assert {seat_of(line): line["pick"] for line in lines} == picks
        self.take(*lines)
        self.on("together-reveal", "told")

    def _bet_at_once(self) -> None:
        """Everyone with points bets, each with one of their own four keys."""
        self.on("together-bet", "betting")
        bettors = [slot.seat for slot in self.match.ahead if self.count.points[slot.seat]]
        places = [STAKES.index(self.script.bets[seat]) for seat in bettors]
        keys = [CLUSTERS[seat][place] for seat, place in zip(bettors, places, strict=True)]
        self.strike(keys, scene="together-bet", state="locked")
        lines = [press(self.game, "space", kind=BET)]
        lines += [self.game.wait_trace(kind=BET) for _ in bettors[1:]]
        assert {seat_of(line): line["amount"] for line in lines} == {
            seat: self.script.bets[seat] for seat in bettors
        }
        self.take(*lines)

"""A player for tests: plays a whole story by meanings and ticks, and writes down what came."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache
from math import ceil, floor
from typing import TYPE_CHECKING

from game.records import Records
from game.rules.house import PLAIN
from game.rules.modes import CLOCKS
from game.scenes.ask import AskScene
from game.scenes.question import QuestionScene
from game.scenes.results import ResultsScene
from game.scenes.title import TitleScene, Wish
from game.stage import Stage
from game.story.home import evening
from game.story.rack import Rack
from game.story.tonight import Tonight
from game.ui.actions import Action, Choose, Letter
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.rules.house import House
    from game.rules.match import Match
    from game.ui.actions import Meaning

TICK = 0.125  # an eighth: sums of it are exact


@cache
def rack() -> Rack:
    """The packs that ship with the game, each read once."""
    return Rack(ROOT / "questions", None)


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as the player gave it, and what the question was worth."""

    seat: int | None
    level: int
    right: bool
    ms: int


@dataclass(slots=True)
class Player:
    """Plays an evening. `events` are scenes shown and turns kept, in order.

    `clock` is the one asked for on the command line; empty for none. `now` gives UTC seconds;
    with a `folder` the evening is kept in it. A party plays by `house`.
    """

    mode: str | None = "setlist"
    players: tuple[str, ...] = ()
    clock: str = "standard"
    seed: str = "7"
    pack: str = "almost-famous"
    shelf: Rack = field(default_factory=rack)
    records: Records = field(default_factory=Records.nowhere)
    now: Callable[[], float] = float
    folder: Path | None = None
    house: House = PLAIN
    events: list[tuple[object, ...]] = field(default_factory=list)
    kept: list[Match] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    watch: Callable[[Stage], None] = lambda _stage: None
    tonight: Tonight = field(init=False)
    stage: Stage = field(init=False)

    def __post_init__(self) -> None:
        seeds = (f"{self.seed}#{number}" for number in range(1, 1000))
        self.tonight = Tonight(
            rack=self.shelf,
            pack=self.pack,
            seed=lambda: next(seeds),
            keep=self._keep,
            clock=CLOCKS[self.clock] if self.clock else None,
            records=self.records,
            now=self.now,
            folder=self.folder,
        )
        self.tonight.settings = replace(self.tonight.settings, house=self.house)
        story = evening(self.tonight, self.mode, self.players)
        self.stage = Stage(story, lambda name, state: self.events.append(("scene", name, state)))

    def _keep(self, match: Match) -> None:
        self.kept.append(match)
        self.events.append(("keep", len(match.turns)))

    @property
    def here(self) -> str:
        return self.stage.scene.name

    @property
    def question(self) -> QuestionScene:
        """The question on the screen."""
        assert isinstance(self.stage.scene, QuestionScene)
        return self.stage.scene

    @property
    def results(self) -> ResultsScene:
        """The results on the screen."""
        assert isinstance(self.stage.scene, ResultsScene)
        return self.stage.scene

    @property
    def match(self) -> Match:
        """The match as it was last kept."""
        return self.kept[-1]

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds / TICK)):
            self.stage.tick(TICK)
        if not self.stage.over:
            self.watch(self.stage)

    def press(self, *meanings: Meaning) -> None:
        """Mean these things, each to a scene that listens."""
        for meaning in meanings:
            self.wait(1)
            self.stage.handle(meaning)

    def wish(self, wish: Wish) -> None:
        """Choose this on the title."""
        assert isinstance(self.stage.scene, TitleScene)
        self.press(Choose(self.stage.scene.wishes.index(wish)))

    def help(self, aid: str) -> None:
        """Use the lifeline with this letter, the options shown."""
        if self.question.state == "read":
            self.press(Action.READY)
        self.press(Letter(aid))

    def answer(self, verdict: str, seconds: float = 3.0) -> None:
        """`x` right, `.` wrong, `-` too late."""
        scene = self.question
        if scene.state == "read":
            self.press(Action.READY)
        card, limit = scene.card, scene.limit
        if verdict == "-":
            assert limit is not None
            self.wait(limit - scene.spent)
        else:
            self.wait(seconds - scene.spent)
            wrong = (place for place in range(len(card.options)) if place != card.key)
            pick = card.key if verdict == "x" else next(p for p in wrong if p not in scene.hidden)
            self.stage.handle(Choose(pick))
        ms = round((limit or 0 if verdict == "-" else seconds) * 1000)
        seat = scene.header.seat
        self.said.append(Said(seat, card.question.level, verdict == "x", ms))

    def play(self, verdicts: str, seconds: float = 3.0, turns: int = 10_000) -> None:
        """Through a match, answering `verdicts` over and over, to its last scene.

        Or to the reveal after so many turns.
        """
        last = len(self.said) + turns
        while self.here in ("gate", "question", "reveal", "standings"):
            if self.here == "question":
                self.answer(verdicts[len(self.said) % len(verdicts)], seconds)
                if len(self.said) == last:
                    break
            else:
                self.press(Action.READY)
        self.wait(3)

    def leave(self) -> None:
        """Out of a match and to the title."""
        self.press(Action.BACK)
        self.choose("Leave the match")
        self.choose("Leave")

    def choose(self, words: str) -> None:
        """Take the choice that says so, of a scene that asks."""
        assert isinstance(self.stage.scene, AskScene)
        self.press(Choose([each for each, _ in self.stage.scene.choices].index(words)))

    def past_patches(self) -> None:
        """Past the patches that a night may have brought, one after the other."""
        while self.here == "patches":
            self.press(Action.CONFIRM)

    def points(
        self,
        seat: int | None = None,
        *,
        limit_ms: int | None = 20_000,
        step_ms: int = 1,
        plain: bool = False,
    ) -> int:
        """What was said is worth this much by the formula, worked out in fractions.

        Times count in steps of `step_ms`; where it is `plain`, neither speed nor a roll counts.
        """
        total, roll = 0, 0
        for each in self.said:
            if each.seat != seat:
                continue
            roll = roll + 1 if each.right else 0
            share, more = Fraction(1), Fraction(1)
            if seat is None and not plain:
                spent = ceil(Fraction(each.ms, step_ms)) * step_ms
                left = Fraction(max(0, limit_ms - spent), limit_ms) if limit_ms else Fraction(0)
                share = Fraction(2, 3) + left / 3
                more = 1 + Fraction(min(5, roll - 1), 10)
            if each.right:
                worth = {1: 100, 2: 150, 3: 200}[each.level]
                total += floor(worth * share * more + Fraction(1, 2))
        return total

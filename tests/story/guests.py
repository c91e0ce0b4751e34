"""A table of guests for tests: play a night of any house rules by meanings and ticks."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from game.rules.house import TOGETHER
from game.scenes.bet import PERCENTS, BetScene
from game.scenes.heckle import HeckleScene
from game.scenes.steal import StealScene
from game.scenes.together import TogetherScene
from game.scenes.together_bet import TogetherBetScene
from game.ui.actions import Action, Choose, Letter, Struck
from tests.story.drive import TICK, Player

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.rules.deal import Card

TABLE = ("Penny", "Russell", "William", "Lester", "Elaine", "Anita", "Jeff", "Sapphire")
NIGHT = ("gate", "question", "reveal", "standings", "explain", "steal", "heckle", "bet")
SHARED = ("together", "together-reveal", "together-bet")


@dataclass(slots=True)
class Guests(Player):
    """Guests with habits: what each does in a scene depends on the scene alone, not on before.

    So a night that is left and carried on goes on as it would have. `right` is how often they know
    an answer. `human` is how long they take over things, in seconds; as short as can be without.
    """

    mode: str | None = "party"
    players: tuple[str, ...] = TABLE[:4]
    habits: str = "habits"
    right: float = 0.6
    human: Callable[[str, Random], float] | None = None
    seen: list[str] = field(default_factory=list)
    elapsed: float = 0.0

    def wait(self, seconds: float) -> None:
        """Let time pass, which is counted in `elapsed`."""
        self.elapsed += round(seconds / TICK) * TICK
        Player.wait(self, seconds)

    def roll(self, *what: object) -> Random:
        """A generator for this very thing."""
        return Random(f"{self.habits}|{what}")

    def night(self, scenes: int = 100_000) -> None:
        """On to the poster, or for so many scenes."""
        for _ in range(scenes):
            if self.here not in (*NIGHT, *SHARED):
                break
            self.seen.append(self.here)
            self.scene()

    def scene(self) -> None:
        """What the guests do in the scene that is shown, to its end."""
        acts = {
            "question": self._question,
            "steal": self._steal,
            "heckle": self._heckle,
            "bet": self._bet,
            "together": self._together,
            "together-bet": self._bets,
        }
        acts.get(self.here, self._go_on)()

    def _go_on(self) -> None:
        here = self.here
        self._take(here, self.roll(here, len(self.match.turns) if self.kept else 0))
        self.press(Action.READY)
        if self.here == here == "reveal" and self.stage.scene.state == "told":
            self.press(Action.READY)

    def _take(self, what: str, roll: Random, least: float = 0.0) -> None:
        if self.human is not None:
            self.wait(max(least, self.human(what, roll)))

    def pick(self, card: Card, roll: Random, without: int | None = None) -> int:
        """What somebody picks of a card."""
        there = [place for place in range(len(card.options)) if place != without]
        if roll.random() < self.right:
            return card.key
        return roll.choice([place for place in there if place != card.key] or there)

    def _question(self) -> None:
        scene, card = self.question, self.question.card
        roll = self.roll("question", card.question.id, scene.header.seat)
        if self.human is None and scene.state == "read":
            self.press(Action.READY)
        while scene.state == "read":
            self.wait(TICK)
        slow = roll.random() < 0.04 and scene.limit is not None
        self._take("answer", roll)
        self.wait(1 + roll.randrange(12) / 4 if not self.human else 0)
        if slow:
            while self.stage.scene is scene:
                self.wait(1)
        elif self.stage.scene is scene:
            self.stage.handle(Choose(self.pick(card, roll)))

    def _steal(self) -> None:
        scene = self.stage.scene
        assert isinstance(scene, StealScene)
        card, missed = scene.card, scene.missed
        roll = self.roll("steal", scene.card.question.id, scene.seat)
        while scene.state == "offer" and not scene.offering:
            self.wait(TICK)
        self._take("offer", roll, 1)
        self.wait(1)
        if roll.random() < 0.2:
            self.stage.handle(Letter("n"))
            return
        self.stage.handle(Action.READY)
        self._take("steal", roll)
        self.wait(1)
        if self.stage.scene is scene:
            self.stage.handle(Choose(self.pick(card, roll, missed)))

    def _heckle(self) -> None:
        scene = self.stage.scene
        assert isinstance(scene, HeckleScene)
        roll = self.roll("heckle", scene.stem, scene.seat)
        self._take("heckle", roll)
        for place in roll.sample(range(len(scene.candidates)), 3):
            self.press(Choose(place))
        self.press(Action.READY)

    def _bet(self) -> None:
        scene = self.stage.scene
        assert isinstance(scene, BetScene)
        roll = self.roll("bet", scene.seat)
        self._take("bet", roll)
        self.press(Choose(roll.randrange(len(PERCENTS))), Action.CONFIRM)

    def _together(self) -> None:
        scene = self.stage.scene
        assert isinstance(scene, TogetherScene)
        card = scene.card
        if self.human is None and scene.state == "read":
            self.press(Action.READY)
        while scene.state == "read":
            self.wait(TICK)
        rolls = [self.roll("all", scene.card.question.id, each.seat) for each in scene.contenders]
        self._take("answer", rolls[0])
        self.wait(1)
        for contender, roll in enumerate(rolls):
            if self.stage.scene is scene and roll.random() > 0.04:
                self.strike(contender, self.pick(card, roll))
        while self.stage.scene is scene:
            self.wait(TICK)

    def strike(self, contender: int, place: int) -> None:
        """Press and let go key number `place` of a contender's own four."""
        scene = self.stage.scene
        assert isinstance(scene, TogetherScene | TogetherBetScene)
        for down in (True, False):
            self.stage.handle(Struck(scene.keys.clusters[contender][place], down))

    def _bets(self) -> None:
        scene = self.stage.scene
        assert isinstance(scene, TogetherBetScene)
        self.wait(1)
        for number, contender in enumerate(scene.contenders):
            self.strike(number, self.roll("bet", contender.seat).randrange(4))
        self._take("bet", self.roll("bets"))
        self.press(Action.READY)

    def shown(self) -> Iterator[str]:
        """The scenes that were shown, each once."""
        last = None
        for kind, *rest in self.events:
            if kind == "scene" and rest[0] != last:
                last = str(rest[0])
                yield last


def four_at_most(way: str) -> int:
    """How many of the table can play this way."""
    return 4 if way == TOGETHER else 8

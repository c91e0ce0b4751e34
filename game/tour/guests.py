"""A table of guests who play a night from scene to scene and have pictures taken on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.scenes.explain import ExplainScene
from game.scenes.gate import GateScene
from game.scenes.heckle import HeckleScene
from game.scenes.reveal import RevealScene
from game.scenes.steal import StealScene
from game.scenes.together import TogetherScene
from game.scenes.together_bet import TogetherBetScene
from game.scenes.together_reveal import TogetherRevealScene
from game.ui.actions import Action, Choose, Letter, Struck, Typed

if TYPE_CHECKING:
    from game.tour.tourist import Tourist

LATECOMER = "Sapphire"


@dataclass(slots=True)
class Guests:
    """Play what the tourist sees, a night, to its poster.

    `wanted` says of each picture at which of its chances it is taken, from 1. `misses` are the
    numbers of the answers that are wrong, from 0; with everyone at one question each has a number.
    """

    tourist: Tourist
    wanted: dict[str, int]
    misses: frozenset[int] = frozenset()
    asked: int = field(default=0, init=False)

    @property
    def here(self) -> str:
        """The name of the scene that is shown."""
        return self.tourist.stage.scene.name

    def play(self) -> None:
        """On to the poster.

        Raises:
            RuntimeError: when a picture that is wanted never came up.
        """
        acts = {
            "gate": self._gate,
            "explain": self._explain,
            "question": self._question,
            "reveal": self._reveal,
            "steal": self._steal,
            "heckle": self._heckle,
            "bet": self._bet,
            "standings": self._standings,
            "together": self._together,
            "together-bet": self._bets,
            "together-reveal": self._told_together,
        }
        while self.here != "poster":
            acts[self.here]()
        missed = [name for name, chances in self.wanted.items() if chances > 0]
        if missed:
            raise RuntimeError(f"the night never came to {', '.join(missed)}")

    def _take(self, name: str, after: float = 2.5) -> bool:
        """A picture, if this is the chance for it; whether it was taken."""
        self.wanted[name] = self.wanted.get(name, 0) - 1
        if self.wanted[name] == 0:
            self.tourist.take(name, after)
        return self.wanted[name] == 0

    def _right(self) -> bool:
        """Whether the next answer is right."""
        self.asked += 1
        return self.asked - 1 not in self.misses

    def _press(self, *meanings: Action | Choose | Letter | Typed) -> None:
        self.tourist.press(*meanings)

    # -- what they do in which scene ------------------------------------------------

    def _gate(self) -> None:
        scene = self.tourist.stage.scene
        if isinstance(scene, GateScene):
            self._take(_name_of_gate(scene))
        self._press(Action.READY)

    def _explain(self) -> None:
        scene = self.tourist.stage.scene
        if isinstance(scene, ExplainScene):
            self._take(f"explain-{scene.what}", after=4)
        self._press(Action.READY)

    def _question(self) -> None:
        self._press(Action.READY)
        self._take("question-party")
        self.tourist.answer(right=self._right())

    def _reveal(self) -> None:
        self.tourist.until("reveal", "told")
        scene = self.tourist.stage.scene
        if isinstance(scene, RevealScene):
            self._take(_name_of_reveal(scene))
        self._press(Action.READY)

    def _steal(self) -> None:
        scene = self.tourist.stage.scene
        while isinstance(scene, StealScene) and not scene.offering:
            self.tourist.wait(0.1)
        self._take("steal-offer")
        self._press(Action.READY)
        self._take("steal-answer")
        if isinstance(scene, StealScene):
            self._press(Choose(scene.card.key))

    def _heckle(self) -> None:
        scene = self.tourist.stage.scene
        count = scene.wanted if isinstance(scene, HeckleScene) else 0
        self._take("heckle")
        self._press(*(Choose(2 * place + place % 2) for place in range(count)))
        self._take("heckle-picked")
        self._press(Action.READY)

    def _bet(self) -> None:
        self._take("bet")
        self._press(Choose(3))
        self._take("bet-chosen")
        self._press(Action.CONFIRM)

    def _standings(self) -> None:
        if self._take("standings"):
            self._press(Letter("l"))
            self._take("standings-ledger")
            self._press(Letter("l"), Letter("t"))
            self._table()
        self._press(Action.READY)

    def _table(self) -> None:
        """The host's desk, where nothing is changed after all."""
        self._take("table")
        self._press(Action.DOWN, Letter("d"))
        self._take("table-sure")
        self._press(Action.BACK, Letter("c"), Typed("50"))
        self._take("table-score")
        self._press(Action.BACK, Letter("o"), Action.UP)
        self._take("table-order")
        self._press(Action.BACK, Letter("n"), Typed(LATECOMER))
        self._take("table-join")
        self._press(Action.BACK, Action.BACK)

    def _together(self) -> None:
        scene = self.tourist.stage.scene
        if not isinstance(scene, TogetherScene):
            return
        self._take("together-read", after=1.2)
        self._press(Action.READY)
        self.tourist.wait(1.5)
        key, count = scene.card.key, len(scene.card.options)
        for number in range(len(scene.contenders)):
            if number == 2:
                self._take("together")
            self._strike(number, key if self._right() else (key + number) % count)
            self.tourist.wait(0.4)
        self.tourist.until("together-reveal", "told")

    def _told_together(self) -> None:
        scene = self.tourist.stage.scene
        bets = isinstance(scene, TogetherRevealScene) and any(pick.extra for pick in scene.picks)
        self._take("together-reveal-encore" if bets else "together-reveal")
        self._press(Action.READY)

    def _bets(self) -> None:
        self.tourist.wait(1)
        self._strike(0, 2)
        self._strike(2, 1)
        self._take("together-bet")
        self._strike(1, 3)
        self._strike(3, 0)
        self._take("together-bet-locked")
        self._press(Action.READY)

    def _strike(self, contender: int, place: int) -> None:
        """A key of a contender's own four goes down and up."""
        scene = self.tourist.stage.scene
        if isinstance(scene, TogetherScene | TogetherBetScene):
            scancode = scene.keys.clusters[contender][place]
            for down in (True, False):
                self.tourist.stage.handle(Struck(scancode, down))


def _name_of_gate(scene: GateScene) -> str:
    """What the picture of a gate is called: by what comes after it."""
    if scene.task:
        return "gate-bet" if "bet" in scene.task else "gate-heckle"
    for start in ("ENCORE", "SUDDEN"):
        if scene.heading.startswith(start):
            return f"gate-{start.lower()}"
    if scene.team:
        return "gate-team"
    return "gate" if any(each.score for each in scene.table) else "gate-first"


def _name_of_reveal(scene: RevealScene) -> str:
    """What the picture of a reveal is called: by what it tells besides the answer."""
    if scene.verdict.scoreless:
        return "reveal-sudden"
    if scene.verdict.doubled:
        return "reveal-encore"
    return "reveal-stolen" if scene.verdict.thief is not None else "reveal-party"

"""Everyone bets at once before the last question, each with their own four keys, in secret."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from game.rules.modes import DEAF
from game.rules.tally import staked
from game.scenes.scene import PAUSED, SMOOTH, STILL, Done, Paused, Scene
from game.ui import theme
from game.ui.actions import Action, Meaning
from game.ui.boards import Keys
from game.ui.layout import Box, around
from game.ui.motion import between, eased
from game.ui.props.hints import Hint, draw_hints
from game.ui.props.plates import Answer, draw_answer, draw_button
from game.ui.props.stands import SPACE, STANDS, Stand, draw_sign, draw_stands
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.boards import Cluster
    from game.ui.painter import Painter
    from game.ui.props.stands import Contender

# What the four keys bet, in percent of the player's own points.
STAKES = (0, 15, 30, 50)
_PLATES = Box(56, 212, 1168, 244)
_BUTTON = Box(390, 488, 500, 64)


class TogetherBetScene(Scene[tuple[int, ...] | Paused]):
    """Results in everyone's bet, in percent of their own points, in the order of `contenders`.

    Until all are locked and Space is pressed, another key of theirs changes a bet; nothing seen or
    heard tells one bet from another, nor a changed one from one that was kept.
    """

    name: ClassVar[str] = "together-bet"
    striking = True

    def __init__(
        self, contenders: tuple[Contender, ...], level: str, clusters: tuple[Cluster, ...]
    ) -> None:
        super().__init__()
        self.contenders, self.level = contenders, level
        self.keys = Keys.of(clusters)
        self.bets: dict[int, int] = {}

    @property
    def state(self) -> str:
        return "locked" if self.complete else "betting"

    @property
    def complete(self) -> bool:
        """Whether everyone has bet."""
        return len(self.bets) == len(self.contenders)

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < theme.ENTER + 4 * theme.STAGGER else STILL

    def handle(self, meaning: Meaning) -> Done[tuple[int, ...] | Paused] | None:
        if meaning in (Action.BACK, Action.PAUSE):
            return Done(PAUSED)
        if self.age < DEAF:
            return None
        if meaning is Action.READY and self.complete:
            self.cues.append(Cue.CHOOSE)
            return Done(tuple(self.bets[number] for number in range(len(self.contenders))))
        if whose := self.keys.whose(meaning):
            self.bets[whose[0]] = STAKES[whose[1]]
            self.cues.append(Cue.LOCK)
        return None

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        painter.text("Encore", Box(140, 30, 1000, 62), theme.HEADING, look.accent_on_sky, "centre")
        about = (
            f"The question to come is {self.level} and counts double. How much do you bet on "
            "knowing it? Right wins the bet, wrong loses it."
        )
        painter.text(about, Box(190, 98, 900, 88), theme.LEAD, look.on_sky, "centre")
        for index, box in enumerate(_PLATES.grid(2, 2, 28, 20)):
            enter = eased(self.age, theme.ENTER, index * theme.STAGGER)
            with painter.shown(fade=enter, dy=between(20, 0, enter)):
                words = f"{STAKES[index]} %" if STAKES[index] else "nothing"
                draw_answer(painter, box, Answer(words, verdict="over"), index)
                self._draw_stakes(painter, box, STAKES[index])
        self._draw_foot(painter)
        draw_stands(painter, STANDS, tuple(map(self._stand, range(len(self.contenders)))))
        go_on: tuple[Hint, ...] = ()
        if self.complete:
            go_on = ((SPACE, "on to the question", Action.READY),)
        draw_hints(painter, (*go_on, ("Esc", "pause", Action.BACK)))

    def _draw_stakes(self, painter: Painter, box: Box, percent: int) -> None:
        """How many points that is for each."""
        if not percent:
            return
        places = box.right_part(300).inset(16, 14).grid(2, (len(self.contenders) + 1) // 2, 8, 6)
        for who, place in zip(self.contenders, places, strict=False):
            draw_sign(painter, around(place.x + 17, place.centre[1], 30, 30), who.seat)
            points = f"{staked(who.score, percent):,}"
            words = place.right_part(place.w - 42)
            painter.text(points, words, theme.SMALL_STRONG, painter.theme.on_panel)

    def _draw_foot(self, painter: Painter) -> None:
        """What comes next: the others' bets, or the question."""
        look = painter.theme
        if not self.complete:
            words = "Your keys lie as these four do. Nobody sees which; another changes your mind."
            painter.text(words, Box(140, 488, 1000, 64), theme.BODY, look.on_sky, "centre")
            return
        draw_button(painter, _BUTTON, f"All have bet: press {SPACE}", 0, chosen=True)
        painter.target(_BUTTON, Action.READY)

    def _stand(self, number: int) -> Stand:
        who, caps = self.contenders[number], self.keys.caps[number]
        if number in self.bets:
            return Stand(who.seat, who.name, "locked", caps, sign="lock", lit=True)
        return Stand(who.seat, who.name, f"{who.score:,} points", caps)

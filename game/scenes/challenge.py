"""A question disputed: the proof, and whether the player still stands by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Choose, Meaning
from game.ui.choice import moved
from game.ui.layout import Box, around
from game.ui.motion import eased
from game.ui.props.hints import draw_hints
from game.ui.props.plates import draw_button, draw_pick
from game.ui.props.ticket import draw_ticket
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter

FAIR = "Fair enough"
VOID, NOTE = "I stand by it: void it", "I stand by it: note it"


@dataclass(frozen=True, slots=True)
class Proof:
    """One option: its words, why it is right or wrong, and which of the two."""

    words: str
    why: str
    right: bool


class ChallengeScene(Scene[bool]):
    """Results in True when the player stands by the challenge.

    What comes of that: the question is void where `voids`, else only noted for the pack's author.
    """

    name: ClassVar[str] = "challenge"
    deaf: ClassVar[float] = 0.35

    def __init__(
        self, stem: str, source: str, proofs: tuple[Proof, ...], *, voids: bool = True
    ) -> None:
        super().__init__()
        self.stem, self.source, self.proofs = stem, source, proofs
        self.voids = voids
        self.choices = (FAIR, VOID if voids else NOTE)
        self.chosen = 0

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < theme.ENTER else STILL

    def handle(self, meaning: Meaning) -> Done[bool] | None:
        if meaning is Action.BACK:
            self.cues.append(Cue.BACK)
            return Done(False)
        before = self.chosen
        self.chosen = moved(self.chosen, meaning, len(self.choices), len(self.choices))
        if self.chosen != before:
            self.cues.append(Cue.MOVE)
        if meaning in AGREE or (isinstance(meaning, Choose) and meaning.index == self.chosen):
            self.cues.append(Cue.CHOOSE)
            return Done(self.chosen == 1)
        return None

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        with painter.shown(fade=eased(self.age, theme.ENTER)):
            painter.text("The proof", Box(56, 28, 600, 56), theme.HEADING, look.accent_on_sky)
            inner = draw_ticket(painter, Box(56, 92, 1168, 486), self.source, stub=False)
            painter.text(self.stem, inner.top_part(66), theme.LEAD, look.on_paper)
            rows = Box(inner.x, inner.y + 76, inner.w, inner.h - 80).rows(len(self.proofs), 8)
            for index, (proof, box) in enumerate(zip(self.proofs, rows, strict=True)):
                self._draw_proof(painter, box, proof, index)
            buttons = Box(250, 592, 780, 56).columns(len(self.choices), 20)
            for index, (words, box) in enumerate(zip(self.choices, buttons, strict=True)):
                draw_button(painter, box, words, index, chosen=index == self.chosen)
        hints = (
            ("← →", "choose", None),
            ("Enter", "decide", Action.CONFIRM),
            ("Esc", "fair enough", Action.BACK),
        )
        draw_hints(painter, hints)

    def _draw_proof(self, painter: Painter, box: Box, proof: Proof, index: int) -> None:
        look = painter.theme
        painter.fill(Box(box.x, box.y - 5, box.w, 1.5), look.hairline)
        draw_pick(painter, around(box.x + 24, box.centre[1], 44, 44), index)
        sign, colour = (
            ("tick", look.right_on_paper) if proof.right else ("cross", look.wrong_on_paper)
        )
        painter.stencil(sign, around(box.x + 72, box.centre[1], 26, 26), colour)
        words = Box(box.x + 100, box.y, 300, box.h)
        painter.text(proof.words, words, theme.STRONG, look.on_paper)
        why = Box(box.x + 420, box.y, box.w - 420, box.h)
        painter.text(proof.why, why, theme.SMALL, look.on_paper)

"""The heckle: the player before picks the wrong answers of the next one's question."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import PAUSED, SMOOTH, STILL, Done, Paused, Scene
from game.ui import theme
from game.ui.actions import Action, Aim, Choose, Letter, Meaning
from game.ui.choice import moved
from game.ui.layout import Box, around
from game.ui.motion import between, eased
from game.ui.props.hints import draw_hints
from game.ui.props.plates import LETTERS, draw_plate
from game.ui.props.seats import draw_seat, seat_colour, seat_ink
from game.ui.props.ticket import draw_stem, draw_ticket
from game.ui.sound import Cue
from game.ui.text.clean import LEFT_TO_RIGHT

if TYPE_CHECKING:
    from game.ui.painter import Painter

_TICKET = Box(56, 128, 1168, 186)
_CANDIDATES = Box(56, 336, 1168, 232)
_WORDS = ("no", "one", "two", "three", "four", "five", "six")


class HeckleScene(Scene[tuple[int, ...] | Paused]):
    """Takes exactly `wanted` of the `candidates`, wrong answers all; their places, ascending.

    `seat` heckles and gets `prize` points if the victim, who looks away now, falls for one.
    """

    name: ClassVar[str] = "heckle"
    deaf: ClassVar[float] = 0.5

    def __init__(  # noqa: PLR0913, PLR0917  (all that it shows)
        self,
        seat: int,
        player: str,
        victim_seat: int,
        victim: str,
        stem: str,
        candidates: tuple[str, ...],
        wanted: int = 3,
        prize: int = 25,
    ) -> None:
        super().__init__()
        self.seat, self.player = seat, player
        self.victim_seat, self.victim = victim_seat, victim
        self.stem, self.candidates = stem, candidates
        self.wanted, self.prize = wanted, prize
        self.chosen: int | None = None
        self.picked: frozenset[int] = frozenset()

    @property
    def missing(self) -> int:
        """How many are still to be picked."""
        return self.wanted - len(self.picked)

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < theme.ENTER + 6 * theme.STAGGER else STILL

    def handle(self, meaning: Meaning) -> Done[tuple[int, ...] | Paused] | None:
        if meaning in (Action.BACK, Action.PAUSE):
            return Done(PAUSED)
        if meaning is Action.READY:
            return self._send()
        if isinstance(meaning, Letter):
            meaning = Choose(ord(meaning.letter) - ord("a"))
        if isinstance(meaning, Choose):
            self._toggle(meaning.index)
        elif meaning is Action.CONFIRM:
            if self.chosen is not None:
                self._toggle(self.chosen)
        elif isinstance(meaning, Action | Aim):
            self._aim(meaning)
        return None

    def _send(self) -> Done[tuple[int, ...] | Paused] | None:
        if self.missing:
            self.cues.append(Cue.WRONG)
            return None
        self.cues.append(Cue.LOCK)
        return Done(tuple(sorted(self.picked)))

    def _toggle(self, place: int) -> None:
        if not 0 <= place < len(self.candidates):
            return
        self.chosen = place
        if place not in self.picked and not self.missing:
            # One has to be let go first, and which one is not ours to guess.
            self.cues.append(Cue.WRONG)
            return
        self.picked ^= {place}
        self.cues.append(Cue.CHOOSE if place in self.picked else Cue.BACK)

    def _aim(self, meaning: Action | Aim) -> None:
        before, count = self.chosen, len(self.candidates)
        if isinstance(meaning, Action) and meaning not in _ARROWS:
            return
        if before is None and isinstance(meaning, Action):
            self.chosen = 0
        else:
            self.chosen = moved(before or 0, meaning, count, 2)
        if self.chosen != before:
            self.cues.append(Cue.MOVE)

    # -- how it looks ---------------------------------------------------------------

    def draw(self, painter: Painter) -> None:
        painter.backdrop(painter.theme.quiet_backdrop)
        self._draw_heading(painter)
        draw_stem(painter, draw_ticket(painter, _TICKET, stub=False), self.stem)
        count = len(self.candidates)
        for place, box in enumerate(_CANDIDATES.grid(2, 3, 28, 14)[:count]):
            share = eased(self.age, theme.ENTER, place * theme.STAGGER)
            with painter.shown(fade=share, dy=between(16, 0, share)):
                self._draw_candidate(painter, box, place)
        self._draw_button(painter)
        draw_hints(painter, self._hints())

    def _draw_heading(self, painter: Painter) -> None:
        look = painter.theme
        draw_seat(painter, around(80, 64, 48, 48), self.seat)
        ink = seat_ink(painter, self.seat)
        title = f"{LEFT_TO_RIGHT}{self.player} heckles {self.victim}"
        painter.text(title, Box(120, 28, 700, 42), theme.LEAD, ink)
        painter.text(self._says(), Box(120, 68, 760, 46), theme.SMALL, look.on_sky)
        away = Box(916, 36, 308, 62)
        painter.plate(away, look.panel, cover=look.panel_cover, radius=12)
        eye = around(away.x + 34, away.centre[1], 34, 34)
        painter.stencil("eye-closed", eye, look.accent_on_panel)
        words = Box(away.x + 64, away.y + 4, away.w - 78, away.h - 8)
        painter.text(
            f"{LEFT_TO_RIGHT}{self.victim} looks away",
            words,
            theme.STRONG,
            look.accent_on_panel,
        )

    def _says(self) -> str:
        number = _number(self.wanted)
        if not self.missing:
            return f"{number.capitalize()} it is. Take one back to change your mind."
        return (
            f"All of these are wrong. Pick {number} to stand beside the right answer: "
            f"{self.prize} points if one of them is taken."
        )

    def _draw_candidate(self, painter: Painter, box: Box, place: int) -> None:
        look = painter.theme
        picked, aimed = place in self.picked, place == self.chosen
        ground, ink, quiet = (
            (look.chosen, look.on_chosen, look.quiet_on_chosen)
            if picked
            else (look.panel, look.on_panel, look.quiet_on_panel)
        )
        edge = look.chosen_edge if aimed else look.panel_edge
        cover = 1.0 if picked else look.panel_cover
        painter.plate(
            box, ground, cover=cover, edge=edge, edge_width=5 if aimed else 2, shadow=True
        )
        disc = around(box.x + 42, box.centre[1], 44, 44)
        if picked:
            colour = seat_colour(painter, self.seat)
            painter.plate(disc, look.vinyl, radius=22, edge=colour, edge_width=3)
            painter.stencil("speech", around(*disc.centre, 24, 24), colour)
        else:
            painter.plate(disc, look.panel, radius=22, edge=look.panel_edge)
            painter.text(LETTERS[place], disc, theme.LABEL, look.on_panel, "centre")
        words = Box(box.x + 80, box.y + 6, box.w - 130, box.h - 12)
        painter.text(self.candidates[place], words, theme.LEAD, ink)
        figure = Box(box.right - 46, box.y, 28, box.h)
        painter.text(str(place + 1), figure, theme.HINT, quiet, "right")
        painter.target(box, Choose(place), Aim(place))

    def _draw_button(self, painter: Painter) -> None:
        look, ready = painter.theme, not self.missing
        button = around(640, 614, 520, 62)
        draw_plate(painter, button, chosen=ready)
        victim = f"{LEFT_TO_RIGHT}Send them to {self.victim}"
        painter.text(
            victim if ready else self._still().capitalize(),
            button.inset(18, 5),
            theme.STRONG,
            look.on_chosen if ready else look.quiet_on_panel,
            "centre",
        )
        painter.target(button, Action.READY)

    def _still(self) -> str:
        """How many are to be picked, or are missing."""
        number = _number(self.missing)
        return f"pick {number} more" if self.picked else f"pick {number}"

    def _hints(self) -> tuple[tuple[str, str, Meaning | None], ...]:
        send = "send them" if not self.missing else self._still()
        return (
            (f"1\N{EN DASH}{len(self.candidates)}", "pick", None),
            ("↑ ↓ ← →", "choose", None),
            ("Enter", "pick or take back", Action.CONFIRM),
            ("Space", send, Action.READY),
            ("Esc", "pause", Action.BACK),
        )


def _number(count: int) -> str:
    return _WORDS[count] if count < len(_WORDS) else str(count)


_ARROWS = (
    Action.UP,
    Action.DOWN,
    Action.LEFT,
    Action.RIGHT,
    Action.NEXT,
    Action.PREVIOUS,
)

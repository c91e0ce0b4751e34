"""Before everyone plays on one keyboard: whether it tells all their keys when held at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, TICKING, Done, Scene
from game.ui import theme
from game.ui.actions import Action, Choose, Meaning, Struck
from game.ui.boards import ARRANGEMENTS, PLACES, labels
from game.ui.layout import Box, around
from game.ui.motion import between, eased
from game.ui.props.board import Board, draw_board, seats_of
from game.ui.props.hints import draw_hints
from game.ui.props.plates import draw_plate
from game.ui.props.stands import ENTER, HIGH, SPACE, Stand, draw_stands
from game.ui.sound import Cue
from game.ui.text.clean import LEFT_TO_RIGHT
from game.ui.trial import Trial, Trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.painter import Painter
    from game.ui.props.stands import Contender

_BOARD = Box(56, 130, 1168, 280)
_SAID = Box(56, 422, 1168, 70)
_STANDS = Box(56, 506, 1168, HIGH)
_CHOICES = Box(56, 598, 1168, 50)


class KeyCheckScene(Scene[str | None]):
    """Results in the name of the arrangement to play with, or in None for going back.

    Only keys that are down at the same time count. A key that never comes while others are held is
    told apart from a slow player by nobody: so the scene says what it sees and offers other keys,
    and goes on by itself when the key comes after all.
    """

    name: ClassVar[str] = "keys-check"
    striking = True

    def __init__(self, contenders: tuple[Contender, ...], arrangement: str) -> None:
        super().__init__()
        self.contenders = contenders
        self.labels = labels()
        self.failed: frozenset[str] = frozenset()
        self._begin(arrangement)

    def _begin(self, name: str) -> None:
        self.arrangement = ARRANGEMENTS[name]
        self.trial = Trial(self.arrangement.dealt(len(self.contenders)))

    @property
    def state(self) -> str:
        return "works" if self.trial.works else self.trial.trouble.value or "trying"

    @property
    def pace(self) -> float:
        if self.age < theme.ENTER:
            return SMOOTH
        return TICKING if self.trial.held else STILL

    def handle(self, meaning: Meaning) -> Done[str | None] | None:
        if isinstance(meaning, Struck):
            if self.trial.strike(meaning):
                self.cues.append(Cue.MOVE)
        elif meaning is Action.BACK:
            self.cues.append(Cue.BACK)
            return Done(None)
        elif meaning is Action.PAUSE:
            # The window has lost the keyboard: nobody tells when keys go up now.
            self.trial.ask()
        elif meaning is Action.READY:
            self.cues.append(Cue.CHOOSE)
            return Done(self.arrangement.name)
        elif meaning is Action.CONFIRM:
            self._choose(self._next())
        elif isinstance(meaning, Choose) and 0 <= meaning.index < len(ARRANGEMENTS):
            self._choose(list(ARRANGEMENTS)[meaning.index])
        return None

    def _next(self) -> str:
        names = list(ARRANGEMENTS)
        return names[(names.index(self.arrangement.name) + 1) % len(names)]

    def _choose(self, name: str) -> None:
        if self.trial.trouble is not Trouble.NONE:
            self.failed |= {self.arrangement.name}
        self.cues.append(Cue.CHOOSE)
        self._begin(name)

    def tick(self, dt: float) -> Done[str | None] | None:
        trial = self.trial
        step, before = trial.step, (trial.trouble, trial.lost)
        trial.tick(dt)
        if trial.works:
            self.failed -= {self.arrangement.name}
        if trial.step != step:
            self.cues.append(Cue.RIGHT if trial.works else Cue.LOCK)
        elif (trial.trouble, trial.lost) != before:
            self.cues.append(Cue.WRONG)
        return None

    # -- what it says ---------------------------------------------------------------

    @property
    def asked(self) -> str:
        """What is to be done now, in a sentence."""
        if self.trial.works:
            return "All of these keys arrive while the others are held."
        places = self.trial.steps[self.trial.step]
        if len(set(places)) == 1:
            who = "both" if len(places) == 2 else "everyone"
            return f"All together: {who} hold down your {PLACES[places[0]]} key."
        return "Now mixed: hold down the key that is lit for you, all together."

    @property
    def told(self) -> tuple[str, str]:
        """What is wrong, and what can be done; two empty texts while nothing is."""
        if self.trial.trouble is Trouble.MISSING:
            there = [n for n in range(len(self.trial.wanted)) if n not in self.trial.lost]
            gone, held = self._keys(self.trial.lost), self._keys(there)
            verb = "does" if len(self.trial.lost) == 1 else "do"
            others = "is" if len(there) == 1 else "are"
            said = f"{gone[:1].upper()}{gone[1:]} {verb} not arrive while {held} {others} held."
            return said, f"If it is pressed all the same, {self._way_out}"
        if self.trial.trouble is Trouble.STRANGE:
            keys = " and ".join(self.labels.get(key, "another key") for key in self.trial.strange)
            said = f"{keys[:1].upper()}{keys[1:]} came with them, and nobody was asked for that."
            return said, f"If nobody touches it, {self._way_out}"
        return "", ""

    @property
    def _way_out(self) -> str:
        if len(self.failed | {self.arrangement.name}) == len(ARRANGEMENTS):
            return "a second keyboard helps: plug it in, and both count as one."
        return f"this keyboard cannot tell: try “{ARRANGEMENTS[self._next()].title}”."

    def _keys(self, numbers: Sequence[int]) -> str:
        """The keys of these contenders, by whose they are."""
        keys = []
        for number in numbers:
            label = self.labels.get(self.trial.wanted[number])
            name = f"{self.contenders[number].name}{LEFT_TO_RIGHT}"
            keys.append(f"{label} ({name})" if label else f"the key of {name}")
        return " and ".join(filter(None, (", ".join(keys[:-1]), keys[-1])))

    # -- what it looks like -----------------------------------------------------------

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        painter.text("Key check", Box(56, 22, 560, 56), theme.HEADING, look.accent_on_sky)
        count = len(self.trial.steps)
        words = "done" if self.trial.works else f"{self.trial.step + 1} of {count}"
        painter.text(words, Box(924, 32, 300, 40), theme.LABEL, look.accent_on_sky, "right")
        painter.text(self.asked, Box(56, 82, 1168, 40), theme.LEAD, look.on_sky)
        enter = eased(self.age, theme.ENTER)
        with painter.shown(fade=enter, dy=between(20, 0, enter)):
            draw_board(painter, _BOARD, self._board())
        self._draw_said(painter)
        draw_stands(painter, _STANDS, tuple(map(self._stand, range(len(self.contenders)))))
        self._draw_choices(painter)
        take = "play with these keys" if self.trial.works else "skip the check"
        draw_hints(
            painter,
            (
                (SPACE, take, Action.READY),
                (ENTER, "try other keys", Action.CONFIRM),
                ("Esc", "back", Action.BACK),
            ),
        )

    def _board(self) -> Board:
        seats = seats_of(self.trial.clusters, [each.seat for each in self.contenders])
        return Board(
            seats,
            self.labels,
            None if self.trial.works else frozenset(self.trial.wanted),
            frozenset(self.trial.held).intersection(self.trial.wanted),
            frozenset(self.trial.wanted[n] for n in self.trial.lost),
            frozenset(self.trial.strange),
        )

    def _draw_said(self, painter: Painter) -> None:
        """What is wrong, or that nothing is, or what is going on."""
        look, (said, then) = painter.theme, self.told
        if self.trial.works:
            button = around(*_SAID.centre, 520, 62)
            draw_plate(painter, button, chosen=True)
            words = f"Play with these keys: press {SPACE}"
            painter.text(words, button.inset(16, 4), theme.STRONG, look.on_chosen, "centre")
            painter.target(button, Action.READY)
        elif said:
            painter.plate(_SAID, look.wrong_ground, radius=14, edge=look.wrong, edge_width=3)
            cross = around(_SAID.x + 36, _SAID.centre[1], 30, 30)
            painter.stencil("cross", cross, look.wrong_on_paper)
            words_box = Box(_SAID.x + 70, _SAID.y + 6, _SAID.w - 90, _SAID.h - 12)
            top, foot = words_box.top_part(31), words_box.bottom_part(26)
            painter.text(said, top, theme.SMALL_STRONG, look.on_wrong_ground)
            painter.text(then, foot, theme.SMALL, look.on_wrong_ground)
        else:
            words = "Hold on until all are lit. Cheap keyboards lose a key when others are down."
            painter.text(words, _SAID, theme.BODY, look.on_sky, "centre")

    def _stand(self, number: int) -> Stand:
        who = self.contenders[number]
        caps = tuple(self.labels.get(key, "") for key in self.trial.clusters[number])
        if self.trial.works:
            return Stand(who.seat, who.name, "ready", caps, sign="tick", lit=True)
        now = (self.trial.steps[self.trial.step][number],)
        if number not in self.trial.missing:
            return Stand(who.seat, who.name, "heard", caps, now, "tick", lit=True)
        if number in self.trial.lost:
            return Stand(who.seat, who.name, "not heard", caps, now, "cross")
        return Stand(who.seat, who.name, "hold it down", caps, now)

    def _draw_choices(self, painter: Painter) -> None:
        """All arrangements: the one in hand, and those that have failed."""
        look = painter.theme
        boxes = _CHOICES.columns(len(ARRANGEMENTS), 16)
        for index, (box, each) in enumerate(zip(boxes, ARRANGEMENTS.values(), strict=True)):
            chosen = each.name == self.arrangement.name
            draw_plate(painter, box, chosen=chosen, shadow=False)
            ink = look.on_chosen if chosen else look.on_panel
            words = box.inset(18, 4)
            if each.name in self.failed:
                sign = look.quiet_on_chosen if chosen else look.warm_on_panel
                painter.stencil("cross", around(box.right - 28, box.centre[1], 20, 20), sign)
                words = words.left_part(words.w - 30)
            painter.text(each.title, words, theme.SMALL_STRONG, ink, "centre")
            painter.target(box, Choose(index))

"""The workbench: a pack's questions beside the editor that it is written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, TICKING, Done, Scene
from game.ui import theme
from game.ui.actions import Action, Letter, Meaning
from game.ui.layout import Box
from game.ui.media.slide import NOTHING
from game.ui.motion import between, eased
from game.ui.props.bench import (
    Fault,
    Note,
    Shown,
    draw_all_clear,
    draw_fault,
    draw_notes,
    draw_shown,
)
from game.ui.props.coverage import Coverage, draw_coverage, furthest
from game.ui.props.hints import draw_hints
from game.ui.sound import Clip, Cue

if TYPE_CHECKING:
    from game.ui.media.slide import Exhibit
    from game.ui.painter import Painter

# The file is looked at so often while the scene is shown: seconds.
POLL = 0.5
QUESTION = Box(56, 106, 760, 520)
SIDE = Box(840, 106, 384, 520)


@dataclass(frozen=True, slots=True)
class Slip:
    """A question of the pack by its id, the line it comes from, and its template."""

    id: str
    line: int
    template: str


@dataclass(frozen=True, slots=True, eq=False)
class Bench:
    """What one save of the file gives.

    `slips` are all questions in the order of their lines; `changed` are the ids
    of those that the changed lines make, `what` names these lines. `figures`
    are a few of the pack's. `stale`: the file cannot be read as it stands, and
    the slips are those of the save before. `show` gives a question as dealt for
    the n-th time, `exhibit` its picture and sound; `moved` says where a line of
    the save before has gone.
    """

    file: str
    slips: tuple[Slip, ...] = ()
    changed: tuple[str, ...] = ()
    what: str = ""
    faults: tuple[Fault, ...] = ()
    notes: tuple[Note, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    stale: bool = False
    show: Callable[[str, int], Shown] = field(default=lambda _id, _deal: Shown())
    exhibit: Callable[[str], Exhibit] = field(default=lambda _id: NOTHING)
    moved: Callable[[int], int] = field(default=lambda line: line)
    coverage: Callable[[], Coverage] = field(default=Coverage)

    @property
    def errors(self) -> int:
        """How many things are left out."""
        return sum(fault.severity == "error" for fault in self.faults)


class Page(Enum):
    """What the scene shows of the pack."""

    QUESTIONS = "questions"
    COVERAGE = "coverage"


class Hand(Enum):
    """Which questions are being flipped through."""

    CHANGED = "changed"
    TEMPLATE = "template"
    ALL = "all"


class WorkbenchScene(Scene[None]):
    """Ends with Esc. `watch` gives a new save where there is one, and never waits.

    The place is kept over every save: the same question by its id, else one
    that the changed lines make, else the nearest line. What the player went to
    by himself is `home`, and is gone back to when a save brings it again.
    """

    name: ClassVar[str] = "workbench"

    def __init__(self, watch: Callable[[], Bench | None]) -> None:
        super().__init__()
        self.watch = watch
        self.bench: Bench | None = None
        self.page, self.hand = Page.QUESTIONS, Hand.ALL
        self.template = ""
        self.here: Slip | None = None
        self.home = ""
        self.deal, self.fault, self.first = 0, 0, 0
        self.looked = self.turned = 0.0

    @property
    def state(self) -> str:
        if self.bench is None:
            return "reading"
        if self.page is Page.COVERAGE:
            return "coverage"
        if self.bench.stale or not self.bench.slips:
            return "broken"
        return "problems" if self.bench.faults else "clean"

    @property
    def pace(self) -> float:
        if self.age - self.turned < theme.ENTER + 0.1:
            return SMOOTH
        return TICKING if self.bench is None or self.exhibit.coming else STILL

    @property
    def exhibit(self) -> Exhibit:
        """The picture and the sound of the question in sight."""
        if self.bench is None or self.here is None:
            return NOTHING
        return self.bench.exhibit(self.here.id)

    def tick(self, dt: float) -> Done[None] | None:
        if self.bench is None or self.age - self.looked >= POLL:
            self.looked = self.age
            new = self.watch()
            if new is not None:
                self.take(new)
        return None

    # -- the place --------------------------------------------------------

    @property
    def slips(self) -> tuple[Slip, ...]:
        """The questions in hand."""
        if self.bench is None:
            return ()
        if self.hand is Hand.CHANGED:
            wanted = frozenset(self.bench.changed)
            return tuple(each for each in self.bench.slips if each.id in wanted)
        if self.hand is Hand.TEMPLATE:
            return tuple(each for each in self.bench.slips if each.template == self.template)
        return self.bench.slips

    def take(self, bench: Bench) -> None:
        """Another save is there: keep the place."""
        self.bench, self.turned = bench, self.age
        self.fault = min(self.fault, max(0, len(bench.faults) - 1))
        if bench.stale:
            return
        by_id = {slip.id: slip for slip in bench.slips}
        changed = [by_id[each] for each in bench.changed if each in by_id]
        if changed:
            self.hand = Hand.CHANGED
            self.here = self._among(changed)
        else:
            self.here = self._nearest(by_id, bench)
        if self.hand is not Hand.ALL and self.here not in self.slips:
            self.hand = Hand.ALL
        self.home = self.home or (self.here.id if self.here else "")

    def _among(self, changed: list[Slip]) -> Slip:
        """The place among the questions that the changed lines make."""
        ids = {slip.id: slip for slip in changed}
        here = self.here
        for wanted in (self.home, here.id if here else ""):
            if wanted in ids:
                return ids[wanted]
        alike = (slip for slip in changed if here and slip.template == here.template)
        return next(alike, changed[0])

    def _nearest(self, by_id: dict[str, Slip], bench: Bench) -> Slip | None:
        if self.here is None or not bench.slips:
            return bench.slips[0] if bench.slips else None
        line, template = bench.moved(self.here.line), self.here.template
        nearest = min(bench.slips, key=lambda s: (abs(s.line - line), s.template != template))
        return by_id.get(self.here.id, nearest)

    # -- what the player means --------------------------------------------

    def handle(self, meaning: Meaning) -> Done[None] | None:
        if meaning is Action.BACK:
            self.cues.append(Cue.BACK)
            if self.page is Page.COVERAGE:
                self._open(Page.QUESTIONS)
                return None
            return Done(None)
        if meaning == Letter("c"):
            other = Page.QUESTIONS if self.page is Page.COVERAGE else Page.COVERAGE
            self._open(other)
        elif self.page is Page.COVERAGE:
            self._scroll(meaning)
        elif meaning in (Action.LEFT, Action.PREVIOUS):
            self._flip(-1)
        elif meaning in (Action.RIGHT, Action.NEXT, Action.READY):
            self._flip(1)
        elif isinstance(meaning, Letter):
            self._letter(meaning.letter)
        return None

    def _letter(self, letter: str) -> None:
        if letter == "r" and self.here is not None:
            self.deal += 1
            self._turn()
        elif letter == "t":
            self._next_template()
        elif letter == "p" and self.bench is not None and len(self.bench.faults) > 1:
            self.fault = (self.fault + 1) % len(self.bench.faults)
            self.cues.append(Cue.MOVE)
        elif letter == "l" and (slide := self.exhibit.sound) and slide.sound is not None:
            self.cues.append(Clip(slide.sound))
        elif letter == "a" and self.hand is not Hand.ALL:
            self.hand = Hand.ALL
            self._turn()

    def _turn(self) -> None:
        self.turned = self.age
        self.cues.append(Cue.MOVE)

    def _open(self, page: Page) -> None:
        self.page, self.first = page, 0
        self._turn()

    def _flip(self, by: int) -> None:
        slips = self.slips
        if not slips:
            return
        at = slips.index(self.here) if self.here in slips else -by
        self._go(slips[(at + by) % len(slips)])

    def _go(self, slip: Slip) -> None:
        self.here, self.home, self.deal = slip, slip.id, 0
        self._turn()

    def _next_template(self) -> None:
        """The next template's first question; its questions are in hand then."""
        if self.bench is None or self.here is None:
            return
        names = list(dict.fromkeys(slip.template for slip in self.bench.slips))
        at = names.index(self.here.template) if self.here.template in names else -1
        self.template = names[(at + 1) % len(names)]
        self.hand = Hand.TEMPLATE
        self._go(self.slips[0])

    def _scroll(self, meaning: Meaning) -> None:
        steps = {Action.UP: -1, Action.DOWN: 1, Action.LEFT: -8, Action.RIGHT: 8}
        by = steps.get(meaning, 0) if isinstance(meaning, Action) else 0
        if by and self.bench is not None:
            first = min(max(0, self.first + by), furthest(self.bench.coverage()))
            if first != self.first:
                self.first = first
                self.cues.append(Cue.MOVE)

    # -- the picture ------------------------------------------------------

    def draw(self, painter: Painter) -> None:
        look, bench = painter.theme, self.bench
        painter.backdrop(look.quiet_backdrop)
        painter.text("Workbench", Box(56, 26, 330, 60), theme.HEADING, look.accent_on_sky)
        if bench is None:
            words = Box(240, 300, 800, 60)
            painter.text("The pack is being read.", words, theme.TAGLINE, look.on_sky, "centre")
        else:
            self._draw_status(painter, bench)
            enter = eased(self.age - self.turned, theme.ENTER)
            with painter.shown(fade=between(0.4, 1.0, enter), dy=between(8, 0, enter)):
                if self.page is Page.COVERAGE:
                    draw_coverage(painter, bench.coverage(), self.first)
                else:
                    self._draw_question(painter, bench)
                    self._draw_side(painter, bench)
        draw_hints(painter, self._hints())

    def _draw_status(self, painter: Painter, bench: Bench) -> None:
        look = painter.theme
        painter.text(bench.file, Box(400, 30, 824, 30), theme.STRONG, look.on_sky, "right")
        count = len(bench.slips)
        parts = [f"{count} question{'' if count == 1 else 's'}"]
        warnings = len(bench.faults) - bench.errors
        for number, word in ((bench.errors, "error"), (warnings, "warning")):
            if number:
                parts.append(f"{number} {word}{'' if number == 1 else 's'}")
        words = " · ".join(parts)
        painter.text(words, Box(400, 60, 824, 28), theme.SMALL, look.quiet_on_sky, "right")

    def _draw_question(self, painter: Painter, bench: Bench) -> None:
        if self.here is None:
            look = painter.theme
            painter.plate(QUESTION, look.panel, cover=look.panel_cover, radius=18)
            words = "No question yet. As soon as the file makes one, it is shown here."
            painter.text(words, QUESTION.inset(80, 40), theme.TAGLINE, look.on_panel, "centre")
            return
        slips = self.slips
        at = slips.index(self.here) + 1 if self.here in slips else 1
        hand = {
            Hand.CHANGED: f", from {bench.what}",
            Hand.TEMPLATE: f", from template {self.template}",
            Hand.ALL: "",
        }[self.hand]
        if bench.stale:
            hand = ", as it was before this save"
        where = f"Question {at} of {max(1, len(slips))}{hand}"
        shown = bench.show(self.here.id, self.deal)
        draw_shown(painter, QUESTION, shown, where, self.exhibit, stale=bench.stale)

    def _draw_side(self, painter: Painter, bench: Bench) -> None:
        notes = min(2 if bench.faults else 3, len(bench.notes))
        low = 68.0 * notes + 28 if notes else 0.0
        upper = SIDE.top_part(SIDE.h - low - (18 if notes else 0))
        if bench.faults:
            place = f"{self.fault + 1} of {len(bench.faults)}"
            draw_fault(painter, upper, bench.faults[self.fault], place)
        else:
            draw_all_clear(painter, upper, bench.figures)
        if notes:
            draw_notes(painter, SIDE.bottom_part(low), bench.notes[:notes])

    def _hints(self) -> tuple[tuple[str, str, Meaning | None], ...]:
        back = ("Esc", "back", Action.BACK)
        if self.bench is None:
            return (back,)
        if self.page is Page.COVERAGE:
            return ("↑ ↓", "scroll", None), ("C", "questions", Letter("c")), back
        flip = (
            ("← →", "flip through", Action.RIGHT),
            ("R", "deal anew", Letter("r")),
            ("T", "next template", Letter("t")),
        )
        listen = (("L", "listen", Letter("l")),) if self.exhibit.sound else ()
        every = (("A", "all", Letter("a")),) if self.hand is not Hand.ALL else ()
        faults = len(self.bench.faults)
        more = (("P", "next problem", Letter("p")),) if faults > 1 else ()
        return (
            *(flip if self.here else ()),
            *listen,
            *every,
            *more,
            ("C", "coverage", Letter("c")),
            back,
        )

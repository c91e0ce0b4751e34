"""The pack choice: every pack as a pass on its lanyard, hanging from the rack."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from game.rules.words import plain
from game.scenes.scene import SMOOTH, STILL, TICKING, Done, Scene
from game.ui import theme
from game.ui.actions import Action, Aim, Choose, Dropped, Letter, Meaning, Typed
from game.ui.choice import moved
from game.ui.layout import Box
from game.ui.motion import between, eased
from game.ui.props.hints import draw_hints, draw_key_row
from game.ui.props.passes import Pass, draw_pass
from game.ui.props.rack import Tag, draw_bar, draw_search, draw_strap, draw_tag
from game.ui.sound import Cue

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.painter import Painter

COLUMNS, ROWS = 4, 2
SHOWN = COLUMNS * ROWS
LONGEST = 40
GRID = Box(56, 124, 792, 496)
_LARGE = Box(900, 100, 304, 436)


@dataclass(frozen=True, slots=True)
class Choice:
    """A pack on offer: its id, its line, its pass, and what is wrong with it if it cannot play.

    `read` is False while the pack is still being read. `known` is the percentage
    known by heart, None before it was played; `problems` is how many there are
    to read, `own` says that it is the player's own.
    """

    id: str
    name: str
    note: str
    card: Pass
    trouble: str = ""
    read: bool = True
    questions: int = 0
    known: int | None = None
    problems: int = 0
    own: bool = False


class Sort(Enum):
    """In which order the packs hang."""

    RACK = "as they hang"
    NAME = "by name"
    QUESTIONS = "most questions first"
    KNOWN = "best known first"


class Job(Enum):
    """What can be done with a pack besides playing it, and its key."""

    PROBLEMS = "p"
    WORKBENCH = "w"
    FOLDER = "o"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Errand:
    """A job to do with the pack called `id`."""

    job: Job
    id: str


Outcome = str | None | Errand | Dropped | Typed


class PacksScene(Scene[Outcome]):
    """Results in the id of the pack chosen, None for going back, an errand, or a pack handed in.

    `news` gives the choices as they stand now, `want` is told which of them
    should be read. `where` is the folder of the player's own packs.
    """

    name: ClassVar[str] = "packs"
    accepts = True

    def __init__(
        self,
        choices: tuple[Choice, ...],
        chosen: int = 0,
        news: Callable[[], tuple[Choice, ...]] | None = None,
        want: Callable[[tuple[str, ...]], object] = len,
        where: str = "",
    ) -> None:
        super().__init__()
        self.choices, self.news, self.want, self.where = choices, news, want, where
        self.sort, self.sought, self.said = Sort.RACK, "", ""
        self.shown = choices
        self.chosen, self.top = 0, 0
        self.begun = -1.0
        self.arrange(choices[chosen].id if chosen < len(choices) else "")

    # -- what hangs where -------------------------------------------------

    def arrange(self, keep: str = "") -> None:
        """Put the packs into their order and leave out what is not sought; `keep` stays chosen."""
        keep = keep or (self.hand.id if self.hand else "")
        words = plain(self.sought).split()
        found = [each for each in self.choices if all(w in plain(each.name) for w in words)]
        if self.sort is Sort.NAME:
            found.sort(key=lambda each: plain(each.name))
        elif self.sort is Sort.QUESTIONS:
            found.sort(key=lambda each: -each.questions)
        elif self.sort is Sort.KNOWN:
            found.sort(key=lambda each: -(-1 if each.known is None else each.known))
        self.shown = tuple(found)
        ids = [each.id for each in found]
        self.chosen = ids.index(keep) if keep in ids else 0
        self._follow()

    def _follow(self) -> None:
        """Keep the chosen pass in sight, and have what is in sight read."""
        row = self.chosen // COLUMNS
        self.top = min(max(self.top, row - ROWS + 1), row)
        last = max(0, -(-len(self.shown) // COLUMNS) - ROWS)
        self.top = min(self.top, last)
        every = self.sort in (Sort.QUESTIONS, Sort.KNOWN)
        wanted = self.choices if every else self.shown[self.first : self.first + SHOWN]
        hand = self.hand
        unread = [each.id for each in wanted if not each.read and each is not hand]
        if hand is not None and not hand.read:
            unread.insert(0, hand.id)
        if unread:
            self.want(tuple(unread))

    @property
    def first(self) -> int:
        """The number of the first pass in sight."""
        return self.top * COLUMNS

    @property
    def hand(self) -> Choice | None:
        """The pack in hand; None where none is found."""
        return self.shown[self.chosen] if self.chosen < len(self.shown) else None

    @property
    def state(self) -> str:
        if self.typing:
            return "search"
        return "broken" if self.hand and self.hand.trouble else ""

    @property
    def pace(self) -> float:
        if self.age < theme.ENTER + 0.3:
            return SMOOTH
        return TICKING if self.waiting else STILL

    @property
    def waiting(self) -> bool:
        """Whether a pack that is wanted is still being read."""
        if self.news is None:
            return False
        every = self.sort in (Sort.QUESTIONS, Sort.KNOWN)
        wanted = self.choices if every else self.shown[self.first : self.first + SHOWN]
        return not all(choice.read for choice in wanted)

    def tick(self, dt: float) -> Done[Outcome] | None:
        if self.waiting and self.news is not None:
            self.choices = self.news()
            self.arrange()
        return None

    # -- what the player means --------------------------------------------

    def handle(self, meaning: Meaning) -> Done[Outcome] | None:
        if isinstance(meaning, Dropped) or (isinstance(meaning, Typed) and self._is_pack(meaning)):
            return Done(meaning)
        if self.typing and self._search(meaning):
            return None
        if meaning is Action.BACK:
            self.cues.append(Cue.BACK)
            return Done(None)
        if isinstance(meaning, Letter):
            return self._letter(meaning.letter)
        if meaning is Action.REMOVE:
            return self._errand(Job.REMOVE)
        return self._choose(meaning)

    def _is_pack(self, typed: Typed) -> bool:
        """Whether this is a pasted pack and no word to look for."""
        return "\n" in typed.text.strip() or not self.typing

    def _search(self, meaning: Meaning) -> bool:
        """Take what belongs to the search; whether it did."""
        if isinstance(meaning, Typed):
            # The key that began the search types its letter as well.
            if self.age > self.begun:
                kept = "".join(c for c in meaning.text if c.isprintable())
                self.sought = (self.sought + kept)[:LONGEST]
        elif meaning is Action.ERASE:
            self.sought = self.sought[:-1]
        elif meaning in (Action.BACK, Action.REMOVE):
            self.sought = ""
            self.typing = meaning is not Action.BACK
        else:
            return False
        self.arrange()
        return True

    def _letter(self, letter: str) -> Done[Outcome] | None:
        if letter in ("/", "f"):
            self.typing, self.begun = True, self.age
            self.cues.append(Cue.MOVE)
        elif letter == "s":
            sorts = list(Sort)
            self.sort = sorts[(sorts.index(self.sort) + 1) % len(sorts)]
            self.arrange()
            self.cues.append(Cue.MOVE)
        elif letter in ("p", "w", "o"):
            return self._errand(Job(letter))
        return None

    def _errand(self, job: Job) -> Done[Outcome] | None:
        hand = self.hand
        if hand is None or job not in self.jobs(hand):
            return None
        self.cues.append(Cue.CHOOSE)
        return Done(Errand(job, hand.id))

    def jobs(self, choice: Choice) -> tuple[Job, ...]:
        """What can be done with a pack."""
        problems = (Job.PROBLEMS,) if choice.problems else ()
        own = (Job.WORKBENCH, Job.FOLDER, Job.REMOVE) if choice.own else ()
        return (*problems, *own)

    def _choose(self, meaning: Meaning) -> Done[Outcome] | None:
        before, count = self.chosen, len(self.shown)
        if meaning in (Action.LEFT, Action.RIGHT):
            by = 1 if meaning is Action.RIGHT else -1
            self.chosen = min(max(self.chosen + by, 0), max(0, count - 1))
        else:
            self.chosen = moved(self.chosen, meaning, count, COLUMNS)
        if meaning in (Action.CONFIRM, Action.READY) or (
            isinstance(meaning, Choose) and meaning.index < count
        ):
            return self._take()
        if self.chosen != before:
            self.said = ""
            self._follow()
            self.cues.append(Cue.MOVE)
        return None

    def _take(self) -> Done[Outcome] | None:
        if self.hand is None or self.hand.trouble:
            self.cues.append(Cue.WRONG)
            return None
        self.cues.append(Cue.CHOOSE)
        return Done(self.hand.id)

    # -- the picture ------------------------------------------------------

    def draw(self, painter: Painter) -> None:
        painter.backdrop(painter.theme.quiet_backdrop)
        self._draw_head(painter)
        self._draw_rack(painter)
        if self.hand is not None:
            self._draw_hand(painter, self.hand)
        self._draw_foot(painter)
        hints = (
            ("↑ ↓ ← →", "look through", None),
            ("Enter", "take this pack", Action.CONFIRM),
            *((("/", "search", Letter("/")),) if not self.typing else ()),
            *((("S", "sort", Letter("s")),) if not self.typing else ()),
            ("Esc", "end the search" if self.typing else "back", Action.BACK),
        )
        draw_hints(painter, hints)

    def _draw_head(self, painter: Painter) -> None:
        look = painter.theme
        painter.text("Packs", Box(56, 26, 220, 60), theme.HEADING, look.accent_on_sky)
        count = len(self.choices)
        words = f"{count} on the rack, {self.sort.value}"
        painter.text(words, Box(56, 82, 420, 26), theme.SMALL, look.quiet_on_sky)
        if self.typing or self.sought:
            draw_search(painter, Box(488, 42, 360, 48), self.sought, caret=self.typing)

    def _draw_rack(self, painter: Painter) -> None:
        look = painter.theme
        if not self.shown:
            words = f"No pack is called “{self.sought}”."
            painter.text(words, GRID.inset(80, 160), theme.TAGLINE, look.on_sky, "centre")
            return
        for row, box in enumerate(GRID.rows(ROWS, 14)):
            start = self.first + row * COLUMNS
            if self.shown[start : start + COLUMNS]:
                draw_bar(painter, Box(box.x - 8, box.y, box.w + 16, 12))
            for column, cell in enumerate(box.columns(COLUMNS, 16)):
                if start + column < len(self.shown):
                    self._draw_pass(painter, cell, start + column)
        rows = -(-len(self.shown) // COLUMNS)
        if rows > ROWS:
            track = Box(GRID.right + 22, GRID.y + 20, 6, GRID.h - 40)
            painter.plate(track, look.panel_edge, cover=0.35, radius=3)
            tall = max(28.0, track.h * ROWS / rows)
            at = track.y + (track.h - tall) * self.top / (rows - ROWS)
            painter.plate(Box(track.x, at, track.w, tall), look.chosen_edge, radius=3)

    def _draw_pass(self, painter: Painter, cell: Box, number: int) -> None:
        choice = self.shown[number]
        tag = Tag(
            choice.name,
            choice.note,
            choice.card.band if choice.trouble else "YOURS" if choice.own else "ALL ACCESS",
            choice.known,
            own=choice.own,
            broken=bool(choice.trouble),
        )
        draw_tag(painter, cell, tag, chosen=number == self.chosen)
        painter.target(cell, Choose(number), Aim(number))

    def _draw_hand(self, painter: Painter, choice: Choice) -> None:
        look, share = painter.theme, eased(self.age, theme.ENTER)
        with painter.shown(dy=between(-30, 0, share)):
            draw_strap(painter, _LARGE.centre[0], _LARGE.y + 12, painter.view.y - 40)
            painter.shadow(_LARGE.inset(10), 24, 18)
            draw_pass(painter, _LARGE, choice.card)
        if choice.trouble:
            area = Box(_LARGE.x + 22, _LARGE.y + 232, _LARGE.w - 44, 180)
            painter.text(choice.trouble, area, theme.SMALL_STRONG, look.wrong_on_paper, "centre")
        jobs = self.jobs(choice)
        names = {
            Job.PROBLEMS: (
                "P",
                "1 problem" if choice.problems == 1 else f"{choice.problems} problems",
            ),
            Job.WORKBENCH: ("W", "workbench"),
            Job.FOLDER: ("O", "open folder"),
            Job.REMOVE: ("Del", "remove"),
        }
        rows = Box(_LARGE.x - 16, _LARGE.bottom + 14, _LARGE.w + 36, 76).grid(2, 2, 8, 6)
        for job, box in zip(jobs, rows, strict=False):
            meant = Action.REMOVE if job is Job.REMOVE else Letter(job.value)
            draw_key_row(painter, box, (*names[job], meant))

    def _draw_foot(self, painter: Painter) -> None:
        look = painter.theme
        words = self.said or (
            "Drop a pack on this window, or paste its text with Ctrl V."
            + (f" Your own packs: {self.where}" if self.where else "")
        )
        painter.text(words, Box(56, 632, 1168, 26), theme.SMALL, look.quiet_on_sky)

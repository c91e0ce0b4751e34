"""The host's desk: who is at the table, in which order, and with how many points."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from game.rules.house import MOST_PEOPLE
from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.scenes.table.changes import (
    Change,
    Correct,
    Join,
    Leave,
    Person,
    Reorder,
    Return,
    Skip,
    Undo,
)
from game.scenes.table.deeds import about_person, about_table, can_leave
from game.ui import theme
from game.ui.actions import AGREE, Action, Aim, Choose, Letter, Meaning, Typed
from game.ui.entries import NameEntry, PointsEntry
from game.ui.layout import Box
from game.ui.motion import between, eased
from game.ui.props.desk import Chair, Deed, NewChair, draw_chairs, draw_deeds
from game.ui.props.hints import Hint, draw_hints
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter

__all__ = [
    "Change",
    "Correct",
    "Join",
    "Leave",
    "Person",
    "Reorder",
    "Return",
    "Skip",
    "TableScene",
    "Undo",
]

LIST = Box(72, 134, 560, 516)
DEEDS = Box(668, 134, 540, 516)
# A second press means "sure" only after so many seconds: keys bounce, and so do children.
SURE = 0.4


class Mode(Enum):
    """What the keys are about."""

    LOOK = ""
    ORDER = "order"
    SCORE = "score"
    NAME = "name"


_OPENS = {"N": Mode.NAME, "C": Mode.SCORE, "O": Mode.ORDER}


class TableScene(Scene[Change | None]):
    """Results in one change, or in None when the desk is left.

    With `teams` (their names) the people are members, each with its `team` and the team's score;
    `Person.seat` then is whatever tells a member from the others, say the place in `people`: it
    comes back in Leave and Return. Members have no order. `can_undo` says what would be undone
    ("Mia’s answer in round 3"), `join_score` is what a new player starts with.
    """

    name: ClassVar[str] = "table"
    deaf: ClassVar[float] = 0.4

    def __init__(
        self,
        people: tuple[Person, ...],
        can_undo: str = "",
        can_skip: bool = False,
        can_join: bool = True,
        teams: tuple[str, ...] = (),
        join_score: int = 0,
    ) -> None:
        super().__init__()
        self.people, self.teams, self.join_score = people, teams, join_score
        self.can_undo, self.can_skip, self.can_join = can_undo, can_skip, can_join
        self.mode = Mode.LOOK
        self.order = list(range(len(people)))
        self.chosen = 0
        # The deed in focus; None while the people are.
        self.spot: int | None = None
        # The key of a deed that was asked for once, and when, by the scene's age.
        self.armed, self.armed_at = "", 0.0
        self.points, self.entry, self.team = PointsEntry(0), NameEntry(), 0
        # When a line to type into was opened, by the scene's age.
        self.opened_at = 0.0
        self.said = ""

    @property
    def state(self) -> str:
        return "sure" if self.armed else self.mode.value

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < theme.ENTER + 0.3 else STILL

    @property
    def person(self) -> Person:
        """Whom it is about."""
        return self.people[self.chosen]

    @property
    def can_leave(self) -> bool:
        """Whether the person can drop out: enough would stay."""
        return can_leave(self.person, self.people)

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """What can be done: first for the person chosen, then for the table."""
        return (*self.about_person, *self.about_table)

    @property
    def about_person(self) -> tuple[Deed, ...]:
        """What can be done for the person chosen."""
        return about_person(self.person, self.people, self.teams, self.armed)

    @property
    def about_table(self) -> tuple[Deed, ...]:
        """What can be done for the table."""
        joins = self._start if self.can_join else ""
        full = len(self.people) >= MOST_PEOPLE
        return about_table(joins, self.can_undo, self.armed, full=full, skips=self.can_skip)

    @property
    def _start(self) -> str:
        if self.teams:
            return "plays for the team of your choice"
        return f"starts with the table’s average, {self.join_score:,} points"

    # -- meanings ---------------------------------------------------------

    def handle(self, meaning: Meaning) -> Done[Change | None] | None:
        if self.mode is Mode.ORDER:
            return self._arrange(meaning)
        if isinstance(meaning, Typed) and self.age <= self.opened_at:
            # The key that opened the line types its letter as well.
            return None
        if self.mode is Mode.SCORE:
            return self._enter_score(meaning)
        if self.mode is Mode.NAME:
            return self._enter_name(meaning)
        return self._look(meaning)

    def _look(self, meaning: Meaning) -> Done[Change | None] | None:
        if meaning is Action.BACK:
            self.cues.append(Cue.BACK)
            was, self.armed = self.armed, ""
            return None if was else Done(None)
        if isinstance(meaning, Letter):
            return self._do(meaning.letter.upper())
        if meaning in AGREE and self.spot is not None:
            return self._do(self.deeds[self.spot].key)
        if isinstance(meaning, Choose):
            self._choose(meaning.index)
        elif isinstance(meaning, Aim):
            self._focus(min(meaning.index, len(self.deeds) - 1))
        elif meaning in (Action.RIGHT, *AGREE):
            self.armed = ""
            self._focus(0 if self.spot is None else self.spot)
        elif meaning is Action.LEFT:
            self._focus(None)
        elif meaning in (Action.NEXT, Action.PREVIOUS):
            self._focus(0 if self.spot is None else None)
        elif meaning in (Action.UP, Action.DOWN):
            self._step(1 if meaning is Action.DOWN else -1)
        return None

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self.people):
            self.chosen = self.order[place]
            self.spot, self.armed, self.said = None, "", ""
            self.cues.append(Cue.MOVE)

    def _focus(self, spot: int | None) -> None:
        if spot != self.spot:
            self.spot, self.said = spot, ""
            if spot is None or self.deeds[spot].key != self.armed:
                self.armed = ""
            self.cues.append(Cue.MOVE)

    def _step(self, by: int) -> None:
        if self.spot is not None:
            self._focus((self.spot + by) % len(self.deeds))
        else:
            self._choose((self.order.index(self.chosen) + by) % len(self.people))

    def _do(self, key: str) -> Done[Change | None] | None:
        deed = next((each for each in self.deeds if each.key == key), None)
        if deed is None:
            return None
        self.said = ""
        if deed.off:
            self.armed = ""
            self.said = f"{deed.title}: {deed.note}."
            self.cues.append(Cue.WRONG)
            return None
        if key in _OPENS:
            self._open(_OPENS[key])
            return None
        if deed.title == "Come back":
            return self._end(Return(self.person.seat))
        return self._ask_sure(key)

    def _ask_sure(self, key: str) -> Done[Change | None] | None:
        if self.armed != key:
            self.armed, self.armed_at = key, self.age
            self.spot = [each.key for each in self.deeds].index(key)
            self.cues.append(Cue.MOVE)
            return None
        if self.age - self.armed_at < SURE:
            return None
        ends: dict[str, Change] = {"D": Leave(self.person.seat), "U": Undo(), "S": Skip()}
        return self._end(ends[key])

    def _open(self, mode: Mode) -> None:
        self.mode, self.opened_at, self.armed, self.said = mode, self.age, "", ""
        self.typing = mode in (Mode.SCORE, Mode.NAME)
        self.points, self.entry = PointsEntry(self.person.score), NameEntry()
        if mode is Mode.LOOK:
            self.order = list(range(len(self.people)))
        self.cues.append(Cue.BACK if mode is Mode.LOOK else Cue.CHOOSE)

    def _end(self, change: Change) -> Done[Change | None]:
        self.cues.append(Cue.LOCK)
        return Done(change)

    def _arrange(self, meaning: Meaning) -> Done[Change | None] | None:
        """Move the person chosen up and down."""
        if meaning is Action.BACK:
            self._open(Mode.LOOK)
        elif meaning in AGREE or meaning == Letter("o"):
            if self.order != sorted(self.order):
                return self._end(Reorder(tuple(self.people[each].seat for each in self.order)))
            self._open(Mode.LOOK)
        elif isinstance(meaning, Choose):
            self._choose(meaning.index)
        elif meaning in (Action.UP, Action.DOWN):
            here = self.order.index(self.chosen)
            there = here + (1 if meaning is Action.DOWN else -1)
            if 0 <= there < len(self.order):
                self.order[here], self.order[there] = self.order[there], self.order[here]
                self.cues.append(Cue.MOVE)
        return None

    def _enter_score(self, meaning: Meaning) -> Done[Change | None] | None:
        if self.points.take(meaning):
            self.cues.append(Cue.MOVE)
        elif meaning is Action.CONFIRM and self.points.change:
            seat = self._mark(self.person)
            return self._end(Correct(seat, self.points.change))
        else:
            self._leave_entry(meaning)
        return None

    def _enter_name(self, meaning: Meaning) -> Done[Change | None] | None:
        if self.entry.take(meaning):
            self.said = ""
        elif self.teams and meaning in (Action.NEXT, Action.DOWN, Action.RIGHT):
            self.team = (self.team + 1) % len(self.teams)
        elif self.teams and meaning in (Action.PREVIOUS, Action.UP, Action.LEFT):
            self.team = (self.team - 1) % len(self.teams)
        elif meaning is Action.CONFIRM and self.entry.name:
            return self._join(self.entry.name)
        else:
            self._leave_entry(meaning)
        return None

    def _join(self, name: str) -> Done[Change | None] | None:
        if name.casefold() in {each.name.casefold() for each in self.people}:
            self.said = f"There is a {name} already: add a letter."
            self.cues.append(Cue.WRONG)
            return None
        return self._end(Join(name, self.team if self.teams else None))

    def _leave_entry(self, meaning: Meaning) -> None:
        """Esc, Enter on nothing, or a click elsewhere: nothing is changed."""
        if meaning in (Action.BACK, Action.CONFIRM):
            self._open(Mode.LOOK)
        elif isinstance(meaning, Choose):
            self._open(Mode.LOOK)
            self._choose(meaning.index)
        elif isinstance(meaning, Letter):
            self._open(Mode.LOOK)
            self._do(meaning.letter.upper())

    # -- the picture ------------------------------------------------------

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        painter.text("The table", Box(72, 30, 560, 56), theme.HEADING, look.accent_on_sky)
        colour = look.accent_on_sky if self.said else look.on_sky
        painter.text(self._about, Box(72, 86, 1136, 32), theme.BODY, colour)
        share = eased(self.age, theme.ENTER)
        with painter.shown(fade=share, dy=between(16, 0, share)):
            self._draw_people(painter)
            self._draw_deeds(painter)
        draw_hints(painter, self._hints)

    @property
    def _about(self) -> str:
        if self.said:
            return self.said
        if self.mode is Mode.ORDER:
            return f"Up and down move {self.person.name}. Everyone answers in this order."
        if self.mode is Mode.SCORE:
            return "Points to give or, with a minus, to take; no score falls below 0."
        if self.mode is Mode.NAME:
            return "Type the newcomer’s name."
        return "Who plays, in which order, and with how many points."

    @property
    def _hints(self) -> tuple[Hint, ...]:
        enter, back = Action.CONFIRM, Action.BACK
        if self.mode is Mode.ORDER:
            moves = ("↑ ↓", "move", None)
            return (moves, ("Enter", "keep this order", enter), ("Esc", "as it was", back))
        if self.mode is Mode.SCORE:
            sign: Hint = ("−", "give or take", Typed("-"))
            tens = ("← →", "ten fewer, ten more", None)
            end = (("Enter", "set it", enter), ("Esc", "as it was", back))
            return (tens, ("0–9", "points", None), sign, *end)
        if self.mode is Mode.NAME:
            team = (("Tab", "another team", Action.NEXT),) if self.teams else ()
            return (*team, ("Enter", "join", enter), ("Esc", "not now", back))
        ways = ("← →", "people and what to do", None)
        act = ("Enter", "do it", enter)
        return (("↑ ↓", "choose", None), ways, act, ("Esc", "back", back))

    def _draw_people(self, painter: Painter) -> None:
        adding, place = self.mode is Mode.NAME, self.order.index(self.chosen)
        chairs = [self._chair(self.people[index]) for index in self.order]
        if self.mode is Mode.ORDER:
            chairs[place] = replace(chairs[place], moving=True)
        note = f"plays for {self.teams[self.team]}" if self.teams else self._start
        new = NewChair(self._free_mark(), self.entry.typed, note) if adding else None
        draw_chairs(painter, LIST, chairs, None if adding else place, new)

    def _draw_deeds(self, painter: Painter) -> None:
        about = self._chair(self.person), self.about_person, self.about_table
        busy = next((key for key, mode in _OPENS.items() if mode is self.mode), "")
        keys = [deed.key for deed in self.deeds]
        lit = keys.index(busy) if busy in keys else self.spot
        entering = self.points if self.mode is Mode.SCORE else busy
        draw_deeds(painter, DEEDS, about, lit, entering)

    def _chair(self, person: Person) -> Chair:
        team = self.teams[person.team] if self.teams and person.team is not None else ""
        note = " · ".join(part for part in (team, "dropped out" if person.out else "") if part)
        return Chair(self._mark(person), person.name, note, person.score, person.out)

    def _mark(self, person: Person) -> int:
        return person.team if self.teams and person.team is not None else person.seat

    def _free_mark(self) -> int:
        taken = {person.seat for person in self.people}
        free = next(seat for seat in range(len(taken) + 1) if seat not in taken)
        return self.team if self.teams else free

"""The lobby of a party: who plays tonight, by which house rules, and for how long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from game.rules.estimate import night_length
from game.rules.house import FEWEST, MOST, USUAL, House, preset_of
from game.rules.rider import turned
from game.scenes.lobby.draft import Draft, Table, Team, seated
from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.ui import theme
from game.ui.actions import Action, Choose, Meaning, Recall, Typed
from game.ui.layout import Box
from game.ui.lineup import SEATS, SIDE, Lineup
from game.ui.motion import between, eased
from game.ui.props.hints import Hint, draw_hints
from game.ui.props.outlook import draw_outlook, draw_start
from game.ui.props.rider import Clause, Places, draw_rider
from game.ui.props.wristbands import Column, draw_column
from game.ui.sound import Cue
from game.ui.steps import Steps

if TYPE_CHECKING:
    from game.ui.painter import Painter

__all__ = ["ARROW", "RULE", "START", "TAG", "CheckKeys", "LobbyScene", "Start", "Table", "Team"]

# The things of the scene are the places of the line-up (so that a digit finds its seat), and these.
START, RULE, ARROW, TAG = SEATS, 10, 40, 70
_LEFT, _RIGHT, _FOOT = Box(56, 92, 560, 484), Box(644, 92, 580, 484), Box(56, 590, 1168, 66)


@dataclass(frozen=True, slots=True)
class Start:
    """The night begins."""

    table: Table


@dataclass(frozen=True, slots=True)
class CheckKeys:
    """It is to be seen whether this keyboard can report everyone's keys at once."""

    table: Table


class LobbyScene(Scene[Start | CheckKeys | None]):
    """Results in a table that starts or wants its keys checked, or in None for going back.

    `tables` are those of other nights, latest first, and come back at one press. `estimate` gives
    the seconds of a night by these rules with so many seats. `board` says how the key check went.
    `teams` are those of the last night, and keep their members. Only clicks count here, not where
    the pointer rests: that must not lead typing astray.
    """

    name: ClassVar[str] = "lobby"
    # A double press on the way here must not start the night.
    deaf: ClassVar[float] = 0.3

    def __init__(
        self,
        names: tuple[str, ...] = (),
        house: House = USUAL,
        tables: tuple[tuple[str, ...], ...] = (),
        estimate: Callable[[House, int], float] = night_length,
        board: str = "",
        teams: tuple[Team, ...] = (),
    ) -> None:
        super().__init__()
        self.steps = Steps(Draft(seated(names, teams), house))
        self.tables = tables
        self.estimate, self.board = estimate, board
        self.own = None if preset_of(house) else house
        ready = len(self.draft.lineup.names) >= FEWEST
        self.chosen = START if ready else len(self.draft.lineup.lines)
        # Where the two columns were left, and which of them last: Tab and the arrows come back.
        self.line, self.row, self.ruling = 0, RULE, False
        self.typing = self._writes

    @property
    def draft(self) -> Draft:
        return self.steps.now

    @property
    def table(self) -> Table:
        """The table as it stands, whether or not it can start."""
        return self.draft.table

    @property
    def trouble(self) -> str:
        """Why the night cannot start yet; empty where it can."""
        return self.draft.trouble

    @property
    def state(self) -> str:
        return "short" if self.trouble else "ready"

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < theme.ENTER + 0.4 else STILL

    @property
    def clauses(self) -> dict[str, Clause]:
        """The lines of the rider, by what they set."""
        return self.draft.clauses

    # -- what the player means --------------------------------------------------------

    def handle(self, meaning: Meaning) -> Done[Start | CheckKeys | None] | None:
        if meaning is Action.BACK:
            self.cues.append(Cue.BACK)
            return Done(None)
        done = None
        if isinstance(meaning, Typed):
            self._write(meaning.text)
        elif isinstance(meaning, Recall):
            self._recall(meaning.index)
        elif isinstance(meaning, Choose):
            done = self._press(meaning.index)
        elif isinstance(meaning, Action):
            done = self._act(meaning)
        self.typing = self._writes
        return done

    def _act(self, action: Action) -> Done[Start | CheckKeys | None] | None:
        match action:
            case Action.CONFIRM | Action.READY:
                return self._agree()
            case Action.UP | Action.DOWN:
                self._step(1 if action is Action.DOWN else -1)
            case Action.NEXT | Action.PREVIOUS:
                self._across(1 if action is Action.NEXT else -1)
            case Action.LEFT | Action.RIGHT:
                self._sideways(1 if action is Action.RIGHT else -1)
            case Action.RAISE | Action.LOWER:
                self._shift(1 if action is Action.LOWER else -1)
            case Action.ERASE:
                self._write(None)
            case Action.REMOVE:
                self._remove()
            case Action.UNDO:
                self._undo()
            case _:
                pass
        return None

    def _agree(self) -> Done[Start | CheckKeys | None] | None:
        """Enter: starts, turns a rule, or goes on to the next name."""
        if self.chosen == START:
            return self._start()
        if RULE <= self.chosen < SIDE:
            return self._take(self.chosen - RULE)
        lineup = self.draft.lineup
        if self.chosen >= SIDE:
            self._aim(self.chosen + 1 if self.chosen - SIDE + 1 < lineup.count else 0)
        elif lineup.at(self.chosen).strip() and self.chosen < SEATS - 1:
            self._aim(self.chosen + 1)
        elif len(lineup.names) >= FEWEST:
            # Only a second press starts: nobody begins a night by one Enter too many.
            self._aim(START)
        else:
            self.cues.append(Cue.WRONG)
        return None

    def _press(self, index: int) -> Done[Start | CheckKeys | None] | None:
        """A click on a thing, or the digit of a seat."""
        clauses, lineup = tuple(self.clauses.values()), self.draft.lineup
        if index == START:
            self._aim(START)
            return self._start()
        if index < SEATS:
            self._aim(min(index, len(lineup.lines)))
        elif SIDE <= index < SIDE + lineup.count and self.draft.in_teams:
            self._aim(index)
        elif RULE <= index < RULE + len(clauses):
            self._aim(index)
            return None if clauses[index - RULE].turns else self._take(index - RULE)
        elif ARROW <= index < ARROW + 2 * len(clauses):
            row, on = divmod(index - ARROW, 2)
            self._aim(RULE + row)
            self._turn(row, 1 if on else -1)
        elif TAG <= index < TAG + len(lineup.lines):
            self._aim(index - TAG)
            self._sideways(1)
        return None

    def _start(self) -> Done[Start | CheckKeys | None] | None:
        if not self.trouble:
            self.cues.append(Cue.CHOOSE)
            return Done(Start(self.table))
        # There it can be put right: where a name is missing, or one too many, or on no good side.
        count, most = len(self.draft.lineup.lines), MOST[self.draft.house.way]
        short, over = len(self.table.names) < FEWEST, count > most
        self._aim(count if short else most if over else 0)
        self.cues.append(Cue.WRONG)
        return None

    def _take(self, row: int) -> Done[Start | CheckKeys | None] | None:
        name = tuple(self.clauses)[row]
        if name == "keys":
            self.cues.append(Cue.CHOOSE)
            return Done(CheckKeys(self.table))
        self._turn(row, 1, round_again=True)
        return None

    # -- moving about -----------------------------------------------------------------

    @property
    def _writes(self) -> bool:
        """Whether the letter keys write into the line in hand."""
        return self.chosen < SEATS or self.chosen >= SIDE

    def _step(self, by: int) -> None:
        """Up or down the column in hand; its end leads to the start, and that round again."""
        if self.ruling:
            stops = [*range(RULE, RULE + len(self.clauses)), START]
        else:
            last = self.draft.lineup.nearest(SEATS, sides=False)
            stops = [*([SIDE] if self.draft.in_teams else []), *range(last + 1), START]
        now = min(SIDE, self.chosen)
        self._aim(stops[(stops.index(now) + by) % len(stops)])

    def _across(self, by: int) -> None:
        """From names to rules to the start, and round."""
        places = [self.line, self.row, START]
        now = 2 if self.chosen == START else int(self.ruling)
        self._aim(places[(now + by) % 3])

    def _sideways(self, by: int) -> None:
        """Turns the rule in hand, or the player's team; elsewhere goes to the other column."""
        lineup = self.draft.lineup
        if RULE <= self.chosen < SIDE:
            self._turn(self.chosen - RULE, by)
        elif self.chosen >= SIDE:
            self._hold(max(SIDE, self.chosen + by))
        elif self.chosen == START:
            self._aim(self.row if by > 0 else self.line)
        elif self.draft.in_teams:
            self._seat(lineup.turned(self.chosen, by))
        elif by > 0:
            self._aim(self.row)

    def _aim(self, place: int) -> None:
        """Take another thing in hand; a line left empty closes up."""
        if place == self.chosen:
            return
        closed = self.draft.lineup.closed(self.chosen)
        if closed != self.draft.lineup:
            self.steps.tidy(replace(self.draft, lineup=closed))
            place -= self.chosen < place < SEATS
        self.steps.rest()
        self._hold(place)
        self.cues.append(Cue.MOVE)

    def _hold(self, place: int) -> None:
        """Have `place` in hand, or what is nearest to it now."""
        if RULE <= place < SIDE:
            place = min(place, RULE + len(self.clauses) - 1)
        elif place != START:
            place = self.draft.lineup.nearest(place, sides=self.draft.in_teams)
        self.chosen = place
        if place != START:
            self.ruling = RULE <= place < SIDE
            self.line, self.row = (self.line, place) if self.ruling else (place, self.row)

    # -- changing what stands here ------------------------------------------------------

    def _change(self, draft: Draft) -> None:
        """One step, which can be taken back."""
        changes = self.steps.take(draft)
        self.cues.append(Cue.MOVE if changes else Cue.WRONG)
        if preset_of(draft.house) is None:
            self.own = draft.house
        self._hold(self.chosen)

    def _seat(self, lineup: Lineup) -> None:
        self._change(replace(self.draft, lineup=lineup))

    def _undo(self) -> None:
        self.cues.append(Cue.BACK if self.steps.back() else Cue.WRONG)
        self._hold(self.chosen)

    def _write(self, text: str | None) -> None:
        """Letters for the line in hand, or (None) one of them rubbed out."""
        lineup = self.draft.lineup
        if self._writes and (after := lineup.edited(self.chosen, text)) != lineup:
            self.steps.write(replace(self.draft, lineup=after))

    def _remove(self) -> None:
        if self._writes:
            self._seat(self.draft.lineup.emptied(self.chosen))

    def _shift(self, by: int) -> None:
        """The player in hand changes places with a neighbour, and stays in hand."""
        before = self.draft.lineup
        if self.chosen < SEATS:
            self._seat(before.moved(self.chosen, by))
        if self.draft.lineup != before:
            self._hold(self.chosen + by)

    def _recall(self, index: int) -> None:
        """A table of another night sits down."""
        if index < len(self.tables):
            seated = replace(self.draft.lineup, lines=Lineup.of(self.tables[index]).lines)
            if seated != self.draft.lineup:
                self._seat(seated)
            self._hold(START)

    def _turn(self, row: int, by: int, *, round_again: bool = False) -> None:
        draft, name = self.draft, tuple(self.clauses)[row]
        if name == "teams":
            self._seat(draft.lineup.counted(by, round_again=round_again))
        elif name != "keys":
            house = turned(draft.house, name, by, self.own, round_again=round_again)
            self._change(replace(draft, house=house))

    # -- how it looks -------------------------------------------------------------------

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        heading = Box(_LEFT.x, 24, _LEFT.w, 58)
        painter.text("Who plays tonight?", heading, theme.HEADING, look.accent_on_sky)
        heading = Box(_RIGHT.x, 24, _RIGHT.w, 58)
        painter.text("House rules", heading, theme.HEADING, look.accent_on_sky)
        teams, most = self.draft.in_teams, MOST[self.draft.house.way]
        left = Column(self.draft.lineup, self.chosen, teams, SEATS if teams else most, TAG)
        draw_column(painter, _LEFT, left, self.tables, self.age)
        share = eased(self.age, theme.ENTER, 0.1)
        with painter.shown(fade=share, dx=between(40, 0, share)):
            clauses = self.clauses
            chosen = self.chosen - RULE if RULE <= self.chosen < SIDE else None
            note = self.board if self.draft.house.shared else ""
            places = Places(RULE, ARROW)
            draw_rider(painter, _RIGHT, tuple(clauses.values()), places, chosen, note)
        self._draw_foot(painter)
        draw_hints(painter, self._hints())

    def _draw_foot(self, painter: Painter) -> None:
        house, table, trouble = self.draft.house, self.table, self.trouble
        seats, who = max(len(table.names), FEWEST), "players"
        if table.teams:
            seats, who = len(table.teams), "teams"
        questions = house.rounds * (1 if house.shared else seats)
        sums = f"{seats} {who} · {house.rounds} rounds · {questions} questions"
        draw_outlook(painter, _FOOT.left_part(_LEFT.w), self.estimate(house, seats), sums)
        right, words = _FOOT.right_part(_RIGHT.w), trouble or f"Start with {seats} {who}"
        draw_start(painter, right, words, START, ready=not trouble, chosen=self.chosen == START)

    def _hints(self) -> tuple[Hint, ...]:
        back: Hint = ("Esc", "back", Action.BACK)
        undo: tuple[Hint, ...] = (("Ctrl Z", "undo", Action.UNDO),) if self.steps.any else ()
        if self.chosen == START:
            start: Hint = ("Enter", "start", Action.CONFIRM)
            names: Hint = ("←", "names", Action.LEFT)
            return (start, names, ("→", "house rules", Action.RIGHT), *undo, back)
        if RULE <= self.chosen < SIDE:
            move: Hint = ("↑ ↓", "choose", None)
            turn: Hint = ("← →", "change", Action.RIGHT)
            if tuple(self.clauses)[self.chosen - RULE] == "keys":
                turn = ("Enter", "try it", Action.CONFIRM)
            return (move, turn, ("Tab", "to the start", Action.NEXT), *undo, back)
        rules: Hint = ("Tab", "house rules", Action.NEXT)
        if self.chosen >= SIDE:
            pick: Hint = ("← →", "another team", Action.RIGHT)
            return (pick, ("Del", "usual name", Action.REMOVE), rules, *undo, back)
        if self.chosen >= len(self.draft.lineup.lines):
            enter = (("Enter", "done", Action.CONFIRM),) if self.state == "ready" else ()
            return (*enter, ("↑ ↓", "other names", None), rules, *undo, back)
        team: tuple[Hint, ...] = (("← →", "team", Action.RIGHT),) if self.draft.in_teams else ()
        last = self.chosen == SEATS - 1
        next_name: Hint = ("Enter", "done" if last else "next name", Action.CONFIRM)
        order: Hint = ("Shift ↑ ↓", "move", None)
        return (next_name, *team, order, ("Del", "out", Action.REMOVE), rules, *undo, back)

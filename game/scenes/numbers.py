"""The numbers: what is known, what was played, what was best, and the jacket; a tab for each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.ui import theme
from game.ui.actions import Action, Aim, Choose, Letter, Meaning
from game.ui.layout import Box, around
from game.ui.motion import between, eased
from game.ui.props.hints import draw_hints
from game.ui.props.jacket import Badge, draw_jacket, draw_patch_note
from game.ui.props.sheet import Sheet, draw_invitation, draw_sheet
from game.ui.props.stubs import Stub, draw_stub
from game.ui.props.tabs import HEIGHT, draw_tabs
from game.ui.props.trophies import Trophy, draw_framed, draw_plaque
from game.ui.props.wall import MOST_SLEEVES, Fill, Sleeve, draw_sleeve, draw_wall
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter

PAGE = Box(56, 106, 1168, 520)
SIDE = PAGE.right_part(328)
MAIN = PAGE.left_part(816)
STRIP = Box(56, 634, 1168, 32)
STUBS, FRAMES, PLAQUES = 8, 3, 4
# Things that the pointer rests on are counted from here: lower numbers are tabs.
POINTED = 100


class Tab(Enum):
    """The pages, in their order."""

    WALL = "The wall"
    NIGHTS = "Nights"
    BEST = "Best"
    JACKET = "Jacket"


class Next(Enum):
    """What the scene ends with."""

    EXPORT = "export"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Wall:
    """A pack's wall: one place for each of its facts, those known best first."""

    title: str
    sleeves: tuple[Sleeve, ...]

    def count(self, fill: Fill) -> int:
        """How many places are filled so."""
        return sum(sleeve.fill == fill for sleeve in self.sleeves)

    @property
    def due(self) -> int:
        """How many are due for practice now."""
        return sum(sleeve.flag for sleeve in self.sleeves)

    @property
    def share(self) -> int:
        """Percent known by heart, never rounded up to all."""
        return 100 * self.count("full") // max(1, len(self.sleeves))

    @property
    def figures(self) -> tuple[tuple[str, int], ...]:
        return (
            ("By heart", self.count("full")),
            ("Shaky", self.count("half")),
            ("Never seen", self.count("empty")),
            ("Due now", self.due),
        )


@dataclass(frozen=True, slots=True)
class Numbers:
    """All that the pages show: newest nights first, best nights by points."""

    walls: tuple[Wall, ...]
    nights: tuple[Stub, ...]
    best: tuple[Trophy, ...]
    totals: tuple[tuple[str, str], ...]
    days: int
    badges: tuple[Badge, ...]


class NumbersScene(Scene[Next]):
    """Results in EXPORT or BACK; shown again after an export, with `said`.

    Left, right, Tab and the digits change the page, up and down look through it.
    """

    name: ClassVar[str] = "numbers"

    def __init__(self, numbers: Numbers, wall: int = 0, tab: Tab = Tab.WALL) -> None:
        super().__init__()
        self.numbers, self.tab = numbers, tab
        self.at = dict.fromkeys(Tab, 0)
        self.at[Tab.WALL] = min(wall, max(0, len(numbers.walls) - 1))
        sewn = (at for at, badge in enumerate(numbers.badges) if badge.sewn)
        self.at[Tab.JACKET] = next(sewn, 0)
        self.pointed: int | None = None
        self.said = ""
        self.turned = 0.0

    @property
    def state(self) -> str:
        return self.tab.name.lower()

    @property
    def pace(self) -> float:
        return SMOOTH if self.age - self.turned < 1.2 else STILL

    @property
    def last(self) -> int:
        """The largest number that the page in hand can stand at."""
        numbers = self.numbers
        most = {
            Tab.WALL: len(numbers.walls) - 1,
            Tab.NIGHTS: len(numbers.nights) - STUBS,
            Tab.BEST: len(numbers.best) - FRAMES - PLAQUES,
            Tab.JACKET: len(numbers.badges) - 1,
        }
        return max(0, most[self.tab])

    def handle(self, meaning: Meaning) -> Done[Next] | None:
        if meaning is Action.BACK:
            self.cues.append(Cue.BACK)
            return Done(Next.BACK)
        if meaning == Letter("e"):
            self.cues.append(Cue.CHOOSE)
            return Done(Next.EXPORT)
        tabs = list(Tab)
        if isinstance(meaning, Choose) and meaning.index < len(tabs):
            self._turn(tabs[meaning.index])
        elif meaning in (Action.LEFT, Action.RIGHT, Action.NEXT, Action.PREVIOUS):
            by = 1 if meaning in (Action.RIGHT, Action.NEXT) else -1
            self._turn(tabs[(tabs.index(self.tab) + by) % len(tabs)])
        elif meaning in (Action.UP, Action.DOWN):
            self._look(1 if meaning is Action.DOWN else -1)
        elif isinstance(meaning, Aim) and meaning.index >= POINTED:
            self._point(meaning.index - POINTED)
        return None

    def _turn(self, tab: Tab) -> None:
        if tab is not self.tab:
            self.tab, self.pointed, self.said = tab, None, ""
            self.turned = self.age
            self.cues.append(Cue.MOVE)

    def _look(self, by: int) -> None:
        """The next pack, line or patch; packs go round, the rest ends at its ends."""
        here, whole = self.at[self.tab] + by, self.last + 1
        round_about = self.tab in (Tab.WALL, Tab.JACKET)
        there = here % whole if round_about else min(max(here, 0), self.last)
        if there != self.at[self.tab]:
            self.at[self.tab], self.pointed, self.said = there, None, ""
            if self.tab is Tab.WALL:
                self.turned = self.age
            self.cues.append(Cue.MOVE)

    def _point(self, number: int) -> None:
        if self.tab is Tab.JACKET and number <= self.last:
            self.at[Tab.JACKET], self.said = number, ""
        elif self.tab is Tab.WALL:
            self.pointed, self.said = number, ""

    # -- the pages --------------------------------------------------------

    def draw(self, painter: Painter) -> None:
        look = painter.theme
        painter.backdrop(look.quiet_backdrop)
        painter.text("Numbers", Box(56, 26, 300, 60), theme.HEADING, look.accent_on_sky)
        names = [tab.value for tab in Tab]
        chosen = list(Tab).index(self.tab)
        draw_tabs(painter, Box(420, 86 - HEIGHT, 804, HEIGHT), names, chosen)
        enter = eased(self.age - self.turned, theme.ENTER)
        with painter.shown(fade=enter, dy=between(14, 0, enter)):
            page = {
                Tab.WALL: self._draw_wall,
                Tab.NIGHTS: self._draw_nights,
                Tab.BEST: self._draw_best,
                Tab.JACKET: self._draw_jacket,
            }[self.tab]
            words, pages = page(painter)
        self._draw_strip(painter, self.said or words, pages)
        through = {Tab.WALL: "packs", Tab.JACKET: "patches"}.get(self.tab, "scroll")
        hints = (
            ("← →", "pages", None),
            *(((("↑ ↓", through, None)),) if self.last else ()),
            ("E", "save as a table", Letter("e")),
            ("Esc", "back", Action.BACK),
        )
        draw_hints(painter, hints)

    def _draw_wall(self, painter: Painter) -> tuple[str, str]:
        look, walls = painter.theme, self.numbers.walls
        if not walls:
            draw_invitation(painter, PAGE, "moments/road", "No pack to learn", _NO_PACK)
            return "", ""
        at = self.at[Tab.WALL]
        wall = walls[at]
        painter.plate(MAIN, look.paper, radius=10, shadow=True)
        inside, age = MAIN.inset(18, 18), self.age - self.turned
        stands = draw_wall(painter, inside, wall.sleeves, POINTED, age)
        seen = wall.count("full") + wall.count("half")
        foot = _SOUNDCHECK if wall.due else "" if seen else _FIRST_RECORDS
        if stands > 1:
            foot = f"Each record stands for {stands} facts."
        lines = tuple((name, str(value)) for name, value in wall.figures)
        sheet = Sheet(
            f"{len(wall.sleeves)} FACTS", wall.title, f"{wall.share} %", "by heart", lines, foot
        )
        boxes = draw_sheet(painter, SIDE, sheet, indent=48)
        samples = (Sleeve("full"), Sleeve("half"), Sleeve("empty"), Sleeve("empty", flag=True))
        for box, sample in zip(boxes, samples, strict=True):
            spot = around(box.x + 18, box.centre[1] + 1, 32, 32)
            draw_sleeve(painter, spot, sample, dense=len(wall.sleeves) > MOST_SLEEVES)
        pointed = self.pointed is not None and self.pointed < len(wall.sleeves)
        words = wall.sleeves[self.pointed or 0].words if pointed else ""
        if not words and seen:
            words = "Point at a record to read what it holds."
        return words, f"pack {at + 1} of {len(walls)}" if len(walls) > 1 else ""

    def _draw_nights(self, painter: Painter) -> tuple[str, str]:
        nights, first = self.numbers.nights, self.at[Tab.NIGHTS]
        if not nights:
            draw_invitation(painter, PAGE, "moments/stage", "The stage is yours", _NO_NIGHT)
            return "", ""
        rows = Box(PAGE.x, PAGE.y, PAGE.w, PAGE.h).rows(STUBS, 7)
        for stub, box in zip(nights[first : first + STUBS], rows, strict=False):
            draw_stub(painter, box, stub)
        last = min(first + STUBS, len(nights))
        return "", f"{first + 1} to {last} of {len(nights)}" if self.last else ""

    def _draw_best(self, painter: Painter) -> tuple[str, str]:
        best, first = self.numbers.best, self.at[Tab.BEST]
        if not best:
            draw_invitation(painter, PAGE, "moments/record", "Nothing framed yet", _NO_BEST)
            return "", ""
        frames = MAIN.top_part(304).columns(FRAMES, 20)
        for trophy, box in zip(best, frames, strict=False):
            draw_framed(painter, box, trophy)
        rows = Box(MAIN.x, MAIN.y + 320, MAIN.w, MAIN.h - 320).rows(PLAQUES, 6)
        rest = best[FRAMES:][first : first + PLAQUES]
        for trophy, box in zip(rest, rows, strict=False):
            draw_plaque(painter, box, trophy)
        days = self.numbers.days
        sheet = Sheet(
            "ALL NIGHTS",
            "The long run",
            str(days),
            "day in a row at the daily gig" if days == 1 else "days in a row at the daily gig",
            self.numbers.totals,
        )
        draw_sheet(painter, SIDE, sheet)
        last = min(FRAMES + first + PLAQUES, len(best))
        return "", f"{FRAMES + first + 1} to {last} of {len(best)}" if self.last else ""

    def _draw_jacket(self, painter: Painter) -> tuple[str, str]:
        badges, at = self.numbers.badges, self.at[Tab.JACKET]
        whole = around(MAIN.centre[0], MAIN.centre[1], 743, 520)
        draw_jacket(painter, whole, badges, at, POINTED)
        sewn = sum(each.sewn for each in badges)
        over = f"{sewn} OF {len(badges)} SEWN ON"
        draw_patch_note(painter, SIDE, badges[at], at, over)
        return "", f"patch {at + 1} of {len(badges)}"

    def _draw_strip(self, painter: Painter, words: str, pages: str) -> None:
        """Below the page: what there is to say, and how far one has looked, with arrows."""
        look, wide = painter.theme, 0.0
        if pages:
            wide = 250.0
            box = STRIP.right_part(wide)
            for at, sign, meant in (
                (box.right - 16, "arrow-down", Action.DOWN),
                (box.right - 56, "arrow-up", Action.UP),
            ):
                key = around(at, box.centre[1], 32, 32)
                painter.plate(key, look.panel, cover=0.9, radius=8, edge=look.panel_edge)
                painter.stencil(sign, key.inset(8), look.on_panel)
                painter.target(key.inset(-4), meant)
            room = Box(box.x, box.y, box.w - 84, box.h)
            painter.text(pages, room, theme.SMALL, look.quiet_on_sky, "right")
        rest = Box(STRIP.x + 4, STRIP.y - 4, STRIP.w - wide - 24, STRIP.h + 8)
        painter.text(words, rest, theme.SMALL, look.on_sky)


_SOUNDCHECK = "A soundcheck plays what is due."
_FIRST_RECORDS = "Play a night, and the first records go up."
_NO_PACK = "The game came without its question packs. Put one into the folder of your own packs."
_NO_NIGHT = (
    "Play a night, and its ticket stub is kept here: when it was, with whom, and how it went."
)
_NO_BEST = "Play a match to its end, and the best night of each kind hangs here in gold."

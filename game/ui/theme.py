"""Every colour, size and duration, named by the part it plays.

Colours are (red, green, blue), 0 to 255; sizes are design units; durations are
seconds. `PAIRS` lists every text colour with the ground it stands on, so that a
test can compute their contrast.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from game.ui.text.fonts import Face

Colour = tuple[int, int, int]


def colour(code: str) -> Colour:
    """`#RRGGBB` as a colour."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Theme:
    """The colours of one look."""

    name: str
    title: str
    night: Colour = colour("#140B2A")
    plum: Colour = colour("#43205A")
    rose: Colour = colour("#A63A56")
    rose_dark: Colour = colour("#842842")
    amber: Colour = colour("#F08A4B")
    gold: Colour = colour("#FFC845")
    # Ground of a panel over the picture, and how much it hides of it (0 to 1).
    panel: Colour = colour("#1E0F38")
    panel_cover: float = 0.93
    panel_edge: Colour = colour("#8A6A9E")
    on_panel: Colour = colour("#FFF4DC")
    quiet_on_panel: Colour = colour("#C9B3D2")
    accent_on_panel: Colour = colour("#FFC845")
    warm_on_panel: Colour = colour("#FFB39E")
    chosen: Colour = colour("#FFFBF1")
    chosen_edge: Colour = colour("#FFC845")
    on_chosen: Colour = colour("#2A1430")
    quiet_on_chosen: Colour = colour("#7A3350")
    paper: Colour = colour("#FFF4DC")
    on_paper: Colour = colour("#2A1430")
    quiet_on_paper: Colour = colour("#75405A")
    accent_on_paper: Colour = colour("#A63A56")
    hairline: Colour = colour("#C9A98A")
    # Words straight on the picture.
    sky: Colour = colour("#2A1440")
    on_sky: Colour = colour("#FFF4DC")
    accent_on_sky: Colour = colour("#FFC845")
    quiet_on_sky: Colour = colour("#E3CFE2")
    right: Colour = colour("#2FBF71")
    right_ground: Colour = colour("#E0F2E4")
    on_right_ground: Colour = colour("#143222")
    right_on_paper: Colour = colour("#15703F")
    wrong: Colour = colour("#E4572E")
    wrong_ground: Colour = colour("#FBE3DA")
    on_wrong_ground: Colour = colour("#4A1408")
    wrong_on_paper: Colour = colour("#AC3412")
    vinyl: Colour = colour("#150C22")
    groove: Colour = colour("#3A2C4C")
    time_left: Colour = colour("#F08A4B")
    time_short: Colour = colour("#E4572E")
    shadow: Colour = colour("#0A0418")
    # The magazine's and the poster's pictures are the same in every theme.
    cover: Colour = colour("#3A1A4A")
    cover_ink: Colour = colour("#FFF4DC")
    poster: Colour = colour("#F1D394")
    on_poster: Colour = colour("#2A1430")
    rose_on_poster: Colour = colour("#8F2443")
    plum_on_poster: Colour = colour("#43205A")
    marks: tuple[Colour, ...] = field(
        default=(colour("#F09628"), colour("#56B4E9"), colour("#009E73"), colour("#CC79A7"))
    )
    on_mark: Colour = colour("#140B2A")
    # Four more, so that eight seats differ in colour as well as in shape.
    seats: tuple[Colour, ...] = field(
        default=tuple(
            map(
                colour,
                (
                    "#F09628",
                    "#56B4E9",
                    "#1FBF92",
                    "#E08CBC",
                    "#F0E442",
                    "#FF7A5C",
                    "#A9A2FF",
                    "#E8E3D8",
                ),
            )
        )
    )
    # The seats' colours as words and signs on the sky or on a panel; () where they need no other.
    seat_inks: tuple[Colour, ...] = ()
    backdrop: str = "road"
    quiet_backdrop: str = "road-night"


GOLDEN_HOUR = Theme("golden-hour", "Golden hour")
HIGH_CONTRAST = replace(
    GOLDEN_HOUR,
    name="high-contrast",
    title="High contrast",
    panel=colour("#000000"),
    panel_cover=1.0,
    panel_edge=colour("#FFFFFF"),
    on_panel=colour("#FFFFFF"),
    quiet_on_panel=colour("#E6E6E6"),
    accent_on_panel=colour("#FFD84D"),
    # Neither black nor white: it stands out from the plates and on a card alike.
    chosen=colour("#FFD84D"),
    chosen_edge=colour("#C07A00"),
    on_chosen=colour("#000000"),
    quiet_on_chosen=colour("#3A1030"),
    paper=colour("#FFFFFF"),
    on_paper=colour("#000000"),
    quiet_on_paper=colour("#4A2038"),
    accent_on_paper=colour("#8A1538"),
    hairline=colour("#6A5560"),
    sky=colour("#000000"),
    on_sky=colour("#FFFFFF"),
    accent_on_sky=colour("#FFD84D"),
    quiet_on_sky=colour("#F0F0F0"),
    right_on_paper=colour("#0B5A30"),
    wrong_on_paper=colour("#8F2408"),
    backdrop="",
    quiet_backdrop="",
)
DAYLIGHT = replace(
    GOLDEN_HOUR,
    name="daylight",
    title="Daylight",
    panel=colour("#FFF9EC"),
    panel_cover=0.97,
    panel_edge=colour("#A07A86"),
    on_panel=colour("#2A1430"),
    quiet_on_panel=colour("#6A3F58"),
    accent_on_panel=colour("#8A2A47"),
    warm_on_panel=colour("#A02F10"),
    chosen=colour("#43205A"),
    chosen_edge=colour("#A63A56"),
    on_chosen=colour("#FFF4DC"),
    quiet_on_chosen=colour("#EBD3E6"),
    sky=colour("#FBE6C4"),
    on_sky=colour("#2A1430"),
    accent_on_sky=colour("#7E1B39"),
    quiet_on_sky=colour("#5E3350"),
    shadow=colour("#8A6A5A"),
    seat_inks=tuple(
        map(
            colour,
            (
                "#9A4E00",
                "#0B5E99",
                "#0A6B4C",
                "#A0306F",
                "#6B5E00",
                "#B32614",
                "#5A46C2",
                "#5A544A",
            ),
        )
    ),
    backdrop="road-day",
    quiet_backdrop="road-day",
)
THEMES = {theme.name: theme for theme in (GOLDEN_HOUR, HIGH_CONTRAST, DAYLIGHT)}

# (text, ground, ratio it must reach): 7 for what must be read in time, else 4.5.
PAIRS: tuple[tuple[str, str, float], ...] = (
    ("on_panel", "panel", 7.0),
    ("quiet_on_panel", "panel", 4.5),
    ("accent_on_panel", "panel", 4.5),
    ("warm_on_panel", "panel", 4.5),
    ("on_chosen", "chosen", 7.0),
    ("quiet_on_chosen", "chosen", 4.5),
    ("on_paper", "paper", 7.0),
    ("quiet_on_paper", "paper", 4.5),
    ("accent_on_paper", "paper", 4.5),
    ("right_on_paper", "paper", 4.5),
    ("wrong_on_paper", "paper", 4.5),
    ("on_sky", "sky", 7.0),
    ("accent_on_sky", "sky", 4.5),
    ("quiet_on_sky", "sky", 4.5),
    ("on_right_ground", "right_ground", 7.0),
    ("right_on_paper", "right_ground", 4.5),
    ("on_wrong_ground", "wrong_ground", 7.0),
    ("wrong_on_paper", "wrong_ground", 4.5),
    ("cover_ink", "cover", 7.0),
    ("on_poster", "poster", 7.0),
    ("rose_on_poster", "poster", 4.5),
    ("plum_on_poster", "poster", 4.5),
    ("paper", "right_on_paper", 4.5),
    ("paper", "wrong_on_paper", 4.5),
    ("paper", "rose", 4.5),
    ("night", "gold", 4.5),
    ("paper", "plum", 4.5),
    ("paper", "quiet_on_paper", 4.5),
)


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """How a kind of text is set: its face, its size in design units, and its smallest size."""

    face: Face
    size: float
    least: float

    @property
    def steps(self) -> tuple[float, ...]:
        """Sizes to try, from the wanted one down to the smallest."""
        shrink = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.45, 0.39, 0.34, 0.29, 0.25, 0.21, 0.18)
        sizes = [self.size * share for share in shrink if self.size * share > self.least]
        return (*sizes, self.least)


LOGO = Style(Face.TITLE, 128, 60)
TAGLINE = Style(Face.TAGLINE, 30, 20)
HEADING = Style(Face.TITLE, 44, 24)
MENU = Style(Face.TITLE, 29, 20)
LABEL = Style(Face.TITLE, 24, 18)
FIGURE = Style(Face.TITLE, 40, 22)
BIG_FIGURE = Style(Face.TITLE, 96, 40)
SMALL_FIGURE = Style(Face.TITLE, 22, 16)
BODY = Style(Face.TEXT, 22, 16)
STRONG = Style(Face.STRONG, 22, 16)
SMALL = Style(Face.TEXT, 18, 14)
NOTE = Style(Face.TEXT, 17, 12)
FAULT = Style(Face.STRONG, 21, 13)
TRACK = Style(Face.TEXT, 13.5, 11.5)
TRACK_KEY = Style(Face.STRONG, 17, 11.5)
SMALL_STRONG = Style(Face.STRONG, 18, 14)
STEM = Style(Face.STRONG, 44, 22)
BAND = Style(Face.STRONG, 26, 11)
TAG = Style(Face.TEXT, 18, 11)
LEAD = Style(Face.STRONG, 26, 18)
PRINT = Style(Face.STRONG, 16, 13)
QUOTE = Style(Face.QUOTE, 62, 24)
FACT_QUOTE = Style(Face.QUOTE, 44, 22)
OPTION = Style(Face.STRONG, 30, 18)
HINT = Style(Face.STRONG, 18, 14)
MASTHEAD = Style(Face.MASTHEAD, 84, 40)
PASS_BAND = Style(Face.TITLE, 40, 20)
PASS_TITLE = Style(Face.QUOTE, 36, 15)
PASS_NAME = Style(Face.QUOTE, 24, 15)
PASS_HAND = Style(Face.HAND, 40, 20)
HEADLINER = Style(Face.TITLE, 104, 16)
SUPPORT = Style(Face.TITLE, 46, 14)
HAND = Style(Face.HAND, 60, 26)

# Durations in seconds.
ARRIVAL = 1.6
ENTER = 0.24
STAGGER = 0.06
ROLL_UP = 0.9
LIGHT = 0.7

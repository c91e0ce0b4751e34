"""A solo match's end: the magazine cover, and the set list with its answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Choose, Meaning
from game.ui.choice import moved
from game.ui.layout import Box, around
from game.ui.motion import between, eased
from game.ui.props.hints import draw_hints
from game.ui.props.plates import draw_button
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter

COVER = Box(72, 40, 470, 610)
LIST = Box(600, 128, 608, 456)
BUTTONS = ("Encore!", "Back to the title")
STARS = 5


@dataclass(frozen=True, slots=True)
class Track:
    """A line of the set list."""

    stem: str
    answer: str
    right: bool
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the magazine: figures and lines chosen from what happened."""

    issue: str
    headline: str
    lead: str
    score: int
    inside: str
    stars: int
    closing: str


class ResultsScene(Scene[bool]):
    """Results in True for another match, False for the title."""

    name: ClassVar[str] = "results"
    deaf: ClassVar[float] = 0.5

    def __init__(self, cover: Cover, tracks: tuple[Track, ...]) -> None:
        super().__init__()
        self.cover, self.tracks = cover, tracks
        self.chosen = 0
        self.cheered = False

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < 2.0 else STILL

    def tick(self, dt: float) -> Done[bool] | None:
        if not self.cheered:
            self.cheered = True
            self.cues.append(Cue.CROWD if self.cover.stars >= 3 else Cue.STAR)
        return None

    def handle(self, meaning: Meaning) -> Done[bool] | None:
        before = self.chosen
        if meaning is Action.BACK:
            return Done(False)
        self.chosen = moved(self.chosen, meaning, len(BUTTONS), len(BUTTONS))
        if meaning in AGREE or (isinstance(meaning, Choose) and meaning.index < len(BUTTONS)):
            self.cues.append(Cue.CHOOSE)
            return Done(self.chosen == 0)
        if self.chosen != before:
            self.cues.append(Cue.MOVE)
        return None

    def draw(self, painter: Painter) -> None:
        painter.backdrop(painter.theme.quiet_backdrop)
        share = eased(self.age, 0.45)
        with painter.shown(fade=share, dy=between(40, 0, share)):
            self._draw_cover(painter)
        self._draw_tracks(painter)
        buttons = Box(600, 600, 608, 56).columns(len(BUTTONS), 20)
        for index, (words, box) in enumerate(zip(BUTTONS, buttons, strict=True)):
            draw_button(painter, box, words, index, chosen=index == self.chosen)
        hints = (
            ("← →", "choose", None),
            ("Enter", "take it", Action.CONFIRM),
            ("Esc", "title", Action.BACK),
        )
        draw_hints(painter, hints)

    def _draw_cover(self, painter: Painter) -> None:
        look, cover, box = painter.theme, self.cover, COVER
        painter.plate(box, look.paper, radius=6, shadow=True)
        head = Box(box.x + 14, box.y + 4, box.w - 28, 98)
        painter.text("BACKBEAT", head, theme.MASTHEAD, look.accent_on_paper, "centre")
        issue = Box(box.x + 20, box.y + 96, box.w - 40, 26)
        painter.text(cover.issue, issue, theme.PRINT, look.quiet_on_paper, "centre")
        picture = Box(box.x, box.y + 128, box.w, 350)
        painter.picture_in("cover", picture)
        words = picture.inset(28, 18)
        said = painter.text(
            cover.headline, words.top_part(92), theme.FACT_QUOTE, look.cover_ink, valign="top"
        )
        lead = Box(words.x, said.bottom + 2, words.w, 30)
        painter.text(cover.lead, lead, theme.SMALL_STRONG, look.cover_ink)
        share = 1.0 if painter.still else eased(self.age, 1.1, 0.3)
        figure = words.bottom_part(92).moved(dy=14)
        score = f"{round(cover.score * share):,}"
        painter.text(score, figure, theme.BIG_FIGURE, look.cover_ink, "right")
        inside = Box(box.x + 20, picture.bottom + 6, box.w - 40, 34)
        painter.text(cover.inside, inside, theme.PRINT, look.on_paper, "centre")
        self._draw_stars(painter, Box(box.x, picture.bottom + 40, box.w, 44))
        closing = Box(box.x + 20, box.bottom - 46, box.w - 40, 34)
        painter.text(cover.closing, closing, theme.SMALL_STRONG, look.on_paper, "centre")

    def _draw_stars(self, painter: Painter, box: Box) -> None:
        for number in range(STARS):
            spot = around(box.centre[0] + (number - 2) * 46, box.centre[1], 36, 36)
            won = number < self.cover.stars
            share = eased(self.age, 0.3, 0.8 + number * 0.18) if won else 1.0
            if won and share < 1:
                painter.stencil("star-outline", spot, painter.theme.hairline)
            with painter.shown(fade=share):
                sign = "star" if won else "star-outline"
                colour = painter.theme.accent_on_paper if won else painter.theme.hairline
                painter.stencil(sign, spot, colour)

    def _draw_tracks(self, painter: Painter) -> None:
        look = painter.theme
        painter.text("Setlist", Box(600, 44, 400, 76), theme.HAND, look.accent_on_sky)
        tall = min(46.0, LIST.h / max(1, len(self.tracks)))
        for row, track in enumerate(self.tracks):
            box = Box(LIST.x, LIST.y + row * tall, LIST.w, tall - 6)
            share = eased(self.age, 0.25, 0.25 + row * 0.05)
            with painter.shown(fade=share, dx=between(30, 0, share)):
                self._draw_track(painter, box, track)

    def _draw_track(self, painter: Painter, box: Box, track: Track) -> None:
        look = painter.theme
        painter.plate(box, look.panel, cover=look.panel_cover, radius=8)
        sign = "tick" if track.right else "cross"
        colour = look.right if track.right else look.wrong
        badge = around(box.x + 24, box.centre[1], 26, 26)
        painter.plate(badge, colour, radius=13)
        painter.stencil(sign, badge.inset(5), look.paper)
        seconds = "–" if track.seconds is None else f"{track.seconds:.1f} s"
        time = Box(box.right - 66, box.y, 54, box.h)
        painter.text(seconds, time, theme.SMALL, look.quiet_on_panel, "right")
        ink = look.accent_on_panel if track.right else look.warm_on_panel
        room = Box(box.x + 374, box.y + 2, box.w - 374 - 78, box.h - 4)
        painter.text(track.answer, room, theme.SMALL_STRONG, ink, "right")
        stem = Box(box.x + 48, box.y + 1, 320, box.h - 2)
        painter.text(track.stem, stem, theme.TRACK, look.on_panel)

"""A solo match's end: the magazine cover, and the set list with its answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from game.scenes.scene import SMOOTH, STILL, Done, Scene
from game.ui import theme
from game.ui.actions import AGREE, Action, Aim, Choose, Meaning
from game.ui.layout import Box, around
from game.ui.motion import between, eased
from game.ui.props.cover import Cover, draw_cover
from game.ui.props.hints import draw_hints
from game.ui.props.plates import draw_button
from game.ui.sound import Cue

if TYPE_CHECKING:
    from game.ui.painter import Painter

LIST = Box(600, 118, 608, 410)
SHOWN = 10
TALLEST = 62.0
"""Rows are as tall as their number leaves room for, but no taller."""
STRIP = Box(600, 532, 608, 56)


class After(Enum):
    """What comes after a match."""

    AGAIN = "Encore!"
    PRACTISE = "Practise"
    COPY = "Copy"
    TITLE = "Title"


@dataclass(frozen=True, slots=True)
class Track:
    """A line of the set list: `fact` is what there was to know; `late` that nothing was picked."""

    stem: str
    answer: str
    right: bool
    seconds: float | None
    fact: str = ""
    late: bool = False


class ResultsScene(Scene[After]):
    """Results in what the player wants next; shown again after copying, with `said`.

    `share` is the text to copy. Left and right choose a button, up and down look
    through the set list.
    """

    name: ClassVar[str] = "results"
    deaf: ClassVar[float] = 0.5

    def __init__(
        self, cover: Cover, tracks: tuple[Track, ...], strip: str = "", share: str = ""
    ) -> None:
        super().__init__()
        self.cover, self.tracks, self.strip, self.share = cover, tracks, strip, share
        self.said = ""
        missed = any(not track.right for track in tracks)
        self.wishes = tuple(each for each in After if each is not After.PRACTISE or missed)
        self.chosen = 0
        self.track: int | None = None
        self.cheered = False

    @property
    def pace(self) -> float:
        return SMOOTH if self.age < 2.0 else STILL

    @property
    def first(self) -> int:
        """The number of the first track shown: the one looked at stays in sight."""
        at = self.track or 0
        return max(0, min(at - SHOWN // 2, len(self.tracks) - SHOWN))

    def tick(self, dt: float) -> Done[After] | None:
        if not self.cheered:
            self.cheered = True
            self.cues.append(Cue.CROWD if self.cover.stars >= 3 else Cue.STAR)
        return None

    def handle(self, meaning: Meaning) -> Done[After] | None:
        if meaning is Action.BACK:
            return Done(After.TITLE)
        if meaning in AGREE:
            return self._take(self.chosen)
        if isinstance(meaning, Choose) and meaning.index < len(self.wishes):
            return self._take(meaning.index)
        if isinstance(meaning, Aim):
            self._aim(meaning.index)
        elif meaning in (Action.UP, Action.DOWN):
            self._look(1 if meaning is Action.DOWN else -1)
        elif meaning in (Action.LEFT, Action.RIGHT, Action.NEXT, Action.PREVIOUS):
            by = 1 if meaning in (Action.RIGHT, Action.NEXT) else -1
            self._aim((self.chosen + by) % len(self.wishes))
        return None

    def _take(self, index: int) -> Done[After]:
        self.chosen = index
        self.cues.append(Cue.CHOOSE)
        return Done(self.wishes[index])

    def _aim(self, index: int) -> None:
        if index >= len(self.wishes):
            self.track = min(index - len(self.wishes), len(self.tracks) - 1)
        elif index != self.chosen:
            self.chosen = index
            self.cues.append(Cue.MOVE)

    def _look(self, by: int) -> None:
        count = len(self.tracks)
        self.track = (0 if by > 0 else count - 1) if self.track is None else self.track + by
        self.track = min(max(self.track, 0), count - 1)
        self.cues.append(Cue.MOVE)

    def draw(self, painter: Painter) -> None:
        painter.backdrop(painter.theme.quiet_backdrop)
        share = eased(self.age, 0.45)
        with painter.shown(fade=share, dy=between(40, 0, share)):
            draw_cover(painter, self.cover, self.age)
        self._draw_tracks(painter)
        self._draw_strip(painter)
        buttons = Box(600, 600, 608, 56).columns(len(self.wishes), 14)
        for index, (wish, box) in enumerate(zip(self.wishes, buttons, strict=True)):
            draw_button(painter, box, wish.value, index, chosen=index == self.chosen)
        hints = (
            ("← →", "choose", None),
            ("↑ ↓", "look through the set list", None),
            ("Enter", "take it", Action.CONFIRM),
            ("Esc", "title", Action.BACK),
        )
        draw_hints(painter, hints)

    def _draw_tracks(self, painter: Painter) -> None:
        look, count = painter.theme, len(self.tracks)
        painter.text("Setlist", Box(600, 36, 300, 76), theme.HAND, look.accent_on_sky)
        if count > SHOWN:
            last = min(self.first + SHOWN, count)
            words = f"{self.first + 1} to {last} of {count}"
            painter.text(words, Box(908, 66, 300, 40), theme.SMALL, look.quiet_on_sky, "right")
        pitch = min(TALLEST, LIST.h / min(max(count, 1), SHOWN))
        for row, track in enumerate(self.tracks[self.first : self.first + SHOWN]):
            box = Box(LIST.x, LIST.y + row * pitch, LIST.w, pitch - 5)
            share = eased(self.age, 0.25, 0.25 + row * 0.05)
            with painter.shown(fade=share, dx=between(30, 0, share)):
                self._draw_track(painter, box, track, self.first + row)

    def _draw_track(self, painter: Painter, box: Box, track: Track, number: int) -> None:
        look = painter.theme
        edge = look.chosen_edge if number == self.track else None
        painter.plate(box, look.panel, cover=look.panel_cover, radius=8, edge=edge)
        sign = "tick" if track.right else "cross"
        colour = look.right if track.right else look.wrong
        badge = around(box.x + 24, box.centre[1], 26, 26)
        painter.plate(badge, colour, radius=13)
        painter.stencil(sign, badge.inset(5), look.paper)
        seconds = "–" if track.seconds is None else f"{track.seconds:.1f} s"
        time = Box(box.right - 66, box.y, 54, box.h)
        painter.text(seconds, time, theme.SMALL, look.quiet_on_panel, "right")
        ink = look.accent_on_panel if track.right else look.warm_on_panel
        room = Box(box.x + 366, box.y + 1, box.w - 366 - 78, box.h - 2)
        painter.text(track.answer, room, theme.TRACK_KEY, ink, "right")
        stem = Box(box.x + 48, box.y + 1, 312, box.h - 2)
        painter.text(track.stem, stem, theme.SMALL if box.h > 50 else theme.TRACK, look.on_panel)
        here = len(self.wishes) + number
        painter.target(box, Aim(here), Aim(here))

    def _draw_strip(self, painter: Painter) -> None:
        """One line below the list: the fact of the track looked at, or what there is to say."""
        look = painter.theme
        words = self.said or self.strip
        if self.track is not None:
            words = self.tracks[self.track].fact
        elif not words and any(not track.right for track in self.tracks):
            words = "Look through the set list for what there was to know."
        painter.text(words, STRIP.inset(4, 0), theme.SMALL, look.on_sky)

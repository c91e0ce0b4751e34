"""The host's desk: who is at the table, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.actions import Action, Aim, Choose
from game.ui.layout import Box, around
from game.ui.props.plates import draw_plate
from game.ui.props.seats import draw_seat, seat_colour, seat_ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.actions import Meaning
    from game.ui.entries import PointsEntry
    from game.ui.painter import Painter


TALLEST = 70.0
_DEED, _HEAD, _GAP = 72.0, 34.0, 8.0


@dataclass(frozen=True, slots=True)
class Chair:
    """A line of the list: `mark` is the seat whose colour and shape it has.

    `moving` while it is moved up and down by hand.
    """

    mark: int
    name: str
    note: str
    score: int
    out: bool = False
    moving: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done: by the key `key`, or a click that means `press`.

    A deed that cannot be done now says why in `note`; with `sure` it has been asked for once.
    """

    key: str
    title: str
    note: str
    press: Meaning
    off: bool = False
    sure: bool = False


@dataclass(frozen=True, slots=True)
class NewChair:
    """The line that a new player's name is typed into."""

    mark: int
    typed: str
    note: str


def draw_chairs(
    painter: Painter,
    box: Box,
    chairs: Sequence[Chair],
    chosen: int | None,
    new: NewChair | None = None,
) -> None:
    """Everyone at the table below each other, and below them who joins."""
    pitch = min(TALLEST, box.h / max(1, len(chairs) + (new is not None)))
    rows = [Box(box.x, box.y + n * pitch, box.w, pitch - _GAP) for n in range(len(chairs) + 1)]
    for place, (chair, row) in enumerate(zip(chairs, rows, strict=False)):
        draw_chair(painter, row, chair, place, chosen=place == chosen)
    if new is not None:
        draw_new_chair(painter, rows[-1], new)


def draw_chair(painter: Painter, box: Box, chair: Chair, index: int, *, chosen: bool) -> None:
    """Someone at the table; index is the place in the list."""
    look = painter.theme
    edge = seat_colour(painter, chair.mark) if chosen else look.panel_edge
    width = 4.0 if chosen else 1.5
    painter.plate(box, look.panel, cover=look.panel_cover, edge=edge, edge_width=width)
    middle, fade = box.centre[1], 0.6 if chair.out else 1.0
    with painter.shown(fade=fade):
        draw_seat(painter, around(box.x + 40, middle, 32, 32), chair.mark)
        score = Box(box.right - 136, box.y, 114, box.h)
        if not chair.moving:
            painter.text(
                f"{chair.score:,}", score, theme.SMALL_FIGURE, look.accent_on_panel, "right"
            )
        words = Box(box.x + 74, box.y + 5, score.x - box.x - 82, box.h - 10)
        if chair.note:
            upper, lower = words.top_part(words.h * 0.56), words.bottom_part(words.h * 0.42)
            painter.text(chair.name, upper, theme.STRONG, look.on_panel)
            painter.text(chair.note, lower, theme.PRINT, look.quiet_on_panel)
        else:
            painter.text(chair.name, words, theme.LEAD, look.on_panel)
    painter.target(box, Choose(index))
    if chair.moving:
        for sign, x, means in (
            ("arrow-up", box.right - 88, Action.UP),
            ("arrow-down", box.right - 38, Action.DOWN),
        ):
            painter.stencil(sign, around(x, middle, 26, 26), look.accent_on_panel)
            painter.target(around(x, middle, 48, box.h), means)


def draw_new_chair(painter: Painter, box: Box, chair: NewChair) -> None:
    """A line with a caret in it."""
    look, mark, typed = painter.theme, chair.mark, chair.typed
    edge = seat_colour(painter, mark)
    painter.plate(box, look.panel, cover=look.panel_cover, edge=edge, edge_width=4, shadow=True)
    draw_seat(painter, around(box.x + 40, box.centre[1], 32, 32), mark)
    words = Box(box.x + 74, box.y + 5, box.w - 94, box.h - 10)
    upper, lower = words.top_part(words.h * 0.56), words.bottom_part(words.h * 0.42)
    said = painter.text(typed, upper, theme.STRONG, look.on_panel)
    at = said.right + (7 if typed.endswith(" ") else 2) if typed else upper.x
    painter.fill(Box(at, upper.y + 2, 3, upper.h - 4), seat_ink(painter, mark))
    painter.text(chair.note, lower, theme.PRINT, look.quiet_on_panel)


def draw_deeds(
    painter: Painter,
    box: Box,
    about: tuple[Chair, Sequence[Deed], Sequence[Deed]],
    lit: int | None,
    busy: PointsEntry | str = "",
) -> None:
    """Someone, what can be done for them, and what for all; deed number `lit` is in focus.

    While one of them is `busy`, by its key or with points being entered, the others step back.
    """
    look, (chair, own, common) = painter.theme, about
    top, tall = box.y, _deed_height(box, len(own) + len(common))
    for words, ink, first, deeds in (
        (chair.name, seat_ink(painter, chair.mark), 0, own),
        ("Everyone", look.accent_on_sky, len(own), common),
    ):
        head = Box(box.x + 4, top - 6, box.w - 8, _HEAD)
        painter.text(words, head, theme.LABEL, ink)
        top = head.bottom + 4
        for number, deed in enumerate(deeds, first):
            row = Box(box.x, top, box.w, tall)
            with painter.shown(fade=0.6 if busy and number != lit else 1.0):
                if number == lit and not isinstance(busy, str):
                    draw_sum(painter, row, busy)
                else:
                    draw_deed(painter, row, deed, number, chosen=number == lit)
            top = row.bottom + _GAP
        top += 12


def _deed_height(box: Box, count: int) -> float:
    """As much for each of `count` deeds as there is, below the two headings."""
    room = box.h - 2 * (_HEAD - 2) - 12
    return min(_DEED, room / max(1, count) - _GAP)


def draw_deed(painter: Painter, box: Box, deed: Deed, index: int, *, chosen: bool) -> None:
    """A line with its key, what it does, and what that means; index is for the pointer."""
    look = painter.theme
    draw_plate(painter, box, chosen=chosen or deed.sure, shadow=False)
    lit = chosen or deed.sure
    ink = look.on_chosen if lit else look.on_panel
    quiet = look.quiet_on_chosen if lit else look.quiet_on_panel
    with painter.shown(fade=0.6 if deed.off and not lit else 1.0):
        cap = around(box.x + 38, box.centre[1], 34, 34)
        painter.plate(cap, look.panel, radius=8, edge=look.panel_edge, edge_width=1.5)
        painter.text(deed.key, cap.inset(3, 0), theme.HINT, look.on_panel, "centre")
        words = Box(box.x + 72, box.y + 5, box.w - 92, box.h - 10)
        upper, lower = words.top_part(words.h * 0.56), words.bottom_part(words.h * 0.42)
        title = f"Sure? {deed.key} again: {_lowered(deed.title)}" if deed.sure else deed.title
        painter.text(title, upper, theme.STRONG, ink)
        painter.text(deed.note, lower, theme.PRINT, quiet)
    painter.target(box, deed.press, Aim(index))


def draw_sum(painter: Painter, box: Box, entry: PointsEntry) -> None:
    """Old and new score, the change between two arrows that can be clicked."""
    look = painter.theme
    draw_plate(painter, box, chosen=True, shadow=False)
    middle = box.centre[1]
    change = f"{entry.change:+,}".replace("-", "−") if entry.change else "±0"
    for sign, x, means in (
        ("arrow-left", box.x + 34, Action.LEFT),
        ("arrow-right", box.x + 206, Action.RIGHT),
    ):
        painter.stencil(sign, around(x, middle, 22, 22), look.quiet_on_chosen)
        painter.target(around(x, middle, 56, box.h), means)
    figure = Box(box.x + 58, box.y + 4, 124, box.h - 8)
    painter.text(change, figure, theme.LABEL, look.on_chosen, "centre")
    rest = Box(box.x + 246, box.y + 4, box.w - 266, box.h - 8)
    words = f"{entry.old:,} → {entry.new:,}"
    painter.text(words, rest, theme.STRONG, look.on_chosen, "right")


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]

"""Plates to choose from: menu lines, answers with their picks, and buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.actions import Aim, Choose
from game.ui.layout import Box, around
from game.ui.props.seats import SHAPES

if TYPE_CHECKING:
    from game.ui.painter import Painter
    from game.ui.theme import Colour

LETTERS = "ABCDEFGH"


def draw_plate(painter: Painter, box: Box, *, chosen: bool, shadow: bool = True) -> None:
    """The ground of a thing that can be chosen; lit when it is."""
    look = painter.theme
    if chosen:
        painter.plate(
            box, look.chosen, cover=0.98, edge=look.chosen_edge, edge_width=4, shadow=shadow
        )
    else:
        painter.plate(box, look.panel, cover=look.panel_cover, edge=look.panel_edge, shadow=shadow)


def draw_menu_line(
    painter: Painter, box: Box, name: str, note: str, index: int, *, chosen: bool
) -> None:
    """A line of a menu: its name left, a note right."""
    look = painter.theme
    draw_plate(painter, box, chosen=chosen)
    ink = look.on_chosen if chosen else look.on_panel
    quiet = look.quiet_on_chosen if chosen else look.quiet_on_panel
    inner = box.inset(28, 6)
    # A long name leaves room for its note.
    beside = min(painter.width(note, theme.SMALL_STRONG), inner.w * 0.45) + 24
    said = painter.text(name, inner.left_part(inner.w - beside), theme.MENU, ink)
    rest = inner.right_part(max(0.0, inner.right - said.right - 24))
    painter.text(note, rest, theme.SMALL_STRONG, quiet, "right")
    painter.target(box, Choose(index), Aim(index))


def draw_button(painter: Painter, box: Box, words: str, index: int, *, chosen: bool) -> None:
    """A button with its words in the middle."""
    look = painter.theme
    draw_plate(painter, box, chosen=chosen)
    ink = look.on_chosen if chosen else look.on_panel
    painter.text(words, box.inset(14, 4), theme.STRONG, ink, "centre")
    painter.target(box, Choose(index), Aim(index))


RED_HERRING = "a red herring, made up to tempt you"
"""What is said of a wrong option about which no fact is known."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How an answer's plate looks: its words and, once it is over, how it turned out."""

    words: str
    note: str = ""
    verdict: str = ""  # "", "right", "wrong" or "over"
    chosen: bool = False


def told_answer(words: str, fact: str, *, right: bool, picked: bool) -> Answer:
    """An answer once it is told which is right; `fact` is what it would have been right for."""
    if right:
        # Its own fact stands on the card above.
        return Answer(words, verdict="right")
    return Answer(words, fact or RED_HERRING, "wrong") if picked else Answer(words, fact, "over")


def draw_answer(painter: Painter, box: Box, answer: Answer, index: int) -> None:
    """An answer with its pick: letter, shape and colour of its place."""
    ground, edge, ink, quiet = _answer_colours(painter, answer)
    cover = painter.theme.panel_cover if ground == painter.theme.panel else 1.0
    thick = 4 if answer.chosen or answer.verdict in ("right", "wrong") else 2
    painter.plate(box, ground, cover=cover, edge=edge, edge_width=thick, shadow=True)
    draw_pick(painter, around(box.x + 52, box.centre[1], 60, 60), index)
    mark = {"right": "tick", "wrong": "cross"}.get(answer.verdict, "")
    end = 64.0 if mark or not answer.verdict else 20.0
    words = Box(box.x + 100, box.y + 8, box.w - 100 - end, box.h - 16)
    if answer.note:
        # An option that no single line can hold takes room from its note.
        least = painter.width(answer.words, theme.STRONG) / painter.text_scale
        long = least * theme.STRONG.least / theme.STRONG.size > words.w
        top, foot = words.top_part(words.h * 0.42), words.bottom_part(words.h * 0.56)
        if long:
            # Two lines, and above them the edge that a tag may sit on.
            top = Box(words.x, words.y + 5, words.w, words.h * 0.58)
            foot = words.bottom_part(words.h * 0.35)
        else:
            # Above a short note the words come down to it: the two stand in the middle together.
            spare = max(0.0, foot.h - painter.height(answer.note, foot.w, theme.NOTE))
            top = top.moved(dy=0.4 * spare)
        painter.text(answer.words, top, theme.STRONG, ink, valign="middle")
        painter.text(answer.note, foot, theme.NOTE, quiet, valign="middle")
    else:
        painter.text(answer.words, words, theme.OPTION, ink)
    if mark:
        colour = painter.theme.right_on_paper if mark == "tick" else painter.theme.wrong_on_paper
        painter.stencil(mark, around(box.right - 40, box.centre[1], 38, 38), colour)
    elif not answer.verdict:
        figure = Box(box.right - 54, box.y, 34, box.h)
        painter.text(str(index + 1), figure, theme.HINT, quiet, "right")
        painter.target(box, Choose(index), Aim(index))


def draw_tag(painter: Painter, box: Box, words: str, seat: int | None = None) -> None:
    """A word on the edge of a plate, such as whose pick it was; with the sign of a `seat`."""
    look = painter.theme
    wide = painter.width(words, theme.PRINT) + 22 + (22 if seat is not None else 0)
    chip = Box(box.right - wide - 18, box.y - 12, wide, 24)
    painter.plate(chip, look.gold, radius=12, edge=look.night, edge_width=1.5)
    if seat is not None:
        # In the dark of the words: a seat's own colour may be that of the chip.
        sign = around(chip.x + 19, chip.centre[1], 14, 14)
        painter.stencil(f"seat-{SHAPES[seat % len(SHAPES)]}", sign, look.night)
        chip = chip.right_part(wide - 22)
    painter.text(words, chip, theme.PRINT, look.night, "centre")


def draw_chip(painter: Painter, x: float, y: float, words: str) -> None:
    """Words on a gold chip that begins at `x`, its middle at `y`."""
    look = painter.theme
    chip = Box(x, y - 15, painter.width(words, theme.PRINT) + 26, 30)
    painter.plate(chip, look.gold, radius=15)
    painter.text(words, chip, theme.PRINT, look.night, "centre")


def _answer_colours(painter: Painter, answer: Answer) -> tuple[Colour, Colour, Colour, Colour]:
    look = painter.theme
    if answer.verdict == "right":
        return look.right_ground, look.right, look.on_right_ground, look.right_on_paper
    if answer.verdict == "wrong":
        return look.wrong_ground, look.wrong, look.on_wrong_ground, look.wrong_on_paper
    if answer.chosen:
        return look.chosen, look.chosen_edge, look.on_chosen, look.quiet_on_chosen
    return look.panel, look.panel_edge, look.on_panel, look.quiet_on_panel


def draw_pick(painter: Painter, box: Box, index: int) -> None:
    """The guitar pick of place `index`, with its letter."""
    look = painter.theme
    painter.stencil("pick", box, look.marks[index % len(look.marks)])
    letter = Box(box.x, box.y - box.h * 0.06, box.w, box.h)
    painter.text(LETTERS[index], letter, theme.LABEL, look.on_mark, "centre")

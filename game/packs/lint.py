"""What could be better about a pack that has nothing wrong with it.

What all questions of one template have in common is said once, at the first.
Whether a font has a character is asked of the caller (`drawable`), since only
the game's fonts know; the size of pictures comes with pictures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.packs import lint_names, lint_options, lint_stems
from game.packs.lint_words import Note
from game.packs.pack import Pack
from game.packs.report import WHOLE, Report
from game.rules.bank import Mark
from game.rules.deal import deal_card

Drawable = Callable[[str], bool]
_START = Mark(1, 1)
# A sample large enough that 30 % is no accident.
_FEWEST_DEALS = 40
_MOST_LONGEST = 0.30
_SEEDS = 8
_MOST_DEALT = 2_000
_MOST_LETTERS = 5
_INSTALL_FONTS = "write it in other letters, or see that a font for it is installed"


@dataclass(slots=True)
class _Heap:
    """The same thing said about several questions of one template."""

    first: Note
    mark: Mark
    count: int = 1


def lint(pack: Pack, report: Report, drawable: Drawable | None = None) -> None:
    """Put into `report` what could be better, all of it warnings."""
    # A name that nobody looks for may be why there is no question at all.
    for mark, note in lint_names.notes(pack):
        report.warning(mark, note.code, note.message, note.tip)
    if not pack.playable:
        return
    _header(pack, report)
    for mark, note in (*lint_stems.template_notes(pack), *lint_stems.quote_notes(pack)):
        report.warning(mark, note.code, note.message, note.tip)
    for heap in _heaps(pack).values():
        more = f" (and {heap.count - 1} more of this template)" if heap.count > 1 else ""
        report.warning(heap.mark, heap.first.code, heap.first.message + more, heap.first.tip)
    for mark, note in lint_stems.twin_notes(pack):
        report.warning(mark, note.code, note.message, note.tip)
    if drawable is not None:
        _letters(pack, report, drawable)
    _longest(pack, report)


def _header(pack: Pack, report: Report) -> None:
    if not pack.authors:
        tip = "add `authors: [your name]`"
        report.warning(_START, "no-authors", "the pack does not say who wrote it", tip)
    if not pack.licence:
        tip = "add `licence: CC-BY-4.0`, or another one"
        report.warning(_START, "no-licence", "the pack does not say who may use it", tip)


def _heaps(pack: Pack) -> dict[tuple[str, ...], _Heap]:
    heaps: dict[tuple[str, ...], _Heap] = {}
    by_hand = {question.id for question in pack.by_hand}
    for question in pack.questions:
        mine = question.id in by_hand
        for note in (*lint_options.notes(question, mine), *lint_stems.notes(question, mine)):
            key = (note.code, question.id if mine else question.template)
            _pile(heaps, key, note, question.mark)
    return heaps


def _pile(heaps: dict[tuple[str, ...], _Heap], key: tuple[str, ...], note: Note, at: Mark) -> None:
    if key in heaps:
        heaps[key].count += 1
    else:
        heaps[key] = _Heap(note, at)


def _letters(pack: Pack, report: Report, drawable: Drawable) -> None:
    """Characters that nobody will see: some are named, each where it is met first."""
    met: dict[str, Mark] = {}
    by_hand = {question.id for question in pack.by_hand}
    for question in pack.questions:
        # The wrong options of a template are the keys of its other questions.
        wrong = question.wrong if question.id in by_hand else ()
        options = (question.key, *wrong)
        for text in (question.stem, question.why, *(option.text for option in options)):
            for char in text:
                met.setdefault(char, question.mark)
    lost = [char for char in met if not char.isspace() and not drawable(char)]
    for char in lost[:_MOST_LETTERS]:
        more = len(lost) - _MOST_LETTERS if char == lost[:_MOST_LETTERS][-1] else 0
        others = f", nor {more} others" if more > 0 else ""
        message = f"no font of the game can show '{char}' (U+{ord(char):04X}){others}"
        report.warning(met[char], "no-glyph", message, _INSTALL_FONTS)


def _longest(pack: Pack, report: Report) -> None:
    """Whether one could win by always taking the longest option."""
    alone = dealt = 0
    fair = 0.0
    for question in pack.questions[:_MOST_DEALT]:
        for seed in range(_SEEDS):
            card = deal_card(question, seed)
            lengths = [len(option.text) for option in card.options]
            key = lengths.pop(card.key)
            dealt, alone = dealt + 1, alone + (key > max(lengths))
            fair += 1 / len(card.options)
    if dealt < _FEWEST_DEALS * _SEEDS:
        return
    # With three options to choose from a third is what chance gives.
    if alone / dealt > max(_MOST_LONGEST, fair / dealt + 0.05):
        share = f"{100 * alone / dealt:.0f} %"
        message = f"the right option is the longest one in {share} of a sample of rounds"
        report.warning(WHOLE, "longest", message, "make some wrong options longer")

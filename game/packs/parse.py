"""The text of a pack to a `Pack`, with all that is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from game.packs.fields import Fields, fields_of
from game.packs.files import files_of
from game.packs.fingerprint import fingerprint
from game.packs.media import Album
from game.packs.nodes import Node
from game.packs.pack import Origin, Pack
from game.packs.parse_bank import read_bank
from game.packs.parse_lists import with_complete, with_decoys
from game.packs.parse_questions import BY_HAND, read_questions
from game.packs.parse_templates import read_templates
from game.packs.recovery import read
from game.packs.report import HEADER, Report
from game.packs.standard import standard_templates
from game.packs.vocabulary import FORMAT, LANGUAGE
from game.packs.vocabulary import HEADER as WORDS
from game.rules.bank import Mark
from game.rules.distractors import Made, Refusal, make
from game.rules.templates import Template
from game.ui.media.keeper import Keeper

_START = Mark(1, 1)


def parse_pack(
    report: Report,
    *,
    name: str,
    path: Path,
    origin: Origin,
    art: Collection[str],
    keeper: Keeper | None = None,
) -> Pack:
    """A pack from the text in `report`, which gathers its problems.

    Never raises for what the text says. `name` is the pack's id, `art` the
    names of the game's illustrations; `keeper` looks at the pictures and
    sounds that lie beside the text in `path`.
    """
    root = read(report)
    if root is None:
        tip = "a pack begins with `format: 1`, then `title: ...`"
        report.error(_START, HEADER, "the file is empty", tip)
        return Pack(name, path, origin, title=name, problems=report.sorted())
    header = fields_of(root, "the pack", WORDS, report, "`format: 1`, `title: ...`, `questions:`")
    if header is None:
        if not any(problem.severity == "error" for problem in report.problems):
            report.error(_START, HEADER, "nothing in this file can be read as a pack")
        return Pack(name, path, origin, title=name, problems=report.sorted())
    with keeper or Keeper() as looking:
        files = files_of(path)
        album = Album(files.read if files else None, looking.admit)
        return _pack(header, root, Pack(name, path, origin), report, _Known(art, album))


@dataclass(frozen=True, slots=True)
class _Known:
    """What the pack may name: the game's illustrations, its own files."""

    art: Collection[str]
    album: Album


def _pack(header: Fields, root: Node, begun: Pack, report: Report, known: _Known) -> Pack:
    album = known.album
    header.where = "the header"
    sound = _is_known_format(header, report)
    title, about = header.text("title"), header.text("about")
    if title is None:
        sound = False
        if "title" not in header.pairs and "title" not in header.misspelt:
            report.error(_START, HEADER, "`title` is missing", "add `title: ...` below `format`")
    language = _language(header)
    authors = tuple(author.text for author in header.texts("authors"))
    licence = header.text("licence")
    bank = read_bank(header.node("bank"), report, known.art, album)
    bank = with_decoys(with_complete(bank, header), header.node("decoys"), report)
    own = read_templates(header.node("templates"), bank, report, album)
    by_hand = read_questions(header.node("questions"), bank, language, report, album)
    has_standard = header.flag("standard", True)
    standard = standard_templates(bank, own) if has_standard else ()
    made = make(bank, (*own, *standard), by_hand, language)
    refusals = _refusals(made, {BY_HAND, *(template.name for template in own)})
    _report_refusals(refusals, report)
    _report_idle([each for each in own if not (each.show and album.missing)], made, report)
    if not made.questions and not any(p.severity == "error" for p in report.problems):
        report.error(
            _START, "no-questions", "the pack makes no question", "add some under `questions`"
        )
    return Pack(
        id=begun.id,
        path=begun.path,
        origin=begun.origin,
        title=title.text if title else begun.id,
        about=about.text if about else "",
        language=language,
        authors=authors,
        licence=licence.text if licence else "",
        bank=bank,
        templates=(*own, *standard),
        by_hand=by_hand,
        questions=made.questions,
        refusals=refusals,
        problems=report.sorted(),
        fingerprint=fingerprint(root, album.digests),
        playable=sound and bool(made.questions),
        standard=has_standard,
    )


def _is_known_format(header: Fields, report: Report) -> bool:
    found = header.text("format")
    if found is None:
        if "format" not in header.pairs and "format" not in header.misspelt:
            tip = "write `format: 1` in the first line"
            report.error(_START, HEADER, "`format` is missing", tip)
        return False
    if found.text != FORMAT:
        message = f"the game knows format {FORMAT}, and this pack is of format '{found.text}'"
        report.error(found.mark, HEADER, message, "a newer version of the game may know it")
        return False
    return True


def _language(header: Fields) -> str:
    found = header.text("language")
    if found is None:
        return "en"
    if not LANGUAGE.match(found.text):
        message = f"`language` is a code such as en or pt-BR, not '{found.text}'"
        header.report.error(found.mark, "language", message)
        return "en"
    return found.text


def _refusals(made: Made, own: set[str]) -> tuple[Refusal, ...]:
    """Those of the pack's own templates: nobody asked for the standard ones."""
    return tuple(refusal for refusal in made.refusals if refusal.template in own)


def _report_refusals(refusals: tuple[Refusal, ...], report: Report) -> None:
    for refusal in refusals:
        rows = "a row makes" if refusal.rows == 1 else f"{refusal.rows} rows make"
        message = f"template `{refusal.template}`: {rows} no question: {refusal.message}"
        report.warning(refusal.mark, "not-made", message)


def _report_idle(own: Iterable[Template], made: Made, report: Report) -> None:
    """Templates that no row even gives a stem for."""
    busy = {question.template for question in made.questions}
    busy |= {refusal.template for refusal in made.refusals}
    for template in own:
        if template.name not in busy:
            message = f"template `{template.name}`: no row of `{template.each}` makes a question"
            tip = "a row needs every field that `ask` and `answer` use, and to pass `only`"
            report.warning(template.mark, "idle", message, tip)

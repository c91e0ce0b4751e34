"""A foreign file to the text of a pack, and all that could not be carried over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from game.packs.exchange.build import pack_text
from game.packs.exchange.clean import tidy
from game.packs.exchange.formats import FORMATS, sniffed
from game.packs.exchange.items import Foreign
from game.packs.exchange.notes import Notes, Unusable
from game.packs.exchange.opened import opened
from game.packs.exchange.sift import sifted
from game.packs.pack import Pack
from game.packs.parse import parse_pack
from game.packs.problem import Problem
from game.packs.report import Report
from game.packs.vocabulary import LANGUAGE

_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Incoming:
    """A pack to be: its YAML, the pack it makes, and what is to be said about the foreign file.

    `entries` of the file were carried over, `left_out` were not.
    """

    text: str
    pack: Pack
    problems: tuple[Problem, ...]
    entries: int
    left_out: int


def incoming(path: Path, name: str, kind: str | None = None, title: str = "") -> Incoming:
    """What the foreign file at `path` makes; `name` is the id of the pack to be.

    `kind` is one of `FORMATS`, told from the file where it is None.

    Raises:
        Unusable: where nothing in it can be carried over.
    """
    source = opened(path)
    notes = Notes(str(path))
    foreign = _tidied(FORMATS[kind or sniffed(source)].read(source, notes), source.name)
    entries = sifted(foreign.entries, notes)
    if not entries:
        raise Nothing(notes.sorted())
    text = pack_text(foreign, entries, tidy(title) or foreign.title or path.stem or name)
    pack = _parsed(text, name)
    for problem in pack.problems:
        notes.changed(0, f"in the pack, line {problem.line}: {problem.message}", problem.help)
    if not pack.questions:
        raise Nothing(notes.sorted())
    return Incoming(text, pack, notes.sorted(), len(entries), notes.left_out)


class Nothing(Unusable):
    """Nothing could be carried over; `problems` say why, entry by entry."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("holds no question that can be carried over")
        self.problems = problems


def _tidied(foreign: Foreign, file: str) -> Foreign:
    source = (
        f"{foreign.source} Imported from {file}." if foreign.source else f"Imported from {file}."
    )
    language = foreign.language if LANGUAGE.match(foreign.language) else ""
    return replace(
        foreign,
        title=tidy(foreign.title)[:_LONGEST_TITLE].strip(),
        about=tidy(foreign.about)[:1000],
        language=language,
        authors=tuple(filter(None, map(tidy, foreign.authors)))[:50],
        licence=tidy(foreign.licence)[:200],
        source=tidy(source),
    )


def _parsed(text: str, name: str) -> Pack:
    file = f"{name}.yaml"
    return parse_pack(Report(file, text), name=name, path=Path(file), origin="own", art=())

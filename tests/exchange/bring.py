"""Small foreign files of our own making, brought in."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from game.packs.exchange.incoming import Incoming, incoming
from game.rules.question import Question


def bring(folder: Path, name: str, data: str | bytes, kind: str | None = None) -> Incoming:
    """What a file called `name` with these contents makes."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return incoming(path, "tried", kind)


def said(made: Incoming) -> list[str]:
    """The notes, without the folder of the file."""
    return [
        str(problem).replace(str(Path(problem.file).parent) + "/", "") for problem in made.problems
    ]


def asked(made: Incoming) -> dict[str, tuple[str, set[str]]]:
    """Stem to right answer and wrong options; each stem is asked once in these samples."""
    return {q.stem: (q.key.text, {option.text for option in q.wrong}) for q in made.pack.questions}


def by_stem(made: Incoming, stem: str) -> Question:
    return next(question for question in made.pack.questions if question.stem == stem)


def zipped(entries: Mapping[str, str | bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return made.getvalue()


def sheet(rows: Sequence[Sequence[str | int]], shared: Sequence[str] = ()) -> bytes:
    """A workbook of one sheet; a text that is in `shared` is written as its number there."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(
            _cell(f"{chr(65 + at)}{number}", value, shared)
            for at, value in enumerate(row)
            if value != ""
        )
        lines.append(f'<row r="{number}">{cells}</row>')
    body = f'<worksheet xmlns="urn:x"><sheetData>{"".join(lines)}</sheetData></worksheet>'
    strings = "".join(
        f"<si><r><t>{escape(text)}</t></r><rPh><t>no</t></rPh></si>" for text in shared
    )
    return zipped(
        {
            "xl/workbook.xml": "<workbook/>",
            "xl/sharedStrings.xml": f"<sst>{strings}</sst>",
            "xl/worksheets/sheet1.xml": body,
        }
    )


def _cell(place: str, value: str | int, shared: Sequence[str]) -> str:
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    if value in shared:
        return f'<c r="{place}" t="s"><v>{list(shared).index(value)}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'

"""The foreign formats there are, as a table, and how a file shows which it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.packs.exchange import aiken, csv_text, gift, opentdb, opentriviaqa, red, siq, xlsx
from game.packs.exchange.items import Foreign
from game.packs.exchange.notes import Notes, Unusable
from game.packs.exchange.opened import Source
from game.packs.exchange.zipped import Zipped

_HEAD = 65_536


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what people call it, the endings of its files, and its reader."""

    title: str
    endings: tuple[str, ...]
    read: Callable[[Source, Notes], Foreign]


FORMATS: Mapping[str, Format] = {
    "opentdb": Format("Open Trivia DB JSON", (".json",), opentdb.read),
    "opentriviaqa": Format("OpenTriviaQA text", (), opentriviaqa.read),
    "gift": Format("Moodle GIFT", (".gift",), gift.read),
    "aiken": Format("Aiken", (".aiken",), aiken.read),
    "csv": Format("CSV, TSV or Anki text", (".csv", ".tsv", ".tab"), csv_text.read),
    "xlsx": Format("Kahoot or Quizizz spreadsheet", (".xlsx", ".xlsm"), xlsx.read),
    "red": Format("Red-DiscordBot trivia list", (".yaml", ".yml"), red.read),
    "siq": Format("SIGame package", (".siq",), siq.read),
}
# Other names by which people ask for them.
ALIASES: Mapping[str, str] = {
    "anki": "csv", "tsv": "csv", "kahoot": "xlsx", "quizizz": "xlsx", "moodle": "gift",
    "sigame": "siq", "open-trivia-db": "opentdb", "discord": "red", "json": "opentdb",
}  # fmt: skip
_LOOKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("csv", re.compile(r"\A#\s*(?:separator|html|columns|tags column|deck|notetype)\s*:")),
    ("opentdb", re.compile(r"\A\s*[\[{]\s*[\"{]")),
    ("opentriviaqa", re.compile(r"^#\s?Q .*\n(?:.*\n)*?\^ ", re.MULTILINE)),
    ("aiken", re.compile(r"^A[.)] .+\n(?:.*\n)+?(?i:ANSWER):[ ]*[A-Z]", re.MULTILINE)),
    ("gift", re.compile(r"^::|\{[^{}]*[=~][^{}]*\}|\{\s*(?:T|F|TRUE|FALSE)\s*\}", re.MULTILINE)),
)
_OLD = b"\xd0\xcf\x11\xe0"
_TIP = "say which it is with --from"


def sniffed(source: Source) -> str:
    """The name of the format that the file is in, by its ending, else by what stands in it.

    Raises:
        Unusable: where neither tells.
    """
    if source.data.startswith(b"PK"):
        return _zipped(source)
    if source.data.startswith(_OLD):
        raise Unusable("is a spreadsheet of the old kind", "save it as .xlsx or .csv")
    ending = source.name.casefold()
    for name, each in FORMATS.items():
        if ending.endswith(each.endings or ("\0",)):
            return name
    head = source.data[:_HEAD].decode("utf-8", "replace").replace("\r\n", "\n").lstrip("\ufeff")
    for name, looks in _LOOKS:
        if looks.search(head):
            return name
    lines = [line for line in head.split("\n")[:10] if line.strip()]
    if len(lines) > 1 and any(all(sign in line for line in lines) for sign in "\t;,"):
        return "csv"
    raise Unusable("does not show which format it is in", _TIP)


def _zipped(source: Source) -> str:
    names = Zipped(source.data).names
    if siq.CONTENT in names:
        return "siq"
    if "xl/workbook.xml" in names:
        return "xlsx"
    raise Unusable("is a zip of a kind that is not known", "unpack it and give the file in it")

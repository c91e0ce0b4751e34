"""`encore pack import`, `export` and `print`: packs from and for other programs, and on paper."""

from __future__ import annotations

import os
import sys
from argparse import Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from game.cli.exits import FINE, UserError

if TYPE_CHECKING:
    from game.cli.parser import Commands
    from game.packs.pack import Pack
    from game.packs.problem import Problem

# Opens the pack that a word on the command line names.
Opener: TypeAlias = "Callable[[str], Pack]"

FORMATS = ("opentdb", "opentriviaqa", "gift", "aiken", "csv", "anki", "xlsx", "red", "siq")
TARGETS = ("gift", "aiken", "csv", "anki")
MOST_PRINTED = 500
_IMPORT = f"""formats: {", ".join(FORMATS)}; told from the file where --from is left out

What cannot be carried over is listed line by line; the rest becomes a pack in the
folder of your own packs, or in DIR. A pack that is there already is kept.

examples:
  encore pack import opentdb.json
  encore pack import moodle.txt --from gift --out . --name my-quiz
  encore pack import cards.csv --title "Rock and roll"

exit code: 0 a pack was written, 2 not"""
_EXPORT = """Without --to it makes NAME.zip in this folder, for `encore pack install`. The same pack
makes the same bytes.

examples:
  encore pack export my-pack
  encore pack export almost-famous --to gift --out almost-famous.gift
  encore pack export my-pack.yaml --to csv > my-pack.csv"""
_PRINT = """examples:
  encore pack print almost-famous --out quiz.html
  encore pack print almost-famous --count 30 --seed friday > quiz.html

The same seed gives the same sheet. Open the file in a browser and print it, with
"Headers and footers" switched off. Each round of ten has its page; the answers follow."""


def add(own: Commands, opener: Opener) -> None:
    """Declare the commands among those of `encore pack`; `opener` opens a pack by id or path."""
    _add_import(own)
    export = own.add_parser(
        "export",
        help="a pack as a zip for friends, or its questions for another program",
        description="Make a zip of a pack for friends, or write its questions for another program.",
        epilog=_EXPORT,
        formatter_class=RawDescriptionHelpFormatter,
    )
    export.add_argument("pack", metavar="PACK", help="a pack's id, file or folder")
    export.add_argument("--to", choices=TARGETS, metavar="FORMAT", help=", ".join(TARGETS))
    export.add_argument(
        "--out", metavar="FILE", help="the file to write; else a zip NAME.zip, or printed"
    )
    export.set_defaults(run=run_export, opener=opener)
    paper = own.add_parser(
        "print",
        help="a quiz on paper: a question sheet and an answer sheet",
        description="Make a question sheet and its answer sheet, as one HTML file to print.",
        epilog=_PRINT,
        formatter_class=RawDescriptionHelpFormatter,
    )
    paper.add_argument("pack", metavar="PACK", help="a pack's id, file or folder")
    paper.add_argument("--count", type=int, default=20, help="how many questions (20)")
    paper.add_argument("--seed", help="any word or number; the same gives the same sheet")
    paper.add_argument("--out", metavar="FILE", help="the file to write; else it is printed")
    paper.add_argument("--replace", action="store_true", help="over a file that is there")
    paper.set_defaults(run=run_print, opener=opener)


def _add_import(own: Commands) -> None:
    bring = own.add_parser(
        "import",
        help="make a pack of another program's quiz",
        description="Make a pack of another program's quiz.",
        epilog=_IMPORT,
        formatter_class=RawDescriptionHelpFormatter,
    )
    bring.add_argument("file", metavar="FILE", help="the other program's file")
    bring.add_argument("--from", dest="kind", metavar="FORMAT", help="the format it is in")
    bring.add_argument("--out", metavar="DIR", help="the folder to write to")
    bring.add_argument("--name", metavar="ID", help="the pack's id: letters, digits, hyphens")
    bring.add_argument("--title", help="the pack's title")
    bring.set_defaults(run=run_import)


def run_import(args: Namespace) -> int:
    """Write the pack; what is left out goes to the standard error output."""
    from game.packs.exchange.incoming import Nothing, incoming
    from game.packs.exchange.notes import Unusable
    from game.packs.library import is_pack_name, own_folder, pack_name
    from game.packs.problem import printable

    path = Path(args.file)
    name = args.name or pack_name(args.title or path.name.partition(".")[0]) or "imported"
    if not is_pack_name(name):
        raise UserError(printable(f"'{name}' is no name: lower case letters, digits, hyphens"))
    try:
        made = incoming(path, name, _kind(args.kind), args.title or "")
    except Nothing as fault:
        _tell(fault.problems)
        raise UserError(printable(f"{args.file}: {fault.message}")) from None
    except Unusable as fault:
        place = f":{fault.line}" if fault.line else ""
        tip = f"; {fault.tip}" if fault.tip else ""
        raise UserError(printable(f"{args.file}{place}: {fault.message}{tip}")) from None
    _tell(made.problems)
    target = (Path(args.out) if args.out else own_folder()) / f"{name}.yaml"
    _write(target, made.text.encode(), new=True, tip="choose another --name, or remove it")
    left = f", {made.left_out} left out (listed above)" if made.left_out else ""
    count = len(made.pack.questions)
    sys.stdout.write(f"{made.entries} entries carried over{left}: {count} questions.\n")
    sys.stdout.write(printable(f"Written to {target}", 4096) + "\n")
    sys.stdout.write(f"Next: encore pack check {target if args.out else 'own:' + name}\n")
    return FINE


def _kind(word: str | None) -> str | None:
    from game.packs.exchange.formats import ALIASES, FORMATS
    from game.packs.suggest import did_you_mean

    if word is None:
        return None
    wanted = ALIASES.get(word.casefold(), word.casefold())
    if wanted not in FORMATS:
        hint = did_you_mean(word, [*FORMATS, *ALIASES], "'")
        raise UserError(f"no format is called '{word}'{hint}; there are {', '.join(FORMATS)}")
    return wanted


def run_export(args: Namespace) -> int:
    """Write the questions; what the format cannot hold goes to the standard error output."""
    if args.to is None:
        return _export_zip(args)
    from game.packs.exchange.outgoing import outgoing

    pack = _playable(args)
    text, notes = outgoing(pack, args.to)
    _tell(notes.sorted())
    if not text.strip():
        raise UserError(f"{args.to} can hold none of the questions of {pack.id}")
    _deliver(args.out, text)
    return FINE


def _export_zip(args: Namespace) -> int:
    """Make the zip; what stands under its usual name already is never overwritten."""
    from game.cli.pack_report import counted
    from game.packs.parcel import pack_files, zip_bytes
    from game.packs.problem import printable
    from game.packs.source import Unreadable

    pack = _playable(args)
    try:
        data = zip_bytes(pack_files(pack.path))
    except Unreadable as fault:
        tip = f"; {fault.tip}" if fault.tip else ""
        raise UserError(printable(f"{pack.path} {fault.message}{tip}")) from None
    target = Path(args.out or f"{pack.id}.zip")
    _write(target, data, new=not args.out, tip="name another file with --out")
    told = f"Written: {target} ({counted(len(pack.questions), 'question')})"
    sys.stdout.write(printable(told, 4096) + "\n")
    sys.stdout.write("Friends: encore pack install, or into the folder of their own packs\n")
    return FINE


def run_print(args: Namespace) -> int:
    """Write the sheet; a seed that nobody gave is made up and stands on it."""
    import secrets

    from game.cli.pack_report import counted
    from game.packs.exchange.sheet import dealt, sheet
    from game.packs.problem import printable

    if not 1 <= args.count <= MOST_PRINTED:
        raise UserError(f"--count is a number from 1 to {MOST_PRINTED}, not {args.count}")
    pack = _playable(args)
    seed = printable(args.seed, 40) if args.seed else f"{secrets.randbelow(10_000):04}"
    cards = dealt(pack, args.count, seed)
    text = sheet(pack, cards, seed)
    if args.out is None:
        _deliver(None, text)
    else:
        tip = "name another file with --out, or put this one in its place with --replace"
        _write(Path(args.out), text.encode(), new=not args.replace, tip=tip, folder=False)
        told = f"Written: {args.out}, {counted(len(cards), 'question')}."
        sys.stdout.write(printable(told, 4096) + "\n")
    if len(cards) < args.count:
        said = f"You asked for {args.count}; the pack has {len(cards)} that do not overlap."
        sys.stderr.write(said + "\n")
    return FINE


def _playable(args: Namespace) -> Pack:
    pack: Pack = args.opener(args.pack)
    if not pack.questions:
        first = f": {pack.problems[0]}" if pack.problems else ""
        raise UserError(f"{pack.id} makes no question{first}")
    return pack


def _tell(problems: Iterable[Problem]) -> None:
    from game.packs.problem import as_text

    for problem in problems:
        sys.stderr.write(as_text(problem) + "\n")


def _deliver(out: str | None, text: str) -> None:
    """To the file, or to the standard output in UTF-8 whatever the terminal speaks."""
    if out is not None:
        _write(Path(out), text.encode(), new=False)
        return
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    buffer.write(text.encode("utf-8"))
    buffer.flush()


def _write(path: Path, data: bytes, *, new: bool, tip: str = "", folder: bool = True) -> None:
    """Write all of it or nothing; `new`: never over a file that is there.

    With `folder`, a new file's folder is made where it is missing.
    """
    from game.packs.written import NotWritten, write_whole

    try:
        write_whole(path, data, new=new, folder=new and folder)
    except NotWritten as fault:
        # Only where a file may not be replaced can one of its name be the fault.
        there = new and tip and os.path.lexists(path)
        raise UserError(f"{path} {fault}; {tip}" if there else f"{path} {fault}") from None

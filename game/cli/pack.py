"""`encore pack`: write, check, show, share and list question packs."""

from __future__ import annotations

import sys
from argparse import Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli import pack_exchange, pack_install, pack_new, pack_watch
from game.cli.exits import FINE, PROBLEMS, UserError
from game.packs import library
from game.packs.library import Entry
from game.packs.pack import Pack
from game.resources import folder

if TYPE_CHECKING:
    from game.cli.parser import Commands

_CHECK = """examples:
  encore pack check                     every pack there is
  encore pack check my-pack.yaml
  encore pack check --format github questions/*.yaml

exit code: 0 no errors, 1 errors (with --strict warnings too), 2 cannot run"""
_SHOW = """examples:
  encore pack show almost-famous
  encore pack show my-pack.yaml --format json
  encore pack show almost-famous --question 2b90679b55ae"""


def add(commands: Commands) -> None:
    """Declare `encore pack` and its own commands."""
    pack = commands.add_parser(
        "pack",
        help="write, check, share and list question packs",
        description="Write, check, share and list question packs.",
        epilog="example: encore pack check my-pack.yaml",
    )
    own = pack.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = own.add_parser(
        "check",
        help="say what is wrong with packs, and what could be better",
        description="Say what is wrong with packs, and what could be better.",
        epilog=_CHECK,
        formatter_class=RawDescriptionHelpFormatter,
    )
    check.add_argument("paths", nargs="*", metavar="PATH", help="a pack's file, folder, zip or id")
    check.add_argument("--format", choices=("text", "json", "github"), default="text")
    check.add_argument("--strict", action="store_true", help="warnings count as errors")
    check.set_defaults(run=run_check)
    show = own.add_parser(
        "show",
        help="every question a pack makes",
        description="Every question a pack makes.",
        epilog=_SHOW,
        formatter_class=RawDescriptionHelpFormatter,
    )
    show.add_argument("path", metavar="PACK", help="a pack's id, file or folder")
    show.add_argument("--format", choices=("text", "json"), default="text")
    show.add_argument("--question", metavar="ID", help="this question only")
    show.set_defaults(run=run_show)
    listing = own.add_parser(
        "list",
        help="the packs there are, and where",
        description="The packs there are, and where.",
        epilog="example: encore pack list",
    )
    listing.set_defaults(run=run_list)
    pack_exchange.add(own, _open)
    pack_new.add(own)
    pack_install.add(own)
    pack_watch.add(own)


def run_check(args: Namespace) -> int:
    """Print every problem; with the text format also what each pack makes."""
    from game.cli import pack_report
    from game.cli.letters import Letters
    from game.packs import problem as shapes

    letters = Letters()
    shape = {"text": shapes.as_text, "json": shapes.as_json, "github": shapes.as_github}
    errors = warnings = 0
    for entry in _wanted(args.paths):
        pack = library.check_pack(entry.path, origin=entry.origin, drawable=letters.drawable)
        problems = pack.problems
        errors += sum(problem.severity == "error" for problem in problems)
        warnings += sum(problem.severity == "warning" for problem in problems)
        _print(shape[args.format](problem) for problem in problems)
        if args.format == "text":
            _print(pack_report.summary(pack))
    return PROBLEMS if errors or (args.strict and warnings) else FINE


def run_show(args: Namespace) -> int:
    """Print the questions of one pack; its problems go to the standard error output."""
    from game.cli import pack_report

    pack = _open(args.path)
    questions = [q for q in pack.questions if args.question in (None, q.id)]
    if not questions:
        what = f"no question '{args.question}'" if args.question else "no question to show"
        first = str(pack.problems[0]) if pack.problems and not pack.questions else ""
        raise UserError(f"{pack.id} has {what}. {first}".rstrip(" "))
    shape = pack_report.question_json if args.format == "json" else pack_report.question_text
    _print(shape(question) for question in questions)
    return FINE


def run_list(_args: Namespace) -> int:
    """Print the id, the title and the file of every pack."""
    from game.packs.problem import printable

    entries = _shelf()
    width = max((len(entry.id) for entry in entries), default=0)
    _print(printable(f"{e.id:{width}}  {e.title}  ({e.path})", 4096) for e in entries)
    if not entries:
        raise UserError(f"there are no packs in {folder('questions')} or {library.own_folder()}")
    return FINE


def _shelf() -> tuple[Entry, ...]:
    return library.shelf(folder("questions"), library.own_folder())


def _wanted(paths: list[str]) -> tuple[Entry, ...]:
    """The packs that are meant, or all; a path comes before an id of the same name."""
    entries = _shelf()
    if not paths and not entries:
        raise UserError(f"there are no packs in {folder('questions')} or {library.own_folder()}")
    return tuple(_entry(path, entries) for path in paths) or entries


def _entry(word: str, entries: tuple[Entry, ...]) -> Entry:
    from game.packs.suggest import did_you_mean

    path = Path(word)
    try:
        there = path.exists() or path.is_symlink()
    except (OSError, ValueError):
        there = False
    if (
        path.is_dir()
        and not (path / library.INSIDE).is_file()
        and (found := library.find(word, entries))
    ):
        return found
    if there:
        return Entry(library.pack_id(path), path, "own", "")
    found = library.find(word, entries)
    if found is None:
        hint = did_you_mean(word, [entry.id for entry in entries], "'")
        raise UserError(f"there is no file and no pack '{word}'{hint}")
    return found


def _open(word: str) -> Pack:
    entry = _entry(word, _shelf())
    return library.open_pack(entry.path, origin=entry.origin)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")

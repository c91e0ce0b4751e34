"""`encore pack install`: a friend's pack, looked at, shown and kept."""

from __future__ import annotations

import sys
from argparse import Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.exits import FINE, UserError

if TYPE_CHECKING:
    from game.cli.parser import Commands
    from game.packs.install import Considered

_OWN = ("", ".yaml", ".yml", ".zip")
_INSTALL = """PATH is a YAML file, a folder with a pack.yaml, or a zip; - reads the text of a pack
from the standard input. The pack is checked and shown before it is kept.

examples:
  encore pack install Downloads/rock-quiz.zip
  encore pack install rock-quiz.yaml --replace
  encore pack install - < rock-quiz.yaml

exit code: 0 the pack is kept, 2 not"""


def add(own: Commands) -> None:
    """Declare the command among those of `encore pack`."""
    install = own.add_parser(
        "install",
        help="keep a pack that you were given",
        description="Keep a pack that you were given in the folder of your own packs.",
        epilog=_INSTALL,
        formatter_class=RawDescriptionHelpFormatter,
    )
    install.add_argument("path", metavar="PATH", help="the pack's file, folder or zip, or -")
    install.add_argument("--replace", action="store_true", help="over a pack of the same id")
    install.set_defaults(run=run_install)


def run_install(args: Namespace) -> int:
    """Show the pack, keep it, and say where."""
    from game.packs.install import NotKept, consider, install
    from game.packs.problem import printable

    considered = consider(_standard_input() if args.path == "-" else Path(args.path))
    for line in card(considered):
        sys.stdout.write(line + "\n")
    sys.stdout.flush()
    try:
        target = install(considered, replace=args.replace)
    except NotKept as fault:
        tip = fault.tip
        if considered.exists and not args.replace and considered.pack.playable:
            tip = "--replace puts this one in its place"
        elif Path(args.path).suffix.casefold() not in _OWN:
            tip = "`encore pack import` takes the quizzes of other programs"
        raise UserError(printable(f"{fault.message}; {tip}" if tip else fault.message)) from None
    sys.stdout.write(printable(f"Kept: {target}", 4096) + "\n")
    sys.stdout.write(f"Next: encore play --pack own:{considered.pack.id}\n")
    return FINE


def card(considered: Considered) -> Iterator[str]:
    """The pack as it is shown before it is kept; its errors in full, its warnings counted."""
    from game.cli.pack_report import counted, levels
    from game.packs.problem import as_text, printable

    pack = considered.pack
    errors = [problem for problem in considered.problems if problem.severity == "error"]
    if pack.playable:
        by = f"by {', '.join(pack.authors)}" if pack.authors else "by nobody knows whom"
        licence = f"licence {pack.licence}" if pack.licence else "no licence"
        yield printable(pack.title)
        yield printable(f"  {by} · {licence} · {pack.language}")
        if pack.about:
            yield printable(f"  {pack.about}")
        yield f"  {counted(len(pack.questions), 'question')}: {levels(pack)}"
    for problem in errors:
        yield as_text(problem)
    if pack.playable:
        warnings = len(considered.problems) - len(errors)
        yield f"  {counted(len(errors), 'error')}, {counted(warnings, 'warning')}"


def _standard_input() -> str:
    from game.packs.source import LARGEST, Unreadable, decoded

    if sys.stdin is None:
        raise UserError("there is no standard input")
    if sys.stdin.isatty():
        sys.stderr.write("Paste the text of the pack, then end it with Ctrl-D (Windows: Ctrl-Z).\n")
    buffer = getattr(sys.stdin, "buffer", None)
    data = buffer.read(LARGEST + 1) if buffer else sys.stdin.read(LARGEST + 1).encode()
    if len(data) > LARGEST:
        raise UserError(f"the standard input is larger than {LARGEST // 2**20} MB")
    try:
        return decoded(data)
    except Unreadable as fault:
        raise UserError(f"the standard input {fault.message}") from None

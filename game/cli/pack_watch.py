"""`encore pack watch`: the game beside the editor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.exits import UserError

if TYPE_CHECKING:
    import argparse

    from game.cli.parser import Commands


def add(own: Commands) -> None:
    """Declare the command's arguments."""
    parser = own.add_parser(
        "watch",
        help="show a pack's questions beside the editor, save by save",
        description=(
            "Open the workbench: whenever the file is saved, its problems and the questions "
            "that the changed lines make are shown as they will be played."
        ),
        epilog="example: encore pack watch my-pack.yaml",
    )
    parser.add_argument("path", metavar="FILE", help="a pack's file, folder or id")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Open the workbench; Esc closes it."""
    from game.cli.night import plan
    from game.cli.play import open_with

    night, _, _ = plan()
    path = Path(args.path)
    if not _exists(path):
        entry = night.rack.entry(args.path)
        if entry is None:
            raise UserError(f"there is no file and no pack '{args.path}'")
        path = entry.path
    from game.story.workbench import workbench

    return open_with(night, lambda: workbench(night, path.absolute()))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False

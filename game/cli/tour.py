"""`encore tour`: a picture of every scene, without a screen."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.exits import FINE, UserError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from game.cli.parser import Commands

_SIZE = re.compile(r"(\d{3,4})x(\d{3,4})\Z")
# A pack that cannot be played must have its picture too.
_BROKEN = "title: Half a pack\nquestions: []\n"


def add(commands: Commands) -> None:
    """Declare the command's arguments."""
    parser = commands.add_parser(
        "tour",
        help="draw every scene into picture files",
        description="Play by itself and write a PNG of every scene; no screen is needed.",
        epilog="example: encore tour --out pictures --size 1920x1080",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write")
    parser.add_argument("--size", default="1280x720", metavar="WxH", help="in pixels (1280x720)")
    parser.add_argument("--seed", default="1", help="which match to play (1)")
    parser.add_argument(
        "--theme", default="golden-hour", help="golden-hour, high-contrast, daylight"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Take the tour; the last line says how many pictures there are."""
    from game.resources import folder
    from game.story.rack import Rack
    from game.story.tonight import Tonight
    from game.tour import tour
    from game.ui.screen import new_painter
    from game.ui.theme import THEMES

    if args.theme not in THEMES:
        raise UserError(f"there is no theme '{args.theme}'; there are {', '.join(THEMES)}")
    size = _size(args.size)
    out: Path = args.out
    try:
        out.mkdir(parents=True, exist_ok=True)
        with _nobodys_home() as home:
            own = home / "packs"
            own.mkdir()
            (own / "half-a-pack.yaml").write_text(_BROKEN, encoding="utf-8")
            night = Tonight(
                rack=Rack(folder("questions"), own),
                pack="almost-famous",
                seed=lambda: args.seed,
                keep=lambda _match: None,
            )
            names = tour(
                lambda: new_painter(folder("assets"), THEMES[args.theme]), night, out, size
            )
    except OSError as fault:
        raise UserError(f"cannot write to {out}: {fault.strerror or fault}") from None
    for name in names:
        print(f"{name}.png")
    print(f"{len(names)} pictures")
    return FINE


@contextmanager
def _nobodys_home() -> Iterator[Path]:
    """An empty home: pictures are shown round, and tell of no folder of this machine."""
    import tempfile

    names = ("HOME", "USERPROFILE")
    before = {name: os.environ[name] for name in names if name in os.environ}
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(dict.fromkeys(names, home))
        try:
            yield Path(home)
        finally:
            for name in names:
                os.environ.pop(name, None)
            os.environ.update(before)


def _size(text: str) -> tuple[int, int]:
    found = _SIZE.match(text)
    if not found:
        raise UserError(f"'{text}' is not a size such as 1280x720")
    wide, high = int(found[1]), int(found[2])
    if not (320 <= wide <= 7680 and 180 <= high <= 4320):
        raise UserError("a picture is 320x180 to 7680x4320 pixels large")
    return wide, high

"""`encore doctor`: what this computer has, what works, and what is missing."""

from __future__ import annotations

import os
import platform
import sys
from typing import TYPE_CHECKING

from game import __version__
from game.cli.exits import FINE, PROBLEMS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from game.cli.parser import Commands

Finding = tuple[str, str, str]
"""How it stands ("ok", "note" or "wrong"), what was looked at, what was found."""


def add(commands: Commands) -> None:
    """Declare the command's arguments."""
    parser = commands.add_parser(
        "doctor",
        help="say what this computer has and what is missing",
        description="Look at versions, folders, screen, sound, fonts, pictures and packs.",
        epilog="example: encore doctor",
    )
    parser.set_defaults(run=run)


def run(_args: argparse.Namespace) -> int:
    """Print every finding; 0 when the game can be played, 1 when something it needs is wrong."""
    bad = False
    for state, what, found in findings():
        bad = bad or state == "wrong"
        print(f"{state:<6}{what:<13}{found}")
    return PROBLEMS if bad else FINE


def findings() -> Iterator[Finding]:
    """Look at one thing after the other; none of them may stop the rest."""
    yield from _versions()
    yield from _folders()
    yield from _screen()
    yield from _sound()
    yield from _fonts()
    yield from _pictures()
    yield from _decoding()
    yield from _packs()
    yield _save_file()


def _versions() -> Iterator[Finding]:
    yield "ok", "encore", __version__
    yield "ok", "python", f"{platform.python_version()} on {platform.system()}"
    yield _package("pygame-ce", "the window, sound and pictures need it: `pip install pygame-ce`")
    yield _package("PyYAML", "packs cannot be read without it: `pip install PyYAML`")
    yield _package("platformdirs", "it finds the folder for your own packs and scores")


def _package(name: str, without: str) -> Finding:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return "ok", name, version(name)
    except PackageNotFoundError:
        return "wrong", name, f"is not installed; {without}"


def _folders() -> Iterator[Finding]:
    from game.packs.library import own_folder
    from game.resources import folder

    for kind in ("assets", "questions"):
        place = folder(kind)
        yield ("ok" if place.is_dir() else "wrong"), kind, str(place)
    own = own_folder()
    yield _own(own)


def _own(own: Path) -> Finding:
    if own.is_dir():
        return "ok", "own packs", str(own)
    above = next((each for each in own.parents if each.exists()), None)
    if above is not None and os.access(above, os.W_OK):
        return "ok", "own packs", f"{own} (not made yet)"
    return "note", "own packs", f"{own} cannot be made: packs of your own cannot be kept"


def _save_file() -> Finding:
    """Look at the file of scores as it stands; a look makes no file, and mends none."""
    from game.cli.kept import NO_HOME, own_data
    from game.records.glance import glance

    folder = own_data()
    if folder is None:
        return "note", "save file", NO_HOME
    kept, found = glance(folder)
    return ("ok" if kept else "note"), "save file", found


def _screen() -> Iterator[Finding]:
    from game.app import NoScreen, has_display, screens

    if not has_display():
        yield "note", "screen", "none; `encore text` plays in the terminal"
        return
    try:
        yield "ok", "screen", screens()
    except NoScreen as fault:
        yield "note", "screen", f"cannot be used ({fault}); `encore text` plays in the terminal"


def _sound() -> Iterator[Finding]:
    from game.resources import folder
    from game.ui.sound import Cue, Sound

    sound = Sound(folder("assets") / "sounds")
    sound.mute(False)
    # Too soft to hear; at nothing the device would not even be asked for.
    sound.effects_volume = 0.01
    sound.play(Cue.MOVE)
    trouble = sound.trouble
    yield ("note", "sound", trouble) if trouble else ("ok", "sound", "a device is there")
    sound.close()


def _fonts() -> Iterator[Finding]:
    from game.ui.text.fonts import Face, FontBook

    book = FontBook()
    for face in Face:
        book.file(face)
    if book.missing:
        names = ", ".join(book.missing)
        yield "note", "fonts", f"missing: {names}; pygame's own font stands in"
    else:
        yield "ok", "fonts", f"all {len(Face)} faces"


def _pictures() -> Iterator[Finding]:
    from game.resources import folder

    art = folder("assets") / "art"
    found = len(list(art.rglob("*.svg"))) if art.is_dir() else 0
    if found:
        yield "ok", "pictures", f"{found} drawings"
    else:
        yield "note", "pictures", f"none in {art}: the game plays without them"


def _decoding() -> Iterator[Finding]:
    from game.ui.media.decoder import Decoder
    from game.ui.media.refused import Refused, Unavailable

    decoder = Decoder()
    try:
        decoder.decode(b"<svg", "image")
    except Refused:
        # It runs, and says no to what is no picture.
        yield "ok", "decoding", "pictures and sounds of packs can be read"
    except Unavailable as fault:
        told = f"the process that reads pictures and sounds of packs does not start ({fault})"
        yield "note", "decoding", f"{told}: questions that need them are left out"
    finally:
        decoder.close()


def _packs() -> Iterator[Finding]:
    from game.packs.library import ILLUSTRATIONS, open_pack, own_folder, shelf
    from game.resources import folder

    entries = shelf(folder("questions"), own_folder())
    if not entries:
        yield "wrong", "packs", "none at all: there is nothing to play"
    for entry in entries:
        pack = open_pack(entry.path, art=ILLUSTRATIONS, origin=entry.origin)
        errors = sum(problem.severity == "error" for problem in pack.problems)
        told = f"{entry.id}: {len(pack.questions)} questions"
        if not pack.playable:
            state, told = "note", f"{entry.id}: cannot be played; `encore pack check` says why"
        elif errors:
            state, told = "note", f"{told}, {errors} problems; `encore pack check` names them"
        else:
            state = "ok"
        yield state, "packs", told
    sys.stdout.flush()

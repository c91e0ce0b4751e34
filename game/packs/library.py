"""Where packs are found, and the only opener of their files."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from game.packs.pack import Origin, Pack
    from game.packs.report import Report

    _Also: TypeAlias = Callable[[Pack, Report], Pack]

ILLUSTRATIONS = ("roof", "bus", "telephone", "arena", "page", "stage", "record", "road")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_TITLE = re.compile(rb"^title:[ ]+([^\r\n]{1,200})", re.MULTILINE)
_HEAD = 4096
_MOST_PACKS = 2_000
INSIDE = "pack.yaml"


@dataclass(frozen=True, slots=True)
class Entry:
    """A pack on the shelf, not yet read.

    `id` is the file's name, for one of the player's own with `own:` before it,
    so that it never stands for a shipped one. `title` is only peeked at: the
    pack itself says what it really is.
    """

    id: str
    path: Path
    origin: Origin
    title: str


def shelf(shipped: Path, own: Path | None = None) -> tuple[Entry, ...]:
    """All packs that ship with the game, then the player's own, each by name.

    Nothing is parsed: only names are listed and titles peeked at. A folder that
    is missing or cannot be read holds no packs.
    """
    found = _entries(shipped, "shipped")
    return (*found, *(_entries(own, "own") if own else ()))


def own_folder() -> Path:
    """Where the player's own packs are; it need not exist."""
    from platformdirs import user_data_dir

    return Path(user_data_dir("encore", appauthor=False)) / "packs"


def find(wanted: str, entries: Collection[Entry]) -> Entry | None:
    """The entry called `wanted`; `name` alone finds `own:name` where nothing ships under it."""
    by_id = {entry.id: entry for entry in entries}
    return by_id.get(wanted) or by_id.get(f"own:{wanted}")


def _entries(folder: Path, origin: Origin) -> tuple[Entry, ...]:
    try:
        paths = sorted(folder.iterdir())[:_MOST_PACKS]
    except OSError:
        return ()
    prefix = "own:" if origin == "own" else ""
    found: dict[str, Entry] = {}
    for each in paths:
        path = _pack_file(each)
        if path is not None and not each.name.startswith("."):
            name = pack_id(path)
            found.setdefault(name, Entry(prefix + name, path, origin, _peek(path) or name))
    return tuple(found.values())


def _pack_file(path: Path) -> Path | None:
    if path.suffix in (".yaml", ".yml") or is_zip(path):
        return path
    inside = path / INSIDE
    return inside if not path.is_symlink() and inside.is_file() else None


def pack_id(path: Path) -> str:
    """The name of a pack's file or zip, or of its folder."""
    return path.parent.name if path.name == INSIDE else path.stem


def _peek(path: Path) -> str | None:
    from game.packs.source import Unreadable, read_head

    try:
        return title_in(_zip_head(path) if is_zip(path) else read_head(path, _HEAD))
    except Unreadable:
        return None


def title_in(head: bytes) -> str | None:
    """The title at the beginning of a pack's text, by a glance; None where there is none."""
    found = _TITLE.search(head)
    if found is None:
        return None
    said = found.group(1).decode("utf-8", "replace").split("  #")[0].strip()
    if len(said) > 1 and said[0] == said[-1] and said[0] in "\"'":
        said = said[1:-1]
    return said if said.isprintable() else None


def _zip_head(path: Path) -> bytes:
    from game.packs.archive import archive

    return archive(path).head(_HEAD)


def open_pack(path: Path, *, art: Collection[str] = ILLUSTRATIONS, origin: Origin = "own") -> Pack:
    """The pack in the file, folder or zip `path`.

    Never raises for what is in it, or for a file that cannot be read: then the
    pack is not playable and its first problem says why. `art` are the names of
    the game's illustrations.
    """
    return _read(path, art, origin, None)


def check_pack(
    path: Path,
    *,
    art: Collection[str] = ILLUSTRATIONS,
    origin: Origin = "own",
    drawable: Callable[[str], bool] | None = None,
) -> Pack:
    """The pack as `open_pack` gives it, and among its problems what could be better.

    `drawable` says whether the game's fonts have a character; without it
    nothing is said about characters.
    """
    return _read(path, art, origin, _checker(drawable))


def check_text(text: str, file: Path, said: str = "") -> Pack:
    """The pack that `text` makes where it stands in `file`, with all that could be better.

    `said` is what its problems call the file, where that is another name.
    """
    return _parsed(text, file, said or str(file), ILLUSTRATIONS, "own", _checker(None))


def read_pack_text(path: Path) -> str:
    """The text of the pack in the file, folder or zip `path`, in NFC.

    Raises:
        Unreadable: where there is none, or it is out of bounds.
    """
    from game.packs.source import read_text

    if not is_zip(path):
        return read_text(_file(path))
    from game.packs.archive import archive

    return archive(path).text()


def is_zip(path: Path) -> bool:
    """Whether `path` is called a zip."""
    return path.suffix.casefold() == ".zip"


def _file(path: Path) -> Path:
    return path / INSIDE if path.is_dir() and not path.is_symlink() else path


def _checker(drawable: Callable[[str], bool] | None) -> _Also:
    from game.packs.lint import lint
    from game.packs.report import WHOLE

    def also(pack: Pack, report: Report) -> Pack:
        if not is_pack_name(pack.id):
            message = f"'{pack.id}' is not a pack's name"
            tip = "use lower case letters a to z, digits and hyphens"
            report.warning(WHOLE, "pack-name", message, tip)
        lint(pack, report, drawable)
        return replace(pack, problems=report.sorted())

    return also


def _read(path: Path, art: Collection[str], origin: Origin, also: _Also | None) -> Pack:
    from game.packs.problem import Problem, printable
    from game.packs.source import Unreadable

    file = _file(path)
    said = f"{file}/{INSIDE}" if is_zip(file) else str(file)
    try:
        text = read_pack_text(path)
    except Unreadable as fault:
        message, tip = printable(fault.message), printable(fault.tip)
        where = said if fault.line else str(file)
        problem = Problem(where, fault.line, min(fault.line, 1), "error", fault.code, message, tip)
        from game.packs.pack import Pack

        name = pack_id(file)
        return Pack(name, file, origin, title=name, problems=(problem,))
    return _parsed(text, file, said, art, origin, also)


def _parsed(
    text: str, file: Path, said: str, art: Collection[str], origin: Origin, also: _Also | None
) -> Pack:
    from game.packs.parse import parse_pack
    from game.packs.reader import paused_collector
    from game.packs.report import Report

    report = Report(said, text)
    with paused_collector():
        pack = parse_pack(report, name=pack_id(file), path=file, origin=origin, art=art)
        return also(pack, report) if also else pack


def pack_name(text: str) -> str:
    """A pack's id out of a file's name or a title; empty where nothing of it can be kept."""
    import unicodedata

    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.casefold()).strip("-")[:60].strip("-")


def is_pack_name(name: str) -> bool:
    """Whether `name` can be a pack's id: lower case letters, digits and hyphens."""
    return _NAME.match(name) is not None

"""Taking a friend's pack in: looked at first, then kept in the player's own folder.

`consider` writes nothing and never raises for what it is given, so that a pack can be shown before
anyone says yes; `install` keeps exactly the bytes that were considered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from pathlib import Path

from game.packs import library
from game.packs.archive import INSIDE
from game.packs.library import check_pack, check_text, is_pack_name, is_zip, pack_id, pack_name
from game.packs.pack import Pack
from game.packs.parcel import pack_files, zip_bytes
from game.packs.problem import Problem, printable
from game.packs.source import Unreadable, decoded, read_text
from game.packs.written import NotWritten, write_whole

PASTED = "pasted text"
# What browsers and file managers put behind the name of a second copy.
_COPY = re.compile(r"[ _-]*(?:\(\d+\)|copy(?: \d+)?)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Considered:
    """A pack that was looked at and is not kept yet.

    `target` is the file it would be; `there` are the files and folders that are
    a pack of the same id already.
    """

    pack: Pack
    problems: tuple[Problem, ...]
    target: Path
    there: tuple[Path, ...] = ()
    content: bytes = field(default=b"", repr=False)

    @property
    def exists(self) -> bool:
        """Whether a pack of this id is kept already."""
        return bool(self.there)


class NotKept(Exception):
    """Why a pack is not kept: a sentence, and what to do."""

    def __init__(self, message: str, tip: str = "") -> None:
        super().__init__(message)
        self.message, self.tip = message, tip


def consider(source: Path | str, folder: Path | None = None) -> Considered:
    """The pack in the file, folder or zip `source`, or in the YAML text `source`.

    `folder` is where it would be kept, the player's own where it is left out.
    """
    folder = library.own_folder() if folder is None else folder
    try:
        if isinstance(source, str):
            return _text(decoded(source.encode("utf-8", "surrogatepass")), "", PASTED, folder)
        return _file(source, folder)
    except Unreadable as fault:
        said = PASTED if isinstance(source, str) else str(source)
        message, tip = printable(fault.message), printable(fault.tip)
        place = fault.line, min(fault.line, 1)
        problem = Problem(said, *place, "error", fault.code, message, tip)
        target = Path(said)
        name = pack_id(target)
        return Considered(Pack(name, target, title=name, problems=(problem,)), (problem,), target)


def _file(path: Path, folder: Path) -> Considered:
    path = path.absolute()
    if path.name == INSIDE:
        path = path.parent
    if not is_zip(path) and (not path.is_dir() or path.is_symlink()):
        return _text(read_text(path), path.stem, str(path), folder)
    files = pack_files(path)
    text = decoded(files[INSIDE])
    name = path.stem if is_zip(path) else path.name
    if len(files) == 1:
        return _text(text, name, str(path / INSIDE), folder)
    target = folder / f"{_id(name, text)}.zip"
    pack = check_pack(path)
    # The name it has is not the name it is kept under.
    problems = tuple(problem for problem in pack.problems if problem.code != "pack-name")
    kept = replaced(pack, id=pack_id(target), path=target, problems=problems)
    return Considered(kept, problems, target, _there(target), zip_bytes(files))


def _text(text: str, name: str, said: str, folder: Path) -> Considered:
    target = folder / f"{_id(name, text)}.yaml"
    pack = check_text(text, target, said)
    return Considered(pack, pack.problems, target, _there(target), text.encode())


def _id(name: str, text: str) -> str:
    """The file's name where it can be an id, else one made of it, of the title, or of the text."""
    if is_pack_name(name):
        return name
    if made := pack_name(_COPY.sub("", name)):
        return made
    import hashlib

    title = library.title_in(text[:4096].encode()) or ""
    return pack_name(title) or f"pack-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def _there(target: Path) -> tuple[Path, ...]:
    """The files and folders that are a pack of the same id."""
    found = (target.with_suffix(ending) for ending in ("", ".yaml", ".yml", ".zip"))
    return tuple(path for path in found if path.is_symlink() or path.exists())


def install(considered: Considered, replace: bool = False) -> Path:
    """Keep the pack, over one of the same id only with `replace`; returns where it is.

    Raises:
        NotKept: where it cannot be played, another is there, or the disk will not have it.
    """
    pack, target = considered.pack, considered.target
    if not pack.playable:
        first = next((p for p in considered.problems if p.severity == "error"), None)
        message = first.message if first else "it makes no question"
        raise NotKept(f"this cannot be played and is not kept: {message}")
    there = _there(target)
    if there and not replace:
        raise NotKept(f"you have a pack {pack.id} already: {there[0]}", "ask to replace it")
    if folders := [path for path in there if path.is_dir() and not path.is_symlink()]:
        tip = "it may hold work of your own: remove it or give it another name"
        raise NotKept(f"{folders[0]} is a folder and is not replaced", tip)
    try:
        write_whole(target, considered.content, folder=True)
    except NotWritten as fault:
        raise NotKept(f"{target} {fault}") from None
    for path in there:
        if path != target:
            _take_away(path)
    return target


def _take_away(path: Path) -> None:
    """Remove the file that the new pack replaces under another ending."""
    try:
        path.unlink(missing_ok=True)
    except OSError as fault:
        said = (fault.strerror or "").lower()
        raise NotKept(f"the old pack {path} cannot be removed ({said})") from None

"""A pack as the files it is made of, and as the one zip that friends get."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from game.packs.archive import INSIDE, LARGEST, LARGEST_ENTRY, MOST_ENTRIES, archive
from game.packs.library import is_zip
from game.packs.media import is_file_name
from game.packs.source import Unreadable, read_bytes, read_text
from game.packs.vocabulary import ENDINGS

DEEPEST = 4
# Beside the pack's text: its pictures and sounds, and what its author says about them.
_CARRIED = (*ENDINGS["image"], *ENDINGS["sound"], ".txt", ".md")
_PRESSED = (".png", ".jpg", ".jpeg", ".webp", ".mp3", ".ogg", ".opus")
# The first day a zip can name, so that the same files make the same bytes.
_DAY = (1980, 1, 1, 0, 0, 0)


def pack_files(path: Path) -> dict[str, bytes]:
    """The files of the pack in the file, folder or zip `path`, by name; `pack.yaml` is its text.

    `pack.yaml` stands for its folder. Of a folder only pictures, sounds and
    notes are taken, no links, and nothing whose name begins with a dot.

    Raises:
        Unreadable: where it is no pack, or out of the bounds of a zip.
    """
    if path.name == INSIDE:
        path = path.parent
    if is_zip(path):
        found = archive(path)
        return {name: found.read(name) for name in found.entries}
    if not path.is_dir() or path.is_symlink():
        return {INSIDE: _text(path)}
    files = {INSIDE: _text(path / INSIDE)}
    total = len(files[INSIDE])
    for name, file in _beside(path):
        try:
            data = read_bytes(file, LARGEST_ENTRY)
        except Unreadable as fault:
            message = f"holds {name}, which {fault.message}"
            raise Unreadable(fault.code, message, fault.tip) from None
        files[name] = data
        total += len(data)
        if total > LARGEST or len(files) > MOST_ENTRIES:
            most = f"{LARGEST // 2**20} MB in {MOST_ENTRIES:,} files"
            raise Unreadable("too-large", f"holds more than {most}", "make two packs of it")
    return files


def _text(file: Path) -> bytes:
    data = read_text(file).encode()
    if len(data) > LARGEST_ENTRY:
        most = LARGEST_ENTRY // 2**20
        raise Unreadable("too-large", f"is larger than {most} MB, the most in a zip")
    return data


def _beside(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of a folder that are carried along, by their names in it."""
    looked = 0
    for place, below, names in os.walk(folder):
        depth = len(Path(place).relative_to(folder).parts)
        below[:] = sorted(each for each in below if depth + 1 < DEEPEST and each[0] != ".")
        for each in sorted(names):
            looked += 1
            if looked > MOST_ENTRIES:
                message = f"holds more than {MOST_ENTRIES:,} files"
                raise Unreadable("too-large", message, "give a folder that is only the pack's")
            file = Path(place, each)
            name = unicodedata.normalize("NFC", file.relative_to(folder).as_posix())
            if name.casefold().endswith(_CARRIED) and is_file_name(name) and not file.is_symlink():
                yield name, file


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip: the same files, in whatever order, make the same bytes."""
    import io
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _DAY)
            pressed = name.casefold().endswith(_PRESSED)
            info.compress_type = zipfile.ZIP_STORED if pressed else zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 3, 0o100644 << 16
            made.writestr(info, files[name], compresslevel=6)
    return buffer.getvalue()

"""Taking a pack of the player's own off the rack: it is moved aside, never deleted."""

from __future__ import annotations

from pathlib import Path

from game.packs.library import INSIDE

ASIDE = "removed"
_MOST = 1_000


class NotRemoved(Exception):
    """Why a pack is still where it was, as a sentence."""


def aside(packs: Path) -> Path:
    """Where removed packs are, beside the folder of the player's own packs."""
    return packs.parent / ASIDE


def remove(pack: Path, packs: Path) -> Path:
    """Move the pack in the file or folder `pack` aside; where it is now.

    Raises:
        NotRemoved: when the disk will not have it; nothing has changed then.
    """
    source = pack.parent if pack.name == INSIDE else pack
    try:
        folder = aside(packs)
        folder.mkdir(parents=True, exist_ok=True)
        target = _free(folder, source)
        source.rename(target)
    except OSError as fault:
        said = (fault.strerror or "the disk will not have it").lower()
        raise NotRemoved(f"{source.name} cannot be moved ({said}).") from None
    return target


def _free(folder: Path, source: Path) -> Path:
    """A name of its own in `folder`: what was removed before stays."""
    names = (f"{source.stem}-{number}{source.suffix}" for number in range(2, _MOST))
    for name in (source.name, *names):
        target = folder / name
        if not target.exists() and not target.is_symlink():
            return target
    raise OSError(0, f"{folder} is full")

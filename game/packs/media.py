"""Pictures and sounds of a pack: named in its text, found beside it, decoded elsewhere."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.packs.fields import Fields
from game.packs.report import WHOLE, Report
from game.packs.source import Unreadable
from game.packs.vocabulary import ENDINGS
from game.rules.media import Media, MediaKind

if TYPE_CHECKING:
    from game.packs.nodes import Scalar

_NAME = re.compile(r"[\w.()+ -]+(?:/[\w.()+ -]+){0,3}\Z")
_ODD = re.compile(
    r"(?:^|/)(?:\.|(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|/|\Z))|[. ](?:/|\Z)", re.IGNORECASE
)
MOST = 2_000
UNAVAILABLE = "pictures and sounds cannot be read on this machine; what needs them is left out"
_SINGLE = "a pack in a single file has no pictures and sounds"
_FOLDER = "make a folder of the pack's name, and in it pack.yaml and the files"

Admit = Callable[[bytes, MediaKind], str]
"""The SHA-256 of a file's bytes, in hex; raises `Refused` or `Unavailable`."""


def is_file_name(name: str) -> bool:
    """Whether `name` can be a file of a pack on every system: four levels, plain characters."""
    return _NAME.match(name) is not None and not _ODD.search(name)


def kind_of(name: str) -> MediaKind | None:
    """What a file is by the ending of its name."""
    folded = name.casefold()
    if folded.endswith(ENDINGS["image"]):
        return "image"
    return "sound" if folded.endswith(ENDINGS["sound"]) else None


@dataclass(frozen=True, slots=True)
class _Fault:
    code: str
    message: str
    tip: str = ""


@dataclass(slots=True)
class Album:
    """The files that a pack names; each is opened once, when it is first named.

    `media` are those that can be shown, `digests` the SHA-256 of all that are
    there, whether or not they can be. `read` is None for a pack in one file.
    """

    read: Callable[[str], bytes] | None = None
    admit: Admit | None = None
    media: dict[str, Media] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    missing: bool = False
    _faults: dict[str, _Fault | None] = field(default_factory=dict)

    def named(self, found: Scalar, word: str, where: str, report: Report) -> bool:
        """Whether the file that `found` names under `word` can be shown; if not, why, reported."""
        kind = kind_of(found.text)
        if not is_file_name(found.text):
            tip = "a name such as roof.png or pictures/roof.png, of letters, digits and _ . ( ) + -"
            fault: _Fault | None = _Fault("media-name", "is not a file of this pack", tip)
        elif kind is None or (word in ENDINGS and kind != word):
            known = ENDINGS[word] if word in ENDINGS else (*ENDINGS["image"], *ENDINGS["sound"])
            what = word if word in ENDINGS else "picture or sound"
            tip = f"the endings are {', '.join(known)}"
            fault = _Fault("media-kind", f"is no {what} the game can use", tip)
        else:
            fault = self._fault(found.text, kind)
        if fault is not None:
            message = f"{where}: '{found.text}' {fault.message}"
            report.error(found.mark, fault.code, message, fault.tip)
        if self.missing:
            report.warning(WHOLE, "no-media", UNAVAILABLE, "see `encore doctor`")
        return found.text in self.media

    def _fault(self, name: str, kind: MediaKind) -> _Fault | None:
        if name not in self._faults:
            self._faults[name] = self._opened(name, kind)
        return self._faults[name]

    def _opened(self, name: str, kind: MediaKind) -> _Fault | None:
        from game.ui.media.refused import Refused, Unavailable

        if self.read is None:
            return _Fault("media-single", f"cannot be there: {_SINGLE}", _FOLDER)
        if len(self._faults) >= MOST:
            return _Fault("media-many", f"is one too many: {MOST:,} files are the most")
        try:
            data = self.read(name)
            self.digests[name] = hashlib.sha256(data).hexdigest()
            if self.admit is not None and not self.missing:
                self.media[name] = Media(name, kind, self.admit(data, kind))
        except Unreadable as fault:
            return _Fault("media-file", f"cannot be opened: {_said(fault)}", fault.tip)
        except Refused as fault:
            return _Fault("media-unreadable", str(fault), "save it anew, or leave it out")
        except Unavailable:
            self.missing = True
        return None


def _said(fault: Unreadable) -> str:
    return fault.message if fault.message.startswith("there ") else f"it {fault.message}"


def check(fields: Fields, name: str, album: Album) -> str | None:
    """The file that the entry has under `name`, "image" or "sound"; None if it has none.

    One that cannot be shown is reported, and makes the entry unsound.
    """
    found = fields.text(name)
    if found is None:
        return None
    if not album.named(found, name, fields.where, fields.report):
        fields.sound = False
    return found.text

"""Pictures and sounds, which the rules know by name only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MediaKind = Literal["image", "sound"]


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or sound of the pack: its file's name, and the SHA-256 of its bytes in hex."""

    name: str
    kind: MediaKind
    digest: str

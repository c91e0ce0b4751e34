"""Pictures and sounds by the bytes of their files: decoded once, then kept."""

from __future__ import annotations

import hashlib
from pathlib import Path
from types import TracebackType
from typing import Self

from game.ui.media.cache import Cache
from game.ui.media.decoder import Decoder, Kind
from game.ui.media.plain import Plain, from_bytes
from game.ui.media.refused import Refused


def cache_folder() -> Path:
    """Where the player's machine keeps what can be made again; it need not exist."""
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("encore", appauthor=False)) / "media"


class Keeper:
    """Gives files in the plain form, out of the cache wherever it can.

    Used in a `with`, so that the process that decodes ends with it.
    """

    def __init__(self, cache: Cache | None = None, decoder: Decoder | None = None) -> None:
        self._cache = cache or Cache(cache_folder())
        self._decoder = decoder or Decoder()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _fault: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._decoder.close()

    def known(self, digest: str) -> Plain | None:
        """What was made of the file with this SHA-256, if that is still kept.

        Raises:
            Refused: if it was refused.
        """
        return self._cache.get(digest)

    def admit(self, data: bytes, kind: Kind) -> str:
        """The SHA-256 of a file, in hex, once it is known that it can be shown.

        Raises:
            Refused: if it cannot be.
            Unavailable: if nothing can be decoded here.
        """
        digest = hashlib.sha256(data).hexdigest()
        if not self._cache.has(digest):
            self._made(data, kind, digest)
        return digest

    def made(self, data: bytes, kind: Kind) -> Plain:
        """The file in the plain form.

        Raises:
            Refused: if it cannot be read, or may not be.
            Unavailable: if nothing can be decoded here.
        """
        digest = hashlib.sha256(data).hexdigest()
        return self._cache.get(digest) or from_bytes(self._made(data, kind, digest))

    def _made(self, data: bytes, kind: Kind, digest: str) -> bytes:
        self._cache.refusal(digest)
        try:
            made = self._decoder.decode(data, kind)
        except Refused as fault:
            self._cache.put(digest, fault)
            raise
        self._cache.put(digest, made)
        return made

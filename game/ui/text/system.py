"""Fonts that the player's system has, asked for letter by letter.

On Linux fontconfig is asked (8 to 15 ms a question); elsewhere the fonts that come with the
system are known by name. Whatever answers, the file's own character map has the last word.
"""

from __future__ import annotations

import sys

from game.ui.text.cmap import Coverage, read_coverage

_PATIENCE = 1.0
"""Seconds for one answer of fontconfig; it is asked no more after a silence."""
_QUESTIONS = 48
"""Most letters that are asked for in vain; a hostile text has a million."""
_BLOCK = 7
"""Bits of a code point that are dropped when it is remembered as unknown."""

_WINDOWS = (
    "segoeui, segoeuisymbol, arial, nirmalaui, nirmalatext, mangal, leelawadeeui, tahoma, "
    "yugothic, yugothicui, meiryo, msgothic, microsoftyahei, simsun, microsoftjhenghei, "
    "malgungothic, ebrima, gadugi, sylfaen, myanmartext, microsofthimalaya, mongolianbaiti, "
    "javanesetext, segoeuihistoric, segoeuiemoji"
)
_MACOS = (
    "helveticaneue, geezapro, arialhebrew, kohinoordevanagari, devanagarisangammn, "
    "banglasangammn, gurmukhimn, gujaratisangammn, tamilsangammn, telugusangammn, "
    "kannadasangammn, malayalamsangammn, sinhalasangammn, thonburi, laosangammn, khmersangammn, "
    "myanmarsangammn, hiraginosans, hiraginosansgb, pingfangsc, stheitilight, "
    "applesdgothicneo, applegothic, mshtakan, kefa, applesymbols, zapfdingbats, "
    "arialunicodems, applecoloremoji"
)
_NAMES = {"win32": _WINDOWS, "darwin": _MACOS}


class SystemFonts:
    """Finds a file for a letter. Files once found are tried before anything is asked again."""

    def __init__(self, platform: str = sys.platform) -> None:
        self._platform = platform
        self._found: dict[str, Coverage] = {}
        self._unknown: set[int] = set()
        self._asks = 0
        names = _NAMES.get(platform)
        self._names = names.split(", ") if names else []

    def file_for(self, text: str) -> str | None:
        """Return a font file that covers every letter of `text`, or None."""
        codes = [ord(letter) for letter in text]
        for file, coverage in self._found.items():
            if all(code in coverage for code in codes):
                return file
        if any(code >> _BLOCK in self._unknown for code in codes):
            return None
        return self._ask(codes)

    def bitmap(self, file: str) -> bool:
        """Whether the glyphs of `file` are pictures of one fixed size."""
        return file in self._found and self._found[file].bitmap

    def _ask(self, codes: list[int]) -> str | None:
        while file := self._next(codes):
            coverage = read_coverage(file)
            if coverage and len(self._found) < _QUESTIONS:
                self._found[file] = coverage
            if all(code in coverage for code in codes):
                return file
            if not self._names:
                break
        self._unknown.update(code >> _BLOCK for code in codes)
        return None

    def _next(self, codes: list[int]) -> str | None:
        if self._platform not in _NAMES:
            return self._fontconfig(codes)
        import pygame.font

        while self._names:
            file = pygame.font.match_font(self._names.pop(0))
            if file and file not in self._found:
                return file
        return None

    def _fontconfig(self, codes: list[int]) -> str | None:
        if self._asks >= _QUESTIONS:
            return None
        import subprocess

        wanted = " ".join(f"{code:x}" for code in codes[:16])
        command = ("fc-match", "-f", "%{file}", f":charset={wanted}")
        try:
            answer = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_PATIENCE,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            self._asks = _QUESTIONS
            return None
        file = answer.stdout.decode("utf-8", "surrogateescape")
        # An answer that is known already does not cover the text: it was tried first.
        self._asks += file in self._found
        return None if file in self._found else file

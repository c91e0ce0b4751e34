"""The faces of the game, where their files are, and who helps out with a missing letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from game.ui.text.clean import is_ignorable
from game.ui.text.cmap import Coverage, read_coverage
from game.ui.text.recent import Recent
from game.ui.text.system import SystemFonts

if TYPE_CHECKING:
    import pygame.font

OPEN_FONTS = 64
SMALLEST_PX, LARGEST_PX = 4, 1024
"""Below the smallest a space has no width, and a font refuses to draw it."""


class Face(Enum):
    """What a text is for; which file draws it stands in one table."""

    TITLE = "title"
    TEXT = "text"
    STRONG = "strong"
    QUOTE = "quote"
    TAGLINE = "tagline"
    MASTHEAD = "masthead"
    HAND = "hand"

    # Every letter's picture is looked up by its face: the enumeration's own way is slow.
    __hash__ = object.__hash__


_FIRA = ("fontpkg_fira_sans", "files/FiraSans-Medium.ttf")
# Of Source Serif the .otf files: the advance widths in the .ttf files are wrong for quotation
# marks and the ellipsis, which then run into the next letter.
_OWN = {
    Face.TITLE: ("fontpkg_righteous", "files/Righteous-Regular.ttf"),
    Face.TEXT: _FIRA,
    Face.STRONG: ("fontpkg_fira_sans", "files/FiraSans-SemiBold.ttf"),
    Face.QUOTE: ("font_source_serif_pro", "files/SourceSerifPro-BoldIt.otf"),
    Face.TAGLINE: ("font_source_serif_pro", "files/SourceSerifPro-It.otf"),
    Face.MASTHEAD: ("font_source_serif_pro", "files/SourceSerifPro-Black.otf"),
    Face.HAND: ("font_amatic_sc", "files/AmaticSC-Bold.ttf"),
}
_HYPERLEGIBLE = "fontpkg_atkinson_hyperlegible"
_READABLE = {
    Face.TEXT: (_HYPERLEGIBLE, "files/AtkinsonHyperlegible-Regular.ttf"),
    Face.STRONG: (_HYPERLEGIBLE, "files/AtkinsonHyperlegible-Bold.ttf"),
    Face.QUOTE: (_HYPERLEGIBLE, "files/AtkinsonHyperlegible-BoldItalic.ttf"),
    Face.TAGLINE: (_HYPERLEGIBLE, "files/AtkinsonHyperlegible-Italic.ttf"),
    Face.HAND: (_HYPERLEGIBLE, "files/AtkinsonHyperlegible-Bold.ttf"),
}
# In the order in which they are asked; each is there only if the player installed it.
_WORLD = (
    ("fontpkg_ibm_plex_sans_arabic", "files/IBMPlexSansArabic-Medium.ttf"),
    ("fontpkg_open_sans", "files/OpenSans[wdth,wght].ttf"),
    ("fontpkg_sarabun", "files/Sarabun-Medium.ttf"),
    ("fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf"),
    ("noto_cjk_sans_jp_regular", "NotoSansCJKjp-Regular.otf"),
    ("noto_cjk_sans_sc_regular", "NotoSansCJKsc-Regular.otf"),
    ("noto_cjk_sans_tc_regular", "NotoSansCJKtc-Regular.otf"),
    ("noto_cjk_sans_kr_regular", "NotoSansCJKkr-Regular.otf"),
)
# What the shortest way may draw: no marks, no joining, one direction.
_PLAIN = "".join(
    letter
    for letter in (*map(chr, range(0x20, 0x250)), *"‐‑‒–—―‘’‚“”„†‡•…‰′″‹›€№™−≈≠≤≥→←↑↓½⅓⅔¼¾⅛")
    if letter.isprintable()
)


def bounded(px: int) -> int:
    """The nearest size at which text can be drawn."""
    return max(SMALLEST_PX, min(int(px), LARGEST_PX))


def package_folder(package: str) -> str | None:
    """Where `package` is installed, found without importing it; None when it is not."""
    from importlib.util import find_spec

    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return None
    places = spec.submodule_search_locations if spec else None
    return next(iter(places), None) if places else None


def pygame_font_file() -> str:
    """The font that pygame brings along."""
    import pygame.font

    return str(Path(pygame.__file__).parent / pygame.font.get_default_font())


def installed() -> Iterator[str]:
    """The font files of the game's own that are there, and pygame's, without opening pygame."""
    own = (*dict.fromkeys(_OWN.values()), *dict.fromkeys(_READABLE.values()), *_WORLD)
    for package, file in (*own, ("pygame", "freesansbold.ttf")):
        folder = package_folder(package)
        if folder and Path(folder, file).is_file():
            yield str(Path(folder, file))


class FontBook:
    """Knows for each face and letter the file that draws it, and keeps fonts open.

    `find` gives the folder of a font package; `system` the fonts of this computer; with
    `readable` running text is set in Atkinson Hyperlegible where that is installed.
    Not for use from several threads at once.
    """

    def __init__(
        self,
        *,
        find: Callable[[str], str | None] = package_folder,
        system: SystemFonts | None = None,
        readable: bool = False,
    ) -> None:
        self._find = find
        self._system = system or SystemFonts()
        self._readable = readable
        self._files: dict[Face, str] = {}
        self._plain: dict[Face, frozenset[str]] = {}
        self._coverage: dict[str, Coverage] = {}
        self._world: list[str] | None = None
        self._open: Recent[tuple[str, int, str, bool], pygame.font.Font] = Recent(OPEN_FONTS)
        self._covering: Recent[tuple[Face, str], tuple[str | None]] = Recent(4096)

    @property
    def missing(self) -> tuple[str, ...]:
        """Font files of the game's own faces that are not installed, as "package/file"."""
        lost = {own: None for own in _OWN.values() if self._existing(*own) is None}
        return tuple(f"{package}/{file}" for package, file in lost)

    def file(self, face: Face) -> str:
        """The file that draws `face`: its own, or else pygame's font."""
        if face not in self._files:
            wanted = [_READABLE[face]] if self._readable and face in _READABLE else []
            found = (self._existing(*own) for own in (*wanted, _OWN[face]))
            self._files[face] = next(filter(None, found), None) or pygame_font_file()
        return self._files[face]

    def plain(self, face: Face) -> frozenset[str]:
        """Letters of the Latin alphabet and its signs that `face` draws alone, unshaped."""
        if face not in self._plain:
            covered = self.coverage(self.file(face))
            self._plain[face] = frozenset(c for c in _PLAIN if ord(c) in covered)
        return self._plain[face]

    def coverage(self, file: str) -> Coverage:
        if file not in self._coverage:
            self._coverage[file] = read_coverage(file)
        return self._coverage[file]

    def bitmap(self, file: str) -> bool:
        """Whether the glyphs of `file` are pictures of one fixed size."""
        known = self._coverage.get(file)
        return known.bitmap if known else self._system.bitmap(file)

    def file_for(self, cluster: str, face: Face) -> str | None:
        """The first file that draws the whole of `cluster`; None when nobody does."""
        known = self._covering.get((face, cluster))
        if known is None:
            known = (self._search(cluster, face),)
            self._covering.put((face, cluster), known)
        return known[0]

    def font(self, file: str, px: int, script: str = "", *, rtl: bool = False) -> pygame.font.Font:
        """An open font of `px` pixels to the em, set to shape `script` (ISO 15924)."""
        import pygame.font

        if not pygame.font.get_init():
            self.close()
            pygame.font.init()
        key = (file, bounded(px), script, rtl)
        font = self._open.get(key)
        if font is None:
            font = self._opened(*key)
            self._open.put(key, font)
        return font

    def close(self) -> None:
        """Forget every open font; they open again when they are wanted."""
        self._open.clear()

    def _opened(self, file: str, px: int, script: str, rtl: bool) -> pygame.font.Font:
        import pygame

        try:
            font = pygame.font.Font(file, px)
            # A file that is no font opens without a word, and then only `size` and `render`
            # raise: the rest kills the process (pygame-ce 2.5.8).
            font.size(" ")
        except (OSError, ValueError, pygame.error):
            font = pygame.font.Font(None, px)
        try:
            if script:
                font.set_script(script)
            if rtl:
                font.set_direction(pygame.DIRECTION_RTL)
        except (AttributeError, ValueError, pygame.error):
            # A pygame built without HarfBuzz still draws the letters, only unjoined.
            pass
        return font

    def _search(self, cluster: str, face: Face) -> str | None:
        codes = [ord(letter) for letter in cluster if not is_ignorable(letter)]
        for file in self._chain(face):
            if self._covers(file, codes):
                return file
        wanted = "".join(map(chr, codes))
        last = pygame_font_file()
        return self._system.file_for(wanted) or (last if self._covers(last, codes) else None)

    def _covers(self, file: str, codes: list[int]) -> bool:
        # pygame's font has nine letters of Arabic, unjoined: worse than none.
        if file == pygame_font_file() and any(0x590 <= code < 0x2000 for code in codes):
            return False
        covered = self.coverage(file)
        return all(code in covered for code in codes)

    def _chain(self, face: Face) -> Iterator[str]:
        yield self.file(face)
        if face is not Face.TEXT:
            yield self.file(Face.STRONG if face is Face.MASTHEAD else Face.TEXT)
        if self._world is None:
            found = (self._existing(*package) for package in (_FIRA, *_WORLD))
            self._world = [file for file in found if file]
        yield from self._world

    def _existing(self, package: str, file: str) -> str | None:
        folder = self._find(package)
        path = Path(folder, file) if folder else None
        return str(path) if path and path.is_file() else None

"""Text of strangers made fit for a pack: entities, markup, invisible characters."""

from __future__ import annotations

import html
import re
import unicodedata

from game.packs.characters import FORBIDDEN

# Only what is surely markup: "1 < 2 > 0" and "<Enter>" stay as they are.
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|kbd|li|"
    r"mark|ol|p|pre|q|s|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|var)"
    r"(?:\s[^<>]*|/)?/?>",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|cite|code|em|font|i|kbd|mark|q|s|small|span|strike|strong|sub|sup|tt|u|var)"
    r"(?:\s[^<>]*|/)?>",
    re.IGNORECASE,
)
_MEDIA = re.compile(
    r"<(?:img|audio|video|source|object|embed|iframe)\b|\[sound:[^\]]*\]|@@PLUGINFILE@@"
    r"|https?://\S+\.(?:png|jpe?g|gif|webp|svg|bmp|mp3|ogg|wav|m4a|mp4|webm|avi)\b"
    r"|https?://(?:www\.)?(?:youtube\.com|youtu\.be|i\.imgur\.com|imgur\.com)/",
    re.IGNORECASE,
)
_TWICE = 2


def tidy(text: str) -> str:
    """`text` on one line, in NFC, single spaces, without what nobody can see."""
    if FORBIDDEN.search(text):
        # Line separators part words, the others stand inside them.
        text = FORBIDDEN.sub(lambda found: " " if found.group() in "\u2028\u2029\x85" else "", text)
    return " ".join(unicodedata.normalize("NFC", text).split())


def without_entities(text: str) -> str:
    """`text` with `&quot;` and the like as the letters they stand for, if need be twice over."""
    for _ in range(_TWICE):
        if "&" not in text or (plain := html.unescape(text)) == text:
            break
        text = plain
    return text


def without_markup(text: str) -> str:
    """HTML as text: tags that part words become a space, the others nothing."""
    if "<" in text:
        text = _TAG.sub(" ", _INLINE.sub("", text))
    return without_entities(text)


def shows_media(text: str) -> bool:
    """Whether `text` counts on a picture, a sound or a film beside it."""
    return _MEDIA.search(text) is not None

"""Names of pictures and sounds: checked now, shown by a later version."""

from __future__ import annotations

import re

from game.packs.fields import Fields
from game.packs.vocabulary import ENDINGS

_NAME = re.compile(r"[\w.()+ -]+(?:/[\w.()+ -]+){0,3}\Z")
_ODD = re.compile(
    r"(?:^|/)(?:\.|(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|/|\Z))|[. ](?:/|\Z)", re.IGNORECASE
)


def is_file_name(name: str) -> bool:
    """Whether `name` can be a file of a pack on every system: four levels, plain characters."""
    return _NAME.match(name) is not None and not _ODD.search(name)


def check(fields: Fields, name: str, left_out: str) -> bool:
    """Whether the entry has a file under `name`, "image" or "sound".

    Reports a name that cannot be one, or else that this version shows no files
    and what is `left_out` therefore.
    """
    found = fields.text(name)
    if found is None:
        return False
    endings = ENDINGS[name]
    if not is_file_name(found.text):
        tip = "a name such as roof.png or pictures/roof.png, of letters, digits and _ . ( ) + -"
        fields.error(found.mark, "media-name", f"'{found.text}' is not a file of this pack", tip)
    elif not found.text.casefold().endswith(endings):
        message = f"'{found.text}' is no {name} the game can use"
        fields.error(found.mark, "media-kind", message, f"the endings are {', '.join(endings)}")
    else:
        not_yet(fields, name, left_out)
    return True


def not_yet(fields: Fields, name: str, left_out: str) -> None:
    """Warn that this version has no pictures and sounds in questions."""
    what = "play sounds" if name == "sound" else "show pictures"
    message = f"{fields.where}: this version cannot {what} yet; {left_out}"
    fields.report.warning(fields.place(name), "not-yet", message, "a later version can")

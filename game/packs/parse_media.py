"""The words of a template that show files: `show`, `reveal`, `image` and `sound`."""

from __future__ import annotations

from dataclasses import replace

from game.packs import media
from game.packs.fields import Fields
from game.packs.nodes import Scalar
from game.packs.paths import PathError, columns
from game.rules.bank import Bank, Value, follow
from game.rules.templates import OWN_FILES, Template
from game.rules.text import Slot, TextError, read_path


def path_of(fields: Fields, found: Scalar | None) -> Slot | None:
    """A path as typed; None, and reported, where it is none."""
    if found is None:
        return None
    try:
        return read_path(found.text)
    except TextError as fault:
        tip = "write the field alone, without braces" if "{" in found.text else ""
        fields.refuse(found.mark, "path", str(fault), tip)
        return None


def with_media(template: Template, fields: Fields, bank: Bank, album: media.Album) -> Template:
    """The template with the files it shows; what cannot be shown is reported."""
    show, reveal = path_of(fields, fields.text("show")), path_of(fields, fields.text("reveal"))
    for name, slot in (("show", show), ("reveal", reveal)):
        if slot is not None:
            _check_path(name, slot, template, fields, bank, album)
    image, sound = (media.check(fields, name, album) for name in ("image", "sound"))
    return replace(template, show=show, reveal=reveal, image=image, sound=sound)


def _check_path(
    name: str, slot: Slot, template: Template, fields: Fields, bank: Bank, album: media.Album
) -> None:
    """Whether the path leads to files; those that fields name are looked at."""
    *before, last = slot.steps
    try:
        passed = columns(bank, template.each, _checkable(slot)) if before or _field(last) else ()
    except PathError as fault:
        fields.refuse(fields.place(name), fault.code, f"`{name}`: {fault.message}", fault.tip)
        return
    if not _field(last) and passed and passed[-1] not in bank.links:
        message = f"`{name}`: `{'.'.join(before)}` is not a link to rows with files"
        fields.refuse(fields.place(name), "path", message)
    for row in bank.tables[template.each].rows if _field(last) else ():
        for leaf in follow(bank, row, slot.steps):
            holder = leaf.rows[-1]
            where = f"{holder.table} row {holder.number}"
            _look_at(leaf.value, where, fields, album)


def _field(step: str) -> bool:
    """Whether the last step of a path is a field, and not a row's own file."""
    return step not in OWN_FILES


def _checkable(slot: Slot) -> Slot:
    """The part of a path that leads through columns."""
    return slot if _field(slot.steps[-1]) else Slot(slot.steps[:-1])


def _look_at(value: Value, where: str, fields: Fields, album: media.Album) -> None:
    album.named(Scalar(value.shown, value.mark), "", where, fields.report)

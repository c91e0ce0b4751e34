"""A pack handed in, by dropping it on the window or pasting its text: looked at, shown, kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.drop import Decision, DropScene, Parcel
from game.scenes.scene import show
from game.story.breaks import tell
from game.story.passes import counted
from game.ui.actions import Dropped, Typed
from game.ui.props.passes import Pass

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.packs.install import Considered
    from game.scenes.scene import Story
    from game.story.tonight import Tonight

PASTED = "The text that was pasted"
_NOBODY = "nobody says"


def take_in(tonight: Tonight, given: Dropped | Typed) -> Story[None]:
    """Show what was handed in, and keep it if the player wants; then whatever came meanwhile."""
    waiting: list[Dropped | Typed] = [given]
    while waiting:
        more = yield from _one(tonight, waiting.pop(0))
        waiting += more


def _one(tonight: Tonight, given: Dropped | Typed) -> Story[list[Dropped]]:
    folder = tonight.rack.own
    if folder is None:
        yield from tell("cross", "Nowhere to keep it", "This machine has no folder for your packs.")
        return []
    name, look = _begun(given, folder)
    scene = DropScene(name, lambda: parcel(found) if (found := look()) else None)
    while True:
        decision = yield from show(scene)
        found = look()
        if found is None or decision is Decision.NOT_NOW:
            return scene.more
        if decision is Decision.PROBLEMS:
            from game.story.faults import problems

            yield from problems(found.pack)
            continue
        yield from _keep(tonight, found, replace=decision is Decision.REPLACE)
        return scene.more


def _begun(given: Dropped | Typed, folder: Path) -> tuple[str, Callable[[], Considered | None]]:
    """What it is called, and what it is once it was looked at: in a thread, whatever its size."""
    from pathlib import Path as File
    from threading import Thread

    source: Path | str = File(given.path) if isinstance(given, Dropped) else given.text
    found: list[Considered] = []

    def look() -> None:
        from game.packs.install import consider

        found.append(consider(source, folder))

    Thread(target=look, name="dropping", daemon=True).start()
    name = source.name if isinstance(source, File) else PASTED
    return name or str(source), lambda: found[0] if found else None


def parcel(found: Considered) -> Parcel:
    """What is shown of a pack before it is kept."""
    from game.story.faults import fault_of

    pack, errors = found.pack, sum(each.severity == "error" for each in found.problems)
    read = (Decision.PROBLEMS,) if found.problems else ()
    if not pack.playable:
        first = next(iter(found.problems), None)
        fault = fault_of(first) if first else None
        said = fault.message if fault else "It makes no question."
        if fault and first and first.line:
            said = f"{fault.place}: {said}"
        if fault and fault.help:
            said = f"{said} {fault.help}"
        card = Pass(_title(found), found.target.name[:30], band="NOT TONIGHT", over="NOT KEPT")
        about = "Nothing has been kept. Mend the file and hand it in again."
        return Parcel(
            _title(found), about, card, (), said, bad=True, decisions=(Decision.NOT_NOW, *read)
        )
    lines = (
        ("By", ", ".join(pack.authors) or _NOBODY),
        ("Licence", pack.licence or _NOBODY),
        ("Language", pack.language),
        ("Questions", _levels(found)),
        ("Problems", _problems(errors, len(found.problems) - errors)),
    )
    keep = Decision.REPLACE if found.exists else Decision.KEEP
    # What changes nothing stands first where something would be lost.
    order = (Decision.NOT_NOW, keep) if found.exists else (keep, Decision.NOT_NOW)
    said = ""
    if found.exists:
        said = f"You have a pack called {pack.id} already. It is replaced only if you say so."
    card = Pass(
        _title(found), counted(len(pack.questions)), _counts(found), over="HANDED IN",
        motto="Let me in",
    )  # fmt: skip
    return Parcel(_title(found), pack.about, card, lines, said, decisions=(*order, *read))


def _title(found: Considered) -> str:
    return found.pack.title or found.target.stem


def _counts(found: Considered) -> tuple[tuple[str, str], ...]:
    levels = (sum(q.level == level for q in found.pack.questions) for level in (1, 2, 3))
    return tuple(zip(("Easy", "Medium", "Hard"), map(str, levels), strict=True))


def _levels(found: Considered) -> str:
    parts = [f"{count} {name.lower()}" for name, count in _counts(found) if count != "0"]
    if len(parts) == 1:
        return parts[0]
    return f"{len(found.pack.questions)}: {', '.join(parts)}"


def _problems(errors: int, warnings: int) -> str:
    parts = []
    for count, word in ((errors, "error"), (warnings, "warning")):
        if count:
            parts.append(f"{count} {word}{'' if count == 1 else 's'}")
    return ", ".join(parts) or "none"


def _keep(tonight: Tonight, found: Considered, *, replace: bool) -> Story[None]:
    from game.packs.install import NotKept, install
    from game.story.opener import told

    try:
        target = install(found, replace=replace)
    except NotKept as fault:
        said = fault.message[:1].upper() + fault.message[1:]
        tip = f" {fault.tip[:1].upper()}{fault.tip[1:]}." if fault.tip else ""
        yield from tell("cross", "Not kept", f"{said}.{tip}")
        return
    tonight.rack.look_again()
    own = f"own:{found.pack.id}"
    if tonight.rack.entry(own):
        tonight.pack = own
    yield from tell("tick", "On the rack", f"{_title(found)} is kept in {told(target.parent)}.")

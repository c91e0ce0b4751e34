"""The choice among the packs, and what else is done with them at the rack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.packs import Choice, Errand, Job, PacksScene
from game.scenes.scene import show
from game.story.breaks import tell
from game.story.passes import card, counted, percent_known, trouble
from game.ui.actions import Dropped, Typed
from game.ui.props.passes import Pass

if TYPE_CHECKING:
    from game.packs.library import Entry
    from game.packs.pack import Pack
    from game.scenes.scene import Story
    from game.story.tonight import Tonight


def choose_pack(tonight: Tonight) -> Story[None]:
    """Let the player choose the pack to play, and do what he wants with the others before."""
    if not tonight.rack.entries:
        yield from tell("note", "No packs", "The game came without its question packs.")
        return
    page, said = _page(tonight, tonight.pack), ""
    while True:
        page.said = said
        result = yield from show(page)
        if result is None:
            return
        if isinstance(result, str):
            tonight.pack = result
            return
        before = tonight.rack.entries
        said = yield from _do(tonight, result)
        if tonight.rack.entries is not before:
            page = _again(tonight, page)


def _page(tonight: Tonight, chosen: str) -> PacksScene:
    """The rack as it hangs now; packs are read as they come into sight."""
    from game.story.opener import told

    rack, known = tonight.rack, dict[str, Choice]()

    def news() -> tuple[Choice, ...]:
        for entry in rack.entries:
            if (pack := rack.glance(entry.id)) and not (entry.id in known and known[entry.id].read):
                known[entry.id] = _choice(tonight, entry, pack)
            elif entry.id not in known:
                known[entry.id] = _unread(tonight, entry)
        return tuple(known[entry.id] for entry in rack.entries)

    def want(ids: tuple[str, ...]) -> None:
        rack.begin(*ids)

    ids = [entry.id for entry in rack.entries]
    at = ids.index(chosen) if chosen in ids else 0
    return PacksScene(news(), at, news, want, told(rack.own) if rack.own else "")


def _again(tonight: Tonight, before: PacksScene) -> PacksScene:
    """The rack after something has changed: sought, sorted and looked at as before."""
    hand = before.hand.id if before.hand else tonight.pack
    if tonight.rack.entry(tonight.pack) is None:
        tonight.pack = tonight.rack.first
    page = _page(tonight, hand if tonight.rack.entry(hand) else tonight.pack)
    page.sort, page.sought, page.age = before.sort, before.sought, before.age
    page.arrange()
    return page


def _unread(tonight: Tonight, entry: Entry) -> Choice:
    blank = card(tonight, entry, None)
    own = entry.origin == "own"
    return Choice(entry.id, entry.title, "being read", blank, read=False, own=own)


def _choice(tonight: Tonight, entry: Entry, pack: Pack) -> Choice:
    name, own, problems = pack.title or entry.title, entry.origin == "own", len(pack.problems)
    if not pack.playable:
        away = Pass(
            name, _short(entry.path.name, 30), band="NOT TONIGHT", over="THIS PACK CANNOT BE PLAYED"
        )
        why = trouble(pack)
        return Choice(entry.id, name, "cannot be played", away, why, problems=problems, own=own)
    return Choice(
        entry.id,
        name,
        counted(len(pack.questions)),
        card(tonight, entry, pack),
        questions=len(pack.questions),
        known=percent_known(tonight, pack),
        problems=problems,
        own=own,
    )


def _do(tonight: Tonight, result: Errand | Dropped | Typed) -> Story[str]:
    """Do what was asked for; a sentence to show at the rack, if there is something to say."""
    if not isinstance(result, Errand):
        from game.story.dropping import take_in

        yield from take_in(tonight, result)
        return ""
    entry = tonight.rack.entry(result.id)
    if entry is None:
        return ""
    if result.job is Job.PROBLEMS:
        from game.story.faults import problems

        yield from problems(tonight.rack.open(entry.id))
    elif result.job is Job.WORKBENCH:
        from game.story.workbench import workbench

        yield from workbench(tonight, entry.path)
    elif result.job is Job.FOLDER:
        return _open(entry)
    elif result.job is Job.REMOVE:
        return (yield from _remove(tonight, entry))
    return ""


def _open(entry: Entry) -> str:
    from game.story.opener import open_folder, told

    folder = entry.path.parent
    if open_folder(folder):
        return f"Opened: {told(folder)}"
    return f"No file manager was found. The folder is {told(folder)}"


def _remove(tonight: Tonight, entry: Entry) -> Story[str]:
    from game.packs.removal import NotRemoved, aside, remove
    from game.scenes.ask import AskScene
    from game.story.opener import told

    packs = tonight.rack.own
    if entry.origin != "own" or packs is None:
        return ""
    below = f"It is moved to {told(aside(packs))} and can be put back. What you know of it is kept."
    heading = f"Take {_short(entry.title)} off the rack?"
    choices = (("Keep it", False), ("Take it off", True))
    sure = yield from show(AskScene("remove", "hourglass", heading, below, choices, back=False))
    if not sure:
        return ""
    try:
        target = remove(entry.path, packs)
    except NotRemoved as fault:
        return str(fault)
    tonight.rack.look_again()
    return f"Moved to {told(target)}"


def _short(title: str, longest: int = 40) -> str:
    return title if len(title) <= longest else title[: longest - 1].rstrip() + "…"

"""The evening: the title, and where its lines lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.modes import MODES
from game.scenes.ask import AskScene
from game.scenes.packs import Choice, PacksScene
from game.scenes.scene import show
from game.scenes.title import Line, TitleScene, Wish
from game.story.breaks import tell
from game.story.party import party
from game.story.solo import solo
from game.ui.props.passes import Pass

if TYPE_CHECKING:
    from game.packs.library import Entry
    from game.packs.pack import Pack
    from game.scenes.scene import Story
    from game.story.tonight import Tonight


def evening(
    tonight: Tonight, mode: str | None = None, players: tuple[str, ...] = ()
) -> Story[None]:
    """From the title through matches and back, until the player goes home.

    With `mode` the first match starts at once, for `players` if it is a party.
    """
    if mode is not None:
        yield from _play(tonight, mode, players)
    chosen = 0
    while True:
        title = _title(tonight)
        title.chosen = chosen
        wish = yield from show(title)
        chosen = title.chosen
        if wish is Wish.QUIT:
            return
        if wish is Wish.PACKS:
            yield from _choose_pack(tonight)
        else:
            yield from _play(tonight, "party" if wish is Wish.PARTY else "setlist", ())


def after_fault(tonight: Tonight, report: str) -> Story[None]:
    """Say that something broke, then go on from the title."""
    where = f"What happened is written down in {report}." if report else ""
    go_on = yield from show(
        AskScene(
            "fault",
            "bolt",
            "A string has snapped",
            f"Something in the game broke; the fault is ours. {where}",
            (("Back to the title", True), ("Quit", False)),
            back=True,
        )
    )
    if go_on:
        yield from evening(tonight)


def _play(tonight: Tonight, mode: str, players: tuple[str, ...]) -> Story[None]:
    if not tonight.pack:
        yield from tell("note", "No pack to play", "The game came without its question packs.")
        return
    pack = tonight.rack.open(tonight.pack)
    if not pack.playable:
        yield from tell("cross", "This pack cannot be played", _trouble(pack))
    elif MODES[mode].is_party:
        yield from party(tonight, pack, players)
    else:
        yield from solo(tonight, pack, mode)


def _title(tonight: Tonight) -> TitleScene:
    count = len(tonight.rack.entries)
    lines = (
        Line(Wish.SOLO, MODES["setlist"].blurb),
        Line(Wish.PARTY, MODES["party"].blurb),
        Line(Wish.PACKS, "1 pack" if count == 1 else f"{count} packs"),
        Line(Wish.QUIT, "good night"),
    )
    tonight.rack.begin(tonight.pack)
    entry = tonight.rack.entry(tonight.pack)
    card = _card(entry, tonight.rack.glance(tonight.pack))

    def news() -> Pass | None:
        pack = tonight.rack.glance(tonight.pack)
        return _card(entry, pack) if pack else None

    return TitleScene(lines, card, news, tonight.notice)


def _card(entry: Entry | None, pack: Pack | None) -> Pass:
    if entry is None:
        return Pass("No pack", "nothing to play yet")
    if pack is None:
        return Pass(entry.title, "", motto="It’s all happening")
    levels = [sum(each.level == level for each in pack.questions) for level in (1, 2, 3)]
    names = ("Easy", "Medium", "Hard")
    figures = tuple((name, str(figure)) for name, figure in zip(names, levels, strict=True))
    mine = "ALL ACCESS" if entry.origin == "shipped" else "YOUR OWN PACK"
    return Pass(
        pack.title or entry.title,
        f"{len(pack.questions)} questions",
        figures,
        over=mine,
        motto="It’s all happening",
    )


def _choose_pack(tonight: Tonight) -> Story[None]:
    entries = tonight.rack.entries
    if not entries:
        yield from tell("note", "No packs", "The game came without its question packs.")
        return
    choices = tuple(_choice(entry, tonight.rack.open(entry.id)) for entry in entries)
    ids = [entry.id for entry in entries]
    at = ids.index(tonight.pack) if tonight.pack in ids else 0
    chosen = yield from show(PacksScene(choices, at))
    if chosen is not None:
        tonight.pack = chosen


def _choice(entry: Entry, pack: Pack) -> Choice:
    name = pack.title or entry.title
    if not pack.playable:
        card = Pass(name, entry.path.name, band="NOT TONIGHT", over="THIS PACK CANNOT BE PLAYED")
        return Choice(entry.id, name, "cannot be played", card, _trouble(pack))
    whose = "yours · " if entry.origin == "own" else ""
    return Choice(entry.id, name, f"{whose}{len(pack.questions)} questions", _card(entry, pack))


def _trouble(pack: Pack) -> str:
    if not pack.problems:
        return "It makes no question. “encore pack check” says why."
    first = pack.problems[0]
    return f"Line {first.line}: {first.message}"

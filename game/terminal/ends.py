"""How a match's end is told: the magazine and the festival poster, each with its set list."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from game.rules.words import listed
from game.scenes.poster import Ending
from game.scenes.results import After
from game.terminal.talk import Command, choose, go_on
from game.terminal.terminal import points, sentence, signed, spoken
from game.ui.props.cover import STARS

if TYPE_CHECKING:
    from game.scenes.nightlist import NightListScene, Played
    from game.scenes.poster import Act, PosterScene
    from game.scenes.results import ResultsScene, Track
    from game.terminal.terminal import Terminal
    from game.ui.props.cover import Cover

_WISHES = {
    After.AGAIN: "Another night",
    After.PRACTISE: "Practise what you missed",
    After.COPY: "A text to share",
    After.TITLE: "Back to the title",
}
_ENDINGS = {
    Ending.AGAIN: "An encore with the same table",
    Ending.SETLIST: "The whole set list",
    Ending.COPY: "A text to share",
    Ending.SAVE: "Save the bill as a picture",
    Ending.TITLE: "Back to the title",
}


def results(scene: ResultsScene, terminal: Terminal) -> After:
    """The headline, the score, every answer once more; then what comes next."""
    words = [_WISHES[wish] for wish in scene.wishes]

    def tell() -> None:
        terminal.gap()
        terminal.say(*_cover(scene.cover))
        terminal.gap()
        terminal.say("The set list, with the right answers.")
        terminal.number([_track(track) for track in scene.tracks])
        if scene.strip:
            terminal.say(sentence(scene.strip))

    tell()
    while True:
        terminal.gap()
        terminal.number(words)
        typed = choose(terminal, "What comes next?", words, tell)
        if isinstance(typed, Command):
            return After.TITLE
        if scene.wishes[typed] is not After.COPY:
            return scene.wishes[typed]
        # What stands in a terminal can be copied there.
        terminal.gap()
        terminal.say(scene.share)


def _cover(cover: Cover) -> list[str]:
    stars = {0: "No stars", 1: "1 star"}.get(cover.stars, f"{cover.stars} stars")
    label, _, inside = cover.inside.partition("   ")
    also = f"{label.capitalize()}: {spoken(inside)}" if inside else spoken(label)
    return [
        f"The music paper writes: {cover.headline}",
        sentence(spoken(cover.lead)),
        f"Your score: {points(cover.score)}. {stars} of {STARS}. {sentence(cover.closing)}",
        sentence(also),
    ]


def _track(track: Track) -> str:
    word = "Right" if track.right else "Too late" if track.late else "Wrong"
    return f"{word}. {track.stem} Answer: {sentence(track.answer)}"


def poster(scene: PosterScene, terminal: Terminal) -> Ending:
    """The bill: the winner on top, then everyone, then the awards; then what comes next."""
    wishes = [ending for ending in _ENDINGS if ending is not Ending.SAVE or _can_draw()]
    words = [_ENDINGS[ending] for ending in wishes]

    def tell() -> None:
        terminal.gap()
        terminal.say(*_bill(scene))

    if scene.said:
        terminal.say(sentence(scene.said))
        scene.said = ""
    # Shown again, it need not be heard again.
    if not scene.cheered:
        tell()
    scene.cheered = True
    while True:
        terminal.gap()
        terminal.number(words)
        typed = choose(terminal, "What comes next? (r reads the bill again)", words, tell)
        if isinstance(typed, Command):
            return Ending.TITLE
        if wishes[typed] is not Ending.COPY:
            return wishes[typed]
        # What stands in a terminal can be copied there.
        terminal.gap()
        terminal.say(scene.share)


def _can_draw() -> bool:
    """Whether a picture can be made here: the game in a terminal does without what draws."""
    return find_spec("pygame") is not None


def _bill(scene: PosterScene) -> list[str]:
    heads = [act for act in scene.acts if act.rank == 1]
    role = "The headliner" if len(heads) == 1 else "Headliners, level"
    names = listed([f"{act.name}{_print(act)}" for act in heads])
    rest = [act for act in scene.acts if act.rank > 1]
    return [
        "----",
        sentence(spoken(scene.strap).capitalize()),
        f"{role}: {names}, {points(heads[0].score)}.",
        *(f"{act.rank}. {act.name}{_print(act)}, {points(act.score)}." for act in rest),
        *(f"{title}: {sentence(spoken(winner))}" for _, title, winner in scene.awards),
    ]


def _print(act: Act) -> str:
    """The small print below a name."""
    parts = [act.members, act.note, "set right by hand" if act.corrected else ""]
    said = "; ".join(part for part in parts if part)
    return f" ({said})" if said else ""


def set_list(scene: NightListScene, terminal: Terminal) -> None:
    """The whole night, round by round, with the right answers."""

    def tell() -> None:
        terminal.gap()
        right = sum(each.right for each in scene.played)
        terminal.say(f"The whole night: {len(scene.played)} questions, {right} of them right.")
        before = ""
        for number, each in enumerate(scene.played, 1):
            if each.round != before:
                terminal.say(f"{each.round}.")
            before = each.round
            terminal.say(f"{number}. {_played(each)}")

    tell()
    go_on(terminal, "Press Enter to go back to the bill.", tell)


def _played(each: Played) -> str:
    if each.right:
        said = "Right."
    elif each.picked:
        said = f"Wrong: {sentence(each.picked)}"
    else:
        said = "Too late."
    lines = [
        f"{each.name}. {each.stem} {said}",
        "" if each.right and each.picked == each.answer else f"Answer: {sentence(each.answer)}",
        f"{sentence(signed(each.points))}",
        sentence(spoken(each.beside)) if each.beside else "",
    ]
    return " ".join(line for line in lines if line)

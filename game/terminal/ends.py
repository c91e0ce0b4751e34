"""How a match's end is told: the magazine with its set list, and the festival poster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.words import listed
from game.scenes.results import After
from game.terminal.talk import Command, agreed, choose
from game.terminal.terminal import points, sentence, spoken
from game.ui.props.cover import STARS

if TYPE_CHECKING:
    from game.scenes.poster import PosterScene
    from game.scenes.results import ResultsScene, Track
    from game.terminal.terminal import Terminal
    from game.ui.props.cover import Cover

_WISHES = {
    After.AGAIN: "Another night",
    After.PRACTISE: "Practise what you missed",
    After.COPY: "A text to share",
    After.TITLE: "Back to the title",
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


def poster(scene: PosterScene, terminal: Terminal) -> bool:
    """The bill: the winner on top, then everyone, then the awards."""

    def tell() -> None:
        terminal.gap()
        terminal.say("----", sentence(spoken(scene.strap).capitalize()))
        heads = [act for act in scene.acts if act.rank == 1]
        names = listed([act.name for act in heads])
        role = "The headliner" if len(heads) == 1 else "Headliners, level"
        terminal.say(f"{role}: {names}, {points(heads[0].score)}.")
        rest = [act for act in scene.acts if act.rank > 1]
        terminal.say(*(f"{act.rank}. {act.name}, {points(act.score)}." for act in rest))
        terminal.say(*(f"{what}: {sentence(spoken(who))}" for what, who in scene.awards))

    tell()
    return agreed(terminal, "An encore with the same players?", tell)

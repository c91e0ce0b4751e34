"""How the turns of a night are played, and how its scenes are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.story.breaks import Changed, take_five, through_breaks
from game.story.party import pages
from game.story.party.desk import desk
from game.story.party.judging import discreet_proofs, judged
from game.story.turn import Conduct

if TYPE_CHECKING:
    from game.scenes.scene import Scene, Story
    from game.story.party.night import Night


def conduct_of(night: Night) -> Conduct:
    """The conduct of a night's turns."""
    tonight = night.tonight
    return Conduct(
        header=pages.header,
        keep=night.keep,
        go_on=pages.next_name,
        clock=night.clock,
        dispute=lambda match, card: tonight.review(night.pack, match, card),
        exhibit=lambda question: tonight.exhibit(night.pack, question),
        judge=judged,
        proofs=discreet_proofs,
        pause=lambda is_open: pause(night, is_open=is_open),
    )


def shown(night: Night, scene: Scene[Any], *, is_open: bool = False) -> Story[Any]:
    """`scene` through all breaks, its result; `is_open` while a question is."""
    return through_breaks(scene, lambda: pause(night, is_open=is_open))


def pause(night: Night, *, is_open: bool) -> Story[None]:
    """A break, from which the table can be changed; `is_open` while a question is."""

    def changing() -> Story[None]:
        before = night.match
        yield from desk(night, is_open=is_open)
        if night.match is not before:
            raise Changed

    return take_five(changing)

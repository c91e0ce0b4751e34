"""What is done in a night, act by act: each goes on from the match and keeps what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.rules import table
from game.rules.modes import LEVEL_NAMES
from game.rules.tally import heckle_worth, steal_worth
from game.rules.turn import ANSWER, BET, HECKLE, STEAL
from game.scenes.bet import BetScene
from game.scenes.heckle import HeckleScene
from game.scenes.standings import Between
from game.scenes.steal import StealScene
from game.story.party import pages
from game.story.party.conduct import conduct_of, shown
from game.story.party.desk import desk
from game.story.turn import ask, before_last, reveal

if TYPE_CHECKING:
    from game.rules.turn import Due
    from game.scenes.scene import Story
    from game.story.party.night import Night


def standings(night: Night) -> Story[None]:
    """The table after a round, and whatever it changes."""
    while night.match.round_over:
        wish = yield from shown(night, pages.standings(night.match))
        if wish is not Between.TABLE:
            return
        yield from desk(night)


def answer(night: Night, _: Due) -> Story[None]:
    """The gate, the question and, unless it is for somebody to steal, its reveal."""
    yield from shown(night, pages.gate(night.match))
    conduct = conduct_of(night)
    match = yield from ask(night.match, conduct, night.time_left())
    if match.due is None or match.due.kind != STEAL:
        yield from reveal(match, conduct)
    else:
        night.untold = match.due.card


def steal(night: Night, due: Due) -> Story[None]:
    """A miss is offered to the next player, then revealed."""
    match = night.match
    missed = match.played[-1]
    scene = StealScene(
        match.cards[due.card],
        missed.pick,
        due.seat,
        match.players[due.seat],
        table.performer(match, len(match.played) - 1),
        steal_worth(match, match.slots[-1]),
        match.clock,
        pages.header(before_last(match), len(match.played) - 1),
        night.tonight.exhibit(night.pack, match.cards[due.card].question),
    )
    outcome = yield from shown(night, scene)
    night.keep(table.steal(match, outcome.pick, outcome.ms))
    yield from tell_miss(night)


def tell_miss(night: Night) -> Story[None]:
    """Reveal the miss that waited for it, unless it was taken back meanwhile."""
    card, night.untold = night.untold, None
    if night.match.played and night.match.played[-1].card == card:
        yield from reveal(night.match, conduct_of(night))


def heckle(night: Night, due: Due) -> Story[None]:
    """Whoever played before chooses the wrong options in secret."""
    match = night.match
    heckler = due.seat
    victim = table.performer(match, len(match.played))
    yield from shown(night, pages.heckle_gate(match, heckler, victim))
    scene = HeckleScene(
        heckler,
        match.players[heckler],
        match.next.seat,
        victim,
        match.card.question.stem,
        tuple(option.text for option in table.candidates(match)),
        prize=heckle_worth(match, match.next),
    )
    places = yield from shown(night, scene)
    night.keep(table.heckle(match, places))


def bet(night: Night, due: Due) -> Story[None]:
    """A bet in secret before the last round."""
    match = night.match
    seat = due.seat
    own = next(slot for slot in match.ahead if slot.seat == seat)
    level = LEVEL_NAMES[match.cards[own.card].question.level]
    yield from shown(night, pages.bet_gate(match, seat))
    scene = BetScene(
        seat,
        match.players[seat],
        match.score(seat),
        level,
        "ENCORE",
        pages.table_so_far(match),
    )
    percent = yield from shown(night, scene)
    night.keep(table.bet(match, percent))


ACTS: dict[str, Callable[[Night, Due], Story[None]]] = {
    ANSWER: answer,
    STEAL: steal,
    HECKLE: heckle,
    BET: bet,
}

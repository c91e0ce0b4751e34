"""Everyone at one question: the bets, the answers, the reveal."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from game.rules import table
from game.rules.modes import LEVEL_NAMES
from game.rules.night import to_bet
from game.scenes.scene import Challenged
from game.scenes.together import TogetherScene
from game.scenes.together_bet import TogetherBetScene
from game.scenes.together_reveal import TogetherRevealScene
from game.story.breaks import Changed, Left
from game.story.party import pages
from game.story.party.conduct import conduct_of, shown
from game.story.party.judging import discreet, picks
from game.story.party.lobby import keys_of
from game.story.turn import LEAST_LEFT, dispute, fetch_next
from game.ui.boards import ARRANGEMENTS
from game.ui.props.stands import Contender

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.rules.match import Match
    from game.scenes.scene import Story
    from game.story.party.night import Night
    from game.story.tonight import Tonight
    from game.ui.boards import Cluster


def bets(night: Night) -> Story[None]:
    """Everyone bets at once, in secret."""
    match = night.match
    bettors = to_bet(match)
    side_by_side = sorted(bettors)
    scene = TogetherBetScene(
        contenders(match, side_by_side),
        LEVEL_NAMES[match.card.question.level],
        clusters(night.tonight, match, side_by_side),
    )
    percents = yield from shown(night, scene)
    by_seat = dict(zip(side_by_side, percents, strict=True))
    night.keep(table.bet(match, *(by_seat[seat] for seat in bettors)))


def answers(night: Night) -> Story[None]:
    """One question that everyone answers in secret, then its reveal."""
    match, number, card = night.match, len(night.match.played), night.match.card
    same = takewhile(lambda slot: slot.card == match.next.card, match.course[number:])
    seats = [slot.seat for slot in same]
    side_by_side = sorted(seats)
    conduct = conduct_of(night)
    exhibit = conduct.exhibit(card.question)
    before = pages.together_header(match, number)
    scene = TogetherScene(
        card,
        match.clock,
        before,
        contenders(match, side_by_side),
        clusters(night.tonight, match, side_by_side),
        exhibit,
    )
    left_ms = night.time_left()
    if left_ms is not None and match.clock.limit is not None:
        scene.carry_on(left_ms / 1000)
    try:
        answers = yield from shown(night, scene, is_open=True)
    except (Left, Changed, GeneratorExit):
        if scene.answering and match.clock.limit is not None:
            left = max(match.clock.limit - scene.spent, LEAST_LEFT)
            night.clock(match, round(left * 1000))
        raise
    by_seat = dict(zip(side_by_side, answers, strict=True))
    after = match
    for seat in seats:
        after = after.answer(by_seat[seat].pick, by_seat[seat].ms)
    night.keep(after)
    picked = [answer.pick for answer in answers if answer.pick is not None]
    told = TogetherRevealScene(
        discreet(after, card, picked),
        picks(after, len(seats)),
        before,
        pages.next_name(after),
        exhibit,
        pages.together_header(after, number),
    )
    fetch_next(after, conduct)
    while isinstance((yield from shown(night, told)), Challenged):
        if (yield from dispute(after, card, conduct)) is not None:
            return


def contenders(match: Match, seats: Sequence[int]) -> tuple[Contender, ...]:
    """Those at `seats`, as they sit side by side."""
    return tuple(Contender(seat, match.players[seat], match.score(seat)) for seat in seats)


def clusters(tonight: Tonight, match: Match, seats: Sequence[int]) -> tuple[Cluster, ...]:
    """The keys of each of `seats`: the same all night, whoever else plays."""
    dealt = ARRANGEMENTS[keys_of(tonight)].dealt(len(match.players))
    return tuple(dealt[seat] for seat in seats)

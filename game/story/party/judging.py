"""What an answer of a party brought besides its own points, and to whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.rules.tally import is_encore, is_sudden
from game.rules.turn import BET, HECKLE, STEAL
from game.scenes.reveal import Beside, Verdict
from game.story.proof import proofs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from game.rules.deal import Card
    from game.rules.match import Match
    from game.scenes.challenge import Proof
    from game.scenes.together_reveal import Pick

LATER = "not this one; more about it later tonight"
PROVEN = "The pack proves it wrong; how gives a later question away, so it is told another night."
_SAYS = {STEAL: "stole it", HECKLE: "heckled well"}


def judged(verdict: Verdict, match: Match, number: int) -> Verdict:
    """`verdict` on answer `number`, with all that came of it."""
    slot = match.slots[number]
    steal = match.steals.get(slot.card)
    sudden = is_sudden(match, slot)
    told = [pick for pick in (verdict.pick, steal.pick if steal else None) if pick is not None]
    return replace(
        verdict,
        card=discreet(match, verdict.card, told),
        note=f"{verdict.note} · {_fate(match, number)}" if sudden else verdict.note,
        beside=tuple(beside(match, number)),
        doubled=is_encore(match, slot),
        stolen=steal.pick if steal else None,
        thief=steal.seat if steal else None,
        scoreless=sudden,
    )


def discreet(match: Match, card: Card, picked: Collection[int]) -> Card:
    """`card` as it may be told now: its wrong options give no question still to come away.

    Whoever has that question would have heard its answer just before. Where an option's fact is
    such an answer, the facts of all that nobody picked are left out, so that a gap hints at none.
    """
    secret = _secrets(match)
    if secret.isdisjoint(option.fact for option in card.options):
        return card
    options = tuple(
        option
        if place == card.key or (place in picked and option.fact not in secret)
        else replace(option, fact=LATER if place in picked else "")
        for place, option in enumerate(card.options)
    )
    return replace(card, options=options)


def discreet_proofs(match: Match, card: Card) -> tuple[Proof, ...]:
    """Why each option is right or wrong, as far as it gives no question still to come away."""
    told = proofs(card)
    if _secrets(match).isdisjoint(option.fact for option in card.options):
        return told
    return tuple(each if each.right else replace(each, why=PROVEN) for each in told)


def _secrets(match: Match) -> set[str]:
    """The answers of all questions still to come, as they will be told."""
    to_come = [match.cards[slot.card].question for slot in match.course[len(match.played) :]]
    return {fact for each in to_come for fact in (each.why, each.key.fact) if fact}


def _fate(match: Match, number: int) -> str:
    """What an answer means in a sudden death, as far as it is known by now."""
    if match.right(match.played[number]):
        return "still in"
    return "out, unless the others miss as well"


def beside(match: Match, number: int) -> Iterator[Beside]:
    """What answer `number` brought to whom, besides its own points."""
    slot = match.slots[number]
    for entry in match.entries:
        if entry.number != number:
            continue
        name = match.players[entry.seat]
        if entry.what in _SAYS:
            yield Beside(entry.seat, name, _SAYS[entry.what], entry.points)
        elif entry.what == BET:
            percent = match.bets[entry.seat].amount
            yield Beside(entry.seat, name, f"a bet of {percent} %", entry.points)
    steal = match.steals.get(slot.card)
    if steal is not None and not match.right(steal):
        tried = "tried to steal it" if steal.pick is not None else "did not want it"
        yield Beside(steal.seat, match.players[steal.seat], tried, 0)


def picks(match: Match, count: int) -> tuple[Pick, ...]:
    """How each did with the last question, which all of `count` answered; by their seats."""
    from game.scenes.together_reveal import Pick

    last = range(len(match.played) - count, len(match.played))
    found = []
    for number in last:
        turn = match.played[number]
        bet = match.bets.get(turn.seat) if is_encore(match, match.slots[number]) else None
        rows = [e for e in match.entries if e.number == number and e.seat == turn.seat]
        found.append(
            Pick(
                turn.seat,
                match.players[turn.seat],
                turn.pick,
                turn.ms,
                sum(entry.points for entry in rows),
                match.score(turn.seat),
                f"bet {bet.amount} %" if bet else "",
            )
        )
    return tuple(sorted(found, key=lambda pick: pick.seat))

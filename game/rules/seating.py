"""Dealing a match: which cards there are, and who gets which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from game.rules.deal import Hat, climbing, deal_card, deal_cards, setlist, understudies
from game.rules.house import MOST, MOST_TEAMS, TEAMS, House
from game.rules.likeness import matched, rounds
from game.rules.match import Match
from game.rules.modes import CLOCKS, MODES, Clock, Mode
from game.rules.question import LEVELS, Question
from game.rules.turn import ANSWER, JOIN, NO_CARD, STEAL, Slot, Turn

# Nothing harder is asked where nothing hard is.
GENTLE = 2
ENCORE_LEVEL = 2
# So many sets stand by to play off a tie with.
PLAYOFFS = 3


def deal_match(
    fingerprint: str,
    questions: Collection[Question],
    mode: Mode,
    players: Sequence[str],
    seed: str,
    clock: Clock | None = None,
    seen: Sequence[str] = (),
) -> Match:
    """Deal a match: the same for the same arguments, anywhere.

    `seen` are the ids of questions seen lately, longest ago first. A party is
    dealt by `deal_party`, of which this is one without house rules.

    Raises:
        ValueError: for more or fewer players than the mode has seats.
    """
    if mode.is_party:
        plain = House(rounds=mode.length, clock=mode.clock)
        match = deal_party(fingerprint, questions, players, seed, plain, seen)
        return replace(match, clock=clock or match.clock)
    _count(mode, players, mode.most)
    hat = Hat(questions, seed, seen if mode.fresh else ())
    dealt = setlist(hat, mode.length, climbs=mode.climbs)
    spare = hat.remaining() if mode.lives is not None else understudies(hat)
    return match_of(fingerprint, dealt, spare, mode, players, seed, clock)


def deal_party(
    fingerprint: str,
    questions: Collection[Question],
    players: Sequence[str],
    seed: str,
    house: House,
    seen: Sequence[str] = (),
    teams: Sequence[Sequence[str]] = (),
) -> Match:
    """Deal a night: the same for the same arguments, anywhere.

    `players` are the names of the seats, which are teams where `teams` says who
    sits in each.

    Raises:
        ValueError: for more or fewer players than this way of playing has seats.
    """
    mode = MODES["party"]
    _count(mode, players, _most(house))
    hat = Hat(questions, seed, seen)
    sets = _sets(hat, len(players), climbing(house.rounds), seed, house)
    reserve = _reserve(hat, len(players), seed, house)
    spare = _understudies(hat, house)
    dealt = [question for each in sets for question in each]
    held = [question for each in reserve for question in each]
    behind = [deal_card(each, seed) for each in (*held, *spare)]
    numbers = iter(range(len(dealt) + len(behind)))
    order = tuple(range(len(players)))
    return Match(
        pack=fingerprint,
        seed=seed,
        mode=mode,
        clock=CLOCKS[house.clock],
        players=tuple(players),
        cards=(*deal_cards(dealt, seed), *behind),
        plan=seating(_numbered(numbers, sets), order, 1),
        reserve=_numbered(numbers, reserve),
        spares=tuple(numbers),
        house=house,
        teams=tuple(map(tuple, teams)),
    )


def _most(house: House) -> int:
    """How many seats there may be: players, or teams."""
    return MOST_TEAMS if house.way == TEAMS else MOST[house.way]


def _count(mode: Mode, players: Sequence[str], most: int) -> None:
    if not mode.fewest <= len(players) <= most:
        raise ValueError(f"{mode.title} is for {mode.fewest} to {most} players")


def _understudies(hat: Hat, house: House) -> list[Question]:
    """What stands by for questions skipped or voided; nothing hard where nothing hard is asked."""
    hardest = GENTLE if house.gentle else max(LEVELS)
    return [question for question in understudies(hat) if question.level <= hardest]


def _sets(
    hat: Hat, seats: int, levels: Iterable[int], seed: object, house: House
) -> list[tuple[Question, ...]]:
    """What is asked in each round; one question a round where everybody answers the same.

    The rounds get harder, but an encore is a song that most know: one of medium level where there
    is one. With a hard question counting double and bets on it, who leads before the last round
    would seldom win (see tests/bench/balance.py).
    """
    wanted = [min(level, GENTLE) if house.gentle else level for level in levels]
    shared = house.shared
    sets = rounds(hat, 1 if shared else seats, wanted, seed, gentle=house.gentle)
    medium = [each for each in sets if each[0].level == ENCORE_LEVEL]
    if medium and house.plays("encore"):
        sets = [*(each for each in sets if each is not medium[-1]), medium[-1]]
    return sets


def _reserve(hat: Hat, seats: int, seed: object, house: House) -> list[tuple[Question, ...]]:
    """Sets to play off a tie with: for all where the pack has as many alike, else for fewer."""
    if not house.plays("sudden"):
        return []
    level = GENTLE if house.gentle else max(LEVELS)
    sizes = [1] if house.shared else range(seats, 1, -1)
    found = []
    for _ in range(PLAYOFFS):
        tries = (matched(hat, size, level, seed, gentle=house.gentle) for size in sizes)
        found.append(next(filter(None, tries), ()))
    return [each for each in found if each]


def _numbered(
    numbers: Iterator[int], sets: Iterable[Sequence[Question]]
) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(next(numbers) for _ in each) for each in sets)


def seating(sets: Iterable[Sequence[int]], order: Sequence[int], first: int) -> tuple[Slot, ...]:
    """A slot for each seat in each round from `first` on; who begins moves on by one each round."""
    slots: list[Slot] = []
    for number, cards in enumerate(sets, first):
        turn = (number - 1) % len(order)
        seats = (*order[turn:], *order[:turn])
        each = cards if len(cards) == len(seats) else list(cards) * len(seats)
        slots += (Slot(seat, card, number) for seat, card in zip(seats, each, strict=True))
    return tuple(slots)


def match_of(
    fingerprint: str,
    dealt: Sequence[Question],
    spare: Sequence[Question],
    mode: Mode,
    players: Sequence[str],
    seed: str,
    clock: Clock | None = None,
) -> Match:
    """A match of one player with these very questions, in this order."""
    return Match(
        pack=fingerprint,
        seed=seed,
        mode=mode,
        clock=clock or CLOCKS[mode.clock],
        players=tuple(players),
        cards=(*deal_cards(dealt, seed), *(deal_card(each, seed) for each in spare)),
        plan=tuple(Slot(0, card) for card in range(len(dealt))),
        spares=tuple(range(len(dealt), len(dealt) + len(spare))),
    )


def at_break(match: Match) -> bool:
    """Whether nothing of the round to come was played, so that seats can come and be moved."""
    if match.due is None or not match.ahead or match.last_round == 0:
        return False
    if match.bets or match.due.kind == STEAL or match.next.card in match.heckles:
        return False
    # An answer that was taken back belongs to its seat in its round, too.
    answered = (turn.card for turn in match.turns if turn.kind == ANSWER)
    return match.next.round not in map(match.walked.rounds.get, answered)


def reordered(match: Match, order: Sequence[int]) -> Match:
    """The match with its seats playing in this order from the next round on.

    Raises:
        ValueError: in the middle of a round, or where not every seat is named once.
    """
    if not at_break(match) or sorted(order) != list(range(len(match.players))):
        raise ValueError("the order can be changed between two rounds, not in one")
    sets = [_cards(match, number) for number in _to_come(match)]
    kept = tuple(slot for slot in match.plan if slot.round < match.next.round)
    return replace(match, plan=(*kept, *seating(sets, order, match.next.round)))


def _to_come(match: Match) -> range:
    return range(match.next.round, match.last_round + 1)


def _cards(match: Match, number: int) -> tuple[int, ...]:
    """The cards of a round, each once."""
    return tuple(dict.fromkeys(slot.card for slot in match.plan if slot.round == number))


def order_of(match: Match) -> tuple[int, ...]:
    """The seats in the order in which they play, whoever begins."""
    number = min(match.round, match.last_round)
    seats = [slot.seat for slot in match.plan if slot.round == number]
    turn = (number - 1) % len(seats)
    return (*seats[len(seats) - turn :], *seats[: len(seats) - turn])


def joined(
    match: Match, name: str, questions: Collection[Question], seen: Sequence[str] = ()
) -> Match:
    """The match with one more seat, last in the order, with the average points of those there.

    Where teams play it is a team of one.
    The rounds to come are dealt anew from what of `questions` has not been asked.

    Raises:
        ValueError: in the middle of a round, at a full table, or where there
            are not questions enough alike for so many.
    """
    seats = len(match.players) + 1
    if seats > most_seats(match):
        raise ValueError("the table is full")
    if not at_break(match):
        raise ValueError("a new player can sit down between two rounds, not in one")
    number, count = match.next.round, len(match.cards)
    seed = f"{match.seed}|{number}|{seats}"
    hat, sets = _dealt_anew(match, questions, seen, seats, seed)
    reserve = _reserve(hat, seats, seed, match.house)
    dealt = [question for each in sets for question in each]
    behind = [deal_card(question, seed) for each in reserve for question in each]
    numbers = iter(range(count, count + len(dealt) + len(behind)))
    order = (*order_of(match), seats - 1)
    kept = tuple(slot for slot in match.plan if slot.round < number)
    return replace(
        match,
        players=(*match.players, name),
        teams=(*match.teams, (name,)) if match.teams else (),
        cards=(*match.cards, *deal_cards(dealt, seed), *behind),
        plan=(*kept, *seating(_numbered(numbers, sets), order, number)),
        reserve=_numbered(numbers, reserve),
        spares=_still_standing_by(match, (*dealt, *chain(*reserve))),
        turns=(*match.turns, Turn(seats - 1, NO_CARD, None, 0, JOIN, amount=average(match))),
    )


def _dealt_anew(
    match: Match, questions: Collection[Question], seen: Sequence[str], seats: int, seed: str
) -> tuple[Hat, list[tuple[Question, ...]]]:
    """What the rounds to come ask of so many seats, and the hat it was drawn from.

    Raises:
        ValueError: where there are not questions enough alike.
    """
    levels = [match.cards[_cards(match, each)[0]].question.level for each in _to_come(match)]
    free = set(match.walked.free)
    touched = {turn.card for turn in match.turns} | set(match.spares) - free
    # Rather than nobody sits down, what stands by is asked.
    for held in (free, set[int]()):
        hat = Hat(questions, seed, seen)
        hat.without(match.cards[card].question for card in touched | held if card != NO_CARD)
        sets = _sets(hat, seats, levels, seed, match.house)
        if len(sets) == len(levels):
            return hat, sets
    raise ValueError(f"the pack has too few questions alike for {seats} players")


def _still_standing_by(match: Match, dealt: Iterable[Question]) -> tuple[int, ...]:
    """The spares, without those that ask what is `dealt` now; what has stood in stays."""
    facts = {fact for each in dealt for fact in each.facts}
    return tuple(
        spare
        for spare in match.spares
        if spare not in match.walked.free or facts.isdisjoint(match.cards[spare].question.facts)
    )


def average(match: Match) -> int:
    """The points that those who are there have on average, rounded to the nearest."""
    there = [seat for seat in range(len(match.players)) if seat not in match.out]
    return (2 * sum(map(match.score, there)) + len(there)) // (2 * max(1, len(there)))


def most_seats(match: Match) -> int:
    """How many may sit at the table."""
    return _most(match.house)

"""Made-up evenings, the same each time, so that there is something to show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.rules.memory import DAY
from game.rules.modes import MODES
from game.rules.seating import deal_match
from game.story.decks import deck

if TYPE_CHECKING:
    from random import Random

    from game.packs.pack import Pack
    from game.story.tonight import Tonight

GUESTS = ("Penny", "Russell", "William", "Lester")


def past(tonight: Tonight, days: int = 26) -> Tonight:
    """The same evening after so many made-up ones, the same each time."""
    from random import Random

    from game.records import Records

    dice, at = Random(1973), [FIRST_NIGHT]  # noqa: S311  (for pictures)
    records = Records.nowhere(now=lambda: at[0])
    packs = [tonight.rack.open(entry.id) for entry in tonight.rack.entries]
    packs = sorted((pack for pack in packs if pack.playable), key=lambda p: p.id != tonight.pack)
    later = replace(tonight, records=records, now=lambda: at[0], clock=None)
    for night in range(days):
        at[0] = FIRST_NIGHT + night * DAY
        for mode in ("daily", *_MODES[night % len(_MODES)]):
            pack = packs[0] if night % 8 != 5 else packs[night // 8 % len(packs)]
            guests = GUESTS[: 2 + night % 2] if MODES[mode].is_party else ()
            _made_up(later, pack, mode, guests, dice)
            at[0] += HOUR
    return later


FIRST_NIGHT = 1_790_000_000.0
HOUR = 3600.0
_MODES = (
    ("setlist", "soundcheck"),
    ("soundcheck", "soundcheck", "party"),
    ("soundcheck", "soundcheck", "setlist"),
    ("soundcheck", "soundcheck"),
)


def _made_up(
    tonight: Tonight, pack: Pack, mode: str, guests: tuple[str, ...], dice: Random
) -> None:
    """Play one match as somebody would who learns."""
    records, seed = tonight.records, f"{mode}|{tonight.day()}"
    if guests:
        match = deal_match(pack.fingerprint, tonight.questions(pack), MODES[mode], guests, seed)
    else:
        match = deck(replace(tonight, seed=lambda: seed), pack, mode)
    extra = {"day": tonight.day()} if mode == "daily" else {}
    match_id, states = records.begin(mode, pack.id, match, extra), records.fact_states(pack.id)
    left = dice.random() < 0.07
    while not match.over and not (left and len(match.played) == 4):
        card = match.card
        state = states.get(card.question.facts[0])
        right = dice.random() < (0.7 if state is None else 0.93)
        pick = card.key if right else (card.key + 1) % len(card.options)
        match = match.answer(pick, dice.randrange(1700, 15_000))
        records.keep(match_id, match)
    if match.over:
        records.finish(match_id, match)
    else:
        records.abandon(match_id)

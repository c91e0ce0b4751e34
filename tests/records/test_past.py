from __future__ import annotations

from game.records import Records
from game.rules.modes import MODES
from game.rules.patches import show_of
from game.rules.seating import deal_match
from tests.records.conftest import Opener
from tests.records.play import NOW, PACK, answered, dealt, played
from tests.rules.bank import small_pack


def test_matches_are_told_in_short_as_the_rules_tell_them(opened: Opener) -> None:
    records = opened()
    first = played(records, "a")
    party = played(records, "b", ("Mia", "Ben", "Zoë"))
    assert records.shows() == (show_of(first, PACK), show_of(party, PACK))


def test_lifelines_swaps_and_voids_are_told(opened: Opener) -> None:
    records = opened()
    match = dealt("a")
    match_id = records.begin("solo", PACK, match, {})
    match = match.answer(match.card.key, 900, ("half",))
    match = match.swap().answer(None, 20_000).void()
    while not match.over:
        match = answered(match)
        records.keep(match_id, match)
    records.finish(match_id, match)
    (told,) = records.shows()
    assert told == show_of(match, PACK)
    assert (told.swapped, told.voided, told.answers[0].aided) == (1, 1, True)


def test_a_match_given_up_is_told_and_one_being_played_is_not(opened: Opener) -> None:
    records = opened()
    match = answered(dealt("a"))
    given_up = records.begin("solo", PACK, match, {})
    records.abandon(given_up)
    records.begin("solo", PACK, dealt("b"), {})
    (told,) = records.shows()
    assert (told.finished, len(told.answers)) == (False, 1)


def test_a_marathon_is_told_though_most_of_its_cards_are_gone(opened: Opener) -> None:
    records = opened()
    match = deal_match("f" * 64, small_pack(), MODES["marathon"], ("You",), "m")
    match_id = records.begin("marathon", PACK, match, {})
    while not match.over:
        match = answered(match)
        records.keep(match_id, match)
    records.finish(match_id, match)
    assert records.shows() == (show_of(match, PACK),)


def test_a_patch_once_sewn_on_stays_and_keeps_its_day(opened: Opener) -> None:
    now = [NOW]
    records = Records.nowhere(now=lambda: now[0])
    records.keep_patches(["ghost"])
    now[0] += 99
    records.keep_patches(["ghost", "turned"])
    assert records.patches() == {"ghost": int(NOW), "turned": int(NOW) + 99}
    kept = opened()
    kept.keep_patches(["ghost"])
    settings = kept.settings()
    kept.close()
    again = opened()
    assert list(again.patches()) == ["ghost"]
    assert again.settings() == settings

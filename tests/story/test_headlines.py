from __future__ import annotations

import pytest

from game.rules.match import Match
from game.rules.modes import CLOCKS, MODES
from game.rules.seating import deal_match
from game.story.frontpages import KINDS
from game.story.gist import counted, gist_of
from game.story.headlines import headline, kind_of
from tests.rules.bank import small_pack

POOL = small_pack()
ALL = len(deal_match("f", POOL, MODES["marathon"], ("You",), "night").plan)
# As much as the cover of the magazine has room for.
LONGEST_HEADLINE, LONGEST_LEAD = 34, 60
LINES = [(kind.name, *line) for kind in KINDS for line in kind.lines]


def played(
    mode: str, verdicts: str, seconds: float = 8.0, aids: str = "", seed: str = "night"
) -> Match:
    """`x` is right, `.` wrong; the lifelines are used one after the other from the first."""
    chosen = MODES[mode]
    match = deal_match("f", POOL, chosen, ("You",), seed, CLOCKS["standard"])
    wanted = aids.split()
    for verdict in verdicts:
        aid = (wanted.pop(0),) if wanted else ()
        if aid == ("swap",):
            match, aid = match.swap(), ()
        key = match.card.key
        pick = key if verdict == "x" else (key + 1) % len(match.card.options)
        match = match.answer(pick, round(seconds * 1000), aid)
    return match


def kind(match: Match, friend: Match | None = None) -> str:
    return kind_of(gist_of(match, friend)).name


NIGHTS = {
    "duel won": played("duel", "xxxxxx...."),
    "duel lost": played("duel", "x........."),
    "duel level": played("duel", "xxxxx....."),
    "duel open": played("duel", "xxxxx....."),
    "soundcheck clean": played("soundcheck", "xxxxxxxxx."),
    "soundcheck": played("soundcheck", "x.x.x.x.xx"),
    "marathon dry": played("marathon", "x" * ALL),
    "marathon long": played("marathon", "xxxxxxxxx." * 2 + "."),
    "perfect": played("setlist", "xxxxxxxxxx"),
    "comeback": played("setlist", "...xxxxxxx"),
    "last one": played("setlist", "xxx.x....x"),
    "faded": played("setlist", "xxxxxxx..."),
    "all but one": played("setlist", "xxxx.xxxxx"),
    "roll": played("setlist", "x.xxxxxx.x"),
    "quick": played("setlist", "xx.xx.xx.x", 4.0),
    "slow": played("setlist", "xx.xx.xx.x", 15.0),
    "no lifeline": played("setlist", "xx.xx.xx.x"),
    "every lifeline": played("setlist", "xx.xx.xx.x", aids="half time swap"),
    "daily": played("daily", "xx.xx.xx.x"),
    "great": played("setlist", "xxxxx.xx.x", aids="half"),
    "good": played("setlist", "xx.xx.xx..", aids="half"),
    "fair": played("setlist", "xx.x..xx..", aids="half"),
    "poor": played("setlist", ".x...x....", aids="half"),
    "none": played("setlist", ".........."),
}
FRIEND = played("duel", "xxxxx.....")


def friend_of(name: str) -> Match | None:
    return FRIEND if name in ("duel won", "duel lost", "duel level") else None


@pytest.mark.parametrize("name", [kind.name for kind in KINDS])
def test_every_kind_of_headline_has_its_night(name: str) -> None:
    assert kind(NIGHTS[name], friend_of(name)) == name


@pytest.mark.parametrize(("name", "words", "lead"), LINES)
def test_every_line_fits_the_cover_with_the_longest_figures(
    name: str, words: str, lead: str
) -> None:
    widest = {"right": "400", "count": "400", "questions": "400 questions", "missed": "10 misses"}
    widest |= {"roll": "400", "pace": "40.0 s", "gap": "3,000 points"}
    assert len(words) <= LONGEST_HEADLINE
    assert len(lead.format_map(widest)) <= LONGEST_LEAD
    assert set(widest) == set(gist_of(NIGHTS[name]).words)


@pytest.mark.parametrize("name", sorted(NIGHTS))
def test_a_headline_has_no_braces_left(name: str) -> None:
    said = headline(NIGHTS[name], friend_of(name))
    assert not {"{", "}"} & set(said.headline + said.lead)


def test_there_are_sixty_lines_and_none_twice() -> None:
    assert len(LINES) >= 60
    assert len({words for _, words, _ in LINES}) == len(LINES)
    assert len({lead for _, _, lead in LINES}) == len(LINES)


def test_every_line_of_a_kind_is_some_nights() -> None:
    found = {headline(played("setlist", "x" * 10, seed=str(seed))).headline for seed in range(60)}
    assert found == {words for name, words, _ in LINES if name == "perfect"}


def test_the_same_match_has_the_same_headline() -> None:
    assert headline(NIGHTS["roll"]) == headline(played("setlist", "x.xxxxxx.x"))


def test_a_night_of_one_question_reads_well() -> None:
    for right in ("x", "."):
        said = {headline(played("setlist", right, seed=str(seed))).lead for seed in range(60)}
        assert not [lead for lead in said if "1 questions" in lead]
    assert counted(1, "miss", "misses") == "1 miss"
    assert counted(1200, "question") == "1,200 questions"

"""What a table must not be told before its time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.deal import Card
from game.rules.house import PLAIN, TOGETHER
from game.rules.match import Match
from game.rules.question import Option
from game.scenes.reveal import RevealScene
from game.scenes.together import TogetherScene
from game.scenes.together_reveal import TogetherRevealScene
from game.story.party.judging import LATER, PROVEN, discreet, discreet_proofs
from game.story.proof import proofs
from game.ui.actions import Action
from tests.rules.nights import go, night
from tests.story.guests import TABLE, Guests


def seated(pack: str, way: str = PLAIN.way) -> Guests:
    """Four at a table where steals are allowed, unless all answer together."""
    player = Guests(None, (), pack=pack, house=replace(PLAIN, way=way, steal=way != TOGETHER))
    player.tonight.names = TABLE[:4]
    player.press(Action.DOWN, Action.CONFIRM, Action.CONFIRM)
    return player


def told_by(player: Guests) -> dict[str, set[str]]:
    """The facts that each reveal of a night states about its wrong options, by question."""
    told: dict[str, set[str]] = {}
    while player.here != "poster":
        scene = player.stage.scene
        if isinstance(scene, RevealScene | TogetherRevealScene):
            card = scene.verdict.card if isinstance(scene, RevealScene) else scene.card
            wrong = (option for at, option in enumerate(card.options) if at != card.key)
            told[card.question.id] = {option.fact for option in wrong if option.fact}
        player.scene()
    return told


@pytest.mark.parametrize("way", [PLAIN.way, TOGETHER])
@pytest.mark.parametrize("pack", ["almost-famous", "night-sky", "stage-and-strings"])
def test_no_reveal_of_a_night_gives_a_question_still_to_come_away(pack: str, way: str) -> None:
    player = seated(pack, way)
    told = told_by(player)
    asked = {turn.card: None for turn in player.match.played}
    questions = [player.match.cards[card].question for card in asked]
    assert list(told) == [each.id for each in questions]
    for number, earlier in enumerate(questions):
        answers = {fact for each in questions[number + 1 :] for fact in (each.why, each.key.fact)}
        assert told[earlier.id].isdisjoint(answers - {""})
    assert any(told.values())


def spoiling(match: Match) -> Card:
    """The card to come, whose first wrong option is what the card after it asks for."""
    card, after = match.card, match.cards[match.course[1].card].question
    facts = iter((after.why, "fact of another", "fact of a third"))
    options = tuple(
        option if place == card.key else Option(option.text, next(facts))
        for place, option in enumerate(card.options)
    )
    return replace(card, options=options)


def facts(card: Card) -> list[str]:
    """What is told of the wrong options, in their order."""
    return [option.fact for place, option in enumerate(card.options) if place != card.key]


def test_where_an_option_would_give_the_next_question_away_none_but_the_pick_is_explained() -> None:
    match = night(PLAIN)
    card = spoiling(match)
    first, second, _ = (place for place in range(4) if place != card.key)
    match = go(match, "x")
    assert facts(discreet(match, card, [card.key])) == ["", "", ""]
    assert facts(discreet(match, card, [second])) == ["", "fact of another", ""]
    assert facts(discreet(match, card, [first, second])) == [LATER, "fact of another", ""]
    assert discreet(match, card, [first]).options[card.key] == card.options[card.key]


def test_a_dispute_proves_no_wrong_option_by_what_a_later_question_asks() -> None:
    match = night(PLAIN)
    card = spoiling(match)
    told = discreet_proofs(go(match, "x"), card)
    assert [each.why for each in told if not each.right] == [PROVEN] * 3
    assert discreet_proofs(go(match, "xx"), card) == proofs(card)


def test_once_nothing_is_given_away_all_options_are_explained() -> None:
    match = night(PLAIN)
    card = spoiling(match)
    assert discreet(go(match, "xx"), card, [card.key]) is card


def test_who_leads_is_told_with_the_answer_and_not_while_the_breath_is_held() -> None:
    player = seated("almost-famous", TOGETHER)
    led = 0
    while player.here != "poster":
        scene = player.stage.scene
        player.scene()
        told = player.stage.scene
        if isinstance(scene, TogetherScene) and isinstance(told, TogetherRevealScene):
            assert told.before == scene.header
            led += told.after.note != told.before.note
    assert led

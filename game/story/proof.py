"""Why each option of a card is right or wrong, said to the player who disputes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.challenge import Proof

if TYPE_CHECKING:
    from game.rules.deal import Card

BY_HAND = "by hand"


def proofs(card: Card) -> tuple[Proof, ...]:
    """One for each option, in the card's order."""
    return tuple(
        Proof(option.text, _why(card, place), place == card.key)
        for place, option in enumerate(card.options)
    )


def _why(card: Card, place: int) -> str:
    option, question = card.options[place], card.question
    if place == card.key:
        return question.why or "The pack says that this is right."
    if option.fact:
        return f"It is right for something else: {option.fact}"
    if question.template == BY_HAND:
        return "The author of the question wrote it down as wrong."
    return "The author of the pack says that it is wrong for every row."

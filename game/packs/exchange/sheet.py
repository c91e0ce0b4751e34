"""A pub quiz on paper: a question sheet and its answer sheet, as one self-contained HTML file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from importlib import resources

from game.packs.pack import Pack
from game.rules.deal import Card, Hat, deal_cards, setlist
from game.rules.question import askable

LETTERS = "ABCD"
ROUND = 10
# Above this many characters an option wants the whole width of the sheet.
_LONG = 42


def dealt(pack: Pack, count: int, seed: str) -> tuple[Card, ...]:
    """Up to `count` questions of the pack that get harder, with their options, from a seed.

    Paper shows no pictures of the pack, and plays no sounds.
    """
    in_words = askable(pack.questions, sees=False, hears=lambda: False)
    return deal_cards(setlist(Hat(in_words, seed), count), seed)


def sheet(pack: Pack, cards: Sequence[Card], seed: str) -> str:
    """The HTML document: the questions, and on a page of their own the answers."""
    style = resources.files("game.packs.exchange").joinpath("sheet.css").read_text("utf-8")
    title, imprint = escape(pack.title), f"<footer>{_imprint(pack, seed)}</footer>"
    about = [f'<p dir="auto">{escape(pack.about)}</p>'] if pack.about else []
    return "\n".join(
        [
            f'<!DOCTYPE html>\n<html lang="{escape(pack.language)}">\n<head>',
            '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
            f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>",
            f'<header><h1 dir="auto">{title}</h1>',
            *about,
            f'<div class="team"><span>Team</span><span>Points: &emsp;&emsp;of {len(cards)}</span>',
            "</div></header>",
            *_rounds(cards, "questions", _question),
            f'{imprint}\n</main>\n<section class="answers">',
            f'<header><h1 dir="auto">{title}</h1><p>The answers</p></header>',
            *_rounds(cards, "right", _answer),
            f"{imprint}\n</section>\n</body>\n</html>\n",
        ]
    )


def _rounds(cards: Sequence[Card], kind: str, one: Callable[[int, Card], str]) -> Iterator[str]:
    """The cards in rounds of ten; a last round of one or two is no round of its own."""
    starts = [at for at in range(0, len(cards), ROUND) if not at or len(cards) - at > 2]
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(cards)
        if len(starts) > 1:
            yield f"<h2>Round {number + 1}</h2>"
        yield f'<ol class="{kind}">'
        yield from (one(at + 1, cards[at]) for at in range(start, end))
        yield "</ol>"


def _question(number: int, card: Card) -> str:
    wide = " long" if max(len(option.text) for option in card.options) > _LONG else ""
    options = "".join(
        f'<li><span class="box">{letter}</span><span dir="auto">{escape(option.text)}</span></li>'
        for letter, option in zip(LETTERS, card.options, strict=False)
    )
    return (
        f'<li><span class="number">{number}</span><div class="body">'
        f'<p class="stem" dir="auto">{escape(card.question.stem)}</p>'
        f'<ol class="options{wide}">{options}</ol></div></li>'
    )


def _answer(number: int, card: Card) -> str:
    key, why = card.options[card.key].text, card.question.why
    told = f'<span class="why" dir="auto">{escape(why)}</span>' if why and why != key else ""
    return (
        f'<li><span class="number">{number}</span><span class="box">{LETTERS[card.key]}</span>'
        f'<div class="body"><b dir="auto">{escape(key)}</b>{told}</div></li>'
    )


def _imprint(pack: Pack, seed: str) -> str:
    """Whose questions these are, and how to print the very same sheet again."""
    by = f"Questions by {', '.join(pack.authors)}. " if pack.authors else ""
    licence = f"Licence: {pack.licence}. " if pack.licence else ""
    again = f"The same sheet again: seed {seed}, pack {pack.id} ({pack.fingerprint[:8]})."
    return escape(f"{by}{licence}{again}")

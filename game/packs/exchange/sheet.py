"""A pub quiz on paper: a question sheet and its answer sheet, as one self-contained HTML file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from importlib import resources
from itertools import pairwise

from game.packs.pack import Pack
from game.rules.deal import Card, Hat, deal_cards, setlist, shuffled
from game.rules.question import Question, askable

LETTERS = "ABCD"
ROUND = 10
# Above this many characters an option wants the whole width of the sheet.
_LONG = 42
# About so many characters stand in a line. So many lines of ten questions fit the first page on
# Letter, the lower of the two papers; a round with more is set smaller: close, then tight.
_LINE = 84
_ROOMY, _CLOSE = 33, 41
_BY_HAND = "by hand"


def dealt(pack: Pack, count: int, seed: str) -> tuple[Card, ...]:
    """Up to `count` questions of the pack, with their options, from a seed.

    The rounds get harder; within a round the kinds and levels are mixed. Paper
    shows no pictures of the pack, and plays no sounds.
    """
    in_words = askable(pack.questions, sees=False, hears=lambda: False)
    chosen = setlist(Hat(in_words, seed), count)
    mixed = [one for part in _parts(len(chosen)) for one in _mixed(chosen[part], seed)]
    return deal_cards(mixed, seed)


def sheet(pack: Pack, cards: Sequence[Card], seed: str) -> str:
    """The HTML document: a page for each round of questions, and then the answers."""
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
            "</header>",
            *_question_rounds(cards),
            f'{imprint}\n</main>\n<section class="answers">',
            f'<header><h1 dir="auto">{title}</h1><p>The answers</p></header>',
            *_answer_rounds(cards),
            f"{imprint}\n</section>\n</body>\n</html>\n",
        ]
    )


def _parts(count: int) -> list[slice]:
    """Where the rounds begin and end: of ten at most, and as equal as can be."""
    rounds = -(-count // ROUND)
    ends = [-(-count * number // rounds) for number in range(rounds + 1)] if rounds else []
    return [slice(start, end) for start, end in pairwise(ends)]


def _mixed(questions: Sequence[Question], seed: str) -> Iterator[Question]:
    """Them in an order of the seed, two of one template side by side only where it must be."""
    left = shuffled(questions, (seed, "paper"), lambda question: question.id)
    counts = Counter(map(_kind, left))
    last = ""
    while left:
        # A kind that makes up more than half of the rest would be left over if it had to wait.
        most, often = counts.most_common(1)[0]
        urgent = [one for one in left if _kind(one) == most != last and often * 2 > len(left)]
        free = [one for one in left if _kind(one) != last]
        chosen = (urgent or free or left)[0]
        left.remove(chosen)
        last = _kind(chosen)
        counts[last] -= 1
        yield chosen


def _kind(question: Question) -> str:
    """Its template; whatever is written by hand is a kind of its own."""
    return question.id if question.template == _BY_HAND else question.template


def _question_rounds(cards: Sequence[Card]) -> Iterator[str]:
    for number, part in enumerate(_parts(len(cards)), 1):
        size, lines = len(cards[part]), sum(map(_lines, cards[part]))
        spacing = "" if lines <= _ROOMY else " close" if lines <= _CLOSE else " tight"
        yield f'<section class="round{spacing}"><div class="team"><h2>Round {number}</h2>'
        yield f'<span class="name">Team:</span><span>Points: <i></i> of {size}</span></div>'
        yield '<ol class="questions">'
        yield from (_question(part.start + at, card) for at, card in enumerate(cards[part], 1))
        yield "</ol></section>"


def _answer_rounds(cards: Sequence[Card]) -> Iterator[str]:
    for number, part in enumerate(_parts(len(cards)), 1):
        yield f'<section class="round"><h2>Round {number}</h2><ol class="right">'
        yield from (_answer(part.start + at, card) for at, card in enumerate(cards[part], 1))
        yield "</ol></section>"


def _wide(card: Card) -> bool:
    return max(len(option.text) for option in card.options) > _LONG


def _lines(card: Card) -> int:
    """About how many lines it takes on paper."""
    stem = -(-len(card.question.stem) // _LINE)
    if _wide(card):
        return stem + sum(-(-len(option.text) // _LINE) for option in card.options)
    return stem + -(-len(card.options) // 2)


def _question(number: int, card: Card) -> str:
    wide = " long" if _wide(card) else ""
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
        f'<div class="body"><b dir="auto">{escape(key)}</b>'
        f'<span class="asked" dir="auto">{escape(card.question.stem)}</span>{told}</div></li>'
    )


def _imprint(pack: Pack, seed: str) -> str:
    """Whose questions these are, and how to print the very same sheet again."""
    by = f"Questions by {', '.join(pack.authors)}. " if pack.authors else ""
    licence = f"Licence: {pack.licence}. " if pack.licence else ""
    again = f"The same sheet again: seed {seed}, pack {pack.id} ({pack.fingerprint[:8]})."
    return escape(f"{by}{licence}{again}")

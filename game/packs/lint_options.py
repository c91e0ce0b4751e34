"""What could be better about the options of one question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.packs.lint_words import Note, unquoted, words
from game.rules.question import MOST_WRONG, Question

LONGEST_OPTION = 45
_TELLING = 1.5
# A few letters more are no sign: "Abbey Road" beside "Help!".
_LEAST_MORE = 6
_ALL_OF = re.compile(r"\b(?:all|none|both) of (?:the )?(?:above|these|them)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(an?)\s*(?:____|…|\.\.\.)?\s*[”\"]?[?.:!]*\s*\Z", re.IGNORECASE)
_PLURAL = re.compile(r"\b(?:are|were)\b", re.IGNORECASE)


def notes(question: Question, by_hand: bool) -> Iterator[Note]:
    """All that could be better; the wrong options of a template are keys of others."""
    texts = [question.key.text, *(option.text for option in question.wrong if by_hand)]
    for text in texts:
        if len(text) > LONGEST_OPTION:
            message = f"the option '{text[:30]}…' has {len(text)} characters"
            yield Note("long-option", message, f"up to {LONGEST_OPTION} fit well")
        if _ALL_OF.search(text):
            yield Note("all-of", f"'{text}' depends on the order of the options", "name one thing")
    if len(question.wrong) < MOST_WRONG:
        tip = "add another, or a decoy: four options are usual"
        yield Note("few-wrong", f"only {len(question.wrong)} wrong answers are known", tip)
    if by_hand:
        yield from _length(question)
    yield from _grammar(question)
    yield from _giveaway(question)


def _length(question: Question) -> Iterator[Note]:
    lengths = [len(option.text) for option in question.wrong]
    key, mean = len(question.key.text), sum(lengths) / len(lengths)
    if key > _TELLING * mean and key > mean + _LEAST_MORE and key > max(lengths):
        message = f"the right option is much longer than the others ({key} to {mean:.0f})"
        yield Note("long-key", message, "shorten it, or make the others longer")


def _grammar(question: Question) -> Iterator[Note]:
    stem = unquoted(question.stem)
    found = _ARTICLE.search(stem)
    others = [option.text for option in question.wrong]
    if found:
        starts = [text[:1].casefold() in "aeiou" for text in (question.key.text, *others)]
        if starts[0] not in starts[1:] and starts[0] == (found.group(1).casefold() == "an"):
            yield Note("article", f"only the right option fits '{found.group(1)}'", "write 'a/an'")
    plural = [text.casefold().endswith("s") for text in (question.key.text, *others)]
    if plural[0] and not any(plural[1:]) and _PLURAL.search(stem):
        message = "only the right option is a plural, as the question is"
        yield Note("plural", message, "make the others plurals as well")


def _giveaway(question: Question) -> Iterator[Note]:
    shared = words(question.stem, 5) & words(question.key.text, 5)
    if not shared:
        return
    elsewhere = frozenset[str]().union(*(words(option.text) for option in question.wrong))
    if given := sorted(shared - elsewhere):
        message = f"'{given[0]}' stands in the question and in the right option only"
        yield Note("giveaway", message, "ask in other words, or let a wrong option share it")

"""Did you mean ...: the nearest word, and words that other quiz tools use."""

from __future__ import annotations

from collections.abc import Collection, Mapping

# What the fields of common quiz files are called elsewhere, and what we call them.
FOREIGN: Mapping[str, str] = {
    "question": "ask",
    "prompt": "ask",
    "text": "ask",
    "q": "ask",
    "stem": "ask",
    "a": "answer",
    "answers": "answer",
    "correct": "answer",
    "correct_answer": "answer",
    "correct_answers": "answer",
    "right": "answer",
    "solution": "answer",
    "key": "answer",
    "incorrect": "wrong",
    "incorrect_answer": "wrong",
    "incorrect_answers": "wrong",
    "wrong_answer": "wrong",
    "wrong_answers": "wrong",
    "distractors": "wrong",
    "options": "wrong",
    "choices": "wrong",
    "alternatives": "wrong",
    "explanation": "why",
    "feedback": "why",
    "comment": "why",
    "rationale": "why",
    "note": "why",
    "difficulty": "level",
    "alias": "aka",
    "aliases": "aka",
    "picture": "image",
    "img": "image",
    "audio": "sound",
    "music": "sound",
    "license": "licence",
    "author": "authors",
    "by": "authors",
    "name": "title",
    "lang": "language",
    "locale": "language",
    "description": "about",
    "version": "format",
    "table": "each",
    "from": "each",
    "for": "each",
    "where": "only",
    "if": "only",
    "filter": "only",
    "data": "bank",
    "tables": "bank",
    "facts": "bank",
    "items": "questions",
    "quiz": "questions",
    "results": "questions",
    "template": "templates",
}


def nearest(word: str, choices: Collection[str]) -> str | None:
    """The choice that `word` was probably meant to be."""
    import difflib

    folded = {choice.casefold(): choice for choice in choices}
    wanted = word[:80].casefold()
    if wanted in folded:
        return folded[wanted]
    foreign = FOREIGN.get(wanted.replace(" ", "_").replace("-", "_"))
    if foreign in choices:
        return foreign
    # difflib is slow over many words; lengths that differ much cannot be near anyway.
    near = [name for name in folded if abs(len(name) - len(wanted)) <= 3][:5000]
    found = difflib.get_close_matches(wanted, near, n=1, cutoff=0.7)
    if found:
        return folded[found[0]]
    # In a short word two letters that changed places are too much for difflib: `woh`.
    mixed = (name for name in near if len(name) > 2 and sorted(name) == sorted(wanted))
    return folded.get(next(mixed, ""))


def some_of(choices: Collection[str], most: int = 10) -> str:
    """The first of the choices, and how many more there are: `ann, ben and 3 more`."""
    named = ", ".join(list(choices)[:most])
    return f"{named} and {len(choices) - most} more" if len(choices) > most else named


def did_you_mean(word: str, choices: Collection[str], quote: str = "`") -> str:
    """` (did you mean `answer`?)`, or nothing where no choice is near."""
    found = nearest(word, choices)
    return f" (did you mean {quote}{found}{quote}?)" if found else ""

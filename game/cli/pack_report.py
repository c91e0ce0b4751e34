"""What `encore pack check` and `show` print about a pack."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from game.packs.pack import Pack
from game.packs.problem import printable
from game.rules.deal import Card, deal_card
from game.rules.question import Question

# Any seed does; this one never changes, so that two people see the same.
SEED = "show"
_LEVELS = {1: "easy", 2: "medium", 3: "hard"}


def summary(pack: Pack) -> Iterator[str]:
    """What the pack makes: its questions by template, level and table; and how it fared."""
    title = pack.title if pack.playable else f"{pack.title} (cannot be played)"
    yield printable(f"{pack.id}: {title}")
    by_template = Counter(question.template for question in pack.questions)
    by_level = Counter(_LEVELS[question.level] for question in pack.questions)
    by_table = Counter(question.facts[0].split("/")[0] for question in pack.questions)
    yield f"  {counted(len(pack.questions), 'question')}"
    for name, counts in (("level", by_level), ("table", by_table), ("template", by_template)):
        if counts:
            told = ", ".join(f"{what} {count}" for what, count in counts.items())
            yield from _wrapped(f"  by {name}: {told}")
    mentioned = {refusal.template for refusal in pack.refusals}
    for template in pack.templates:
        if not by_template[template.name] and not template.name.startswith("standard "):
            why = "said above" if template.name in mentioned else "no row fits, or another asks it"
            yield printable(f"  makes none: {template.name} ({why})")
    errors = sum(problem.severity == "error" for problem in pack.problems)
    yield f"  {counted(errors, 'error')}, {counted(len(pack.problems) - errors, 'warning')}"


def _wrapped(line: str) -> Iterator[str]:
    import textwrap

    yield from textwrap.wrap(line, 96, subsequent_indent="    ", break_on_hyphens=False)


def levels(pack: Pack) -> str:
    """How many questions of each level: "easy 4, hard 2"."""
    by_level = Counter(_LEVELS[question.level] for question in pack.questions)
    return ", ".join(f"{name} {by_level[name]}" for name in _LEVELS.values() if by_level[name])


def counted(number: int, thing: str) -> str:
    """How many there are of it: 1 question, 2 questions."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def question_text(question: Question) -> str:
    """The question with its options, the right one marked, and why."""
    card = deal_card(question, SEED)
    lines = [printable(f"{question.id}  {question.stem}", 4096)]
    for place, option in enumerate(card.options):
        lines.append(printable(f"    {'*' if place == card.key else '-'} {option.text}", 4096))
    if question.why:
        lines.append(printable(f"    {question.why}", 4096))
    lines += (printable(f"    {word}: {name}") for word, name in _files(question).items())
    left = len(question.wrong)
    lines.append(
        printable(
            f"    {_LEVELS[question.level]} · {question.template} · "
            f"{counted(left, 'wrong answer')} · line {question.mark.line}"
        )
    )
    return "\n".join(lines)


def _files(question: Question) -> dict[str, str]:
    """The names of the files that go with a question."""
    held = {"image": question.image, "sound": question.sound, "reveal": question.reveal}
    return {word: media.name for word, media in held.items() if media}


def question_json(question: Question) -> str:
    """The question as one line of JSON, its options as dealt with a seed that never changes."""
    card: Card = deal_card(question, SEED)
    return json.dumps(
        {
            "id": question.id,
            "stem": question.stem,
            "options": [option.text for option in card.options],
            "key": card.options[card.key].text,
            "level": question.level,
            "facts": list(question.facts),
            "template": question.template,
            "why": question.why,
            **_files(question),
        },
        ensure_ascii=False,
    )

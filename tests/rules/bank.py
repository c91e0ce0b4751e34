"""A small fixed pack, made by the rules alone; any Python can build it without a test tool."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.rules.bank import Bank, Row, Table, Value
from game.rules.distractors import make
from game.rules.match import Match
from game.rules.question import Option, Question, question_id
from game.rules.templates import Template
from game.rules.text import compile_text, read_path

_BANDS = (
    ("The Paper Lanterns", "Leeds", "1969", "folk"),
    ("Copper Kettle", "Hull", "1971", "folk"),
    ("Night Ferry", "Cork", "1972", "soul"),
    ("The Low Doors", "Bath", "1974", "soul"),
    ("Seven Sheds", "York", "1975", "punk"),
    ("Velvet Plough", "Derby", "1977", "punk"),
    ("The Long Weekend", "Truro", "1979", "ska"),
    ("Static Orchard", "Perth", "1980", "ska"),
    ("Glass Harbour", "Dover", "1982", "synth"),
    ("Wren & Rook", "Ely", "1983", "synth"),
    ("The Tin Parade", "Wells", "1985", "indie"),
    ("Harbour Lights", "Ripon", "1987", "indie"),
)
_BY_HAND = (
    ("How many strings has a banjo of the bluegrass kind?", "Five", ("Four", "Six", "Eight")),
    ("Which key do most blues harmonica players carry?", "C", ("B flat", "F sharp")),
    ("What does a capo do to a guitar?", "Raises its pitch", ("Lowers it", "Mutes it", "Bends it")),
    ("Which drum lies on its side?", "The bass drum", ("The snare", "The tom", "The conga")),
    ("How many keys has a full piano?", "88", ("76", "61", "92", "97")),
)


def small_pack() -> tuple[Question, ...]:
    """41 questions: 24 easy, 12 medium and 5 hard."""
    fields = ("name", "town", "year", "kind")
    rows = tuple(
        Row("bands", f"b{n}", n, {f: (Value(v),) for f, v in zip(fields, band, strict=True)})
        for n, band in enumerate(_BANDS)
    )
    templates = (
        _template("town", "Which town do {name} come from?", "town", 1),
        _template("band", "Which band formed in {year}?", "name", 1),
        _template("year", "When did {name} form?", "year", 2),
    )
    by_hand = tuple(
        Question(
            id=question_id(ask, key),
            stem=ask,
            key=Option(key),
            wrong=tuple(map(Option, wrong)),
            level=3,
            facts=(f"hand:{ask}",),
            template="by hand",
        )
        for ask, key, wrong in _BY_HAND
    )
    bank = Bank(tables={"bands": Table("bands", rows)})
    return make(bank, templates, by_hand).questions


def _template(name: str, ask: str, answer: str, level: int) -> Template:
    near = (read_path("kind"),)
    return Template(name, "bands", compile_text(ask), read_path(answer), near=near, level=level)


def question(
    name: str,
    level: int = 1,
    *,
    template: str = "t",
    facts: Iterable[str] = (),
    key: str = "",
    wrong: Sequence[Option] = (),
    length: int = 0,
) -> Question:
    """A question called `name`, alone in its fact unless `facts` says else."""
    stem = f"{name}?".ljust(length, ".")
    right = Option(key or f"key {name}", fact=f"fact of {name}")
    options = tuple(wrong) or tuple(Option(f"wrong {n}") for n in range(3))
    return Question(
        id=name,
        stem=stem,
        key=right,
        wrong=options,
        level=level,
        facts=tuple(facts) or (f"fact:{name}",),
        template=template,
        why=right.fact,
    )


def dealt(match: Match) -> list[str]:
    """What a match was dealt, a line a card: id, options in order, the key's place, the seat."""
    return [
        f"{card.question.id} {'/'.join(option.text for option in card.options)} {card.key} "
        f"{slot.seat}"
        for slot in match.plan
        for card in (match.cards[slot.card],)
    ]

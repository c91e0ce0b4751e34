"""The words of the format: one table, read by the checker and by the schema for editors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

FORMAT = "1"
MOST_WRONG = 12
LONGEST_NAME = 60
TRUE, FALSE = ("true", "yes", "on"), ("false", "no", "off")
LEVELS: Mapping[str, int] = {"1": 1, "2": 2, "3": 3}
LEVEL_WORDS: Mapping[str, int] = {"easy": 1, "medium": 2, "hard": 3}
ENDINGS: Mapping[str, tuple[str, ...]] = {
    "image": (".png", ".jpg", ".jpeg", ".webp", ".svg"),
    "sound": (".wav", ".mp3", ".ogg", ".opus"),
}
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")


class Kind(Enum):
    """What may stand behind a word."""

    FORMAT = "the number of the format"
    TEXT = "one text"
    TEXTS = "one text or a list of texts"
    WRONG = "a list of wrong answers"
    LANGUAGE = "a code such as en or pt-BR"
    LEVEL = "1, 2 or 3"
    FLAG = "true or false"
    ONLY = "a path, or one `path: value`"
    IMAGE = "the name of a picture"
    SOUND = "the name of a sound"
    ART = "the name of one of the game's illustrations"
    BANK = "tables of rows"
    DECOYS = "paths, each with a text or a list of texts"
    TEMPLATES = "a list of templates"
    QUESTIONS = "a list of questions"


@dataclass(frozen=True, slots=True)
class Word:
    """What a word means, in a sentence an editor shows; `needed`: an entry without it is broken."""

    kind: Kind
    about: str
    needed: bool = False


Words = Mapping[str, Word]

HEADER: Words = {
    "format": Word(Kind.FORMAT, "The format of this file: always 1.", needed=True),
    "title": Word(Kind.TEXT, "What the pack is called.", needed=True),
    "about": Word(Kind.TEXT, "One line about the pack."),
    "language": Word(Kind.LANGUAGE, "A code such as en, de or pt-BR; en if left out."),
    "authors": Word(Kind.TEXTS, "Who wrote the pack: a name or a list of names."),
    "licence": Word(Kind.TEXT, "Who may use the pack, such as CC-BY-4.0."),
    "standard": Word(Kind.FLAG, "false switches the standard templates off."),
    "bank": Word(Kind.BANK, "Tables of rows: facts, written once and asked in many ways."),
    "complete": Word(Kind.TEXTS, "Columns such as moments.who whose lists name everyone."),
    "decoys": Word(Kind.DECOYS, "More wrong answers for a column: false for every row."),
    "templates": Word(Kind.TEMPLATES, "How the rows of a table are asked about."),
    "questions": Word(Kind.QUESTIONS, "Questions written by hand."),
}
TEMPLATE: Words = {
    "each": Word(Kind.TEXT, "The table whose rows are asked about.", needed=True),
    "ask": Word(Kind.TEXT, "The question, with {field} or {link.field}.", needed=True),
    "answer": Word(Kind.TEXT, "What is right: a field, a path, or field|gap.", needed=True),
    "fact": Word(Kind.TEXT, "One sentence that states the fact, shown after the answer."),
    "near": Word(Kind.TEXTS, "Paths: a wrong option that shares their value is tempting."),
    "not": Word(Kind.FLAG, "true asks which one does not belong; needs `complete`."),
    "level": Word(Kind.LEVEL, "1 easy, 2 medium, 3 hard; 1 if left out."),
    "only": Word(Kind.ONLY, "A path, or {path: value}: rows without it are not asked."),
    "name": Word(Kind.TEXT, "What the checker calls the template."),
    "show": Word(Kind.TEXT, "A path to a picture that is shown with the question."),
    "reveal": Word(Kind.TEXT, "A path to a picture that is shown after the answer."),
    "image": Word(Kind.IMAGE, "A picture of the pack, shown with the question."),
    "sound": Word(Kind.SOUND, "A sound of the pack, played with the question."),
}
QUESTION: Words = {
    "ask": Word(Kind.TEXT, "The question.", needed=True),
    "answer": Word(Kind.TEXTS, "What is right: a text, or a list if several are.", needed=True),
    "wrong": Word(Kind.WRONG, f"2 to {MOST_WRONG} wrong answers.", needed=True),
    "why": Word(Kind.TEXT, "Shown after the answer."),
    "level": Word(Kind.LEVEL, "1 easy, 2 medium, 3 hard; 1 if left out."),
    "about": Word(Kind.TEXT, "The id of the row that the question is about."),
    "image": Word(Kind.IMAGE, "A picture of the pack, shown with the question."),
    "sound": Word(Kind.SOUND, "A sound of the pack, played with the question."),
}
RESERVED: Words = {
    "aka": Word(Kind.TEXTS, "Other names of the same thing: never a wrong option beside it."),
    "image": Word(Kind.IMAGE, "A picture of the pack."),
    "sound": Word(Kind.SOUND, "A sound of the pack."),
    "art": Word(Kind.ART, "One of the game's illustrations, shown after the answer."),
}

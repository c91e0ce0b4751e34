"""Which column of a table is which, told by its header in the words of many programs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

# Role to the ways its header is written; compared without case and punctuation.
_NAMES: Mapping[str, str] = {
    "ask": (
        r"(the )?(quiz )?questions?( text| title| prompt| stem)?|q|prompt|stem|ask|front|clue|text"
        r"|frage|pregunta|enunciado|domanda|vraag|pergunta|вопрос"
    ),
    "right": (
        r"(the )?(correct|right)( ?(answers?|options?|choices?|responses?))?( \d)?"
        r"|answers?|answer text|solution|key|back|response"
        r"|antwort|richtige antwort|respuesta( correcta)?"
        r"|bonne reponse|reponse|risposta|ответ|правильный ответ"
    ),
    "index": r"(correct|right|answer) ?(index|idx|number|no|option number)",
    "option": (
        r"(?:option|answers?|choice|alternative|possible answer|antwort|opcion|reponse|ответ|opt)s?"
        r" ?([1-9a-h])|([1-9a-h])"
    ),
    "wrong": (
        r"(wrong|incorrect|false|distractors?|falsche)"
        r"( ?(answers?|options?|choices?|antwort(en)?))?( ?\d+)?"
    ),
    "options": r"options|choices|answer options|answer choices|alternatives",
    "also": (
        r"(also( right)?|aka|aliases|synonyms|accept(ed)?( answers?)?|alternate answers?)( ?\d+)?"
    ),
    "why": (
        r"(answer )?explanations?|why|feedback|rationale|comments?|notes?|fact|fun fact|reason"
        r"|erklarung|explicacion"
    ),
    "level": r"difficulty( level)?|level|schwierigkeit",
    "type": r"(question )?type|kind",
    "media": r"(question )?(image|picture|audio|video|media)( ?(link|url|file))?",
    "tags": r"tags?|labels?",
    "licence": r"licen[cs]e",
    "author": r"authors?|created by",
    "title": r"(quiz|deck) ?(title|name)",
    # What only the other program needs.
    "other": r"time\b.*|timer|points?|score|id|number|no|nr|guid",
}
_ROLES = {role: re.compile(rf"(?:{pattern})\Z") for role, pattern in _NAMES.items()}
# What a template's header says about a cell, behind its name.
_ASIDE = re.compile(r"\s*(?:[-–—]\s+(?:max|choose|at least|\d).*|\([^)]*\)|\s[-–—]\s.*)", re.DOTALL)
_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """Role to the places of its columns, from 0, in their order.

    `lists` are the roles whose one column holds several texts in each cell,
    `unknown` the headers that are none.
    """

    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    lists: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()

    def of(self, role: str) -> tuple[int, ...]:
        """The columns of that role; none where there are none."""
        return self.places.get(role, ())

    @property
    def usable(self) -> bool:
        """Whether they name a question and something that is right."""
        return bool(self.of("ask")) and bool(self.of("right") or self.of("index"))


def columns(header: Sequence[str]) -> Columns:
    """The roles of a header's cells; a cell that is none of them has no role."""
    found: dict[str, list[int]] = {}
    for place, cell in enumerate(header):
        role = _role(cell)
        if role:
            found.setdefault(role, []).append(place)
    # `text` beside `question` is something else.
    if len(found.get("ask", ())) > 1:
        found["ask"] = [min(found["ask"], key=lambda at: "question" not in header[at].casefold())]
    if "right" not in found and len(found.get("option", ())) == 1:
        # `q, a`: no option a, but the answer.
        found["right"] = found.pop("option")
    if "right" in found and "option" in found:
        found["right"] = found["right"][:1]
    lists = {role for role in ("wrong", "also") if _is_list(found.get(role, []), header)}
    known = {place for places in found.values() for place in places}
    unknown = [cell.strip() for at, cell in enumerate(header) if at not in known]
    places = {role: tuple(places) for role, places in found.items()}
    return Columns(places, frozenset(lists), tuple(filter(None, unknown)))


def _is_list(places: Sequence[int], header: Sequence[str]) -> bool:
    """Whether it is one column and has no number: then it holds all."""
    return len(places) == 1 and not re.search(r"\d", header[places[0]])


def _role(cell: str) -> str:
    if "#" in cell:
        # `Question #` counts them.
        return "other"
    bare = unicodedata.normalize("NFKD", _ASIDE.sub("", cell.strip()).casefold())
    kept = "".join(char for char in bare if not "\u0300" <= char <= "\u036f")
    # camelCase and snake_case are words as well.
    name = _SIGNS.sub(" ", kept).strip()
    spaced = re.sub(r"(correct|incorrect|wrong|right)(answer|option|index)", r"\1 \2", name)
    spaced = re.sub(r"(question|answer|option|choice)(text|type|\d)", r"\1 \2", spaced)
    for role in ("index", "option", *_ROLES):
        if _ROLES[role].match(spaced):
            return role
    return ""

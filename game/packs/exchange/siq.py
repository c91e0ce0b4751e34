"""Packages of SIGame (.siq), version 4 and 5: a zip with `content.xml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.packs.exchange.clean import tidy, without_entities
from game.packs.exchange.items import Foreign, Item
from game.packs.exchange.notes import Notes, Unusable
from game.packs.exchange.opened import Source
from game.packs.exchange.xml_tree import Element, tree
from game.packs.exchange.zipped import Zipped

CONTENT = "content.xml"
_SPOKEN = ("text", "say", "")
_FEWEST_WRONG = 2


@dataclass(frozen=True, slots=True)
class _Told:
    """What a question says: its text, and whether a picture or sound goes with it."""

    text: str
    media: bool


def read(source: Source, notes: Notes) -> Foreign:
    """The questions that are told in words. Lines in notes count the package's questions.

    Raises:
        Unusable: where it is no such package.
    """
    root = tree(Zipped(source.data).read(CONTENT), CONTENT)
    if root.tag != "package":
        raise Unusable("is no package of SIGame")
    entries: list[Item] = []
    number = 0
    for theme in root.each("rounds", "round", "themes", "theme"):
        found = list(theme.each("questions", "question"))
        for place, question in enumerate(found):
            number += 1
            item = _item(question, theme.attributes.get("name", ""))
            if isinstance(item, str):
                price = question.attributes.get("price", "?")
                notes.lost(number, f"{theme.attributes.get('name', '')[:60]}, {price}: {item}")
            else:
                # The further down its theme, the more a question is worth.
                level = 1 + 3 * place // len(found)
                entries.append(replace(item, level=level, line=number))
    return Foreign(
        tuple(entries),
        title=root.attributes.get("name", ""),
        about=_text(root.first("info", "comments")),
        language=root.attributes.get("language", ""),
        authors=tuple(
            author.text for author in root.each("info", "authors", "author") if author.text
        ),
        source="From a package of SIGame.",
    )


def _item(question: Element, theme: str) -> Item | str:
    """The question, or why it is left out."""
    params = {p.attributes.get("name", ""): p for p in question.each("params", "param")}
    told = _version_5(params) if params else _version_4(question)
    if told.media:
        return "it shows a picture, plays a sound or a film"
    if not told.text:
        return "it says nothing"
    right = [text for answer in question.each("right", "answer") if (text := tidy(answer.text))]
    wrong = [text for answer in question.each("wrong", "answer") if (text := tidy(answer.text))]
    kind = _text(params.get("answerType")) or "text"
    if kind not in ("text", "select", "number"):
        return f"an answer of the kind '{kind[:30]}' cannot be chosen"
    if kind == "select":
        options = _options(params)
        if isinstance(options, str):
            return options
        if not right or any(name not in options for name in right):
            return "its right answer is none of its options"
        wrong = [text for name, text in options.items() if name not in right]
        right = [options[name] for name in right]
    secret = params.get("theme")
    heading = tidy(_content(secret).text if secret else theme)
    ask = f"{heading}: {told.text}" if heading else told.text
    why = _text(question.first("info", "comments"))
    kept = tuple(map(without_entities, wrong)) if len(wrong) >= _FEWEST_WRONG else ()
    if kept and kind != "select":
        # Several right answers in words are one answer said in several ways.
        right = right[:1]
    answers = tuple(map(without_entities, right))
    return Item(without_entities(ask), answers, kept, why)


def _version_4(question: Element) -> _Told:
    """The atoms before the marker ask, those behind it answer."""
    texts: list[str] = []
    media = False
    for atom in question.each("scenario", "atom"):
        kind = atom.attributes.get("type", "")
        if kind == "marker":
            break
        if kind in _SPOKEN:
            texts.append(atom.text)
        else:
            media = True
    return _Told(tidy(" ".join(texts)), media)


def _version_5(params: dict[str, Element]) -> _Told:
    return _content(params["question"]) if "question" in params else _Told("", False)


def _content(param: Element) -> _Told:
    items = list(param.each("item"))
    texts = [item.text for item in items if item.attributes.get("type", "text") == "text"]
    media = len(texts) < len(items)
    # A plain parameter has its text in itself.
    return _Told(tidy(" ".join(texts) if items else param.text), media)


def _options(params: dict[str, Element]) -> dict[str, str] | str:
    group = params.get("answerOptions")
    found: dict[str, str] = {}
    for option in group.each("param") if group else _none():
        told = _content(option)
        if told.media:
            return "its options are pictures or sounds"
        found[option.attributes.get("name", "")] = told.text
    return found


def _none() -> Iterator[Element]:
    yield from ()


def _text(element: Element | None) -> str:
    return element.text if element else ""

"""Trivia lists of Red-DiscordBot: YAML, `question: [answers]`, every answer read as text."""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.exchange.clean import without_entities
from game.packs.exchange.items import Foreign, Item
from game.packs.exchange.notes import Notes, Unusable
from game.packs.exchange.opened import Source
from game.packs.nodes import Broken, Mapping, Node, Scalar, Sequence, kind
from game.packs.recovery import read as read_yaml
from game.packs.report import Report

_SETTINGS = ("AUTHOR", "DESCRIPTION", "CONFIG")


def read(source: Source, notes: Notes) -> Foreign:
    """The questions of the list, each a card; its first answer is the one that is shown.

    Raises:
        Unusable: where it is not a list of `question: answers`.
    """
    report = Report(notes.file, source.text(notes))
    root = read_yaml(report)
    for problem in report.sorted():
        (notes.lost if problem.severity == "error" else notes.changed)(
            problem.line, problem.message, problem.help
        )
    if not isinstance(root, Mapping):
        raise Unusable("is no list of questions and their answers")
    pairs = root.pairs
    authors = pairs.get("AUTHOR")
    about = pairs.get("DESCRIPTION")
    return Foreign(
        tuple(_entries(root, notes)),
        title=source.name.partition(".")[0].replace("_", " ").capitalize(),
        about=_first(about[1]) if about else "",
        authors=tuple(_texts(authors[1])) if authors else (),
        source="From a trivia list for Red-DiscordBot.",
    )


def _entries(root: Mapping, notes: Notes) -> Iterator[Item]:
    for ask, (key, node) in root.pairs.items():
        if ask in _SETTINGS or isinstance(node, Broken):
            continue
        line = key.mark.line
        answers = tuple(map(without_entities, _texts(node)))
        if answers:
            yield Item(without_entities(ask), answers, line=line)
        else:
            notes.lost(line, f"its answers are {kind(node)}, where a list is needed")


def _texts(node: Node) -> list[str]:
    if isinstance(node, Scalar):
        return [node.text] if node.text else []
    if isinstance(node, Sequence):
        return [item.text for item in node.items if isinstance(item, Scalar) and item.text]
    return []


def _first(node: Node) -> str:
    return next(iter(_texts(node)), "")

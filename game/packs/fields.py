"""Reading the fields of an entry: which there may be, which must be, and of what kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from game.packs.characters import one_line
from game.packs.nodes import Broken, Mapping, Node, Scalar, Sequence, kind
from game.packs.report import Report
from game.packs.suggest import FOREIGN, nearest
from game.packs.vocabulary import FALSE, LEVEL_WORDS, LEVELS, LONGEST_NAME, TRUE, Words
from game.rules.bank import Mark

NAME = re.compile(r"[^\W\d][\w-]*\Z")


@dataclass(slots=True)
class Fields:
    """The fields of one entry. `where` names it in messages: "question 3".

    A field that is missing, broken or of the wrong kind is None or empty, and
    `sound` is False once something that the entry needs was reported.
    """

    pairs: dict[str, tuple[Scalar, Node]]
    mark: Mark
    where: str
    report: Report
    words: Words = field(default_factory=dict)
    sound: bool = True
    misspelt: set[str] = field(default_factory=set)

    def error(self, mark: Mark, code: str, message: str, tip: str = "") -> None:
        """Report, naming the entry."""
        self.report.error(mark, code, f"{self.where}: {message}", tip)

    def refuse(self, mark: Mark, code: str, message: str, tip: str = "") -> None:
        """Report what makes the entry unusable."""
        self.sound = False
        self.error(mark, code, message, tip)

    def node(self, name: str) -> Node | None:
        """The field as read; None where it is missing, or broken and so reported."""
        pair = self.pairs.get(name)
        if pair is None:
            return None
        if isinstance(pair[1], Broken):
            self.sound = False
            return None
        return pair[1]

    def place(self, name: str) -> Mark:
        """Where the field stands, or the entry where it is missing."""
        return self.pairs[name][1].mark if name in self.pairs else self.mark

    def need(self) -> None:
        """Report needed fields that are missing, unless a misspelt key stands for them."""
        for name, word in self.words.items():
            if word.needed and name not in self.pairs:
                self.sound = False
                if name not in self.misspelt:
                    self.error(self.mark, "missing", f"`{name}` is missing")

    def text(self, name: str) -> Scalar | None:
        """A field that is one text, on one line."""
        node = self.node(name)
        return None if node is None else self._as_text(name, node)

    def texts(self, name: str) -> tuple[Scalar, ...]:
        """A field that is one text or a list of texts."""
        node = self.node(name)
        if node is None:
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        if not items:
            self.refuse(node.mark, "empty", f"`{name}` is an empty list", "fill it or leave it out")
        return tuple(self._listed(name, items))

    def _listed(self, name: str, items: Collection[Node]) -> Iterator[Scalar]:
        for item in items:
            if isinstance(item, Broken):
                self.sound = False
            elif (text := self._as_text(name, item)) is not None:
                yield text

    def _as_text(self, name: str, node: Node) -> Scalar | None:
        if not isinstance(node, Scalar):
            tip = "text that begins with [ or { must stand in quotes"
            self.refuse(node.mark, "kind", f"`{name}` is text, not {kind(node)}", tip)
            return None
        text = one_line(node.text)
        if not text:
            self.refuse(node.mark, "empty", f"`{name}` is empty", "fill it or leave it out")
            return None
        return node if text == node.text else Scalar(text, node.mark, node.quoted)

    def level(self) -> int:
        """`level`: 1 easy (where it is left out), 2 medium, 3 hard."""
        found = self.text("level")
        if found is None or found.text in LEVELS:
            return LEVELS[found.text] if found else 1
        meant = LEVEL_WORDS.get(found.text.casefold())
        hint = f" (did you mean {meant}?)" if meant else ""
        tip = "1 is easy, 2 medium, 3 hard"
        self.error(found.mark, "level", f"`level` is 1, 2 or 3, not '{found.text}'{hint}", tip)
        return meant or 1

    def flag(self, name: str, usual: bool) -> bool:
        """A field that is `true` or `false`."""
        found = self.text(name)
        if found is None:
            return usual
        if found.text.casefold() in (*TRUE, *FALSE):
            return found.text.casefold() in TRUE
        self.refuse(found.mark, "flag", f"`{name}` is true or false, not '{found.text}'")
        return usual


def fields_of(node: Node, where: str, known: Words, report: Report, example: str) -> Fields | None:
    """The entry's fields, unknown ones reported and left out; None if it has none."""
    if isinstance(node, Broken):
        return None
    if not isinstance(node, Mapping):
        message = f"{where}: this is {kind(node)}, where fields are needed"
        report.error(node.mark, "kind", message, f"write it as {example}")
        return None
    found = Fields({}, node.mark, where, report, known)
    for name, pair in node.pairs.items():
        if name in known:
            found.pairs[name] = pair
        else:
            _unknown(found, name, pair[0].mark, known)
    return found


def _unknown(found: Fields, name: str, mark: Mark, known: Collection[str]) -> None:
    # What is there already was hardly meant once more.
    left = [word for word in known if word not in found.pairs] or list(known)
    meant = nearest(name, left) or nearest(name, known)
    if meant:
        found.misspelt.add(meant)
    hint = f" (did you mean `{meant}`?)" if meant else ""
    tip = f"the fields are {', '.join(known)}"
    if (
        meant == "wrong"
        and FOREIGN.get(name.casefold()) == "wrong"
        and name in ("options", "choices")
    ):
        tip = "`wrong` lists the wrong options only; the right one stands under `answer`"
    found.error(mark, "unknown", f"nothing is called `{name[:60]}` here{hint}", tip)


def is_name(text: str) -> bool:
    """Whether `text` can name a table or field: a letter, then letters, digits, - and _."""
    return len(text) <= LONGEST_NAME and NAME.match(text) is not None

"""A question: stem, key, and the distractors that the bank proves wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from game.rules.bank import NOWHERE, Mark
from game.rules.media import Media
from game.rules.words import plain

LEVELS = (1, 2, 3)
FEWEST_WRONG = 2
MOST_WRONG = 3


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose. `fact` says where it is right; empty where nobody wrote it down.

    `near` counts the ways in which a wrong option is like the key.
    """

    text: str
    fact: str = ""
    near: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """One question as a pack makes it, before it is dealt.

    `wrong` are proven distractors in the bank's order, at least
    two, at most 24 of a large table's. `level`
    is 1 easy, 2 medium, 3 hard. `facts` names what is asked, the answer's own
    fact first: two questions that share one are never dealt in one match.
    `template` is the name of its template, or "by hand". `art` names one of
    the game's illustrations. `image` is shown and `sound` played with the
    question, `reveal` is shown once it is answered.
    """

    id: str
    stem: str
    key: Option
    wrong: tuple[Option, ...]
    level: int
    facts: tuple[str, ...]
    template: str
    why: str = ""
    art: str | None = None
    image: Media | None = None
    sound: Media | None = None
    reveal: Media | None = None
    mark: Mark = field(default=NOWHERE, compare=False)

    @property
    def same(self) -> str:
        """What it asks: equal for two questions that only their answers tell apart."""
        return same_stem(self.stem, self.image, self.sound)


def askable(
    questions: Sequence[Question], *, sees: bool, hears: Callable[[], bool]
) -> Sequence[Question]:
    """Those that can be asked where pictures are seen or not, and sounds heard or not.

    `hears` is asked only if there is something to hear.
    """
    if any(each.sound for each in questions) and not hears():
        questions = [each for each in questions if not each.sound]
    if not sees and any(each.image for each in questions):
        questions = [each for each in questions if not each.image]
    return questions


def same_stem(stem: str, *shown: Media | None) -> str:
    """A stem as it is compared: "Which is this?" under two pictures is two stems."""
    return "\n".join((plain(stem), *(media.digest for media in shown if media)))


def question_id(stem: str, key: str, *shown: Media | None) -> str:
    """The same for the same question, wherever it stands in which file.

    Built from what a player reads, and from the names of the files `shown`
    with it, so that moving or adding rows changes no other question's id.
    """
    words = "\n".join((plain(stem), plain(key), *(media.name for media in shown if media)))
    return hashlib.sha256(words.encode()).hexdigest()[:12]

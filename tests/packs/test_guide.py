"""The guide for pack writers: every example in it does what the text around it says.

How an example is marked, behind the three backticks where a reader does not see it:

    yaml                    a whole pack, or a part of one that is put below a plain header
    yaml wrong              the same, and the checker has something to say about it
    yaml called NAME        can be built on ...
    yaml with NAME          ... by this one, which stands below it in the same file
    yaml folder             is the pack.yaml of a folder that holds all the files it names
    text says               what the checker says about the example above: exactly this
    text makes              what the example above makes (and the one it is built on does not)
    text check              all that `encore pack check` prints about the example above

A line of `text makes` is `stem → key`; below it may stand `    wrong: ...` and `    after: ...`,
the fact that is shown after the answer. A last line of `…` leaves the other questions out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from game.cli import main
from game.packs import standard, vocabulary
from game.packs.library import ILLUSTRATIONS, check_pack
from game.packs.pack import Pack
from game.packs.problem import Problem, as_text
from game.resources import folder
from game.rules.question import Question
from tests.media import samples

GUIDE = (folder("questions") / "README.md").read_text(encoding="utf-8")
FILE = "my-pack.yaml"
HEADER = "format: 1\ntitle: My pack\nauthors: [Me]\nlicence: CC0-1.0\n"
# Said of nearly every example, and shown once.
UNSIGNED = ("no-authors", "no-licence")
_NAMED = re.compile(r"(?:image|sound): ([\w/]+\.(?:svg|ogg))")
_FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(slots=True)
class Example:
    """A block of YAML in the guide, and what the blocks below it claim about it."""

    line: int
    wrong: bool
    base: Example | None
    shown: str
    folder: bool = False
    claims: dict[str, str] = field(default_factory=dict)

    @property
    def before(self) -> str:
        """What must stand before the block to make it a pack."""
        if self.base:
            return self.base.text
        if self.shown.startswith("format:") or not self.shown:
            return ""
        begins = next(line for line in self.shown.splitlines() if not line.startswith("#"))
        return HEADER + ("questions:\n" if begins.startswith("- ") else "")

    @property
    def text(self) -> str:
        return self.before + self.shown


def examples() -> Iterator[Example]:
    named: dict[str, Example] = {}
    last: Example | None = None
    for found in _FENCE.finditer(GUIDE):
        kind, words = found[1], found[2].split()
        if kind == "yaml":
            base = named[words[words.index("with") + 1]] if "with" in words else None
            line = GUIDE.count("\n", 0, found.start()) + 1
            last = Example(line, "wrong" in words, base, found[3], "folder" in words)
            if "called" in words:
                named[words[words.index("called") + 1]] = last
            yield last
        elif words and last:
            assert words[0] not in last.claims, f"line {last.line}: two blocks say the same"
            last.claims[words[0]] = found[3]


EXAMPLES = tuple(examples())
by_line = pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: f"line-{each.line}")


def claiming(claim: str) -> pytest.MarkDecorator:
    found = [each for each in EXAMPLES if claim in each.claims]
    return pytest.mark.parametrize("example", found, ids=lambda each: f"line-{each.line}")


def checked(text: str, place: Path, *, in_folder: bool = False) -> Pack:
    path = place / FILE
    if in_folder:
        path = place / "my-pack" / "pack.yaml"
        for name in _NAMED.findall(text):
            (path.parent / name).parent.mkdir(parents=True, exist_ok=True)
            (path.parent / name).write_bytes(_sample(name))
    path.write_text(text, encoding="utf-8")
    return check_pack(path)


def _sample(name: str) -> bytes:
    """A picture or sound that is like no other."""
    if name.endswith(".ogg"):
        return samples.tone("OGG", "VORBIS", 0.1)
    return samples.drawing(f'<rect id="{Path(name).stem}" width="9" height="9" fill="black"/>')


def problems(example: Example, place: Path) -> list[Problem]:
    """What the checker says, its lines counted from the first line of the block."""
    offset = example.before.count("\n")
    return [
        replace(each, file=FILE, line=each.line and each.line - offset)
        for each in checked(example.text, place, in_folder=example.folder).problems
        if each.code not in UNSIGNED
    ]


def added(example: Example, place: Path) -> tuple[Question, ...]:
    """The questions that the block makes beside those of the block it is built on."""
    base, in_folder = example.base, example.folder
    known = checked(base.text, place, in_folder=in_folder).questions if base else ()
    ids = {question.id for question in known}
    made = checked(example.text, place, in_folder=in_folder).questions
    return tuple(q for q in made if q.id not in ids)


def claimed(makes: str) -> Mapping[str, Mapping[str, str]]:
    """`stem → key` lines, each with what stands below it."""
    found: dict[str, dict[str, str]] = {}
    for line in makes.splitlines():
        if line.startswith("    "):
            word, _, rest = line.strip().partition(": ")
            found[list(found)[-1]][word] = rest
        elif line != "…":
            found[line] = {}
    return found


@by_line
def test_the_checker_says_what_the_guide_quotes(example: Example, tmp_path: Path) -> None:
    said = "\n".join(map(as_text, problems(example, tmp_path)))
    assert said == example.claims.get("says", "").rstrip("\n")


@claiming("makes")
def test_an_example_makes_the_questions_that_the_guide_lists(
    example: Example, tmp_path: Path
) -> None:
    makes = example.claims["makes"]
    made = {f"{q.stem} → {q.key.text}": q for q in added(example, tmp_path)}
    listed = claimed(makes)
    assert [line for line in listed if line not in made] == []
    if not makes.endswith("…\n"):
        assert list(made) == list(listed)
    for line, more in listed.items():
        question = made[line]
        if "wrong" in more:
            assert ", ".join(option.text for option in question.wrong) == more["wrong"]
        if "after" in more:
            assert question.why == more["after"]


@claiming("check")
def test_the_guide_shows_all_that_pack_check_prints(
    example: Example,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    checked(example.text, tmp_path)
    monkeypatch.chdir(tmp_path)
    main(["pack", "check", FILE])
    assert capsys.readouterr().out == example.claims["check"]


def test_every_example_claims_something() -> None:
    needed = [(each, "says" if each.wrong else "makes") for each in EXAMPLES]
    assert [each.line for each, claim in needed if claim not in each.claims] == []
    assert [each.line for each in EXAMPLES if not each.wrong and "says" in each.claims] == []


def test_every_standard_template_is_shown_with_a_question_it_makes(tmp_path: Path) -> None:
    shown = set()
    for example in EXAMPLES:
        lines = claimed(example.claims.get("makes", ""))
        for question in added(example, tmp_path):
            if f"{question.stem} → {question.key.text}" in lines:
                shown.add(question.template)
    source = Path(standard.__file__).with_name(standard.FILE).read_text(encoding="utf-8")
    made = {name for name in shown if name.startswith("standard ")}
    assert len(made) == source.count("\n  - each: ")


def test_every_word_of_the_format_is_named() -> None:
    words = (
        *vocabulary.HEADER,
        *vocabulary.RESERVED,
        *vocabulary.TEMPLATE,
        *vocabulary.QUESTION,
        *ILLUSTRATIONS,
    )
    assert [word for word in dict.fromkeys(words) if f"`{word}`" not in GUIDE] == []

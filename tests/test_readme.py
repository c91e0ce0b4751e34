"""What the README and the guide name is there: commands, files, headings."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.cli import arguments, night
from game.cli.exits import UserError
from game.cli.parser import Parser
from game.packs.library import check_pack
from game.rules.modes import CLOCKS

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
GUIDE = ROOT / "questions" / "README.md"
PAGES = {page: page.read_text(encoding="utf-8") for page in (README, GUIDE)}
# What stands under this heading does not exist, and is said not to.
MISSING = re.compile(r"^## What is not there yet\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"(?:`|^)(encore(?: [^`\n]+)?)(?:`|$)", re.MULTILINE)
_LINK = re.compile(r"\[[^]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


class Parsed(Exception):
    def __init__(self, found: argparse.Namespace) -> None:
        super().__init__()
        self.found = found


def commands(text: str) -> Iterator[list[str]]:
    """The words behind `encore`, for each command in a code span or on a line of a block."""
    for found in _COMMAND.finditer(text):
        yield shlex.split(found[1], comments=True)[1:]


def there() -> list[list[str]]:
    found = [words for text in PAGES.values() for words in commands(MISSING.sub("", text))]
    return [words for words in found if words]


def announced() -> list[list[str]]:
    return [w for text in PAGES.values() for m in MISSING.findall(text) for w in commands(m)]


@pytest.fixture(autouse=True)
def parse_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands are understood, and not run."""
    parse = Parser.parse_args

    def parsed(self: Parser, words: list[str]) -> None:
        raise Parsed(parse(self, words))

    monkeypatch.setattr(Parser, "parse_args", parsed)


def understood(words: list[str]) -> argparse.Namespace:
    with pytest.raises(Parsed) as caught:
        arguments.run(words)
    return caught.value.found


@pytest.mark.parametrize("words", there(), ids=" ".join)
def test_a_command_that_is_named_is_there(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    if "--help" in words:
        with pytest.raises(SystemExit, match="0"):
            arguments.run(words)
        assert capsys.readouterr().out.startswith("usage: encore")
        return
    found = understood(words)
    assert found.run.__name__ != "_not_yet"
    # A pack of the reader's own is not on this machine.
    if words[0] in ("play", "text") and found.pack != "my-pack":
        assert night.tonight(found)


def exists(words: list[str]) -> bool:
    """Whether there is such a command, whatever else it wants to know."""
    with pytest.raises((Parsed, UserError)) as caught:
        arguments.run(words)
    fault = caught.value
    if isinstance(fault, Parsed):
        return bool(fault.found.run.__name__ != "_not_yet")
    return "invalid choice" not in str(fault)


def test_no_command_that_is_said_to_be_missing_is_there() -> None:
    assert [words for words in announced() if exists(words)] == []
    assert exists(["pack", "new"])
    assert not exists(["pack", "sing"])


def test_a_command_that_does_not_exist_is_found_out() -> None:
    with pytest.raises(UserError, match="encore --help"):
        arguments.run(["play", "--sideways"])


def headings(page: Path) -> set[str]:
    """The anchors that a page offers."""
    found = _HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", each.casefold()).replace(" ", "-") for each in found}


def leads_somewhere(link: str, page: Path) -> bool:
    path, mark, anchor = link.partition("#")
    target = page.parent / path if path else page
    return target.exists() and (not mark or anchor in headings(target))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file_or_a_heading(page: Path) -> None:
    links = [link for link in _LINK.findall(PAGES[page]) if "://" not in link]
    assert links
    assert [link for link in links if not leads_somewhere(link, page)] == []


def test_a_link_to_nowhere_is_found() -> None:
    assert not leads_somewhere("no-such-file.md", README)
    assert not leads_somewhere("questions/README.md#no-such-heading", README)


def test_the_first_pack_of_the_readme_makes_its_question(tmp_path: Path) -> None:
    shown = re.search(r"^```yaml\n(.*?)^```", PAGES[README], re.MULTILINE | re.DOTALL)
    assert shown
    path = tmp_path / "my-pack.yaml"
    path.write_text(shown[1], encoding="utf-8")
    pack = check_pack(path)
    assert [problem.code for problem in pack.problems] == ["no-authors", "no-licence"]
    assert [question.key.text for question in pack.questions] == ["A swimming pool"]


def test_the_clocks_are_as_long_as_the_readme_says() -> None:
    said = ", ".join(f"{c.name} ({c.limit:.0f} s)" if c.limit else c.name for c in CLOCKS.values())
    assert f"clocks are {said}" in PAGES[README]

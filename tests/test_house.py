from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CARD = frozenset(
    {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"}
    | {"game", "assets", "questions", "tests"}
)
# Spelled in pieces, so that this file does not find itself.
MACHINE = re.compile(
    rb"(?<![\w.])/(?:work|root)" + rb"/|(?:pypi|pythonhosted|npmjs|crates)" + rb"\.(?:org|com|io)"
)


def strangers(tracked: Iterable[str]) -> set[str]:
    """Return the names at the top that are neither on the card nor dot-files."""
    tops = {path.split("/", maxsplit=1)[0] for path in tracked}
    return {top for top in tops if top not in CARD and not top.startswith(".")}


def machine_names(content: bytes) -> list[bytes]:
    """Return the paths of one machine and the hosts of package registries that stand in a file."""
    return MACHINE.findall(content)


@pytest.fixture(scope="module")
def tracked() -> list[str]:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout, so nobody knows which files are the repository's")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return [path for path in listed.stdout.split("\0") if path]


def test_the_top_level_holds_only_what_the_card_allows(tracked: list[str]) -> None:
    assert {"pyproject.toml", "README.md", "game", "tests"} <= {p.split("/")[0] for p in tracked}
    assert strangers(tracked) == set()


def test_a_stranger_at_the_top_is_found() -> None:
    assert strangers(["game/cli.py", ".ci/run", "notes.txt", "docs/a.md"]) == {"notes.txt", "docs"}


def test_no_file_names_a_machine_or_a_registry(tracked: list[str]) -> None:
    files = [path for path in tracked if (ROOT / path).is_file()]
    named = {path: machine_names((ROOT / path).read_bytes()) for path in files}
    assert {path: names for path, names in named.items() if names} == {}


@pytest.mark.parametrize("name", ["/wor" + "k/main", "'/roo" + "t/x'", "https://py" + "pi.org"])
def test_a_machine_path_or_a_registry_host_is_found(name: str) -> None:
    assert machine_names(f"see {name} for it".encode())


def test_a_word_of_prose_is_no_machine_path() -> None:
    assert machine_names(b"this and/work/that, ../root/x, /workshop/") == []

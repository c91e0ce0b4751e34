"""``python -m tests``: format, lint, types and tests, one after the other.

Arguments go on to pytest: ``python -m tests -k name``.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from tests.window.needs import install, missing

ROOT = Path(__file__).resolve().parent.parent
PYTHON = [sys.executable, "-m"]


def main(arguments: list[str]) -> int:
    """Run every step, also after one has failed; return the exit code."""
    if absent := absent_packages(requirements(ROOT / "pyproject.toml")):
        print(f"These packages are missing: {', '.join(absent)}. Install them with:")
        print(f'    {shlex.quote(sys.executable)} -m pip install -e ".[dev]"')
        return 2
    if missing() and (reason := install()):
        print(f"Tests in a real window are skipped: {reason}.")
    failed = [name for name, step in steps(arguments).items() if not run(name, step)]
    print(f"python -m tests: failed: {', '.join(failed)}" if failed else "python -m tests: ok")
    return 1 if failed else 0


def steps(arguments: list[str]) -> Mapping[str, list[str]]:
    """Return what is run, by the name it is called in the summary."""
    return {
        "format": ["ruff", "format", "--check", "."],
        "lint": ["ruff", "check", "."],
        "types": ["mypy"],
        "tests": ["pytest", *arguments],
    }


def run(name: str, step: list[str]) -> bool:
    """Run one step under a heading and say whether it went well."""
    print(f"\n== {name}: {shlex.join(step)}", flush=True)
    unseen = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    command = [*PYTHON, *step]
    return subprocess.run(command, cwd=ROOT, env=os.environ | unseen, check=False).returncode == 0


def requirements(pyproject: Path) -> list[str]:
    """Return the names of the distributions that playing and testing need."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return [re.split(r"[^\w.-]", each, maxsplit=1)[0] for each in wanted]


def absent_packages(names: Iterable[str]) -> list[str]:
    """Return those of the named distributions that are not installed."""
    absent = []
    for name in names:
        try:
            distribution(name)
        except PackageNotFoundError:
            absent.append(name)
    return absent


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.layers import FLOORS, violations

ROOT = Path(__file__).resolve().parent.parent


def house(root: Path, files: Mapping[str, str]) -> Path:
    """Write a little source tree; keys are paths below ``game/``."""
    for name, text in {"__init__.py": "", **files}.items():
        path = root / "game" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_the_house_keeps_its_layers() -> None:
    assert (ROOT / "game" / "__init__.py").is_file()
    assert violations(ROOT) == []


def test_the_page_in_the_package_draws_every_room_on_its_floor() -> None:
    page = (ROOT / "game" / "__init__.py").read_text(encoding="utf-8")
    plan = dict(line.strip().split(maxsplit=1) for line in page.splitlines() if "  " in line[5:8])
    for room, floor in FLOORS.items():
        assert room.removeprefix("game.") in plan[str(floor)].replace("/", "").split()


ALLOWED: Mapping[str, Mapping[str, str]] = {
    "downward": {
        "app.py": "import pygame\nfrom game.stage import Stage\nfrom game import resources",
        "stage.py": "from game.scenes.title import Title",
        "scenes/title.py": "from game.scenes.scene import Scene\nfrom .scene import Done",
        "scenes/scene.py": "from game.rules import bank",
        "rules/bank.py": "",
        "resources.py": "from pathlib import Path",
    },
    "the command line calls itself": {
        "__main__.py": "from game.cli import main",
        "cli.py": "from game import __version__",
    },
    "inside one room": {
        "rules/__init__.py": "",
        "rules/deal.py": "from game.rules.bank import Bank\nfrom . import question",
        "rules/bank.py": "",
        "rules/question.py": "",
    },
    "a scene of several rooms": {
        "scenes/lobby/__init__.py": "from game.scenes.lobby.draft import Draft",
        "scenes/lobby/draft.py": "from game.scenes.scene import Scene",
        "scenes/scene.py": "",
    },
    "dice handed in": {
        "rules/deal.py": "import random\n\ndef deal(rng: random.Random): return rng.choice([1])",
        "rules/share.py": "from random import Random\n\ndice = Random",
    },
    "a date handed in": {
        "rules/daily.py": "from datetime import date\n\ndef gig(day: date): return day.isoformat()",
    },
    "libraries through their doors": {
        "ui/keys.py": "import pygame._sdl2.controller",
        "tour.py": "from pygame import Surface",
        "packs/reader.py": "from yaml import parse",
        "records/store.py": "import sqlite3",
    },
}


@pytest.mark.parametrize("files", ALLOWED.values(), ids=ALLOWED.keys())
def test_a_house_in_order_has_no_violations(tmp_path: Path, files: Mapping[str, str]) -> None:
    assert violations(house(tmp_path, files)) == []


UPWARD = "may not import game.packs.library (floor 2): only from floors below"
BROKEN: Mapping[str, tuple[str, str, str]] = {
    "upward": ("rules/bank.py", "from game.packs.library import find", UPWARD),
    "upward by name": ("rules/bank.py", "import game.packs.library as found", UPWARD),
    "upward by package": ("rules/bank.py", "from game.packs import library", UPWARD),
    "upward from the root": ("rules/bank.py", "from game import packs", "game.packs (floor 2)"),
    "upward relative": ("rules/bank.py", "from ..packs import library", UPWARD),
    "upward from a package": ("rules/__init__.py", "from ..packs.library import find", UPWARD),
    "upward in a function": ("rules/bank.py", "def f():\n    import game.packs.library", ":2: "),
    "upward for types": (
        "rules/bank.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import game.packs.library",
        UPWARD,
    ),
    "upward by call": (
        "rules/bank.py",
        "import importlib\nimportlib.import_module('game.packs.library')",
        UPWARD,
    ),
    "an import nobody can read": ("rules/bank.py", "__import__(name)", "cannot be read"),
    "upward to what is not there yet": ("rules/bank.py", "import game.app", "game.app (floor 5)"),
    "rules sideways to ui": ("rules/bank.py", "import game.ui.text", "game.ui.text (floor 1)"),
    "ui sideways to rules": ("ui/text.py", "import game.rules.bank", "game.rules.bank (floor 1)"),
    "packs sideways to records": ("packs/library.py", "import game.records", "(floor 2): only"),
    "story sideways to stage": ("story/home.py", "import game.stage", "game.stage (floor 4)"),
    "app sideways to terminal": ("app.py", "import game.terminal", "game.terminal (floor 5)"),
    "the ground floor upward": ("resources.py", "import game.rules.bank", "(floor 1): only from"),
    "the ground floor sideways": ("__init__.py", "import game.resources", "(floor 0): only from"),
    "the ground floor outward": ("resources.py", "import platformdirs", "import platformdirs"),
    "a scene in a scene": ("scenes/title.py", "import game.scenes.question", "scenes share only"),
    "a room of another scene": (
        "scenes/title.py",
        "from game.scenes.lobby.draft import Draft",
        "scenes share only",
    ),
    "a scene in its package": ("scenes/__init__.py", "from . import title", "scenes share only"),
    "a module without a floor": ("attic.py", "", "game.attic has no floor"),
    "a package without a floor": ("attic/box.py", "", "game.attic.box has no floor"),
    "pygame in scenes": ("scenes/title.py", "import pygame", "imports pygame, which only"),
    "pygame in rules": ("rules/bank.py", "from pygame.font import Font", "imports pygame"),
    "yaml in rules": ("rules/bank.py", "import yaml", "imports yaml, which only game.packs may"),
    "sqlite3 in packs": ("packs/library.py", "def f():\n    import sqlite3", ":2: imports sqlite3"),
    "the global generator": ("ui/text.py", "import random\nrandom.choice([1])", ":2: uses the glo"),
    "the generator renamed": ("ui/text.py", "import random as r\nr.seed(1)", ":2: uses the global"),
    "the generator handed on": ("ui/text.py", "import random\ndeal(random)", ":2: uses the global"),
    "a function of random": ("ui/text.py", "from random import shuffle", "imports random.shuffle"),
    "everything of random": ("ui/text.py", "from random import *", "imports random.*"),
    "dice without a seed": (
        "rules/deal.py",
        "import random\nr = random.Random()",
        "without a seed",
    ),
    "hash in rules": ("rules/bank.py", "def f(x): return hash(x)", "may not call hash()"),
    "a file in rules": ("rules/bank.py", "open('x')", "may not call open()"),
    "the time in rules": ("rules/bank.py", "import time\ntime.time()", "may not import time"),
    "a time in rules": ("rules/bank.py", "from time import time", "may not import time.time"),
    "now in rules": (
        "rules/bank.py",
        "import datetime as clock\nclock.datetime.now()",
        ":2: rules may not read the clock",
    ),
    "today in rules": ("rules/bank.py", "from datetime import date\ndate.today()", "the clock"),
    "broken Python": ("rules/bank.py", "def", "rules/bank.py:1: is not Python"),
}


@pytest.mark.parametrize(("name", "text", "sentence"), BROKEN.values(), ids=BROKEN.keys())
def test_each_rule_is_broken_by_one_line(
    tmp_path: Path, name: str, text: str, sentence: str
) -> None:
    bystanders = {"packs/library.py": "", "scenes/title.py": "", "scenes/question.py": ""}
    found = violations(house(tmp_path, {**bystanders, name: text}))
    assert len(found) == 1, found
    assert sentence in found[0]
    assert found[0].startswith(f"game/{name}:")


def test_a_circle_is_named_from_module_to_module(tmp_path: Path) -> None:
    files = {
        "rules/bank.py": "from game.rules import deal",
        "rules/deal.py": "def f():\n    from .score import points",
        "rules/score.py": "from game.rules.bank import Bank",
    }
    circle = "game.rules.bank -> game.rules.deal -> game.rules.score -> game.rules.bank"
    assert violations(house(tmp_path, files)) == [
        f"modules import each other in a circle: {circle}"
    ]


def test_every_circle_is_named(tmp_path: Path) -> None:
    files = {
        "rules/bank.py": "import game.rules.deal",
        "rules/deal.py": "import game.rules.bank",
        "ui/text.py": "import game.ui.theme",
        "ui/theme.py": "import game.ui.text",
    }
    found = violations(house(tmp_path, files))
    assert [line.rpartition(": ")[2] for line in found] == [
        "game.rules.bank -> game.rules.deal -> game.rules.bank",
        "game.ui.text -> game.ui.theme -> game.ui.text",
    ]

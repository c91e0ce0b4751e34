"""How each scene is told: a table, which a test holds against the scenes there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from game.scenes.ask import AskScene
from game.scenes.challenge import ChallengeScene
from game.scenes.drop import DropScene
from game.scenes.entry import EntryScene
from game.scenes.gate import GateScene
from game.scenes.keys import KeysScene
from game.scenes.names import NamesScene
from game.scenes.numbers import NumbersScene
from game.scenes.packs import PacksScene
from game.scenes.patches import PatchesScene
from game.scenes.poster import PosterScene
from game.scenes.problems import ProblemsScene
from game.scenes.question import QuestionScene
from game.scenes.results import ResultsScene
from game.scenes.reveal import RevealScene
from game.scenes.scene import Scene
from game.scenes.settings import SettingsScene
from game.scenes.standings import StandingsScene
from game.scenes.title import TitleScene
from game.scenes.ways import WaysScene
from game.scenes.workbench import WorkbenchScene
from game.terminal import alone, ends, home, match, numbers, packs, reveal, settings
from game.terminal.terminal import Terminal

Dialogue: TypeAlias = Callable[[Any, Terminal], Any]
"""Tells a scene and returns its result."""

DIALOGUES: dict[type[Scene[Any]], Dialogue] = {
    TitleScene: home.title,
    PacksScene: packs.packs,
    WorkbenchScene: packs.workbench,
    ProblemsScene: packs.problems,
    DropScene: packs.drop,
    NamesScene: home.names,
    AskScene: home.ask,
    WaysScene: alone.ways,
    EntryScene: alone.entry,
    GateScene: match.gate,
    QuestionScene: match.question,
    RevealScene: reveal.reveal,
    ChallengeScene: reveal.challenge,
    StandingsScene: match.standings,
    ResultsScene: ends.results,
    PosterScene: ends.poster,
    SettingsScene: settings.settings,
    KeysScene: settings.keys,
    NumbersScene: numbers.numbers,
    PatchesScene: numbers.patches,
}

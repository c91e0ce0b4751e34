"""How each scene is told: a table, which a test holds against the scenes there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from game.terminal import (
    alone,
    desk,
    ends,
    home,
    lobby,
    match,
    mechanics,
    numbers,
    packs,
    reveal,
    settings,
    together,
)
from game.terminal.terminal import Terminal

if TYPE_CHECKING:
    from game.scenes.scene import Scene

Dialogue: TypeAlias = Callable[[Any, Terminal], Any]
"""Tells a scene and returns its result."""

# By the names of the classes: some of them need a window's library, which may not be here.
DIALOGUES: dict[str, Dialogue] = {
    "TitleScene": home.title,
    "PacksScene": packs.packs,
    "WorkbenchScene": packs.workbench,
    "ProblemsScene": packs.problems,
    "DropScene": packs.drop,
    "AskScene": home.ask,
    "WaysScene": alone.ways,
    "EntryScene": alone.entry,
    "LobbyScene": lobby.lobby,
    "KeyCheckScene": together.key_check,
    "ExplainScene": mechanics.explain,
    "GateScene": match.gate,
    "BetScene": mechanics.bet,
    "HeckleScene": mechanics.heckle,
    "QuestionScene": match.question,
    "StealScene": mechanics.steal,
    "RevealScene": reveal.reveal,
    "TogetherBetScene": together.bets,
    "TogetherScene": together.question,
    "TogetherRevealScene": together.reveal,
    "ChallengeScene": reveal.challenge,
    "StandingsScene": match.standings,
    "TableScene": desk.table,
    "ResultsScene": ends.results,
    "PosterScene": ends.poster,
    "NightListScene": ends.set_list,
    "SettingsScene": settings.settings,
    "KeysScene": settings.keys,
    "NumbersScene": numbers.numbers,
    "PatchesScene": numbers.patches,
}


def dialogue_of(scene: Scene[Any]) -> Dialogue:
    """How `scene` is told."""
    return DIALOGUES[type(scene).__name__]

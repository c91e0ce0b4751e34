"""The lobby: who plays, and by which rules; what a table has chosen is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.records.settings import MOST_TABLES
from game.rules.estimate import heckled_share, night_length
from game.scenes.lobby import LobbyScene, Start
from game.scenes.scene import show
from game.ui.props.stands import Contender

if TYPE_CHECKING:
    from game.rules.house import House
    from game.scenes.lobby import Table
    from game.scenes.scene import Story
    from game.story.tonight import Tonight


def set_table(tonight: Tonight) -> Story[Table | None]:
    """Set the table; None for going back."""
    settings = tonight.settings
    names, house, teams = tonight.names or settings.names, settings.house, tonight.teams
    heckled = _heckled(tonight)

    def estimate(house: House, seats: int) -> float:
        return night_length(house, seats, heckled)

    while True:
        scene = LobbyScene(names, house, settings.tables, estimate, _board(tonight), teams)
        wish = yield from show(scene)
        if wish is None:
            # A stray key loses nobody.
            tonight.names, tonight.teams = scene.table.names, scene.table.teams
            return None
        if isinstance(wish, Start):
            _remember(tonight, wish.table)
            return wish.table
        names, house, teams = wish.table.names, wish.table.house, wish.table.teams
        yield from _check_keys(tonight, names)


def _check_keys(tonight: Tonight, names: tuple[str, ...]) -> Story[None]:
    # It needs a window's library, which the game in a terminal does without.
    from game.scenes.key_check import KeyCheckScene

    contenders = tuple(Contender(seat, name) for seat, name in enumerate(names))
    board = yield from show(KeyCheckScene(contenders, keys_of(tonight)))
    if board is not None:
        tonight.set(board=board)


def _board(tonight: Tonight) -> str:
    """What is known of this keyboard."""
    if not tonight.settings.board:
        return "Not checked yet"
    from game.ui.boards import ARRANGEMENTS

    board = ARRANGEMENTS.get(tonight.settings.board)
    # Whether they passed the check or it was skipped is not kept.
    return f"Your keys: {board.title}" if board else "Not checked yet"


def _heckled(tonight: Tonight) -> float:
    """How many of the pack's questions have wrong answers to choose from, once it is read."""
    pack = tonight.rack.glance(tonight.pack)
    return heckled_share(pack.questions) if pack else 1.0


def _remember(tonight: Tonight, table: Table) -> None:
    tonight.names, tonight.teams = table.names, table.teams
    known = [each for each in tonight.settings.tables if set(each) != set(table.names)]
    tables = (table.names, *known)[:MOST_TABLES]
    tonight.set(names=table.names, tables=tables, house=table.house)


def keys_of(tonight: Tonight) -> str:
    """The name of the arrangement of keys to play all together with."""
    from game.ui.boards import ARRANGEMENTS, USUAL_BOARD

    return tonight.settings.board if tonight.settings.board in ARRANGEMENTS else USUAL_BOARD

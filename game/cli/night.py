"""The options of a night, the same for the window, the terminal and the tour."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from game.cli.exits import UserError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Collection

    from game.rules.match import Match
    from game.rules.modes import Clock
    from game.story.rack import Rack
    from game.story.tonight import Tonight

    Night: TypeAlias = tuple[Tonight, str | None, tuple[str, ...]]


def add_options(parser: ArgumentParser) -> None:
    """Declare what `tonight` reads."""
    from game.rules.modes import CLOCKS, MODES

    parser.add_argument("--pack", metavar="ID", help="the pack to play (see `encore pack list`)")
    parser.add_argument("--mode", metavar="NAME", help=f"start at once: {', '.join(MODES)}")
    parser.add_argument("--players", metavar="A,B", help="two to eight names for a party")
    parser.add_argument("--seed", metavar="TEXT", help="any text; the same seed, the same match")
    parser.add_argument("--clock", metavar="NAME", help=f"how long: {', '.join(CLOCKS)}")


def tonight(args: Namespace) -> Night:
    """The evening that the options ask for, the mode to start with, and who plays.

    Raises:
        UserError: when there is no such pack, mode or clock, or not so many seats.
    """
    return plan(
        pack=args.pack, mode=args.mode, players=args.players, seed=args.seed, clock=args.clock
    )


def plan(
    *,
    pack: str | None = None,
    mode: str | None = None,
    players: str | None = None,
    seed: str | None = None,
    clock: str | None = None,
) -> Night:
    """As `tonight`, from the options' words; None where one is not given."""
    from game.packs.library import own_folder
    from game.resources import folder
    from game.story.rack import Rack
    from game.story.tonight import Tonight

    names = _names(players)
    mode = _mode(mode, names)
    rack = Rack(folder("questions"), own_folder())
    evening = Tonight(
        rack=rack,
        pack=rack.first if pack is None else _pack(pack, rack),
        seed=seeds(seed),
        keep=_keep_nothing,
        clock=_clock(clock),
        names=names if len(names) > 1 else (),
        fresh=seed is None,
    )
    return evening, mode, names


def seeds(first: str | None) -> Callable[[], str]:
    """A source of seeds: `first`, `first#2`, `first#3`; without one, a fresh one every time."""
    if first is None:
        return _any_seed
    import itertools

    # An argument that is not UTF-8 arrives with lone surrogates, which nothing can digest.
    seed = first.encode("utf-8", "replace").decode()
    numbers = itertools.count(1)

    def following() -> str:
        number = next(numbers)
        return seed if number == 1 else f"{seed}#{number}"

    return following


def _any_seed() -> str:
    import secrets

    return secrets.token_hex(4)


def _names(players: str | None) -> tuple[str, ...]:
    """Names as the lobby takes them: cleaned, no two alike."""
    if players is None:
        return ()
    from game.rules.modes import MODES
    from game.ui.lineup import told_apart

    typed = tuple(name for name in players.split(",") if name.strip())
    most = MODES["party"].most
    if len(typed) > most:
        raise UserError(f"--players has {len(typed)} names; there are {most} seats.")
    names = told_apart(typed)
    if not names:
        raise UserError("--players has no name in it, like: --players Mia,Ben")
    return names


def _mode(wanted: str | None, names: tuple[str, ...]) -> str | None:
    if wanted is None:
        return ("party" if len(names) > 1 else "setlist") if names else None
    from game.rules.modes import MODES

    mode = MODES[_known("mode", wanted, MODES)]
    if names and not mode.fewest <= len(names) <= mode.most:
        seats = f"{mode.fewest} to {mode.most} players" if mode.is_party else "one player"
        other = "setlist" if mode.is_party else "party"
        raise UserError(
            f"--mode {mode.name} is for {seats}, and --players names {len(names)} "
            f"(did you mean --mode {other}?)"
        )
    return mode.name


def _clock(wanted: str | None) -> Clock | None:
    if wanted is None:
        return None
    from game.rules.modes import CLOCKS

    return CLOCKS[_known("clock", wanted, CLOCKS)]


def _pack(wanted: str, rack: Rack) -> str:
    entry = rack.entry(wanted)
    if entry is not None:
        return entry.id
    said = _unknown("pack", wanted, [each.id for each in rack.entries])
    raise UserError(f"{said}; `encore pack list` names them all.")


def _known(what: str, wanted: str, names: Collection[str]) -> str:
    if wanted in names:
        return wanted
    raise UserError(f"{_unknown(what, wanted, names)}; there are: {', '.join(names)}.")


def _unknown(what: str, wanted: str, names: Collection[str]) -> str:
    from game.packs.suggest import did_you_mean
    from game.ui.text.clean import clean

    hint = did_you_mean(wanted, names, "'")
    return f"there is no {what} '{clean(wanted[:80], newlines=False)}'{hint}"


def _keep_nothing(_match: Match) -> None:
    """Nothing is written down yet."""

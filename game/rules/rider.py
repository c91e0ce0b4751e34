"""House rules as a sheet of lines, each of which can be turned on its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.rules.house import (
    FEWEST_ROUNDS,
    MOST_ROUNDS,
    PASS,
    PRESETS,
    SWITCHES,
    TEAMS,
    TOGETHER,
    House,
    preset_of,
)
from game.rules.modes import CLOCKS

# How each way of playing is called, and what it is.
WAYS = {
    PASS: ("pass the keyboard", "The keyboard goes round, and everyone is asked as much."),
    TEAMS: (
        "in teams",
        "Two to four teams; their members take turns, and the points are the team’s.",
    ),
    TOGETHER: ("all together", "Two to four players answer the same question, each on four keys."),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the sheet: its title, what it is set to, and a sentence about it.

    `on` is for what is a matter of yes or no, None for what has more values. `void` says that it
    means nothing in this way of playing; what it was set to is kept for another.
    """

    title: str
    value: str
    says: str
    on: bool | None = None
    void: bool = False


def rules_of(house: House) -> dict[str, Rule]:
    """The lines by name: "preset", then the fields of `House`."""
    return {
        "preset": _preset(house),
        "way": Rule("You play", *WAYS[house.way]),
        "rounds": Rule("Rounds", str(house.rounds), _rounds(house)),
        "clock": _clock(house),
        **{name: _switch(house, name) for name in SWITCHES},
    }


def turned(
    house: House, name: str, by: int, own: House | None = None, *, round_again: bool = False
) -> House:
    """With the next (`by` 1) or the one before (-1) of what the line called `name` can be.

    Rounds end at their ends unless `round_again`. `own` stands among the presets. What is void
    cannot be turned; a switch has but one other side.
    """
    if name == "preset":
        return _other_preset(house, by, own)
    if name == "way":
        return replace(house, way=_next(tuple(WAYS), house.way, by))
    if name == "clock":
        return replace(house, clock=_next(tuple(CLOCKS), house.clock, by))
    if name == "rounds":
        rounds = house.rounds + by
        if FEWEST_ROUNDS <= rounds <= MOST_ROUNDS:
            return replace(house, rounds=rounds)
        wrapped = FEWEST_ROUNDS if by > 0 else MOST_ROUNDS
        return replace(house, rounds=wrapped) if round_again else house
    if house.way not in SWITCHES[name].ways:
        return house
    changed: dict[str, bool] = {name: not getattr(house, name)}
    return replace(house, **changed)  # type: ignore[arg-type]


def _preset(house: House) -> Rule:
    preset = preset_of(house)
    if preset is not None:
        return Rule("Kind of night", preset.title, preset.says)
    says = "Your own mixture; it waits here while you look through the other kinds."
    return Rule("Kind of night", "your own", says)


def _rounds(house: House) -> str:
    who = {PASS: "each player", TEAMS: "each team", TOGETHER: "everyone"}[house.way]
    return f"How many questions there are for {who}."


def _clock(house: House) -> Rule:
    clock = CLOCKS[house.clock]
    if clock.limit is None:
        return Rule("Clock", clock.title, "Nobody is hurried.")
    says = f"There are {clock.limit:.0f} seconds for an answer."
    return Rule("Clock", f"{clock.title}, {clock.limit:.0f} s", says)


def _switch(house: House, name: str) -> Rule:
    switch, on = SWITCHES[name], bool(getattr(house, name))
    if house.way in switch.ways:
        return Rule(switch.title, "yes" if on else "no", switch.says, on)
    says = f"{switch.title} needs turns, and all together nobody waits for one."
    return Rule(switch.title, "not all together", says, on, void=True)


def _other_preset(house: House, by: int, own: House | None) -> House:
    sets = [preset.house for preset in PRESETS.values()]
    mine = own or (house if preset_of(house) is None else None)
    sets += [mine] if mine else []
    now = preset_of(house)
    at = list(PRESETS).index(now.name) if now else len(sets) - 1
    return replace(sets[(at + by) % len(sets)], way=house.way)


def _next(values: tuple[str, ...], now: str, by: int) -> str:
    return values[(values.index(now) + by) % len(values)]

"""The house rules of a party: what a table may switch on, and sets of them to begin with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.rules.modes import CLOCKS

# How the table plays: one after the other, in teams that do, or everyone at one question.
PASS, TEAMS, TOGETHER = "pass", "teams", "together"

FEWEST_ROUNDS, MOST_ROUNDS = 2, 15
# How many people may play, in teams or not, by the way of playing.
FEWEST = 2
MOST_PEOPLE = 8
MOST = {PASS: MOST_PEOPLE, TEAMS: MOST_PEOPLE, TOGETHER: 4}
FEWEST_TEAMS, MOST_TEAMS = 2, 4


@dataclass(frozen=True, slots=True)
class House:
    """What a party plays by; as it stands without arguments, nothing is switched on.

    `rounds` counts questions for each seat, `clock` is a name of `rules.modes.CLOCKS`, `way` one of
    PASS, TEAMS and TOGETHER. The others are the names in `SWITCHES`.
    """

    rounds: int = 5
    clock: str = "standard"
    way: str = PASS
    steal: bool = False
    heckle: bool = False
    encore: bool = False
    sudden: bool = False
    gentle: bool = False

    @property
    def shared(self) -> bool:
        """Whether everybody answers the same question."""
        return self.way == TOGETHER

    def plays(self, name: str) -> bool:
        """Whether the switch is on and means something in this way of playing."""
        return bool(getattr(self, name)) and self.way in SWITCHES[name].ways


PLAIN = House()


def can_be_played(house: House) -> bool:
    """Whether a table could have chosen these: what comes from a file may be anything."""
    rounds = FEWEST_ROUNDS <= house.rounds <= MOST_ROUNDS
    return rounds and house.clock in CLOCKS and house.way in MOST


@dataclass(frozen=True, slots=True)
class Switch:
    """A mechanic that a table can have or not. `says` is what it does, in one sentence."""

    name: str
    title: str
    says: str
    ways: tuple[str, ...] = (PASS, TEAMS, TOGETHER)


SWITCHES: dict[str, Switch] = {
    switch.name: switch
    for switch in (
        Switch(
            "steal",
            "Steal",
            "A question one player misses is offered to the next, for half the points.",
            (PASS, TEAMS),
        ),
        Switch(
            "heckle",
            "Heckle",
            "The player before you picks your wrong answers, and scores if you fall for one.",
            (PASS, TEAMS),
        ),
        Switch(
            "encore",
            "Encore",
            "The last round counts double, and everyone bets up to half of their points in secret.",
        ),
        Switch(
            "sudden",
            "Sudden death",
            "A tie for first is played off, question by question, until one is left.",
        ),
        Switch(
            "gentle",
            "No hard ones",
            "Only easy and medium questions are asked.",
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Preset:
    """House rules with a name. `says` is whom they suit, in one sentence."""

    name: str
    title: str
    says: str
    house: House


PRESETS: dict[str, Preset] = {
    preset.name: preset
    for preset in (
        Preset(
            "friends",
            "Friends",
            "Steals, a double last round with bets, and no shared first place.",
            House(5, "standard", steal=True, encore=True, sudden=True),
        ),
        Preset(
            "family",
            "Family",
            "More time for everyone, and nobody takes anything from anybody.",
            House(5, "relaxed", encore=True, sudden=True),
        ),
        Preset(
            "kids",
            "Kids",
            "No clock, nothing hard, no bets; equal points share a place.",
            House(4, "untimed", gentle=True),
        ),
        Preset(
            "short",
            "Short",
            "Three quick rounds between two other things.",
            House(3, "quick", encore=True, sudden=True),
        ),
        Preset(
            "marathon",
            "Marathon night",
            "Twelve rounds with everything there is.",
            House(12, "standard", steal=True, heckle=True, encore=True, sudden=True),
        ),
    )
}
# What a party plays by until somebody changes it.
USUAL = PRESETS["friends"].house


def preset_of(house: House) -> Preset | None:
    """The preset with these very rules, however the table plays; None where they are its own."""
    for preset in PRESETS.values():
        if preset.house == replace(house, way=preset.house.way):
            return preset
    return None

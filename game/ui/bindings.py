"""Which key says what, as names: the table that a player can change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.ui.actions import Action

ESCAPE = "Escape"
# In the order of the page where they are changed. Escape always means BACK as well.
DEFAULTS: Mapping[Action, str] = {
    Action.UP: "Up",
    Action.DOWN: "Down",
    Action.LEFT: "Left",
    Action.RIGHT: "Right",
    Action.CONFIRM: "Return",
    Action.READY: "Space",
    Action.MUTE: "M",
    Action.FULL_SCREEN: "F11",
    Action.BACK: ESCAPE,
}
_DIGIT = "chooses the answer of its number"
# Keys that keep the meaning they have, and what that is.
FIXED: Mapping[str, str] = {
    ESCAPE: "always goes back",
    "Tab": "always goes on to the next thing",
    "Keypad Enter": "always confirms",
    "Backspace": "takes a letter away",
    "Delete": "takes a name away",
    "Pause": "always pauses",
    **dict.fromkeys("12345678", _DIGIT),
    **{f"Keypad {digit}": _DIGIT for digit in "12345678"},
}
_LABELS = {
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "Return": "Enter",
    ESCAPE: "Esc",
}


class KeyRefused(Exception):
    """A key cannot have that meaning; the text is a sentence for the player."""


def label(name: str) -> str:
    """What a key is called on the screen: `Return` is "Enter", `Up` is an arrow."""
    return _LABELS.get(name, name)


def called(action: Action) -> str:
    """An action as settings write it: "full_screen"."""
    return action.name.lower()


@dataclass(frozen=True, slots=True)
class Bindings:
    """One key for every action of `DEFAULTS`, by SDL's name for it; no key has two meanings."""

    names: Mapping[Action, str] = field(default_factory=lambda: DEFAULTS)

    @classmethod
    def of(
        cls, overrides: Mapping[str, str], known: Callable[[str], str | None] = lambda name: name
    ) -> Bindings:
        """The default table with `overrides`, {"confirm": "X"}; what makes no sense is left out.

        `known` gives a key's proper name, None for a key that no keyboard has.
        """
        bindings = cls()
        for action in DEFAULTS:
            name = known(overrides.get(called(action), ""))
            if name and name not in FIXED:
                try:
                    bindings = bindings.bound(action, name)
                except KeyRefused:
                    continue
        return bindings

    @property
    def overrides(self) -> dict[str, str]:
        """What differs from the default table, as settings keep it."""
        changed = (action for action in DEFAULTS if self.names[action] != DEFAULTS[action])
        return {called(action): self.names[action] for action in changed}

    @property
    def labels(self) -> dict[str, str]:
        """What to write in place of the default keys' labels, where that differs."""
        changed = (action for action in DEFAULTS if self.names[action] != DEFAULTS[action])
        # Esc always works, whatever else goes back.
        pairs = ((DEFAULTS[each], self.names[each]) for each in changed if each is not Action.BACK)
        return {label(before): label(now) for before, now in pairs}

    def holder(self, name: str) -> Action | None:
        """The action that a key says."""
        return next((action for action, held in self.names.items() if held == name), None)

    def bound(self, action: Action, name: str) -> Bindings:
        """`action` by the key `name`; what the key said before takes the action's old key.

        Raises:
            KeyRefused: when the key, or the only other one, must keep its meaning.
        """
        if name == self.names[action]:
            return self
        if name in FIXED:
            raise KeyRefused(f"{label(name)} {FIXED[name]}.")
        held, other = self.names[action], self.holder(name)
        changed = {**self.names, action: name}
        if other is not None:
            if held == ESCAPE:
                words = called(other).replace("_", " ")
                raise KeyRefused(f"{label(name)} means “{words}”; give that another key first.")
            changed[other] = held
        return Bindings(changed)

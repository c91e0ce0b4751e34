"""Easing: how far a movement has come, 0 to 1, from how long it has run."""

from __future__ import annotations


def progress(age: float, duration: float, delay: float = 0.0) -> float:
    """The share of `duration` seconds that has passed since `delay`, from 0 to 1."""
    if duration <= 0:
        return 1.0 if age >= delay else 0.0
    return min(max((age - delay) / duration, 0.0), 1.0)


def ease_out(share: float) -> float:
    """Fast, then slowing into its place (cubic)."""
    return 1 - (1 - share) ** 3


def eased(age: float, duration: float, delay: float = 0.0) -> float:
    """`ease_out` of `progress`."""
    return ease_out(progress(age, duration, delay))


def between(start: float, end: float, share: float) -> float:
    """The value `share` of the way from `start` to `end`."""
    return start + (end - start) * share

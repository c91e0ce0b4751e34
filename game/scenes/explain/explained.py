"""What each mechanic does, in words and in three pictures."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui.props.strip import Beat, Bit


@dataclass(frozen=True, slots=True)
class Explained:
    """A heading, what the rule is, and the three pictures that show it."""

    title: str
    says: str
    beats: tuple[Beat, Beat, Beat]


def _seat(
    number: int,
    x: float,
    y: float,
    size: float = 68,
    *,
    late: float = 0.0,
    dx: float = 0.0,
    faint: float = 1.0,
) -> Bit:
    return Bit("seat", str(number), x, y, size, late=late, dx=dx, faint=faint)


def _sign(
    name: str, x: float, y: float, size: float, role: str, *, late: float = 0.0, dy: float = 0.0
) -> Bit:
    return Bit("sign", name, x, y, size, role, late, dy=dy)


def _words(words: str, x: float, y: float, role: str, late: float = 0.0) -> Bit:
    return Bit("words", words, x, y, 40, role, late, dy=16)


def _ticket(
    x: float,
    y: float,
    size: float = 62,
    *,
    late: float = 0.0,
    dx: float = 0.0,
    dy: float = 0.0,
) -> Bit:
    return Bit("ticket", "?", x, y, size, late=late, dx=dx, dy=dy)


def _plates(*picked: int) -> tuple[Bit, ...]:
    """Six plates in two columns; those `picked` light up one after the other."""
    spots = [(24 + 76 * (place % 2), 44.0 * (place // 2 - 1)) for place in range(6)]
    bare = tuple(Bit("plate", "", x, y, 30, "panel") for x, y in spots)
    lit = tuple(
        Bit("plate", "", *spots[place], 30, "gold", late=0.15 + 0.15 * turn)
        for turn, place in enumerate(picked)
    )
    said = tuple(
        _sign("speech", *spots[place], 20, "night", late=0.2 + 0.15 * turn)
        for turn, place in enumerate(picked)
    )
    return (*bare, *lit, *said)


EXPLAINED: dict[str, Explained] = {
    "steal": Explained(
        "Steal",
        "A miss is offered to the next player, for half the points. "
        "They have one go, and a wrong try loses nothing.",
        (
            Beat(
                "a miss",
                (
                    _seat(0, -78, 0),
                    _ticket(42, 0, 70),
                    _sign("cross", 100, -36, 42, "warm_on_panel", late=0.25),
                ),
            ),
            Beat(
                "the next one’s chance",
                (
                    _seat(0, -106, 0, 46, faint=0.4),
                    _seat(1, 90, 0, 72),
                    _ticket(-18, 0, 60, dx=-70, late=0.1),
                ),
            ),
            Beat(
                "half the points",
                (
                    _seat(1, -66, 0, 76),
                    _sign("tick", 56, -36, 54, "right", late=0.15),
                    _words("+ ½", 56, 32, "accent_on_panel", 0.3),
                ),
            ),
        ),
    ),
    "heckle": Explained(
        "Heckle",
        "The player before you sees your question, without the right answer, and picks three of "
        "up to six wrong ones. If you fall for one, they get 25 points: 50 in the encore.",
        (
            Beat("three wrong answers", (_seat(0, -96, 0), *_plates(0, 3, 4))),
            Beat(
                "among your four",
                (
                    _seat(1, -96, 0),
                    *(
                        Bit("plate", "", 60, 36 * n - 54, 30, role, dx=-120, late=0.08 * n)
                        for n, role in enumerate(("gold", "panel", "gold", "gold"))
                    ),
                ),
            ),
            Beat(
                "25 if you bite",
                (
                    _seat(1, -94, -4, 60),
                    _sign("cross", -52, -44, 40, "warm_on_panel", late=0.1),
                    _seat(0, 62, -34, 64),
                    _words("+ 25", 62, 34, "accent_on_panel", 0.3),
                ),
            ),
        ),
    ),
    "encore": Explained(
        "The encore",
        "The last round counts double. Before it, everyone secretly bets 0 to 50 % of their own "
        "points: right wins the bet, wrong loses it.",
        (
            Beat(
                "the last round",
                (
                    _ticket(-66, 0, 80),
                    _sign("star", 66, -40, 44, "accent_on_panel", late=0.2),
                    _words("× 2", 66, 28, "accent_on_panel", 0.25),
                ),
            ),
            Beat(
                "a secret bet",
                (
                    _seat(0, -104, -26, 54),
                    _seat(1, 0, -26, 54),
                    _seat(2, 104, -26, 54),
                    *(
                        _sign("lock", x, 44, 42, "accent_on_panel", late=0.12 * n, dy=-24)
                        for n, x in enumerate((-104, 0, 104))
                    ),
                ),
            ),
            Beat(
                "won or lost",
                (
                    _sign("tick", -66, -36, 54, "right", late=0.1),
                    _words("+ bet", -66, 32, "on_panel", 0.15),
                    _sign("cross", 66, -36, 50, "warm_on_panel", late=0.3),
                    _words("− bet", 66, 32, "on_panel", 0.35),
                ),
            ),
        ),
    ),
    "sudden": Explained(
        "Sudden death",
        "Those tied for first get one question each, for no points, and those who miss are out. "
        "If all of them miss, all go on.",
        (
            Beat(
                "level at the top",
                (
                    _seat(0, -66, 20, 70),
                    _seat(1, 66, 20, 70),
                    _sign("crown", -66, -50, 42, "accent_on_panel", late=0.15, dy=-20),
                    _sign("crown", 66, -50, 42, "accent_on_panel", late=0.15, dy=-20),
                ),
            ),
            Beat(
                "one question each",
                (
                    _seat(0, -66, 42, 56),
                    _seat(1, 66, 42, 56),
                    _ticket(-66, -42, 62, dy=-24, late=0.1),
                    _ticket(66, -42, 62, dy=-24, late=0.2),
                ),
            ),
            Beat(
                "until one is left",
                (
                    _seat(0, -66, 20, 78),
                    _sign("crown", -66, -54, 46, "accent_on_panel", late=0.3, dy=-20),
                    _seat(1, 74, 24, 52, faint=0.35),
                    _sign("cross", 74, -44, 42, "warm_on_panel", late=0.1),
                ),
            ),
        ),
    ),
    "together": Explained(
        "All together",
        "Everyone answers the same question, each with four keys of their own. "
        "Until the answer is told, the screen only says who has locked.",
        (
            Beat(
                "one question for all",
                (
                    _ticket(0, -38, 66, dy=-20),
                    *(_seat(n, 74 * n - 111, 46, 44, late=0.06 * n) for n in range(4)),
                ),
            ),
            Beat(
                "four keys each",
                (
                    _seat(0, -96, 0, 60),
                    *(
                        Bit("plate", "", x, y, 36, "panel", late=0.1)
                        for x, y in ((4, -26), (90, -26), (4, 26), (90, 26))
                    ),
                    Bit("plate", "", 90, -26, 36, "gold", late=0.45),
                    _sign("lock", 90, -26, 24, "night", late=0.5),
                ),
            ),
            Beat(
                "locked, then told",
                (
                    *(_seat(n, 74 * n - 111, 40, 44) for n in range(4)),
                    *(
                        _sign("lock", 74 * n - 111, -34, 38, "accent_on_panel", late=0.1 * n)
                        for n in range(4)
                    ),
                ),
            ),
        ),
    ),
    "teams": Explained(
        "Teams",
        "The members of a team take turns at answering. The points are the team’s.",
        (
            Beat(
                "two or more a team",
                (
                    *(_seat(0, -96, y, 54, dx=-30) for y in (-36, 36)),
                    *(_seat(1, 96, y, 54, dx=30) for y in (-36, 36)),
                    _words("vs", 0, 0, "on_panel"),
                ),
            ),
            Beat(
                "they take turns",
                (
                    _seat(0, -92, 26, 66, faint=0.4),
                    _sign("arrow-right", 0, 26, 40, "quiet_on_panel", late=0.15),
                    _seat(0, 92, 26, 66),
                    _ticket(92, -48, 46, dx=-184, late=0.2),
                ),
            ),
            Beat(
                "one score",
                (
                    *(_seat(0, x, -34, 62, dx=x / 2) for x in (-44, 44)),
                    _words("+ 100", 0, 44, "accent_on_panel", 0.3),
                ),
            ),
        ),
    ),
}

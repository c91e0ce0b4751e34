"""What a player tells friends: a share text without spoilers, and a duel code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules import code
from game.rules.modes import CLOCKS
from game.story import headlines

if TYPE_CHECKING:
    from game.packs.pack import Pack
    from game.rules.match import Match

_RIGHT, _WRONG = "●", "○"


def share_text(pack: Pack, match: Match, day: str = "") -> str:
    """A few plain lines for a chat: what was played and how it went, no question, no answer."""
    played = match.played
    marks = "".join(_RIGHT if match.right(turn) else _WRONG for turn in played)
    rows = [marks[at : at + 10] for at in range(0, len(marks), 10)]
    title = f"Encore · {pack.title} · {match.mode.title}" + (f" {day}" if day else "")
    stars = headlines.stars(match)
    right = f"{headlines.right_count(match)} of {len(played)} right"
    figures = f"{match.score():,} points, {right}" + (f"  {'★' * stars}" if stars else "")
    lines = [title, figures, *rows]
    if match.mode.name == "duel":
        lines.append(f"Beat me: {duel_code(pack, match)}")
    return "\n".join(lines)


def duel_code(pack: Pack, match: Match) -> str:
    """The code of a duel, with the answers of a finished one."""
    answers = tuple((turn.pick, turn.ms) for turn in match.played) if match.over else None
    duel = code.Duel(
        pack=code.pack_mark(pack.id),
        version=code.version_mark(pack.fingerprint),
        seed=match.seed,
        clock=list(CLOCKS).index(match.clock.name),
        count=len(match.plan),
        answers=answers,
    )
    return code.write(duel)


def friend_of(match: Match, duel: code.Duel) -> Match | None:
    """The friend's match: the same cards with the friend's answers; None for a code without any.

    A pick that no card of the match has counts as none.
    """
    if duel.answers is None:
        return None
    friend = match
    for pick, ms in duel.answers:
        if friend.over:
            break
        there = pick is not None and pick < len(friend.card.options)
        friend = friend.answer(pick if there else None, ms)
    return friend

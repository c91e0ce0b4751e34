"""The end of a night: the poster, what is taken home from it, and the whole set list."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from game.rules.awards import awards
from game.rules.table import corrected, performer
from game.rules.tally import is_encore, is_sudden
from game.scenes.nightlist import NightListScene, Played
from game.scenes.poster import Act, Ending, PosterScene
from game.scenes.scene import show
from game.story.opener import told
from game.story.party.judging import beside

if TYPE_CHECKING:
    from game.packs.pack import Pack
    from game.rules.match import Match
    from game.rules.turn import Slot
    from game.scenes.scene import Story
    from game.story.tonight import Tonight

_WORDS = ("", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT")
# The end of a path says enough, and all of it would be too small to read.
_LONGEST_PLACE = 22
# When the awards are on: the last of them right before the headliner.
_SET_TIMES = ("19:15", "20:00", "20:45", "21:30")


def the_end(tonight: Tonight, pack: Pack, match: Match) -> Story[bool]:
    """Show the poster and what can be done with it; whether the table wants another night."""
    scene = poster(pack, match)
    while True:
        wish = yield from show(scene)
        if wish is Ending.SETLIST:
            yield from show(NightListScene(set_list(match)))
        elif wish is Ending.SAVE:
            scene.said = _save(tonight, scene)
        elif wish is Ending.COPY:
            scene.said = _copy(scene)
        else:
            return wish is Ending.AGAIN


def _save(tonight: Tonight, scene: PosterScene) -> str:
    # Needs what the game in a terminal can do without.
    from game.ui.print import pictures_folder, save_poster

    day = f"{datetime.fromtimestamp(tonight.now(), UTC).astimezone():%Y-%m-%d}"
    try:
        path = save_poster(scene.bill, pictures_folder(), f"encore-{day}")
    except OSError as fault:
        return f"It could not be saved: {fault.strerror or fault}."
    place = told(path.parent)
    if len(place) > _LONGEST_PLACE:
        place = f"…{place[-_LONGEST_PLACE:]}"
    return f"Saved as {path.name} in {place}"


def _copy(scene: PosterScene) -> str:
    from game.ui import clipboard

    copied = clipboard.put(scene.share)
    return "Copied: paste it where your friends are." if copied else "No clipboard is here."


def poster(pack: Pack, match: Match) -> PosterScene:
    """The bill of a finished night."""
    ranks = match.ranks()
    acts = (
        Act(
            ranks[seat],
            seat,
            name,
            match.score(seat),
            members=", ".join(match.teams[seat]) if match.teams else "",
            corrected=corrected(match, seat) != 0,
            note=_note(match, seat),
        )
        for seat, name in enumerate(match.players)
    )
    won = awards(match)
    times = _SET_TIMES[len(_SET_TIMES) - len(won) :]
    told_awards = tuple(
        (time, award.title, f"{match.players[award.seat]}, {award.detail}")
        for time, award in zip(times, won, strict=True)
    )
    in_order = tuple(sorted(acts, key=lambda act: (act.rank, act.seat)))
    return PosterScene(_strap(match), in_order, told_awards, share_text(pack, match))


def _strap(match: Match) -> str:
    count = _WORDS[len(match.players)]
    if match.teams:
        return f"TONIGHT ONLY · ONE KEYBOARD · {count} TEAMS"
    acts = "AT ONCE" if match.house.shared else "ACTS"
    return f"TONIGHT ONLY · ONE KEYBOARD · {count} {acts}"


def _note(match: Match, seat: int) -> str:
    if seat in match.out:
        rounds = [slot.round for slot in match.slots if slot.seat == seat]
        return f"out after round {max(rounds)}" if rounds else "never played"
    tied = match.playoff[0]
    if match.ranks()[seat] != 1 or not tied:
        return ""
    if any(is_sudden(match, slot) for slot in match.slots):
        return "in sudden death" if len(tied) == 1 else "undivided after sudden death"
    return "undivided: no questions left"


def share_text(pack: Pack, match: Match) -> str:
    """The night in a few plain lines for a chat: no question, no answer."""
    ranks = match.ranks()
    order = sorted(range(len(match.players)), key=lambda seat: (ranks[seat], seat))
    lines = [f"Encore · {pack.title} · {_strap(match).split(' · ')[-1].lower()}"]
    lines += (f"{ranks[seat]}. {match.players[seat]}  {match.score(seat):,}" for seat in order)
    lines += (f"{a.title}: {match.players[a.seat]}, {a.detail}" for a in awards(match))
    return "\n".join(lines)


def set_list(match: Match) -> tuple[Played, ...]:
    """Every question of the night, in order."""
    return tuple(_played(match, number) for number in range(len(match.played)))


def _played(match: Match, number: int) -> Played:
    turn, slot = match.played[number], match.slots[number]
    card = match.cards[turn.card]
    extras = [
        f"{row.name}: {row.what}" + (f", {row.points:+,}" if row.points else "")
        for row in beside(match, number)
    ]
    return Played(
        _heading(match, slot),
        turn.seat,
        performer(match, number),
        card.question.stem,
        card.question.key.text,
        card.options[turn.pick].text if turn.pick is not None else "",
        match.right(turn),
        None if turn.pick is None or match.clock.limit is None else turn.ms / 1000,
        match.gained(number),
        "; ".join(extras),
        card.question.why,
    )


def _heading(match: Match, slot: Slot) -> str:
    if is_sudden(match, slot):
        return "Sudden death"
    return f"Round {slot.round}" + (", the encore" if is_encore(match, slot) else "")

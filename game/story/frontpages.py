"""The headlines there are: for each kind of night a few, the most special kinds first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.story.gist import Gist


@dataclass(frozen=True, slots=True)
class Kind:
    """Nights of one kind: those that `fits` is true of, and pairs of headline and lead for them.

    In a lead, `Gist.words` may stand in braces.
    """

    name: str
    fits: Callable[[Gist], bool]
    lines: tuple[tuple[str, str], ...]


# The most special kinds first; the last fits every night. Fewer answers than
# this are no course of events.
_FEWEST = 8
KINDS = (
    Kind(
        "duel won",
        lambda night: night.lead is not None and night.lead > 0,
        (
            ("The ghost packed its drums", "yours by {gap}; it left through the wall"),
            ("Haunting cancelled", "{gap} ahead, and the sheet is in the wash"),
            ("Outplayed a cold draught", "{right} of {count}, and {gap} to show for it"),
        ),
    ),
    Kind(
        "duel lost",
        lambda night: night.lead is not None and night.lead < 0,
        (
            ("Beaten by thin air", "{gap} short; the other one was see-through"),
            ("The spook had more songs", "it won by {gap} and took no bow"),
            ("Upstaged by a bedsheet", "{right} of {count}, and still {gap} behind"),
        ),
    ),
    Kind(
        "duel level",
        lambda night: night.lead == 0,
        (
            ("Two names, one type size", "level to the last point; share the taxi"),
            ("Call it a double bill", "the same points, and neither would go first"),
            ("The judges want their tea", "{right} of {count}, and not a point between you"),
        ),
    ),
    Kind(
        "duel open",
        lambda night: night.mode == "duel",
        (
            ("A glove at the stage door", "{right} of {count}; now post the code to someone loud"),
            ("Wanted: one opponent", "{right} of {count}, signed and ready to send"),
            ("Your move, whoever you are", "{right} of {count}: let a friend lose sleep over it"),
        ),
    ),
    Kind(
        "soundcheck clean",
        lambda night: night.mode == "soundcheck" and night.share >= 0.9,
        (
            ("Ready when the doors are", "{right} of {count} sat, without an audience"),
            ("Tuned, taped and fed", "{right} of {count}; you may let the people in"),
        ),
    ),
    Kind(
        "soundcheck",
        lambda night: night.mode == "soundcheck",
        (
            ("One two, one two", "{right} of {count} sat; the rest is why we rehearse"),
            ("Nobody was watching. Good.", "{right} of {count}, and the next try knows more"),
            ("Hum located, mostly", "{right} of {count}; the last bit lives in the walls"),
        ),
    ),
    Kind(
        "marathon dry",
        lambda night: bool(night.spare),
        (
            ("The pack gave up first", "{right} of {count}, with a life to spare"),
            ("Nothing on the shelf but dust", "{questions}, and the writers went home"),
        ),
    ),
    Kind(
        "marathon long",
        lambda night: night.mode == "marathon" and night.count >= 20,
        (
            ("A tour, not a night", "{right} right before the third miss"),
            ("They had to change the strings", "{questions}; the bar shut in the middle"),
            ("The caretaker wants his hall", "{right} of {count}, and milk on the doorsteps"),
        ),
    ),
    Kind(
        "perfect",
        lambda night: night.share == 1,
        (
            ("Not one wrong note", "{questions}, no survivors"),
            ("The perfect set", "every track landed, and the lights stayed on"),
            ("Nothing left to ask", "{right} of {count}: the band wants a word with you"),
            ("Check this one for wires", "{right} of {count}, and nobody saw the hands move"),
        ),
    ),
    Kind(
        "comeback",
        lambda night: night.count >= _FEWEST and not any(night.marks[:3]) and night.share >= 0.5,
        (
            ("Written off by track three", "{right} of {count}, once someone found the fuse box"),
            ("A bad start, well hidden", "{right} of {count}; the drummer turned up after all"),
            ("From the bar to the front row", "{right} of {count}, after a start we did not print"),
        ),
    ),
    Kind(
        "last one",
        lambda night: night.count > 4 and night.marks[-1] and not any(night.marks[-5:-1]),
        (
            ("Saved by the last chord", "{missed}, then one to walk home on"),
            ("The final cymbal was right", "{right} of {count}, but remember how it ended"),
            ("Late, like the good trains", "the last of {count} came in to a full platform"),
        ),
    ),
    Kind(
        "faded",
        lambda night: (
            night.count >= _FEWEST
            and all(night.marks[: night.count // 2])
            and not any(night.marks[-3:])
        ),
        (
            ("Peaked before the interval", "{right} of {count}; the second half had a lie-down"),
            ("The batteries ran out", "{right} of {count}, most of them before the tea"),
            ("Strong opening, long goodbye", "{right} of {count}; the van was packed too soon"),
        ),
    ),
    Kind(
        "all but one",
        lambda night: night.count >= _FEWEST and night.right == night.count - 1,
        (
            ("A scratch on side two", "{right} of {count}; it only skips in one place"),
            ("One moth in the velvet", "{right} of {count}, and the hole hardly shows"),
            ("So close that it hums", "one string of {count} went its own way"),
        ),
    ),
    Kind(
        "roll",
        lambda night: night.roll >= 6,
        (
            ("The brakes were optional", "{roll} right on the trot, {right} of {count} in all"),
            ("Nobody dared to cough", "{roll} in a row, and you could hear the tape hiss"),
            ("One long unbroken groove", "{roll} in a row; the needle never lifted"),
            ("Downhill, with the wind", "{roll} without a stumble, then a look at the view"),
        ),
    ),
    Kind(
        "quick",
        lambda night: night.tempo is not None and night.tempo <= 0.25 and night.share >= 0.6,
        (
            ("Over before the kettle boiled", "{pace} an answer, {right} of {count} right"),
            ("Blink and buy the record", "{right} of {count} at {pace} apiece"),
            ("Faster than the support van", "{right} of {count} at {pace} each, and no fine"),
        ),
    ),
    Kind(
        "slow",
        lambda night: night.tempo is not None and night.tempo >= 0.6 and night.share >= 0.7,
        (
            ("The scenic route, well driven", "{right} of {count}, none of them hurried"),
            ("Slow hands, clean sleeves", "{right} of {count} at {pace} an answer"),
            ("Took its time and kept it", "{right} of {count}; the clock was only furniture"),
        ),
    ),
    Kind(
        "no lifeline",
        lambda night: night.mode == "setlist" and not night.aids and night.share >= 0.7,
        (
            ("No net, no nerves", "{right} of {count} without a single lifeline"),
            ("Carried its own amps", "{right} of {count}, every lifeline left in its case"),
            ("Asked nobody the way", "{right} of {count}, and no lifeline unpacked"),
        ),
    ),
    Kind(
        "every lifeline",
        lambda night: night.aids >= 3,
        (
            ("Three friends in the wings", "{right} of {count}, and every lifeline worn out"),
            ("It takes a road crew", "{right} of {count}, all lifelines present and spent"),
            ("Every favour called in", "{right} of {count}; somebody owes the crew a drink"),
        ),
    ),
    Kind(
        "daily",
        lambda night: night.mode == "daily",
        (
            ("Hot off the morning press", "{right} of {count}, the same as everyone was dealt"),
            ("Today’s news, still warm", "{right} of {count}; tomorrow it wraps the chips"),
            ("Same set, every town", "{right} of {count}; compare notes before midnight"),
        ),
    ),
    Kind(
        "great",
        lambda night: night.share >= 0.8,
        (
            ("A night to tape", "{right} of {count}, and the bootleg is already out"),
            ("Headline material", "{right} of {count} dead right; the rest is mixing"),
            ("They knew the words", "{right} of {count}, sung from the front row"),
            ("Hang it in the hallway", "{right} of {count}: framed, if slightly crooked"),
        ),
    ),
    Kind(
        "good",
        lambda night: night.share >= 0.6,
        (
            ("Solid from the downbeat", "{right} of {count}, with room for one encore"),
            ("The crowd leaned in", "{right} of {count}: a name to write on your hand"),
            ("More hits than misses", "{right} of {count}, and the van still runs"),
            ("Worth the bus fare", "{right} of {count}, and a seat for the way home"),
        ),
    ),
    Kind(
        "fair",
        lambda night: night.share >= 0.4,
        (
            ("Promising, if loud", "{right} of {count}; rehearsals are on Tuesday"),
            ("The support act grows", "{right} of {count}, and one good solo"),
            ("Half in tune", "{right} of {count}; the other half was jazz"),
            ("Mixed, like the sandwiches", "{right} of {count}; the green room has seen worse"),
        ),
    ),
    Kind(
        "poor",
        lambda night: night.right > 0,
        (
            ("The poster was good", "{right} of {count}; nobody recorded it"),
            ("Somebody tune that", "{right} of {count}, played with feeling"),
            ("First gig nerves", "{right} of {count}; every legend has this night"),
            ("The amp took it badly", "{right} of {count}, and a smell of hot dust"),
        ),
    ),
    Kind(
        "none",
        lambda _night: True,
        (
            ("A bold silence", "none of {count}; the critics call it a concept"),
            ("The lights came up early", "no hits in {questions}; the hats were good"),
            ("Mime night at the Palais", "none of {count}, and the roadie got the applause"),
        ),
    ),
)
